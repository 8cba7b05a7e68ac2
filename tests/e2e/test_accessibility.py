"""The program as a screen reader gets it: walked and driven from outside, over AT-SPI and the keyboard."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings, write
from mlprep_gui.store import Store
from tests.adapters.sound_server import shared_sound_server
from tests.e2e.desktop import RunningProgram, desktop, program, wait_until

pytestmark = pytest.mark.e2e

PYTHON = "/usr/bin/python3"
SCREEN_READER = Path(__file__).with_name("screen_reader.py")
PAGES = ("Home", "Questions", "Review", "Progress", "Guide", "Settings")
INTERACTIVE = {
    *("push button", "check box", "radio button", "toggle button", "combo box", "text", "entry", "slider"),
    *("spin button", "list item", "menu item", "link", "table cell", "page tab"),
}
MEANINGLESS = {"button", "push button", "check box", "checkbox", "text", "slider", "link", "item", "..."}
TOLD_APART = {"push button", "toggle button", "link"}


class Reader:
    """A screen reader that looks at one program."""

    def __init__(self, environment: dict[str, str], window: RunningProgram) -> None:
        self._environment = environment
        self._pid = window.process.pid

    def items(self) -> list[dict[str, Any]]:
        """Return what is on the screen."""
        done = self._ask("tree")
        assert done.returncode == 0, done.stderr
        items: list[dict[str, Any]] = json.loads(done.stdout)
        return items

    def names(self) -> list[str]:
        return [item["name"] for item in self.items()]

    def wait_for(self, name: str) -> None:
        wait_until(lambda: name in self.names(), 40, f"{name!r} on the screen")

    def press(self, name: str) -> None:
        """Press a control, as soon as it is there."""
        wait_until(lambda: self._ask("press", name).returncode == 0, 40, f"a control named {name!r}")

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [PYTHON, str(SCREEN_READER), str(self._pid), *words]
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    """A desktop on which programs tell a screen reader what they show."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"], stdout=subprocess.PIPE, text=True
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    with desktop() as environment:
        sound = shared_sound_server()
        yield {
            **environment,
            **sound.environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
    bus.terminate()
    bus.wait()
    bus.stdout.close()


def faults(page: str, items: list[dict[str, Any]]) -> list[str]:
    """Return what a blind user would stumble over."""
    controls = [item for item in items if item["role"] in INTERACTIVE]
    nameless = [f"{page}: a {item['role']} has no name" for item in controls if not item["name"].strip()]
    vague = [f"{page}: {item['name']!r}" for item in controls if item["name"].strip().lower() in MEANINGLESS]
    buttons = Counter(item["name"] for item in controls if item["role"] in TOLD_APART)
    twice = [f"{page}: {count} buttons named {name!r}" for name, count in buttons.items() if name and count > 1]
    return nameless + vague + twice


def test_every_control_of_every_page_has_a_name_of_its_own(screen: dict[str, str], tmp_path: Path) -> None:
    write(locate(tmp_path).settings_file, Settings(first_start_done=True))
    found = []
    with program(screen, tmp_path) as window:
        reader = Reader(screen, window)
        for page in PAGES:
            reader.press(page)
            reader.wait_for(page)
            items = reader.items()
            assert len(items) > 20
            found += faults(page, items)
    assert found == []


def test_a_round_can_be_taken_from_outside(screen: dict[str, str], tmp_path: Path) -> None:
    write(locate(tmp_path).settings_file, Settings(first_start_done=True))
    found = []
    with program(screen, tmp_path) as window:
        reader = Reader(screen, window)
        reader.press("Start a first round")
        window.wait_for("question 1: asking")
        reader.press("I have read it")
        window.wait_for("question 1: thinking")
        found += faults("thinking", reader.items())
        window.press("t")
        window.wait_for("question 1: typing")
        found += faults("typing", reader.items())
        window.write("Supervised learning trains on labeled data, and unsupervised learning finds structure without.")
        reader.press("I am done")
        window.wait_for("question 1, follow-up: asking", 90)
        found += faults("follow-up", reader.items())
        reader.press("Skip the follow-up")
        window.wait_for("question 1: judging", 60)
        found += faults("judging", reader.items())
        reader.press("Show the verdicts")
        window.wait_for("question 1: feedback")
        reader.wait_for("Say it again")
        found += faults("feedback", reader.items())
        reader.press("End round…")
        reader.press("End the round")
        window.wait_for("question 1: finished", 60)
        reader.wait_for("Done")
        found += faults("report", reader.items())
        reader.press("Done")
        reader.wait_for("Home")
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
    assert found == []
    paths = locate(tmp_path)
    with closing(Store.open(paths.database, paths.backups)) as store:
        (session,) = store.sessions()
        answers = store.session(session.id).answers
    assert any(answer.assessment is not None and answer.assessment.score > 0 for answer in answers)
