"""An answer to a part of a question is graded beside the other points of the question, which count for nothing."""

from collections.abc import Sequence

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.speech.grading import grade
from tests.adapters.stored_values import question
from tests.fakes.grader import FakeGrader

BIAS = question("bias")
PART = BIAS.part([KeyPointId("b")])


class Attentive(FakeGrader):
    """Remembers what it was asked to grade."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        self.asked = question
        return super().assess(question, words, rivals)


def test_a_part_is_graded_beside_the_other_points_and_shows_only_its_own() -> None:
    grader = Attentive()
    found = grade(grader, PART, typed_transcript("It has a tail"), [question("auc"), BIAS])
    assert [(point.id, point.weight) for point in grader.asked.key_points] == [("b", 1.0), ("a", 0.0)]
    assert (grader.asked.prompt, [verdict.key_point for verdict in found.verdicts]) == (PART.prompt, ["b"])


def test_a_whole_question_and_a_part_of_one_that_is_gone_are_graded_as_they_are() -> None:
    grader = Attentive()
    for asked, rivals in ((BIAS, [BIAS]), (PART, [])):
        found = grade(grader, asked, typed_transcript("It has a tail"), rivals)
        assert grader.asked == asked
        assert len(found.verdicts) == len(asked.key_points)
