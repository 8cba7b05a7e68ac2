"""Three months of made-up practice for the progress page."""

from dataclasses import replace
from datetime import date, timedelta

from mlprep_gui.app.progress import divided
from mlprep_gui.app.views import ProgressView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.progress import (
    GradedFact,
    MissedPoint,
    PracticeFact,
    Progress,
    SelfJudgement,
    SpokenFact,
    TopicState,
)
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.schedule import Retained, Retention
from tests.ui.samples import BAGGING, CONFUSION, NOON, TUNING

TODAY = NOON.date()
TOPICS = ("Ensembles", "Evaluation", "Foundations", "Deep learning")
DAYS = tuple(sorted(range(0, 90, 3), reverse=True))

GRADED = tuple(
    GradedFact(NOON - timedelta(days=day), TOPICS[at % 4], 42.0 + at + 6 * (at % 3), 2 + at % 4, 6)
    for at, day in enumerate(DAYS)
)
SPOKEN = tuple(
    SpokenFact(NOON - timedelta(days=day), TOPICS[at % 4], 118.0 + at, 6.4 - 0.15 * at, at % 5, 1.2 + 0.1 * (at % 4))
    for at, day in enumerate(DAYS)
)
PRACTICE = tuple(PracticeFact(NOON - timedelta(days=day), 600.0 + 90 * (at % 6)) for at, day in enumerate(DAYS))
MISSED = (
    MissedPoint(
        CONFUSION.id,
        KeyPointId("precision"),
        CONFUSION.prompt,
        "Precision: true alarms of all alarms.",
        2,
        0,
        2,
        Verdict.CONTRADICTED,
    ),
    MissedPoint(
        BAGGING.id, BAGGING.key_points[4].id, BAGGING.prompt, BAGGING.key_points[4].statement, 4, 3, 0, Verdict.MISSED
    ),
    MissedPoint(
        QuestionId(TUNING.id),
        KeyPointId("test-once"),
        TUNING.prompt,
        "The test set is used once, at the end, because every look at it makes the estimate more hopeful than it is.",
        3,
        2,
        0,
        Verdict.MISSED,
    ),
)
FACTS = Progress(
    graded=GRADED,
    spoken=SPOKEN,
    practice=PRACTICE,
    topics=(
        TopicState("Evaluation", 42, 50, 35, 50),
        TopicState("Foundations", 46, 65, 38, 65),
        TopicState("Ensembles", 14, 24, 4, 12),
        TopicState("Deep learning", 18, 41),
    ),
    missed=MISSED,
    days_in_a_row=3,
    judged=SelfJudgement(48, 37, 29, 25),
    first_at=NOON - timedelta(days=400),
)


RETENTION = Retention(
    tuple(TODAY + timedelta(weeks=week) for week in range(9)),
    Retained(31, (0.88, 0.74, 0.67, 0.63, 0.6, 0.57, 0.55, 0.54, 0.53)),
    Retained(12, (0.81, 0.62, 0.54, 0.5, 0.47, 0.45, 0.43, 0.42, 0.41)),
)


def view(
    period: str = "months", facts: Progress = FACTS, today: date = TODAY, retention: Retention = RETENTION
) -> ProgressView:
    """Return the page for a period."""
    starts, step = divided(period, today, facts.first_at)
    return ProgressView(period, today, starts, step, facts, retention)


EMPTY = view(facts=Progress(), retention=Retention())
ONE_ANSWER = view(
    "weeks",
    replace(
        FACTS,
        graded=GRADED[-1:],
        spoken=(),
        practice=PRACTICE[-1:],
        topics=FACTS.topics[-1:],
        missed=(),
        judged=SelfJudgement(),
        days_in_a_row=1,
        first_at=NOON,
    ),
    retention=replace(RETENTION, questions=Retained(1, RETENTION.questions.chances), points=Retained(0, ())),
)
LONG = view(
    "all",
    replace(
        FACTS,
        topics=tuple(
            TopicState(f"{state.topic} and everything that has to do with it", state.covered, state.points, 3, 20)
            for state in FACTS.topics
        ),
        missed=tuple(replace(point, statement=point.statement * 2, prompt=TUNING.prompt) for point in MISSED),
        first_at=NOON - timedelta(days=3650),
    ),
)
