"""A learner who judges answers by thresholds of their own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mlprep_gui.assessment.calibration import assessor_name
from mlprep_gui.assessment.model import AssessorModel, load_model
from mlprep_gui.assessment.score import decide
from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.domain.session import JudgedPoint, Mode, Session, SessionId, Take, TakeId, TakeState
from mlprep_gui.store import Store

SHIPPED = load_model(Path(__file__).resolve().parents[2] / "resources" / "assessor.json")
POINTS = 6
#: The threshold of a learner who is more generous than the program.
GENEROUS = 0.58 * SHIPPED.threshold
NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def chance(answer: int, point: int) -> float:
    """Return a probability; over many answers every one is as frequent, and each answer has high and low ones."""
    return round((0.618034 * (answer * POINTS + point) + 0.1) % 1.0, 4)


def own(p_covered: float, threshold: float) -> Verdict:
    """Return what this learner finds: never unsure."""
    verdict = decide(p_covered, 0.0, threshold, 1.0)
    return Verdict.MISSED if verdict is Verdict.UNSURE else verdict


def judged(threshold: float, answers: int = 12, model: AssessorModel = SHIPPED) -> tuple[JudgedPoint, ...]:
    """Return the points of answers that were judged, each, by a learner with this threshold."""
    return tuple(
        JudgedPoint(
            TakeId(f"take-{answer}"),
            assessor_name(model),
            graded(chance(answer, point), point, model),
            own(chance(answer, point), threshold),
        )
        for answer in range(answers)
        for point in range(POINTS)
    )


def graded(p_covered: float, point: int, model: AssessorModel = SHIPPED) -> PointVerdict:
    """Return the program's verdict for a probability."""
    verdict = decide(p_covered, 0.0, model.threshold, model.threshold_contradicted)
    return PointVerdict(KeyPointId(f"p{point}"), verdict, p_covered, 0.0)


def keep(store: Store, points: tuple[JudgedPoint, ...]) -> None:
    """Keep such points in a store, as a session of answers to one question."""
    question = Question(QuestionId("q"), "What is it?", tuple(KeyPoint(KeyPointId(f"p{n}"), f"{n}.") for n in range(6)))
    takes = tuple(dict.fromkeys(point.take for point in points))
    store.add_session(Session(SessionId("learnt"), Mode.PRACTICE, NOW, (question,) * len(takes), 0.0))
    for place, take in enumerate(takes):
        own_points = [point for point in points if point.take == take]
        when = NOW + timedelta(minutes=place)
        store.save_take(Take(take, SessionId("learnt"), question.id, place, 1, when, TakeState.TYPED))
        verdicts = tuple(point.program for point in own_points)
        store.add_assessment(take, Assessment(verdicts, 50.0, 40.0, 60.0, own_points[0].assessor))
        for point in own_points:
            if point.own is not None:
                store.set_own_verdict(take, point.program.key_point, point.own)
