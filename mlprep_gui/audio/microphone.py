"""The Microphone port on Qt Multimedia. Each recording has a thread of its own; its news arrive on this one."""

from pathlib import Path

from PySide6.QtCore import Q_ARG, QCoreApplication, QMetaObject, QObject, Qt, QThread, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

from mlprep_gui.audio.capture import Capture
from mlprep_gui.audio.permission import Permission, SystemPermission
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import CapturedAudio, CaptureListener, Hearing, InputDevice

_CLOSE_MS = 5_000


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="surrogateescape")


class QtMicrophone(QObject):
    """Records from the devices Qt Multimedia knows. Use it from the GUI thread; close() it at the end.

    Making one loads the sound system, which takes some tenths of a second: not before the window stands.
    """

    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None, permission: Permission | None = None) -> None:
        super().__init__(parent)
        self._permission = permission or SystemPermission(self)
        self._media = QMediaDevices(self)
        self._media.audioInputsChanged.connect(self._on_inputs_changed)
        self._thread: QThread | None = None
        self._capture: Capture | None = None
        self._listener: CaptureListener | None = None
        self._device = ""
        self._asked: Path | None = None
        self._is_held = False
        # A thread that is still running when its object goes ends the whole program.
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def devices(self) -> tuple[InputDevice, ...]:
        """List the microphones present now, the default first."""
        found = (
            InputDevice(_id_of(device), device.description(), device.isDefault())
            for device in QMediaDevices.audioInputs()
        )
        return tuple(sorted(found, key=lambda device: (not device.is_default, device.name.casefold())))

    def start(self, path: Path, device_id: str | None, listener: CaptureListener) -> None:
        """Start recording to path, or go on with it; see ports.Microphone.

        Where the system has yet to ask whether this program may hear, it asks now, and the recording starts after.

        Raises:
            DeviceError: when there is no such device, it may not be used, or a recording is running.
        """
        if self._capture is not None or self._asked is not None:
            message = "The microphone is still recording."
            raise DeviceError(message, "Wait a second, then try again.")
        device = _find(device_id)
        self._is_held = False
        match self._permission.status():
            case Qt.PermissionStatus.Denied:
                raise _not_allowed()
            case Qt.PermissionStatus.Undetermined:
                self._asked, self._listener = path, listener
                self._permission.ask(lambda: self._on_answered(path, device_id))
            case _:
                self._open(path, device, listener)

    def _on_answered(self, path: Path, device_id: str | None) -> None:
        """Open the device, unless the answer was no.

        Where the question stays open, as for a program without a bundle on macOS, opening the device asks it.
        """
        listener = self._listener
        if self._asked != path or listener is None:
            return
        self._asked = self._listener = None
        try:
            if self._permission.status() == Qt.PermissionStatus.Denied:
                raise _not_allowed()
            self._open(path, _find(device_id), listener)
        except DeviceError as error:
            listener.capture_failed(error, None)
            return
        if self._is_held:
            self._ask("pause")

    def _open(self, path: Path, device: QAudioDevice, listener: CaptureListener) -> None:
        capture = Capture(path, device)
        capture.started.connect(self._on_started)
        capture.level.connect(self._on_level)
        capture.hearing.connect(self._on_hearing)
        capture.finished.connect(self._on_finished)
        capture.failed.connect(self._on_failed)
        thread = QThread()
        thread.setObjectName("capture")
        capture.moveToThread(thread)
        thread.started.connect(capture.begin)
        self._thread, self._capture, self._listener, self._device = thread, capture, listener, _id_of(device)
        thread.start(QThread.Priority.TimeCriticalPriority)

    def pause(self) -> None:
        """Hold: what is heard now is not kept."""
        self._is_held = True
        self._ask("pause")

    def resume(self) -> None:
        """Go on after pause()."""
        self._is_held = False
        self._ask("resume")

    def stop(self) -> None:
        """Ask to finish; capture_finished or capture_failed follows."""
        if self._asked is not None and self._listener is not None:
            listener = self._listener
            self._asked = self._listener = None
            listener.capture_failed(DeviceError("The recording had not started."), None)
            return
        self._ask("stop")

    @Slot()
    def close(self) -> None:
        """Finish a running recording at once, and wait until it is on disk."""
        self._ask("finish")
        if self._thread is not None:
            self._thread.wait(_CLOSE_MS)

    def _ask(self, slot: str) -> None:
        if self._capture is not None:
            QMetaObject.invokeMethod(self._capture, slot, Qt.ConnectionType.QueuedConnection)

    def _release(self) -> CaptureListener | None:
        """Let go of a recording that has ended; its thread is about to end by itself."""
        listener = self._listener
        if self._thread is not None:
            self._thread.wait(_CLOSE_MS)
        self._thread = self._capture = self._listener = None
        return listener

    @Slot()
    def _on_started(self) -> None:
        if self._listener is not None:
            self._listener.capture_started()

    @Slot(float, float, bool)
    def _on_level(self, level_db: float, peak_db: float, clipped: bool) -> None:
        if self._listener is not None:
            self._listener.level_changed(level_db, peak_db, clipped)

    @Slot(object)
    def _on_hearing(self, hearing: Hearing) -> None:
        if self._listener is not None:
            self._listener.hearing_changed(hearing)

    @Slot(object)
    def _on_finished(self, audio: CapturedAudio) -> None:
        listener = self._release()
        if listener is not None:
            listener.capture_finished(audio)

    @Slot(object, object)
    def _on_failed(self, error: DeviceError, kept: CapturedAudio | None) -> None:
        listener = self._release()
        if listener is not None:
            listener.capture_failed(error, kept)

    @Slot()
    def _on_inputs_changed(self) -> None:
        if self._capture is not None:
            present = {_id_of(device): device for device in QMediaDevices.audioInputs()}
            if self._device in present:
                rate_hz = present[self._device].preferredFormat().sampleRate()
                queued = Qt.ConnectionType.QueuedConnection
                QMetaObject.invokeMethod(self._capture, "follow_device", queued, Q_ARG(int, rate_hz))
            else:
                self._ask("lose_device")
        self.devices_changed.emit()


def _find(device_id: str | None) -> QAudioDevice:
    if device_id is None:
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            message = "No microphone was found."
            raise DeviceError(message, "Plug one in, or type your answers.")
        return device
    for device in QMediaDevices.audioInputs():
        if _id_of(device) == device_id:
            return device
    message = "The chosen microphone is not there."
    raise DeviceError(message, "Plug it in, choose another one, or type your answers.")


def _not_allowed() -> DeviceError:
    message = "This program may not use the microphone."
    return DeviceError(message, "Allow it in the system's privacy settings, then try again; or type your answers.")
