"""Measures of verdicts against labels, and how far they would move with other questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.intp]
Words = NDArray[np.str_]

#: Credit of a verdict or a label, as one of three levels.
LEVEL: Final = {"covered": 2, "partly": 1, "unsure": 1, "partial": 1, "missed": 0, "contradicted": 0}
LISTED, UNLISTED, UNKNOWN = "listed", "unlisted", ""
_OUTSIDE_PERCENT = 2.5  # on each side of a 95 % interval


@dataclass(frozen=True, slots=True)
class Judged:
    """Verdicts beside labels; one row a judgement of a key point, and one row an answer.

    Attributes:
        question: number of the question, one a judgement.
        label: covered, partial, missed or contradicted.
        verdict: covered, partly, unsure, missed or contradicted.
        p_covered: probability that the point was covered.
        style: of the answer.
        claim: whether the wrong claim of a contradicted point is LISTED in the bank, UNLISTED, or UNKNOWN.
        question_of_answer: number of the question, one an answer.
        score, true_score: 0..100, one an answer.
    """

    question: Rows
    label: Words
    verdict: Words
    p_covered: Floats
    style: Words
    claim: Words
    question_of_answer: Rows
    score: Floats
    true_score: Floats

    def take(self, judgements: Rows | Flags, answers: Rows | Flags) -> "Judged":
        """Return some rows, in the order given."""
        return Judged(*(getattr(self, one.name)[answers if one.name in _OF_ANSWERS else judgements] for one in _FIELDS))

    @property
    def said(self) -> Flags:
        """Which points were truly covered."""
        return np.asarray(self.label == "covered")

    @property
    def credited(self) -> Flags:
        """Which points got the verdict covered."""
        return np.asarray(self.verdict == "covered")

    @property
    def right(self) -> Flags:
        """Which points were credited when, and only when, they were covered."""
        return np.asarray(self.credited == self.said)


_FIELDS = fields(Judged)
_OF_ANSWERS = ("question_of_answer", "score", "true_score")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that sums judgements up; not a number (nan) where there is nothing to measure."""

    name: str
    of: Callable[[Judged], float]
    digits: int = 3


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measured value with its 95 % interval; all nan where there was nothing to measure."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows of one draw of the bootstrap."""

    judgements: Rows
    answers: Rows


def share(flags: Flags) -> float:
    """Return the share of true values; nan of none."""
    return float(flags.mean()) if flags.size else float("nan")


def macro_f1(true: Flags, given: Flags) -> float:
    """Return the mean F1 of both classes; a class that is neither true nor given has an F1 of 0."""
    if not true.size:
        return float("nan")
    both = []
    for first, second in ((true, given), (~true, ~given)):
        total = int(first.sum() + second.sum())
        both.append(2 * int((first & second).sum()) / total if total else 0.0)
    return sum(both) / 2


def auc(true: Flags, chance: Floats) -> float:
    """Return the area under the ROC curve (Mann-Whitney, ties count half); nan with one class only."""
    said, rest = int(true.sum()), int((~true).sum())
    if not said or not rest:
        return float("nan")
    _, place, count = np.unique(chance, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    return float((rank[true].sum() - said * (said + 1) / 2) / (said * rest))


def quadratic_kappa(true: Rows, given: Rows, levels: int = 3) -> float:
    """Return Cohen's kappa with quadratic weights; nan when chance alone would agree always."""
    table = np.bincount(true * levels + given, minlength=levels * levels).reshape(levels, levels)
    steps = np.arange(levels)
    weight = (steps[:, None] - steps[None, :]) ** 2
    by_chance = (weight * np.outer(table.sum(axis=1), table.sum(axis=0))).sum()
    return float(1 - (weight * table).sum() * table.sum() / by_chance) if by_chance else float("nan")


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Points whose probability lay in low..high: their number, mean probability, and share truly covered."""

    low: float
    high: float
    points: int
    predicted: float
    said: float


def reliability(judged: Judged, bins: int = 10) -> tuple[ReliabilityBin, ...]:
    """Return the points in bins of equal width by their probability; empty bins hold nan."""
    place = np.minimum((judged.p_covered * bins).astype(int), bins - 1)
    rows = []
    for number in range(bins):
        here = place == number
        predicted = float(judged.p_covered[here].mean()) if here.any() else float("nan")
        rows.append(
            ReliabilityBin(number / bins, (number + 1) / bins, int(here.sum()), predicted, share(judged.said[here]))
        )
    return tuple(rows)


def calibration_error(judged: Judged) -> float:
    """Return the expected calibration error over 10 bins (Naeini et al. 2015); nan without points."""
    found = [one for one in reliability(judged) if one.points]
    total = sum(one.points for one in found)
    return sum(one.points * abs(one.predicted - one.said) for one in found) / total if total else float("nan")


def _levels(words: Words) -> Rows:
    names = np.array(sorted(LEVEL))
    return np.array([LEVEL[name] for name in names.tolist()])[np.searchsorted(names, words)]


def _of_contradicted(verdict: str, claim: str | None) -> Callable[[Judged], float]:
    """Return the measure: share of contradicted points, by whether their claim is listed, with a verdict."""

    def measure(judged: Judged) -> float:
        wrong = judged.label == "contradicted"
        if claim is not None:
            wrong = wrong & (judged.claim == claim)
        return share(judged.verdict[wrong] == verdict)

    return measure


def _stuffed_credited(judged: Judged) -> float:
    return share(judged.credited[(judged.style == "stuffed") & ~judged.said])


def _off_topic_right(judged: Judged) -> float:
    return share(~judged.credited[judged.style == "offtopic"])


def _score_error(judged: Judged) -> float:
    return float(np.abs(judged.score - judged.true_score).mean()) if judged.score.size else float("nan")


MACRO_F1 = Measure("macro-F1", lambda judged: macro_f1(judged.said, judged.credited))
MEASURES: Final = (
    Measure("accuracy", lambda judged: share(judged.right)),
    MACRO_F1,
    Measure("AUC", lambda judged: auc(judged.said, judged.p_covered)),
    Measure("QWK", lambda judged: quadratic_kappa(_levels(judged.label), _levels(judged.verdict))),
    Measure("contradicted caught, listed", _of_contradicted("contradicted", LISTED)),
    Measure("contradicted caught, unlisted", _of_contradicted("contradicted", UNLISTED)),
    Measure("contradicted caught, all", _of_contradicted("contradicted", None)),
    Measure("contradicted credited, listed", _of_contradicted("covered", LISTED)),
    Measure("contradicted credited, unlisted", _of_contradicted("covered", UNLISTED)),
    Measure("contradicted credited, all", _of_contradicted("covered", None)),
    Measure("stuffed credited", _stuffed_credited),
    Measure("off-topic right", _off_topic_right),
    Measure("score MAE, of 100", _score_error, digits=1),
    Measure("unsure share", lambda judged: share(judged.verdict == "unsure")),
    Measure("accuracy of the rest", lambda judged: share(judged.right[judged.verdict != "unsure"])),
    Measure("expected calibration error", calibration_error),
)


def samples(judged: Judged, draws: int, seed: int) -> tuple[Sample, ...]:
    """Draw questions, not judgements, with replacement: judgements of one question hang together."""
    rng = np.random.default_rng(seed)
    numbers = np.unique(judged.question_of_answer)
    judgements = [np.flatnonzero(judged.question == number) for number in numbers]
    answers = [np.flatnonzero(judged.question_of_answer == number) for number in numbers]
    drawn = rng.integers(0, len(numbers), (draws, len(numbers)))
    return tuple(
        Sample(np.concatenate([judgements[one] for one in row]), np.concatenate([answers[one] for one in row]))
        for row in drawn.tolist()
    )


def estimates(measures: Sequence[Measure], judged: Judged, drawn: Sequence[Sample]) -> dict[str, Estimate]:
    """Return each measure with its percentile interval over the draws."""
    values: dict[str, list[float]] = {measure.name: [] for measure in measures}
    for sample in drawn:
        one = judged.take(sample.judgements, sample.answers)
        for measure in measures:
            values[measure.name].append(measure.of(one))
    return {measure.name: _estimate(measure.of(judged), values[measure.name]) for measure in measures}


def loss(measure: Measure, before: Judged, after: Judged, drawn: Sequence[Sample]) -> Estimate:
    """Return by how much a measure falls from one grading of the same answers to another, drawn in pairs."""
    falls = [
        measure.of(before.take(one.judgements, one.answers)) - measure.of(after.take(one.judgements, one.answers))
        for one in drawn
    ]
    return _estimate(measure.of(before) - measure.of(after), falls)


def _estimate(value: float, drawn: Sequence[float]) -> Estimate:
    """Return a value with its interval; draws that hold nothing to measure are left out."""
    measured = np.array(drawn)[~np.isnan(drawn)]
    if np.isnan(value) or not measured.size:
        return Estimate(value, float("nan"), float("nan"))
    low, high = np.percentile(measured, (_OUTSIDE_PERCENT, 100 - _OUTSIDE_PERCENT))
    return Estimate(value, float(low), float(high))
