"""A voice that writes silence of the right length."""

import hashlib
import wave
from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import Utterance, VoiceInfo
from mlprep_gui.speech.rendering import place_words

_RATE_HZ = 16_000
_WORD_S = 0.3


class FakeVoice:
    """The Voice port without a voice. Every word takes 0.3 s at rate 1."""

    def __init__(self, folder: Path, voices: Sequence[VoiceInfo] = (VoiceInfo("fake:one", "One", "en"),)) -> None:
        self._folder = folder
        self._voices = tuple(voices)
        self.rendered: list[str] = []
        self.closed = False
        self.rests = 0

    def voices(self) -> tuple[VoiceInfo, ...]:
        return self._voices

    def render(self, text: str, spoken: str, voice_id: str, rate: float) -> Utterance:
        if not self._voices:
            raise VoiceError("No voice can speak.", "Go on without a voice.")
        if not spoken.strip():
            raise VoiceError("There is nothing to say.", "Go on without a voice.")
        self.rendered.append(spoken)
        known = voice_id in ("", *(voice.id for voice in self._voices))
        chosen = voice_id if known and voice_id else self._voices[0].id
        word_s = _WORD_S / rate
        times = [(index * word_s, (index + 1) * word_s) for index in range(len(spoken.split()))]
        path = self._folder / f"{hashlib.sha256(f'{chosen}{rate}{spoken}'.encode()).hexdigest()[:16]}.wav"
        frames = round(len(times) * word_s * _RATE_HZ)
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE_HZ)
            file.writeframes(bytes(2 * frames))
        notice = "" if known else f"There is no voice {voice_id}. Another voice speaks instead."
        return Utterance(path, frames / _RATE_HZ, place_words(text, spoken, times), chosen, notice)

    def rest(self) -> None:
        self.rests += 1

    def close(self) -> None:
        self.closed = True
