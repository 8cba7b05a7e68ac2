"""Rounds, takes and the sessions that keep them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict
from mlprep_gui.domain.question import KeyPointId, Question, QuestionId
from mlprep_gui.domain.transcript import Transcript

SessionId = NewType("SessionId", str)
TakeId = NewType("TakeId", str)


class Mode(StrEnum):
    """When feedback is shown."""

    PRACTICE = "practice"
    MOCK = "mock"


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """A round before it starts.

    Attributes:
        think_s: thinking time before each answer; 0 for none.
        answer_s: answer time for every question, or None for what each question suggests.
        cut_at_limit: stop recording at the limit; only when the user asked for it.
        follow_ups: the interviewer asks about so many points of an answer; never more than two.
        judge_first: the learner says what was covered before the verdicts are shown, in practice.
        programme: name of the programme of a mock interview; empty for one that was put together by hand.
        length_s: planned time; when it is used up no further question is asked. 0 for as long as it takes.
    """

    mode: Mode
    questions: tuple[Question, ...]
    think_s: float = 30.0
    answer_s: float | None = None
    cut_at_limit: bool = False
    typed: bool = False
    follow_ups: int = 0
    judge_first: bool = False
    programme: str = ""
    length_s: float = 0.0

    def limit_s(self, index: int) -> float:
        """Answer time of the question at an index."""
        return self.answer_s if self.answer_s is not None else self.questions[index].answer_s


class TakeState(StrEnum):
    """How far a take got."""

    RECORDING = "recording"
    COMPLETE = "complete"
    RECOVERED = "recovered"
    TYPED = "typed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Take:
    """One answer to one question of a session.

    Attributes:
        position: index of the question in the round, from 0.
        attempt: 1 for the first answer in this round, 2 after "say it again", and so on.
        audio: file name inside the takes folder; empty for a typed or skipped answer.
        levels_db: level envelope, one value each 50 ms, dBFS.
    """

    id: TakeId
    session: SessionId
    question: QuestionId
    position: int
    attempt: int
    started_at: datetime
    state: TakeState
    audio: str = ""
    rate_hz: int = 0
    duration_s: float = 0.0
    levels_db: tuple[float, ...] = ()
    device: str = ""


class SessionState(StrEnum):
    """How a session ended, if it did."""

    RUNNING = "running"
    FINISHED = "finished"
    ENDED_EARLY = "ended_early"


@dataclass(frozen=True, slots=True)
class Session:
    """A round that was started. The questions are kept as they were asked."""

    id: SessionId
    mode: Mode
    started_at: datetime
    questions: tuple[Question, ...]
    think_s: float
    state: SessionState = SessionState.RUNNING
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EarlierGrade:
    """An assessment that a newer one stands in front of, with the question as it was graded then."""

    graded_at: datetime
    question: Question
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class EarlierTranscript:
    """A transcript that a newer one stands in front of."""

    written_at: datetime
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Answer:
    """A take with the newest transcript and assessment, and the learner's own verdicts beside them.

    Attributes:
        question: as it was graded last; as it was asked while there is no assessment.
        own_verdicts: of the answer, whichever assessment stands beside them.
        graded_at: when the assessment was made.
        earlier: assessments before it, newest first.
        written_at: when the transcript was made.
        earlier_transcripts: transcripts before it, newest first.
        heard: as it was recognised or typed, when the learner corrected the transcript, else None.
        note: the learner's own; empty for none.
        judged_first: which key points the learner ticked as said before any verdict was shown; empty: not asked.
    """

    take: Take
    question: Question
    transcript: Transcript | None = None
    assessment: Assessment | None = None
    own_verdicts: dict[KeyPointId, Verdict] = field(default_factory=dict)
    graded_at: datetime | None = None
    earlier: tuple[EarlierGrade, ...] = ()
    written_at: datetime | None = None
    earlier_transcripts: tuple[EarlierTranscript, ...] = ()
    heard: Transcript | None = None
    note: str = ""
    bookmarked: bool = False
    judged_first: dict[KeyPointId, bool] = field(default_factory=dict)

    @property
    def is_ungraded(self) -> bool:
        """Whether its words are not graded yet, as after a crash, without a model, or when they were just corrected."""
        return self.take.state is not TakeState.SKIPPED and self.assessment is None


@dataclass(frozen=True, slots=True)
class JudgedPoint:
    """A key point of an answer in which the learner has judged at least one.

    Attributes:
        assessor: name of what made the program's newest verdict.
        program: the program's newest verdict on the point.
        own: the learner's own verdict; None for a point that was left as it was.
        left: the program's verdict that stood there when the learner judged the others; None when there was none.
    """

    take: TakeId
    assessor: str
    program: PointVerdict
    own: Verdict | None = None
    left: Verdict | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session with all its answers, in the order they were given."""

    session: Session
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the session list. mean_score is None when nothing was graded."""

    id: SessionId
    mode: Mode
    state: SessionState
    started_at: datetime
    answered: int
    questions: int
    duration_s: float
    mean_score: float | None
    first_prompt: str
    recovered: int


@dataclass(frozen=True, slots=True)
class QuestionHistory:
    """What is known from all the answers to one question.

    Attributes:
        answers: how often it was answered, every attempt counted.
        last_score, mean_score: 0..100; None when nothing was graded.
        missed, contradicted: key points of the last answer; the learner's own verdicts count before the program's.
    """

    question: QuestionId
    last_answered_at: datetime
    answers: int
    last_score: float | None
    mean_score: float | None
    missed: int
    contradicted: int
