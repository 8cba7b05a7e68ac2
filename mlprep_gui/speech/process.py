"""Recognition and assessment in a process of their own."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.speech.child import ChildEndedError, ChildProcess


class SpeechProcess:
    """The Recognizer port, and the assessor, behind a pipe. Blocking: call it in a job, from any thread.

    The models are loaded at the first call, or by warm_up(). A crash of the process ends the job that ran, not the
    program; the next call starts a new process.
    """

    def __init__(self, models_dir: Path, resources_dir: Path, cache_dir: Path, calibration: Path | None = None) -> None:
        """The learner's calibration is looked up in a file, at each assessment; None: verdicts as shipped."""
        folders = (models_dir, resources_dir, cache_dir, calibration)
        self._child = ChildProcess("mlprep_gui.speech.worker:SpeechService", *folders)

    def warm_up(self) -> None:
        """Load every model now, so that the first answer need not wait.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        self._call("warm_up")

    def assessor(self) -> str:
        """Return the name and version that assessments of now on bear.

        Raises:
            ModelError: when the assessor's numbers cannot be read, or the process ended.
        """
        return cast(str, self._call("assessor"))

    def transcribe(self, audio: Path, hotwords: Sequence[str]) -> Transcript:
        """Transcribe an audio file; silence gives a transcript without words.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
            InputError: when the file cannot be read as audio.
        """
        return cast(Transcript, self._call("transcribe", audio, tuple(hotwords)))

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Compare an answer with the key points of its question; an answer to a rival earns little or nothing.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        return cast(Assessment, self._call("assess", question, tuple(words), tuple(rivals)))

    def anticipate(self, question: Question, words: Sequence[str]) -> None:
        """Prepare for an answer that begins with these words.

        Raises:
            ModelError: when a model is missing or damaged, or the process ended.
        """
        self._call("anticipate", question, tuple(words))

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
