"""Thirty sounds without a word in them, 16 kHz, made anew each time."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]

RATE_HZ: Final = 16_000
_LENGTH_S: Final = 6.0


def noises() -> dict[str, Sound]:
    """Return the sounds by name, -1..1."""
    chance = np.random.default_rng(5)
    sounds = {"silence": np.zeros(_samples(_LENGTH_S)), "last bit": chance.integers(-1, 2, 96_000) / 32_768}
    for level_db in (-60, -40, -20):
        sounds[f"white noise {level_db}"] = _level(_hiss(chance), level_db)
        sounds[f"pink noise {level_db}"] = _level(_band(_hiss(chance), 20, 8_000, 0.5), level_db)
        sounds[f"rumble {level_db}"] = _level(_band(_hiss(chance), 20, 300, 1.0), level_db)
    for pitch_hz, level_db in ((50, -25), (60, -35), (100, -15)):
        sounds[f"hum {pitch_hz}"] = _level(_hum(pitch_hz), level_db)
        sounds[f"fan {pitch_hz}"] = _level(_fan(chance, pitch_hz), level_db)
    for number in range(4):
        sounds[f"typing {number}"] = _at(np.cumsum(chance.uniform(0.1, 0.5, 10)), lambda: _key(chance))
        sounds[f"cough {number}"] = _at((1.5,), lambda: _cough(chance)) + _level(_hiss(chance), -60)
    sounds["mouse"] = _at((1.0, 1.3, 4.0), lambda: 0.5 * _burst(chance, 1_500, 7_000, 0.03))
    sounds["thumps"] = _at((1.0, 2.5, 4.5), lambda: _burst(chance, 30, 200, 0.4))
    sounds["breathing"] = _at((0.5, 2.4, 4.3), lambda: _breath(chance))
    sounds["beeps"] = _at(range(1, 5), lambda: 0.4 * np.sin(2 * np.pi * 880 * _times(0.2)))
    sounds["tone"] = 0.1 * np.sin(2 * np.pi * 1_000 * _times(_LENGTH_S))
    return sounds


def _samples(length_s: float) -> int:
    return round(length_s * RATE_HZ)


def _times(length_s: float) -> Sound:
    return np.arange(_samples(length_s)) / RATE_HZ


def _level(sound: Sound, level_db: float) -> Sound:
    return np.asarray(sound / np.sqrt(np.mean(sound**2)) * 10 ** (level_db / 20), np.float64)


def _hiss(chance: np.random.Generator, length_s: float = _LENGTH_S) -> Sound:
    return chance.normal(0.0, 1.0, _samples(length_s))


def _band(sound: Sound, low_hz: float, high_hz: float, tilt: float = 0.0) -> Sound:
    """Keep a band, its spectrum falling with a power of the frequency."""
    spectrum, hz = np.fft.rfft(sound), np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    spectrum[(hz < low_hz) | (hz > high_hz)] = 0.0
    return np.asarray(np.fft.irfft(spectrum / np.maximum(hz, 1.0) ** tilt, len(sound)), np.float64)


def _hum(pitch_hz: float, length_s: float = _LENGTH_S) -> Sound:
    return sum((np.sin(2 * np.pi * pitch_hz * k * _times(length_s) + k) / k for k in (1, 2, 3, 5)), np.zeros(1))


def _fan(chance: np.random.Generator, pitch_hz: float) -> Sound:
    air = _level(_band(_hiss(chance), 40, 3_000, 0.5), -10) * (1 + 0.2 * np.sin(2 * np.pi * 9 * _times(_LENGTH_S)))
    return air + _level(_hum(pitch_hz), -20)


def _burst(chance: np.random.Generator, low_hz: float, high_hz: float, length_s: float) -> Sound:
    """Return noise that starts at once and dies away."""
    noise = _band(_hiss(chance, length_s), low_hz, high_hz)
    return np.asarray(noise / np.abs(noise).max() * np.exp(-_times(length_s) / (length_s / 5)), np.float64)


def _key(chance: np.random.Generator) -> Sound:
    gap = np.zeros(_samples(chance.uniform(0.03, 0.08)))
    press = _burst(chance, 1_500, 7_000, 0.03)
    return chance.uniform(0.2, 0.8) * np.concatenate((press, gap, 0.5 * press))


def _cough(chance: np.random.Generator) -> Sound:
    parts: list[Sound] = []
    for _ in range(chance.integers(1, 4)):
        length_s = chance.uniform(0.25, 0.4)
        noise = _burst(chance, 300, 900, length_s) + 0.7 * _burst(chance, 1_200, 4_000, length_s)
        voice = _hum(chance.uniform(110, 180), length_s) * (_times(length_s) > length_s / 2)
        parts += [0.4 * noise + 0.1 * voice, np.zeros(_samples(chance.uniform(0.1, 0.4)))]
    return np.concatenate(parts)


def _breath(chance: np.random.Generator) -> Sound:
    return 0.03 * _band(_hiss(chance, 1.2), 500, 4_000) * np.hanning(_samples(1.2))


def _at(moments_s: Iterable[float], sound: Callable[[], Sound]) -> Sound:
    """Put a sound at each moment."""
    whole = np.zeros(_samples(_LENGTH_S))
    for moment_s in moments_s:
        begin = _samples(moment_s)
        part = sound()[: len(whole) - begin]
        whole[begin : begin + len(part)] += part
    return whole
