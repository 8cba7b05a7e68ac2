"""The home page and the setup page follow from what is known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mlprep_gui.app.planner import choose_questions, home_view, setup_view, usual_choice, with_choice
from mlprep_gui.app.views import SetupChoice
from mlprep_gui.bank import Order, load_library
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import Level, QuestionId
from mlprep_gui.domain.session import Mode, QuestionHistory, SessionId, SessionState, SessionSummary
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
LIBRARY = load_library(locate().questions)
IDS = [question.id for question in LIBRARY.questions]


def history(
    question: QuestionId, days: int, score: float | None, missed: int = 0, contradicted: int = 0
) -> QuestionHistory:
    return QuestionHistory(question, NOW - timedelta(days=days), 1, score, score, missed, contradicted)


def test_an_empty_home_suggests_new_questions_and_says_so() -> None:
    view = home_view(LIBRARY, SetupChoice(count=3), {}, (), NOW)
    assert [line.mark for line in view.suggested] == [None, None, None]
    assert view.suggested[0].reason.startswith("New, from ")
    assert (view.practised, view.total, view.last) == (0, 30, None)
    assert view.week_min == (0,) * 7


def test_each_reason_comes_from_what_was_answered() -> None:
    known = {
        IDS[0]: history(IDS[0], 1, 20.0, missed=3),
        IDS[1]: history(IDS[1], 0, 30.0, missed=1, contradicted=2),
        IDS[2]: history(IDS[2], 4, None),
        IDS[3]: history(IDS[3], 12, 95.0),
        IDS[4]: history(IDS[4], 2, 70.0),
    }
    view = home_view(LIBRARY, SetupChoice(count=30), known, (), NOW)
    lines = {line.question.id: line for line in view.suggested}
    points = len(LIBRARY.questions[0].key_points)
    assert lines[IDS[0]].reason == f"Yesterday 3 of {points} points were missed."
    assert lines[IDS[0]].mark is Verdict.MISSED
    assert lines[IDS[1]].reason == "Today 2 points were the wrong way round."
    assert lines[IDS[2]].reason == "Answered 4 days ago, not graded."
    assert lines[IDS[3]].mark is Verdict.COVERED
    assert lines[IDS[4]].mark is Verdict.PARTLY
    assert view.suggested[0].question.id == IDS[0]
    assert view.practised == 5


def test_minutes_practised_fall_on_their_day() -> None:
    def session(days: int, duration_s: float) -> SessionSummary:
        when = NOW - timedelta(days=days)
        return SessionSummary(
            SessionId(f"s{days}"), Mode.PRACTICE, SessionState.FINISHED, when, 2, 2, duration_s, None, "P", 0
        )

    view = home_view(LIBRARY, SetupChoice(), {}, (session(0, 600), session(2, 120), session(9, 999)), NOW)
    assert view.week_min == (0, 0, 0, 0, 2, 0, 10)


def test_the_setup_page_counts_what_is_available_and_how_long_it_takes() -> None:
    choice = SetupChoice(levels=(Level.HARD,), count=2, think_s=30, answer_s=60, order=Order.PACK)
    view = setup_view(LIBRARY, choice, {}, NOW, (), ())
    hard = sum(question.level is Level.HARD for question in LIBRARY.questions)
    assert view.available == hard
    assert len(view.questions) == 2
    assert view.total_s == 2 * (60 + 30 + 10)
    assert view.ends_at == NOW + timedelta(seconds=view.total_s)


def test_a_choice_can_be_kept_as_the_usual_one() -> None:
    choice = replace(usual_choice(Settings()), mode=Mode.MOCK, count=7, think_s=0, answer_s=45, typed=True, voice="v")
    kept = usual_choice(with_choice(Settings(), choice))
    assert replace(kept, seed=0) == replace(choice, seed=0)


def test_a_broken_pack_leaves_nothing_to_choose_and_no_crash() -> None:
    assert choose_questions(replace(LIBRARY, packs=()), SetupChoice(), {}) == ()
