"""The fitted numbers of the assessor: three logistic regressions, how they join, and their thresholds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.domain.errors import ModelError

Floats = NDArray[np.float64]

_LEAST = 1e-3
#: From this probability on an answer is taken to be about the question; only below it does the topic count against it.
_ON_TOPIC = 0.1


@dataclass(frozen=True, slots=True)
class Bend:
    """A broken line: the log-odds that one feature adds.

    Attributes:
        slope: log-odds a unit of the feature below all knots.
        knots: values of the feature at which the line bends.
        turns: what each knot adds to the slope above it.
    """

    slope: float
    knots: tuple[float, ...] = ()
    turns: tuple[float, ...] = ()

    def __call__(self, values: Floats) -> Floats:
        """Return the log-odds for each value."""
        total = self.slope * values
        for knot, turn in zip(self.knots, self.turns, strict=True):
            total = total + turn * np.maximum(values - knot, 0.0)
        return total


@dataclass(frozen=True, slots=True)
class Head:
    """A logistic regression over named features, each through a broken line."""

    intercept: float
    bends: Mapping[str, Bend]

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """Return the log-odds of each key point, shape (points,)."""
        return sum((bend(features[name]) for name, bend in self.bends.items()), np.asarray(self.intercept))


@dataclass(frozen=True, slots=True)
class AssessorModel:
    """Everything that is fitted on labelled answers.

    Attributes:
        version: changes with every fit, so that verdicts name what made them.
        covered: whether a point was said.
        contradicted: whether the opposite, or a known wrong statement, was said instead.
        topic: whether the answer is about the question at all.
        veto: how strongly a likely contradiction lowers the log-odds that the point was covered.
        gate: how strongly a likely change of topic lowers them.
        scale, shift: calibration of the log-odds of covered.
        rival_slack, rival_slope: when an answer is nearer to another question than to its own by more than the slack,
            every unit beyond it lowers the log-odds of covered by the slope.
        threshold: probability at which a point earns half its credit; `score.decide` puts verdicts around it.
        threshold_contradicted: probability from which it counts as contradicted.
    """

    version: str
    covered: Head
    contradicted: Head
    topic: Head
    veto: float
    gate: float
    scale: float
    shift: float
    rival_slack: float
    rival_slope: float
    threshold: float
    threshold_contradicted: float

    def probabilities(self, features: Mapping[str, Floats], lead: float = 0.0) -> tuple[Floats, Floats]:
        """Return the probabilities that each point was covered, and contradicted, shape (points,) each.

        Args:
            features: what `features` computes.
            lead: by how much the answer is nearer to its question than to any other, see `rivals.lead`.
        """
        contradicted = self.contradicted.log_odds(features)
        parts = evidence(self.covered.log_odds(features), contradicted, self.topic.log_odds(features))
        covered = parts @ np.array([self.scale, self.veto, self.gate]) + self.shift
        elsewhere = self.rival_slope * min(0.0, lead + self.rival_slack)
        return sigmoid(covered + elsewhere), sigmoid(contradicted)


def evidence(covered: Floats, contradicted: Floats, topic: Floats) -> Floats:
    """Return what is weighed for "covered": its log-odds, that of no contradiction, and nearness to the topic.

    Args:
        covered: log-odds that each point was said, shape (points,).
        contradicted: log-odds that it was contradicted, shape (points,).
        topic: log-odds that the answer is about the question, shape (points,).

    Returns:
        Shape (points, 3).
    """
    no_contradiction = np.log(np.maximum(sigmoid(-contradicted), _LEAST))
    on_topic = np.log(np.clip(sigmoid(topic) / _ON_TOPIC, _LEAST, 1.0))
    return np.stack([covered, no_contradiction, on_topic], axis=1)


def sigmoid(values: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)) without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * values)), np.float64)


def load_model(path: Path) -> AssessorModel:
    """Read the fitted numbers.

    Raises:
        ModelError: when the file is missing or not what the fit script writes.
    """
    try:
        numbers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return AssessorModel(
            version=str(numbers["version"]),
            covered=_head(numbers["covered"]),
            contradicted=_head(numbers["contradicted"]),
            topic=_head(numbers["topic"]),
            **{name: float(numbers[name]) for name in _NUMBERS},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The assessor's numbers in {path.name} cannot be read: {error}.",
            "Install MLPrep again; your recordings are kept and can be graded then.",
        ) from error


_NUMBERS = ("veto", "gate", "scale", "shift", "rival_slack", "rival_slope", "threshold", "threshold_contradicted")


def _head(numbers: Mapping[str, Any]) -> Head:
    bends = {
        str(name): Bend(float(line["slope"]), _floats(line["knots"]), _floats(line["turns"]))
        for name, line in numbers["bends"].items()
    }
    if any(len(bend.knots) != len(bend.turns) for bend in bends.values()):
        raise ValueError("a line needs one turn for each knot")
    return Head(float(numbers["intercept"]), bends)


def _floats(values: Sequence[Any]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
