"""The microphone test, and what it leaves behind: nothing, and a free microphone."""

from array import array
from collections.abc import Callable, Iterator
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
def make_check(
    runner: JobRunner, microphone: FakeMicrophone, tmp_path: Path
) -> Iterator[Callable[[str], MicrophoneCheck]]:
    checks: list[MicrophoneCheck] = []

    def make(understood: str) -> MicrophoneCheck:
        grader, voice = FakeGrader(understood), FakeVoice(tmp_path)
        equipment = Equipment(microphone, FakePlayer(), voice, grader, SystemClock(), lambda _: None)
        checks.append(MicrophoneCheck(runner, equipment))
        return checks[-1]

    yield make
    for check in checks:
        check.discard()


@pytest.fixture
def check(make_check: Callable[[str], MicrophoneCheck]) -> MicrophoneCheck:
    return make_check("I am heard")


def test_what_was_said_is_written_down(check: MicrophoneCheck, microphone: FakeMicrophone, qtbot: QtBot) -> None:
    check.start("")
    microphone.hear(tone(0.5))
    with qtbot.waitSignal(check.heard) as heard:
        microphone.stop()
    assert heard.args == ["I am heard", "Your words arrive. You are ready for a round."]


def clipped(duration_s: float) -> "array[int]":
    return array("h", (max(-32768, min(32767, 4 * value)) for value in tone(duration_s)))


@pytest.mark.parametrize(
    ("sound", "understood", "words"),
    [
        (tone(2.5, amplitude=0.0), "", "Only silence arrived. Look for a mute switch"),
        (tone(0.5, amplitude=0.002), "", "Too quiet to be understood."),
        (tone(0.5, amplitude=0.002), "I am heard", "Your words arrive, but very quietly."),
        (tone(0.5), "", "Sound arrives, but no words were understood."),
        (clipped(0.5), "I am heard", "Your words arrive, but too loud."),
        (clipped(0.5), "", "Too loud to be understood."),
    ],
)
def test_the_test_says_what_to_do(
    make_check: Callable[[str], MicrophoneCheck],
    microphone: FakeMicrophone,
    qtbot: QtBot,
    sound: "array[int]",
    understood: str,
    words: str,
) -> None:
    check = make_check(understood)
    passed: list[bool] = []
    check.passed.connect(lambda: passed.append(True))
    check.start("")
    microphone.hear(sound)
    with qtbot.waitSignal(check.heard) as heard:
        microphone.stop()
    text, advice = heard.args
    assert text == understood
    assert advice.startswith(words)
    assert bool(passed) == bool(understood)


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
