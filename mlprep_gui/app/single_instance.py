"""One window a data folder: a second start asks the first one to come to the front."""

import hashlib
import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mlprep_gui.domain.errors import InputError

_log = logging.getLogger(__name__)
_CONNECT_MS: Final = 1_000
_ANSWER_MS: Final = 5_000
_SHOWN: Final = b"shown\n"


class SingleInstance(QObject):
    """Listens on a local socket of this user and this data folder; nothing leaves the computer.

    Signals:
        asked(): the program was started once more, the window should come to the front.
    """

    asked = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = f"{Path.home()}|{data.resolve()}"
        self._name = f"mlprep-{hashlib.sha256(where.encode()).hexdigest()[:20]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def is_first(self) -> bool:
        """Whether no other window stands on this data folder; else that one was asked to come to the front.

        Raises:
            InputError: there is one, and it does not answer.
        """
        if self._ask_first():
            return False
        if self._server.listen(self._name):
            return True
        if self._ask_first():  # it has started at this very moment
            return False
        QLocalServer.removeServer(self._name)  # left behind by a program that was ended
        self._listen()
        return True

    def rest(self) -> None:
        """Let another start be the first one, until this program handles events again, as after a restore."""
        self._server.close()
        QTimer.singleShot(0, self, self._listen)

    def _listen(self) -> None:
        if not self._server.listen(self._name):
            _log.warning("a second start will not find this window: %s", self._server.errorString())

    def _ask_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        if not (socket.bytesAvailable() or socket.waitForReadyRead(_ANSWER_MS)):
            message = "MLPrep is open already, and its window does not answer."
            raise InputError(message, "Wait a moment and start again, or end it first; what was recorded is safe.")
        return True

    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()
            socket.write(_SHOWN)
            socket.flush()
            socket.disconnectFromServer()
