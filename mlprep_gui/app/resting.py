"""Gives the memory of the speech process back when nothing needs it: the models take more than all the rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.ports import Grader

AFTER_MS = 10_000


class Resting(QObject):
    """Lets the grader rest some seconds after its last job, unless it is about to be needed."""

    def __init__(
        self, runner: JobRunner, grader: Grader, is_needed: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """Watch a runner; is_needed() says whether a round runs, which keeps the models ready between its answers."""
        super().__init__(parent)
        self._runner = runner
        self._grader = grader
        self._is_needed = is_needed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._on_quiet)
        runner.lane_emptied.connect(self._on_lane_emptied)

    def _on_lane_emptied(self, lane: Lane) -> None:
        if lane is Lane.SPEECH:
            self._timer.start()

    def _on_quiet(self) -> None:
        if self._is_needed():
            self._timer.start()
        elif not self._runner.is_busy(Lane.SPEECH):
            # Not in the lane that is being watched. A job that comes just now waits until the new process is there.
            self._runner.submit(self._grader.rest, lane=Lane.POOL)
