"""What the words of an answer say about each key point, as numbers.

"Right" phrases are the statement and the accepted phrasings of a key point, "wrong" ones its known wrong statements.
Each feature has shape (points,). A feature about wrong statements is 0 for a key point that has none. What helps was
found on the project's labelled answers (see packaging/fit_assessor.py): above all how much nearer a window is to a
point than to the prompt and to the other points of the question, and how much nearer to wrong statements.
"""

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.compare import Comparison
from mlprep_gui.assessment.reading import reading_features

Floats = NDArray[np.float64]

#: Cosine below which a window has nothing to do with a key point.
_RELATED = 0.4


def features(compared: Comparison, read: Floats) -> dict[str, Floats]:
    """Return every feature by name.

    Args:
        compared: windows against phrases.
        read: what the cross-encoder read about each point, shape (points, 4).
    """
    compared_features = {**_right_features(compared), **_wrong_features(compared), **_topic_features(compared)}
    return {**compared_features, **reading_features(read)}


def _topic_features(compared: Comparison) -> dict[str, Floats]:
    """Return what tells whether the answer is about the question at all; the same for every point."""
    count = compared.right.shape[1]
    highest = np.sort(np.maximum(compared.right, compared.wrong).max(axis=0))[::-1]
    nearest = np.maximum(compared.right, compared.wrong)[compared.is_clause].max(axis=1)
    numbers = {
        "topic_best": highest[:2].mean(),
        "topic_points": highest.mean(),
        "topic_answer": nearest.mean() if len(nearest) else highest.mean(),
        "topic_words": compared.shared,
    }
    return {name: np.full(count, value) for name, value in numbers.items()}


def _right_features(compared: Comparison) -> dict[str, Floats]:
    right, centred = compared.right, compared.right_centred
    points = np.arange(right.shape[1])
    best = right.argmax(axis=0)
    highest = right.max(axis=0)
    return {
        # nearest window: to all phrasings together, and without what is common to the question
        "consensus": compared.right_mean.max(axis=0),
        "centred": centred[best, points],
        # nearer to the point than to the prompt (reading the question back earns nothing) or to the other points
        "beyond_prompt": (right - compared.prompt[:, None]).max(axis=0),
        "lift": compared.lift.max(axis=0),
        "sibling_margin": (right - _siblings(right)).max(axis=0),
        "centred_sibling_margin": (centred - _siblings(centred)).max(axis=0),
        "relative": highest - highest.mean(),
        # how hard the point is to tell from the prompt and from the other points
        "like_prompt": compared.like_prompt,
        "like_sibling": compared.like_sibling,
        # content words, exact and misheard
        "words_statement": compared.statement_words.max(axis=0),
        "words_mean": compared.words_mean,
        "words_answer": compared.words_answer,
        "fuzzy": compared.right_fuzzy.max(axis=0),
        # a pile of keywords has few function words
        "grammar": compared.grammar[best],
        # the answer as a whole: how near it is to the question's points, and to its mere prompt
        "cosine_answer": np.full(len(points), highest.mean()),
        "prompt": np.full(len(points), compared.prompt.max()),
    }


def _siblings(table: Floats) -> Floats:
    """Return for each point the highest value among the others, or 0 when there is none."""
    points = range(table.shape[1])
    if len(points) == 1:
        return np.zeros_like(table)
    return np.stack([np.delete(table, point, axis=1).max(axis=1) for point in points], axis=1)


def _wrong_features(compared: Comparison) -> dict[str, Floats]:
    right, wrong = compared.right, compared.wrong
    points = np.arange(right.shape[1])
    best, worst = right.argmax(axis=0), wrong.argmax(axis=0)
    gap = wrong.max(axis=0) - right.max(axis=0)
    related = np.maximum(right, wrong) > _RELATED
    raw = {
        # nearest window to a wrong statement
        "wrong": wrong.max(axis=0),
        "wrong_clause": (wrong * compared.is_clause[:, None]).max(axis=0),
        # nearer to it than to what is right
        "wrong_margin": wrong[worst, points] - right[worst, points],
        "wrong_centred_gap": compared.wrong_centred.max(axis=0) - compared.right_centred.max(axis=0),
        "wrong_side_at_right": compared.wrong_side[best, points],
        "wrong_side_least": (compared.wrong_side * related).min(axis=0),
        # its words rather than the right ones
        "wrong_words_gap": compared.wrong_words.max(axis=0) - compared.right_words.max(axis=0),
        "wrong_words_there": compared.wrong_words[worst, points] - compared.right_words[worst, points],
        "wrong_fuzzy_gap": compared.wrong_fuzzy.max(axis=0) - compared.right_fuzzy.max(axis=0),
        "wrong_only": (compared.wrong_only * related).max(axis=0),
        "right_only": compared.right_only[best, points],
        # an answer that is wrong in one point is often wrong in the next
        "wrong_answer": np.full(len(points), gap[compared.has_wrong].mean() if compared.has_wrong.any() else 0.0),
    }
    answer = raw.pop("wrong_answer")
    return {**{name: np.where(compared.has_wrong, values, 0.0) for name, values in raw.items()}, "wrong_answer": answer}
