"""Whisper on this computer, through SpeechRecognition's Whisper adapter; the model is loaded once."""

import math
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.domain.transcript import Transcript, Word
from mlprep_gui.speech.doubt import confirms, echoes, first_loop, is_invented, is_runaway, plain_words
from mlprep_gui.speech.models import REPAIR_ADVICE, stay_offline
from mlprep_gui.speech.pieces import LONGEST_PIECE_S, Span, cut_into_pieces, padded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

RATE_HZ: Final = 16_000
_BEAM: Final = 5
_BATCH: Final = 1  # two at a time gain a tenth of the time and need 70 to 110 MiB more
_FRAMES_A_SECOND: Final = 100
_HOTWORD_TOKENS: Final = 223
_SHORTEST_PAUSE_MS: Final = 200
_EDGE_MS: Final = 30
# A mumbled "k-nearest neighbors" came out as a slur; no word of an answer needs these parts of words.
_SLUR_TOKENS: Final = ("\u0120nig", "\u0120Nig", "igg", "igger")
_QUIET: Final = 0.5
_LARGEST_GAIN: Final = 100.0
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

    def decode(self, data: Any, spans: Sequence[Span], hotwords: Sequence[str]) -> list[list[_Segment]]:
        """Return the segments of each span of a recording."""
        result = self.recognizer.recognize(data, show_dict=True, spans=spans, hotwords=hotwords)
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

    def transcribe(self, audio_array: "Samples", *, spans: Sequence[Span], hotwords: Sequence[str]) -> dict[str, Any]:
        """Return the text and the segments: one a span, or none where nothing was heard."""
        found, info = self._pipeline.transcribe(
            audio_array,
            language="en",
            beam_size=_BEAM,
            batch_size=_BATCH,
            hotwords=", ".join(hotwords) or None,
            without_timestamps=True,
            word_timestamps=True,
            suppress_tokens=[-1, *self._never],
            clip_timestamps=[{"start": start, "end": end} for start, end in spans],
        )
        segments = list(found)
        return {"text": _text(segments), "segments": segments, "language": info.language}


class WhisperRecognizer:
    """The Recognizer port on Whisper; the model is loaded at the first call.

    Voice activity detection comes first, so that silence and noise never reach the recogniser. Pauses are those of
    the detector (good to 0.01 s); word times are for finding a word in the recording (good to 0.1 s).
    """

    def __init__(self, model_dir: Path, threads: int = 0) -> None:
        self._model_dir = model_dir
        # More threads than cores are slower, and the window wants a core too.
        self._threads = threads or max(1, min(4, (os.cpu_count() or 2) // 2))
        self._lock = Lock()
        self._loaded: _Loaded | None = None

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
        with self._lock:
            loaded = self._load()
            samples = _amplified(_decode(audio))
            duration_s = len(samples) / RATE_HZ
            terms = _fitting(loaded.whisper, hotwords)
            pieces = cut_into_pieces(_find_speech(samples), duration_s)
            heard = self._recognise(loaded, samples, pieces, terms) if pieces else []
        # A stretch without a word was a cough or a door, not speech.
        speech = [stretch for piece, words in zip(pieces, heard, strict=True) if words for stretch in piece]
        name = f"whisper {self._model_dir.name.removeprefix('whisper-')}"
        return Transcript(tuple(word for words in heard for word in words), tuple(speech), duration_s, name)

    def _recognise(
        self, loaded: _Loaded, samples: "Samples", pieces: Sequence[Sequence[Span]], hotwords: Sequence[str]
    ) -> list[list[Word]]:
        """Return the words of each piece; what may be the list read back is checked by decoding without hotwords."""
        data = _pcm(loaded.audio_data, samples)
        spans = [padded(piece, len(samples) / RATE_HZ) for piece in pieces]
        speech_s = [sum(end - start for start, end in piece) for piece in pieces]
        found = loaded.decode(data, spans, hotwords)
        texts = [_text(segments) for segments in found]
        runaway = [is_runaway(text, length) for text, length in zip(texts, speech_s, strict=True)]
        again = [i for i, text in enumerate(texts) if hotwords and (runaway[i] or echoes(text, hotwords))]
        plain = loaded.decode(data, [spans[i] for i in again], ()) if again else []
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
    return _Loaded(whisper, WhisperCompatibleRecognizer(_Transcribable(BatchedInferencePipeline(whisper))), AudioData)


def _decode(audio: Path) -> "Samples":
    """Return the audio as 16 kHz mono, -1..1."""
    from faster_whisper.audio import decode_audio

    if not audio.is_file():
        raise InputError(f"There is no file {audio}.", "Give the name of an audio file.")
    try:
        samples: Samples = decode_audio(str(audio), sampling_rate=RATE_HZ)
    except Exception as error:  # PyAV has an exception of its own for each way a file can be broken
        advice = "Give a recording such as WAV, FLAC, MP3, M4A or Ogg."
        raise InputError(f"{audio.name} cannot be read as audio.", advice) from error
    return samples


def _amplified(samples: "Samples") -> "Samples":
    """Bring a quiet recording up to half of full scale, by 40 dB at most: 16 bits and the detector need it."""
    loudest = float(abs(samples).max(initial=0.0))
    if not 0.0 < loudest < _QUIET:
        return samples
    louder: Samples = samples * min(_QUIET / loudest, _LARGEST_GAIN)
    return louder


def _find_speech(samples: "Samples") -> list[Span]:
    """Return the stretches of speech, seconds."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    if not len(samples):
        return []
    options = VadOptions(
        min_speech_duration_ms=100,
        min_silence_duration_ms=_SHORTEST_PAUSE_MS,
        max_speech_duration_s=LONGEST_PIECE_S,
        speech_pad_ms=_EDGE_MS,
    )
    stretches = get_speech_timestamps(samples, options, sampling_rate=RATE_HZ)
    return [(stretch["start"] / RATE_HZ, stretch["end"] / RATE_HZ) for stretch in stretches]


def _pcm(audio_data: Any, samples: "Samples") -> Any:
    """Return samples as SpeechRecognition's AudioData, 16 bit."""
    integers = (samples.clip(-1.0, 1.0) * 32767.0).astype("<i2")
    return audio_data(integers.tobytes(), RATE_HZ, 2)


def _fitting(whisper: Any, hotwords: Sequence[str]) -> tuple[str, ...]:
    """Return the first terms that fit the recogniser's prompt, each once, none cut in two."""
    terms: list[str] = []
    for term in dict.fromkeys(" ".join(word.split()) for word in hotwords if word.strip()):
        tokens = whisper.hf_tokenizer.encode(" " + ", ".join([*terms, term]), add_special_tokens=False).ids
        if len(tokens) > _HOTWORD_TOKENS:
            break
        terms.append(term)
    return tuple(terms)


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
