"""Rendered speech, its word times, and the cache it is kept in."""

import difflib
import hashlib
import json
import os
import re
import tempfile
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from mlprep_gui.ports import SpokenWord, Utterance, VoiceInfo

Span = tuple[float, float]
_WORD = re.compile(r"\S+")
_LAYOUT: Final = 1  # raise it when rendering changes, so that older files are not used any more
CACHE_LIMIT_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Rendering:
    """Speech: 16-bit mono samples, and when each word of spoken.split() is said."""

    pcm: bytes
    rate_hz: int
    times: tuple[Span, ...]

    @property
    def duration_s(self) -> float:
        """Length of the speech."""
        return len(self.pcm) / 2 / self.rate_hz


class VoiceEngine(Protocol):
    """One way to speak. A voice id is the engine's name, a colon and the voice."""

    @property
    def name(self) -> str:
        """Name of the engine, the first part of its voice ids."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List its voices, the default first.

        Raises:
            VoiceError: when the engine cannot be used here.
        """

    def synthesize(self, spoken: str, voice_id: str, rate: float) -> Rendering:
        """Say spoken; an empty voice_id means the engine's default.

        Raises:
            VoiceError: when the engine or the voice cannot be used.
        """


class RenderCache:
    """Rendered speech on disk: a WAV and its word times, under a name made of all that decides how it sounds."""

    def __init__(self, folder: Path, salt: str, limit_bytes: int = CACHE_LIMIT_BYTES) -> None:
        self._folder = folder
        self._salt = salt
        self._limit_bytes = limit_bytes

    def find(self, text: str, spoken: str, voice_id: str, rate: float) -> Utterance | None:
        """Return what was rendered before, or None."""
        path = self._path(spoken, voice_id, rate)
        try:
            facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            times = [(float(start), float(end)) for start, end in facts["times"]]
            duration_s = float(facts["duration_s"])
            os.utime(path)
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return Utterance(path, duration_s, place_words(text, spoken, times), voice_id)

    def keep(self, rendering: Rendering, text: str, spoken: str, voice_id: str, rate: float) -> Utterance:
        """Write a rendering down and return it as an utterance.

        Raises:
            OSError: when the folder cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(spoken, voice_id, rate)
        with tempfile.TemporaryDirectory(dir=self._folder, prefix="new-") as name:
            sound, facts = Path(name, "speech.wav"), Path(name, "facts.json")
            with wave.open(str(sound), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(rendering.rate_hz)
                file.writeframes(rendering.pcm)
            written = {"duration_s": rendering.duration_s, "times": rendering.times}
            facts.write_text(json.dumps(written), encoding="utf-8")
            # The word times come last: without them the sound is not found, so nothing half written is ever used.
            sound.replace(path)
            facts.replace(path.with_suffix(".json"))
        self._drop_oldest(keep=path)
        return Utterance(path, rendering.duration_s, place_words(text, spoken, rendering.times), voice_id)

    def _path(self, spoken: str, voice_id: str, rate: float) -> Path:
        decisive = json.dumps([_LAYOUT, self._salt, voice_id, round(rate, 3), spoken])
        return self._folder / f"{hashlib.sha256(decisive.encode()).hexdigest()[:32]}.wav"

    def _drop_oldest(self, keep: Path) -> None:
        sounds = [(path, path.stat()) for path in self._folder.glob("*.wav")]
        excess = sum(facts.st_size for _, facts in sounds) - self._limit_bytes
        for path, facts in sorted(sounds, key=lambda sound: sound[1].st_mtime):
            if excess <= 0:
                return
            if path != keep:
                path.with_suffix(".json").unlink(missing_ok=True)
                path.unlink(missing_ok=True)
                excess -= facts.st_size


def place_words(text: str, spoken: str, times: Sequence[Span]) -> tuple[SpokenWord, ...]:
    """Give each word of the shown text the time at which it is said.

    Words that are the same in both stand where they are said; a run that was spelt out ("t-SNE": "tee snee") shares
    the time of what is said for it, by number of characters.

    Args:
        text: as shown.
        spoken: as said.
        times: one span a word of spoken.split().
    """
    shown = list(_WORD.finditer(text))
    before = [_plain(match.group()) for match in shown]
    after = [_plain(word) for word in spoken.split()]
    placed: list[SpokenWord] = []
    reached_s = 0.0
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            spans = list(times[start:end])
        else:
            span = (times[start][0], times[end - 1][1]) if end > start else (reached_s, reached_s)
            spans = _shared(span, [len(word) for word in before[first:last]])
        for match, (start_s, end_s) in zip(shown[first:last], spans, strict=True):
            placed.append(SpokenWord(match.start(), match.end(), start_s, end_s))
            reached_s = end_s
    return tuple(placed)


def _plain(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum()) or word


def _shared(span: Span, weights: Sequence[int]) -> list[Span]:
    total = sum(weights)
    spans, said = [], 0
    for weight in weights:
        start_s = span[0] + (span[1] - span[0]) * said / total
        said += weight
        spans.append((start_s, span[0] + (span[1] - span[0]) * said / total))
    return spans
