"""What the phases of a round have in common."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.app.views import RoundView
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.text import Label

_LOW_PX: Final = 560


class Stage(QWidget):
    """One phase, centred; its next step stays in view below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

        self.next_step = QWidget()
        self._next_column = QVBoxLayout(self.next_step)
        self._next_column.setContentsMargins(24, 8, 24, 24)
        self._next_column.setSpacing(14)
        self.next_step.hide()

    @property
    def has_next(self) -> bool:
        """Whether there is a next step to show."""
        return self._next_column.count() > 0

    def set_view(self, view: RoundView) -> None:
        """Show this moment of the round; called ten times a second."""

    @property
    def is_low(self) -> bool:
        """Whether the window has little height for this text size."""
        return self.window().height() < look().px(_LOW_PX)

    def add_prompt(self) -> Label:
        """Add the question as a heading."""
        prompt = Label("", "heading", wrap=True, align="center")
        self.column.addWidget(prompt)
        return prompt

    def set_next(self, *buttons: Button, words: Label | None = None) -> None:
        """Put the next step into `next_step`, which the page shows below the stage and does not scroll."""
        if words is not None:
            self._next_column.addWidget(words)
        self._next_column.addLayout(_centred_row(buttons))

    def add_buttons(self, *buttons: Button) -> None:
        """Add buttons in a centred row."""
        self.column.addLayout(_centred_row(buttons))


def _centred_row(buttons: Sequence[Button]) -> FlowLayout:
    row = FlowLayout(gap=12, centred=True)
    for button in buttons:
        row.addWidget(button)
    return row


def set_text(label: Label, text: str) -> None:
    """Change a text only when it is another one, for screen readers and for the layout."""
    if label.text() != text:
        label.setText(text)
