"""What the progress page is made of, read from the database."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta, tzinfo

from mlprep_gui.delivery import MEASURE, measure
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.progress import (
    GradedFact,
    MissedPoint,
    PracticeFact,
    Progress,
    SelfJudgement,
    SpokenFact,
    TopicState,
)
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.store import codec, queries
from mlprep_gui.store.errors import store_errors

_BEFORE = timedelta(weeks=4)
_MOST_MISSED = 8

# The learner's own verdict on a point stands before the program's.
_VERDICTS = """
FROM answer_entry AS entry
JOIN point_verdict AS point ON point.assessment_id = entry.assessment_id
LEFT JOIN newest_own_verdict AS own ON own.take_id = entry.take_id AND own.key_point_id = point.key_point_id
WHERE entry.listed AND entry.score IS NOT NULL
"""
_VERDICT = "coalesce(own.verdict, point.verdict)"
_GRADED = f"""
SELECT entry.started_at, entry.topic, entry.score, sum({_VERDICT} = 'covered') AS covered, count(*) AS points
{_VERDICTS} AND NOT entry.is_part AND entry.started_at >= ? GROUP BY entry.id ORDER BY entry.started_at
"""
_SPOKEN = f"""
SELECT entry.started_at, entry.topic, delivery.* FROM answer_entry AS entry
JOIN delivery ON delivery.transcript_id = entry.transcript_id AND delivery.measure = {MEASURE}
WHERE entry.listed AND entry.started_at >= ? AND delivery.words > 0 AND delivery.pace_wpm IS NOT NULL
ORDER BY entry.started_at
"""
# From question to question in the index, and of each the newest answer alone: not every answer ever given.
_TOPICS = f"""
WITH RECURSIVE asked (id) AS (
    SELECT min(question_id) FROM answer_entry
    UNION ALL
    SELECT (SELECT min(question_id) FROM answer_entry WHERE question_id > asked.id) FROM asked WHERE asked.id NOT NULL
),
newest AS (
    SELECT (SELECT id FROM answer_entry
        WHERE question_id = asked.id AND listed AND score IS NOT NULL AND NOT is_part AND started_at < ?
        ORDER BY started_at DESC LIMIT 1) AS id
    FROM asked
)
SELECT entry.topic, sum({_VERDICT} = 'covered') AS covered, count(*) AS points FROM newest
JOIN answer_entry AS entry ON entry.id = newest.id
JOIN point_verdict AS point ON point.assessment_id = entry.assessment_id
LEFT JOIN newest_own_verdict AS own ON own.take_id = entry.take_id AND own.key_point_id = point.key_point_id
GROUP BY entry.topic
"""
# The first and the last answer of each day of UTC, which together lie on every day of the learner, whatever the zone.
# One row holds them all: each row that is fetched waits for the GUI thread, when that is busy.
_DAYS = """
SELECT json_group_array(json_array(first, last)) AS days FROM (
    SELECT min(started_at) AS first, max(started_at) AS last FROM answer_entry
    WHERE listed AND started_at < ? GROUP BY substr(started_at, 1, 10)
)
"""
_MISSED = f"""
SELECT entry.question_id, point.key_point_id, count(*) AS answers, sum({_VERDICT} = 'missed') AS missed,
    sum({_VERDICT} = 'contradicted') AS contradicted, max(entry.id) AS entry_id, {_VERDICT} AS newest
{_VERDICTS} AND entry.started_at >= ?
GROUP BY +entry.question_id, point.key_point_id -- the plus: look answers up by time, not by question
HAVING missed + contradicted > 1 AND newest IN ('missed', 'contradicted')
ORDER BY missed + contradicted DESC, 1.0 * (missed + contradicted) / answers DESC, entry_id DESC
LIMIT {_MOST_MISSED}
"""
_QUESTION_OF_ENTRY = """
SELECT snapshot.json FROM answer_entry AS entry
JOIN assessment AS graded ON graded.id = entry.assessment_id
JOIN question_snapshot AS snapshot ON snapshot.digest = coalesce(graded.question_digest, entry.digest)
WHERE entry.id = ?
"""
# The program's own verdicts: what the learner believed is held against them, not against a later correction.
_JUDGED = """
SELECT coalesce(sum(first.said), 0) AS ticked,
    coalesce(sum(first.said AND point.verdict = 'covered'), 0) AS ticked_heard,
    coalesce(sum(NOT first.said), 0) AS left_out,
    coalesce(sum(NOT first.said AND point.verdict <> 'covered'), 0) AS left_missed
FROM answer_entry AS entry
JOIN judged_first AS first ON first.take_id = entry.take_id
    AND first.id = (SELECT max(newer.id) FROM judged_first AS newer
        WHERE newer.take_id = first.take_id AND newer.key_point_id = first.key_point_id)
JOIN point_verdict AS point ON point.assessment_id = entry.assessment_id AND point.key_point_id = first.key_point_id
WHERE entry.listed AND entry.score IS NOT NULL AND entry.started_at >= ?
    AND point.verdict IN ('covered', 'missed', 'contradicted')
"""
_UNMEASURED = f"""
FROM answer_entry AS entry
LEFT JOIN delivery ON delivery.transcript_id = entry.transcript_id AND delivery.measure = {MEASURE}
WHERE entry.listed AND entry.transcript_id IS NOT NULL AND delivery.measure IS NULL
"""


class ProgressReader:
    """Reads what has become of practice; see `Store.progress`.

    Every method raises StoreError when the disk or the database refuses.
    """

    def __init__(self, connection: sqlite3.Connection, changing: Callable[[str], AbstractContextManager[None]]) -> None:
        self._db = connection
        self._changing = changing

    def read(self, since: datetime, now: datetime, zone: tzinfo | None = None) -> Progress:
        """Return the facts since an instant.

        Args:
            since: what was before counts only for where topics stand.
            now: the present instant.
            zone: where a day begins; None for the system's.
        """
        text = codec.to_text(since)
        with store_errors("read your progress"):
            first = self._db.execute("SELECT min(started_at) AS at FROM answer_entry WHERE listed").fetchone()["at"]
            return Progress(
                graded=tuple(map(_graded, self._db.execute(_GRADED, (text,)))),
                spoken=tuple(map(_spoken, self._db.execute(_SPOKEN, (text,)))),
                practice=self._practice(text),
                topics=self._topics(now),
                missed=tuple(map(self._missed, self._db.execute(_MISSED, (text,)).fetchall())),
                days_in_a_row=self._days_in_a_row(now, zone),
                first_at=codec.to_instant(first) if first else None,
                judged=self._judged(text),
                unmeasured=self._db.execute(f"SELECT count(*) {_UNMEASURED}").fetchone()[0],
            )

    def measure_some(self, most: int) -> int:
        """Measure the delivery of some answers that are not measured yet; returns how many it were."""
        query = f"SELECT * FROM transcript WHERE id IN (SELECT entry.transcript_id {_UNMEASURED} LIMIT ?)"
        with self._changing("keep what was measured"):
            rows = self._db.execute(query, (most,)).fetchall()
            for row in rows:
                found = measure(codec.transcript_from_row(row))
                self._db.execute(
                    "INSERT OR REPLACE INTO delivery (transcript_id, measure, words, pace_wpm, fillers, long_pauses,"
                    " latency_s) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        row["id"],
                        MEASURE,
                        found.words,
                        found.pace_wpm,
                        len(found.fillers),
                        found.long_pauses,
                        found.latency_s,
                    ),
                )
        return len(rows)

    def _practice(self, since: str) -> tuple[PracticeFact, ...]:
        rows = self._db.execute(queries.SESSIONS_SINCE, (since,))
        return tuple(
            PracticeFact(codec.to_instant(row["started_at"]), row["duration_s"]) for row in rows if row["answered"]
        )

    def _topics(self, now: datetime) -> tuple[TopicState, ...]:
        later, earlier = (
            {row["topic"]: row for row in self._db.execute(_TOPICS, (codec.to_text(until),))}
            for until in (now + timedelta(seconds=1), now - _BEFORE)
        )
        states = []
        for topic, row in later.items():
            before = earlier.get(topic)
            counts = (before["covered"], before["points"]) if before is not None else (0, 0)
            states.append(TopicState(topic, row["covered"], row["points"], *counts))
        return tuple(sorted(states, key=lambda state: (-state.covered / state.points, state.topic)))

    def _missed(self, row: sqlite3.Row) -> MissedPoint:
        found = self._db.execute(_QUESTION_OF_ENTRY, (row["entry_id"],)).fetchone()
        question = json.loads(found["json"])
        points = {point["id"]: point["statement"] for point in question["key_points"]}
        return MissedPoint(
            question=QuestionId(row["question_id"]),
            key_point=KeyPointId(row["key_point_id"]),
            prompt=question["prompt"],
            statement=points.get(row["key_point_id"], ""),
            answers=row["answers"],
            missed=row["missed"],
            contradicted=row["contradicted"],
            newest=Verdict(row["newest"]),
        )

    def _judged(self, since: str) -> SelfJudgement:
        row = self._db.execute(_JUDGED, (since,)).fetchone()
        return SelfJudgement(row["ticked"], row["ticked_heard"], row["left_out"], row["left_missed"])

    def _days_in_a_row(self, now: datetime, zone: tzinfo | None) -> int:
        """Count the days with an answer back from today, or from yesterday when there is none today yet."""
        row = self._db.execute(_DAYS, (codec.to_text(now + timedelta(seconds=1)),)).fetchone()
        instants = (codec.to_instant(at) for pair in json.loads(row["days"]) for at in pair)
        practised = {at.astimezone(zone).date() for at in instants}
        today = now.astimezone(zone).date()
        last = today if today in practised else today - timedelta(days=1)
        days = 0
        while last - timedelta(days=days) in practised:
            days += 1
        return days


def _graded(row: sqlite3.Row) -> GradedFact:
    return GradedFact(codec.to_instant(row["started_at"]), row["topic"], row["score"], row["covered"], row["points"])


def _spoken(row: sqlite3.Row) -> SpokenFact:
    return SpokenFact(
        at=codec.to_instant(row["started_at"]),
        topic=row["topic"],
        pace_wpm=row["pace_wpm"],
        fillers_per_100=100.0 * row["fillers"] / row["words"],
        long_pauses=row["long_pauses"],
        latency_s=row["latency_s"],
    )
