"""One choice out of a few that stand side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width


class _Piece(QRadioButton):
    """One choice of a Segment."""

    def __init__(self, text: str, compact: bool, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._compact = compact
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ring_around(self, 6)

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), look().font("small", weight=600)) + 2 * look().px(11 if self._compact else 13)
        return QSize(round(width), look().px(28 if self._compact else 36))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        rect = QRectF(self.rect())
        weight = 600 if self.isChecked() else 400
        ink = shade("ink" if self.isEnabled() else "disabled_ink")
        draw_text(painter, rect, self.text(), look().font("small", weight=weight), ink, "center")


class Segment(QWidget):
    """One choice out of a few that stand side by side; arrow keys move, Tab leaves.

    Args:
        options: pairs of value and word.
        name: accessible name of the question it answers.

    Signals:
        value_changed(str): chosen by the user.
    """

    value_changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._pieces: dict[str, _Piece] = {}
        self._is_told = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, word in options:
            piece = _Piece(word, compact, self)
            # Not `clicked`: a screen reader toggles it.
            piece.toggled.connect(lambda on, chosen=value: self._on_toggled(chosen, on))
            self._group.addButton(piece)
            self._pieces[value] = piece
            row.addWidget(piece)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The chosen value; empty when nothing is chosen yet."""
        return next((value for value, piece in self._pieces.items() if piece.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without a signal; an empty or unknown value chooses nothing."""
        self._is_told = True
        self._group.setExclusive(False)
        for name, piece in self._pieces.items():
            piece.setChecked(name == value)
        self._group.setExclusive(True)
        self._is_told = False
        self._describe()

    def choose(self, value: str) -> None:
        """Choose as the user would, with the signal."""
        self.set_value(value)
        self.value_changed.emit(value)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect = QRectF(self.rect())
        fill = look().colour("surface" if self.isEnabled() else "disabled_fill")
        fill_round(painter, rect, look().px(8), fill, look().colour("control_line" if self.isEnabled() else "line"))
        inner = QPainterPath()
        inner.addRoundedRect(rect.adjusted(1, 1, -1, -1), look().px(8) - 1, look().px(8) - 1)
        painter.setClipPath(inner)
        for piece in self._pieces.values():
            self._paint_piece(painter, piece)

    def _paint_piece(self, painter: QPainter, piece: _Piece) -> None:
        shade = look().colour
        rect = QRectF(piece.geometry())
        if piece.isChecked():
            painter.fillRect(rect, shade("accent_soft" if piece.isEnabled() else "disabled_fill"))
            bar = QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3)
            painter.fillRect(bar, shade("accent" if piece.isEnabled() else "disabled_ink"))
        elif piece.isEnabled() and (piece.underMouse() or piece.isDown()):
            painter.fillRect(rect, shade("track" if piece.isDown() else "hover"))
        if piece.x() > 0:
            painter.fillRect(QRectF(rect.left(), 0, 1, rect.height()), shade("line"))

    def _on_toggled(self, value: str, is_chosen: bool) -> None:
        self.update()
        if is_chosen and not self._is_told:
            self._describe()
            self.value_changed.emit(value)

    def _describe(self) -> None:
        chosen = self._pieces.get(self.value)
        self.setAccessibleDescription(chosen.text() if chosen else "")
        for piece in self._pieces.values():
            reached = chosen in (None, piece)  # by Tab; arrows reach the others
            piece.setFocusPolicy(Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus)
