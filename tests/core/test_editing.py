"""A correction keeps the times of the words that stay."""

import pytest

from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.transcript import Transcript, Word, typed_transcript

SAID = "a can makes fake images from noise"
HEARD = Transcript(
    tuple(Word(word, float(n), n + 0.5, 0.4) for n, word in enumerate(SAID.split())), ((0.0, 6.5),), 8.0, "tiny.en"
)


def times(text: str, heard: Transcript = HEARD) -> list[tuple[str, float, float, float]]:
    return [(word.text, word.start_s, word.end_s, word.confidence) for word in edited(heard, text).words]


def test_what_is_not_touched_stays_as_it_was() -> None:
    same = edited(HEARD, f"  {SAID}\n")
    assert same.words == HEARD.words
    assert (same.speech, same.duration_s, same.is_edited, same.is_typed) == (HEARD.speech, 8.0, True, False)


def test_a_new_word_takes_the_time_of_the_one_it_stands_for_and_is_sure() -> None:
    found = times("A GAN makes fake images, from noise.")
    assert found[:3] == [("A", 0.0, 0.5, 0.4), ("GAN", 1.0, 1.5, 1.0), ("makes", 2.0, 2.5, 0.4)]
    assert found[4:] == [("images,", 4.0, 4.5, 0.4), ("from", 5.0, 5.5, 0.4), ("noise.", 6.0, 6.5, 0.4)]


def test_several_words_share_the_time_of_one_and_one_that_of_several() -> None:
    assert times("a generative adversarial makes fake images from noise")[1:3] == [
        ("generative", 1.0, 1.25, 1.0),
        ("adversarial", 1.25, 1.5, 1.0),
    ]
    assert times("a can makes pictures from noise")[3] == ("pictures", 3.0, 4.5, 1.0)


@pytest.mark.parametrize(
    ("text", "place", "gap"),
    [
        (f"so {SAID}", 0, (0.0, 0.0)),
        ("a can makes really fake images from noise", 3, (2.5, 3.0)),
        (f"{SAID} vectors", 7, (6.5, 6.5)),
    ],
)
def test_an_added_word_lies_in_the_gap_it_was_put_into(text: str, place: int, gap: tuple[float, float]) -> None:
    found = times(text)
    assert found[place][1:3] == gap
    assert [word for word in found if word[3] < 1.0] == times(SAID)


def test_a_word_that_was_taken_out_and_put_back_has_its_time_again() -> None:
    assert times(SAID) == [(word.text, word.start_s, word.end_s, word.confidence) for word in HEARD.words]
    assert len(times("a can makes images from noise")) == 6


def test_signs_that_are_no_words_are_told_apart() -> None:
    assert [word[0] for word in times("- ~")] == ["-", "~"]


def test_a_typed_answer_stays_a_typed_one_without_times() -> None:
    again = edited(typed_transcript("it learns noise"), "it learns the noise")
    assert again.is_typed
    assert again.is_edited
    assert {(word.start_s, word.end_s) for word in again.words} == {(0.0, 0.0)}


def test_nothing_heard_can_become_words() -> None:
    assert times("I said this", Transcript((), (), 3.0, "tiny.en")) == [
        (word, 0.0, 0.0, 1.0) for word in ("I", "said", "this")
    ]
