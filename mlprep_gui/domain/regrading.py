"""Grading saved answers again: which ones, why, and what came of it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import TakeId


class Reason(StrEnum):
    """Why an answer is to be graded again."""

    UNGRADED = "ungraded"
    ASSESSOR = "assessor"
    QUESTION = "question"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class StaleAnswer:
    """A saved answer that is to be graded again, or for the first time."""

    take: TakeId
    question: QuestionId
    reason: Reason


@dataclass(frozen=True, slots=True)
class Stale:
    """The answers to be graded again, newest first; gone counts those whose question is in no pack any more."""

    answers: tuple[StaleAnswer, ...] = ()
    gone: int = 0

    def count(self, reason: Reason) -> int:
        """Return how many answers are stale for this reason."""
        return sum(answer.reason is reason for answer in self.answers)


@dataclass(frozen=True, slots=True)
class RegradeFailure:
    """An answer that could not be graded again; its old assessment stays."""

    take: TakeId
    prompt: str
    why: str


@dataclass(frozen=True, slots=True)
class RegradeTally:
    """How far grading again has come.

    Attributes:
        total: answers to be graded.
        graded: answers graded, with or without a score.
        first: those of them that had no score before and have one now.
        rose, fell: those whose score, as it is shown, is higher or lower than before.
        failed: answers that could not be graded.
        gone: answers left alone because their question is in no pack any more.
    """

    total: int
    graded: int = 0
    first: int = 0
    rose: int = 0
    fell: int = 0
    failed: tuple[RegradeFailure, ...] = ()
    gone: int = 0

    @property
    def done(self) -> int:
        """How many answers were dealt with."""
        return self.graded + len(self.failed)

    def with_grade(self, before: Assessment | None, after: Assessment) -> "RegradeTally":
        """Count an answer that was graded."""
        tally = replace(self, graded=self.graded + 1)
        if not after.graded:
            return tally
        if before is None or not before.graded:
            return replace(tally, first=self.first + 1)
        old, new = round(before.score), round(after.score)
        return replace(tally, rose=self.rose + (new > old), fell=self.fell + (new < old))

    def with_failure(self, take: TakeId, prompt: str, why: str) -> "RegradeTally":
        """Count and name an answer that could not be graded."""
        return replace(self, failed=(*self.failed, RegradeFailure(take, prompt, why)))

    def without_one(self, *, gone: bool = False) -> "RegradeTally":
        """Expect one answer less: it was deleted meanwhile, or its question is gone."""
        return replace(self, total=self.total - 1, gone=self.gone + gone)
