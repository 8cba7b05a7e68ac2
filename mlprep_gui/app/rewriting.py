"""Writes a recorded answer down once more, with a recogniser of choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import MLPrepError, ModelError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer, TakeId
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import Grader
from mlprep_gui.speech.catalogue import title
from mlprep_gui.speech.grading import write_down
from mlprep_gui.store import Store


@dataclass(slots=True)
class _Run:
    """One answer that is being written down; at_work and is_cancelled are set by one thread and read by another."""

    answer: Answer
    recogniser: str
    at_work: bool = False
    is_cancelled: bool = False


class Rewriting(QObject):
    """One answer at a time. The new transcript is added to the old ones; the answer is to be graded again then.

    Signals:
        changed(): a run began or ended; `running` says which.
        written(object): the session in which an answer has another transcript.
        noticed(str): why a run came to nothing, or what stood in.
    """

    changed = Signal()
    written = Signal(object)
    noticed = Signal(str)

    def __init__(
        self, runner: JobRunner, store: Store, grader: Grader, takes: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._grader = grader
        self._takes = takes
        self._run: _Run | None = None

    def running(self, take: TakeId) -> str:
        """Return what the recogniser is called that writes this take down now; empty when none does."""
        run = self._run
        return title(run.recogniser) if run is not None and run.answer.take.id == take else ""

    def start(self, answer: Answer, recogniser: str, rivals: Sequence[Question]) -> None:
        """Write an answer down with a recogniser, unless another answer is being written down."""
        if self._run is not None:
            self.noticed.emit(self.tr("Another answer is being written down; wait for it, or cancel it."))
            return
        run = self._run = _Run(answer, recogniser)

        def work() -> Transcript:
            run.at_work = True
            try:
                if run.is_cancelled:
                    raise ModelError(self.tr("This was stopped."))
                return write_down(self._grader, answer.take, answer.question, rivals, self._takes, recogniser)
            finally:
                run.at_work = False

        self._runner.submit(work, self._keep, self._on_error, Lane.SPEECH)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; the transcript stays as it is."""
        run = self._run
        if run is not None and not run.is_cancelled:
            run.is_cancelled = True
            if run.at_work:  # otherwise the grader may be busy with something else
                self._grader.cancel()

    def _keep(self, transcript: Transcript) -> None:
        run = self._run
        assert run is not None
        if run.is_cancelled:
            self._end()
            return
        if transcript.notice:  # the wanted one is gone: what stood in would only say the same again
            self._end(in_words(transcript.notice))
            return
        if not transcript.words:
            words = self.tr("{0} heard no words in this recording. The transcript stays as it is.")
            self._end(words.format(title(run.recogniser)))
            return
        take, session = run.answer.take.id, run.answer.take.session

        def done(_: None) -> None:
            self._end()
            self.written.emit(session)

        self._runner.submit(
            lambda: self._store.add_transcript(take, transcript),
            done,
            lambda error: self._end(in_words(error)),
            Lane.STORE,
        )

    def _on_error(self, error: MLPrepError) -> None:
        run = self._run
        self._end("" if run is not None and run.is_cancelled else in_words(error))

    def _end(self, notice: str = "") -> None:
        self._run = None
        if notice:
            self.noticed.emit(notice)
        self.changed.emit()
