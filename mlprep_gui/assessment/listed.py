"""Phrases of the bank that were said word for word.

What a question lists as right or wrong needs no judgement, unless the words around it deny it or take it back, or the
rest of the answer speaks against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.phrases import Phrases
from mlprep_gui.assessment.text import FUNCTION_WORDS, Token, Window, content_stems, phrase_tokens, stem

Floats = NDArray[np.float64]

#: Probability of what was said word for word: in the project's labelled answers 144 of 155 such points, those apart
#: that the rest of the answer contradicts.
_SURE = 0.93
#: Probability of a contradiction from which the rest of the answer speaks against a phrase, if that is likelier.
_SPOKEN_AGAINST = 0.2
#: Phrases with fewer words that carry content are too short to be told from chance.
_LEAST_CONTENT_WORDS = 3
#: Words that deny what follows or take back what came before, and how many words away they still do.
_DENIALS = frozenset(("not", "never", "no", "unlike", "wrong", "false", "myth", "misconception", "mistake", "isn't"))
_RETRACTIONS = frozenset(("no", "wait", "sorry", "wrong", "false", "actually", "rather", "instead"))
_BEFORE, _AFTER = 5, 6
#: Words before which the end of a phrase is the beginning of the next statement.
_VERBS = frozenset(("is", "are", "was", "were", "has", "have", "does", "do", "can", "will", "should", "must"))
_ARTICLES = frozenset(("a", "an", "the"))


@dataclass(frozen=True, slots=True)
class Listed:
    """What the answer says word for word.

    Attributes:
        right: for each key point the longest phrase of its own, None where there is none.
        wrong: the same with its wrong statements.
        borrowed: which tokens are no words of a point's own, shape (points, tokens): they stand in phrases of other
            points or in the prompt, or carry no content.
    """

    right: tuple[Window | None, ...]
    wrong: tuple[Window | None, ...]
    borrowed: NDArray[np.bool_]

    def settle(self, covered: Floats, contradicted: Floats) -> tuple[Floats, Floats]:
        """Return the probabilities of the points, shape (points,) each, made sure where one phrase alone was said."""
        right, wrong = (np.array([window is not None for window in side]) for side in (self.right, self.wrong))
        denied = (contradicted > covered) & (contradicted > _SPOKEN_AGAINST)
        right, wrong = right & ~wrong & ~denied, wrong & ~right
        covered = np.where(right, np.maximum(covered, _SURE), np.where(wrong, np.minimum(covered, 1 - _SURE), covered))
        floor, ceiling = np.where(wrong, _SURE, 0.0), np.where(right, 1 - _SURE, 1.0)
        return covered, np.clip(contradicted, floor, ceiling)

    def is_borrowed(self, point: int, window: Window) -> bool:
        """Whether nothing in a window is said for a point itself."""
        return bool(self.borrowed[point, window.start : window.end].all())


def find_listed(phrases: Phrases, tokens: Sequence[Token]) -> Listed:
    """Find the longest right or wrong phrase of each key point; one inside a longer one does not count."""
    said = [(place, stem(token.text)) for place, token in enumerate(tokens) if token.text not in _ARTICLES]
    wanted = [phrase_tokens(text, phrases.vocabulary) for text in phrases.texts]
    right, wrong = [], []
    for right_rows, wrong_rows in zip(phrases.right, phrases.wrong, strict=True):
        good = _longest(said, tokens, (wanted[row] for row in right_rows))
        bad = _longest(said, tokens, (wanted[row] for row in wrong_rows))
        right.append(None if _inside(good, bad) else good)
        # An accusation must be certain: words on both sides of a comma or stop may belong to two statements.
        wrong.append(None if _inside(bad, good) or (bad and _has_border(tokens, bad)) else bad)
    asked = list(_places(said, phrase_tokens(phrases.prompt, phrases.vocabulary)))
    return Listed(tuple(right), tuple(wrong), _borrowed(right, asked, tokens))


def _borrowed(right: Sequence[Window | None], asked: Sequence[Window], tokens: Sequence[Token]) -> NDArray[np.bool_]:
    empty = np.array([token.text in FUNCTION_WORDS for token in tokens])
    borrowed = np.repeat(empty[None], len(right), axis=0)
    for window in asked:
        borrowed[:, window.start : window.end] = True
    own = {point: slice(window.start, window.end) for point, window in enumerate(right) if window is not None}
    for words in own.values():
        borrowed[:, words] = True
    for point, words in own.items():
        borrowed[point, words] = False
    return borrowed


def _inside(one: Window | None, other: Window | None) -> bool:
    return one is not None and other is not None and other.start <= one.start and one.end <= other.end


def _longest(
    said: Sequence[tuple[int, str]], tokens: Sequence[Token], wanted: Iterable[Sequence[str]]
) -> Window | None:
    said_so = (window for phrase in wanted for window in _places(said, phrase))
    found = [one for one in said_so if not _is_denied(tokens, one) and not _goes_on(tokens, one)]
    return max(found, key=lambda window: window.end - window.start, default=None)


def _places(said: Sequence[tuple[int, str]], phrase: Sequence[str]) -> Iterable[Window]:
    """Yield where a phrase is said."""
    wanted = [stem(word) for word in phrase if word not in _ARTICLES]
    if len(content_stems(phrase)) < _LEAST_CONTENT_WORDS:
        return
    for first in range(len(said) - len(wanted) + 1):
        if all(word == said[first + step][1] for step, word in enumerate(wanted)):
            start = said[first - 1][0] + 1 if first else 0
            yield Window(start, said[first + len(wanted) - 1][0] + 1)


def _is_denied(tokens: Sequence[Token], window: Window) -> bool:
    before = tokens[max(window.start - _BEFORE, 0) : window.start]
    after = tokens[window.end : window.end + _AFTER]
    return any(one.text in _DENIALS or one.text.endswith("n't") for one in before) or any(
        one.text in _RETRACTIONS for one in after
    )


def _goes_on(tokens: Sequence[Token], window: Window) -> bool:
    """Whether a window ends in the subject of the next statement."""
    return window.end < len(tokens) and tokens[window.end].text in _VERBS and not tokens[window.end - 1].ends_clause


def _has_border(tokens: Sequence[Token], window: Window) -> bool:
    return any(token.ends_clause for token in tokens[window.start : window.end - 1])
