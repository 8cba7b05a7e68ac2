"""Which answers are to be graded again."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from mlprep_gui.domain.question import Question, QuestionId
from mlprep_gui.domain.regrading import Reason, Stale, StaleAnswer
from mlprep_gui.domain.session import TakeId


def find_stale(
    rows: Iterable[sqlite3.Row],
    question_of: Callable[[str], Question],
    assessor: str,
    questions: Sequence[Question],
    *,
    everything: bool,
) -> Stale:
    """Sort out which answers are stale; see Store.stale_answers.

    Args:
        rows: of queries.GRADED_ANSWERS.
        question_of: reads a question by its digest; called once a digest, and there are few of them.
        assessor: name and version of the present assessor.
        questions: the questions in use.
        everything: take every answer to one of them.
    """
    current = {question.id: question for question in questions}
    unchanged: dict[str, bool] = {}
    answers: list[StaleAnswer] = []
    gone = 0
    for row in rows:
        question, digest = QuestionId(row["question_id"]), row["digest"]
        if question in current and digest not in unchanged:
            asked = question_of(digest)
            unchanged[digest] = asked.grades_like(current[question].like(asked))
        reason = _reason(row["assessor"], assessor, unchanged=unchanged.get(digest, True), everything=everything)
        if reason is None:
            continue
        if question in current:
            answers.append(StaleAnswer(TakeId(row["id"]), question, reason))
        else:
            gone += 1
    return Stale(tuple(answers), gone)


def _reason(graded_by: str | None, assessor: str, *, unchanged: bool, everything: bool) -> Reason | None:
    if graded_by is None:
        return Reason.UNGRADED
    if graded_by != assessor:
        return Reason.ASSESSOR
    if not unchanged:
        return Reason.QUESTION
    return Reason.WISH if everything else None
