"""The microphone test, and what it leaves behind: nothing, and a free microphone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.microphone_check import MicrophoneCheck
from mlprep_gui.app.program import Equipment
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone, tone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def microphone() -> FakeMicrophone:
    return FakeMicrophone()


@pytest.fixture
def check(runner: JobRunner, microphone: FakeMicrophone, tmp_path: Path) -> Iterator[MicrophoneCheck]:
    player = FakePlayer()
    equipment = Equipment(
        microphone, player, FakeVoice(tmp_path), FakeGrader("I am heard"), SystemClock(), lambda _: None
    )
    made = MicrophoneCheck(runner, equipment)
    yield made
    made.discard()


def test_what_was_said_is_written_down(check: MicrophoneCheck, microphone: FakeMicrophone, qtbot: QtBot) -> None:
    check.start("")
    microphone.hear(tone(0.5))
    with qtbot.waitSignal(check.heard) as heard:
        microphone.stop()
    assert heard.args == ["I am heard"]


def test_leaving_the_test_frees_the_microphone_and_keeps_nothing(
    check: MicrophoneCheck, microphone: FakeMicrophone, qtbot: QtBot, tmp_path: Path
) -> None:
    check.start("")
    microphone.hear(tone(0.5))
    with qtbot.assertNotEmitted(check.recorded), qtbot.waitSignal(check.failed):
        check.discard()
    assert not microphone.is_capturing
    check.start("")
    assert microphone.is_capturing
    microphone.stop()


def test_a_second_start_does_not_disturb_the_first(
    check: MicrophoneCheck, microphone: FakeMicrophone, qtbot: QtBot
) -> None:
    check.start("")
    with qtbot.assertNotEmitted(check.failed):
        check.start("")
    microphone.hear(tone(0.5))
    with qtbot.waitSignal(check.heard):
        microphone.stop()
