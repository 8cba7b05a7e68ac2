"""Fields: a line to search or type in, an error below it, and rows of a form."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Divider
from mlprep_gui.ui.widgets.painting import painter_of
from mlprep_gui.ui.widgets.text import wrapped

_LABEL_PX = 190
_GAP_PX = 16
_NARROW_PX = 140
_FIXED = QSizePolicy.Policy.Fixed


class SearchField(QLineEdit):
    """A line to search in, with a glass and a cross. Signals: `textChanged(str)`; Esc empties it first."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._cross = IconButton("close", self.tr("Clear"), side_px=28, parent=self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        self.textChanged.connect(self._on_text_changed)
        self.setTextMargins(look().px(24), 0, look().px(20), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look().px(18)
        square = QRectF(look().px(12), (self.height() - side) / 2, side, side)
        paint_icon(painter_of(self), "search", square, look().colour("muted"))

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self._cross.adjustSize()
        self._cross.move(self.width() - self._cross.width() - 6, (self.height() - self._cross.height()) // 2)


class FormRow(QWidget):
    """A row of a form: the question at the left, the control, and the consequence in words; a hairline below.

    The consequence breaks into lines where there is little room beside the control; with hardly any it goes under it.
    """

    _stands = False

    def __init__(
        self, label: str, *controls: QWidget, note: str = "", divider: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = wrapped(label, "body")
        self.label.setFixedWidth(look().px(_LABEL_PX))
        self.note = wrapped(note, "small", "muted")
        self.note.setVisible(bool(note))
        self._controls = controls
        self._row = row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._noted = bool(note or not controls or controls[-1].sizePolicy().horizontalPolicy() == _FIXED)
        if self._noted:
            row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        if not note:
            row.addStretch(1)
        self._under = QVBoxLayout()
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 9, 0, 9)
        lines.setSpacing(4)
        lines.addLayout(row)
        lines.addLayout(self._under)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(lines)
        if divider:
            column.addWidget(Divider())
        self._stands = True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._stands:
            self.label.setFixedWidth(look().px(_LABEL_PX))
            self._place_note()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def set_note(self, words: str) -> None:
        """Change the consequence in words."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._place_note()

    def _place_note(self) -> None:
        """Put the consequence beside the controls, or under them where it would be a narrow column."""
        if not self._noted or not self._controls:
            return
        left = self.label.maximumWidth() + _GAP_PX
        shown = [control for control in self._controls if not control.isHidden()]
        room = self.width() - left - sum(control.sizeHint().width() + _GAP_PX for control in shown)
        wanted = self.note.fontMetrics().horizontalAdvance(self.note.text())
        was_under = self._under.indexOf(self.note) >= 0
        if was_under:  # a scroll bar that comes and goes moves nothing
            room -= look().px(_GAP_PX)
        under = bool(self.note.text().strip()) and room < min(wanted, look().px(_NARROW_PX))
        if under == was_under:
            return
        place = 1 + len(self._controls)
        self._under.setContentsMargins(left if under else 0, 0, 0, 0)
        if under:
            self._row.removeWidget(self.note)
            self._row.insertStretch(place, 1)
            self._under.addWidget(self.note)
        else:
            self._under.removeWidget(self.note)
            self._row.takeAt(place)
            self._row.insertWidget(place, self.note, 1, Qt.AlignmentFlag.AlignVCenter)
