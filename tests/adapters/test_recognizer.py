"""The recogniser on real clips, on noise, and what keeps invented words out."""

import random
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import numpy as np
import pytest

from mlprep_gui import paths
from mlprep_gui.bank import load_library
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import Term
from mlprep_gui.speech import recognizer
from mlprep_gui.speech.doubt import confirms, echoes, first_loop, is_doubtful, is_invented, is_runaway
from mlprep_gui.speech.glossary import hotwords
from mlprep_gui.speech.hibari_voice import HibariVoice
from mlprep_gui.speech.pieces import LONGEST_PIECE_S, cut_into_pieces, is_over, padded
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.sound import brightened
from tests.adapters.noises import noises
from tests.adapters.speech_contracts import check_recognizer, write_wav
from tests.benchmarks.hearing import compare, plain, read_clips
from tests.fakes.recognizer import FakeRecognizer

CLIPS = Path(__file__).parents[1] / "data" / "asr"
SWAPPED = [
    *[("bagging", "boosting"), ("precision", "recall"), ("L1", "L2"), ("lasso", "ridge")],
    *[("overfitting", "underfitting"), ("supervised learning", "unsupervised learning")],
    *[("sensitivity", "specificity"), ("a false positive", "a false negative"), ("exploration", "exploitation")],
    *[("the generator", "the discriminator"), ("normalization", "standardization")],
]
SWAPPED += [(expected, said) for said, expected in SWAPPED]
HOTWORDS = ["ROC", "AUC", "precision", "recall", "bagging", "boosting", "overfitting"]


@pytest.fixture(scope="module")
def whisper() -> WhisperRecognizer:
    return WhisperRecognizer(paths.locate().models / "whisper-tiny.en")


def _pcm(samples: Sequence[float]) -> bytes:
    return array("h", (round(max(-1.0, min(1.0, sample)) * 32767) for sample in samples)).tobytes()


def test_whisper_keeps_the_contract(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    check_recognizer(whisper, CLIPS / "ml_09_gan.flac", tmp_path)


def test_fake_keeps_the_contract(tmp_path: Path) -> None:
    spoken = write_wav(tmp_path / "spoken.wav", _pcm([0.1] * 16_000))
    check_recognizer(FakeRecognizer(), spoken, tmp_path)


def test_spoken_answers_are_written_down(whisper: WhisperRecognizer) -> None:
    clips = read_clips(CLIPS)
    transcripts = [whisper.transcribe(clip.path, clip.hotwords) for clip in clips]
    heard = [compare(clip, transcript.text) for clip, transcript in zip(clips, transcripts, strict=True)]
    assert sum(each.errors for each in heard) <= 0.08 * sum(each.words for each in heard)
    assert sum(each.found for each in heard) >= 0.85 * sum(each.terms for each in heard)
    assert all(transcript.pauses for transcript in transcripts)


def test_nothing_is_heard_where_nothing_is_said(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    sounds = noises()
    assert len(sounds) >= 30
    for name, samples in sounds.items():
        transcript = whisper.transcribe(write_wav(tmp_path / f"{name}.wav", _pcm(samples.tolist())), HOTWORDS)
        assert (name, transcript.text, transcript.speech) == (name, "", ())


def test_what_was_said_is_never_turned_into_what_is_expected(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    """Each term is said where its opposite is expected."""
    voice = HibariVoice(paths.locate().resources / "pronunciations.toml")
    any_question = load_library(paths.locate().questions).questions[0]
    for number, (said, expected) in enumerate(SWAPPED):
        sound = voice.synthesize(f"Well, in this case I would say that it is {said}, if you ask me.", "", 1.0)
        question = replace(any_question, glossary=(Term(expected), Term("cross-validation"), Term("accuracy")))
        audio = write_wav(tmp_path / f"{number}.wav", sound.pcm, sound.rate_hz)
        heard = f" {' '.join(plain(whisper.transcribe(audio, hotwords(question)).text))} "
        assert f" {said.lower()} " in heard
        assert f" {expected.lower()} " not in heard


def test_an_empty_recording_has_no_words(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    assert whisper.transcribe(write_wav(tmp_path / "empty.wav", b""), HOTWORDS).words == ()


def test_a_missing_model_says_how_to_repair_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="--repair"):
        WhisperRecognizer(tmp_path / "whisper-tiny.en").warm_up()


def test_a_damaged_model_says_how_to_repair_it(tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError, match="--repair"):
        WhisperRecognizer(tmp_path).warm_up()


def test_pieces_fit_the_window_and_lose_nothing() -> None:
    chance = random.Random(5)
    for _ in range(200):
        speech, at_s = [], chance.uniform(0, 3)
        for _ in range(chance.randrange(1, 40)):
            end_s = at_s + chance.uniform(0.1, 12)
            speech.append((at_s, end_s))
            at_s = end_s + chance.choice([0.2, 0.5, 2.0, 8.0])
        pieces = cut_into_pieces(speech, at_s)
        assert [stretch for piece in pieces for stretch in piece] == speech
        assert all(piece[-1][1] - piece[0][0] <= LONGEST_PIECE_S for piece in pieces)
        assert all(end - start <= 30.0 for start, end in (padded(piece, at_s) for piece in pieces))


def test_short_stretches_stay_together() -> None:
    assert cut_into_pieces([(0.0, 1.0), (3.0, 4.0), (6.0, 7.0)], 8.0) == (((0.0, 1.0), (3.0, 4.0), (6.0, 7.0)),)
    assert cut_into_pieces([(0.0, 6.0), (8.0, 9.0)], 9.0) == (((0.0, 6.0),), ((8.0, 9.0),))


def test_the_longer_a_piece_the_shorter_the_pause_that_ends_it() -> None:
    assert not is_over([(0.0, 4.9)], 60.0)
    assert not is_over([(0.0, 6.0)], 7.0)
    assert is_over([(0.0, 3.0), (4.0, 11.0)], 12.0)
    assert is_over([(0.0, 16.0)], 16.4)
    assert not is_over([(0.0, 16.0)], 16.2)


def test_what_was_cut_stays_cut_when_more_is_said() -> None:
    chance = random.Random(9)
    speech, at_s = [], 0.0
    for _ in range(60):
        speech.append((at_s, at_s + chance.uniform(0.3, 5.0)))
        at_s = speech[-1][1] + chance.choice([0.2, 0.4, 0.8, 1.6])
    whole = cut_into_pieces(speech, at_s)
    for count in range(1, len(speech)):
        pieces = cut_into_pieces(speech[:count], at_s)
        assert pieces[:-1] == whole[: len(pieces) - 1]


def test_the_drop_rule() -> None:
    assert is_invented(0.7, -0.7)
    assert is_invented(0.1, -1.1)
    assert not is_invented(0.7, -0.5)
    assert not is_invented(0.1, -0.9)
    assert is_doubtful(-0.3)
    assert not is_doubtful(-0.2)


@dataclass(frozen=True)
class _Read:
    text: str
    avg_logprob: float


class _TwoLooks:
    """A loaded model that reads brightened sound differently."""

    audio_data = staticmethod(lambda pcm, rate_hz, width: pcm)

    def __init__(self, second: list[_Read]) -> None:
        self.second = second
        self.asked: list[list[tuple[float, float]]] = []

    def decode(self, data: bytes, spans: list[tuple[float, float]], hotwords: list[str], beam: int) -> Any:
        self.asked.append(spans)
        return [[each] for each in self.second]


def test_a_doubtful_piece_is_read_again_and_the_more_probable_reading_kept() -> None:
    spans = [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    loaded: Any = _TwoLooks([_Read("better", -0.3), _Read("worse", -0.6)])
    found: list[list[Any]] = [[_Read("clear", -0.1)], [_Read("slurred", -0.4)], [_Read("drone", -0.5)]]
    recognizer._look_again(loaded, np.zeros(48_000, np.float32), spans, [], found)
    assert loaded.asked == [spans[1:]]
    assert [segments[0].text for segments in found] == ["clear", "better", "drone"]


def test_brightening_takes_bass_back_more_than_treble() -> None:
    def gain(hz: float) -> float:
        tone = np.sin(2 * np.pi * hz * np.arange(16_000) / 16_000).astype(np.float32)
        return float(np.abs(brightened(tone)[100:]).max())

    assert gain(100) < 0.5 < 1.1 < gain(5_100)


def test_silence_follows_a_piece_up_to_the_window() -> None:
    class Extractor:
        n_samples = 480_000
        sampling_rate = 16_000

        def __call__(self, samples: Any) -> Any:
            return samples

    extractor = recognizer._FollowedBySilence(Extractor())
    features = extractor(np.ones(16_000, np.float32))
    assert (len(features), features.sum(), extractor.sampling_rate) == (480_000, 16_000, 16_000)


def test_the_encoder_sees_less_silence_for_words_that_are_soon_replaced() -> None:
    class Model:
        frames: ClassVar[list[int]] = []

        hf_tokenizer = SimpleNamespace(token_to_id=len)

        def encode(self, features: Any) -> None:
            self.frames.append(features.shape[-1])

    class Pipeline:
        model = Model()

        def transcribe(self, samples: Any, **_: Any) -> tuple[list[Any], Any]:
            self.model.encode(np.zeros((1, 80, 3000), np.float32))
            return [], SimpleNamespace(language="en")

    decoder = recognizer._Transcribable(Pipeline())
    samples = np.zeros(16_000, np.float32)
    for spans, beam in (([(0.0, 4.0)], 1), ([(2.0, 14.5)], 1), ([(0.0, 26.0)], 1), ([(0.0, 4.0)], 5)):
        decoder.transcribe(samples, spans=spans, hotwords=(), beam=beam)
    assert Model.frames == [1000, 2000, 3000, 3000]


def test_runaway_texts_are_known() -> None:
    assert is_runaway("ROC, ROC, ROC, ROC, ROC", 10.0)
    assert is_runaway("one two three four five six seven eight nine", 1.0)
    assert not is_runaway("we trade precision and recall with bagging or boosting", 5.0)
    assert not is_runaway("no no no, that is wrong", 3.0)


def test_an_echo_of_the_list_must_be_confirmed() -> None:
    assert echoes("so precision recall bagging, boosting overfitting", HOTWORDS)
    assert echoes("I will talk about precision and recall and bagging and boosting and overfitting", HOTWORDS)
    assert not echoes("we trade precision and recall with bagging or boosting", HOTWORDS)
    assert confirms("precise in recall backing boosting overfit in", "precision recall bagging boosting overfitting")
    assert not confirms("you", "precision recall bagging boosting overfitting")


def test_a_loop_is_kept_once() -> None:
    words = ["we", "use", "the", "ROC", "the", "ROC", "the", "ROC", "the", "ROC", "curve"]
    loop = first_loop(words)
    assert loop is not None
    assert words[: loop[0]] + words[loop[1] :] == ["we", "use", "the", "ROC", "curve"]
