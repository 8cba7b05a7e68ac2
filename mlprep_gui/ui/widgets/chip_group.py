"""Several choices out of some that flow over the lines of a row."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mlprep_gui.ui.widgets.choices import Chip
from mlprep_gui.ui.widgets.layouts import FlowLayout, clear


class ChipGroup(QWidget):
    """Chips that are on or off; with `none` a first one stands for no choice, and is on while no other is.

    Signals:
        chosen(object): a tuple of the options that are on, after a click.
        rebuilt(): other chips stand there, so that the reading order is another one.
    """

    chosen = Signal(object)
    rebuilt = Signal()

    def __init__(self, name: str, *, none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._none = none
        self._options: tuple[str, ...] | None = None
        self._chips: dict[str, Chip] = {}
        self._is_told = False
        self._flow = FlowLayout(self)

    def set_state(self, options: Sequence[str], chosen: Sequence[str]) -> None:
        """Show what there is to choose from, and what is chosen."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._build()
        self._check(chosen)

    def _build(self) -> None:
        clear(self._flow)
        self._chips = {}
        for option in (*([""] if self._none else []), *(self._options or ())):
            chip = Chip(option or self._none)
            chip.toggled.connect(lambda _, toggled=option: self._on_toggled(toggled))  # a screen reader does not click
            self._chips[option] = chip
            self._flow.addWidget(chip)
        self.rebuilt.emit()

    def _check(self, chosen: Sequence[str]) -> None:
        self._is_told = True
        for option, chip in self._chips.items():
            chip.setChecked(option in chosen if option else not chosen)
        self._is_told = False

    def _on_toggled(self, toggled: str) -> None:
        """Take over what the learner made of the chips; nothing but that for the one that stands for no choice."""
        if self._is_told:
            return
        chosen = tuple(option for option, chip in self._chips.items() if option and toggled and chip.isChecked())
        self._check(chosen)
        self.chosen.emit(chosen)
