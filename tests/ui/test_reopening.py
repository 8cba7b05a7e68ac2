"""Another language at once: the window closes, and opens again in it."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.paths import Paths, locate
from mlprep_gui.settings import Settings
from mlprep_gui.settings import read as read_settings
from mlprep_gui.settings import write as write_settings
from mlprep_gui.ui import launch
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice
from tests.ui.seen import button, shown_text


def test_another_language_is_used_at_once(
    qapp: QApplication, speak: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("en")
    paths = locate(tmp_path)
    write_settings(paths.settings_file, Settings(first_start_done=True, language="en", reduced_motion=True))
    seen: list[tuple[str, str, bool]] = []

    class Watched(Shell):
        def __init__(self, window: MainWindow, program: Program, themes: ThemeFollower) -> None:
            super().__init__(window, program, themes)
            program.ready.connect(lambda: QTimer.singleShot(0, self, self.act))

        def act(self) -> None:
            window = self._window
            before, page = window.current_page, window.show_page("settings")
            assert isinstance(page, SettingsPage)
            seen.append((before, shown_text(page)[:13], page.controls.reopen.isVisible()))
            if len(seen) > 1:
                window.close()
                return
            language = page.controls.language
            language.setCurrentIndex(language.findData("de"))
            button(page, "Use it now").click()

    def equipment(_paths: Paths, _parent: QObject) -> Equipment:
        voice, player = FakeVoice(tmp_path), FakePlayer(at_once=True)
        return Equipment(FakeMicrophone(), player, voice, FakeGrader(), SystemClock(), lambda _: None)

    monkeypatch.setitem(sys.modules, "mlprep_gui.app.equipment", SimpleNamespace(real_equipment=equipment))
    monkeypatch.setattr("mlprep_gui.ui.shell.Shell", Watched)
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    assert launch.show_windows(qapp, paths, ThemeFollower(qapp, paths.resources)) == 0
    assert read_settings(paths.settings_file)[0].language == "de"
    assert [(before, hidden) for before, _, hidden in seen] == [("home", False), ("settings", False)]
    assert seen[0][1].startswith("Settings")
    assert seen[1][1].startswith("Einstellungen")
