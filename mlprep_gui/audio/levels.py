"""Level arithmetic: samples to dBFS, one value each 50 ms; any sample format to 16-bit mono. Free of Qt."""

import math
import sys
from array import array
from dataclasses import dataclass, field
from operator import mul

FLOOR_DB = -90.0
BLOCK_S = 0.05
_FULL_SCALE = 32768.0
_CLIPPED = 32700


def to_db(amplitude: float) -> float:
    """Return dBFS of an amplitude in 16-bit steps, at least FLOOR_DB, to a tenth."""
    if amplitude <= 0:
        return FLOOR_DB
    return max(FLOOR_DB, round(20.0 * math.log10(amplitude / _FULL_SCALE), 1))


@dataclass(frozen=True, slots=True)
class Level:
    """Level of 50 ms: root mean square and peak, dBFS; clipped when the loudest sample is at full scale."""

    rms_db: float
    peak_db: float
    clipped: bool


def level_of(samples: "array[int]") -> Level:
    """Return the level of some 16-bit samples."""
    if not samples:
        return Level(FLOOR_DB, FLOOR_DB, clipped=False)
    peak = max(max(samples), -min(samples))
    rms = math.sqrt(sum(map(mul, samples, samples)) / len(samples))
    return Level(to_db(rms), to_db(peak), peak >= _CLIPPED)


@dataclass(slots=True)
class LevelMeter:
    """Cuts a stream of 16-bit mono samples into blocks of 50 ms and measures each."""

    rate_hz: int
    levels_db: list[float] = field(default_factory=list)
    _rest: "array[int]" = field(default_factory=lambda: array("h"))

    def feed(self, samples: "array[int]") -> list[Level]:
        """Take samples in and return the levels of the blocks they complete."""
        block = max(1, round(self.rate_hz * BLOCK_S))
        self._rest.extend(samples)
        whole = len(self._rest) - len(self._rest) % block
        found = [level_of(self._rest[at : at + block]) for at in range(0, whole, block)]
        del self._rest[:whole]
        self.levels_db.extend(level.rms_db for level in found)
        return found


def samples_of(data: bytes) -> "array[int]":
    """Read 16-bit little-endian samples."""
    samples = array("h", data)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def bytes_of(samples: "array[int]") -> bytes:
    """Write 16-bit little-endian samples."""
    if sys.byteorder == "little":
        return samples.tobytes()
    swapped = array("h", samples)
    swapped.byteswap()
    return swapped.tobytes()


def to_mono_int16(data: bytes, sample: str, channels: int) -> "array[int]":
    """Convert whole frames of the machine's byte order to 16-bit mono; channels are averaged.

    Args:
        data: interleaved samples.
        sample: "u1", "i2", "i4" or "f4": kind and bytes of one sample.
        channels: samples a frame.
    """
    if sample == "i2" and channels == 1:
        return array("h", data)
    # Only for devices that refuse the wanted format, so numpy is not loaded before.
    import numpy as np

    frames = np.frombuffer(data, dtype=np.dtype(sample)).reshape(-1, channels).astype(np.float64)
    scale, zero = {"u1": (128.0, 128.0), "i2": (32768.0, 0.0), "i4": (2147483648.0, 0.0), "f4": (1.0, 0.0)}[sample]
    mono = (frames.mean(axis=1) - zero) / scale
    return array("h", np.clip(np.rint(mono * _FULL_SCALE), -32768, 32767).astype(np.int16).tobytes())
