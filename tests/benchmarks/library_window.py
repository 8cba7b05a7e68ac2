"""One window on one data folder, measured from inside; `library` starts it. Prints milliseconds as JSON.

Arguments: the data folder, and the time at which this process was started (seconds since 1970).
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mlprep_gui.app.jobs import Lane
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.rehearsal import RecordedMicrophone, SilentPlayer
from mlprep_gui.domain.session import SessionSummary
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.speech.voice_process import VoiceProcess
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.progress_page import ProgressPage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from mlprep_gui.ui.widgets.button import Button
from tests.benchmarks.library_store import COMMON_WORD, RARE_WORD

SEARCHES: Final = ("variance", COMMON_WORD, RARE_WORD, "mo va", "th", '"the model"', "xylophone")
SESSIONS: Final = 7
_TICK_MS = 5
_GIVE_UP_MS = 60_000


class _Evening:
    """The clock of the last evening in the store."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 20, 0, tzinfo=UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()


class _Stalls:
    """How long the event loop stood still at most, milliseconds, by what was done meanwhile."""

    def __init__(self) -> None:
        self.doing = ""
        self.longest_ms: dict[str, float] = {}
        self._since = QElapsedTimer()
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def watch(self, doing: str) -> None:
        """Watch from now on, while something is done; what stood still until now belongs to what was done before."""
        if self._timer.isActive():
            self._on_tick()
        self.doing = doing
        self._since.start()
        self._timer.start()

    def _on_tick(self) -> None:
        stood_ms = float(self._since.restart() - _TICK_MS)
        self.longest_ms[self.doing] = max(self.longest_ms.get(self.doing, 0.0), stood_ms)


class Window:
    """The whole program with silent devices."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication([sys.argv[0]])
        paths = locate(folder)
        settings = Settings(reduced_motion=True)
        themes = ThemeFollower(self.app, paths.resources)
        themes.use(settings)
        self.window = MainWindow()
        self.window.show()
        equipment = Equipment(
            microphone=RecordedMicrophone(self.app),
            player=SilentPlayer(self.app),
            voice=VoiceProcess(paths.resources, paths.speech_cache),
            grader=SpeechProcess(paths.models, paths.resources, paths.cache),
            clock=_Evening(),
            play_cue=lambda _: None,
        )
        self.program = Program(paths, settings, equipment, self.app)
        self.shell = Shell(self.window, self.program, themes)
        self.stalls = _Stalls()

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Let the program run until something is there."""
        since = time.monotonic()
        while not is_there():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            if (time.monotonic() - since) * 1000 > _GIVE_UP_MS:
                raise TimeoutError("the program does not get on")

    def timed(self, act: Callable[[], object], is_there: Callable[[], bool]) -> float:
        """Do something and wait until it is there and painted; returns milliseconds."""
        since = time.perf_counter()
        act()
        self.wait(is_there)
        self.window.repaint()
        return (time.perf_counter() - since) * 1000

    def page(self) -> ReviewPage:
        page = self.window.page("review")
        assert isinstance(page, ReviewPage)
        return page


def run(folder: Path, started_s: float) -> dict[str, float]:
    """Measure everything; returns milliseconds by name."""
    gc.freeze()  # as the program does when everything is imported
    made = Window(folder)
    page = made.page()
    archive_shown: list[object] = []
    made.program.ready.connect(lambda: made.program.archive.changed.connect(archive_shown.append))  # type: ignore[union-attr]
    made.window.show_page("review")
    made.program.open()
    made.wait(lambda: bool(archive_shown))
    made.window.repaint()
    values = {"start to list": (time.time() - started_s) * 1000}
    _rest(made)
    if page.list.lines.rowCount():
        values |= _measure_use(made, page)
    values |= {f"stall: {doing}": longest_ms for doing, longest_ms in made.stalls.longest_ms.items()}
    made.program.close()
    return values


def _measure_use(made: Window, page: ReviewPage) -> dict[str, float]:
    made.stalls.watch("searching")
    searches = [_search(made, page, text) for text in SEARCHES for _ in range(3)]
    page.filters.search.clear()
    made.wait(lambda: _shown_text(page) == "")
    lines = page.shown.lines if page.shown is not None else ()
    sessions = [line.id for line in lines if isinstance(line, SessionSummary)][:SESSIONS]
    made.stalls.watch("first session")
    first = _open(made, sessions[0])
    made.stalls.watch("sessions")
    opened = [_open(made, session) for session in sessions[1:]]
    made.stalls.watch("comparing attempts")
    compared = _compare(made)
    made.window.show_page("review")
    _rest(made)
    made.stalls.watch("progress page")
    progress = _open_progress(made)
    made.window.show_page("review")
    _rest(made)
    made.stalls.watch("reading the list to its end")
    return {
        "search, median": median(searches),
        "search, worst": max(searches),
        "open a session": median(opened),
        "open the first session": first,
        "compare attempts": compared,
        "progress page": progress,
        "whole list read": made.timed(lambda: None, lambda: _scrolled_down(page)),
    }


def _search(made: Window, page: ReviewPage, text: str) -> float:
    page.filters.search.clear()
    made.wait(lambda: _shown_text(page) == "")
    return made.timed(lambda: page.filters.search.setText(text), lambda: _shown_text(page) == text)


def _open(made: Window, session: str) -> float:
    made.window.show_page("review")
    _rest(made)
    review = made.program.review
    assert review is not None
    act = made.page().session_requested.emit
    return made.timed(
        lambda: act(session),
        lambda: made.window.current_page == "session" and review.shown_session == session,
    )


def _compare(made: Window) -> float:
    """Hold all attempts at a question of the session that is shown against each other."""
    _rest(made)
    page = made.window.page("session")
    assert isinstance(page, SessionPage)
    return made.timed(
        lambda: next(each for each in page.findChildren(Button) if each.text() == "Compare attempts").click(),
        lambda: made.window.current_page == "compare",
    )


def _open_progress(made: Window) -> float:
    page = made.window.page("progress")
    assert isinstance(page, ProgressPage)
    before = page.shown
    return made.timed(lambda: made.window.show_page("progress"), lambda: page.shown is not before)


def _scrolled_down(page: ReviewPage) -> bool:
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    return not page.list.lines.canFetchMore(page.list.rootIndex())


def _shown_text(page: ReviewPage) -> str:
    """Return what was searched for to find the lines that are shown."""
    return page.shown.choice.text if page.shown is not None else ""


def _rest(made: Window) -> None:
    """Let everything come to rest that is still on its way."""
    done: list[bool] = []
    made.program.runner.submit(lambda: None, lambda _: done.append(True), lane=Lane.STORE)
    made.wait(lambda: bool(done))
    for _ in range(20):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), float(sys.argv[2]))) + "\n")
