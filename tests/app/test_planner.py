"""The home page, the setup page and the questions follow from what is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from mlprep_gui.app.number_words import number_word
from mlprep_gui.app.planner import (
    Agenda,
    choose_questions,
    home_view,
    make_agenda,
    points_round,
    questions_view,
    setup_view,
    suggested_question,
    suggested_round,
    usual_choice,
    with_choice,
)
from mlprep_gui.app.views import QuestionPlanView, SetupChoice
from mlprep_gui.bank import Order, load_library
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Act, PlanEvent, PlanSettings, Practice, Rating, Recalled
from mlprep_gui.domain.progress import MissedPoint
from mlprep_gui.domain.question import Level, QuestionId
from mlprep_gui.domain.session import Mode, SessionId, SessionState, SessionSummary, TakeId
from mlprep_gui.paths import locate
from mlprep_gui.schedule import make_plan, settings_json
from mlprep_gui.settings import Settings

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
LIBRARY = load_library(locate().questions)
IDS = [question.id for question in LIBRARY.questions]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def agenda(*answers: Recalled, events: tuple[PlanEvent, ...] = ()) -> Agenda:
    """Return the plan of some answers."""
    plan = make_plan(Practice(answers=answers, events=events), lambda at: at.astimezone().date())
    return make_agenda(plan, LIBRARY, SetupChoice(), NOW)


def answered(place: int, days: int, score: float | None, *verdicts: Verdict, part: bool = False) -> Recalled:
    """Return an answer given so many days before NOW; points without a verdict were covered."""
    question = LIBRARY.questions[place]
    said = dict(zip((point.id for point in question.key_points), verdicts, strict=False))
    known = {point.id: said.get(point.id, Verdict.COVERED) for point in question.key_points}
    at = NOW - timedelta(days=days)
    return Recalled(
        TakeId(f"{place}-{days}"), question.id, at, score, known if score is not None else {}, {}, False, part
    )


MISSED, PARTLY, WRONG = Verdict.MISSED, Verdict.PARTLY, Verdict.CONTRADICTED


def test_an_empty_home_suggests_new_questions_of_all_topics_and_says_so() -> None:
    view = home_view(LIBRARY, SetupChoice(), agenda(), {}, (), NOW)
    assert [line.mark for line in view.suggested] == [None] * 5
    assert view.suggested[0].reason.startswith("New, from ")
    assert len({line.question.topic for line in view.suggested}) == min(5, len(LIBRARY.topics))
    assert (view.practised, view.total, view.last) == (0, 30, None)
    assert (view.plan.due, view.plan.new, view.plan.is_more) == (0, 30, False)
    assert view.week_min == (0,) * 7


@pytest.mark.parametrize(
    ("answer", "reason", "mark"),
    [
        (answered(0, 6, 20.0, MISSED, MISSED), "You missed two of {n} on Tuesday.", MISSED),
        (answered(0, 1, 30.0, MISSED, WRONG), "You had one point the wrong way round yesterday.", WRONG),
        (answered(0, 9, 30.0, WRONG, WRONG), "You had two points the wrong way round 9 days ago.", WRONG),
        (answered(0, 4, None), "Answered on Thursday, not graded.", Verdict.UNSURE),
        (answered(0, 12, 95.0), "Said well 12 days ago. Once more before it fades.", Verdict.COVERED),
        (answered(0, 5, 70.0, PARTLY), "Said in part on Wednesday.", PARTLY),
    ],
)
def test_each_reason_comes_from_what_was_answered(answer: Recalled, reason: str, mark: Verdict) -> None:
    view = home_view(LIBRARY, SetupChoice(), agenda(answer), {}, (), NOW)
    first = view.suggested[0]
    number = number_word(len(LIBRARY.questions[0].key_points))
    assert (first.question.id, first.reason, first.mark) == (IDS[0], reason.format(n=number), mark)


def test_single_missed_points_are_asked_for_alone() -> None:
    known = agenda(answered(0, 1, 85.0, Verdict.COVERED, MISSED, MISSED))
    view = home_view(LIBRARY, SetupChoice(), known, {}, (), NOW)
    first = view.suggested[0]
    assert (first.reason, first.mark) == ("Say only these two: you missed them yesterday.", MISSED)
    assert first.question == LIBRARY.questions[0]
    asked = suggested_round(known, SetupChoice()).questions[0]
    assert asked == suggested_question(known, IDS[0])
    assert asked.is_part and [point.id for point in asked.key_points] == [
        point.id for point in LIBRARY.questions[0].key_points[1:3]
    ]
    assert suggested_question(known, "no-such-question") is None
    one = home_view(LIBRARY, SetupChoice(), agenda(answered(0, 1, 85.0, MISSED)), {}, (), NOW)
    assert one.suggested[0].reason == "Say only the one point that you missed yesterday."


def test_after_the_day_is_done_more_is_offered_and_said_to_be_more() -> None:
    settings = PlanEvent(Act.SETTINGS, settings_json(PlanSettings(questions_a_day=1)))
    view = home_view(LIBRARY, SetupChoice(), agenda(answered(0, 0, 95.0), events=(settings,)), {}, (), NOW)
    assert (view.plan.is_more, view.plan.done, view.plan.due) == (True, 1, 0)
    assert view.plan.next_day == (NOW + timedelta(days=8)).date()
    assert len(view.suggested) == 1


def test_the_interview_and_what_fails_again_and_again_are_told() -> None:
    interview = PlanEvent(Act.SETTINGS, settings_json(PlanSettings(NOW.date() + timedelta(days=10))))
    failed = [answered(0, 20 - n, 85.0, MISSED) for n in range(4)]
    view = home_view(LIBRARY, SetupChoice(), agenda(*failed, events=(interview,)), {}, (), NOW)
    assert (view.plan.days_left, view.plan.to_repeat, view.plan.needed_a_day) == (10, 1, 1)
    (leech,) = view.plan.leeches
    assert (leech.point, leech.days_failed) == (LIBRARY.questions[0].key_points[0].statement, 4)


def test_a_question_says_how_it_stands_in_the_plan(tmp_path: Path) -> None:
    def standing(*events: PlanEvent, answers: tuple[Recalled, ...] = (given,)) -> QuestionPlanView:
        known = agenda(*answers, events=events)
        return questions_view(LIBRARY, {}, known, locate(tmp_path)).plans[IDS[0]]

    due = standing()
    assert due.words == f"Due since 4 January. You missed one of {POINTS} on Saturday."
    assert (due.rating, due.is_corrected, due.can_reset, due.is_reset) == (Rating.AGAIN, False, True, False)
    rated = standing(PlanEvent(Act.RATED, "good", IDS[0], given.take))
    assert rated.words == "Due today. You rated it “good” on Saturday. Once more before it fades."
    assert (rated.rating, rated.is_corrected) == (Rating.GOOD, True)
    assert standing(PlanEvent(Act.SUSPENDED, "yes", IDS[0])).words.startswith("Suspended")
    put_off = standing(PlanEvent(Act.BURIED, "2026-01-06", IDS[0]))
    assert (put_off.words, put_off.is_buried) == ("Put off: it comes up again tomorrow.", True)
    reset = standing(PlanEvent(Act.RESET, NOW.isoformat(), IDS[0]))
    assert (reset.words, reset.is_reset, reset.can_reset) == ("New: it comes up when nothing is due.", True, False)
    ahead = standing(answers=(answered(0, 1, 100.0),))
    assert ahead.words == "Said well yesterday. Due on 12 January."
    assert standing(answers=()).words == "New: it comes up when nothing is due."


given = answered(0, 2, 30.0, MISSED)
POINTS = number_word(len(LIBRARY.questions[0].key_points))


def test_minutes_practised_fall_on_their_day() -> None:
    def session(days: int, duration_s: float) -> SessionSummary:
        when = NOW - timedelta(days=days)
        return SessionSummary(
            SessionId(f"s{days}"), Mode.PRACTICE, SessionState.FINISHED, when, 2, 2, duration_s, None, "P", 0
        )

    view = home_view(LIBRARY, SetupChoice(), agenda(), {}, (session(0, 600), session(2, 120), session(9, 999)), NOW)
    assert view.week_min == (0, 0, 0, 0, 2, 0, 10)


def test_the_setup_page_counts_what_is_available_and_how_long_it_takes() -> None:
    choice = SetupChoice(levels=(Level.HARD,), count=2, think_s=30, answer_s=60, order=Order.PACK)
    view = setup_view(LIBRARY, choice, {}, agenda(), NOW, (), ())
    hard = sum(question.level is Level.HARD for question in LIBRARY.questions)
    assert view.available == hard
    assert len(view.questions) == 2
    assert view.total_s == 2 * (60 + 30 + 10)
    assert view.ends_at == NOW + timedelta(seconds=view.total_s)


def test_the_setup_page_offers_what_is_due_first() -> None:
    known = agenda(answered(7, 30, 95.0), answered(3, 30, 10.0), answered(5, 0, 10.0))
    view = setup_view(LIBRARY, SetupChoice(count=30), {}, known, NOW, (), ())
    assert [question.id for question in view.questions[:2]] == [IDS[3], IDS[7]]
    assert view.questions[-1].id == IDS[5]
    assert len(view.questions) == 30


def test_a_choice_can_be_kept_as_the_usual_one() -> None:
    choice = replace(usual_choice(Settings()), mode=Mode.MOCK, count=7, think_s=0, answer_s=45, typed=True, voice="v")
    kept = usual_choice(with_choice(Settings(), choice))
    assert replace(kept, seed=0) == replace(choice, seed=0)


def test_a_broken_pack_leaves_nothing_to_choose_and_no_crash() -> None:
    assert choose_questions(replace(LIBRARY, packs=()), SetupChoice(), {}, agenda()) == ()


def test_a_contrast_round_asks_about_both_sides_and_nothing_else() -> None:
    library = load_library(locate().questions, contrasts=locate().resources / "contrasts.toml")
    choice = SetupChoice(contrasts=("Bagging / boosting",), count=5)
    view = setup_view(library, choice, {}, agenda(), NOW, (), ())
    assert {question.id for question in view.questions} == {"bagging-boosting", "tune-tree-ensembles"}
    assert view.available == 2
    assert view.contrasts[:2] == ("Bagging / boosting", "L1 / L2")
    gone = replace(choice, contrasts=("Cats / dogs",))
    assert setup_view(library, gone, {}, agenda(), NOW, (), ()).available == len(library.questions)


def test_missed_points_are_asked_for_alone_those_of_a_question_together() -> None:
    first, second = LIBRARY.questions[:2]
    points = [
        MissedPoint(question.id, question.key_points[at].id, question.prompt, "", 2, 2, 0, Verdict.MISSED)
        for question, at in ((second, 0), (first, 1), (second, 2))
    ]
    gone = replace(points[0], question=QuestionId("gone"))
    plan = points_round(LIBRARY, [gone, *points], SetupChoice(mode=Mode.MOCK, programme="x"))
    assert [(each.id, [point.id for point in each.key_points]) for each in plan.questions] == [
        (second.id, [second.key_points[0].id, second.key_points[2].id]),
        (first.id, [first.key_points[1].id]),
    ]
    assert all(each.is_part for each in plan.questions) and plan.mode is Mode.PRACTICE
    assert points_round(LIBRARY, [gone], SetupChoice()).questions == ()
