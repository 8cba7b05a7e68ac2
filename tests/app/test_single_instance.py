"""A second start of the program on the same data folder."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.single_instance import SingleInstance

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mlprep_gui.app import single_instance
from mlprep_gui.domain.errors import InputError
app = QCoreApplication([])
single_instance._ANSWER_MS = int(sys.argv[2])
instance = single_instance.SingleInstance(Path(sys.argv[1]))
try:
    first = instance.is_first()
except InputError:
    sys.exit(3)
if first and len(sys.argv) > 3:
    print("standing", flush=True)
    sys.stdin.read()
sys.exit(0 if first else 1)
"""
FIRST, SECOND, NO_ANSWER = 0, 1, 3


def start(data: Path, answer_ms: int = 20_000, *, stays: bool = False) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", START, str(data), str(answer_ms), *(["stay"] if stays else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ended(qtbot: QtBot, process: "subprocess.Popen[str]") -> int:
    """Wait, while events are handled, until a process has ended; returns its exit code."""
    with process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        code = process.returncode
    return int(code)


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> SingleInstance:
    instance = SingleInstance(tmp_path)
    assert instance.is_first()
    return instance


def test_a_second_start_asks_the_first_to_come_to_the_front(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked, timeout=30_000):
        second = start(tmp_path)
    assert ended(qtbot, second) == SECOND


def test_another_data_folder_has_a_window_of_its_own(first: SingleInstance, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[bool] = []
    first.asked.connect(lambda: asked.append(True))
    assert ended(qtbot, start(tmp_path / "other")) == FIRST
    assert asked == []


def test_a_window_that_does_not_answer_is_said(first: SingleInstance, tmp_path: Path) -> None:
    with start(tmp_path, 300) as second:  # no events are handled here meanwhile
        assert second.wait(timeout=30) == NO_ANSWER


def test_what_a_killed_program_left_behind_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    with start(tmp_path, stays=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "standing\n"
        killed.kill()
    instance = SingleInstance(tmp_path)
    assert instance.is_first()
    with qtbot.waitSignal(instance.asked, timeout=30_000):
        second = start(tmp_path)
    assert ended(qtbot, second) == SECOND


def test_a_program_that_ends_makes_room_and_one_that_goes_on_listens_again(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    first.rest()
    with start(tmp_path) as other:
        assert other.wait(timeout=30) == FIRST
    with qtbot.waitSignal(first.asked, timeout=30_000):
        second = start(tmp_path)
    assert ended(qtbot, second) == SECOND
