"""The program as a screen reader gets it: walked and driven from outside, over AT-SPI and the keyboard."""

import json
import os
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
# Pages, and something that stands on each alone.
PAGES = {
    "Questions": "Practise it now",
    "Review": "Nothing to review yet.",
    "Progress": "Nothing to compare yet.",
    "Guide": "Practise the right things",
    "Settings": "Judge yourself first",
    "Home": "Start a first round",
}
INTERACTIVE = {
    *("push button", "check box", "radio button", "toggle button", "combo box", "text", "entry", "slider"),
    *("spin button", "list item", "menu item", "link", "table cell", "page tab"),
}
DIALOGS = {
    "All keys": ("F1",),
    "About MLPrep": ("alt+h", "a"),
    "Export": ("ctrl+e",),
    "Back up": ("alt+f", "b"),
    "Restore": ("alt+f", "r"),
}
MENUS = {
    "alt+f": "Quit",
    "alt+e": "Find",
    "alt+r": "New round…",
    "alt+i": "Past rounds",
    "alt+v": "Larger text",
    "alt+h": "First steps",
}
FIRST_STEPS = (
    "This voice will ask you.",
    "Say a sentence, and see if it arrives.",
    "When is the interview, and how much a day?",
)
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

    def focused(self) -> list[str]:
        """Return the name of what has the keyboard; lists that hang behind combo boxes always tell of a line."""
        return [item["name"] for item in self.items() if "focused" in item["states"] and item["role"] != "list item"]

    def wait_for(self, name: str) -> None:
        wait_until(lambda: name in self.names(), 40, f"{name!r} on the screen")

    def wait_until_gone(self, name: str) -> None:
        wait_until(lambda: name not in self.names(), 40, f"{name!r} to be gone")

    def press(self, name: str) -> None:
        """Press a control, as soon as it is there."""
        wait_until(lambda: self._ask("press", name).returncode == 0, 40, f"a control named {name!r}")

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [PYTHON, str(SCREEN_READER), str(self._pid), *words]
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A desktop on which programs tell a screen reader what they show."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE,
        text=True,
        # What the bus starts puts its socket there, under the same name for every bus.
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path_factory.mktemp("runtime"))},
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
    focused = [item for item in items if "focused" in item["states"] and item["role"] != "list item"]
    named = any(item["name"] for item in focused)  # the viewport of a text field has the focus as well
    lost = [f"{page}: the focus is on a {item['role']}" for item in focused if not named]
    return nameless + vague + twice + lost


def test_every_control_of_every_page_has_a_name_of_its_own(screen: dict[str, str], tmp_path: Path) -> None:
    write(locate(tmp_path).settings_file, Settings(first_start_done=True))
    found = []
    with program(screen, tmp_path) as window:
        reader = Reader(screen, window)
        for page, mark in PAGES.items():
            reader.press(page)
            reader.wait_for(mark)
            items = reader.items()
            assert len(items) > 20
            found += faults(page, items)
    assert found == []


def test_dialogs_and_menus_have_names_and_give_the_focus_back(screen: dict[str, str], tmp_path: Path) -> None:
    write(locate(tmp_path).settings_file, Settings(first_start_done=True))
    found = []
    with program(screen, tmp_path) as window:
        reader = Reader(screen, window)
        reader.wait_for("Start a first round")
        before = reader.focused()
        assert before == ["Start a first round"]
        for title, keys in DIALOGS.items():
            window.press(*keys)
            reader.wait_for(title)
            found += faults(title, reader.items())
            assert reader.focused() not in ([], before)
            window.press("Escape")
            reader.wait_until_gone(title)
            assert reader.focused() == before
        for key, entry in MENUS.items():
            window.press(key)
            reader.wait_for(entry)
            found += faults(entry, reader.items())
            window.press("Escape")
            reader.wait_until_gone(entry)
    assert found == []


def test_the_first_steps_and_what_the_settings_offer_have_names(screen: dict[str, str], tmp_path: Path) -> None:
    found = []
    with program(screen, tmp_path) as window:
        reader = Reader(screen, window)
        for step in FIRST_STEPS:
            reader.wait_for(step)
            found += faults(step, reader.items())
            if step != FIRST_STEPS[-1]:
                window.press("Return")
        reader.press("See a sample")
        reader.wait_for("Close the sample")
        found += faults("the sample", reader.items())
        reader.press("Close the sample")
        window.press("ctrl+comma")
        reader.press("For some time")
        reader.wait_for("Use this rule")
        reader.press("Test the microphone")
        reader.wait_for("Hear the recording")
        found += faults("settings", reader.items())
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
