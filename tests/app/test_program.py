"""Rounds through the program: real store and question bank, fake devices and engines."""

import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app import captions, resting
from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.jobs import Lane
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.round_controller import RoundController
from mlprep_gui.app.views import AnswerView, HomeView, NoticeView, PlaybackView, RoundView, SessionView, SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.assessment import Assessment, Verdict
from mlprep_gui.domain.errors import DeviceError, ModelError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Mode, SessionState, SessionSummary, TakeState
from mlprep_gui.domain.transcript import Caption, Word
from mlprep_gui.interview import Phase
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import InputDevice
from mlprep_gui.settings import Settings, read
from mlprep_gui.ui.pages.answer_view import key_point_views, ticks_agreement
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone, tone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

CHOICE = SetupChoice(count=2, think_s=0, order=Order.PACK, judge_first=False)


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

    @property
    def shown(self) -> AnswerView:
        """The answer that the round shows."""
        answer = self.views[-1].answer
        assert answer is not None
        return answer

    @property
    def reviewed(self) -> tuple[str, bool, float | None]:
        """The words of the first answer in review, whether they were corrected, and their score."""
        answer = self.sessions[-1].answers[0].answer
        assert answer.transcript is not None
        score = answer.assessment.score if answer.assessment is not None else None
        return answer.transcript.text, answer.heard is not None, score

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
        program = Program(paths, Settings(judge_first=False), equipment)
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


HEADSET = InputDevice("headset", "Headset", is_default=False)


def test_an_answer_goes_on_with_another_microphone_as_one_take(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.microphone.unplug()
    assert desk.wait_for(Phase.LOST).microphones == ()
    desk.microphone.plug(HEADSET)
    desk.qtbot.waitUntil(lambda: desk.views[-1].microphones == (HEADSET,))
    assert desk.grader.hotwords == []
    desk.round.choose_microphone("headset")
    desk.round.answer()
    desk.speak()
    view = desk.wait_for(Phase.ANSWERING)
    assert view.spent_s == pytest.approx(1.0, abs=0.5)
    desk.round.finish_answer()
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    (answer,) = desk.report().record.answers
    assert answer.take.state is TakeState.COMPLETE
    assert answer.take.duration_s == pytest.approx(2.0)
    assert answer.assessment is not None
    assert len(desk.grader.hotwords) == 1


def test_a_device_that_does_not_start_again_leaves_the_first_part(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.microphone.unplug()
    desk.wait_for(Phase.LOST)
    desk.round.answer()
    desk.qtbot.waitUntil(lambda: "No microphone was found." in str(desk.views[-1].device_error))
    assert desk.views[-1].kept_s == pytest.approx(1.0)
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.answer is not None and view.answer.answer.assessment is not None


def test_what_was_said_stands_before_what_is_typed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.round.type_instead()
    desk.wait_for(Phase.TYPING)
    desk.qtbot.waitUntil(lambda: desk.views[-1].said == desk.grader.text)


def test_a_muted_microphone_is_said_until_sound_comes_and_another_can_be_chosen(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.qtbot.waitUntil(lambda: desk.microphone.is_capturing)
    desk.microphone.hear(tone(2.0, amplitude=0.0))
    notice = desk.views[-1].notice
    assert notice is not None and "I can't hear you" in notice.text
    desk.microphone.hear(tone(0.5))
    assert desk.views[-1].notice is None
    desk.microphone.hear(tone(2.0, amplitude=0.0))
    desk.round.change_microphone()
    view = desk.wait_for(Phase.LOST)
    assert view.kept_s == pytest.approx(4.5)
    assert view.device_error is None
    assert view.notice is None


def test_the_microphone_test_is_offered_until_words_were_heard(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    offers: list[bool] = []
    desk.program.setup_changed.connect(lambda view: offers.append(view.offer_test))
    desk.program.choose(replace(CHOICE, count=1))
    assert offers[-1]
    desk.program.choose(replace(CHOICE, count=1, typed=True))
    assert not offers[-1]
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.round.finish_answer()
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    desk.report()
    assert desk.program.settings.microphone_heard
    desk.program.choose(replace(CHOICE, count=1))
    assert not offers[-1]


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
    archive = desk.program.archive
    assert archive is not None
    archive.delete(session)
    desk.qtbot.waitUntil(lambda: desk.homes[-1].last is None)
    archive.undo()
    desk.qtbot.waitUntil(lambda: desk.homes[-1].last is not None)


def test_the_choice_of_a_round_becomes_the_usual_one(make_desk: Callable[..., Desk], paths: Paths) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=7, typed=True))
    desk.program.close()
    settings, notices = read(paths.settings_file)
    assert notices == ()
    assert (settings.questions, settings.think_s, settings.typed) == (7, 0, True)


def write_answer(path: Path, length_s: float = 2.0) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(tone(length_s).tobytes())
    return path


def test_a_recording_made_elsewhere_is_kept_graded_and_opened(
    make_desk: Callable[..., Desk], paths: Paths, tmp_path: Path
) -> None:
    desk = make_desk()
    desk.program.answer_from_file("overfitting", write_answer(tmp_path / "phone call.wav"))
    assert "phone call.wav is being copied" in desk.notices[-1].text
    desk.qtbot.waitUntil(lambda: bool(desk.sessions) and desk.sessions[-1].answers[0].answer.assessment is not None)
    assert desk.notices[-1].text == ""  # what was said of the copying is gone
    record = desk.sessions[-1].record
    (answer,) = record.answers
    assert (record.session.mode, record.session.state) == (Mode.PRACTICE, SessionState.FINISHED)
    assert (answer.question.id, answer.take.state, answer.take.device) == (
        "overfitting",
        TakeState.COMPLETE,
        "phone call.wav",
    )
    assert answer.take.duration_s == pytest.approx(2.0)
    assert len(answer.take.levels_db) == 40
    assert [path.name for path in paths.takes.iterdir()] == [answer.take.audio]
    assert "overfitting" in {term.casefold() for term in desk.grader.hotwords[0]}
    desk.qtbot.waitUntil(lambda: desk.homes[-1].practised == 1)


def test_a_file_that_is_no_recording_is_said_to_be_none(
    make_desk: Callable[..., Desk], paths: Paths, tmp_path: Path
) -> None:
    desk = make_desk()
    (tmp_path / "notes.txt").write_text("no sound")
    desk.program.answer_from_file("overfitting", tmp_path / "notes.txt")
    desk.qtbot.waitUntil(lambda: "notes.txt cannot be read as audio" in desk.notices[-1].text)
    desk.program.answer_from_file("overfitting", write_answer(tmp_path / "nothing.wav", 0.0))
    desk.qtbot.waitUntil(lambda: "nothing.wav has no sound in it" in desk.notices[-1].text)
    assert desk.program.round is None
    assert list(paths.takes.iterdir()) == []
    assert desk.homes[-1].last is None


def test_a_recording_dropped_while_answering_is_a_second_attempt(
    make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1))
    desk.speak()
    desk.wait_for(Phase.ANSWERING)
    desk.round.answer_from_file(tmp_path / "gone.mp3")
    desk.qtbot.waitUntil(lambda: desk.views[-1].notice is not None)
    assert desk.views[-1].phase is Phase.ANSWERING
    desk.round.answer_from_file(write_answer(tmp_path / "answer.wav"))
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.answer is not None and view.answer.answer.take.device == "answer.wav"
    desk.round.go_on()
    takes = [answer.take for answer in desk.report().record.answers]
    assert [(take.attempt, take.state) for take in takes] == [(1, TakeState.COMPLETE), (2, TakeState.COMPLETE)]


def test_words_corrected_in_a_round_are_graded_and_kept(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(FakeGrader(text="it learns the noise of smoat"))
    desk.program.practise("imbalanced-classes")
    desk.session = desk.round.state.session
    desk.wait_for(Phase.THINKING)
    desk.round.answer()
    desk.speak()
    desk.wait_for(Phase.ANSWERING)
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.answer is not None
    desk.qtbot.waitUntil(lambda: [found.term for found in desk.shown.heard_as] == ["SMOTE"])
    desk.round.edit_words(view.answer.answer.take.id, "it learns the noise of SMOTE")
    desk.qtbot.waitUntil(lambda: desk.shown.answer.heard is not None and not desk.shown.pending)
    assert desk.shown.answer.transcript is not None
    assert desk.shown.answer.transcript.text == "it learns the noise of SMOTE"
    desk.qtbot.waitUntil(lambda: desk.shown.heard_as == ())
    desk.round.go_on()
    answer = desk.report().answers[0].answer
    assert answer.heard is not None and answer.heard.text == "it learns the noise of smoat"
    assert answer.assessment is not None
    assert len(answer.earlier) == 1


def test_words_corrected_in_review_are_graded_at_once_and_can_be_taken_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1, typed=True))
    desk.round.finish_typing("it learns the noise")
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    take = desk.report().answers[0].answer.take.id
    review = desk.program.review
    assert review is not None
    desk.grader.score = 50.0
    review.edit_words(take, "it learns the signal")
    desk.qtbot.waitUntil(lambda: desk.reviewed == ("it learns the signal", True, 50.0))
    review.edit_words(take, "it learns the signal")
    desk.grader.score = 90.0
    review.edit_words(take, None)
    desk.qtbot.waitUntil(lambda: desk.reviewed == ("it learns the noise", False, 90.0))
    assert [grade.assessment.score for grade in desk.sessions[-1].answers[0].answer.earlier] == [50.0, 90.0]


def test_words_that_cannot_be_graded_are_kept_all_the_same(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.start(replace(CHOICE, count=1, typed=True))
    desk.round.finish_typing("it learns the noise")
    desk.wait_for(Phase.FEEDBACK)
    desk.round.go_on()
    take = desk.report().answers[0].answer.take.id
    review = desk.program.review
    assert review is not None
    desk.grader.error = ModelError("The model is missing.", "Repair it.")
    review.edit_words(take, "it learns the signal")
    desk.qtbot.waitUntil(lambda: "The model is missing" in desk.sessions[-1].answers[0].failure)
    assert desk.reviewed == ("it learns the signal", True, None)
    assert [grade.assessment.score for grade in desk.sessions[-1].answers[0].answer.earlier] == [90.0]


def captioned(staying: str, tentative: str) -> Caption:
    """Return a caption of these words."""
    said = [Word(word, n * 0.4, n * 0.4 + 0.3, 0.9) for n, word in enumerate(f"{staying} {tentative}".split())]
    return Caption(tuple(said[: len(staying.split())]), tuple(said[len(staying.split()) :]), 1.0)


def test_words_appear_while_the_learner_speaks(make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captions, "EVERY_MS", 0)
    desk = make_desk()
    heard = captioned("it learns", "the noise")
    desk.grader.captions = [heard]
    desk.start()
    desk.speak()
    desk.qtbot.waitUntil(lambda: desk.views[-1].caption == heard)
    desk.program.set_settings(replace(desk.program.settings, captions=False))
    assert desk.views[-1].caption is None
    desk.program.set_settings(replace(desk.program.settings, captions=True))
    assert desk.views[-1].caption == heard
    desk.round.finish_answer()
    assert desk.wait_for(Phase.FEEDBACK).caption == Caption()
    asked = len(desk.grader.followed)
    desk.round.go_on()
    desk.speak()
    desk.qtbot.waitUntil(lambda: len(desk.grader.followed) > asked)
    assert desk.grader.followed[0] != desk.grader.followed[-1]


def test_a_slow_computer_says_that_captions_are_paused(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(captions, "EVERY_MS", 0)
    desk = make_desk()
    desk.grader.captions = [replace(captioned("it", ""), behind_s=9.0)]
    desk.start()
    desk.speak()
    desk.qtbot.waitUntil(lambda: desk.views[-1].notice is not None)
    notice = desk.views[-1].notice
    assert notice is not None
    assert (notice.kind, "written down at the end" in notice.text) == ("info", True)
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.notice is None
    assert view.answer is not None and view.answer.answer.assessment is not None


def test_memory_is_given_back_after_the_round(make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resting, "MODELS_AFTER_MS", 0)
    monkeypatch.setattr(resting, "VOICE_AFTER_MS", 0)
    desk = make_desk()
    desk.start()
    desk.speak()
    desk.round.finish_answer()
    desk.wait_for(Phase.FEEDBACK)
    desk.qtbot.waitUntil(lambda: not desk.program.runner.is_busy(Lane.SPEECH))
    assert desk.grader.rests == 0
    voice = desk.program.equipment.voice
    assert isinstance(voice, FakeVoice) and voice.rests > 0
    desk.round.end_early()
    desk.qtbot.waitUntil(lambda: desk.grader.rests == 1)


def test_a_recogniser_that_stood_in_is_named_in_the_round(make_desk: Callable[..., Desk]) -> None:
    grader = FakeGrader()
    grader.stand_in = "Whisper base is gone. Whisper tiny.en stood in for it."
    desk = make_desk(grader)
    desk.start()
    desk.speak()
    desk.wait_for(Phase.ANSWERING)
    desk.round.finish_answer()
    view = desk.wait_for(Phase.FEEDBACK)
    assert view.notice is not None and view.notice.text == grader.stand_in


class Strict(FakeGrader):
    """Misses the second point of a whole question, and finds it in the answer to a follow-up."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        found = super().assess(question, words, rivals)
        if question.is_part:
            return found
        missed = replace(found.verdicts[1], verdict=Verdict.MISSED, evidence=())
        return replace(found, score=60.0, verdicts=(found.verdicts[0], missed, *found.verdicts[2:]))


def test_a_missed_point_is_asked_about_and_its_answer_counts_beside_the_first(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(Strict())
    desk.start(replace(CHOICE, count=1, judge_first=True))
    desk.speak()
    desk.round.finish_answer()
    desk.qtbot.waitUntil(lambda: desk.views[-1].is_follow_up and desk.views[-1].phase is Phase.STARTING)
    probe = desk.views[-1].question
    assert [probe.prompt] == [point.probe for point in probe.key_points]
    desk.speak()
    desk.round.finish_answer()
    view = desk.wait_for(Phase.JUDGING)
    assert not view.is_follow_up
    points = view.question.key_points
    desk.round.tick([points[0].id, points[1].id])
    desk.wait_for(Phase.FEEDBACK)
    rows = key_point_views(desk.shown)
    assert (rows[1].verdict, rows[1].after, rows[1].ticked, rows[1].tick_agrees) == (
        Verdict.COVERED,
        "after the follow\u2011up",
        True,
        False,
    )
    assert desk.shown.answer.assessment is not None
    assert (desk.shown.answer.assessment.score, ticks_agreement(desk.shown)) == (60.0, (1, len(points)))
    follow_up = desk.shown.follow_ups[0].answer.take
    moments: list[PlaybackView] = []
    desk.round.playback_changed.connect(moments.append)
    desk.round.play_stretches([(0.1, 0.4)], follow_up.id)
    assert (desk.player.played[-1][0].name, desk.player.played[-1][1:]) == (follow_up.audio, (0.1, 0.4))
    assert moments and not any(moment.playing for moment in moments)  # nothing moves in the words of the first answer
    desk.round.go_on()
    first, second = desk.report().answers
    assert first.answer.assessment is not None and first.answer.assessment.verdicts[1].verdict is Verdict.MISSED
    assert first.answer.judged_first == {point.id: point in points[:2] for point in points}
    assert (second.answer.question, first.follow_ups) == (probe, (second,))
    assert desk.homes[-1].practised == 1
