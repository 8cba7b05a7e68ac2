"""How the learner is heard, from levels alone: silence that no room has, and sound that is cut off. Free of Qt."""

from collections import deque
from typing import Final

from mlprep_gui.audio.levels import BLOCK_S, FLOOR_DB, Level
from mlprep_gui.ports import Hearing

#: Below it there is no room, only a muted input; a quiet room with a microphone that is open is louder.
_DEAD_DB: Final = -70.0
_SPEECH_DB: Final = -50.0
#: A telephone's rate: what is above 4 kHz is missing, and consonants are there.
NARROW_BELOW_HZ: Final = 16_000


def _blocks(duration_s: float) -> int:
    return round(duration_s / BLOCK_S)


# With the time that sound is on its way, what is noticed after 1.6 s is said within two seconds.
_DEAD_BLOCKS: Final = _blocks(1.6)
_PATIENT_BLOCKS: Final = _blocks(8.0)
_ALIVE_BLOCKS: Final = 2
_SHORTEST_GAP_BLOCKS: Final = _blocks(0.2)
_GAPS_OF_A_GATE: Final = 2
_SPEECH_BLOCKS: Final = _blocks(0.5)
_CLIPPED_WITHIN_BLOCKS: Final = _blocks(1.0)
_CLIPPED_BLOCKS: Final = 3
_TOLD_BLOCKS: Final = _blocks(6.0)


class Listening:
    """Follows the levels of one recording, 50 ms each.

    Digital silence for 1.6 s is a muted input, an unplugged one, or a stream that was quietly moved to something else.
    Before any speech so is all below -70 dBFS, as from an input that is muted in its own electronics; after speech only
    digital silence counts, so that a learner who thinks in a very quiet room is left alone. A microphone with a noise
    gate sends digital silence between words: one that has come back by itself twice is given eight seconds.
    """

    def __init__(self, device_rate_hz: int) -> None:
        self._device_rate_hz = device_rate_hz
        self._dead = self._alive = self._gaps = self._speech = 0
        self._silent = False
        self._clipped: deque[bool] = deque(maxlen=_CLIPPED_WITHIN_BLOCKS)
        self._has_clipped = False
        self._told = 0

    @property
    def hearing(self) -> Hearing:
        """How the learner is heard now."""
        if self._silent:
            return Hearing.SILENT
        if self._told > 0:
            return Hearing.LOUD
        return Hearing.NARROW if 0 < self._device_rate_hz < NARROW_BELOW_HZ else Hearing.GOOD

    def set_device_rate(self, rate_hz: int) -> None:
        """The device itself hears at another rate now, as a Bluetooth headset after changing its profile."""
        self._device_rate_hz = rate_hz

    def feed(self, level: Level) -> None:
        """Take in the next 50 ms."""
        self._follow_silence(level)
        self._follow_clipping(level)

    def _follow_silence(self, level: Level) -> None:
        self._speech += level.rms_db > _SPEECH_DB
        has_spoken = self._speech >= _SPEECH_BLOCKS
        if level.rms_db <= FLOOR_DB or (not has_spoken and level.rms_db < _DEAD_DB):
            self._dead, self._alive = self._dead + 1, 0
            gated = self._gaps >= _GAPS_OF_A_GATE
            self._silent = self._silent or self._dead >= (_PATIENT_BLOCKS if gated else _DEAD_BLOCKS)
            return
        self._alive += 1
        if self._alive < _ALIVE_BLOCKS:
            return
        if has_spoken and _SHORTEST_GAP_BLOCKS <= self._dead < _DEAD_BLOCKS:
            self._gaps += 1
        self._dead, self._silent = 0, False

    def _follow_clipping(self, level: Level) -> None:
        self._told = max(0, self._told - 1)
        self._clipped.append(level.clipped)
        if not self._has_clipped and sum(self._clipped) >= _CLIPPED_BLOCKS:
            self._has_clipped, self._told = True, _TOLD_BLOCKS
