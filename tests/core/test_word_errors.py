"""The simulated recogniser errors of the benchmark."""

import json
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from tests.benchmarks.word_errors import is_jargon, sound, with_errors
from tests.word_error import plain

DATA = Path(__file__).resolve().parents[1] / "data" / "assessment"
LINES = (DATA / "core.jsonl").read_text(encoding="utf-8").splitlines()
TEXTS = [json.loads(line)["answer"].split() for line in LINES[::2]]


@pytest.mark.parametrize("rate", [0.05, 0.12, 0.25])
def test_the_measured_word_error_rate_is_the_wanted_one(rate: float) -> None:
    errors = words = 0
    for text in TEXTS:
        said = plain(" ".join(text))
        errors += Levenshtein.distance(said, plain(" ".join(with_errors(text, rate, 1))))
        words += len(said)
    assert errors / words == pytest.approx(rate, abs=0.01)


@pytest.mark.parametrize("text", TEXTS[:20], ids=range(20))
def test_no_answer_is_far_from_the_rate(text: list[str]) -> None:
    said = plain(" ".join(text))
    errors = Levenshtein.distance(said, plain(" ".join(with_errors(text, 0.12, 1))))
    assert abs(errors - 0.12 * len(said)) <= 1


def test_jargon_is_hit_more_than_plain_words() -> None:
    hit, kept = {True: 0, False: 0}, {True: 0, False: 0}
    for text in TEXTS:
        said = plain(" ".join(text))
        jargon = {part for word in text if is_jargon(word) for part in plain(word)}
        changed = {
            place
            for step in Levenshtein.opcodes(said, plain(" ".join(with_errors(text, 0.12, 1))))
            if step.tag in ("replace", "delete")
            for place in range(step.src_start, step.src_end)
        }
        for place, word in enumerate(said):
            (hit if place in changed else kept)[word in jargon] += 1
    shares = {kind: hit[kind] / (hit[kind] + kept[kind]) for kind in (True, False)}
    assert shares[True] > 2 * shares[False] > 0


def test_every_kind_of_error_comes_up() -> None:
    tags = {
        step.tag
        for text in TEXTS
        for step in Levenshtein.opcodes(plain(" ".join(text)), plain(" ".join(with_errors(text, 0.12, 1))))
    }
    assert tags == {"equal", "replace", "delete", "insert"}


def test_long_jargon_falls_into_short_words_that_sound_like_it() -> None:
    text = ["people", "use", "regularisation", "against", "overfitting"]
    heard = [with_errors(text, 0.7, seed) for seed in range(60)]
    split = [words for words in heard if "regular" in words and "regularisation" not in words]
    assert any(len(words) > len(text) for words in split)
    assert any(words[place : place + 2] == ["over", "fit"] for words in heard for place in range(len(words)))


def test_the_seed_decides() -> None:
    text = TEXTS[0]
    assert with_errors(text, 0.12, 1) == with_errors(text, 0.12, 1) != with_errors(text, 0.12, 2)


def test_no_errors_wanted_leaves_the_words() -> None:
    assert with_errors(TEXTS[0], 0.0, 1) == TEXTS[0]


@pytest.mark.parametrize("words", [[], ["..."], ["123"], ["the"], ["é", "日本語"], ["PCA"], ["x"]])
def test_odd_texts_do_no_harm(words: list[str]) -> None:
    for seed in range(10):
        with_errors(words, 0.5, seed)


@pytest.mark.parametrize(
    ("one", "other"), [("knight", "night"), ("write", "right"), ("weight", "wait"), ("no", "know")]
)
def test_words_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert sound(one) == sound(other)
