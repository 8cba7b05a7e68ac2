"""The list of answers: filters, full-text search, and what a line shows."""

import re
import sqlite3
from collections.abc import Sequence

from mlprep_gui.domain.archive import (
    COUNTED_ANSWERS,
    AnswerLine,
    ArchiveExtent,
    ArchiveFilter,
    ArchiveLine,
    ArchivePart,
    Found,
    Place,
)
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import SessionId, TakeId, TakeState
from mlprep_gui.domain.transcript import TYPED
from mlprep_gui.store import codec, queries

_MOST_TERMS = 32
_SESSIONS_A_PART = 10
_ANSWERS_A_PART = 40
_BEGIN, _END = "\x02", "\x03"
_BEFORE_CHARS, _AFTER_CHARS = 50, 160
_OPENING_CHARS = 200
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def match_expression(text: str) -> str:
    """Return the FTS5 expression for what was typed; no text is an error. Empty when there is nothing to look for.

    All terms have to be there. A term stands for every word that begins with it, unless it is a single letter or in
    double quotes.
    """
    plain = "".join(char if char.isprintable() else " " for char in text)
    terms: list[str] = []
    for found in _TERM.finditer(plain):
        exact, begun = found.groups()
        term = begun if exact is None else exact
        letters = sum(char.isalnum() for char in term)
        if letters:
            terms.append(f'"{term}"' + ("*" if exact is None and letters > 1 else ""))
    return " AND ".join(terms[:_MOST_TERMS])


def find_part(db: sqlite3.Connection, wanted: ArchiveFilter, after: str) -> ArchivePart:
    """Read a part of the list; see Store.archive_part."""
    return _recent_part(db, after) if wanted.is_empty else _filtered_part(db, wanted, after)


def count_answers(db: sqlite3.Connection, wanted: ArchiveFilter) -> int:
    """Count the answers that pass a filter; see Store.count_answers."""
    source, where, values = _conditions(wanted)
    query = f"SELECT count(*) FROM (SELECT 1 {source} WHERE {where} LIMIT {COUNTED_ANSWERS + 1})"
    count: int = db.execute(query, values).fetchone()[0]
    return count


def extent(db: sqlite3.Connection) -> ArchiveExtent:
    """Read what there is to choose from."""
    kinds = db.execute("SELECT DISTINCT pack, topic FROM answer_entry WHERE listed").fetchall()
    count = db.execute("SELECT count(*) AS answers, min(started_at) AS first_at FROM answer_entry WHERE listed")
    row = count.fetchone()
    sessions = db.execute("SELECT count(*) FROM session WHERE deleted_at IS NULL").fetchone()[0]
    return ArchiveExtent(
        packs=tuple(sorted({kind["pack"] for kind in kinds} - {""})),
        topics=tuple(sorted({kind["topic"] for kind in kinds} - {""})),
        first_at=codec.to_instant(row["first_at"]) if row["first_at"] else None,
        sessions=sessions,
        answers=row["answers"],
    )


def _recent_part(db: sqlite3.Connection, after: str) -> ArchivePart:
    rows = db.execute(queries.SESSIONS_AFTER, {"after": after, "limit": _SESSIONS_A_PART + 1}).fetchall()
    sessions = [codec.summary_from_row(row) for row in rows[:_SESSIONS_A_PART]]
    keys = [session.id for session in sessions]
    source, where, _ = _conditions(ArchiveFilter())
    query = f"{_LINE} {source} {_LINE_JOINS} WHERE {where} AND entry.session_id IN ({_places(keys)})"
    answers: dict[str, list[AnswerLine]] = {}
    for line in _lines(
        db, db.execute(f"{query} ORDER BY entry.started_at, take.position, take.attempt", keys).fetchall()
    ):
        answers.setdefault(line.session, []).append(line)
    lines: list[ArchiveLine] = []
    for session in sessions:
        lines += [session, *answers.get(session.id, ())]
    return ArchivePart(tuple(lines), len(rows) > _SESSIONS_A_PART)


def _filtered_part(db: sqlite3.Connection, wanted: ArchiveFilter, after: str) -> ArchivePart:
    source, where, values = _conditions(wanted)
    shown = _MARKED_LINE if wanted.text.strip() else _LINE
    if after:
        where += " AND entry.id < (SELECT id FROM answer_entry WHERE take_id = ?)"
        values.append(after)
    # The order of the index itself, so that reading stops when the part is full.
    order = "answer_search.rowid" if wanted.text.strip() else "entry.id"
    query = f"{shown} {source} {_LINE_JOINS} WHERE {where} ORDER BY {order} DESC LIMIT {_ANSWERS_A_PART + 1}"
    rows = db.execute(query, values).fetchall()
    return ArchivePart(_lines(db, rows[:_ANSWERS_A_PART]), len(rows) > _ANSWERS_A_PART)


_LINE_COLUMNS = f"""
SELECT entry.id, entry.take_id, entry.session_id, entry.question_id, entry.started_at, entry.topic, entry.state,
    entry.transcript_id, entry.assessment_id, entry.score, entry.bookmarked, take.audio, take.duration_s,
    graded.score_low, graded.score_high, graded.reason, said.question AS prompt, said.note,
    substr(said.heard, 1, {_OPENING_CHARS}) AS opening, entry.digest IN ({queries.FOLLOW_UPS}) AS follows
"""
_LINE = f"{_LINE_COLUMNS}, NULL AS heard_marked"
_MARKED_LINE = f"""{_LINE_COLUMNS},
    highlight(answer_search, 0, '{_BEGIN}', '{_END}') AS heard_marked,
    highlight(answer_search, 1, '{_BEGIN}', '{_END}') AS note_marked,
    highlight(answer_search, 2, '{_BEGIN}', '{_END}') AS question_marked
"""
_LINE_JOINS = """
JOIN answer_text AS said ON said.id = entry.id
JOIN take ON take.id = entry.take_id
LEFT JOIN assessment AS graded ON graded.id = entry.assessment_id
"""
# The learner's own verdict on a point stands before the program's.
_HAS_VERDICT = """(
    EXISTS (SELECT 1 FROM newest_own_verdict AS own WHERE own.take_id = entry.take_id AND own.verdict = ?)
    OR EXISTS (
        SELECT 1 FROM point_verdict AS point
        WHERE point.assessment_id = entry.assessment_id AND point.verdict = ? AND NOT EXISTS (
            SELECT 1 FROM newest_own_verdict AS own
            WHERE own.take_id = entry.take_id AND own.key_point_id = point.key_point_id))
)"""


def _conditions(wanted: ArchiveFilter) -> tuple[str, str, list[object]]:
    """Return FROM, WHERE and the values of a filter."""
    source, where, values = "FROM answer_entry AS entry", ["entry.listed"], list[object]()
    if wanted.text.strip():
        source = "FROM answer_search JOIN answer_entry AS entry ON entry.id = answer_search.rowid"
        where.append("answer_search MATCH ?")
        values.append(match_expression(wanted.text) or '""')
    for condition, value in (
        ("entry.started_at >= ?", codec.to_text(wanted.since) if wanted.since else None),
        ("entry.started_at < ?", codec.to_text(wanted.until) if wanted.until else None),
        ("entry.pack = ?", wanted.pack or None),
        ("entry.topic = ?", wanted.topic or None),
        ("entry.question_id = ?", wanted.question or None),
        ("entry.score >= ?", wanted.score_from),
        ("entry.score < ?", wanted.score_below),
    ):
        if value is not None:
            where.append(condition)
            values.append(value)
    if wanted.verdict is not None:
        where.append(_HAS_VERDICT)
        values += [wanted.verdict.value] * 2
    for is_wanted, condition in (
        (wanted.ungraded, "entry.score IS NULL"),
        (wanted.bookmarked, "entry.bookmarked"),
        (wanted.recovered, "entry.state = 'recovered'"),
    ):
        if is_wanted:
            where.append(condition)
    return source, " AND ".join(where), values


def _lines(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> tuple[AnswerLine, ...]:
    verdicts = _verdicts(db, [row["assessment_id"] for row in rows if row["score"] is not None])
    return tuple(
        _line(row, verdicts.get(row["assessment_id"], ()), _found(db, row) if row["heard_marked"] is not None else None)
        for row in rows
    )


def _line(row: sqlite3.Row, verdicts: tuple[Verdict, ...], found: Found | None) -> AnswerLine:
    return AnswerLine(
        take=TakeId(row["take_id"]),
        session=SessionId(row["session_id"]),
        question=QuestionId(row["question_id"]),
        prompt=row["prompt"],
        topic=row["topic"],
        started_at=codec.to_instant(row["started_at"]),
        state=TakeState(row["state"]),
        audio=row["audio"],
        duration_s=row["duration_s"],
        score=row["score"],
        score_low=row["score_low"] or 0.0,
        score_high=row["score_high"] or 0.0,
        reason=row["reason"] or "",
        verdicts=verdicts,
        opening=row["opening"],
        note=row["note"],
        bookmarked=bool(row["bookmarked"]),
        found=found,
        is_follow_up=bool(row["follows"]),
    )


def _verdicts(db: sqlite3.Connection, assessments: Sequence[int]) -> dict[int, tuple[Verdict, ...]]:
    found: dict[int, tuple[Verdict, ...]] = {}
    query = (
        "SELECT point.assessment_id, coalesce(own.verdict, point.verdict) AS verdict FROM point_verdict AS point"
        " JOIN assessment ON assessment.id = point.assessment_id"
        " LEFT JOIN newest_own_verdict AS own"
        " ON own.take_id = assessment.take_id AND own.key_point_id = point.key_point_id"
        f" WHERE point.assessment_id IN ({_places(assessments)}) ORDER BY point.assessment_id, point.position"
    )
    for row in db.execute(query, assessments):
        found[row["assessment_id"]] = (*found.get(row["assessment_id"], ()), Verdict(row["verdict"]))
    return found


def _found(db: sqlite3.Connection, row: sqlite3.Row) -> Found:
    """Return the first place where the words were found: in what was said, else in the note, else in the question."""
    for place in (Place.HEARD, Place.NOTE):
        text, marks = _unmark(row[f"{place}_marked"])
        if marks:
            word = text.count(" ", 0, marks[0][0])
            return Found(
                place, *_cut(text, marks), _said_at(db, row["transcript_id"], word) if place is Place.HEARD else None
            )
    return Found(Place.QUESTION, *_unmark(row["question_marked"]))


def _unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks of SQLite out of a text, and return where they stood."""
    parts = marked.split(_BEGIN)
    text, marks = parts[0], []
    for part in parts[1:]:
        inside, _, behind = part.partition(_END)
        marks.append((len(text), len(text) + len(inside)))
        text += inside + behind
    return text, tuple(marks)


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return what stands around the first mark, cut between words, with the marks in it."""
    first = marks[0][0]
    begin = 0
    if first > _BEFORE_CHARS:
        space = text.find(" ", first - _BEFORE_CHARS, first)
        begin = space + 1 if space >= 0 else first
    end = len(text) if len(text) <= first + _AFTER_CHARS else max(text.rfind(" ", first, first + _AFTER_CHARS), first)
    end = max(end, marks[0][1])
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    shift = len(before) - begin
    return (
        f"{before}{text[begin:end]}{after}",
        tuple((start + shift, stop + shift) for start, stop in marks if stop <= end),
    )


def _said_at(db: sqlite3.Connection, transcript: int, word: int) -> float | None:
    """Return when a word was said, seconds; None when the answer was typed."""
    query = f"SELECT json_extract(json, ?) AS start_s FROM transcript WHERE id = ? AND model <> '{TYPED}'"
    row = db.execute(query, (f"$.words[{word}][1]", transcript)).fetchone()
    return float(row["start_s"]) if row is not None and row["start_s"] is not None else None


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
