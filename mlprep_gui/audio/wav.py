"""WAV files that survive a crash: 16-bit mono PCM, written as it is heard. Free of Qt."""

import os
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mlprep_gui.audio.levels import LevelMeter, bytes_of, samples_of
from mlprep_gui.domain.errors import InputError
from mlprep_gui.ports import CapturedAudio

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM = 1
_PATCH_EVERY_S = 0.5
_CHUNK_BYTES = 1 << 16
_MAX_DATA_BYTES = 0xFFFFFFFF - _HEADER.size


@dataclass(frozen=True, slots=True)
class WavInfo:
    """What a WAV header says; frames is what the file really holds."""

    rate_hz: int
    frames: int

    @property
    def duration_s(self) -> float:
        """Length of the audio."""
        return self.frames / self.rate_hz


def _header(rate_hz: int, data_bytes: int) -> bytes:
    data_bytes = min(data_bytes, _MAX_DATA_BYTES)
    return _HEADER.pack(
        b"RIFF", 36 + data_bytes, b"WAVE", b"fmt ", 16, _PCM, 1, rate_hz, 2 * rate_hz, 2, 16, b"data", data_bytes
    )


class WavWriter:
    """Writes 16-bit mono frames as they come and measures them.

    Each append reaches the operating system at once, so a killed process loses nothing that was appended; the sizes
    in the header are brought up to date twice a second for other readers, and `repair` mends them after a crash.
    """

    def __init__(self, path: Path, rate_hz: int, device: str, *, go_on: bool = False) -> None:
        """Create the file, or open it to go on at its end; one that exists is never overwritten.

        Args:
            path: of the file.
            rate_hz: of the frames; to go on, that of the file.
            device: name of the microphone.
            go_on: the file holds a recording as written by WavWriter; its levels are measured again.

        Raises:
            OSError: when it exists (to go on: does not) or cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.rate_hz = rate_hz
        self.frames = 0
        self.meter = LevelMeter(rate_hz)
        self._device = device
        self._patched = 0
        self._file = path.open("r+b" if go_on else "xb", buffering=0)
        if go_on:
            self._measure()
            self._file.truncate(_HEADER.size + 2 * self.frames)
            self._patch()
        else:
            self._write(_header(rate_hz, 0))

    def append(self, samples: "array[int]") -> None:
        """Append samples (the caller feeds `meter`).

        Raises:
            OSError: when the disk is full.
        """
        self._write(bytes_of(samples))
        self.frames += len(samples)
        if self.frames - self._patched >= self.rate_hz * _PATCH_EVERY_S:
            self._patch()

    def close(self) -> CapturedAudio:
        """Finish the file, synced to disk.

        Raises:
            OSError: when the disk refuses; the frames written before are kept all the same.
        """
        try:
            self._patch()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()
        return self.captured()

    def captured(self) -> CapturedAudio:
        """Return what was written so far."""
        return CapturedAudio(
            self.path, self.rate_hz, self.frames / self.rate_hz, tuple(self.meter.levels_db), self._device
        )

    def _measure(self) -> None:
        for samples in _chunks(self.path):
            self.meter.feed(samples)
            self.frames += len(samples)

    def _patch(self) -> None:
        self._file.seek(0)
        self._write(_header(self.rate_hz, 2 * self.frames))
        self._file.seek(0, os.SEEK_END)
        self._patched = self.frames

    def _write(self, data: bytes) -> None:
        # An unbuffered file may take less than it is given.
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]


def read_info(path: Path) -> WavInfo:
    """Read rate and length of a WAV file as written by WavWriter.

    Raises:
        InputError: when it is none.
        OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_HEADER.size)
    fields = _HEADER.unpack(head) if len(head) == _HEADER.size else ()
    if not fields or (fields[0], fields[2], fields[3], *fields[4:7], fields[10], fields[11]) != (
        b"RIFF",
        b"WAVE",
        b"fmt ",
        16,
        _PCM,
        1,
        16,
        b"data",
    ):
        message = f"{path.name} is not a 16-bit mono WAV file."
        raise InputError(message, "Open it with an audio editor and save it as one.")
    rate_hz: int = fields[7]
    if rate_hz <= 0:
        message = f"{path.name} has no sample rate."
        raise InputError(message, "Open it with an audio editor and set the rate.")
    return WavInfo(rate_hz, (path.stat().st_size - _HEADER.size) // 2)


def repair(path: Path) -> CapturedAudio | None:
    """Make a recording whole that was cut off, and measure it; None when not a single frame was written.

    Raises:
        InputError: when the file is no recording.
        OSError: when it cannot be read or written.
    """
    if path.stat().st_size <= _HEADER.size:
        return None
    info = read_info(path)
    if not info.frames:
        return None
    with path.open("r+b") as file:
        file.write(_header(info.rate_hz, 2 * info.frames))
        file.truncate(_HEADER.size + 2 * info.frames)
        file.flush()
        os.fsync(file.fileno())
    meter = LevelMeter(info.rate_hz)
    for samples in _chunks(path):
        meter.feed(samples)
    return CapturedAudio(path, info.rate_hz, info.duration_s, tuple(meter.levels_db), "")


def read_samples(path: Path) -> "array[int]":
    """Read all samples of a file as written by WavWriter.

    Raises:
        InputError: when it is none.
        OSError: when it cannot be read.
    """
    read_info(path)
    samples = array("h")
    for chunk in _chunks(path):
        samples.extend(chunk)
    return samples


def _chunks(path: Path) -> Iterator["array[int]"]:
    with path.open("rb") as file:
        file.seek(_HEADER.size)
        while data := file.read(_CHUNK_BYTES):
            yield samples_of(data[: len(data) // 2 * 2])
