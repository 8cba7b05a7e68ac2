"""Rounds through the program: real store and question bank, fake devices and engines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.round_controller import RoundController
from mlprep_gui.app.views import HomeView, NoticeView, RoundView, SessionView, SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import DeviceError, ModelError
from mlprep_gui.domain.session import Mode, SessionState, SessionSummary, TakeState
from mlprep_gui.interview import Phase
from mlprep_gui.paths import Paths, locate
from mlprep_gui.settings import Settings, read
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone, tone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

CHOICE = SetupChoice(count=2, think_s=0, order=Order.PACK)


@dataclass
class Desk:
    """A program on a desk full of fakes, and what it showed."""

    qtbot: QtBot
    program: Program
    microphone: FakeMicrophone
    player: FakePlayer
    grader: FakeGrader
    cues: list[str]
    views: list[RoundView] = field(default_factory=list)
    homes: list[HomeView] = field(default_factory=list)
    notices: list[NoticeView] = field(default_factory=list)
    session: str = ""
    sessions: list[SessionView] = field(default_factory=list)

    def is_newest(self, last: SessionSummary | None) -> bool:
        """Whether this is the session of the last round, or any session when there was no round."""
        return last is not None and (not self.views or last.id == self.session)

    @property
    def round(self) -> RoundController:
        assert self.program.round is not None
        return self.program.round

    def start(self, choice: SetupChoice = CHOICE) -> None:
        self.program.start_chosen(choice)
        self.session = self.round.state.session
        self.wait_for(Phase.STARTING if not choice.typed else Phase.TYPING)

    def speak(self) -> None:
        """Say something, once the microphone is open."""
        self.qtbot.waitUntil(lambda: self.microphone.is_capturing)
        self.microphone.hear(tone(1.0))

    def wait_for(self, phase: Phase) -> RoundView:
        self.qtbot.waitUntil(lambda: bool(self.views) and self.views[-1].phase is phase)
        return self.views[-1]

    def report(self) -> SessionView:
        self.qtbot.waitUntil(lambda: self.program.round is None)
        review = self.program.review
        assert review is not None
        self.qtbot.waitUntil(lambda: bool(self.homes) and self.is_newest(self.homes[-1].last))
        last = self.homes[-1].last
        assert last is not None
        self.sessions.clear()
        review.open(last.id)
        self.qtbot.waitUntil(lambda: bool(self.sessions))
        return self.sessions[-1]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path, paths: Paths) -> Iterator[Callable[..., Desk]]:
    programs: list[Program] = []

    def make(grader: FakeGrader | None = None, player: FakePlayer | None = None, voices: bool = True) -> Desk:
        microphone, cues = FakeMicrophone(), list[str]()
        player = player or FakePlayer(at_once=True)
        grader = grader or FakeGrader()
        voice = FakeVoice(tmp_path) if voices else FakeVoice(tmp_path, ())
        equipment = Equipment(microphone, player, voice, grader, SystemClock(), cues.append)
        program = Program(paths, Settings(), equipment)
        programs.append(program)
        desk = Desk(qtbot, program, microphone, player, grader, cues)
        program.home_changed.connect(desk.homes.append)
        program.noticed.connect(desk.notices.append)
        program.round_started.connect(lambda running: running.view_changed.connect(desk.views.append))
        with qtbot.waitSignal(program.ready):
            program.open()
        assert program.review is not None
        program.review.session_changed.connect(desk.sessions.append)
        return desk

    yield make
    for program in programs:
        program.close()


def test_a_practice_round_is_asked_answered_graded_and_kept(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start()
    for number in range(2):
        desk.speak()
        desk.wait_for(Phase.ANSWERING)
        desk.round.finish_answer()
        view = desk.wait_for(Phase.FEEDBACK)
        assert view.index == number
        assert view.answer is not None and view.answer.answer.assessment is not None
        assert view.answer.audio is not None
        assert view.answer.delivery is not None and view.answer.delivery.words == 4
        desk.round.go_on()
    record = desk.report().record
    assert record.session.state is SessionState.FINISHED
    assert [answer.take.state for answer in record.answers] == [TakeState.COMPLETE] * 2
    assert desk.cues == ["listening", "done"] * 2
    assert "overfitting" in {term.casefold() for term in desk.grader.hotwords[1]}
    assert desk.homes[-1].practised == 2


def test_a_take_is_kept_when_the_program_closes_while_recording(make_desk: Callable[..., Desk], paths: Paths) -> None:
    desk = make_desk()
    desk.start()
    desk.speak()
    desk.program.close()
    again = make_desk()
    (answer,) = again.report().record.answers
    assert answer.take.state in (TakeState.COMPLETE, TakeState.RECOVERED)
    assert answer.take.duration_s == pytest.approx(1.0)


def test_a_mock_interview_shows_nothing_until_the_end(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, mode=Mode.MOCK))
    for _ in range(2):
        desk.speak()
        desk.round.finish_answer()
    view = desk.report()
    assert Phase.FEEDBACK not in {shown.phase for shown in desk.views}
    assert all(answer.answer.assessment is not None for answer in view.answers)


def test_silence_is_said_to_be_silence_and_has_no_score(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(FakeGrader(text=""))
    desk.start()
    desk.speak()
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.answer is not None and view.answer.answer.assessment is not None
    assert not view.answer.answer.assessment.graded
    assert "Nothing was heard" in view.answer.answer.assessment.reason


def test_without_models_an_answer_is_kept_and_graded_later(make_desk: Callable[..., Desk]) -> None:
    error = ModelError("The recogniser is missing.", "Run mlprep-gui models --repair.")
    desk = make_desk(FakeGrader(error=error))
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.answer is not None
    assert view.answer.failure == str(error)
    assert view.notice is not None and "grade later" in view.notice.text
    desk.round.go_on()
    assert desk.report().answers[0].answer.assessment is None
    desk.qtbot.waitUntil(lambda: desk.sessions[-1].answers[0].failure == str(error))
    desk.grader.error = None
    desk.report()
    desk.qtbot.waitUntil(lambda: desk.sessions[-1].answers[0].answer.assessment is not None)


def test_a_lost_microphone_keeps_the_take_and_typing_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.microphone.unplug()
    view = desk.wait_for(Phase.LOST)
    assert view.kept_s == pytest.approx(1.0)
    desk.round.type_instead()
    desk.wait_for(Phase.TYPING)
    desk.round.finish_typing("it learns the noise of the data")
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    states = [answer.take.state for answer in desk.report().record.answers]
    assert states == [TakeState.COMPLETE, TakeState.TYPED]


@pytest.mark.parametrize("has_voice", [True, False], ids=["no loudspeaker", "no voice"])
def test_without_sound_the_round_goes_on_with_text(make_desk: Callable[..., Desk], has_voice: bool) -> None:
    failure = DeviceError("No loudspeaker was found.", "Plug one in.")
    desk = make_desk(player=FakePlayer(failure=failure), voices=has_voice)
    desk.program.start_chosen(replace(CHOICE, count=1, think_s=30))
    view = desk.wait_for(Phase.THINKING)
    assert view.notice is not None
    assert ("loudspeaker" if has_voice else "voice") in view.notice.text
    desk.round.answer()
    desk.speak()
    desk.wait_for(Phase.ANSWERING)


def test_the_words_of_the_prompt_are_followed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(player=FakePlayer())
    desk.program.start_chosen(CHOICE)
    desk.qtbot.waitUntil(lambda: desk.player.is_playing)
    desk.player.advance(0.35)
    view = desk.views[-1]
    assert view.phase is Phase.ASKING and view.spoken is not None
    begin, end = view.spoken
    assert view.question.prompt[begin:end] == view.question.prompt.split()[1]
    desk.player.finish()
    desk.wait_for(Phase.STARTING)


def test_a_muted_round_shows_the_question_and_says_nothing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.program.set_settings(replace(desk.program.settings, muted=True))
    desk.program.start_chosen(CHOICE)
    desk.wait_for(Phase.ASKING)
    assert desk.player.played == []
    desk.round.skip_prompt()
    desk.wait_for(Phase.STARTING)


def test_a_question_that_is_gone_is_said_to_be_gone(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.program.practise("no-such-question")
    assert desk.program.round is None
    assert "in none of the packs" in desk.notices[-1].text


def test_mute_silences_at_once_and_unmute_reads_again(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(player=FakePlayer())
    desk.program.start_chosen(CHOICE)
    desk.qtbot.waitUntil(lambda: desk.player.is_playing)
    desk.program.set_settings(replace(desk.program.settings, muted=True))
    desk.round.follow_mute()
    assert not desk.player.is_playing
    assert (desk.views[-1].phase, desk.views[-1].muted, desk.views[-1].spoken) == (Phase.ASKING, True, None)
    desk.program.set_settings(replace(desk.program.settings, muted=False))
    desk.round.follow_mute()
    desk.qtbot.waitUntil(lambda: desk.player.is_playing)


def test_own_verdicts_stand_beside_the_programs_and_can_be_taken_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    first, second = (point.id for point in view.question.key_points[:2])
    desk.round.judge(first, Verdict.MISSED)
    desk.round.judge(second, Verdict.PARTLY)
    desk.round.judge(second, None)
    assert desk.views[-1].answer is not None
    assert desk.views[-1].answer.answer.own_verdicts == {first: Verdict.MISSED}
    desk.round.go_on()
    (answer,) = desk.report().record.answers
    assert answer.own_verdicts == {first: Verdict.MISSED}
    assert answer.assessment is not None
    assert answer.assessment.verdicts[0].verdict is Verdict.COVERED


def test_an_attempt_knows_the_one_before(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    for attempt in (1, 2):
        desk.start(replace(CHOICE, count=1, typed=True))
        desk.round.finish_typing("it learns the noise")
        view = desk.wait_for(Phase.FEEDBACK)
        assert view.answer is not None
        assert (view.answer.attempt, view.answer.previous_score) == (attempt, None if attempt == 1 else 90.0)
        desk.round.go_on()
        kept = desk.report().answers[0]
        assert (kept.attempt, kept.previous_score) == (view.answer.attempt, view.answer.previous_score)


def test_a_deleted_session_comes_back_with_undo(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1, typed=True))
    desk.round.finish_typing("it learns the noise")
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    session = desk.report().record.session.id
    review = desk.program.review
    assert review is not None
    review.delete(session)
    desk.qtbot.waitUntil(lambda: desk.homes[-1].last is None)
    review.undo()
    desk.qtbot.waitUntil(lambda: desk.homes[-1].last is not None)


def test_the_choice_of_a_round_becomes_the_usual_one(make_desk: Callable[..., Desk], paths: Paths) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=7, typed=True))
    desk.program.close()
    settings, notices = read(paths.settings_file)
    assert notices == ()
    assert (settings.questions, settings.think_s, settings.typed) == (7, 0, True)
