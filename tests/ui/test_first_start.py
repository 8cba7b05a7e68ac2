"""The first start and the sample, as pages and in the window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings, read
from mlprep_gui.ui.pages.first_start_page import FirstStartPage
from mlprep_gui.ui.pages.sample_page import SamplePage
from mlprep_gui.ui.widgets.choices import ComboBox
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import tone
from tests.ui import samples
from tests.ui.seen import button, shown_text, tab_places, visible_buttons
from tests.ui.test_shell import USUAL, Rig

GO_ON, SKIP, LAST = "Go on", "Skip all this", "To the first round"


@pytest.fixture
def page(qtbot: QtBot) -> FirstStartPage:
    made = FirstStartPage()
    qtbot.addWidget(made)
    made.resize(1024, 670)
    made.show()
    made.set_state(samples.FIRST_START)
    return made


@pytest.fixture
def make_rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(settings: Settings = USUAL) -> Rig:
        rig = Rig(qtbot, qapp, locate(tmp_path / "data"), tmp_path, FakeGrader(), settings)
        made.append(rig)
        rig.window.show()
        rig.shell.opening.show_first_page()
        rig.program.open()
        qtbot.waitUntil(lambda: bool(rig.homes) and bool(rig.program.voices))
        return rig

    yield make
    for rig in made:
        rig.program.close()


def page_of(rig: Rig) -> FirstStartPage:
    page = rig.window.page("first_start")
    assert isinstance(page, FirstStartPage)
    return page


def test_enter_goes_through_the_steps_and_hands_the_plan_over(page: FirstStartPage) -> None:
    told: list[object] = []
    page.plan_chosen.connect(told.append)
    page.finished.connect(lambda: told.append("finished"))
    page.take_focus()
    seen = []
    for _ in range(3):
        seen.append(page.step.value)
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert seen == ["voice", "microphone", "plan"]
    assert told == [samples.FIRST_START.plan, "finished"]


def test_esc_skips_every_step_and_no_plan_is_made(page: FirstStartPage, qtbot: QtBot) -> None:
    told: list[object] = []
    page.plan_chosen.connect(told.append)
    for step in ("voice", "microphone", "plan"):
        page.step.choose(step)
        with qtbot.waitSignal(page.finished):
            QTest.keyClick(page, Qt.Key.Key_Escape)
        with qtbot.waitSignal(page.finished):
            button(page, SKIP).click()
    assert told == []


def test_voice_pace_and_microphone_are_told(page: FirstStartPage) -> None:
    told: list[Settings] = []
    heard: list[str] = []
    page.settings_changed.connect(told.append)
    page.hear_requested.connect(heard.append)
    boxes = {box.accessibleName(): box for box in page.findChildren(ComboBox)}
    boxes["Voice"].setCurrentIndex(2)
    button(page, "1.2×").click()
    button(page, "Hear it").click()
    page.step.choose("microphone")
    boxes["Microphone"].setCurrentIndex(1)
    assert told[-1] == Settings(voice="system:en", voice_rate=1.2, microphone="mic0")
    assert heard == ["system:en"]
    tested: list[str] = []
    page.microphone_test.test_requested.connect(tested.append)
    button(page, "Test the microphone").click()
    assert tested == ["mic0"]


def test_a_plan_that_is_being_changed_is_not_overwritten(page: FirstStartPage) -> None:
    told: list[PlanSettings] = []
    page.plan_chosen.connect(told.append)
    page.step.choose("plan")
    fields = page._plan.fields
    fields.interview.setDate(QDate(2026, 12, 24))
    fields.kind.choose("minutes")
    page.set_state(replace(samples.FIRST_START, voices=()))
    button(page, LAST).click()
    assert told == [PlanSettings(date(2026, 12, 24), 5, 20)]


def test_without_voices_microphones_or_questions_it_says_so(page: FirstStartPage) -> None:
    page.set_state(replace(samples.FIRST_START, voices=(), microphones=(), has_sample=False))
    assert not button(page, "Hear it").isEnabled()
    assert not button(page, "See a sample").isEnabled()
    page.step.choose("microphone")
    assert "No microphone was found." in shown_text(page)
    assert not page.microphone_test.start_button.isEnabled()


@pytest.mark.parametrize("step", ["voice", "microphone", "plan"])
def test_every_control_has_a_name_and_tab_follows_the_reading(page: FirstStartPage, step: str) -> None:
    page.step.choose(step)
    assert all(each.accessibleName() or each.text() for each in visible_buttons(page))
    places = tab_places(page)
    assert places == sorted(places) and len(places) >= 5


def test_the_first_start_is_shown_once(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    assert rig.window.current_page == "first_start"
    assert not rig.window.sidebar.isVisible()
    QTest.keyClick(rig.window.focusWidget() or rig.window, Qt.Key.Key_Escape)
    assert rig.window.current_page == "home"
    kept = rig.program.paths.settings_file
    qtbot.waitUntil(lambda: kept.is_file() and read(kept)[0].first_start_done)
    rig.shell.opening.show_first_page()
    assert rig.window.current_page == "home"


def test_what_is_chosen_in_the_first_start_holds(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    page = page_of(rig)
    button(page, "1.5×").click()
    button(page, "Hear it").click()
    qtbot.waitUntil(lambda: bool(rig.player.played))
    QTest.keyClick(page, Qt.Key.Key_Return)
    button(page, "Test the microphone").click()
    rig.microphone.hear(tone(1.0))
    page.microphone_test.show_recorded()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert not rig.microphone.is_capturing, "the test ends with its step"
    page._plan.fields.questions.setValue(3)
    button(page, LAST).click()
    assert rig.window.current_page == "home"
    qtbot.waitUntil(lambda: rig.homes[-1].plan.settings.questions_a_day == 3)
    assert rig.program.settings.voice_rate == 1.5


def test_a_voice_that_cannot_be_heard_says_why(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig()
    rig.player.failure = DeviceError("There is no loudspeaker.", "Plug one in.")
    button(page_of(rig), "Hear it").click()
    qtbot.waitUntil(lambda: bool(rig.notices))
    assert rig.notices[-1].text == "There is no loudspeaker. Plug one in."


@pytest.mark.parametrize("place", ["first_start", "home"])
def test_the_sample_is_shown_and_leads_back_without_being_kept(
    make_rig: Callable[..., Rig], qtbot: QtBot, place: str
) -> None:
    rig = make_rig()
    page_of(rig).step.choose("microphone")
    rig.window.show_page(place)
    button(rig.window.page(place), "See a sample").click()
    sample = rig.window.page("sample")
    assert isinstance(sample, SamplePage)
    assert rig.window.current_page == "sample"
    assert "Nothing of it is kept." in shown_text(sample)
    qtbot.waitUntil(lambda: any(row.isVisible() for row in sample.findChildren(KeyPointRow)))
    played = len(rig.player.played)
    button(sample, "Play my answer").click()
    assert rig.player.played[played][0].name == "sample_answer.wav"
    QTest.keyClick(sample, Qt.Key.Key_Escape)
    assert rig.window.current_page == place
    assert page_of(rig).step.value == "microphone"
    homes = len(rig.homes)
    rig.program.refresh()
    qtbot.waitUntil(lambda: len(rig.homes) > homes)
    assert (rig.homes[-1].practised, rig.homes[-1].last) == (0, None)
    assert not list(rig.program.paths.takes.glob("*"))


def test_a_sample_on_its_way_can_be_heard(qtbot: QtBot) -> None:
    page = SamplePage()
    qtbot.addWidget(page)
    page.resize(1024, 670)
    page.show()
    page.set_state(replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, assessment=None), pending=True))
    assert "being written down and graded on this computer" in shown_text(page)
    with qtbot.waitSignal(page.feedback.play_requested) as told:
        button(page, "Hear the answer").click()
    assert told.args == [0.0, -1.0]
    page.set_state(replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, assessment=None), failure="No model."))
    assert "No model." in shown_text(page)
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Return)
