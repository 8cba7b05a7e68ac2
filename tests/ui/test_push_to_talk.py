"""Holding a key to talk: the recording goes on only while it is held, and nothing that was said is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.session import TakeState
from mlprep_gui.interview import Phase
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from mlprep_gui.ui.pages.round_page import RoundPage
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import tone
from tests.ui.seen import button, shown_text
from tests.ui.test_shell import Rig

SETTINGS = Settings(theme="light", reduced_motion=True, judge_first=False, push_to_talk=True, captions=False)
CHOICE = SetupChoice(count=1, think_s=60, order=Order.PACK, judge_first=False, follow_ups=0)


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(qtbot, qapp, locate(tmp_path / "data"), tmp_path, FakeGrader(), SETTINGS)
    rig.program.open()
    qtbot.waitUntil(lambda: bool(rig.homes) and rig.homes[-1].total == 30)
    rig.window.show()
    yield rig
    rig.program.close()


@pytest.fixture
def page(rig: Rig, qtbot: QtBot) -> RoundPage:
    rig.program.start_chosen(CHOICE)
    qtbot.waitUntil(lambda: rig.phase is Phase.THINKING)
    page = rig.window.show_page("round")
    assert isinstance(page, RoundPage)
    return page


def test_space_is_held_to_talk_and_enter_is_done(rig: Rig, qtbot: QtBot, page: RoundPage) -> None:
    QTest.keyPress(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(1.0))
    qtbot.waitUntil(lambda: rig.phase is Phase.ANSWERING)
    assert rig.rounds[-1].listening
    QTest.keyRelease(page, Qt.Key.Key_Space)
    assert rig.rounds[-1].paused
    assert "Hold Space while you speak" in shown_text(page)
    rig.microphone.hear(tone(5.0))  # what is said now is not for the interviewer
    QTest.keyPress(page, Qt.Key.Key_Space)
    assert rig.rounds[-1].listening
    rig.microphone.hear(tone(2.0))
    QTest.keyRelease(page, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rig.phase is Phase.FEEDBACK)
    answer = rig.rounds[-1].answer
    assert answer is not None
    assert answer.answer.take.state is TakeState.COMPLETE
    assert answer.answer.take.duration_s == pytest.approx(3.0, abs=0.2)


def test_when_thinking_time_is_over_nothing_is_recorded_before_the_key_is_held(
    rig: Rig, qtbot: QtBot, page: RoundPage
) -> None:
    running = rig.program.round
    assert running is not None
    running.answer()
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(1.0))
    assert rig.rounds[-1].paused
    talk = button(page, "Hold to talk")
    QTest.mousePress(talk, Qt.MouseButton.LeftButton)
    rig.microphone.hear(tone(0.5))
    qtbot.waitUntil(lambda: rig.phase is Phase.ANSWERING and rig.rounds[-1].listening)
    QTest.mouseRelease(talk, Qt.MouseButton.LeftButton)
    assert rig.rounds[-1].paused
    QTest.keyClick(page, Qt.Key.Key_P)  # the pause is the key that is not held
    assert rig.rounds[-1].paused


def test_a_key_that_is_let_go_elsewhere_is_let_go(rig: Rig, qtbot: QtBot, page: RoundPage) -> None:
    QTest.keyPress(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rig.microphone.is_capturing)
    rig.microphone.hear(tone(0.5))
    qtbot.waitUntil(lambda: rig.phase is Phase.ANSWERING)
    QApplication.sendEvent(page, QFocusEvent(QEvent.Type.FocusOut))
    assert rig.rounds[-1].paused
    QTest.keyRelease(page, Qt.Key.Key_Space)
    QTest.keyPress(page, Qt.Key.Key_Space)
    assert rig.rounds[-1].listening
