"""May this program hear? Where the system asks the user, it is asked once, before the first recording."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QMicrophonePermission, QObject, Qt


class Permission(Protocol):
    """What the system has to say about using the microphone."""

    def status(self) -> Qt.PermissionStatus:
        """Return how it stands; a system that does not ask has granted it."""

    def ask(self, then: Callable[[], None]) -> None:
        """Let the system ask the user; `then` is called when that is over, whatever the answer."""


class SystemPermission:
    """Qt's own."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def status(self) -> Qt.PermissionStatus:
        """Return how it stands."""
        application = QCoreApplication.instance()
        if application is None:
            return Qt.PermissionStatus.Granted
        return application.checkPermission(QMicrophonePermission())

    def ask(self, then: Callable[[], None]) -> None:
        """Let the system ask the user."""
        application = QCoreApplication.instance()
        if application is not None:
            application.requestPermission(QMicrophonePermission(), self._owner, lambda _: then())
