"""The plan through the program: what was answered comes back on its day, as often and as much as the learner wants."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.plan_keeper import PlanKeeper
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.views import HomeView, QuestionPlanView, QuestionsView, RoundView, SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import PlanSettings, Rating
from mlprep_gui.interview import Phase
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class DayClock:
    """Implements ports.Clock: a day goes by when it is told to."""

    def __init__(self) -> None:
        self.days = 0

    def now(self) -> datetime:
        return NOON + timedelta(days=self.days)

    def monotonic_s(self) -> float:
        return 86_400.0 * self.days


@dataclass
class Learner:
    """A learner who types, and what the program showed."""

    qtbot: QtBot
    program: Program
    clock: DayClock
    grader: FakeGrader
    homes: list[HomeView] = field(default_factory=list)
    lists: list[QuestionsView] = field(default_factory=list)
    rounds: list[RoundView] = field(default_factory=list)

    @property
    def keeper(self) -> PlanKeeper:
        assert self.program.keeper is not None
        return self.program.keeper

    def standing(self, question: str) -> QuestionPlanView:
        return self.lists[-1].plans[question]

    def answer(self, missed: int = 0, score: float = 90.0) -> str:
        """Answer the only question of the round that runs; say of the first points that they were missed."""
        assert self.program.round is not None
        self.grader.score = score
        self.qtbot.waitUntil(lambda: self.rounds[-1].phase is Phase.TYPING)
        self.program.round.finish_typing("it learns the noise")
        self.qtbot.waitUntil(lambda: self.rounds[-1].phase is Phase.FEEDBACK)
        question = self.rounds[-1].question
        for point in question.key_points[:missed]:
            self.program.round.judge(point.id, Verdict.MISSED)
        shown = len(self.homes)
        self.program.round.go_on()
        self.qtbot.waitUntil(lambda: self.program.round is None and len(self.homes) > shown)
        return question.id

    def after(self, do: Callable[[], None]) -> None:
        """Do something, and wait until it shows."""
        shown = len(self.lists)
        do()
        self.qtbot.waitUntil(lambda: len(self.lists) > shown)

    def sleep(self, days: int = 1) -> None:
        self.clock.days += days
        self.program.look_again()


@pytest.fixture
def make_learner(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Learner]]:
    programs: list[Program] = []

    def make() -> Learner:
        clock, grader = DayClock(), FakeGrader()
        equipment = Equipment(
            FakeMicrophone(), FakePlayer(at_once=True), FakeVoice(tmp_path), grader, clock, lambda _: None
        )
        program = Program(locate(tmp_path / "data"), Settings(typed=True, think_s=0, judge_first=False), equipment)
        programs.append(program)
        learner = Learner(qtbot, program, clock, grader)
        program.home_changed.connect(learner.homes.append)
        program.questions_changed.connect(learner.lists.append)
        program.round_started.connect(lambda running: running.view_changed.connect(learner.rounds.append))
        with qtbot.waitSignal(program.ready):
            program.open()
        shown = len(learner.lists)
        qtbot.waitUntil(lambda: len(learner.lists) > shown)
        return learner

    yield make
    for program in programs:
        program.close()


ONE = SetupChoice(count=1, think_s=0, order=Order.PACK, typed=True, judge_first=False)


def test_missed_points_come_back_alone_the_next_day_and_the_question_later(
    make_learner: Callable[[], Learner],
) -> None:
    learner = make_learner()
    learner.after(lambda: learner.keeper.set_settings(PlanSettings(questions_a_day=1)))
    learner.program.start_chosen(ONE)
    question = learner.answer(missed=1)
    assert (learner.homes[-1].plan.is_more, learner.homes[-1].plan.done) == (True, 1)
    learner.after(lambda: learner.keeper.rate(question, Rating.GOOD))
    learner.sleep()
    (line,) = learner.homes[-1].suggested
    assert (line.question.id, line.reason) == (question, "Say only the one point that you missed yesterday.")
    learner.program.practise_suggested(question)
    asked = learner.rounds[-1].question
    assert asked.is_part
    assert [point.id for point in asked.key_points] == [line.question.key_points[0].id]
    learner.answer()
    assert learner.standing(question).words.endswith("Due tomorrow.")  # as rated yesterday: good, two days
    assert learner.lists[-1].scores == {question: 90.0}
    learner.sleep()
    assert learner.homes[-1].suggested[0].question.id == question
    learner.program.start_suggested()
    assert not learner.rounds[-1].question.is_part


def test_what_is_done_to_a_question_is_kept_and_can_be_taken_back(make_learner: Callable[[], Learner]) -> None:
    learner = make_learner()
    learner.program.start_chosen(ONE)
    question, keeper = learner.answer(score=20.0), learner.keeper
    learner.sleep()
    assert learner.standing(question).words == "Due today. Said in part yesterday."
    learner.after(lambda: keeper.bury(question, True))
    assert learner.standing(question).is_buried
    assert question not in [line.question.id for line in learner.homes[-1].suggested]
    learner.after(lambda: keeper.bury(question, False))
    assert learner.homes[-1].suggested[0].question.id == question
    learner.after(lambda: keeper.suspend(question, True))
    learner.program.close()

    again = make_learner()
    assert again.standing(question).is_suspended
    again.after(lambda: again.keeper.suspend(question, False))
    again.after(lambda: again.keeper.reset(question, True))
    assert (again.standing(question).is_reset, again.standing(question).can_reset) == (True, False)
    again.after(lambda: again.keeper.reset(question, False))
    assert again.standing(question).rating is Rating.AGAIN


def test_a_corrected_rating_is_used_and_given_back(make_learner: Callable[[], Learner]) -> None:
    learner = make_learner()
    learner.program.start_chosen(ONE)
    question = learner.answer(score=20.0)
    learner.after(lambda: learner.keeper.rate(question, Rating.EASY))
    assert (learner.standing(question).rating, learner.standing(question).is_corrected) == (Rating.EASY, True)
    assert "You rated it “easy” today." in learner.standing(question).words
    learner.after(lambda: learner.keeper.rate(question, None))
    assert (learner.standing(question).rating, learner.standing(question).is_corrected) == (Rating.AGAIN, False)


def test_own_verdicts_of_a_session_in_review_change_the_plan(make_learner: Callable[[], Learner]) -> None:
    learner = make_learner()
    learner.program.start_chosen(ONE)
    question = learner.answer(score=100.0)
    assert learner.standing(question).rating is Rating.EASY
    review, last = learner.program.review, learner.homes[-1].last
    assert review is not None and last is not None
    with learner.qtbot.waitSignal(review.session_opened) as opened:
        review.open(last.id)
    answer = opened.args[0].record.answers[0]
    for point in answer.question.key_points:
        with learner.qtbot.waitSignal(review.session_changed):
            review.judge(answer.take.id, point.id, Verdict.MISSED)
    learner.after(learner.program.look_again)
    assert learner.standing(question).rating is Rating.AGAIN


def test_the_interview_date_and_the_amount_are_kept(make_learner: Callable[[], Learner]) -> None:
    learner = make_learner()
    wanted = PlanSettings((NOON + timedelta(days=9)).date(), minutes_a_day=20)
    learner.after(lambda: learner.keeper.set_settings(wanted))
    assert (learner.homes[-1].plan.settings, learner.homes[-1].plan.days_left) == (wanted, 9)
    learner.sleep(4)
    assert learner.homes[-1].plan.days_left == 5
    learner.program.close()
    assert make_learner().homes[-1].plan.settings == wanted
