"""Devices and engines as the core sees them. Adapters and fakes pass the same contract tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Caption, Transcript

if TYPE_CHECKING:  # numpy takes a tenth of a second to load, and the window stands before anything needs it
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone that can be chosen."""

    id: str
    name: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class CapturedAudio:
    """A finished recording: 16-bit mono WAV at rate_hz; levels_db holds one value each 50 ms, dBFS."""

    path: Path
    rate_hz: int
    duration_s: float
    levels_db: tuple[float, ...]
    device: str


class Hearing(StrEnum):
    """How the learner is heard while recording.

    WAITING: the device is open, but nothing has come from it for some time. SILENT: what comes is silence as no room
    has it. LOUD: sound is cut off at full scale again and again; told once a recording, for some seconds. NARROW: the
    device hears as a telephone does.
    """

    GOOD = "good"
    WAITING = "waiting"
    SILENT = "silent"
    LOUD = "loud"
    NARROW = "narrow"


class CaptureListener(Protocol):
    """Told about a capture, always on the thread that started it."""

    def capture_started(self) -> None:
        """The first frame has arrived: now the learner is heard."""

    def level_changed(self, level_db: float, peak_db: float, clipped: bool) -> None:
        """A new level, at most 30 a second, dBFS."""

    def hearing_changed(self, hearing: Hearing) -> None:
        """How the learner is heard has changed; a recording begins with Hearing.GOOD."""

    def capture_finished(self, audio: CapturedAudio) -> None:
        """The recording is complete and on disk."""

    def capture_failed(self, error: DeviceError, kept: CapturedAudio | None) -> None:
        """The device failed; what was heard until then is on disk."""


class Microphone(Protocol):
    """Records speech to a file, frame by frame. One capture at a time."""

    def devices(self) -> tuple[InputDevice, ...]:
        """List the microphones present now."""

    def start(self, path: Path, device_id: str | None, listener: CaptureListener) -> None:
        """Start recording to path; device_id None means the system's default.

        A recording that is there already is gone on with: what is heard is appended, at its rate.

        Raises:
            DeviceError: when there is no such device, it may not be used, or a recording is running.
        """

    def pause(self) -> None:
        """Hold: what is heard now is not kept."""

    def resume(self) -> None:
        """Go on after pause()."""

    def stop(self) -> None:
        """Ask to finish; capture_finished or capture_failed follows."""


class PlayListener(Protocol):
    """Told about playback, always on the thread that started it."""

    def position_changed(self, position_s: float) -> None:
        """Playback has reached this position."""

    def playback_finished(self) -> None:
        """The end, or the requested end, was reached."""

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""


class Player(Protocol):
    """Plays a file. A new play stops the one before without calling its listener."""

    def play(
        self,
        path: Path,
        listener: PlayListener,
        start_s: float = 0.0,
        end_s: float | None = None,
        then: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Play path from start_s to end_s (None: to the end), then further stretches, each after a short gap."""

    def pause(self) -> None:
        """Hold; resume() goes on."""

    def resume(self) -> None:
        """Go on after pause()."""

    def stop(self) -> None:
        """Stop at once; the listener hears nothing more."""

    def set_rate(self, rate: float) -> None:
        """Set the playback rate, 0.5 to 2.0."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that can be chosen. Its id starts with the engine: "hibari:..." or "system:..."."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of the shown text (text[start:end]) and the seconds at which it is spoken."""

    start: int
    end: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """Speech rendered to a WAV file. voice is the voice that spoke: another one when the wanted one failed."""

    path: Path
    duration_s: float
    words: tuple[SpokenWord, ...]
    voice: str
    notice: str = ""


class Voice(Protocol):
    """Renders text to speech; blocking, so called in a job."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List the voices present."""

    def render(self, text: str, spoken: str, voice_id: str, rate: float) -> Utterance:
        """Render what is spoken; words refer to text as it is shown.

        Args:
            text: as shown.
            spoken: as said; the same text with symbols and jargon spelt out.
            voice_id: id of the wanted voice.
            rate: 1.0 is the voice's own pace, 0.5 to 2.0.

        Raises:
            VoiceError: when no voice at all can speak.
        """

    def rest(self) -> None:
        """Give the memory of the voices back until they are needed again; blocking, so called in a job."""

    def close(self) -> None:
        """End the process behind it, if any."""


class Recognizer(Protocol):
    """Writes speech down; blocking, so called in a job."""

    def transcribe(self, audio: Path, hotwords: Sequence[str]) -> Transcript:
        """Transcribe an audio file; silence gives a transcript without words.

        Args:
            audio: any file PyAV can read.
            hotwords: terms that may come up, best first.

        Raises:
            ModelError: when the model cannot be loaded or its process ended.
            InputError: when the file cannot be read as audio.
        """

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Write down what is new in a recording that is still being made; asked again and again until it is complete.

        What stays is kept, so that transcribe() only has to finish. One recording is followed at a time.

        Args:
            audio: 16-bit mono WAV, as a Microphone writes it; without the file, or without sound, nothing is heard.
            hotwords: as for transcribe.

        Raises:
            ModelError: when the model cannot be loaded or its process ended; what was kept is then forgotten.
            InputError: when it is another kind of file.
        """


class Embedder(Protocol):
    """Embeds sentences."""

    def embed(self, texts: Sequence[str], *, keep: bool = False) -> "NDArray[np.float32]":
        """Return one unit vector a text, shape (len(texts), 384).

        Args:
            texts: normalised words.
            keep: also keep the vectors for the next start; for phrases of a bank only, never a learner's words.

        Raises:
            ModelError: when the model is missing or damaged.
        """


class CrossEncoder(Protocol):
    """Reads a claim and an answer together."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[np.float64]":
        """Return what each answer says about its claim, shape (len(pairs), 4): said, partly, not, opposite; sum 1.

        Raises:
            ModelError: when the model is missing or damaged.
        """


@dataclass(frozen=True, slots=True)
class TextModels:
    """What the assessor compares words with."""

    embedder: Embedder
    cross_encoder: CrossEncoder


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant, UTC."""

    def monotonic_s(self) -> float:
        """Seconds that only grow."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying a recogniser out: seconds of speech, and seconds it took to write them down."""

    speech_s: float
    took_s: float


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How much of a download has arrived, bytes, and whether it is installed."""

    arrived: int
    total: int
    installed: bool = False


class ModelFetcher(Protocol):
    """Downloads the recogniser Whisper base, step by step; blocking, so called in a job."""

    def advance(self) -> FetchProgress:
        """Go on for less than a second, or a few where a connection begins; what has arrived is kept.

        Raises:
            ModelError: when the network or the disk refuses, or something else arrived than was expected.
        """

    def stop(self) -> None:
        """End the step that is running, at once; its caller gets a ModelError."""

    def close(self) -> None:
        """End the process behind it, if any."""


class Grader(Protocol):
    """Recognises and assesses in a process of its own; blocking, so called in a job."""

    def assessor(self) -> str:
        """Return the name and version that assessments of now on bear; needs no model but the fitted numbers.

        Raises:
            ModelError: when they cannot be read or the process ended.
        """

    def cancel(self) -> None:
        """Stop what is running, at once; its caller gets a ModelError."""

    def use(self, recogniser: str) -> None:
        """Choose the recogniser of what is written down from now on: "tiny.en", "base" or a folder."""

    def try_out(self, recogniser: str) -> Trial:
        """Load a recogniser and have it write a spoken sentence down; what is in use stays in use.

        Raises:
            ModelError: when it cannot be used; the message says why.
        """

    def transcribe(self, audio: Path, hotwords: Sequence[str], recogniser: str = "") -> Transcript:
        """Write an audio file down, as Recognizer.transcribe.

        Args:
            audio: any file PyAV can read.
            hotwords: terms that may come up, best first.
            recogniser: another one than the one in use; the built-in one stands in, with a notice, when it is gone.
        """

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Write down what is new in a recording, as Recognizer.follow, with the recogniser in use."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Compare words with the key points of a question; an answer to a rival earns little or nothing.

        Raises:
            ModelError: when a model cannot be loaded or the process ended.
        """

    def anticipate(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> None:
        """Prepare for an answer that begins with these words: its assessment, with these rivals, takes less time then.

        Raises:
            ModelError: when a model cannot be loaded or the process ended.
        """

    def convert(self, source: Path, target: Path) -> None:
        """Write the sound of a file of any kind as takes are written: 16-bit mono WAV.

        Raises:
            InputError: when it is missing, broken, without sound or too long.
            StoreError: when the WAV cannot be written.
            ModelError: when the process ended.
        """

    def warm_up(self) -> None:
        """Load the models ahead of the first use."""

    def rest(self) -> None:
        """Give the memory of the models back until they are needed again; blocking, so called in a job."""

    def close(self) -> None:
        """End the process behind it, if any."""
