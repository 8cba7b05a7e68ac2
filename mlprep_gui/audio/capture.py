"""One recording, on the capture thread: frames from the device to the file, levels to whoever shows them.

Measured on Qt 6.12: with Qt's own buffer of 0.25 s a Python interpreter that was held up for 0.7 s lost 0.46 s of
sound; with a buffer of seconds it lost nothing.
"""

import time
from array import array
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QThread, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSource, QtAudio

from mlprep_gui.audio.levels import FLOOR_DB, Level, to_mono_int16
from mlprep_gui.audio.listening import Listening
from mlprep_gui.audio.resampling import Resampler
from mlprep_gui.audio.wav import WavWriter, read_info
from mlprep_gui.domain.errors import DeviceError, InputError
from mlprep_gui.ports import CapturedAudio, Hearing

RATE_HZ = 16_000
_BUFFER_US = 4_000_000
_FIRST_FRAME_S = 5.0
# Both are said within two seconds.
_SLOW_TO_OPEN_S = 1.6
_SILENT_DEVICE_S = 1.6
_WATCH_MS = 200
_LEVEL_EVERY_S = 1 / 30
# What is on its way through the sound server when "stop" is pressed still belongs to the answer.
_TAIL_MS = 200

_SAMPLES = {
    QAudioFormat.SampleFormat.UInt8: "u1",
    QAudioFormat.SampleFormat.Int16: "i2",
    QAudioFormat.SampleFormat.Int32: "i4",
    QAudioFormat.SampleFormat.Float: "f4",
}


def speech_format(device: QAudioDevice, rate_hz: int = RATE_HZ) -> QAudioFormat:
    """Return 16-bit mono at a rate where the device can do it, else the format it likes best."""
    wanted = QAudioFormat()
    wanted.setSampleRate(rate_hz)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted if device.isFormatSupported(wanted) else device.preferredFormat()


class Capture(QObject):
    """Records a take or goes on with it. Lives on the capture thread; ends with exactly one of finished and failed."""

    started = Signal()
    level = Signal(float, float, bool)
    hearing = Signal(object)
    finished = Signal(object)
    failed = Signal(object, object)

    def __init__(self, path: Path, device: QAudioDevice) -> None:
        super().__init__()
        self._path = path
        self._device = device
        self._format = speech_format(device)
        self._listening = Listening(device.preferredFormat().sampleRate())
        self._told = Hearing.GOOD
        self._writer: WavWriter | None = None
        self._resampler: Resampler | None = None
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._watch: QTimer | None = None
        self._rest = b""
        self._began_s = self._heard_s = self._shown_s = 0.0
        self._held: Level | None = None
        self._is_paused = self._has_started = self._is_over = False

    @Slot()
    def begin(self) -> None:
        """Open the file and the device."""
        try:
            self._open_file()
        except OSError as error:
            self._fail(_write_error(error))
            return
        except InputError as error:
            self._fail(DeviceError(error.message, error.advice))
            return
        self._source = QAudioSource(self._device, self._format)
        self._source.setBufferSize(self._format.bytesForDuration(_BUFFER_US))
        self._source.stateChanged.connect(self._on_state_changed)
        self._began_s = time.monotonic()
        self._stream = self._source.start()
        if self._stream is None or self._source.error() != QtAudio.Error.NoError:
            self._fail(_refused(self._device))
            return
        self._stream.readyRead.connect(self._on_ready)
        self._watch = QTimer()
        self._watch.timeout.connect(self._on_watch)
        self._watch.start(_WATCH_MS)

    def _open_file(self) -> None:
        """Make the file, or open the one that is there at its end."""
        go_on = self._path.exists()
        if go_on:
            self._format = speech_format(self._device, read_info(self._path).rate_hz)
        heard_hz = self._format.sampleRate()
        rate_hz = read_info(self._path).rate_hz if go_on else heard_hz
        self._resampler = Resampler(heard_hz, rate_hz) if heard_hz != rate_hz else None
        self._writer = WavWriter(self._path, rate_hz, self._device.description(), go_on=go_on)

    @Slot(int)
    def follow_device(self, rate_hz: int) -> None:
        """The device itself hears at this rate now; the sound system goes on giving the rate that was asked for."""
        self._listening.set_device_rate(rate_hz)
        if self._has_started:
            self._tell(self._listening.hearing)

    @Slot()
    def pause(self) -> None:
        """Keep what was heard until now and nothing after."""
        self._read()
        self._is_paused = True

    @Slot()
    def resume(self) -> None:
        """Forget what was heard in the pause and go on."""
        self._read()
        self._is_paused = False

    @Slot()
    def stop(self) -> None:
        """Finish, with what is still on its way."""
        if self._has_started and not self._is_paused:
            QTimer.singleShot(_TAIL_MS, self, self.finish)
        else:
            self.finish()

    @Slot()
    def finish(self) -> None:
        """Finish at once."""
        self._read()
        if self._is_over or self._writer is None:
            return
        if self._resampler is not None and not self._is_paused:
            self._keep(self._resampler.rest())
        self._end_source()
        try:
            audio = self._writer.close()
        except OSError as error:
            self.failed.emit(_write_error(error), self._kept())
            return
        self.finished.emit(audio)

    @Slot()
    def lose_device(self) -> None:
        """The device was unplugged."""
        self._read()
        self._fail(_lost(self._device))

    @Slot()
    def _on_ready(self) -> None:
        self._read()

    @Slot(QAudio.State)
    def _on_state_changed(self, state: QAudio.State) -> None:
        if self._is_over or self._source is None or state == QAudio.State.ActiveState:
            return
        if state == QAudio.State.StoppedState or self._source.error() != QtAudio.Error.NoError:
            self.lose_device()

    @Slot()
    def _on_watch(self) -> None:
        # First take what is there: after a stall of this program the device is not to blame.
        self._read()
        now_s = time.monotonic()
        if not self._has_started and now_s - self._began_s > _FIRST_FRAME_S:
            self._fail(_refused(self._device))
        elif not self._has_started and now_s - self._began_s > _SLOW_TO_OPEN_S:
            self._tell(Hearing.WAITING)
        elif self._has_started and now_s - self._heard_s > _SILENT_DEVICE_S:
            self._fail(_lost(self._device))

    def _read(self) -> None:
        if self._is_over or self._stream is None:
            return
        data = self._rest + self._stream.readAll().data()
        whole = len(data) - len(data) % self._format.bytesPerFrame()
        data, self._rest = data[:whole], data[whole:]
        if not data:
            return
        self._heard_s = time.monotonic()
        if not self._has_started:
            self._has_started = True
            self.started.emit()
            self._tell(self._listening.hearing)
        if not self._is_paused:
            samples = to_mono_int16(data, _SAMPLES[self._format.sampleFormat()], self._format.channelCount())
            self._keep(self._resampler.feed(samples) if self._resampler is not None else samples)

    def _keep(self, samples: "array[int]") -> None:
        assert self._writer is not None
        try:
            self._writer.append(samples)
        except OSError as error:
            self._fail(_write_error(error))
            return
        for level in self._writer.meter.feed(samples):
            self._held = level if self._held is None else louder(self._held, level)
            self._listening.feed(level)
            self._tell(self._listening.hearing)
        if self._held is not None and self._heard_s - self._shown_s >= _LEVEL_EVERY_S:
            self.level.emit(self._held.rms_db, self._held.peak_db, self._held.clipped)
            self._held, self._shown_s = None, self._heard_s

    def _tell(self, hearing: Hearing) -> None:
        if hearing is not self._told:
            self._told = hearing
            self.hearing.emit(hearing)

    def _fail(self, error: DeviceError) -> None:
        if self._is_over:
            return
        self._end_source()
        if self._writer is not None:
            try:
                self._writer.close()
            except OSError as second:
                error = DeviceError(error.message, f"{error.advice} {_write_error(second).message}".strip())
        self.failed.emit(error, self._kept())

    def _kept(self) -> CapturedAudio | None:
        """What is on disk; a file without sound is removed so that its name can be used again."""
        if self._writer is None:
            return None
        if self._writer.frames:
            return self._writer.captured()
        self._path.unlink(missing_ok=True)
        return None

    def _end_source(self) -> None:
        self._is_over = True
        if self._watch is not None:
            self._watch.stop()
        if self._source is not None:
            self._source.stop()
        # Not here: this may be the source's own signal.
        QTimer.singleShot(0, self, self._end_thread)

    @Slot()
    def _end_thread(self) -> None:
        self._stream = self._source = self._watch = None
        QThread.currentThread().quit()


def louder(one: Level, other: Level) -> Level:
    """Return a level that shows the louder of both."""
    return Level(max(one.rms_db, other.rms_db, FLOOR_DB), max(one.peak_db, other.peak_db), one.clipped or other.clipped)


def _refused(device: QAudioDevice) -> DeviceError:
    return DeviceError(
        f"The microphone “{device.description()}” sends no sound.",
        "Check that it is plugged in and that this program may use it, choose another one, or type the answer.",
    )


def _lost(device: QAudioDevice) -> DeviceError:
    return DeviceError(
        f"The microphone “{device.description()}” is gone.",
        "Plug it in again or go on with another one; what was recorded until then is safe.",
    )


def _write_error(error: OSError) -> DeviceError:
    return DeviceError(
        f"The recording could not be written: {error.strerror or error}.",
        "Free some space on the disk, or choose another data folder with --data-dir.",
    )
