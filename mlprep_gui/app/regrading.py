"""Grades saved answers again after the assessor or a question has changed: one answer at a time, in jobs."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import RegradeView
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.regrading import RegradeTally, Stale, StaleAnswer
from mlprep_gui.domain.session import Answer, TakeId
from mlprep_gui.ports import Grader
from mlprep_gui.speech.grading import grade_kept
from mlprep_gui.store import Store

T = TypeVar("T")


class Regrading(QObject):
    """Knows which answers are stale, and grades them again when asked to.

    Old assessments stay: each new one is a row of its own. An answer that fails is named in the tally and the others
    go on. Between two answers a run can be cancelled, and it holds there while a round needs the recogniser.

    Signals:
        changed(RegradeView): on every step.
        finished(): a run ended in which something was graded; what is shown of scores is to be read again.
        noticed(str): a run could not begin, and why; or another recogniser stood in.
    """

    changed = Signal(object)
    finished = Signal()
    noticed = Signal(str)

    def __init__(
        self, runner: JobRunner, store: Store, grader: Grader, takes: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._grader = grader
        self._takes = takes
        self.questions: tuple[Question, ...] = ()
        self._view = RegradeView()
        self._waiting: deque[StaleAnswer] = deque()
        self._failed: set[TakeId] = set()
        self._at_work = False
        self._on_hold = False

    @property
    def view(self) -> RegradeView:
        """What is shown."""
        return self._view

    def look(self) -> None:
        """Find out what is stale. Without the assessor nothing can be graded again, so then nothing is offered."""
        if not self._view.running:
            self._find(self._show_stale, lambda _: self._show(stale=Stale()), everything=False)

    def start(self, *, everything: bool = False) -> None:
        """Grade again what is stale, or everything."""
        if self._view.running:
            return
        self._failed.clear()
        self._at_work = True
        self._show(tally=None, running=True, stopping=False, stopped=False, waiting=self._on_hold)
        self._find(self._begin, self._on_no_assessor, everything=everything)

    def cancel(self) -> None:
        """Stop after the present answer; what was graded until then is kept."""
        if self._view.running:
            self._show(stopping=True)
            if not self._at_work:
                self._go_on()

    def put_away(self) -> None:
        """Take the result of the last run away."""
        if not self._view.running:
            self._show(tally=None, stopped=False)

    def hold(self) -> None:
        """Leave the recogniser to a round that starts, after the present answer."""
        self._on_hold = True
        if self._view.running:
            self._show(waiting=True)

    def release(self) -> None:
        """Go on after hold()."""
        self._on_hold = False
        if self._view.running:
            self._show(waiting=False)
            if not self._at_work:
                self._go_on()

    # Finding

    def _find(self, then: Callable[[Stale], None], fail: Callable[[MLPrepError], None], *, everything: bool) -> None:
        questions = self.questions

        def read(assessor: str) -> None:
            self._runner.submit(
                lambda: self._store.stale_answers(assessor, questions, everything=everything), then, fail, Lane.STORE
            )

        self._runner.submit(self._grader.assessor, read, fail, Lane.SPEECH)

    def _show_stale(self, stale: Stale) -> None:
        """Offer what is stale, without the answers that have just failed."""
        if not self._view.running:
            left = tuple(answer for answer in stale.answers if answer.take not in self._failed)
            self._show(stale=replace(stale, answers=left))

    def _on_no_assessor(self, error: MLPrepError) -> None:
        self._at_work = False
        self._show(running=False, waiting=False, stopping=False)
        self.noticed.emit(in_words(error))

    # Grading, one answer at a time

    def _begin(self, stale: Stale) -> None:
        self._waiting = deque(stale.answers)
        self._count(RegradeTally(len(stale.answers), gone=stale.gone))

    def _go_on(self) -> None:
        """Take the next answer, unless the run is over or holds."""
        if self._view.stopping or not self._waiting:
            self._end()
        elif not self._on_hold:
            next_one = self._waiting.popleft()
            self._at_work = True
            self._attempt(next_one, lambda: self._store.answer(next_one.take), self._grade, Lane.STORE)

    def _grade(self, stale: StaleAnswer, answer: Answer | None) -> None:
        question = next((each for each in self.questions if each.id == stale.question), None)
        if answer is None or question is None:
            self._count(self._tally.without_one(gone=question is None))
            return
        rivals, asked = self.questions, question.like(answer.question)
        self._attempt(
            stale, lambda: grade_kept(self._grader, answer, asked, rivals, self._takes), self._keep, Lane.SPEECH
        )

    def _keep(self, stale: StaleAnswer, graded: Answer) -> None:
        if graded.transcript is not None and graded.transcript.notice:
            self.noticed.emit(in_words(graded.transcript.notice))

        def count(_: StaleAnswer, before: Answer | None) -> None:
            assert graded.assessment is not None
            if before is None:
                self._count(self._tally.without_one())
            else:
                self._count(self._tally.with_grade(before.assessment, graded.assessment))

        self._attempt(stale, lambda: self._store.keep_grade(graded), count, Lane.STORE)

    def _attempt(
        self, stale: StaleAnswer, work: Callable[[], T], then: Callable[[StaleAnswer, T], None], lane: Lane
    ) -> None:
        """Do one step of an answer; when it fails the answer is counted as failed and the run goes on."""

        def done(result: T | Exception) -> None:
            if isinstance(result, Exception):
                self._fail(stale, self.tr("Something unexpected went wrong; the log says what."))
                raise result
            then(stale, result)

        def guarded() -> T | Exception:
            try:
                return work()
            except MLPrepError:
                raise
            except Exception as bug:  # raised again on the GUI thread, where it is reported, after the run went on
                return bug

        self._runner.submit(guarded, done, lambda error: self._fail(stale, in_words(error)), lane)

    def _fail(self, stale: StaleAnswer, why: str) -> None:
        self._failed.add(stale.take)
        prompt = next((each.prompt for each in self.questions if each.id == stale.question), str(stale.question))
        self._count(self._tally.with_failure(stale.take, prompt, why))

    @property
    def _tally(self) -> RegradeTally:
        assert self._view.tally is not None
        return self._view.tally

    def _count(self, tally: RegradeTally) -> None:
        self._show(tally=tally)
        self._at_work = False  # only now: who hears of it may cancel, and the run is to end once
        self._go_on()

    def _end(self) -> None:
        tally = self._view.tally
        self._waiting.clear()
        self._show(running=False, waiting=False, stopped=self._view.stopping, stopping=False, stale=Stale())
        if tally is not None and tally.graded:
            self.finished.emit()
        self.look()

    def _show(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        self.changed.emit(self._view)
