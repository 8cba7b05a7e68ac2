"""Delivery is measured, and only what can be measured."""

import pytest

from mlprep_gui.delivery import find_fillers, measure
from mlprep_gui.domain.transcript import Transcript, Word, typed_transcript


def spoken(text: str, speech: tuple[tuple[float, float], ...], duration_s: float = 20.0) -> Transcript:
    words = tuple(Word(word, 0.0, 0.1, 0.9) for word in text.split())
    return Transcript(words, speech, duration_s, "test")


def test_pace_leaves_pauses_out() -> None:
    delivery = measure(spoken("one two three four five six", ((2.0, 4.0), (6.5, 7.5))))
    assert delivery.pace_wpm == pytest.approx(120)
    assert delivery.latency_s == 2.0
    assert (delivery.long_pauses, delivery.longest_pause_s) == (1, 2.5)


def test_a_typed_answer_has_no_sound() -> None:
    delivery = measure(typed_transcript("um, you know, it generalises"))
    assert (delivery.words, delivery.pace_wpm, delivery.long_pauses, delivery.latency_s) == (5, None, None, None)
    assert delivery.fillers == ()


def test_silence_has_no_pace() -> None:
    delivery = measure(Transcript((), (), 10.0, "test"))
    assert (delivery.words, delivery.pace_wpm, delivery.longest_pause_s) == (0, None, None)


@pytest.mark.parametrize(
    ("text", "fillers"),
    [
        ("Um, so uh it is, you know, overfitting", ["um", "uh", "you know"]),
        ("I mean it is sort of the same. You know.", ["i mean", "sort of", "you know"]),
        ("it is a kind of model if you know the labels", []),
        ("what I mean by this sort of error", []),
        ("the hummingbird and the umbrella are like this", []),
        ("it's kind of, um, kind of simple", ["kind of", "um", "kind of"]),
        ("", []),
    ],
)
def test_fillers_are_counted_on_words_and_only_where_they_mean_nothing(text: str, fillers: list[str]) -> None:
    words = text.split()
    found = find_fillers(words)
    assert [filler.text for filler in found] == fillers
    for filler in found:
        heard = " ".join(words[filler.start : filler.end]).casefold()
        assert "".join(c for c in heard if c.isalpha() or c == " ") == filler.text
