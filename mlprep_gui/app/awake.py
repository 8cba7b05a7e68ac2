"""Keeps the screen on while a round runs, where the desktop offers that (org.freedesktop.ScreenSaver)."""

import logging
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_log = logging.getLogger(__name__)
_SERVICE: Final = "org.freedesktop.ScreenSaver"
_PATH: Final = "/org/freedesktop/ScreenSaver"
_CONNECTION: Final = "mlprep-awake"


class Awake(QObject):
    """Asks the desktop not to blank the screen. Without such a desktop nothing happens.

    The wish lives as long as its own connection to the bus, so that it also ends when the program dies.

    Args:
        address: of the bus; empty for that of the session.
    """

    def __init__(self, parent: QObject | None = None, address: str = "") -> None:
        super().__init__(parent)
        self._bus = address or QDBusConnection.BusType.SessionBus
        self._held = False

    def hold(self, reason: str) -> None:
        """Keep the screen on; the desktop may show the reason."""
        if self._held:
            return
        bus = QDBusConnection.connectToBus(self._bus, _CONNECTION)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_CONNECTION)
            return
        self._held = True
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        call.setArguments(["MLPrep", reason])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.finished.connect(self._on_answered)

    def release(self) -> None:
        """Let the screen sleep again."""
        if self._held:
            self._held = False
            QDBusConnection.disconnectFromBus(_CONNECTION)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher.isError():
            _log.info("the screen may sleep in a round: %s", watcher.error().message())
        watcher.deleteLater()
