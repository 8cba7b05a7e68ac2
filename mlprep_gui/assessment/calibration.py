"""The learner's calibration: thresholds that lie where the learner's own verdicts put them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.assess import ASSESSOR_VERSION
from mlprep_gui.assessment.model import AssessorModel
from mlprep_gui.assessment.score import decide
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.session import JudgedPoint

Floats = NDArray[np.float64]

#: Own verdicts, and answers they are spread over, below which nothing is fitted.
LEAST_VERDICTS: Final = 30
LEAST_ANSWERS: Final = 5
#: Verdicts of "contradicted", by the learner or the program, below which that threshold stays as it is.
LEAST_CONTRADICTED: Final = 5
#: A point that was left as it was, in an answer that was judged, is an agreement of this weight: it was probably read.
#: Without these, a learner who corrects only what is wrong lost six times as much on the labelled answers.
_LEFT_WEIGHT: Final = 0.5
#: The thresholds to choose from, as steps of log-odds away from the shipped one, the nearest first.
_SHIFTS: Final = tuple(sorted((step / 20 for step in range(-20, 21)), key=abs))
#: The prior: how many disagreements a threshold must save to move by one unit of log-odds; the way counts squared.
#: On the labelled answers, with labels read more strictly or more generously than they are, 6 to 10 gained about as
#: much; with the labels as they are, where nothing is to be gained, 10 lost least.
_PRIOR: Final = 10.0
#: A fit is taken only when it saves at least this on answers it has not seen, and no less than its standard error.
_LEAST_SAVED: Final = 1.0
_LEAST, _MOST = 0.05, 0.75  # beyond, the bands around a threshold would leave the range of a probability
_MARK = "+own-"
_BINS = 5
_CREDIT: Final = {Verdict.COVERED: 1.0, Verdict.PARTLY: 0.5, Verdict.MISSED: 0.0, Verdict.CONTRADICTED: 0.0}


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds for one learner, and what they were fitted on.

    Attributes:
        assessor: the assessor whose probabilities they belong to.
        threshold, threshold_contradicted: take the place of those of `AssessorModel`.
        verdicts, answers: own verdicts, and the answers they were given on.
        fitted_at: UTC.
        before, after: disagreements as shipped, and adjusted, each answer judged by a fit that has not seen it.
        error: standard error of their difference.
    """

    assessor: str
    threshold: float
    threshold_contradicted: float
    verdicts: int
    answers: int
    fitted_at: datetime
    before: float
    after: float
    error: float

    @property
    def mark(self) -> str:
        """What the name of the assessor carries while these thresholds are in use."""
        numbers = f"{self.threshold!r} {self.threshold_contradicted!r}"
        return _MARK + hashlib.sha256(numbers.encode()).hexdigest()[:8]

    def belongs_to(self, model: AssessorModel) -> bool:
        """Whether it was fitted for this model."""
        return self.assessor == shipped_name(assessor_name(model))


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is to fit on.

    Attributes:
        verdicts, answers: own verdicts, and answers with any, graded by the assessor in use.
        said: own verdicts of covered or partly.
        older: own verdicts on answers that another assessor graded.
    """

    verdicts: int
    answers: int
    said: int
    older: int

    @property
    def is_enough(self) -> bool:
        """Whether thresholds can be fitted."""
        return self.verdicts >= LEAST_VERDICTS and self.answers >= LEAST_ANSWERS and 0 < self.said < self.verdicts

    @property
    def words(self) -> str:
        """How much there is, and where it is not enough, what to do."""
        if self.is_enough:
            return f"There are {self.verdicts} own verdicts on {self.answers} answers to adjust to."
        if self.verdicts < LEAST_VERDICTS or self.answers < LEAST_ANSWERS:
            text = (
                f"{LEAST_VERDICTS} own verdicts on {LEAST_ANSWERS} answers are needed; there are {self.verdicts} on"
                f" {self.answers}. Set your own verdict on points, also where you agree."
            )
        elif self.said:
            text = "All your verdicts say that a point was said. Judge points that you did not say, too."
        else:
            text = "All your verdicts say that a point was not said. Judge points that you said, too."
        if self.older:
            text += f" {self.older} more are on answers that another assessor graded; grade those again first."
        return text


@dataclass(frozen=True, slots=True)
class Bin:
    """Points of similar probability: how many, how many of these were judged, mean p_covered, and share said."""

    low: float
    high: float
    points: int
    judged: int
    predicted: float
    said: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was predicted beside what the learner found.

    Attributes:
        bins: only those that hold points.
        error: expected calibration error, 0..1; None without any points.
    """

    bins: tuple[Bin, ...]
    error: float | None


def assessor_name(model: AssessorModel) -> str:
    """Return the name that assessments by this model carry."""
    return f"{ASSESSOR_VERSION}/{model.version}"


def shipped_name(assessor: str) -> str:
    """Return the name of the assessor without the mark of a calibration, which leaves probabilities as they are."""
    return assessor.partition(_MARK)[0]


def applied(model: AssessorModel, calibration: Calibration | None) -> AssessorModel:
    """Return the model with the learner's thresholds; as it was without any, or when they belong to another model."""
    if calibration is None or not calibration.belongs_to(model):
        return model
    return replace(
        model,
        version=model.version + calibration.mark,
        threshold=calibration.threshold,
        threshold_contradicted=calibration.threshold_contradicted,
    )


def tally(points: Sequence[JudgedPoint], model: AssessorModel) -> Tally:
    """Count the own verdicts that can be used with a model."""
    usable = [point for point in _usable(points, model) if _is_judged(point)]
    judged = sum(map(_is_judged, points))
    return Tally(
        verdicts=len(usable),
        answers=len({point.take for point in usable}),
        said=sum(point.own in (Verdict.COVERED, Verdict.PARTLY) for point in usable),
        older=judged - len(usable),
    )


def fit(points: Sequence[JudgedPoint], model: AssessorModel, now: datetime) -> Calibration:
    """Return the thresholds with the fewest disagreements, drawn towards the shipped ones.

    Each threshold is the maximum a posteriori choice: disagreements with the learner plus a Gaussian prior on its
    log-odds. What it saves is measured by leaving out one answer at a time.

    Args:
        points: every point of every answer that the learner judged; there must be enough, see `Tally.is_enough`.
        model: as shipped.
        now: the present instant, UTC.
    """
    found = tally(points, model)
    usable = [point for point in _usable(points, model) if _wanted(point) is not Verdict.UNSURE]
    search = _Search(usable, model)
    takes = np.array([point.take for point in usable])
    answers = np.unique(takes)
    shipped = search.costs(0, 0)
    before, after = np.zeros(len(answers)), np.zeros(len(answers))
    for number, take in enumerate(answers):
        left_out = takes == take
        before[number] = shipped[left_out].sum()
        after[number] = search.costs(*search.best(~left_out))[left_out].sum()
    threshold, contradicted = search.best(np.ones(len(usable), np.bool_))
    return Calibration(
        assessor=assessor_name(model),
        threshold=search.thresholds[threshold],
        threshold_contradicted=search.contradicted[contradicted],
        verdicts=found.verdicts,
        answers=found.answers,
        fitted_at=now,
        before=round(float(before.sum()), 2),
        after=round(float(after.sum()), 2),
        error=round(float(np.sqrt(np.square(before - after).sum())), 2),
    )


def helps(calibration: Calibration) -> bool:
    """Whether a calibration saves disagreements on answers that it was not fitted on, and more than by chance."""
    return calibration.before - calibration.after >= max(_LEAST_SAVED, calibration.error)


def disagreement(program: Verdict, own: Verdict) -> float:
    """Return how far a verdict is from the learner's, 0..1: by credit; unsure, or another way to earn nothing, half."""
    if program is own:
        return 0.0
    if program is Verdict.UNSURE or _CREDIT[program] == _CREDIT[own]:
        return 0.5
    if Verdict.CONTRADICTED in (program, own):
        return 1.0
    return abs(_CREDIT[program] - _CREDIT[own])


def reliability(points: Sequence[JudgedPoint], model: AssessorModel) -> Reliability:
    """Return the reliability table: points that were left as they were count as the program judged them."""
    usable = [point for point in _usable(points, model) if _wanted(point) is not Verdict.UNSURE]
    chance = np.array([point.program.p_covered for point in usable])
    said = np.array([_CREDIT[_wanted(point)] for point in usable])
    judged = np.array([_is_judged(point) for point in usable], np.bool_)
    place = np.minimum((chance * _BINS).astype(int), _BINS - 1)
    bins = []
    for number in np.unique(place):
        inside = place == number
        bins.append(
            Bin(
                low=float(number / _BINS),
                high=float((number + 1) / _BINS),
                points=int(inside.sum()),
                judged=int(judged[inside].sum()),
                predicted=float(chance[inside].mean()),
                said=float(said[inside].mean()),
            )
        )
    far = sum(one.points * abs(one.predicted - one.said) for one in bins)
    return Reliability(tuple(bins), far / len(usable) if usable else None)


class _Search:
    """The costs of every choice of thresholds, computed when asked for."""

    def __init__(self, points: Sequence[JudgedPoint], model: AssessorModel) -> None:
        self._points = points
        self._weights = np.array([1.0 if _is_judged(point) else _LEFT_WEIGHT for point in points])
        self.thresholds = _choices(model.threshold)
        seen = sum(Verdict.CONTRADICTED in (point.program.verdict, point.own) for point in points if _is_judged(point))
        shipped = model.threshold_contradicted
        self.contradicted = _choices(shipped) if seen >= LEAST_CONTRADICTED else (shipped,)
        self._known: dict[tuple[int, int], Floats] = {}

    def costs(self, threshold: int, contradicted: int) -> Floats:
        """Return the weighted disagreement at each point, for choices given by number, shape (points,)."""
        key = threshold, contradicted
        if key not in self._known:
            chosen = self.thresholds[threshold], self.contradicted[contradicted]
            found = [
                disagreement(decide(point.program.p_covered, point.program.p_contradicted, *chosen), _wanted(point))
                for point in self._points
            ]
            self._known[key] = self._weights * np.array(found)
        return self._known[key]

    def best(self, among: NDArray[np.bool_]) -> tuple[int, int]:
        """Return the numbers of the best threshold, and then of the best one of contradictions, on some points."""
        threshold = min(range(len(self.thresholds)), key=lambda one: self.costs(one, 0)[among].sum() + _far(one))
        contradicted = min(
            range(len(self.contradicted)), key=lambda one: self.costs(threshold, one)[among].sum() + _far(one)
        )
        return threshold, contradicted


def _choices(shipped: float) -> tuple[float, ...]:
    """Return the thresholds to choose from; the shipped one is the first."""
    odds = np.log(shipped / (1 - shipped))
    others = (round(float(1 / (1 + np.exp(-odds - shift))), 4) for shift in _SHIFTS[1:])
    return (shipped, *(min(max(one, _LEAST), _MOST) for one in others))


def _far(number: int) -> float:
    return _PRIOR * _SHIFTS[number] ** 2


def _usable(points: Sequence[JudgedPoint], model: AssessorModel) -> list[JudgedPoint]:
    name = shipped_name(assessor_name(model))
    return [point for point in points if shipped_name(point.assessor) == name]


def _is_judged(point: JudgedPoint) -> bool:
    return point.own is not None and point.own is not Verdict.UNSURE


def _wanted(point: JudgedPoint) -> Verdict:
    """Return what the program should have said; unsure where that is not known."""
    return point.own or point.left or Verdict.UNSURE
