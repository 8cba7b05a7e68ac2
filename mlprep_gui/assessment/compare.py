"""Compare the windows of an answer with the phrases of a question, by meaning and by words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from mlprep_gui.assessment.phrases import Phrases
from mlprep_gui.assessment.text import FUNCTION_WORDS, Token, Window, clauses, content_stems, window_text
from mlprep_gui.ports import Embedder

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

#: Added to the distance of a right and a wrong phrase: such pairs differ little, and that little is noisy.
_NOISE = 0.2


@dataclass(frozen=True, slots=True)
class Comparison:
    """Windows against key points. Tables have shape (windows, points), the others (windows,) or (points,).

    Attributes:
        right, wrong: highest cosine with a right / wrong phrase of the point.
        right_centred, wrong_centred: the same after the mean of the question's right phrases is taken from all
            vectors, so that what its key points have in common (the topic) says nothing.
        right_mean: mean cosine with all right phrases.
        lift: highest cosine with a right phrase beyond what the prompt itself has.
        right_words, wrong_words: highest weighted recall of a right / wrong phrase's content words.
        statement_words: recall of the statement's content words.
        right_fuzzy, wrong_fuzzy: highest token-set likeness, forgiving misheard words.
        nearest_right, nearest_wrong: row of the nearest right / wrong phrase; -1 without wrong ones.
        wrong_side: 0 half-way between the nearest right and wrong phrases, positive on the wrong side; scaled by
            their distance.
        right_only, wrong_only: share of the words that only the nearest right / wrong phrase has.
        words_mean: mean over the right phrases of the highest recall, shape (points,).
        words_answer: mean recall of the right phrases by the whole answer, shape (points,).
        like_prompt, like_sibling: highest cosine of a right phrase with the prompt / another point's, shape (points,).
        prompt: cosine with the prompt, shape (windows,).
        shared: share of the answer's content words that the question's phrases hold.
        grammar: share of function words, shape (windows,).
        is_clause: whether the window is one clause, shape (windows,).
        has_wrong: whether the point has wrong statements, shape (points,).
    """

    right: Floats
    wrong: Floats
    right_centred: Floats
    wrong_centred: Floats
    right_mean: Floats
    lift: Floats
    right_words: Floats
    wrong_words: Floats
    statement_words: Floats
    right_fuzzy: Floats
    wrong_fuzzy: Floats
    nearest_right: Rows
    nearest_wrong: Rows
    wrong_side: Floats
    right_only: Floats
    wrong_only: Floats
    words_mean: Floats
    words_answer: Floats
    like_prompt: Floats
    like_sibling: Floats
    prompt: Floats
    shared: float
    grammar: Floats
    is_clause: NDArray[np.bool_]
    has_wrong: NDArray[np.bool_]


def compare(phrases: Phrases, tokens: Sequence[Token], windows: Sequence[Window], embedder: Embedder) -> Comparison:
    """Compare every window of an answer with every phrase of a question.

    Raises:
        ModelError: when the embedder's model is missing or damaged.
    """
    bank = embedder.embed([*phrases.texts, phrases.prompt], keep=True).astype(np.float64)
    said = embedder.embed([window_text(tokens, window) for window in windows]).astype(np.float64)
    cosine, among = said @ bank.T, bank @ bank.T
    centre = bank[np.concatenate(phrases.right)].mean(axis=0)
    centred = _unit(said - centre) @ _unit(bank - centre).T
    spoken = [[token.text for token in tokens[window.start : window.end]] for window in windows]
    stems = [frozenset(content_stems(words)) for words in spoken]
    everything = frozenset().union(*stems)
    recall = phrases.recall(stems)
    whole = phrases.recall([everything])[0]
    fuzzy = _fuzzy(phrases, stems)
    nearest_right, nearest_wrong = _nearest(cosine, phrases.right), _nearest(cosine, phrases.wrong)
    single = frozenset(clauses(tokens))
    return Comparison(
        right=_highest(cosine, phrases.right),
        wrong=_highest(cosine, phrases.wrong),
        right_centred=_highest(centred, phrases.right),
        wrong_centred=_highest(centred, phrases.wrong),
        right_mean=np.stack([cosine[:, rows].mean(axis=1) for rows in phrases.right], axis=1),
        lift=_highest(cosine - among[-1], phrases.right),
        right_words=_highest(recall, phrases.right),
        wrong_words=_highest(recall, phrases.wrong),
        statement_words=recall[:, [rows[0] for rows in phrases.right]],
        right_fuzzy=_highest(fuzzy, phrases.right),
        wrong_fuzzy=_highest(fuzzy, phrases.wrong),
        nearest_right=nearest_right,
        nearest_wrong=nearest_wrong,
        wrong_side=_wrong_side(cosine, among, nearest_right, nearest_wrong),
        right_only=_only(phrases, stems, nearest_right, phrases.wrong),
        wrong_only=_only(phrases, stems, nearest_wrong, phrases.right),
        words_mean=np.array([recall[:, rows].max(axis=0).mean() for rows in phrases.right]),
        words_answer=np.array([whole[rows].mean() for rows in phrases.right]),
        like_prompt=np.array([among[-1][rows].max() for rows in phrases.right]),
        like_sibling=_like_sibling(among, phrases.right),
        prompt=cosine[:, -1],
        shared=len(everything & phrases.rarity.keys()) / max(len(everything), 1),
        grammar=np.array([np.mean([word in FUNCTION_WORDS for word in words]) for words in spoken]),
        is_clause=np.array([window in single for window in windows]),
        has_wrong=np.array([len(rows) > 0 for rows in phrases.wrong]),
    )


def _unit(vectors: Floats) -> Floats:
    """Scale vectors to length one; a zero vector stays zero."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6), np.float64)


def _fuzzy(phrases: Phrases, stems: Sequence[frozenset[str]]) -> Floats:
    said = [" ".join(sorted(have)) for have in stems]
    wanted = [" ".join(sorted(one)) for one in phrases.stems]
    return np.asarray(process.cdist(said, wanted, scorer=fuzz.token_set_ratio), np.float64) / 100


def _highest(table: Floats, groups: Sequence[Rows]) -> Floats:
    """Return the highest value of each group of columns; 0 for an empty group."""
    empty = np.zeros(len(table))
    return np.stack([table[:, rows].max(axis=1) if len(rows) else empty for rows in groups], axis=1)


def _nearest(table: Floats, groups: Sequence[Rows]) -> Rows:
    """Return the column of the highest value of each group; -1 for an empty group."""
    empty = np.full(len(table), -1)
    return np.stack([rows[table[:, rows].argmax(axis=1)] if len(rows) else empty for rows in groups], axis=1)


def _wrong_side(cosine: Floats, among: Floats, right: Rows, wrong: Rows) -> Floats:
    place = np.arange(len(cosine))[:, None]
    side = (cosine[place, wrong] - cosine[place, right]) / (1 + _NOISE - among[right, wrong])
    return np.asarray(np.where(wrong >= 0, side, 0.0), np.float64)


def _only(phrases: Phrases, stems: Sequence[frozenset[str]], nearest: Rows, others: Sequence[Rows]) -> Floats:
    """Return the share of the words of the nearest phrase, and of no phrase of the other side, that were said."""
    found = np.zeros(nearest.shape)
    for point, rows in enumerate(others):
        elsewhere = frozenset().union(*(phrases.stems[row] for row in rows))
        for row in np.unique(nearest[:, point][nearest[:, point] >= 0]).tolist():
            own = phrases.stems[row] - elsewhere
            total = 1 + sum(phrases.rarity[stem] for stem in own)
            said = np.array([sum(phrases.rarity[stem] for stem in own & have) for have in stems])
            found[:, point] = np.where(nearest[:, point] == row, said / total, found[:, point])
    return found


def _like_sibling(among: Floats, right: Sequence[Rows]) -> Floats:
    if len(right) == 1:
        return np.zeros(1)
    return np.array(
        [
            max(among[np.ix_(rows, other)].max() for place, other in enumerate(right) if place != point)
            for point, rows in enumerate(right)
        ]
    )
