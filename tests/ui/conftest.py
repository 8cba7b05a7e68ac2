"""Widgets are tested offscreen, in the light theme unless a test asks for another."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import PySide6
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment
from mlprep_gui.paths import Paths
from mlprep_gui.ui import launch
from mlprep_gui.ui.language import use_language
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import Look, ThemeFollower, apply_theme, load_theme
from tests.fakes.grader import FakeGrader
from tests.fakes.microphone import FakeMicrophone
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ApplyTheme = Callable[..., None]
ShowWindows = Callable[[Paths, type[Shell]], int]


def _is_usual(app: QApplication) -> bool:
    now = app.property("mlprep_look")
    return isinstance(now, Look) and (now.theme.name, now.text_scale, now.reduced_motion) == ("light", 1.0, True)


@pytest.fixture
def resources() -> Path:
    return RESOURCES


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> None:
    """Delete the widgets of earlier tests for good, so that a change of theme need not style them too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def themed(qapp: QApplication, swept: None) -> Iterator[ApplyTheme]:
    """Apply the light theme; a test may call it with a name and a text size, and let things move."""

    def use(name: str = "light", text_scale: float = 1.0, *, moves: bool = False) -> None:
        apply_theme(qapp, RESOURCES, load_theme(RESOURCES, name), text_scale, reduced_motion=not moves)

    if not _is_usual(qapp):
        use()
    yield use
    if not _is_usual(qapp):
        use()


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A resources folder with the translations of this checkout, as the build step makes them."""
    folder = tmp_path_factory.mktemp("resources")
    (folder / "i18n").mkdir()
    tool = Path(PySide6.__file__).parent / "lrelease"
    for source in (RESOURCES / "i18n").glob("*.ts"):
        target = folder / "i18n" / f"{source.stem}.qm"
        subprocess.run([tool, "-silent", source, "-qm", target], check=True)
    return folder


@pytest.fixture
def speak(qapp: QApplication, translated: Path) -> Iterator[Callable[[str], None]]:
    """Give what is built from now on another language, until the test ends."""
    before = QLocale()

    def use(language: str) -> None:
        assert use_language(qapp, translated, language) == ()

    yield use
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def show_windows(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ShowWindows:
    """Shows one window after the other as the program does, with this shell and fake devices; gives the exit code."""

    def equipment(_paths: Paths, _parent: QObject) -> Equipment:
        voice, player = FakeVoice(tmp_path), FakePlayer(at_once=True)
        return Equipment(FakeMicrophone(), player, voice, FakeGrader(), SystemClock(), lambda _: None)

    def show(paths: Paths, shell: type[Shell]) -> int:
        monkeypatch.setitem(sys.modules, "mlprep_gui.app.equipment", SimpleNamespace(real_equipment=equipment))
        monkeypatch.setattr("mlprep_gui.ui.shell.Shell", shell)
        monkeypatch.setattr("sys.excepthook", sys.excepthook)
        return launch.show_windows(qapp, paths, ThemeFollower(qapp, paths.resources))

    return show
