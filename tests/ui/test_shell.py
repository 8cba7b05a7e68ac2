"""The window with the whole program behind it, when the data folder, a model or the store is not as it should be."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.views import HomeView, NoticeView, RoundView, SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.session import TakeState
from mlprep_gui.interview import Phase
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import Grader
from mlprep_gui.settings import Settings
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.store import Store
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone, tone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

CHOICE = SetupChoice(count=1, think_s=0, order=Order.PACK)


class Rig:
    """A window with its program on fake devices, and what it was told."""

    def __init__(self, qtbot: QtBot, app: QApplication, paths: Paths, folder: Path, grader: Grader) -> None:
        self.microphone = FakeMicrophone()
        equipment = Equipment(
            self.microphone, FakePlayer(at_once=True), FakeVoice(folder), grader, SystemClock(), lambda _: None
        )
        self.themes = ThemeFollower(app, paths.resources)
        self.window = MainWindow()
        self.program = Program(paths, Settings(reduced_motion=True), equipment, self.window)
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
    rig = make_rig(paths, SpeechProcess(models, paths.resources))
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


def test_leaving_the_settings_page_ends_a_microphone_test(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    qtbot.waitUntil(lambda: bool(rig.homes))
    page = rig.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.microphone_test.test_requested.emit("")
    assert rig.microphone.is_capturing
    rig.window.show_page("home")
    assert not rig.microphone.is_capturing
