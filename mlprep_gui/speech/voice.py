"""Speak with the wanted voice, or with the next one that can."""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import Utterance, VoiceInfo
from mlprep_gui.speech.rendering import RenderCache, VoiceEngine

_log = logging.getLogger(__name__)
_ADVICE = "The questions are shown as text; go on without a voice."


class FallbackVoice:
    """The Voice port on several engines, the best first."""

    def __init__(self, engines: Sequence[VoiceEngine], cache: RenderCache) -> None:
        self._engines = tuple(engines)
        self._cache = cache

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List the voices of every engine that can be used here."""
        found: list[VoiceInfo] = []
        for engine in self._engines:
            try:
                found.extend(engine.voices())
            except VoiceError as error:
                _log.warning("%s", error)
        return tuple(found)

    def render(self, text: str, spoken: str, voice_id: str, rate: float, avoid: str = "") -> Utterance:
        """Render what is spoken; words refer to text as it is shown.

        Args:
            text: as shown.
            spoken: as said.
            voice_id: the wanted voice; empty for the best.
            rate: 1.0 is the voice's own pace.
            avoid: name of an engine not to use, because it ended its process.

        Raises:
            VoiceError: when no engine can speak.
        """
        if not spoken.strip():
            raise VoiceError("There is nothing to say.", _ADVICE)
        reasons = [f"The {avoid} voice ended unexpectedly."] if avoid else []
        wanted_first = sorted(self._engines, key=lambda engine: not voice_id.startswith(f"{engine.name}:"))
        for engine in wanted_first:
            if engine.name == avoid:
                continue
            try:
                wanted = voice_id if voice_id.startswith(f"{engine.name}:") else engine.voices()[0].id
                utterance = self._say(engine, text, spoken, wanted, rate)
            except VoiceError as error:
                _log.warning("%s", error)
                reasons.append(error.message)
            else:
                return _with_notice(utterance, reasons)
        raise VoiceError(" ".join(["No voice can speak.", *reasons]), _ADVICE)

    def rest(self) -> None:
        """Nothing to give back: the engines live in this process, which is ended for it."""

    def close(self) -> None:
        """Nothing to end: the engines live in this process."""

    def _say(self, engine: VoiceEngine, text: str, spoken: str, voice_id: str, rate: float) -> Utterance:
        kept = self._cache.find(text, spoken, voice_id, rate)
        if kept is not None:
            return kept
        rendering = engine.synthesize(spoken, voice_id, rate)
        try:
            return self._cache.keep(rendering, text, spoken, voice_id, rate)
        except OSError as error:
            raise VoiceError(f"The spoken question cannot be written to the disk: {error}.", _ADVICE) from error


def _with_notice(utterance: Utterance, reasons: Sequence[str]) -> Utterance:
    if not reasons:
        return utterance
    notice = " ".join([*reasons, "Another voice speaks instead."])
    return Utterance(utterance.path, utterance.duration_s, utterance.words, utterance.voice, notice)


def pronunciations_file(resources_dir: Path) -> Path:
    """Return where the pronunciations of technical terms lie."""
    return resources_dir / "pronunciations.toml"


def default_cache(resources_dir: Path, cache_dir: Path) -> RenderCache:
    """Return the cache of spoken prompts; a change of the pronunciations makes what is in it count no more."""
    path = pronunciations_file(resources_dir)
    salt = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return RenderCache(cache_dir, salt)


def default_voice(resources_dir: Path, cache_dir: Path) -> FallbackVoice:
    """Return the built-in voice, with the system's voices behind it; nothing is loaded before it must speak."""
    from mlprep_gui.speech.hibari_voice import HibariVoice
    from mlprep_gui.speech.system_voice import SystemVoice

    engines = (HibariVoice(pronunciations_file(resources_dir)), SystemVoice())
    return FallbackVoice(engines, default_cache(resources_dir, cache_dir))
