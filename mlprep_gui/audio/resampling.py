"""Another sample rate, piece by piece: for the second half of a take whose device cannot do the rate of the first."""

from array import array
from typing import Final

_ZERO_CROSSINGS: Final = 16


class Resampler:
    """Turns 16-bit mono at one rate into another by a Hann-windowed sinc; the ends of pieces leave no trace.

    The output is late by half the filter, 1 ms at 16 kHz; `rest` gives what is still inside at the end.
    """

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._from_hz, self._to_hz = from_hz, to_hz
        #: Of the lower of both rates, so that nothing above half of it folds down.
        self._cutoff = min(1.0, to_hz / from_hz)
        self._half = round(_ZERO_CROSSINGS / self._cutoff)
        self._held = array("h", bytes(2 * self._half))
        self._held_from = -self._half
        self._made = 0

    def feed(self, samples: "array[int]") -> "array[int]":
        """Take samples in and return those of the other rate that can be told by now."""
        import numpy as np  # loaded only where it is needed: see to_mono_int16

        self._held.extend(samples)
        known = self._held_from + len(self._held) - self._half
        until = max(self._made, -(-known * self._to_hz // self._from_hz))
        places = np.arange(self._made, until) * self._from_hz / self._to_hz
        self._made = until
        if not len(places):
            return array("h")
        around = np.floor(places).astype(np.int64)[:, None] + np.arange(1 - self._half, self._half + 1)
        away = around - places[:, None]
        window = np.cos(np.pi / 2 * np.clip(away / self._half, -1.0, 1.0)) ** 2
        weights = self._cutoff * np.sinc(self._cutoff * away) * window
        held = np.frombuffer(self._held, np.int16).astype(np.float64)
        heard = (held[around - self._held_from] * weights).sum(axis=1)
        self._forget(int(around[-1, 0]))
        return array("h", np.clip(np.rint(heard), -32768, 32767).astype(np.int16).tobytes())

    def rest(self) -> "array[int]":
        """Return what is still inside."""
        return self.feed(array("h", bytes(2 * self._half)))

    def _forget(self, before: int) -> None:
        """Let go of samples that no later one needs."""
        gone = max(0, before - self._held_from)
        self._held = self._held[gone:]
        self._held_from += gone
