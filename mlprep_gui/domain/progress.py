"""What has become of practice: single measured facts, in the order of time."""

from dataclasses import dataclass, field
from datetime import datetime

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId, QuestionId


@dataclass(frozen=True, slots=True)
class GradedFact:
    """A graded answer to a whole question. covered counts the learner's own verdicts before the program's."""

    at: datetime
    topic: str
    score: float
    covered: int
    points: int


@dataclass(frozen=True, slots=True)
class SpokenFact:
    """How a spoken answer sounded; a value that could not be measured is None.

    Attributes:
        fillers_per_100: fillers in a hundred words.
        long_pauses: of at least a second.
        latency_s: time to the first word.
    """

    at: datetime
    topic: str
    pace_wpm: float | None
    fillers_per_100: float
    long_pauses: int | None
    latency_s: float | None


@dataclass(frozen=True, slots=True)
class PracticeFact:
    """A session and how long it took."""

    at: datetime
    duration_s: float


@dataclass(frozen=True, slots=True)
class TopicState:
    """Key points covered in the newest answer to each question of a topic, now and some weeks ago."""

    topic: str
    covered: int
    points: int
    covered_before: int = 0
    points_before: int = 0


@dataclass(frozen=True, slots=True)
class MissedPoint:
    """A key point that was missed or contradicted more than once, and in its newest answer still was.

    Attributes:
        answers: graded answers to its question.
        missed, contradicted: in how many of them.
        newest: the verdict in the newest one.
    """

    question: QuestionId
    key_point: KeyPointId
    prompt: str
    statement: str
    answers: int
    missed: int
    contradicted: int
    newest: Verdict


@dataclass(frozen=True, slots=True)
class SelfJudgement:
    """What the learner ticked before seeing verdicts, beside the verdicts; half said and unsure points are left out.

    Attributes:
        ticked, ticked_heard: points the learner believed to have said, and how many of them the program found.
        left, left_missed: points left unticked, and how many of them the program did not find.
    """

    ticked: int = 0
    ticked_heard: int = 0
    left: int = 0
    left_missed: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything the progress page is made of.

    Attributes:
        unmeasured: spoken answers whose delivery is not measured yet.
        days_in_a_row: days with an answer, up to today or yesterday, without a gap.
    """

    graded: tuple[GradedFact, ...] = ()
    spoken: tuple[SpokenFact, ...] = ()
    practice: tuple[PracticeFact, ...] = ()
    topics: tuple[TopicState, ...] = ()
    missed: tuple[MissedPoint, ...] = ()
    days_in_a_row: int = 0
    first_at: datetime | None = None
    unmeasured: int = 0
    judged: SelfJudgement = field(default_factory=SelfJudgement)
