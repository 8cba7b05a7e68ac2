"""The window with the whole program behind it, when the data folder, a model or the store is not as it should be."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.views import HomeView, NoticeView, RoundView, SetupChoice
from mlprep_gui.audio.wav import WavWriter
from mlprep_gui.bank import Order
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.session import SessionState, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.interview import Phase
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import Grader
from mlprep_gui.settings import Settings
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.store import Store
from mlprep_gui.ui.dialogs.export_dialog import ExportDialog
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.archive_rows import line_of
from mlprep_gui.ui.pages.progress_page import ProgressPage
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from mlprep_gui.ui.pages.transcript_part import TranscriptPart
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow
from tests.adapters.stored_values import NOON, assessment, session, take
from tests.fakes.grader import FakeGrader
from tests.fakes.learner import GENEROUS, judged, keep
from tests.fakes.microphone import FakeMicrophone, tone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice
from tests.ui import samples
from tests.ui.seen import button, shown_text, visible_buttons

CHOICE = SetupChoice(count=1, think_s=0, order=Order.PACK, judge_first=False)
USUAL = Settings(reduced_motion=True, judge_first=False)


class Rig:
    """A window with its program on fake devices, and what it was told."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        paths: Paths,
        folder: Path,
        grader: Grader,
        settings: Settings = USUAL,
    ) -> None:
        self.microphone, self.player = FakeMicrophone(), FakePlayer(at_once=True)
        equipment = Equipment(self.microphone, self.player, FakeVoice(folder), grader, SystemClock(), lambda _: None)
        self.themes = ThemeFollower(app, paths.resources)
        self.window = MainWindow()
        self.program = Program(paths, settings, equipment, self.window)
        self.notices: list[NoticeView] = []
        self.homes: list[HomeView] = []
        self.rounds: list[RoundView] = []
        self.program.noticed.connect(self.notices.append)
        self.program.home_changed.connect(self.homes.append)
        self.program.round_started.connect(lambda running: running.view_changed.connect(self.rounds.append))
        self.shell = Shell(self.window, self.program, self.themes)
        qtbot.addWidget(self.window)
        self.window.show_page("home")

    @property
    def phase(self) -> Phase | None:
        return self.rounds[-1].phase if self.rounds else None


@pytest.fixture
def make_rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(paths: Paths | None = None, grader: Grader | None = None) -> Rig:
        rig = Rig(qtbot, qapp, paths or locate(tmp_path / "data"), tmp_path, grader or FakeGrader())
        made.append(rig)
        rig.program.open()
        return rig

    yield make
    for rig in made:
        rig.program.close()


def test_a_data_folder_that_cannot_be_used_is_said_and_nothing_is_asked_for(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    rig = make_rig(locate(tmp_path / "file"))
    qtbot.waitUntil(lambda: bool(rig.homes) and rig.homes[-1].total == 30)
    assert "Could not open the database" in rig.homes[-1].notices[0].text
    rig.program.start_chosen(CHOICE)
    assert rig.program.round is None
    assert "Could not open the database" in rig.notices[-1].text
    qtbot.waitUntil(lambda: any("settings could not be saved" in notice.text for notice in rig.notices))


def test_a_notice_is_taken_away_by_an_empty_one(make_rig: Callable[..., Rig]) -> None:
    rig = make_rig()
    rig.program.noticed.emit(NoticeView("answer.wav is being copied."))
    assert rig.window.status.is_shown
    rig.program.noticed.emit(NoticeView(""))
    assert not rig.window.status.is_shown


def test_a_second_program_on_the_same_folder_says_so(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    first = make_rig()
    qtbot.waitUntil(lambda: bool(first.homes))
    second = make_rig()
    qtbot.waitUntil(lambda: bool(second.homes))
    assert "open already" in second.homes[-1].notices[0].text


def test_with_a_damaged_model_an_answer_is_recorded_and_can_be_graded_later(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    paths = locate(tmp_path / "data")
    models = tmp_path / "resources" / "models"
    shutil.copytree(paths.models, models, copy_function=lambda source, target: Path(target).symlink_to(source))
    weights = models / "whisper-tiny.en" / "model.bin"
    weights.unlink()
    weights.write_bytes(b"cut off")
    rig = make_rig(paths, SpeechProcess(models, paths.resources, paths.cache))
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.program.start_chosen(CHOICE)
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(1.0))
    assert rig.program.round is not None
    rig.program.round.finish_answer()
    qtbot.waitUntil(lambda: rig.phase is Phase.FEEDBACK, timeout=20_000)
    answer = rig.rounds[-1].answer
    assert answer is not None and answer.audio is not None
    assert answer.answer.take.state is TakeState.COMPLETE
    assert "models --repair" in answer.failure
    assert answer.answer.assessment is None


def test_a_report_that_cannot_be_read_leads_home(
    make_rig: Callable[..., Rig], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.program.start_chosen(replace(CHOICE, typed=True))
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)

    def refuse(store: Store, session: str) -> None:
        raise StoreError("Could not read the session.", "Restart MLPrep.")

    monkeypatch.setattr(Store, "session", refuse)
    assert rig.program.round is not None
    rig.program.round.skip()
    qtbot.waitUntil(lambda: rig.window.current_page == "home")
    assert rig.program.round is None


def test_closing_waits_for_the_take_but_not_for_a_device_that_hangs(
    make_rig: Callable[..., Rig], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.program.start_chosen(CHOICE)
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(0.5))
    with monkeypatch.context() as hanging:
        hanging.setattr(rig.microphone, "stop", lambda: None)
        first, second = QCloseEvent(), QCloseEvent()
        rig.window.close_requested.emit(first)
        rig.window.close_requested.emit(second)
    assert (first.isAccepted(), second.isAccepted()) == (False, True)
    rig.microphone.stop()


def test_words_said_apart_are_played_one_after_the_other_in_the_round_and_in_review(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.program.start_chosen(CHOICE)
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(2.0))
    running = rig.program.round
    assert running is not None
    running.finish_answer()
    qtbot.waitUntil(lambda: rig.phase is Phase.FEEDBACK)

    def play_last_point() -> list[tuple[float, float]]:
        row = rig.window.show_page(rig.window.current_page).findChildren(KeyPointRow)[-1]
        before = len(rig.player.played)
        QTest.keyClick(row, Qt.Key.Key_Space)
        return [(round(start_s, 2), round(end_s or 0.0, 2)) for _, start_s, end_s in rig.player.played[before:]]

    # "it" was said from 0.0 to 0.3 s and "noise" from 1.2 to 1.5 s; a little more is played of each.
    expected = [(0.0, 0.55), (1.05, 1.75)]
    assert play_last_point() == expected
    running.end_early()
    qtbot.waitUntil(lambda: rig.window.current_page == "report")
    report = rig.window.show_page("report")
    assert isinstance(report, ReportPage)
    report.answer_requested.emit(0)
    qtbot.waitUntil(lambda: rig.window.current_page == "session")
    assert play_last_point() == expected


def test_the_microphone_is_tested_on_the_setup_page(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    page = rig.window.show_page("setup")
    assert isinstance(page, SetupPage)
    page.microphone_test.start_clicked.emit()
    rig.microphone.hear(tone(1.0))
    with qtbot.waitSignal(rig.program.settings_changed):
        rig.microphone.stop()
    assert rig.program.settings.microphone_heard
    assert page.microphone_test.words == "Your words arrive. You are ready for a round."


def test_leaving_the_settings_page_ends_a_microphone_test(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    page = rig.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.microphone_test.test_requested.emit("")
    assert rig.microphone.is_capturing
    rig.window.show_page("home")
    assert not rig.microphone.is_capturing


# Grading again


def answer_by_typing(rig: Rig, qtbot: QtBot) -> None:
    """Play a round of one typed answer to its end."""
    rig.rounds.clear()
    rig.program.start_chosen(replace(CHOICE, typed=True))
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)
    assert rig.program.round is not None
    rig.program.round.finish_typing("it learns the noise of the data")
    qtbot.waitUntil(lambda: rig.phase is Phase.FEEDBACK)
    rig.program.round.go_on()
    qtbot.waitUntil(lambda: rig.program.round is None and rig.window.current_page == "report")


def regrading_shown(rig: Rig) -> str:
    page = rig.window.page("review")
    assert isinstance(page, ReviewPage)
    return page.regrading.accessibleName() if not page.regrading.isHidden() else ""


def test_review_offers_to_grade_again_and_shows_the_new_score(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    grader = FakeGrader()
    rig = make_rig(grader=grader)
    qtbot.waitUntil(lambda: bool(rig.homes))
    answer_by_typing(rig, qtbot)
    grader.name, grader.score = "fake 2", 70.0
    rig.window.show()
    page = rig.window.show_page("review")
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: "One answer was graded by an older assessor." in regrading_shown(rig))
    button(page, "Grade again").click()
    qtbot.waitUntil(lambda: "One answer graded again: 0 scores rose, 1 fell." in regrading_shown(rig))
    qtbot.waitUntil(lambda: rig.homes[-1].last is not None and rig.homes[-1].last.mean_score == 70.0)
    button(page.regrading, "Close").click()
    assert regrading_shown(rig) == ""
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rig.window.current_page == "session")
    assert "was 90." in shown_text(rig.window.page("session"))


def test_the_menu_grades_everything_again_in_sight_but_not_in_a_round(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig()
    entry = rig.window.actions_by_name["regrade"]
    entry.trigger()  # before the store is open: nothing happens, nothing breaks
    qtbot.waitUntil(lambda: bool(rig.homes))
    answer_by_typing(rig, qtbot)
    entry.trigger()
    assert rig.window.current_page == "review"
    qtbot.waitUntil(lambda: "One answer graded again: no score changed." in regrading_shown(rig))
    rig.rounds.clear()
    rig.program.start_chosen(replace(CHOICE, typed=True))
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)
    assert not entry.isEnabled()
    rig.window.regrade_requested.emit()
    assert rig.program.regrading is not None and not rig.program.regrading.view.running
    assert rig.window.current_page == "round"


def test_a_round_holds_grading_again_until_it_is_over(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    grader = FakeGrader()
    rig = make_rig(grader=grader)
    qtbot.waitUntil(lambda: bool(rig.homes))
    answer_by_typing(rig, qtbot)
    regrading = rig.program.regrading
    assert regrading is not None
    grader.name = "fake 2"
    regrading.start()
    rig.rounds.clear()
    rig.program.start_chosen(replace(CHOICE, typed=True))
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)
    assert regrading.view.running and regrading.view.waiting
    assert rig.program.round is not None
    rig.program.round.skip()
    qtbot.waitUntil(lambda: not regrading.view.running)
    assert regrading.view.tally is not None and regrading.view.tally.graded == 1


def test_a_grade_that_comes_late_does_not_turn_the_page(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    answer_by_typing(rig, qtbot)
    review = rig.program.review
    assert review is not None
    rig.window.show_page("guide")
    with qtbot.waitSignal(review.session_changed):
        review.reload()
    assert rig.window.current_page == "guide"


def test_closing_while_answers_are_graded_again_is_safe(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    grader = FakeGrader()
    rig = make_rig(grader=grader)
    qtbot.waitUntil(lambda: bool(rig.homes))
    answer_by_typing(rig, qtbot)
    grader.name = "fake 2"
    assert rig.program.regrading is not None
    rig.program.regrading.start()
    rig.program.close()
    again = make_rig()
    qtbot.waitUntil(lambda: bool(again.homes) and again.homes[-1].last is not None)
    assert again.homes[-1].last is not None and again.homes[-1].last.mean_score == 90.0


# Adjusting verdicts


def test_verdicts_are_adjusted_on_the_settings_page_and_back(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    paths = locate(tmp_path / "data")
    store = Store.open(paths.database, paths.backups)
    keep(store, judged(GENEROUS, 20))
    store.close()
    rig = make_rig(paths)
    page = rig.window.show_page("settings")  # before the store is open
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: "There are 120 own verdicts on 20 answers" in page.verdicts.words)
    rig.window.show()
    button(page, "Adjust to my own verdicts").click()
    qtbot.waitUntil(lambda: "Verdicts are adjusted to 120 of your own" in page.verdicts.words)
    assert paths.calibration.exists()
    button(page, "Undo the adjustment of the verdicts").click()
    qtbot.waitUntil(lambda: page.verdicts.words == "Verdicts are as shipped. The adjustment is undone.")
    assert not paths.calibration.exists()


def test_a_damaged_adjustment_is_said_at_the_start(make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path) -> None:
    paths = locate(tmp_path / "data")
    paths.data.mkdir()
    paths.calibration.write_text("{")
    rig = make_rig(paths)
    qtbot.waitUntil(lambda: any("calibration.json.broken" in notice.text for notice in rig.notices))


def test_what_was_practised_is_exported_from_the_menu(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    rig = make_rig(grader=FakeGrader())
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.window.actions_by_name["export"].trigger()
    dialog = rig.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.what.setCurrentIndex(dialog.what.findData("all"))
    dialog.place.setText(str(tmp_path / "out.pdf"))
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: "There is no answer to export." in shown_text(dialog))
    assert not (tmp_path / "out.pdf").exists()
    dialog.reject()


def test_the_round_that_is_shown_is_offered_for_export(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    rig.shell._views["session"] = samples.SESSION_VIEW
    rig.shell.open_export("s1")
    dialog = rig.window.findChild(ExportDialog)
    assert dialog is not None and dialog.what.value == "session"
    dialog.reject()


def test_a_recording_given_to_a_question_is_opened_graded_and_corrected(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    rig = make_rig(grader=FakeGrader(text="it learns the noise"))
    qtbot.waitUntil(lambda: bool(rig.homes))
    writer = WavWriter(tmp_path / "answer.wav", 16_000, "")
    writer.append(tone(1.0))
    writer.close()
    rig.window.show()
    questions = rig.window.show_page("questions")
    assert isinstance(questions, QuestionsPage)
    questions.file_chosen.emit("overfitting", tmp_path / "answer.wav")
    qtbot.waitUntil(lambda: rig.window.current_page == "session")
    page = rig.window.page("session")
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: "of 100, likely 80 to 96" in shown_text(page))
    part = page.findChild(TranscriptPart)
    assert isinstance(part, TranscriptPart)
    button(part, "Edit words").click()
    field = part.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("it learns the signal")
    button(part, "Save").click()
    qtbot.waitUntil(lambda: "Undo the edit" in [each.text() for each in visible_buttons(part)])
    qtbot.waitUntil(lambda: button(part, "Undo the edit").isEnabled())
    button(part, "Undo the edit").click()
    qtbot.waitUntil(lambda: "Undo the edit" not in [each.text() for each in visible_buttons(part)])


# Searching, notes and progress


def keep_a_typed_answer(paths: Paths) -> None:
    """Leave a graded answer of an earlier day in a data folder."""
    store = Store.open(paths.database, paths.backups)
    asked = replace(session("s1", "overfitting"), state=SessionState.FINISHED, ended_at=NOON + timedelta(minutes=3))
    store.add_session(asked)
    store.save_take(replace(take(asked, state=TakeState.TYPED), audio=""))
    store.add_transcript(take(asked).id, typed_transcript("it learns the noise of the data"))
    store.add_assessment(take(asked).id, assessment(60, Verdict.COVERED, Verdict.MISSED))
    store.close()


def test_what_was_said_is_found_opened_noted_and_found_by_its_note(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    keep_a_typed_answer(locate(tmp_path / "data"))
    rig = make_rig()
    rig.window.show()
    qtbot.waitUntil(lambda: bool(rig.homes))
    review = rig.window.show_page("review")
    assert isinstance(review, ReviewPage)
    rig.window.find_requested.emit()
    assert rig.window.current_page == "review"
    review.filters.search.setText("nois")
    qtbot.waitUntil(lambda: review.shown is not None and review.shown.count == 1)
    QTest.keyClick(review.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rig.window.current_page == "session")
    session_page = rig.window.page("session")
    QTest.keyClick(session_page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: "Remove the bookmark" in shown_text(session_page))
    note = next(each for each in session_page.findChildren(QPlainTextEdit) if "note" in each.accessibleName())
    note.setPlainText("mention regularization")
    rig.window.back_requested.emit()  # leaving the page saves it
    review.filters.search.setText("regul")
    qtbot.waitUntil(lambda: review.shown is not None and review.shown.choice.text == "regul")
    qtbot.waitUntil(lambda: review.shown is not None and review.shown.count == 1)
    line = line_of(review.list.lines.index(0, 0))
    assert (line.detail.text, line.bookmarked) == ("mention regularization", True)


def test_pages_of_the_store_can_be_looked_at_before_it_is_open(
    make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path
) -> None:
    keep_a_typed_answer(locate(tmp_path / "data"))
    rig = make_rig()
    rig.window.show()
    for name in ("review", "progress"):
        rig.window.show_page(name)
    progress = rig.window.page("progress")
    assert isinstance(progress, ProgressPage)
    assert progress.shown is None
    qtbot.waitUntil(lambda: "In your newest answers 1 of 2 key points." in shown_text(progress))
    button(progress, "All").click()
    qtbot.waitUntil(lambda: "3 minutes on one day." in shown_text(progress))
    assert progress.shown is not None and progress.shown.period == "all"
