"""The built-in natural voice."""

import re
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import VoiceInfo
from mlprep_gui.speech.models import stay_offline
from mlprep_gui.speech.rendering import Rendering, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VOICE_ID: Final = "hibari:heart"
_ADVICE: Final = "Choose a system voice in the settings, or read the questions yourself."
_DURATIONS: Final = "/Clip_output_0"  # frames of each phoneme; inside the model of the one version that is pinned
_LEAD_S: Final = 0.15  # sound devices swallow the first moment
_TAIL_S: Final = 0.2
_SEED: Final = 7  # the noise in the voice: fixed, so that a text always sounds the same
_TOKEN = re.compile(r"[^\s\[]*\[[^\]]+\]\([^)]*\)\S*|\S+")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9+\-/]*")


def read_pronunciations(path: Path) -> dict[str, str]:
    """Return the phonemes of terms that the voice would read wrongly; each term is one word."""
    return {str(term): str(sound) for term, sound in tomllib.loads(path.read_text(encoding="utf-8"))["words"].items()}


class HibariVoice:
    """The voice engine that is part of the program. Word times are the model's own phoneme lengths, exact to 25 ms."""

    name = "hibari"

    def __init__(self, pronunciations: Path) -> None:
        self._pronunciations = pronunciations
        self._loaded: _Synthesiser | None = None

    def voices(self) -> tuple[VoiceInfo, ...]:
        """List the one voice that is part of the program."""
        return (VoiceInfo(VOICE_ID, "Heart (natural)", "en-US"),)

    def synthesize(self, spoken: str, voice_id: str, rate: float) -> Rendering:
        """Say spoken, at 24 kHz.

        Raises:
            VoiceError: when the voice cannot be loaded, or is not this one.
        """
        if voice_id not in ("", VOICE_ID):
            raise VoiceError(f"There is no voice {voice_id}.", _ADVICE)
        if self._loaded is None:
            self._loaded = _load(read_pronunciations(self._pronunciations))
        return self._loaded.say(spoken, rate)


class _Synthesiser:
    def __init__(self, tts: Any, dsp: Any, pronunciations: dict[str, str]) -> None:
        self._tts = tts
        self._dsp = dsp
        self._pronunciations = pronunciations
        self._group_counts: dict[str, int] = {}

    def say(self, spoken: str, rate: float) -> Rendering:
        import numpy as np

        rate_hz = int(self._dsp.SR)
        parts = [np.zeros(round(_LEAD_S * rate_hz), np.float32)]
        times: list[Span] = []
        marked = " ".join(self._marked(word) for word in spoken.split())
        for sentence in self._tts.split_sentences(marked):
            groups: list[Span] = []
            for phonemes in self._tts.phonemize(sentence):
                samples, lengths = self._run(phonemes, rate)
                frame_s = len(samples) / rate_hz / float(lengths.sum())
                groups += _group_times(phonemes, self._tts.vocab, lengths * frame_s, sum(map(len, parts)) / rate_hz)
                parts.append(samples)
            counts = [self._groups_of(token) for token in _TOKEN.findall(sentence)]
            times += _share_groups(counts, groups, sum(map(len, parts)) / rate_hz)
        parts.append(np.zeros(round(_TAIL_S * rate_hz), np.float32))
        samples = np.concatenate(parts).clip(-1.0, 1.0)
        return Rendering((samples * 32767.0).astype("<i2").tobytes(), rate_hz, tuple(times))

    def _run(self, phonemes: str, rate: float) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
        """Return samples, and the frames of each phoneme id."""
        import numpy as np

        inputs = {
            "ids": np.asarray([self._tts.ids(phonemes)], np.int64),
            "speed": np.asarray([rate], np.float32),
        }
        *spectrum, lengths = self._tts.sess.run(None, inputs)
        samples = self._dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(_SEED))
        return samples, np.asarray(lengths, np.float32).reshape(-1)

    def _marked(self, word: str) -> str:
        """Put the phonemes of a term beside it, as the voice reads them."""
        found = _BARE.search(word)
        sound = self._pronunciations.get(found.group()) if found else None
        if found is None or sound is None:
            return word
        return f"{word[: found.start()]}[{found.group()}](/{sound}/){word[found.end() :]}"

    def _groups_of(self, token: str) -> int:
        """Count the words that the voice makes of one written word ("2024" is read as two)."""
        if token not in self._group_counts:
            self._group_counts[token] = sum(len(_groups(phonemes)) for phonemes in self._tts.phonemize(token))
        return self._group_counts[token]


def _load(pronunciations: dict[str, str]) -> _Synthesiser:
    stay_offline()
    try:
        from hibari import dsp, tts
        from hibari.voices import voice_path

        model = Path(voice_path("heart", download_missing=False)).read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "voice.onnx")
            path.write_bytes(_with_output(model, _DURATIONS))
            return _Synthesiser(tts.Hibari(model=str(path)), dsp, pronunciations)
    except Exception as error:  # onnxruntime and the file readers below it raise anything
        raise VoiceError(f"The built-in voice cannot be loaded: {error}.", _ADVICE) from error


def _with_output(model: bytes, name: str) -> bytes:
    """Return an ONNX model that gives one more of its inner values.

    An ONNX file is a protobuf message, and a message appended to another is merged with it: here, field 7 (graph)
    with field 12 (output) with field 1 (name).
    """

    def field(number: int, content: bytes) -> bytes:
        assert len(content) < 128, "a length of one byte"
        return bytes([number << 3 | 2, len(content)]) + content

    return model + field(7, field(12, field(1, name.encode())))


def _groups(phonemes: str) -> list[tuple[int, int]]:
    """Return (start, end) of each run of phonemes that is a spoken word, not punctuation alone."""
    runs = [match.span() for match in re.finditer(r"\S+", phonemes)]
    return [(start, end) for start, end in runs if any(character.isalpha() for character in phonemes[start:end])]


def _group_times(phonemes: str, vocabulary: dict[str, int], lengths_s: Iterable[float], offset_s: float) -> list[Span]:
    """Return when each group of phonemes is said; lengths_s has one entry an id, the first for the pad before."""
    known = iter(lengths_s)
    ends = [offset_s + float(next(known))]
    for character in phonemes:
        ends.append(ends[-1] + (float(next(known)) if character in vocabulary else 0.0))
    return [(ends[start], ends[end]) for start, end in _groups(phonemes)]


def _share_groups(counts: Sequence[int], groups: Sequence[Span], end_s: float) -> list[Span]:
    """Give each word its groups: by count where the counts agree, else in proportion (a reading across words)."""
    total = sum(counts)
    spans: list[Span] = []
    said, reached_s = 0, groups[0][0] if groups else end_s
    for count in counts:
        first, last = said, said + count
        said = last
        if total != len(groups) and total:
            first, last = round(first * len(groups) / total), round(last * len(groups) / total)
        if last > first:
            spans.append((groups[first][0], groups[last - 1][1]))
            reached_s = spans[-1][1]
        else:
            spans.append((reached_s, reached_s))
    return spans
