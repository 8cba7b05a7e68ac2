"""What the plan is computed from: graded answers, and what the learner did to the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import TakeId

NO_QUESTION = QuestionId("")


class Rating(IntEnum):
    """How well something was remembered, as spaced repetition counts it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Recalled:
    """An answer as far as the plan needs it.

    Attributes:
        score: 0..100; None while it is not graded.
        verdicts: by key point; the learner's own stand before the program's.
        weights: of the key points it was graded with.
        is_judged: some of the verdicts are the learner's own.
        is_part: it was asked for some key points only.
    """

    take: TakeId
    question: QuestionId
    answered_at: datetime
    score: float | None
    verdicts: Mapping[KeyPointId, Verdict]
    weights: Mapping[KeyPointId, float]
    is_judged: bool = False
    is_part: bool = False


class Act(StrEnum):
    """What the learner can do to the plan. Each act replaces the one before on the same thing."""

    RATED = "rated"
    SUSPENDED = "suspended"
    BURIED = "buried"
    RESET = "reset"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """One act, in the order they were done.

    Attributes:
        question: what it is about; empty for SETTINGS.
        take: the answer that was rated, for RATED.
        value: the rating (RATED), "yes" (SUSPENDED), the first day on which it may come up (BURIED), the instant before
            which answers do not count (RESET), JSON (SETTINGS); None takes the act back.
    """

    act: Act
    value: str | None
    question: QuestionId = NO_QUESTION
    take: TakeId | None = None


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """How much is practised, and for when.

    Attributes:
        interview: the day of the interview, where the learner is.
        questions_a_day: how many questions make up a day.
        minutes_a_day: how many minutes make up a day; above 0 it stands in place of the questions.
    """

    interview: date | None = None
    questions_a_day: int = 5
    minutes_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was computed for a question, and the mark of the answers and acts it was computed from."""

    mark: str
    json: str


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything the plan is computed from.

    Attributes:
        marks: of every question that was answered; another one as soon as anything about it has changed.
        answers: oldest first; those to questions whose snapshot still holds are left out.
        events: what the learner did to the plan, in order.
        snapshots: by question, those that still hold.
    """

    marks: Mapping[QuestionId, str] = field(default_factory=dict)
    answers: tuple[Recalled, ...] = ()
    events: tuple[PlanEvent, ...] = ()
    snapshots: Mapping[QuestionId, Snapshot] = field(default_factory=dict)
