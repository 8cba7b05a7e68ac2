"""From probabilities to verdicts, and from verdicts to a score with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.domain.assessment import Verdict

Floats = NDArray[np.float64]

#: Shares of the threshold. On labelled answers to unseen questions a point between the first and the threshold was said
#: in about one case of three: the learner decides. Just above it, partly said is commoner than anywhere else. From the
#: last one on a point earns everything.
_UNSURE, _COVERED, _ALL = 0.6, 1.16, 1.3
#: Share of the threshold of contradictions from which a point is not called covered, unless the right statement is this
#: many times likelier. On unseen questions of core.jsonl this takes the contradicted points that earn credit from 22 to
#: 15 of 100; right verdicts fall from 84.2 to 83.7.
_DOUBT, _SURELY_COVERED = 0.45, 3.0
#: Half of the range's probability lies outside on each side: an 80 % range.
_TAIL = 0.1
#: Number of steps in which credit is counted for the range.
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Score:
    """Points of 100, with the range that holds the true number four times in five."""

    value: float
    low: float
    high: float


def decide(covered: float, contradicted: float, threshold: float, threshold_contradicted: float) -> Verdict:
    """Return the verdict on a key point from its probabilities.

    Both may be likely at once, when right and wrong statements differ by a word: the likelier wins, but a point that
    may well be contradicted is never called covered, only unsure.
    """
    accused = contradicted >= threshold_contradicted
    doubted = contradicted >= _DOUBT * threshold_contradicted and covered < _SURELY_COVERED * contradicted
    if accused and (contradicted >= covered or covered < threshold):
        return Verdict.CONTRADICTED
    if covered < _UNSURE * threshold:
        return Verdict.MISSED
    if doubted or covered < threshold:
        return Verdict.UNSURE
    return Verdict.COVERED if covered >= _COVERED * threshold else Verdict.PARTLY


def credit(verdict: Verdict, covered: float, contradicted: float, threshold: float) -> float:
    """Return the credit (0..1) of a point: one half at the threshold; clear cases earn nothing or everything.

    A contradicted point earns nothing, an unsure one in proportion to the chance that it was not contradicted.
    """
    if verdict is Verdict.CONTRADICTED:
        return 0.0
    low, high = _UNSURE * threshold, min(_ALL * threshold, 0.9)
    earned = float(np.interp(covered, (low, threshold, high), (0.0, 0.5, 1.0)))
    return earned * (1 - contradicted) if verdict is Verdict.UNSURE else earned


def score(earned: Sequence[float], chances: Sequence[float], weights: Sequence[float]) -> Score:
    """Return the weighted mean credit of 100 and its 80 % range.

    The range takes each point as said with its probability, independently of the others (the distribution of Poisson's
    binomial trials), with the points' weights; it always holds the score itself.

    Args:
        earned: credit of each point, 0..1.
        chances: probability that each point was said, 0..1.
        weights: weight of each point.
    """
    shares = np.array(weights, np.float64) / sum(weights)
    value = float(np.array(earned) @ shares)
    chance = np.zeros(_STEPS + 1)
    chance[0] = 1.0
    for one, share in zip(chances, shares, strict=True):
        step = round(share * _STEPS)
        said = np.concatenate([np.zeros(step), chance[: _STEPS + 1 - step]])
        said[-1] += chance[_STEPS + 1 - step :].sum()
        chance = (1 - one) * chance + one * said
    below = np.cumsum(chance)
    low = float(np.searchsorted(below, _TAIL)) / _STEPS
    high = float(np.searchsorted(below, 1 - _TAIL)) / _STEPS
    return Score(*(round(100 * number, 1) for number in (value, min(low, value), max(high, value))))
