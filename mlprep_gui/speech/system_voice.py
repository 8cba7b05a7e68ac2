"""The voices of the system, through pyttsx3."""

import ctypes
import os
import sys
import tempfile
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import VoiceInfo
from mlprep_gui.speech.rendering import Rendering, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ADVICE: Final = "Choose the built-in voice in the settings, or read the questions yourself."
_WORDS_A_MINUTE: Final = 170
_PREFERRED: Final = ("en-us", "en")
_FOREIGN: Final = len(_PREFERRED) + 1
_FRAME_S: Final = 0.01
_SILENT: Final = 0.01
_PAUSE_FRAMES: Final = 8
_REACH_FRAMES: Final = 60


class SystemVoice:
    """The voice engine of the system: SAPI on Windows, the system voices on macOS, eSpeak NG on Linux.

    One engine lives in a process, and it prints: use it in a process of its own. The engines do not say when in the
    sound a word comes, so word times are estimated: in proportion to the letters, over
    what is not silent, with the ends of clauses at pauses (0.1 to 0.2 s off).
    """

    name = "system"

    def __init__(self) -> None:
        self._engine: Any = None
        self._voices: tuple[VoiceInfo, ...] = ()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List the system's voices for English, US English first; all of them when it has none for English.

        Raises:
            VoiceError: when the system has no voices.
        """
        self._start()
        return offered(self._voices)

    def synthesize(self, spoken: str, voice_id: str, rate: float) -> Rendering:
        """Say spoken.

        Raises:
            VoiceError: when the system has no voices, not this one, or wrote no sound.
        """
        engine = self._start()
        known = [voice.id for voice in self._voices]
        if voice_id not in ("", *known):
            raise VoiceError(f"There is no voice {voice_id} on this system.", _ADVICE)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "speech.wav")
            try:
                engine.setProperty("voice", (voice_id or known[0]).removeprefix("system:"))
                engine.setProperty("rate", round(_WORDS_A_MINUTE * rate))
                engine.save_to_file(spoken, str(path))
                engine.runAndWait()
                samples, rate_hz = _read(path)
            except Exception as error:  # each system's driver raises its own exceptions
                raise VoiceError(f"The system's voice failed: {error}.", _ADVICE) from error
        if not samples.size:
            raise VoiceError("The system's voice wrote no sound.", _ADVICE)
        return Rendering(samples.tobytes(), rate_hz, estimate_times(spoken, samples, rate_hz))

    def _start(self) -> Any:
        if self._engine is None:
            try:
                if sys.platform == "linux":
                    _provide_espeak()
                import pyttsx3

                engine = pyttsx3.init()
                voices = [_info(voice) for voice in engine.getProperty("voices")]
            except Exception as error:  # each system's driver raises its own exceptions
                raise VoiceError(f"The system's voices cannot be used: {error}.", _ADVICE) from error
            if not voices:
                raise VoiceError("The system has no voices.", _ADVICE)
            self._voices = tuple(sorted(voices, key=_rank))
            self._engine = engine
        return self._engine


def offered(voices: tuple[VoiceInfo, ...]) -> tuple[VoiceInfo, ...]:
    """Return the voices that can read English, and those that do not say what they read; all of them when none can."""
    fit = tuple(voice for voice in voices if not voice.language or _rank(voice)[0] < _FOREIGN)
    return fit or voices


def estimate_times(spoken: str, samples: "NDArray[np.int16]", rate_hz: int) -> tuple[Span, ...]:
    """Estimate when each word of spoken.split() is said, from its letters and from what is not silent.

    Args:
        spoken: the words.
        samples: 16-bit mono, shape (n,).
        rate_hz: samples a second.
    """
    import numpy as np

    frame = max(1, round(rate_hz * _FRAME_S))
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame).astype(np.float32)
    level = np.abs(frames).max(axis=1, initial=0.0)
    voiced = np.flatnonzero(level > _SILENT * max(1.0, float(level.max(initial=0.0))))
    words = spoken.split()
    if not voiced.size:
        return tuple((0.0, 0.0) for _ in words)
    weights = np.array([1 + sum(character.isalnum() for character in word) for word in words], np.float64)
    edges = np.concatenate(([0.0], weights.cumsum())) / weights.sum() * voiced.size
    edges = _snapped(edges, words, voiced)
    starts = [float(voiced[min(int(edge), voiced.size - 1)] * _FRAME_S) for edge in edges[:-1]]
    ends = [float((voiced[max(0, min(int(np.ceil(edge)), voiced.size) - 1)] + 1) * _FRAME_S) for edge in edges[1:]]
    return tuple((start, max(start, end)) for start, end in zip(starts, ends, strict=True))


def _snapped(edges: "NDArray[np.float64]", words: Sequence[str], voiced: "NDArray[np.intp]") -> "NDArray[np.float64]":
    """Move the ends of clauses to the pauses near them, and what is between in proportion.

    Args:
        edges: where words begin and end, as indices into voiced, shape (len(words) + 1,).
        words: the words.
        voiced: frames that are not silent, in order.
    """
    import numpy as np

    pauses = np.flatnonzero(np.diff(voiced) >= _PAUSE_FRAMES) + 1.0
    anchors = {0.0: 0.0, float(edges[-1]): float(edges[-1])}
    reached = 0.0
    for edge in (float(edges[i + 1]) for i, word in enumerate(words[:-1]) if word[-1] in ".,;:?!"):
        near = [float(pause) for pause in pauses if pause > reached and abs(pause - edge) <= _REACH_FRAMES]
        if near:
            reached = min(near, key=lambda pause: abs(pause - edge))
            anchors[edge] = reached
    return np.interp(edges, sorted(anchors), [anchors[edge] for edge in sorted(anchors)])


def _provide_espeak() -> None:
    """Load the eSpeak NG of the wheel when the system has none; pyttsx3 then finds it under its usual name."""
    try:
        ctypes.CDLL("libespeak-ng.so.1")
    except OSError:
        import espeakng_loader

        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def _info(voice: Any) -> VoiceInfo:
    languages = [
        part.decode("ascii", errors="ignore").strip("\x05") if isinstance(part, bytes) else str(part)
        for part in voice.languages or ()
    ]
    return VoiceInfo(f"system:{voice.id}", str(voice.name), languages[0] if languages else "")


def _rank(voice: VoiceInfo) -> tuple[int, str]:
    language = voice.language.lower().replace("_", "-")
    exact = next((rank for rank, wanted in enumerate(_PREFERRED) if language == wanted), None)
    return exact if exact is not None else (_FOREIGN - 1 if language.startswith("en") else _FOREIGN), voice.name


def _read(path: Path) -> "tuple[NDArray[np.int16], int]":
    """Return the samples, mono, and their rate; macOS writes AIFF whatever the name says."""
    import numpy as np

    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) == (1, 2):
                return np.frombuffer(file.readframes(file.getnframes()), "<i2"), file.getframerate()
    except wave.Error:
        pass  # not a plain WAV: read below
    from faster_whisper.audio import decode_audio

    samples = decode_audio(str(path), sampling_rate=24_000)
    return (samples.clip(-1.0, 1.0) * 32767.0).astype("<i2"), 24_000
