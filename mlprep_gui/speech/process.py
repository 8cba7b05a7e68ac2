"""Recognition and assessment in a process of their own."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Caption, Transcript
from mlprep_gui.ports import Trial
from mlprep_gui.speech.catalogue import BUILT_IN
from mlprep_gui.speech.child import ChildEndedError, ChildProcess


class SpeechProcess:
    """The Recognizer port, and the assessor, behind a pipe. Blocking: call it in a job, from any thread.

    The models are loaded at the first call, or by warm_up(). A crash of the process ends the job that ran, not the
    program; the next call starts a new process.
    """

    def __init__(
        self,
        models_dir: Path,
        resources_dir: Path,
        cache_dir: Path,
        calibration: Path | None = None,
        recognisers: Path | None = None,
    ) -> None:
        """Start nothing yet.

        Args:
            models_dir: the models that come with the program.
            resources_dir: everything else that does.
            cache_dir: where vectors of phrases are kept.
            calibration: the file in which the learner's calibration is looked up, at each assessment; None: as shipped.
            recognisers: what the learner has downloaded; None: nothing.
        """
        self._recogniser = BUILT_IN
        folders = (models_dir, resources_dir, cache_dir, calibration, recognisers)
        self._child = ChildProcess("mlprep_gui.speech.worker:SpeechService", *folders)

    def warm_up(self) -> None:
        """Load every model now, so that the first answer need not wait.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        self._call("warm_up", self._recogniser)

    def use(self, recogniser: str) -> None:
        """Choose the recogniser of what is written down from now on: "tiny.en", "base" or a folder."""
        self._recogniser = recogniser or BUILT_IN

    def try_out(self, recogniser: str) -> Trial:
        """Load a recogniser and have it write a spoken sentence down; what is in use stays in use.

        Raises:
            ModelError: when it cannot be used, or the process ended.
        """
        return cast(Trial, self._call("try_out", recogniser))

    def assessor(self) -> str:
        """Return the name and version that assessments of now on bear.

        Raises:
            ModelError: when the assessor's numbers cannot be read, or the process ended.
        """
        return cast(str, self._call("assessor"))

    def transcribe(self, audio: Path, hotwords: Sequence[str], recogniser: str = "") -> Transcript:
        """Transcribe an audio file; silence gives a transcript without words.

        The built-in recogniser stands in, with a notice, when the wanted one (the one in use, or another) is gone.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
            InputError: when the file cannot be read as audio.
        """
        return cast(Transcript, self._call("transcribe", audio, tuple(hotwords), recogniser or self._recogniser))

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Write down what is new in a recording that is still being made, with the recogniser in use.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
            InputError: when it is no 16-bit mono WAV.
        """
        return cast(Caption, self._call("follow", audio, tuple(hotwords), self._recogniser))

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Compare an answer with the key points of its question; an answer to a rival earns little or nothing.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        return cast(Assessment, self._call("assess", question, tuple(words), tuple(rivals)))

    def anticipate(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> None:
        """Prepare for an answer that begins with these words.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        self._call("anticipate", question, tuple(words), tuple(rivals))

    def convert(self, source: Path, target: Path) -> None:
        """Write the sound of a file as 16-bit mono WAV at 16 kHz.

        Raises:
            InputError: when it is missing, broken, without sound or too long.
            StoreError: when the WAV cannot be written.
            ModelError: when the process ended.
        """
        self._call("convert", source, target)

    def rest(self) -> None:
        """End the process once it is idle; the next call starts a new one."""
        self._child.rest()

    def cancel(self) -> None:
        """Stop the job that is running, at once; its caller gets a ModelError."""
        self._child.cancel()

    @property
    def pid(self) -> int | None:
        """Process id of the process behind it, or None when there is none."""
        return self._child.pid

    def close(self) -> None:
        """End the process for good."""
        self._child.close()

    def _call(self, method: str, *arguments: object) -> object:
        try:
            return self._child.call(method, *arguments)
        except ChildEndedError as ended:
            if ended.stopped:
                raise ModelError(
                    "This was stopped.", "Your recording is safe; it can be graded at any time."
                ) from ended
            advice = "Your recording is safe; try again, or run `mlprep-gui models --repair` if it happens twice."
            raise ModelError("The speech recogniser ended unexpectedly.", advice) from ended
