"""The child's side: answers requests from standard input until it ends. Heavy libraries load when first needed."""

import importlib
import os
import pickle
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Caption, Transcript
from mlprep_gui.ports import Trial
from mlprep_gui.speech.memory import give_back

if TYPE_CHECKING:
    from mlprep_gui.speech.assessor import LocalAssessor

BEGUN: Final = "begun"
#: By so much the process gives way to the window, which wants a core at once when it wants one.
_NICENESS: Final = 5


class SpeechService:
    """Recognises and assesses. Each model is loaded at its first use."""

    def __init__(
        self,
        models_dir: Path,
        resources_dir: Path,
        cache_dir: Path,
        calibration: Path | None = None,
        recognisers: Path | None = None,
    ) -> None:
        from mlprep_gui.speech.catalogue import Catalogue
        from mlprep_gui.speech.chosen import ChosenRecognizer

        self._folders = (models_dir, resources_dir, cache_dir, calibration)
        self._chosen = ChosenRecognizer(Catalogue(models_dir, recognisers), resources_dir / "sounds")
        self._assessor: LocalAssessor | None = None

    def warm_up(self, recogniser: str) -> None:
        """Load every model now."""
        self._chosen.warm_up(recogniser)
        self._local_assessor().warm_up()

    def assessor(self) -> str:
        """Return the name and version of the assessor: what it gives for an answer without words bears it."""
        return self._local_assessor().name

    def try_out(self, recogniser: str) -> Trial:
        """Load a recogniser and have it write a spoken sentence down."""
        return self._chosen.try_out(recogniser)

    def transcribe(self, audio: Path, hotwords: Sequence[str], recogniser: str) -> Transcript:
        """Transcribe an audio file with a recogniser."""
        return self._chosen.marked(self._chosen.recognizer(recogniser).transcribe(audio, hotwords), recogniser)

    def follow(self, audio: Path, hotwords: Sequence[str], recogniser: str) -> Caption:
        """Write down what is new in a recording that is still being made."""
        return self._chosen.recognizer(recogniser).follow(audio, hotwords)

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Compare an answer with the key points of its question, and with the other questions."""
        assessment = self._local_assessor().assess(question, words, rivals)
        give_back()  # the last step of an answer; what recognising it took is not needed until the next one
        return assessment

    def anticipate(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> None:
        """Prepare for an answer that begins with these words."""
        self._local_assessor().anticipate(question, words, rivals)

    def convert(self, source: Path, target: Path) -> None:
        """Write the sound of a file as 16-bit mono WAV at 16 kHz."""
        from mlprep_gui.speech.sound_file import convert

        convert(source, target)

    def _local_assessor(self) -> "LocalAssessor":
        if self._assessor is None:
            from mlprep_gui.speech.assessor import LocalAssessor

            self._assessor = LocalAssessor(*self._folders)
        return self._assessor


def main(arguments: Sequence[str]) -> int:
    """Serve until standard input ends; arguments: the service, as "module:callable that builds it"."""
    requests, answers = _take_pipes()
    if hasattr(os, "nice"):  # Windows was told when the process was started
        os.nice(_NICENESS)
    module, _, name = arguments[0].partition(":")
    serve(getattr(importlib.import_module(module), name), requests, answers)
    return 0


def serve(service: Callable[..., object], requests: BinaryIO, answers: BinaryIO) -> None:
    """Build the service from the first value of requests, then answer every (method, arguments) that follows.

    Two values go back for each request: BEGUN, at once, and (kind, value) when it is done.
    """
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, waiting), daemon=True).start()
    built: object | None = None
    settings = waiting.get()
    while True:
        method, arguments = waiting.get()
        pickle.dump(BEGUN, answers)
        answers.flush()
        try:
            if built is None:
                built = service(*settings)
            answer = ("value", getattr(built, method)(*arguments))
        except MLPrepError as error:
            answer = ("error", error)
        except Exception:
            answer = ("fault", traceback.format_exc())
        pickle.dump(answer, answers)
        answers.flush()


def _read(requests: BinaryIO, waiting: "queue.SimpleQueue[Any]") -> None:
    """Pass requests on; when the program has gone, end at once, in the middle of whatever is being done."""
    while True:
        try:
            waiting.put(pickle.load(requests))
        except (EOFError, OSError):
            os._exit(0)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the two pipes; whatever libraries print goes to standard error from here on."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers
