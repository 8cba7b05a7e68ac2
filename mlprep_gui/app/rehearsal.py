"""A microphone and a player for a round without sound devices: it hears recordings and plays in silence."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mlprep_gui.audio.wav import WavWriter, read_info, read_samples
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import CaptureListener, InputDevice, PlayListener

STEP_MS = 50
STEP_S = 2.0
NAME = "Recorded answer"


class RecordedMicrophone(QObject):
    """Implements ports.Microphone by hearing a WAV file (16-bit mono), faster than it was spoken."""

    exhausted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = array("h")
        self._rate_hz = 16_000
        self._read = 0
        self._paused = False
        self._writer: WavWriter | None = None
        self._listener: CaptureListener | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._on_step)

    def load(self, path: Path) -> None:
        """Hear this file in the next capture."""
        self._rate_hz = read_info(path).rate_hz
        self._source = read_samples(path)

    def devices(self) -> tuple[InputDevice, ...]:
        """List the one microphone there is."""
        return (InputDevice("recorded", NAME, True),)

    def start(self, path: Path, device_id: str | None, listener: CaptureListener) -> None:
        """Start hearing the loaded file."""
        if device_id not in (None, "recorded"):
            raise DeviceError(f"There is no microphone {device_id}.", "Choose another one.")
        self._writer = WavWriter(path, self._rate_hz, NAME)
        self._listener = listener
        self._read = 0
        self._timer.start()

    def pause(self) -> None:
        """Hold."""
        self._paused = True

    def resume(self) -> None:
        """Go on."""
        self._paused = False

    def stop(self) -> None:
        """Finish the recording; the listener is told from the event loop."""
        self._timer.stop()
        QTimer.singleShot(0, self, self._finish)

    def _finish(self) -> None:
        writer, listener = self._writer, self._listener
        self._writer = self._listener = None
        if writer is not None and listener is not None:
            listener.capture_finished(writer.close())

    def _on_step(self) -> None:
        if self._writer is None or self._listener is None or self._paused:
            return
        if self._read == 0:
            self._listener.capture_started()
        step = self._source[self._read : self._read + int(STEP_S * self._rate_hz)]
        self._read += len(step)
        if not step:
            self._timer.stop()
            self.exhausted.emit()
            return
        self._writer.append(step)
        level = self._writer.meter.feed(step)[-1]
        self._listener.level_changed(level.rms_db, level.peak_db, level.clipped)


class SilentPlayer(QObject):
    """Implements ports.Player without a sound: everything is over as soon as the event loop turns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: PlayListener | None = None

    def play(
        self,
        path: Path,
        listener: PlayListener,
        start_s: float = 0.0,
        end_s: float | None = None,
        then: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Reach the end from the event loop."""
        self._listener = listener
        end_s = then[-1][1] if then else end_s

        def finish() -> None:
            if self._listener is listener:
                self._listener = None
                listener.position_changed(end_s if end_s is not None else start_s)
                listener.playback_finished()

        QTimer.singleShot(STEP_MS, self, finish)

    def pause(self) -> None:
        """Nothing to hold."""

    def resume(self) -> None:
        """Nothing to go on with."""

    def stop(self) -> None:
        """Forget what was playing."""
        self._listener = None

    def set_rate(self, rate: float) -> None:
        """Silence has no rate."""
