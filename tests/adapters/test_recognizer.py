"""The recogniser on real clips, on noise, and what keeps invented words out."""

import json
import math
import random
import re
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest

from mlprep_gui import paths
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech.doubt import confirms, echoes, first_loop, is_invented, is_runaway
from mlprep_gui.speech.pieces import LONGEST_PIECE_S, cut_into_pieces, padded
from mlprep_gui.speech.recognizer import WhisperRecognizer
from tests.adapters.speech_contracts import check_recognizer, write_wav
from tests.fakes.recognizer import FakeRecognizer

CLIPS = Path(__file__).parents[1] / "data" / "asr"
HOTWORDS = ["ROC", "AUC", "precision", "recall", "bagging", "boosting", "overfitting"]


@pytest.fixture(scope="module")
def whisper() -> WhisperRecognizer:
    return WhisperRecognizer(paths.locate().models / "whisper-tiny.en")


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("-", " "))


def _distance(said: Sequence[str], heard: Sequence[str]) -> int:
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


def _pcm(samples: Sequence[float]) -> bytes:
    return array("h", (round(max(-1.0, min(1.0, sample)) * 32767) for sample in samples)).tobytes()


def test_whisper_keeps_the_contract(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    check_recognizer(whisper, CLIPS / "ml_09_gan.flac", tmp_path)


def test_fake_keeps_the_contract(tmp_path: Path) -> None:
    spoken = write_wav(tmp_path / "spoken.wav", _pcm([0.1] * 16_000))
    check_recognizer(FakeRecognizer(), spoken, tmp_path)


@pytest.mark.parametrize("name", ["ml_09_gan", "ml_21_kmeans"])
def test_spoken_answers_are_written_down(whisper: WhisperRecognizer, name: str) -> None:
    reference = json.loads((CLIPS / "refs.json").read_text(encoding="utf-8"))[name]
    transcript = whisper.transcribe(CLIPS / f"{name}.flac", reference["terms"])
    said, heard = _words(reference["text"]), _words(transcript.text)
    assert _distance(said, heard) / len(said) <= 0.10
    found = [term for term in reference["terms"] if "".join(_words(term)) in "".join(heard)]
    assert len(found) >= len(reference["terms"]) - 1
    assert transcript.pauses


def test_nothing_is_heard_in_noise(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    chance = random.Random(3)
    length = 16_000 * 6
    sounds = {
        "hiss": [chance.gauss(0, 0.05) for _ in range(length)],
        "hum": [0.2 * math.sin(2 * math.pi * 50 * i / 16_000) for i in range(length)],
        "clicks": [0.9 if i % 4_000 == 0 else 0.0 for i in range(length)],
    }
    for name, samples in sounds.items():
        transcript = whisper.transcribe(write_wav(tmp_path / f"{name}.wav", _pcm(samples)), HOTWORDS)
        assert (name, transcript.text, transcript.speech) == (name, "", ())


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


def test_the_drop_rule() -> None:
    assert is_invented(0.7, -0.7)
    assert is_invented(0.1, -1.1)
    assert not is_invented(0.7, -0.5)
    assert not is_invented(0.1, -0.9)


def test_runaway_texts_are_known() -> None:
    assert is_runaway("ROC, ROC, ROC, ROC, ROC", 10.0)
    assert is_runaway("one two three four five six seven eight nine", 1.0)
    assert not is_runaway("we trade precision and recall with bagging or boosting", 5.0)
    assert not is_runaway("no no no, that is wrong", 3.0)


def test_an_echo_of_the_list_must_be_confirmed() -> None:
    assert echoes("so precision recall bagging, boosting overfitting", HOTWORDS)
    assert not echoes("we trade precision and recall with bagging or boosting", HOTWORDS)
    assert confirms("precise in recall backing boosting overfit in", "precision recall bagging boosting overfitting")
    assert not confirms("you", "precision recall bagging boosting overfitting")


def test_a_loop_is_kept_once() -> None:
    words = ["we", "use", "the", "ROC", "the", "ROC", "the", "ROC", "the", "ROC", "curve"]
    loop = first_loop(words)
    assert loop is not None
    assert words[: loop[0]] + words[loop[1] :] == ["we", "use", "the", "ROC", "curve"]
