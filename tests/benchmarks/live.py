"""Plays a recording into a growing file in real time, as a microphone does, and looks at the captions."""

import threading
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from mlprep_gui.audio.wav import WavWriter
from mlprep_gui.domain.transcript import Caption, Transcript, Word
from tests.benchmarks.hearing import plain

_FRAMES: Final = 1_600
_RATE_HZ: Final = 16_000
_ASK_AGAIN_S: Final = 1.0
_SAME_WORD_S: Final = 1.0


class Follower(Protocol):
    """What writes a recording down while it is being made."""

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Write down what is new."""

    def transcribe(self, audio: Path, hotwords: Sequence[str]) -> Transcript:
        """Write down the finished recording."""


@dataclass(frozen=True, slots=True)
class Live:
    """What came of one recording.

    Attributes:
        lags_s: from the end of each word of the transcript until it was first shown, seconds.
        final_s: from the stop to the final transcript.
        graded_s: from the stop to the verdicts; None when there is no question to grade it with.
    """

    transcript: Transcript
    lags_s: tuple[float, ...]
    final_s: float
    graded_s: float | None


def play(
    samples: "array[int]",
    audio: Path,
    hotwords: Sequence[str],
    follower: Follower,
    grade: Callable[[Transcript], object] | None,
) -> Live:
    """Record samples (16 bits, 16 kHz) into audio in real time, ask for captions as the program does, and stop."""
    recording = threading.Thread(target=_record, args=(samples, audio), daemon=True)
    begun_s = time.perf_counter()
    recording.start()
    shown: list[tuple[float, Caption]] = []
    while recording.is_alive():
        caption = follower.follow(audio, hotwords)
        shown.append((time.perf_counter() - begun_s, caption))
        recording.join(_ASK_AGAIN_S)
    stopped_s = time.perf_counter()
    transcript = follower.transcribe(audio, hotwords)
    final_s = time.perf_counter() - stopped_s
    graded_s = None
    if grade is not None:
        grade(transcript)
        graded_s = time.perf_counter() - stopped_s
    at_end_s = stopped_s + final_s - begun_s
    return Live(transcript, tuple(lag_s(word, shown, at_end_s) for word in transcript.words), final_s, graded_s)


def _record(samples: "array[int]", audio: Path) -> None:
    writer = WavWriter(audio, _RATE_HZ, "benchmark")
    begun_s = time.perf_counter()
    for start in range(0, len(samples), _FRAMES):
        end = min(start + _FRAMES, len(samples))
        time.sleep(max(0.0, begun_s + end / _RATE_HZ - time.perf_counter()))
        writer.append(samples[start:end])
    writer.close()


def lag_s(word: Word, shown: Sequence[tuple[float, Caption]], at_end_s: float) -> float:
    """Return how long after its end a word was first shown; with the final transcript, if not before."""
    text = plain(word.text)
    for at_s, caption in shown:
        near = (each for each in (*caption.committed, *caption.tentative) if _is_near(each, word))
        if any(plain(each.text) == text for each in near):
            return max(0.0, at_s - word.end_s)
    return at_end_s - word.end_s


def _is_near(one: Word, other: Word) -> bool:
    return abs(one.start_s - other.start_s) <= _SAME_WORD_S
