"""The screen stays on while that is wished for; on a session bus of its own, with a desktop made up for the test."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from pytestqt.qtbot import QtBot

if not shutil.which("dbus-daemon"):
    pytest.skip("there is no session bus", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

from mlprep_gui.app.awake import Awake

DESKTOP = "desktop-of-the-test"


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})  # type: ignore[call-arg]
class Desktop(QObject):  # type: ignore[operator]
    """Counts who wants the screen to stay on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    @Slot(str, str, result=int)
    def Inhibit(self, application: str, reason: str) -> int:
        self.asked.append((application, reason))
        return len(self.asked)


@pytest.fixture
def address() -> Iterator[str]:
    words = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def test_the_screen_is_held_on_once_and_let_go(qtbot: QtBot, address: str) -> None:
    desktop, bus = Desktop(), QDBusConnection.connectToBus(address, DESKTOP)
    flags = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/ScreenSaver", desktop, flags)
    assert bus.registerService("org.freedesktop.ScreenSaver")
    names = set(bus.interface().registeredServiceNames().value())
    awake = Awake(address=address)
    awake.hold("A round")
    awake.hold("A round")
    qtbot.waitUntil(lambda: desktop.asked == [("MLPrep", "A round")])
    (asking,) = set(bus.interface().registeredServiceNames().value()) - names
    watcher = QDBusServiceWatcher(asking, bus, QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
    with qtbot.waitSignal(watcher.serviceUnregistered):
        awake.release()
    awake.hold("Another round")
    qtbot.waitUntil(lambda: len(desktop.asked) == 2)
    awake.release()
    QDBusConnection.disconnectFromBus(DESKTOP)


def test_a_desktop_that_does_not_know_of_it_is_no_trouble(
    qtbot: QtBot, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    awake = Awake(address=address)
    with caplog.at_level("INFO", logger="mlprep_gui.app.awake"):
        awake.hold("A round")
        qtbot.waitUntil(lambda: "the screen may sleep in a round" in caplog.text)
    awake.release()


def test_without_a_bus_nothing_happens() -> None:
    awake = Awake(address="unix:path=/nowhere/at/all")
    awake.hold("A round")
    awake.release()
