"""A recogniser that hears what it was told to hear."""

import wave
from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.domain.transcript import Caption, Transcript, Word


class FakeRecognizer:
    """The Recognizer port without a model: the same words for every WAV file that is not silent."""

    def __init__(self, text: str = "overfitting means memorising noise", error: ModelError | None = None) -> None:
        self.text = text
        self.error = error
        self.heard: list[tuple[Path, tuple[str, ...]]] = []

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Hear two words a second; all but the last two of them stay."""
        if self.error is not None:
            raise self.error
        pcm = audio.read_bytes()[44:] if audio.is_file() else b""
        heard_s = len(pcm) / 2 / 16_000
        said = self.text.split()[: int(2 * heard_s)] if any(pcm) else []
        words = tuple(Word(word, i / 2, (i + 1) / 2, 0.9) for i, word in enumerate(said))
        return Caption(words[:-2], words[-2:], heard_s)

    def transcribe(self, audio: Path, hotwords: Sequence[str]) -> Transcript:
        self.heard.append((audio, tuple(hotwords)))
        if self.error is not None:
            raise self.error
        try:
            with wave.open(str(audio), "rb") as file:
                duration_s = file.getnframes() / file.getframerate()
                silent = not any(file.readframes(file.getnframes()))
        except (OSError, EOFError, wave.Error) as error:
            raise InputError(f"{audio.name} cannot be read as audio.", "Give a recording.") from error
        said = [] if silent else self.text.split()
        each_s = duration_s / max(1, len(said))
        words = tuple(Word(word, i * each_s, (i + 1) * each_s, 0.9) for i, word in enumerate(said))
        return Transcript(words, ((0.0, duration_s),) if words else (), duration_s, "fake")
