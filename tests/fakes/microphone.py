"""A microphone without a device."""

import math
from array import array
from pathlib import Path

from mlprep_gui.audio.listening import Listening
from mlprep_gui.audio.wav import WavWriter, read_info
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import CaptureListener, Hearing, InputDevice

RATE_HZ = 16_000
DESK = InputDevice("desk", "Desk microphone", is_default=True)


def tone(duration_s: float, amplitude: float = 0.3, pitch_hz: float = 440.0, rate_hz: int = RATE_HZ) -> "array[int]":
    """A sine, 16-bit."""
    step = 2 * math.pi * pitch_hz / rate_hz
    return array("h", (round(32767 * amplitude * math.sin(step * at)) for at in range(round(duration_s * rate_hz))))


class FakeMicrophone:
    """Hears what it is told to.

    With `heard` it hears that sound at once on every start; without, `hear` feeds it step by step and `unplug` makes it
    fail. Everything is told to the listener before the call returns.
    """

    def __init__(self, heard: "array[int] | None" = None, devices: tuple[InputDevice, ...] = (DESK,)) -> None:
        self._heard = heard
        self._devices = devices
        self._writer: WavWriter | None = None
        self._listener: CaptureListener | None = None
        self._listening = Listening(RATE_HZ)
        self._told = Hearing.GOOD
        self._has_started = self._is_paused = False

    @property
    def is_capturing(self) -> bool:
        return self._writer is not None

    def devices(self) -> tuple[InputDevice, ...]:
        return self._devices

    def start(self, path: Path, device_id: str | None, listener: CaptureListener) -> None:
        if self._writer is not None:
            message = "The microphone is still recording."
            raise DeviceError(message, "Wait a second, then try again.")
        device = next((one for one in self._devices if device_id in (None, one.id)), None)
        if device is None:
            message = "The chosen microphone is not there." if self._devices else "No microphone was found."
            raise DeviceError(message, "Plug one in, or type your answers.")
        go_on = path.exists()
        rate_hz = read_info(path).rate_hz if go_on else RATE_HZ
        self._writer, self._listener = WavWriter(path, rate_hz, device.name, go_on=go_on), listener
        self._listening, self._told = Listening(RATE_HZ), Hearing.GOOD
        self._has_started = self._is_paused = False
        if self._heard is not None:
            self.hear(self._heard)

    def hear(self, samples: "array[int]") -> None:
        """Let the microphone hear some samples."""
        assert self._writer is not None and self._listener is not None
        if not self._has_started:
            self._has_started = True
            self._listener.capture_started()
        if self._is_paused or self._writer is None:
            return
        self._writer.append(samples)
        for level in self._writer.meter.feed(samples):
            self._listener.level_changed(level.rms_db, level.peak_db, level.clipped)
            self._listening.feed(level)
            if self._listening.hearing is not self._told:
                self._told = self._listening.hearing
                self._listener.hearing_changed(self._told)

    def plug(self, *devices: InputDevice) -> None:
        """Have other devices from now on."""
        self._devices = devices

    def unplug(self) -> None:
        """Lose the device for good."""
        self._devices = ()
        if self._writer is None or self._listener is None:
            return
        writer, listener = self._writer, self._listener
        self._writer = self._listener = None
        audio = writer.close()
        if not audio.duration_s:
            audio.path.unlink()
        error = DeviceError("The microphone is gone.", "Plug it in again; what was recorded until then is safe.")
        listener.capture_failed(error, audio if audio.duration_s else None)

    def pause(self) -> None:
        self._is_paused = True

    def resume(self) -> None:
        self._is_paused = False

    def stop(self) -> None:
        if self._writer is None or self._listener is None:
            return
        writer, listener = self._writer, self._listener
        self._writer = self._listener = None
        listener.capture_finished(writer.close())
