"""Which answers are to be graded again."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from mlprep_gui.domain.assessment import NOT_ASSESSED
from mlprep_gui.domain.question import Question, QuestionId
from mlprep_gui.domain.regrading import Reason, Stale, StaleAnswer
from mlprep_gui.domain.session import TakeId

_SNAPSHOTS: Final = "SELECT digest, question_id FROM question_snapshot"

# Answers that were last graded by another assessor than :assessor, or with a question that is not among :unchanged, a
# JSON array of digests; or every answer; newest first. Where nothing was heard there is nothing to grade.
_STALE: Final = f"""
SELECT entry.take_id AS id, entry.question_id, graded.assessor,
    coalesce(graded.question_digest, entry.digest) AS digest
FROM answer_entry AS entry
LEFT JOIN assessment AS graded ON graded.id = entry.assessment_id
WHERE entry.listed AND graded.assessor IS NOT '{NOT_ASSESSED}' AND (
    :everything OR graded.assessor IS NOT :assessor
    OR coalesce(graded.question_digest, entry.digest) NOT IN (SELECT value FROM json_each(:unchanged))
)
ORDER BY entry.started_at DESC, entry.id DESC
"""


def find_stale(
    database: sqlite3.Connection,
    question_of: Callable[[str], Question],
    assessor: str,
    questions: Sequence[Question],
    *,
    everything: bool,
) -> Stale:
    """Find the answers that are stale; see Store.stale_answers.

    Args:
        database: where they are.
        question_of: reads a question by its digest; called once a digest, and there are few of them.
        assessor: name and version of the present assessor.
        questions: the questions in use.
        everything: take every answer to one of them.
    """
    current = {question.id: question for question in questions}

    def is_unchanged(digest: str, question: QuestionId) -> bool:
        if question not in current:
            return True
        asked = question_of(digest)
        return asked.grades_like(current[question].like(asked))

    snapshots = database.execute(_SNAPSHOTS).fetchall()
    unchanged = {row["digest"] for row in snapshots if is_unchanged(row["digest"], QuestionId(row["question_id"]))}
    wanted = {"assessor": assessor, "unchanged": json.dumps(sorted(unchanged)), "everything": everything}
    answers: list[StaleAnswer] = []
    gone = 0
    for row in database.execute(_STALE, wanted).fetchall():
        question = QuestionId(row["question_id"])
        if question in current:
            reason = _reason(row["assessor"], assessor, is_changed=row["digest"] not in unchanged)
            answers.append(StaleAnswer(TakeId(row["id"]), question, reason))
        else:
            gone += 1
    return Stale(tuple(answers), gone)


def _reason(graded_by: str | None, assessor: str, *, is_changed: bool) -> Reason:
    if graded_by is None:
        return Reason.UNGRADED
    if graded_by != assessor:
        return Reason.ASSESSOR
    return Reason.QUESTION if is_changed else Reason.WISH
