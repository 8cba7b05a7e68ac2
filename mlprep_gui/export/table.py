"""CSV: one row a key point of an answer; one row for an answer without key points that were graded."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from mlprep_gui.delivery import measure
from mlprep_gui.domain.exporting import ExportedSession
from mlprep_gui.domain.session import Answer, Session
from mlprep_gui.export.material import Material

Cell = str | int | float | None
#: Every column, with what stands in it. An empty cell: not known, or not there.
COLUMNS = {
    "session_id": "the round",
    "session_started_at": "when it began, UTC, ISO 8601",
    "mode": "practice or mock",
    "answer_id": "the answer; `mlprep-gui export --answer` takes it",
    "answered_at": "when the answer began, UTC, ISO 8601",
    "state": "complete, recovered, typed or skipped",
    "attempt": "1 for the first answer to this question in the round, 2 after “say it again”, and so on",
    "question_id": "the question",
    "pack": "its question pack",
    "topic": "its topic",
    "level": "easy, medium or hard",
    "prompt": "its text",
    "score": "0 to 100",
    "score_low": "lower end of the likely range",
    "score_high": "upper end of the likely range",
    "assessor": "name and version of what graded it",
    "not_graded": "why there is no score",
    "words": "number of words",
    "duration_s": "length of the recording, seconds",
    "pace_wpm": "words a minute while speaking",
    "long_pauses": "pauses of at least a second",
    "longest_pause_s": "the longest pause, seconds",
    "fillers": "number of fillers",
    "latency_s": "time to the first word, seconds",
    "transcript": "what was said, as the learner corrected it",
    "note": "the learner's note",
    "bookmarked": "yes or no",
    "key_point_id": "the key point",
    "statement": "its text",
    "weight": "its share of the score, relative to the other points",
    "verdict": "covered, partly, missed, contradicted or unsure",
    "own_verdict": "the learner's own verdict",
    "p_covered": "probability that it was said, 0 to 1",
    "p_contradicted": "probability that it was contradicted, 0 to 1",
    "evidence": "the learner's words it rests on; two stretches are parted by an ellipsis",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write sessions as CSV as of RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it."""
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for exported in sessions:
            for each in exported.answers:
                writer.writerows(_rows(exported.session, each.answer))


def _rows(session: Session, answer: Answer) -> Iterator[dict[str, Cell]]:
    about = {**_answer_cells(session, answer), **_grade_cells(answer), **_delivery_cells(answer)}
    points = _point_cells(answer)
    for point in points or ({},):
        yield {name: _safe(cell) for name, cell in {**about, **point}.items()}


def _answer_cells(session: Session, answer: Answer) -> dict[str, Cell]:
    question, take = answer.question, answer.take
    return {
        "session_id": session.id,
        "session_started_at": session.started_at.isoformat(),
        "mode": session.mode.value,
        "answer_id": take.id,
        "answered_at": take.started_at.isoformat(),
        "state": take.state.value,
        "attempt": take.attempt,
        "question_id": question.id,
        "pack": question.pack,
        "topic": question.topic,
        "level": question.level.value,
        "prompt": question.prompt,
        "transcript": answer.transcript.text if answer.transcript is not None else None,
        "note": answer.note,
        "bookmarked": "yes" if answer.bookmarked else "no",
    }


def _grade_cells(answer: Answer) -> dict[str, Cell]:
    grade = answer.assessment
    if grade is None:
        return {}
    if not grade.graded:
        return {"assessor": grade.assessor, "not_graded": grade.reason}
    return {
        "score": round(grade.score, 1),
        "score_low": round(grade.score_low, 1),
        "score_high": round(grade.score_high, 1),
        "assessor": grade.assessor,
    }


def _delivery_cells(answer: Answer) -> dict[str, Cell]:
    if answer.transcript is None:
        return {}
    measured = measure(answer.transcript)
    spoken = not answer.transcript.is_typed
    return {
        "words": measured.words,
        "duration_s": _rounded(measured.duration_s) if spoken else None,
        "pace_wpm": _rounded(measured.pace_wpm),
        "long_pauses": measured.long_pauses,
        "longest_pause_s": _rounded(measured.longest_pause_s),
        "fillers": len(measured.fillers) if spoken else None,
        "latency_s": _rounded(measured.latency_s),
    }


def _point_cells(answer: Answer) -> tuple[dict[str, Cell], ...]:
    points = {point.id: point for point in answer.question.key_points}
    verdicts = answer.assessment.verdicts if answer.assessment is not None else ()
    graded = {found.key_point: found for found in verdicts}
    rows: list[dict[str, Cell]] = []
    for name in dict.fromkeys((*graded, *answer.own_verdicts)):
        point, found, own = points.get(name), graded.get(name), answer.own_verdicts.get(name)
        row: dict[str, Cell] = {"key_point_id": name, "own_verdict": own.value if own is not None else None}
        if point is not None:
            row |= {"statement": point.statement, "weight": point.weight}
        if found is not None:
            row |= {"verdict": found.verdict.value, "evidence": " … ".join(each.text for each in found.evidence)}
            row |= {"p_covered": round(found.p_covered, 3), "p_contradicted": round(found.p_contradicted, 3)}
        rows.append(row)
    return tuple(rows)


def _rounded(value: float | None) -> float | None:
    return round(value, 2) if value is not None else None


def _safe(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking a text for a formula: an apostrophe goes before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
