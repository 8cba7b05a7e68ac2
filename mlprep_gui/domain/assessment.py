"""What an answer covered."""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from mlprep_gui.domain.question import KeyPointId

#: Stands in place of an assessor where there was nothing to assess: nothing was heard.
NOT_ASSESSED = "none"


class Verdict(StrEnum):
    """What was found about one key point."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSED = "missed"
    CONTRADICTED = "contradicted"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learner's words a verdict rests on: words[start:end] of the transcript, and their text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class PointVerdict:
    """The verdict on one key point, with its probabilities (0..1).

    Attributes:
        evidence: the stretches of the answer it rests on, in the order they were said: none, one, or two said apart.
        wrong_claim: the known wrong statement that the answer comes near to, when it was contradicted.
    """

    key_point: KeyPointId
    verdict: Verdict
    p_covered: float
    p_contradicted: float
    evidence: tuple[Evidence, ...] = ()
    wrong_claim: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdicts on one answer.

    Attributes:
        graded: False when too little was said to grade; then there are no verdicts and no score.
        score: 0..100, with its likely range score_low..score_high.
        assessor: name and version of the assessor.
        reason: why it was not graded, else empty.
    """

    verdicts: tuple[PointVerdict, ...]
    score: float
    score_low: float
    score_high: float
    assessor: str
    graded: bool = True
    reason: str = ""

    def only(self, key_points: Container[KeyPointId]) -> "Assessment":
        """Return the assessment with the verdicts on some key points only; the score stays."""
        return replace(self, verdicts=tuple(found for found in self.verdicts if found.key_point in key_points))

    def verdict_of(self, key_point: KeyPointId) -> PointVerdict | None:
        """Return the verdict on a key point, or None when it was not graded."""
        return next((verdict for verdict in self.verdicts if verdict.key_point == key_point), None)


def not_graded(reason: str, assessor: str) -> Assessment:
    """Return the assessment of an answer that could not be graded: no verdicts, no number to show."""
    return Assessment((), 0.0, 0.0, 0.0, assessor, graded=False, reason=reason)
