"""Keeps widgets readable in wide windows: at most so wide, also after the text size has changed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.text import Label

READING_PX = 680


class Reading(Label):
    """A text that breaks into lines no wider than reading text should be."""

    def __init__(
        self, text: str = "", style: str = "reading", colour: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, style, colour, wrap=True, parent=parent)
        self.setMaximumWidth(look().px(READING_PX))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(look().px(READING_PX))


class Centred(QWidget):
    """Holds one widget in the middle, at most so wide (logical pixels at 100 % text size)."""

    def __init__(self, inner: QWidget, max_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        self._max_px = max_px
        inner.setMaximumWidth(look().px(max_px))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 1_000)
        row.addStretch(1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._inner.setMaximumWidth(look().px(self._max_px))
