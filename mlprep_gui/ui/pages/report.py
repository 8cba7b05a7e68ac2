"""What a session adds up to: counts, what to practise next, what was covered. Counted, never composed."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlprep_gui.app.views import AnswerView, SessionView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPoint, Question
from mlprep_gui.domain.session import TakeState
from mlprep_gui.ui.pages.answer_view import best_answer, grade_of, reversal
from mlprep_gui.ui.pages.words import ESSENTIAL_SHARE

_STRONG_SHARE = 2 / 3
_FEWEST_POINTS = 3


@dataclass(frozen=True, slots=True)
class JudgedPoint:
    """A key point of a graded answer.

    Attributes:
        verdict: the learner's own verdict where there is one, else the program's.
        share: weight beside the heaviest point of the question, 0 to 1.
        set_right: for a contradicted point: what it sounds like, and what is right.
    """

    question: Question
    key_point: KeyPoint
    verdict: Verdict
    share: float
    set_right: str = ""

    @property
    def is_essential(self) -> bool:
        """Whether it is among the points that matter most."""
        return self.share >= ESSENTIAL_SHARE


@dataclass(frozen=True, slots=True)
class Gain:
    """A question whose score rose since the attempt before."""

    question: Question
    score: float
    before: float


def newest_answers(view: SessionView) -> tuple[AnswerView, ...]:
    """Return the answer that counts for each question: the newest one that was graded, else the newest."""
    by_position: dict[int, AnswerView] = {}
    for answer in view.answers:
        if answer.answer.question.is_follow_up:  # it counts for a point of the answer before
            continue
        kept = by_position.get(answer.answer.take.position)
        if kept is None or grade_of(answer) is not None or grade_of(kept) is None:
            by_position[answer.answer.take.position] = answer
    return tuple(by_position[position] for position in sorted(by_position))


def judged_points(answers: Sequence[AnswerView]) -> tuple[JudgedPoint, ...]:
    """Return every key point of the graded answers."""
    points: list[JudgedPoint] = []
    for view in answers:
        grade = grade_of(view)
        if grade is None:
            continue
        question = view.answer.question
        heaviest = max((point.weight for point in question.key_points), default=1.0)
        for point in question.key_points:
            best = grade_of(best_answer(view, point.id))
            found = best.verdict_of(point.id) if best is not None else None
            if found is not None:
                verdict = view.answer.own_verdicts.get(point.id, found.verdict)
                right = ""
                if verdict is Verdict.CONTRADICTED:
                    right = " ".join(filter(None, (reversal(point, found), point.correction)))
                points.append(JudgedPoint(question, point, verdict, point.weight / heaviest, right))
    return tuple(points)


def practise_next(points: Sequence[JudgedPoint], count: int = 3) -> tuple[JudgedPoint, ...]:
    """Return what to practise: the heaviest first, at the same weight wrong before missed before partly."""
    order = (Verdict.CONTRADICTED, Verdict.MISSED, Verdict.PARTLY)
    lacking = [point for point in points if point.verdict in order]
    lacking.sort(key=lambda point: (-round(point.share, 3), order.index(point.verdict)))
    return tuple(lacking[:count])


def strong_topics(points: Sequence[JudgedPoint]) -> tuple[tuple[str, int, int], ...]:
    """Return the topics with most of their points covered, best first: topic, points covered, points."""
    by_topic: dict[str, list[JudgedPoint]] = {}
    for point in points:
        by_topic.setdefault(point.question.topic, []).append(point)
    counts = ((topic, _covered(found), len(found)) for topic, found in by_topic.items() if topic)
    strong = [each for each in counts if each[2] >= _FEWEST_POINTS and each[1] >= _STRONG_SHARE * each[2]]
    return tuple(sorted(strong, key=lambda each: -each[1] / each[2]))


def covered_counts(points: Sequence[JudgedPoint]) -> tuple[int, int, int, int]:
    """Return essential points covered and in all, then the same for the others."""
    essential = [point for point in points if point.is_essential]
    other = [point for point in points if not point.is_essential]
    return _covered(essential), len(essential), _covered(other), len(other)


def _covered(points: Sequence[JudgedPoint]) -> int:
    return sum(point.verdict is Verdict.COVERED for point in points)


def gains(answers: Sequence[AnswerView]) -> tuple[Gain, ...]:
    """Return the questions that were answered better than before, the greatest gain first."""
    found = []
    for view in answers:
        grade = grade_of(view)
        if grade is not None and view.previous_score is not None and round(grade.score) > round(view.previous_score):
            found.append(Gain(view.answer.question, grade.score, view.previous_score))
    return tuple(sorted(found, key=lambda gain: gain.before - gain.score))


def answered(answers: Sequence[AnswerView]) -> int:
    """Return how many questions were answered, aloud or in writing."""
    return sum(view.answer.take.state is not TakeState.SKIPPED for view in answers)
