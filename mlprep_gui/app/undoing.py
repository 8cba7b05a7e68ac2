"""What the learner did last and can take back, wherever it was done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

_MOST_STEPS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something that was done.

    Attributes:
        by: who did it and takes it back.
        words: what it was, such as "your verdict".
        take_back: undoes it; does not count as a step itself.
    """

    by: QObject
    words: str
    take_back: Callable[[], None]


class Undoing(QObject):
    """The steps that can be taken back; the program has one of these.

    Signals:
        changed(str): the newest step, in words; empty when there is none.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []

    def did(self, by: QObject, words: str, take_back: Callable[[], None]) -> Step:
        """Keep a step that was done."""
        step = Step(by, words, take_back)
        self._steps = [*self._steps, step][-_MOST_STEPS:]
        self._tell()
        return step

    def undo(self, step: Step | None = None) -> None:
        """Take a step back, or else the newest one; nothing happens when it is not there any more."""
        if step is None and self._steps:
            step = self._steps[-1]
        if step in self._steps:
            self._steps.remove(step)
            step.take_back()
            self._tell()

    def forget(self, by: QObject) -> None:
        """Drop the steps of somebody who leaves."""
        self._steps = [step for step in self._steps if step.by is not by]
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._steps[-1].words if self._steps else "")
