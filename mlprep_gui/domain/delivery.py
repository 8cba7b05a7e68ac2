"""How an answer sounded, apart from what it said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filler:
    """A filler ("um", "you know") and where it stands: words[start:end] of the transcript."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Measured delivery of one spoken answer; a value that could not be measured is None.

    Attributes:
        pace_wpm: words a minute while speaking, pauses left out.
        longest_pause_s: 0 when there was no pause.
        long_pauses: number of pauses of at least one second.
        latency_s: time to the first word.
    """

    words: int
    duration_s: float
    pace_wpm: float | None
    long_pauses: int | None
    longest_pause_s: float | None
    fillers: tuple[Filler, ...]
    latency_s: float | None
