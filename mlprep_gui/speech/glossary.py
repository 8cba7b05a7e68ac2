"""The terms a recogniser should expect in an answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mlprep_gui.domain.question import Question

MOST_TERMS = 48

#: Opposites that are said alike or mixed up: whoever may say one may say the other.
_OPPOSITES: Final = (
    ("bagging", "boosting"),
    ("precision", "recall"),
    ("L1", "L2"),
    ("lasso", "ridge"),
    ("overfitting", "underfitting"),
    ("sensitivity", "specificity"),
    ("minority class", "majority class"),
    ("over-sampling", "under-sampling"),
    ("parametric", "non-parametric"),
    ("generative", "discriminative"),
    ("generator", "discriminator"),
    ("encoder", "decoder"),
    ("exploration", "exploitation"),
    ("normalization", "standardization"),
)
#: The same for words that stand before another.
_OPPOSITE_QUALIFIERS: Final = (
    ("supervised", "unsupervised"),
    ("labeled", "unlabeled"),
    ("positive", "negative"),
    ("type one", "type two"),
    ("vanishing", "exploding"),
    ("explicit", "implicit"),
    ("hard", "soft"),
)


def hotwords(question: Question, siblings: Sequence[Question] = ()) -> tuple[str, ...]:
    """Return the terms that may come up, best first.

    First come the terms of the question, which hold look-alikes that were not asked for (precision beside recall), so
    that nobody gets credit for a word the recogniser only expected; then the opposites that are missing among them,
    and the terms of questions of the same topic. The recogniser cuts the list where its prompt ends.
    """
    related = (each for each in siblings if each.topic == question.topic and each.id != question.id)
    own = [term.text for term in question.glossary]
    return tuple(_first_of_each((*own, *_opposites(own), *_terms(related))))[:MOST_TERMS]


def _opposites(terms: Iterable[str]) -> Iterator[str]:
    """Yield the opposite of each term that has one: boosting for bagging, implicit feedback for explicit feedback."""
    for term in terms:
        for one, other in _both_ways(_OPPOSITES):
            if _is_in(one, term):
                yield other
        for one, other in _both_ways(_OPPOSITE_QUALIFIERS):
            if _is_in(one, term):
                yield re.sub(_whole(one), other, term)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for one, other in pairs:
        yield one, other
        yield other, one


def _is_in(word: str, term: str) -> bool:
    return re.search(_whole(word), term) is not None


def _whole(word: str) -> str:
    return rf"(?<![\w-]){re.escape(word)}(?![\w-])"


def _terms(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        for term in question.glossary:
            yield term.text


def _first_of_each(terms: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for term in terms:
        if term.casefold() not in seen:
            seen.add(term.casefold())
            yield term
