"""Captions on the round page, with the button that hides them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.domain.transcript import Caption
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.caption_view import CaptionView
from mlprep_gui.ui.widgets.text import Label


class CaptionPanel(QWidget):
    """What is heard of the answer, or only the button that shows it again."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = Label(self.tr("What is heard"), "caption", "muted")
        self._toggle = Button("", Kind.TEXT, size=Size.COMPACT)
        self._words = CaptionView()
        head = QHBoxLayout()
        head.addWidget(self._about)
        head.addStretch(1)
        head.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._words, 1)
        self._toggle.clicked.connect(self.toggled)
        self.set_caption(Caption())

    @property
    def has_words(self) -> bool:
        """Whether captions are shown."""
        return not self._words.isHidden()

    def set_lines(self, lines: int) -> None:
        """Show at most so many lines."""
        self._words.set_lines(lines)

    def set_caption(self, caption: Caption | None) -> None:
        """Show a caption; None hides it."""
        shown = caption is not None
        if shown == self._words.isHidden():
            self._words.setVisible(shown)
            self._about.setVisible(shown)
        words = self.tr("Hide captions") if shown else self.tr("Show captions")
        if self._toggle.text() != words:
            self._toggle.setText(words)
        if caption is not None:
            self._words.set_caption(caption)
