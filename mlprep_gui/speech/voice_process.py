"""The voices in a process of their own."""

from pathlib import Path
from typing import Final, cast

from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import Utterance, VoiceInfo
from mlprep_gui.speech.child import ChildEndedError, ChildProcess
from mlprep_gui.speech.voice import default_cache

DEFAULT_VOICE: Final = "hibari:heart"
_LONGEST_S: Final = 60.0
_ADVICE: Final = "The questions are shown as text; go on without a voice."


class VoiceProcess:
    """The Voice port behind a pipe. Blocking: call it in a job, from any thread.

    What was rendered before is found without the process. When a voice takes the process down with it, a new one is
    started and another voice speaks.
    """

    def __init__(self, resources_dir: Path, cache_dir: Path) -> None:
        self._cache = default_cache(resources_dir, cache_dir)
        self._child = ChildProcess("mlprep_gui.speech.voice:default_voice", resources_dir, cache_dir)

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List the voices present, the best first.

        Raises:
            VoiceError: when the process cannot run.
        """
        try:
            return cast("tuple[VoiceInfo, ...]", self._child.call("voices", timeout_s=_LONGEST_S))
        except ChildEndedError as ended:
            raise VoiceError("The voices cannot be listed.", _ADVICE) from ended

    def render(self, text: str, spoken: str, voice_id: str, rate: float) -> Utterance:
        """Render what is spoken; words refer to text as it is shown.

        Args:
            text: as shown.
            spoken: as said; the same text with symbols and jargon spelt out.
            voice_id: id of the wanted voice; empty for the built-in one.
            rate: 1.0 is the voice's own pace, 0.5 to 2.0.

        Raises:
            VoiceError: when no voice at all can speak.
        """
        wanted = voice_id or DEFAULT_VOICE
        kept = self._cache.find(text, spoken, wanted, rate)
        if kept is not None:
            return kept
        try:
            return self._render(text, spoken, wanted, rate, avoid="")
        except ChildEndedError as ended:
            if ended.stopped:
                raise VoiceError("The voice was stopped.") from ended
        try:
            return self._render(text, spoken, wanted, rate, avoid=wanted.partition(":")[0])
        except ChildEndedError as ended:
            raise VoiceError("The voice ended unexpectedly, twice.", _ADVICE) from ended

    @property
    def pid(self) -> int | None:
        """Process id of the process behind it, or None when there is none."""
        return self._child.pid

    def rest(self) -> None:
        """End the process once it is idle; the next call starts a new one."""
        self._child.rest()

    def close(self) -> None:
        """End the process for good."""
        self._child.close()

    def _render(self, text: str, spoken: str, voice_id: str, rate: float, avoid: str) -> Utterance:
        answer = self._child.call("render", text, spoken, voice_id, rate, avoid, timeout_s=_LONGEST_S)
        return cast(Utterance, answer)
