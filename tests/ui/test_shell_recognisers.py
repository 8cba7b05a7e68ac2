"""Choosing a recogniser in the window: what the settings page wishes reaches the grader and the settings file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mlprep_gui.paths import Paths, locate
from mlprep_gui.settings import Settings, read, write
from mlprep_gui.speech.catalogue import BASE_FILES, BASE_FOLDER
from mlprep_gui.ui.pages.settings_page import SettingsPage
from tests.fakes.grader import FakeGrader
from tests.ui.seen import button, shown_text
from tests.ui.test_shell import Rig


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder into which Whisper base was downloaded."""
    paths = locate(tmp_path / "data")
    folder = paths.recognisers / BASE_FOLDER
    folder.mkdir(parents=True)
    for name, (size, _) in BASE_FILES.items():
        with (folder / name).open("wb") as file:
            file.truncate(size)
    return paths


@pytest.fixture
def grader() -> FakeGrader:
    return FakeGrader()


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path, paths: Paths, grader: FakeGrader) -> Iterator[Rig]:
    rig = Rig(qtbot, qapp, paths, tmp_path, grader)
    with qtbot.waitSignal(rig.program.ready):
        rig.program.open()
    yield rig
    rig.program.close()


def shown_settings(rig: Rig, qtbot: QtBot) -> SettingsPage:
    rig.window.show()
    page = rig.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: "Whisper base" in shown_text(page.recognisers))
    return page


def test_what_is_used_on_the_settings_page_writes_answers_down_and_is_kept(
    rig: Rig, qtbot: QtBot, grader: FakeGrader, paths: Paths
) -> None:
    page = shown_settings(rig, qtbot)
    button(page, "Use Whisper base").click()
    qtbot.waitUntil(lambda: grader.recogniser == "base")
    qtbot.waitUntil(lambda: read(paths.settings_file)[0].recogniser == "base")
    qtbot.waitUntil(lambda: "Whisper base in use" in page.recognisers.words)
    button(page, "Remove Whisper base").click()
    qtbot.waitUntil(lambda: "Not on this computer." in shown_text(page.recognisers))
    assert grader.recogniser == "tiny.en"
    assert not (paths.recognisers / BASE_FOLDER).exists()


def test_a_folder_is_asked_for_and_tried_out(
    rig: Rig, qtbot: QtBot, grader: FakeGrader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(tmp_path)))
    page = shown_settings(rig, qtbot)
    page.recognisers.folder_button.click()
    qtbot.waitUntil(lambda: grader.recogniser == str(tmp_path.resolve()))


def test_a_recogniser_that_is_gone_is_named_when_the_program_starts(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    paths = locate(tmp_path / "data")
    write(paths.settings_file, Settings(recogniser="base"))
    rig = Rig(qtbot, qapp, paths, tmp_path, FakeGrader(), read(paths.settings_file)[0])
    rig.program.open()
    qtbot.waitUntil(lambda: bool(rig.notices))
    assert "Whisper base is not on this computer." in rig.notices[0].text
    assert "Whisper tiny.en stands in for it." in rig.notices[0].text
    rig.program.close()
