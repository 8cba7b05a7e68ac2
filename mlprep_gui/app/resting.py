"""Gives the memory of an engine's process back when nothing needs it: models take more than all the rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mlprep_gui.app.jobs import JobRunner, Lane

#: The models are asked for again soon where one thing leads to the next; the voice starts again unnoticed.
MODELS_AFTER_MS = 10_000
VOICE_AFTER_MS = 2_000


class Resting(QObject):
    """Lets an engine rest some seconds after the last job of its lane, unless it is about to be needed."""

    def __init__(
        self,
        runner: JobRunner,
        lane: Lane,
        rest: Callable[[], None],
        is_needed: Callable[[], bool],
        after_ms: int,
        parent: QObject | None = None,
    ) -> None:
        """Watch a lane.

        Args:
            runner: whose lane.
            lane: where the engine works.
            rest: ends its process; blocking.
            is_needed: whether it has to stay ready though it has no job.
            after_ms: how long the lane has to be empty.
            parent: the owner.
        """
        super().__init__(parent)
        self._runner = runner
        self._lane = lane
        self._rest = rest
        self._is_needed = is_needed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self._on_quiet)
        runner.lane_emptied.connect(self._on_lane_emptied)

    def _on_lane_emptied(self, lane: Lane) -> None:
        if lane is self._lane:
            self._timer.start()

    def _on_quiet(self) -> None:
        if self._is_needed():
            self._timer.start()
        elif not self._runner.is_busy(self._lane):
            # Not in the lane that is being watched. A job that comes just now waits until the new process is there.
            self._runner.submit(self._rest, lane=Lane.POOL)
