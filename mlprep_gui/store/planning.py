"""What the plan is computed from, and what the learner does to it."""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from hashlib import blake2b

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Act, PlanEvent, Practice, Recalled, Snapshot
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import TakeId
from mlprep_gui.store import codec
from mlprep_gui.store.errors import store_errors
from mlprep_gui.store.queries import PARTS

# Every answer with its newest grade. While corrected words wait for theirs, the one before counts: no review is lost.
# {questions} is one of the conditions below, never text from outside.
_COUNTED = """
WITH counted AS (
    SELECT id, take_id, question_id, started_at, CASE
        WHEN score IS NOT NULL THEN assessment_id
        ELSE (SELECT max(id) FROM assessment WHERE take_id = answer_entry.take_id AND graded)
    END AS assessment_id
    FROM answer_entry WHERE listed{questions}
)
"""
_CHANGED = " AND question_id IN (SELECT value FROM json_each(:changed))"
_ALL, _SOME = _COUNTED.format(questions=""), _COUNTED.format(questions=_CHANGED)

# What an entry of the plan depends on; every row of these tables is only ever added or removed, never changed.
_MARKS = f"""{_ALL}
SELECT question_id, group_concat(id || ':' || coalesce(assessment_id, ''))
    || '|' || coalesce((SELECT max(own.id) FROM own_verdict AS own JOIN answer_entry AS judged USING (take_id)
        WHERE judged.question_id = counted.question_id), '')
    || '|' || coalesce((SELECT max(id) FROM plan_event WHERE plan_event.question_id = counted.question_id), '')
FROM counted GROUP BY question_id
"""
_ANSWERS = f"""{_SOME}
SELECT counted.take_id, question_id, started_at, assessment.score, assessment_id
FROM counted LEFT JOIN assessment ON assessment.id = counted.assessment_id
ORDER BY started_at, counted.id
"""
_VERDICTS = f"""{_SOME}
SELECT assessment_id, key_point_id, verdict FROM counted JOIN point_verdict USING (assessment_id)
"""
_OWN = f"""{_SOME}
SELECT take_id, key_point_id, verdict FROM counted JOIN newest_own_verdict USING (take_id)
"""
_WEIGHED = f"""{_SOME}
SELECT DISTINCT own.take_id, coalesce(graded.question_digest, asked.digest) AS digest
FROM newest_own_verdict AS own
JOIN take ON take.id = own.take_id
JOIN session_question AS asked ON asked.session_id = take.session_id AND asked.position = take.position
JOIN counted ON counted.take_id = own.take_id
LEFT JOIN assessment AS graded ON graded.id = counted.assessment_id
"""
_VERDICT = {str(verdict): verdict for verdict in Verdict}

Weights = dict[KeyPointId, float]


class Planning:
    """The part of the store that the plan rests on; used from the store's thread, raises StoreError like it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        changing: Callable[[str], AbstractContextManager[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._db = connection
        self._changing = changing
        self._now = now
        self._weights: dict[str, Weights] = {}

    def add_event(self, event: PlanEvent) -> None:
        """Keep what the learner did."""
        with self._changing("save the plan"):
            self._db.execute(
                "INSERT INTO plan_event (created_at, act, question_id, take_id, value) VALUES (?, ?, ?, ?, ?)",
                (codec.to_text(self._now()), event.act.value, event.question, event.take, event.value),
            )

    def practice(self, made_by: str) -> Practice:
        """Return every answer, oldest first, and everything that was done to the plan, in order.

        Args:
            made_by: names the way the plan is computed; snapshots of another way do not hold.
        """
        with store_errors("read the plan"):
            marks = {question: _mark(made_by, about) for question, about in self._db.execute(_MARKS)}
            rows = self._db.execute("SELECT question_id, mark, json FROM plan_snapshot").fetchall()
            snapshots = {question: Snapshot(mark, text) for question, mark, text in rows if marks.get(question) == mark}
            return Practice(marks, self._answers(marks.keys() - snapshots.keys()), self._events(), snapshots)

    def keep_snapshots(self, fresh: Mapping[QuestionId, Snapshot]) -> None:
        """Keep what was computed, so that the next start need not."""
        if not fresh:
            return
        with self._changing("save the plan"):
            self._db.executemany(
                "INSERT OR REPLACE INTO plan_snapshot (question_id, mark, json) VALUES (?, ?, ?)",
                ((question, snapshot.mark, snapshot.json) for question, snapshot in fresh.items()),
            )

    def _events(self) -> tuple[PlanEvent, ...]:
        rows = self._db.execute("SELECT act, question_id, take_id, value FROM plan_event ORDER BY id")
        return tuple(
            PlanEvent(Act(act), value, QuestionId(question), TakeId(take) if take is not None else None)
            for act, question, take, value in rows
        )

    def _answers(self, questions: Collection[QuestionId]) -> tuple[Recalled, ...]:
        changed = {"changed": json.dumps(sorted(questions))}
        verdicts: dict[int, dict[KeyPointId, Verdict]] = {}
        for assessment, point, verdict in self._db.execute(_VERDICTS, changed):
            verdicts.setdefault(assessment, {})[point] = _VERDICT[verdict]
        own: dict[str, dict[KeyPointId, Verdict]] = {}
        for take, point, verdict in self._db.execute(_OWN, changed):
            own.setdefault(take, {})[point] = _VERDICT[verdict]
        parts = {take for (take,) in self._db.execute(PARTS)}
        weights = {take: self._weights_of(digest) for take, digest in self._db.execute(_WEIGHED, changed)}
        return tuple(
            Recalled(
                take=take,
                question=question,
                answered_at=codec.to_instant(started_at),
                score=score,
                verdicts=verdicts.get(assessment, {}) | own.get(take, {}),
                weights=weights.get(take, {}),
                is_judged=take in own,
                is_part=take in parts,
            )
            for take, question, started_at, score, assessment in self._db.execute(_ANSWERS, changed)
        )

    def _weights_of(self, digest: str) -> Weights:
        """Return the weights of the key points of a question as it was kept, which never changes."""
        if digest not in self._weights:
            row = self._db.execute("SELECT json FROM question_snapshot WHERE digest = ?", (digest,)).fetchone()
            points = json.loads(row["json"])["key_points"]
            self._weights[digest] = {KeyPointId(point["id"]): point["weight"] for point in points}
        return self._weights[digest]


def _mark(made_by: str, about: str) -> str:
    return blake2b(f"{made_by}|{about}".encode(), digest_size=16).hexdigest()
