"""What counts as graded alike, and how a run of grading again is counted."""

from dataclasses import replace

import pytest

from mlprep_gui.domain.assessment import Assessment, not_graded
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.regrading import RegradeTally
from mlprep_gui.domain.session import TakeId
from tests.adapters.stored_values import assessment, question

SILENT = not_graded("Nothing was heard.", "none")


def other_point(asked: Question, **changes: object) -> Question:
    first = replace(asked.key_points[0], **changes)  # type: ignore[arg-type]
    return replace(asked, key_points=(first, *asked.key_points[1:]))


def test_only_what_an_assessor_reads_makes_a_question_another_one() -> None:
    asked = question("bias")
    same = replace(other_point(asked, correction="Not so.", probe="And?"), why="Else.", example="Else.", topic="T")
    assert asked.grades_like(replace(same, content_hash="new"))
    for changed in (
        replace(asked, prompt="What else?"),
        replace(asked, key_points=asked.key_points[:1]),
        other_point(asked, statement="It is another thing."),
        other_point(asked, weight=4.0),
        other_point(asked, accept=("one thing",)),
        other_point(asked, anti=()),
    ):
        assert not asked.grades_like(changed)


@pytest.mark.parametrize(
    ("before", "after", "first", "rose", "fell"),
    [
        (assessment(60), assessment(71), 0, 1, 0),
        (assessment(60), assessment(40), 0, 0, 1),
        (assessment(60.2), assessment(60.4), 0, 0, 0),
        (None, assessment(40), 1, 0, 0),
        (SILENT, assessment(40), 1, 0, 0),
        (assessment(60), SILENT, 0, 0, 0),
    ],
)
def test_scores_are_counted_as_they_are_shown(
    before: Assessment | None, after: Assessment, first: int, rose: int, fell: int
) -> None:
    tally = RegradeTally(2).with_grade(before, after)
    assert (tally.graded, tally.first, tally.rose, tally.fell, tally.done) == (1, first, rose, fell, 1)


def test_what_fails_is_named_and_what_is_gone_is_not_waited_for() -> None:
    tally = RegradeTally(3).with_failure(TakeId("t"), "What?", "It broke.").without_one(gone=True).without_one()
    assert (tally.total, tally.done, tally.gone) == (1, 1, 1)
    assert tally.failed[0].why == "It broke."
