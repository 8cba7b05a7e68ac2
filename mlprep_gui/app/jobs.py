"""Work off the GUI thread: values in, values out, results back on the GUI thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mlprep_gui.domain.errors import MLPrepError

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Lane(Enum):
    """Where a job runs. Jobs of one lane run in the order they were submitted; POOL runs two at a time."""

    POOL = 2
    STORE = 1
    VOICE = -1
    SPEECH = -2


class JobRunner(QObject):
    """Runs blocking functions on threads; the only object with a signal across threads.

    Signals:
        lane_emptied(Lane): the last job of a lane is done, and its result was handed over.
    """

    lane_emptied = Signal(object)
    _delivered = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(max(1, lane.value), lane.name.lower()) for lane in Lane}
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._jobs = dict.fromkeys(Lane, 0)
        self._open = True

    def is_busy(self, lane: Lane) -> bool:
        """Whether a lane has a job that runs, waits, or whose result was not handed over yet."""
        return self._jobs[lane] > 0

    def submit(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], None] | None = None,
        on_error: Callable[[MLPrepError], None] | None = None,
        lane: Lane = Lane.POOL,
    ) -> None:
        """Run work on a lane; then on_success or, for an expected error, on_error on the GUI thread.

        An unexpected exception is raised again on the GUI thread, where the crash handler reports it.
        """

        def deliver(future: Future[T]) -> None:
            if self._open and not future.cancelled():
                self._delivered.emit((lane, lambda: _hand_over(future, on_success, on_error)))

        if self._open:
            self._jobs[lane] += 1
            self._pools[lane].submit(work).add_done_callback(deliver)

    def wait_for(self, work: Callable[[], T], lane: Lane) -> T:
        """From inside a job: run work on another lane, wait for it, and return what it returns or raise its error."""
        return self._pools[lane].submit(work).result()

    def tell(self, hand_over: Callable[[], None]) -> None:
        """From inside a job: have something done on the GUI thread, such as showing how far it has come."""
        if self._open:
            self._told.emit(hand_over)

    def close(self) -> None:
        """Let running jobs and everything for the store finish; drop the rest, and deliver nothing more."""
        self._open = False
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is not Lane.STORE)

    @Slot(object)
    def _on_delivered(self, delivery: tuple[Lane, Callable[[], None]]) -> None:
        lane, hand_over = delivery
        if not self._open:
            return
        try:
            hand_over()
        finally:
            self._jobs[lane] -= 1
            if not self._jobs[lane]:
                self.lane_emptied.emit(lane)

    @Slot(object)
    def _on_told(self, hand_over: Callable[[], None]) -> None:
        if self._open:
            hand_over()


def _hand_over(
    future: "Future[T]",
    on_success: Callable[[T], None] | None,
    on_error: Callable[[MLPrepError], None] | None,
) -> None:
    error = future.exception()
    if error is None:
        if on_success is not None:
            on_success(future.result())
    elif isinstance(error, MLPrepError) and on_error is not None:
        _log.info("a job ended with: %s", error)
        on_error(error)
    else:
        raise error
