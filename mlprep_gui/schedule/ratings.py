"""From an answer to a rating: how much of the weight of its key points was said.

| what was said                             | question |   | a single point        | point |
| ----------------------------------------- | -------- | - | --------------------- | ----- |
| less than half                            | Again    |   | missed, contradicted  | Again |
| half to three quarters                    | Hard     |   | partly                | Hard  |
| three quarters and more                   | Good     |   | covered               | Good  |
| 95 % and more, and nothing missed         | Easy     |   | unsure                | none  |
| three quarters and more, a point reversed | Hard     |   |                       |       |
"""

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Rating, Recalled

HARD_FROM, GOOD_FROM, EASY_FROM = 0.5, 0.75, 0.95
_SHARES = {Verdict.COVERED: 1.0, Verdict.PARTLY: 0.5, Verdict.MISSED: 0.0, Verdict.CONTRADICTED: 0.0}
_OF_POINT = {
    Verdict.COVERED: Rating.GOOD,
    Verdict.PARTLY: Rating.HARD,
    Verdict.MISSED: Rating.AGAIN,
    Verdict.CONTRADICTED: Rating.AGAIN,
}


def coverage(answer: Recalled) -> float | None:
    """Return the share (0..1) of the weight that was said; None while the answer is not graded.

    That is the score, which also knows whether the answer is about the question. Where the learner set own verdicts
    the score does not hold any more: then covered points count whole, partly covered ones half, and unsure ones not.
    """
    if answer.score is None:
        return None
    if not answer.is_judged:
        return answer.score / 100.0
    known = [
        (_SHARES[verdict], answer.weights.get(point, 1.0))
        for point, verdict in answer.verdicts.items()
        if verdict in _SHARES
    ]
    total = sum(weight for _, weight in known)
    return sum(share * weight for share, weight in known) / total if total else answer.score / 100.0


def rate(answer: Recalled) -> Rating | None:
    """Return the rating of a whole question by an answer to it; None while it is not graded."""
    share = coverage(answer)
    if share is None:
        return None
    if share < HARD_FROM:
        return Rating.AGAIN
    verdicts = answer.verdicts.values()
    if share < GOOD_FROM or Verdict.CONTRADICTED in verdicts:
        return Rating.HARD
    return Rating.EASY if share >= EASY_FROM and Verdict.MISSED not in verdicts else Rating.GOOD


def rate_point(verdict: Verdict) -> Rating | None:
    """Return the rating of a single point; None where it is not known whether it was said."""
    return _OF_POINT.get(verdict)
