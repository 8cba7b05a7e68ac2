"""What is likely remembered is what the package `fsrs` says of each card, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import fsrs
import pytest

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Practice, Recalled
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import TakeId
from mlprep_gui.schedule import Plan, Retained, make_plan, retention

TODAY = date(2026, 3, 2)
A, B = KeyPointId("a"), KeyPointId("b")


def answered(name: str, days_ago: int, score: float, second: Verdict = Verdict.COVERED) -> Recalled:
    at = datetime.combine(TODAY - timedelta(days=days_ago), time(18), UTC)
    verdicts = {A: Verdict.COVERED, B: second}
    return Recalled(TakeId(f"{name}{days_ago}"), QuestionId(name), at, score, verdicts, {A: 1.0, B: 1.0})


def card(*reviews: tuple[int, fsrs.Rating]) -> fsrs.Card:
    """Return a card of the package after reviews so many days ago."""
    package = fsrs.Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
    made = fsrs.Card(card_id=1)
    for days_ago, rating in reviews:
        made, _ = package.review_card(made, rating, datetime.combine(TODAY, time(), UTC) - timedelta(days=days_ago))
    return made


def test_the_chances_are_the_mean_of_those_of_the_package() -> None:
    answers = (answered("one", 9, 80.0), answered("two", 4, 10.0, Verdict.MISSED), answered("two", 1, 80.0))
    found = retention(make_plan(Practice(answers=answers), lambda at: at.date()), TODAY)
    one, two = card((9, fsrs.Rating.Good)), card((4, fsrs.Rating.Again), (1, fsrs.Rating.Good))
    chance = fsrs.Scheduler().get_card_retrievability
    for week, day in enumerate(found.days):
        at = datetime.combine(day, time(), UTC)
        assert at.date() == TODAY + timedelta(weeks=week)
        assert found.questions.chances[week] == pytest.approx((chance(one, at) + chance(two, at)) / 2)
        assert found.points.chances[week] == pytest.approx(chance(two, at))  # only "b" of "two" was ever missed
    assert (found.questions.count, found.points.count) == (2, 1)
    assert found.questions.expected[0] == pytest.approx(2 * found.questions.chances[0])
    assert list(found.questions.chances) == sorted(found.questions.chances, reverse=True)


def test_without_a_grade_nothing_is_foretold() -> None:
    assert retention(Plan(), TODAY).questions == Retained(0, ())
    ungraded = replace(answered("one", 1, 0.0), score=None, verdicts={})
    found = retention(make_plan(Practice(answers=(ungraded,)), lambda at: at.date()), TODAY)
    assert (found.questions, found.points) == (Retained(0, ()), Retained(0, ()))
