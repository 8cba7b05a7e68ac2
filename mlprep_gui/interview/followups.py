"""Which point of an answer the interviewer asks about."""

import re
from collections.abc import Collection
from typing import Final

from mlprep_gui.domain.assessment import Assessment, Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question

MOST = 2
_PROBED = (Verdict.MISSED, Verdict.UNSURE)
_WHY: Final = re.compile(r"\bwhy\b", re.IGNORECASE)


def next_probe(
    question: Question,
    assessment: Assessment | None,
    asked: Collection[KeyPointId],
    wanted: int,
    *,
    asks_why: bool = False,
) -> KeyPoint | None:
    """Return the key point to ask about next, or None when there is nothing more to ask.

    The weightiest point comes first, at the same weight a missed one before one that is unsure.

    Args:
        question: as it was answered; a part of a question was asked by its probes already.
        assessment: of the answer; one that is not graded tells nothing about its points.
        asked: points of this question that were asked about already.
        wanted: how many may be asked about in all; never more than two.
        asks_why: begin with the reason for something that was said, where the question has a probe for that.
    """
    if assessment is None or not assessment.graded or question.is_part or len(asked) >= min(wanted, MOST):
        return None
    found = {each.key_point: each.verdict for each in assessment.verdicts}
    said = {point.probe for point in question.key_points if point.id in asked}
    left = [point for point in question.key_points if point.probe and point.id not in asked and point.probe not in said]
    covered = [point for point in left if found.get(point.id) is Verdict.COVERED and _WHY.search(point.probe)]
    if asks_why and not asked and covered:
        return max(covered, key=lambda point: point.weight)
    open_ = [point for point in left if found.get(point.id) in _PROBED]
    return min(open_, key=lambda point: (-point.weight, _PROBED.index(found[point.id])), default=None)
