"""Keys and what they do."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width


class KeyHint(QWidget):
    """One or more keys and a word: KeyHint(("↑", "↓"), "Move")."""

    def __init__(self, keys: Sequence[str], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._text = text
        self.setAccessibleName(f"{' '.join(self._keys)}: {text}" if text else " ".join(self._keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = look().font("caption")
        width = sum(self._cap_width(key) + look().px(8) for key in self._keys)
        width += text_width(self._text, look().font("small")) if self._text else -look().px(8)
        return QSize(round(width) + 1, max(look().px(22), round(text_width("M", font))))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap_width(self, key: str) -> float:
        if key in ("–",):
            return text_width(key, look().font("caption"))
        return max(float(look().px(20)), text_width(key, look().font("caption")) + look().px(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        left = 0.0
        tall = look().px(20)
        for key in self._keys:
            cap = QRectF(left, (self.height() - tall) / 2, self._cap_width(key), tall)
            if key not in ("–",):
                fill_round(painter, cap, look().px(4), shade("surface"), shade("line"))
            draw_text(painter, cap, key, look().font("caption"), shade("muted"), "center")
            left += cap.width() + look().px(8)
        if self._text:
            words = QRectF(left, 0, self.width() - left, self.height())
            draw_text(painter, words, self._text, look().font("small"), shade("muted"))


class KeyHintBar(QWidget):
    """The keys of a page in one line, `set_hints([(("Space",), "Done")])`; without room some leave, F1 lists all."""

    def __init__(
        self, hints: Sequence[tuple[Sequence[str], str]] = (), *, centred: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._hints: list[KeyHint] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setSpacing(24 if centred else 16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_hints(hints)

    def set_hints(self, hints: Sequence[tuple[Sequence[str], str]]) -> None:
        """Show other keys, the most useful first."""
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._hints = [KeyHint(keys, text, self) for keys, text in hints]
        if self._centred:
            self._row.addStretch(1)
        for hint in self._hints:
            self._row.addWidget(hint)
        self._row.addStretch(1)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(22))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        for hint in self._hints:
            room -= hint.sizeHint().width() + self._row.spacing()
            hint.setVisible(room >= -self._row.spacing())
