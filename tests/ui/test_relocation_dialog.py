"""Moving the data folder in the window: seen before, cancelled without a trace, and used when the window is back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mlprep_gui.app.mover import MoveView
from mlprep_gui.app.program import Program
from mlprep_gui.app.storage import StorageView
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.storage import AudioRule
from mlprep_gui.export.relocating import Relocation
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings
from mlprep_gui.settings import write as write_settings
from mlprep_gui.ui import launch
from mlprep_gui.ui.dialogs.moving_dialogs import RelocationDialog
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.storage_settings import StorageSettings
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from tests.ui.conftest import ShowWindows
from tests.ui.seen import button, shown_text
from tests.ui.test_housekeeping import fill


def test_a_folder_is_looked_at_before_anything_is_moved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RelocationDialog(tmp_path / "old")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.go_button.isEnabled()
    with qtbot.waitSignal(dialog.folder_chosen) as chosen:
        dialog.look_at("/drive")
    assert chosen.args == [Path("/drive")]
    move = Relocation(Path("/drive/MLPrep"), 812, 1_840_000_000, 9_000_000_000)
    dialog.set_state(MoveView(relocation=move))
    text = shown_text(dialog).replace("\u200b", "")
    assert "1.8 GB, go to /drive/MLPrep." in text and "9.0 GB are free there." in text
    with qtbot.waitSignal(dialog.relocation_requested) as wanted:
        button(dialog, "Move them").click()
    assert wanted.args == [move]
    dialog.set_state(MoveView(relocation=replace(move, free_bytes=900_000_000)))
    assert not dialog.go_button.isEnabled()
    assert "1.8 GB are needed, 900 MB are free." in shown_text(dialog)


def test_a_folder_that_was_named_at_the_start_is_not_moved(qtbot: QtBot, tmp_path: Path) -> None:
    part = StorageSettings()
    qtbot.addWidget(part)
    part.show()
    part.set_state(StorageView(AudioRule(), folder=tmp_path))
    with qtbot.waitSignal(part.move_requested):
        button(part, "Move data folder…").click()
    assert str(tmp_path) in shown_text(part).replace("\u200b", "")
    part.set_state(StorageView(AudioRule(), folder=tmp_path, is_named=True))
    assert not part.move_button.isEnabled() and "named at the start" in shown_text(part)


@pytest.mark.usefixtures("speak")  # forgets the language of the window afterwards
def test_the_window_comes_back_on_the_new_folder_and_the_old_one_is_cleared(
    qtbot: QtBot, show_windows: ShowWindows, tmp_path: Path
) -> None:
    paths = replace(locate(tmp_path / "data"), pointer=tmp_path / "config" / "data-folder.txt")
    fill(paths, 40.0, 90.0)
    write_settings(paths.settings_file, Settings(first_start_done=True))
    (tmp_path / "drive").mkdir()
    shells: list[Shell] = []
    seen: list[int] = []

    class Watched(Shell):
        def __init__(self, window: MainWindow, program: Program, themes: ThemeFollower) -> None:
            super().__init__(window, program, themes)
            shells.append(self)
            program.ready.connect(lambda: QTimer.singleShot(0, self, self.act))

        def act(self) -> None:
            keeping = self._program.keeping
            assert keeping is not None
            if len(shells) > 1:
                seen.append(self._program.paths.data == tmp_path / "drive")
                self.close_when_cleared()
                return
            self.housekeeping.open_relocation()
            (dialog,) = self._window.findChildren(RelocationDialog)
            keeping.mover.changed.connect(lambda view: dialog.go_button.click() if view.relocation else None)
            dialog.look_at(str(tmp_path / "drive"))

        def close_when_cleared(self) -> None:
            if paths.database.exists() or paths.takes.exists():
                QTimer.singleShot(20, self, self.close_when_cleared)
            else:
                self._window.close()

    assert show_windows(paths, Watched) == 0
    assert seen == [True]
    assert (tmp_path / "drive" / "mlprep.db").is_file()
    assert sorted(file.name for file in (tmp_path / "drive" / "takes").iterdir()) == ["d0-0-1.wav", "d1-0-1.wav"]
    assert not paths.database.exists() and not paths.takes.exists()
    assert paths.settings_file.is_file()


@pytest.mark.usefixtures("speak")
def test_a_window_says_when_the_drive_is_not_there(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = replace(locate(tmp_path / "gone"), pointer=tmp_path / "data-folder.txt")
    assert paths.pointer is not None
    paths.pointer.write_text(f"{paths.data}\n", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: told.append(text))
    with pytest.raises(InputError, match="Connect the drive"):
        launch._require_data(qapp, paths)
    assert "not there now" in told[0] and not paths.data.exists()
