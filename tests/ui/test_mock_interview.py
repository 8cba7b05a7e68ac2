"""A mock interview in the window: planned by time, opened and closed aloud, without feedback until the report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import SetupChoice
from mlprep_gui.domain.session import Mode
from mlprep_gui.interview import Phase
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from tests.fakes.grader import FakeGrader
from tests.ui.seen import button, shown_text, visible_buttons
from tests.ui.test_shell import Rig

SETTINGS = Settings(theme="light", reduced_motion=True, judge_first=False)


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(qtbot, qapp, locate(tmp_path / "data"), tmp_path, FakeGrader(), SETTINGS)
    rig.program.open()
    qtbot.waitUntil(lambda: bool(rig.homes) and rig.homes[-1].total == 30)
    yield rig
    rig.program.close()


def test_a_programme_is_chosen_on_the_setup_page(rig: Rig, qtbot: QtBot) -> None:
    rig.window.show()
    page = rig.window.show_page("setup")
    assert isinstance(page, SetupPage)
    button(page, "Mock interview").click()
    button(page, "Breadth round").click()
    assert "45 minutes" in shown_text(page)
    assert not any(each.text() == "Minutes" for each in visible_buttons(page))
    button(page, "Phone screen").click()
    assert "20 minutes" in shown_text(page)
    button(page, "Start the round").click()
    running = rig.program.round
    assert running is not None
    plan = running.state.plan
    assert (plan.mode, plan.programme, plan.length_s, plan.think_s) == (Mode.MOCK, "phone_screen", 1200, 10)
    assert (rig.program.settings.mode, rig.program.settings.programme) == ("mock", "phone_screen")


def test_from_the_opening_to_a_report_that_starts_what_to_practise(rig: Rig, qtbot: QtBot) -> None:
    rig.window.show()
    choice = SetupChoice(mode=Mode.MOCK, count=1, think_s=0, typed=True, follow_ups=1)
    rig.program.start_chosen(choice)
    qtbot.waitUntil(lambda: rig.phase in (Phase.OPENING, Phase.TYPING))
    assert rig.rounds[0].speech.startswith("Hello, and welcome to this interview. I have one question.")
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)
    page = rig.window.show_page("round")
    assert isinstance(page, RoundPage)
    page.typed.emit("it learns the noise")
    qtbot.waitUntil(lambda: rig.window.current_page == "report")
    phases = {view.phase for view in rig.rounds}
    assert Phase.FAREWELL in phases
    assert not phases & {Phase.FEEDBACK, Phase.JUDGING}
    assert any("Thank you" in view.speech for view in rig.rounds)
    report = rig.window.show_page("report")
    assert isinstance(report, ReportPage)
    assert "Mock interview, done" in shown_text(report)


def test_a_muted_opening_waits_until_it_was_read(rig: Rig, qtbot: QtBot) -> None:
    rig.window.show()
    rig.program.set_settings(replace(SETTINGS, muted=True))
    rig.program.start_chosen(SetupChoice(mode=Mode.MOCK, count=1, think_s=20, typed=True))
    qtbot.waitUntil(lambda: rig.phase is Phase.OPENING)
    page = rig.window.show_page("round")
    assert "Feedback comes at the end." in shown_text(page)
    QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rig.phase is Phase.THINKING)
