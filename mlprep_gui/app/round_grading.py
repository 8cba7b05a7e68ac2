"""Has the answers of a round written down and graded, and tells the round what came of it."""

from collections.abc import Callable
from typing import TypeVar

from mlprep_gui.app.heard import Readings, read_as
from mlprep_gui.app.jobs import Lane
from mlprep_gui.app.round_services import RoundServices
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Take, TakeId
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.interview import events as ev
from mlprep_gui.speech.grading import grade, write_down

T = TypeVar("T")


class RoundGrading:
    """Every call is a job in the speech lane; what follows is an event of the round."""

    def __init__(
        self,
        services: RoundServices,
        dispatch: Callable[[ev.Event], None],
        note: Callable[[str], None],
        read: Callable[[TakeId, Readings], None],
    ) -> None:
        """Take whom to tell: of events, of what a recogniser noticed, and of words that sound like a term."""
        self._services = services
        self._dispatch = dispatch
        self._note = note
        self._read = read
        self._anticipating = False

    def anticipate(self, question: Question, text: str) -> None:
        """Prepare for an answer that begins like this, unless that is still being done for fewer of its words."""
        if self._anticipating:
            return
        self._anticipating = True
        services = self._services
        services.runner.submit(
            lambda: services.grader.anticipate(question, text.split()),
            lambda _: self._on_anticipated(),
            lambda _: self._on_anticipated(),  # a model that is missing is reported when the answer is graded
            Lane.SPEECH,
        )

    def transcribe(self, take: Take, question: Question) -> None:
        """Write a take down."""
        services = self._services
        self._in_job(
            take,
            lambda: write_down(services.grader, take, question, services.rivals, services.takes),
            lambda transcript: self._on_heard(take, transcript),
        )

    def assess(self, take: Take, question: Question, transcript: Transcript) -> None:
        """Grade what was said."""
        services = self._services
        services.runner.submit(lambda: read_as(transcript, question), lambda found: self._read(take.id, found))
        self._in_job(
            take,
            lambda: grade(services.grader, question, transcript, services.rivals),
            lambda assessment: self._dispatch(ev.Assessed(take.id, assessment)),
        )

    def _on_anticipated(self) -> None:
        self._anticipating = False

    def _on_heard(self, take: Take, transcript: Transcript) -> None:
        self._dispatch(ev.TranscriptReady(take.id, transcript))
        if transcript.notice:
            self._note(in_words(transcript.notice))

    def _in_job(self, take: Take, work: Callable[[], T], then: Callable[[T], None]) -> None:
        def fail(error: MLPrepError) -> None:
            self._dispatch(ev.GradingFailed(take.id, in_words(error)))

        self._services.runner.submit(work, then, fail, Lane.SPEECH)
