"""Whisper on this computer, through SpeechRecognition's Whisper adapter; the model is loaded once."""

import math
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.transcript import Caption, Transcript, Word
from mlprep_gui.speech.doubt import confirms, echoes, first_loop, is_doubtful, is_invented, is_runaway, plain_words
from mlprep_gui.speech.following import FULL_BEAM, Following
from mlprep_gui.speech.models import REPAIR_ADVICE, stay_offline
from mlprep_gui.speech.pieces import Span, cut_into_pieces, padded
from mlprep_gui.speech.sound import RATE_HZ, amplified, brightened, decode, find_speech
from mlprep_gui.speech.timing import beside_pauses

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mlprep_gui.speech.sound import Samples

_BATCH: Final = 1  # two at a time gain a tenth of the time and need 70 to 110 MiB more
_FRAMES_A_SECOND: Final = 100
_HOTWORD_TOKENS: Final = 223
# For words that are soon replaced the encoder, half of the work, sees a piece with this much silence after it, rounded
# up, instead of 30 s. Words that stay are decoded with all: with less, long answers had a third more wrong words.
_QUICK_AFTER_S: Final = 3.0
_QUICK_STEP_S: Final = 5.0  # few lengths, as each leaves memory behind
_QUICK_LEAST_S: Final = 10.0
# A mumbled "k-nearest neighbors" came out as a slur; no word of an answer needs these parts of words.
_SLUR_TOKENS: Final = ("\u0120nig", "\u0120Nig", "igg", "igger")
_MODEL_FILES: Final = ("model.bin", "config.json", "tokenizer.json")


class _HeardWord(Protocol):
    word: str
    start: float
    end: float
    probability: float


class _Segment(Protocol):
    text: str
    seek: int
    words: Sequence[_HeardWord] | None
    avg_logprob: float
    no_speech_prob: float


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The model, and SpeechRecognition's way to it."""

    whisper: Any
    recognizer: Any
    audio_data: Any

    def decode(self, data: Any, spans: Sequence[Span], hotwords: Sequence[str], beam: int) -> list[list[_Segment]]:
        """Return the segments of each span of a recording."""
        result = self.recognizer.recognize(data, show_dict=True, spans=spans, hotwords=hotwords, beam=beam)
        found: list[list[_Segment]] = [[] for _ in spans]
        starts = [int(start * _FRAMES_A_SECOND) for start, _ in spans]
        for segment in result["segments"]:
            # seek is the first frame of the piece, rounded down from a whole sample.
            index = min(range(len(starts)), key=lambda i: abs(starts[i] - segment.seek))
            found[index].append(segment)
        return found


class _Transcribable:
    """What SpeechRecognition's Whisper adapter calls: a recording, decoded piece by piece."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        vocabulary = pipeline.model.hf_tokenizer
        self._never = [vocabulary.token_to_id(token) for token in _SLUR_TOKENS]
        self._encode_all = pipeline.model.encode
        self._frames: int | None = None
        pipeline.model.encode = self._encode

    def transcribe(
        self, audio_array: "Samples", *, spans: Sequence[Span], hotwords: Sequence[str], beam: int
    ) -> dict[str, Any]:
        """Return the text and the segments: one a span, or none where nothing was heard."""
        self._frames = _quick_frames(spans) if beam < FULL_BEAM else None
        found, info = self._pipeline.transcribe(
            audio_array,
            language="en",
            beam_size=beam,
            batch_size=_BATCH,
            hotwords=_prompt(hotwords) or None,
            without_timestamps=True,
            word_timestamps=True,
            suppress_tokens=[-1, *self._never],
            clip_timestamps=[{"start": start, "end": end} for start, end in spans],
        )
        segments = list(found)
        return {"text": _text(segments), "segments": segments, "language": info.language}

    def _encode(self, features: "NDArray[np.float32]") -> Any:
        return self._encode_all(features[..., : self._frames])


class _FollowedBySilence:
    """Gives the features of a piece as if silence followed it up to 30 s, which is what Whisper was trained on.

    faster-whisper puts zeros after the features instead, which stand for sound of middling loudness.
    """

    def __init__(self, extractor: Any) -> None:
        self._extractor = extractor

    def __call__(self, samples: "Samples") -> "NDArray[np.float32]":
        """Return the features, shape (mels, frames)."""
        import numpy as np

        missing = max(0, self._extractor.n_samples - len(samples))
        features: NDArray[np.float32] = self._extractor(np.pad(samples, (0, missing)))
        return features

    def __getattr__(self, name: str) -> Any:
        return getattr(self._extractor, name)


class WhisperRecognizer:
    """The Recognizer port on Whisper; the model is loaded at the first call.

    Voice activity detection comes first, so that silence and noise never reach the recogniser. Pauses are those of
    the detector (good to 0.01 s); word times are for finding a word in the recording (nine in ten good to 0.15 s).
    """

    def __init__(self, model_dir: Path, threads: int = 0) -> None:
        self._model_dir = model_dir
        # More threads than cores are slower, and the window wants a core too.
        self._threads = threads or max(1, min(4, (os.cpu_count() or 2) // 2))
        self._lock = Lock()
        self._loaded: _Loaded | None = None
        self._following: Following | None = None

    def warm_up(self) -> None:
        """Load the model now.

        Raises:
            ModelError: when the model is missing or cannot be read.
        """
        with self._lock:
            self._load()

    def transcribe(self, audio: Path, hotwords: Sequence[str]) -> Transcript:
        """Transcribe an audio file; silence gives a transcript without words.

        Args:
            audio: any file PyAV can read.
            hotwords: terms that may come up, best first; those that do not fit 223 tokens are left out.

        Raises:
            ModelError: when the model cannot be loaded.
            InputError: when the file cannot be read as audio.
        """
        following, samples = self._following, decode(audio)
        if following is not None and following.audio == audio:
            self._following = None
            if following.reached <= len(samples):
                return self.transcript(*following.finish(samples, hotwords), len(samples) / RATE_HZ)
        samples = amplified(samples)
        duration_s = len(samples) / RATE_HZ
        pieces = cut_into_pieces(find_speech(samples), duration_s)
        return self.transcript(pieces, self.recognise_pieces(samples, pieces, hotwords), duration_s)

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Write down what is new in a recording that is still being made; transcribe() then only finishes it.

        What was written down is kept for one recording at a time.

        Args:
            audio: 16-bit mono WAV, as takes are; it need not be there yet.
            hotwords: as for transcribe.

        Raises:
            ModelError: when the model cannot be loaded.
            InputError: when it is another kind of file.
        """
        if self._following is None or self._following.audio != audio:
            self._following = Following(audio, self.recognise_pieces)
        return self._following.follow(hotwords)

    def recognise_pieces(
        self, samples: "Samples", pieces: Sequence[Sequence[Span]], hotwords: Sequence[str], beam: int = FULL_BEAM
    ) -> list[list[Word]]:
        """Return the words of each piece of a recording; none where what was heard was no speech.

        Args:
            samples: the recording, 16 kHz mono, -1..1, see sound.amplified.
            pieces: stretches of speech as cut_into_pieces groups them, seconds from the start of samples.
            hotwords: as for transcribe.
            beam: how many readings are kept at a time; 1 for captions, that are soon replaced.

        Raises:
            ModelError: when the model cannot be loaded.
        """
        with self._lock:
            loaded = self._load()
            terms = _fitting(loaded.whisper, hotwords)
            return self._recognise(loaded, samples, pieces, terms, beam) if pieces else []

    def transcript(
        self, pieces: Sequence[Sequence[Span]], heard: Sequence[Sequence[Word]], duration_s: float
    ) -> Transcript:
        """Return the transcript of pieces and their words; both are seconds from the start of the recording."""
        # A stretch without a word was a cough or a door, not speech.
        speech = [stretch for piece, words in zip(pieces, heard, strict=True) if words for stretch in piece]
        words = beside_pauses([word for words in heard for word in words], speech)
        name = f"whisper {self._model_dir.name.removeprefix('whisper-')}"
        return Transcript(words, tuple(speech), duration_s, name)

    def _recognise(
        self, loaded: _Loaded, samples: "Samples", pieces: Sequence[Sequence[Span]], hotwords: Sequence[str], beam: int
    ) -> list[list[Word]]:
        """Return the words of each piece; what may be the list read back is checked by decoding without hotwords."""
        data = _pcm(loaded.audio_data, samples)
        spans = [padded(piece, len(samples) / RATE_HZ) for piece in pieces]
        speech_s = [sum(end - start for start, end in piece) for piece in pieces]
        found = loaded.decode(data, spans, hotwords, beam)
        if beam >= FULL_BEAM:
            _look_again(loaded, samples, spans, hotwords, found)
        texts = [_text(segments) for segments in found]
        runaway = [is_runaway(text, length) for text, length in zip(texts, speech_s, strict=True)]
        again = [i for i, text in enumerate(texts) if hotwords and (runaway[i] or echoes(text, hotwords))]
        plain = loaded.decode(data, [spans[i] for i in again], (), beam) if again else []
        for i, segments in zip(again, plain, strict=True):
            if runaway[i] or not confirms(_text(segments), texts[i]):
                found[i] = segments
                runaway[i] = is_runaway(_text(segments), speech_s[i])
        heard = [list(_words(segments, *span)) for segments, span in zip(found, spans, strict=True)]
        return [_without_loop(words) if bad else words for words, bad in zip(heard, runaway, strict=True)]

    def _load(self) -> _Loaded:
        if self._loaded is None:
            self._loaded = _load(self._model_dir, self._threads)
        return self._loaded


def _load(model_dir: Path, threads: int) -> _Loaded:
    # A path that does not exist would be read as the name of a model to download.
    missing = [name for name in _MODEL_FILES if not (model_dir / name).is_file()]
    if missing:
        raise ModelError(f"The speech recogniser is missing its file {missing[0]}.", REPAIR_ADVICE)
    stay_offline()
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    with warnings.catch_warnings():
        # It imports modules that Python 3.13 dropped, and brings its own there.
        warnings.simplefilter("ignore", DeprecationWarning)
        from speech_recognition.audio import AudioData
        from speech_recognition.recognizers.whisper_local.base import WhisperCompatibleRecognizer
    try:
        whisper = WhisperModel(
            str(model_dir), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True
        )
    except Exception as error:  # CTranslate2 and tokenizers raise bare exceptions for a damaged file
        raise ModelError(f"The speech recogniser cannot be read: {error}.", REPAIR_ADVICE) from error
    whisper.feature_extractor = _FollowedBySilence(whisper.feature_extractor)
    return _Loaded(whisper, WhisperCompatibleRecognizer(_Transcribable(BatchedInferencePipeline(whisper))), AudioData)


def _quick_frames(spans: Sequence[Span]) -> int:
    longest_s = max(end - start for start, end in spans)
    steps = math.ceil((longest_s + _QUICK_AFTER_S) / _QUICK_STEP_S)
    return int(max(_QUICK_LEAST_S, steps * _QUICK_STEP_S) * _FRAMES_A_SECOND)


def _look_again(
    loaded: _Loaded,
    samples: "Samples",
    spans: Sequence[Span],
    hotwords: Sequence[str],
    found: list[list[_Segment]],
) -> None:
    """Decode what was read doubtfully once more, brightened, and keep the more probable reading in found."""
    doubtful = [i for i, segments in enumerate(found) if segments and is_doubtful(_probability(segments))]
    if not doubtful:
        return
    data = _pcm(loaded.audio_data, brightened(samples))
    second = loaded.decode(data, [spans[i] for i in doubtful], hotwords, FULL_BEAM)
    for i, segments in zip(doubtful, second, strict=True):
        if segments and _probability(segments) > _probability(found[i]):
            found[i] = segments


def _probability(segments: Sequence[_Segment]) -> float:
    """Return the average log probability of a reading."""
    return min(segment.avg_logprob for segment in segments)


def _pcm(audio_data: Any, samples: "Samples") -> Any:
    """Return samples as SpeechRecognition's AudioData, 16 bit."""
    integers = (samples.clip(-1.0, 1.0) * 32767.0).astype("<i2")
    return audio_data(integers.tobytes(), RATE_HZ, 2)


def _fitting(whisper: Any, hotwords: Sequence[str]) -> tuple[str, ...]:
    """Return the first terms that fit the recogniser's prompt, each once, none cut in two."""
    terms: list[str] = []
    for term in dict.fromkeys(" ".join(word.split()) for word in hotwords if word.strip()):
        tokens = whisper.hf_tokenizer.encode(" " + _prompt([*terms, term]), add_special_tokens=False).ids
        if len(tokens) > _HOTWORD_TOKENS:
            break
        terms.append(term)
    return tuple(terms)


def _prompt(terms: Sequence[str]) -> str:
    """Return the terms as a sentence: after a bare list, the recogniser leaves out "is", "a" and "the" in turn."""
    return f"So I will talk about {' and '.join(terms)}." if terms else ""


def _text(segments: Iterable[_Segment]) -> str:
    return " ".join(" ".join(segment.text for segment in segments).split())


def _words(segments: Iterable[_Segment], start_s: float, end_s: float) -> Iterator[Word]:
    """Yield the words of a piece; parts of one word ("cross", "-validation") are joined."""
    parts: list[_HeardWord] = []
    for segment in segments:
        if is_invented(segment.no_speech_prob, segment.avg_logprob):
            continue
        for part in segment.words or ():
            if parts and part.word.startswith(" "):
                yield from _joined(parts, start_s, end_s)
                parts = []
            parts.append(part)
    if parts:
        yield from _joined(parts, start_s, end_s)


def _joined(parts: Sequence[_HeardWord], start_s: float, end_s: float) -> Iterator[Word]:
    text = "".join(part.word for part in parts).strip()
    if any(character.isalnum() for character in text):
        begin = min(end_s, max(start_s, float(parts[0].start)))
        finish = min(end_s, max(begin, float(parts[-1].end)))
        confidence = min(float(part.probability) for part in parts)
        yield Word(text, round(begin, 3), round(finish, 3), round(0.0 if math.isnan(confidence) else confidence, 4))


def _without_loop(words: list[Word]) -> list[Word]:
    """Keep the first round of what the recogniser repeated, and nothing when words came faster than anyone speaks."""
    plain = [" ".join(plain_words(word.text)) for word in words]
    loop = first_loop(plain)
    if loop is None:
        return []
    return words[: loop[0]] + words[loop[1] :]
