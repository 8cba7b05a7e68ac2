"""Live captions: asks what was heard of the take that is being recorded, about once a second."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Take, TakeId
from mlprep_gui.domain.transcript import Caption
from mlprep_gui.ports import Grader
from mlprep_gui.speech.grading import caption, prepare

_log = logging.getLogger(__name__)
EVERY_MS = 1_000
#: A caption that comes so late is of no use; after three in a row that are late or fail there are no more.
LATE_S = 5.0
#: So long below this level the learner has fallen silent, maybe for good.
_QUIET_DB = -45.0
_HUSH_S = 0.5
PATIENCE = 3


class Captions(QObject):
    """Follows one take at a time, in one job at a time: what grades an answer waits for one of them at most.

    What stays of the words is also given to the assessor ahead. Captions are made while nobody looks at them, too:
    the transcript is there sooner for it.

    Signals:
        changed(Caption): what was heard so far.
        given_up(): this computer cannot keep up with this take; it is written down at its end.
    """

    changed = Signal(object)
    given_up = Signal()

    def __init__(self, runner: JobRunner, grader: Grader, takes: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._grader = grader
        self._takes = takes
        self._take: Take | None = None
        self._question: Question | None = None
        self._rivals: tuple[Question, ...] = ()
        self._asking = False
        self._troubles = 0
        self._hopeless: TakeId | None = None
        self._spoke_s: float | None = None
        self._is_due = False
        self._newest = Caption()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def follow(self, take: Take | None, question: Question, rivals: tuple[Question, ...]) -> None:
        """Follow this take from now on, or none."""
        if take is not None and take.id == self._hopeless:
            take = None
        if (self._take and self._take.id) == (take and take.id):
            return
        self._take, self._question, self._rivals = take, question, rivals
        self._troubles, self._newest = 0, Caption()
        self._spoke_s, self._is_due = None, False
        if take is None:
            self._timer.stop()
        else:
            self._timer.start(EVERY_MS)

    def listen(self, level_db: float, now_s: float) -> None:
        """Follow the level, dBFS: when the learner falls silent, what was said is written down without delay."""
        if level_db > _QUIET_DB:
            self._spoke_s = now_s
        elif self._spoke_s is not None and now_s - self._spoke_s >= _HUSH_S:
            self._spoke_s = None
            if self._timer.isActive():
                self._timer.start(0)
            else:
                self._is_due = self._asking

    def _ask(self) -> None:
        take, question, rivals, newest = self._take, self._question, self._rivals, self._newest
        if self._asking or take is None or question is None:
            return
        self._asking = True

        def work() -> Caption:
            heard = caption(self._grader, take, question, rivals, self._takes)
            if (heard.committed, heard.is_still) != (newest.committed, newest.is_still):
                prepare(self._grader, question, heard, rivals)
            return heard

        self._runner.submit(
            work, lambda heard: self._on_caption(take, heard), lambda error: self._on_error(take, error), Lane.SPEECH
        )

    def _on_caption(self, take: Take, heard: Caption) -> None:
        if self._is_current(take):
            self._newest = heard
            self.changed.emit(heard)
            self._go_on(trouble=heard.behind_s > LATE_S)

    def _on_error(self, take: Take, error: MLPrepError) -> None:
        """The process ended: it starts again, and what was recorded is listened to from the start."""
        _log.warning("no caption: %s", error)
        if self._is_current(take):
            self._go_on(trouble=True)

    def _is_current(self, take: Take) -> bool:
        """Whether what was asked for is still wanted; the take that came after it is asked for at once."""
        self._asking = False
        if self._take is None or self._take.id == take.id:
            return self._take is not None
        self._ask()
        return False

    def _go_on(self, *, trouble: bool) -> None:
        self._troubles = self._troubles + 1 if trouble else 0
        if self._troubles < PATIENCE:
            self._timer.start(0 if self._is_due else EVERY_MS)
            self._is_due = False
        elif self._take is not None:
            _log.info("captions of take %s are given up", self._take.id)
            self._hopeless, self._take = self._take.id, None
            self.given_up.emit()
