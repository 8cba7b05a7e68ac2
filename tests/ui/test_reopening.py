"""Another language at once: the window closes, and opens again in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from mlprep_gui.app.program import Program
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from mlprep_gui.settings import read as read_settings
from mlprep_gui.settings import write as write_settings
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from tests.ui.conftest import ShowWindows
from tests.ui.seen import button, shown_text


def test_another_language_is_used_at_once(
    speak: Callable[[str], None], show_windows: ShowWindows, tmp_path: Path
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

    assert show_windows(paths, Watched) == 0
    assert read_settings(paths.settings_file)[0].language == "de"
    assert [(before, hidden) for before, _, hidden in seen] == [("home", False), ("settings", False)]
    assert seen[0][1].startswith("Settings")
    assert seen[1][1].startswith("Einstellungen")
