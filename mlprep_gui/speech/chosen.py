"""The recogniser in use, and the built-in one that stands in where the chosen one cannot be loaded."""

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import Trial
from mlprep_gui.speech.catalogue import BUILT_IN, Catalogue, advice, title
from mlprep_gui.speech.doubt import plain_words
from mlprep_gui.speech.recognizer import WhisperRecognizer

CHECK_CLIP: Final = "recogniser_check.wav"  # made by packaging/make_check_clip.py
CHECK_TEXT: Final = "A model that overfits learns the noise in its training data."
_HEARD_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True)
class _Ready:
    wanted: str
    recognizer: WhisperRecognizer
    notice: str


class ChosenRecognizer:
    """Keeps one recogniser loaded: the one that was wanted last, or the built-in one in its place."""

    def __init__(self, catalogue: Catalogue, sounds: Path) -> None:
        self._catalogue = catalogue
        self._clip = sounds / CHECK_CLIP
        self._ready: _Ready | None = None

    def recognizer(self, wanted: str) -> WhisperRecognizer:
        """Return the wanted recogniser, or the one that stands in for it; loaded when it is first used.

        Raises:
            ModelError: when not even the built-in one is there.
        """
        return self._get(wanted).recognizer

    def marked(self, transcript: Transcript, wanted: str) -> Transcript:
        """Return a transcript of the wanted recogniser; it says so when another one stood in."""
        return replace(transcript, notice=self._get(wanted).notice)

    def warm_up(self, wanted: str) -> None:
        """Look again which recogniser is there, and load it.

        Raises:
            ModelError: when not even the built-in one can be loaded.
        """
        if self._ready is not None and (self._ready.notice or not self._catalogue.is_there(wanted)):
            self._ready = None
        self._get(wanted).recognizer.warm_up()

    def try_out(self, wanted: str) -> Trial:
        """Load a recogniser and have it write a spoken sentence down.

        Raises:
            ModelError: when its files are not there, it cannot be loaded, or it heard something else.
        """
        recognizer = self._loaded(wanted)
        began = time.monotonic()
        try:
            heard = recognizer.transcribe(self._clip, ())
        except ModelError:
            raise
        except Exception as error:  # a model of another shape fails deep inside CTranslate2, in its own ways
            raise ModelError(f"{title(wanted)} cannot be used: {error}.", advice(wanted)) from error
        took_s = time.monotonic() - began
        said, words = plain_words(CHECK_TEXT), set(plain_words(heard.text))
        if sum(word in words for word in said) < _HEARD_SHARE * len(said):
            message = f"{title(wanted)} does not understand English: it wrote “{CHECK_TEXT}” down as “{heard.text}”."
            raise ModelError(message, advice(wanted))
        self._ready = _Ready(wanted, recognizer, "")
        return Trial(heard.duration_s, took_s)

    def _get(self, wanted: str) -> _Ready:
        if self._ready is None or self._ready.wanted != wanted:
            self._ready = None  # first: two models at a time would need too much memory
            self._ready = self._choose(wanted)
        return self._ready

    def _choose(self, wanted: str) -> _Ready:
        try:
            return _Ready(wanted, self._loaded(wanted), "")
        except ModelError as error:
            if wanted == BUILT_IN:
                raise
            notice = f"{error.message} {title(BUILT_IN)}, the built-in one, stood in for it. {error.advice}"
            return _Ready(wanted, self._loaded(BUILT_IN), notice)

    def _loaded(self, name: str) -> WhisperRecognizer:
        recognizer = WhisperRecognizer(self._catalogue.folder(name))
        try:
            recognizer.warm_up()
        except ModelError as error:
            raise ModelError(error.message, advice(name)) from error
        return recognizer
