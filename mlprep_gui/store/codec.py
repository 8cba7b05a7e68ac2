"""Values to columns and back."""

import hashlib
import json
import sqlite3
import sys
from array import array
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Level, PackId, Question, QuestionId, Term
from mlprep_gui.domain.session import (
    JudgedPoint,
    Mode,
    QuestionHistory,
    SessionId,
    SessionState,
    SessionSummary,
    Take,
    TakeId,
    TakeState,
)
from mlprep_gui.domain.transcript import Transcript, Word


def to_text(when: datetime) -> str:
    """Write an instant so that text order is time order."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def to_instant(text: str) -> datetime:
    """Read an instant."""
    return datetime.fromisoformat(text)


def pack_levels(levels_db: Iterable[float]) -> bytes:
    """Pack levels as tenths of a dB, 16-bit little-endian."""
    tenths = array("h", (round(max(-3000.0, min(3000.0, level)) * 10) for level in levels_db))
    if sys.byteorder == "big":
        tenths.byteswap()
    return tenths.tobytes()


def unpack_levels(packed: bytes) -> tuple[float, ...]:
    """Return levels in dB."""
    tenths = array("h", packed)
    if sys.byteorder == "big":
        tenths.byteswap()
    return tuple(tenth / 10 for tenth in tenths)


def question_to_json(question: Question) -> str:
    """Write a question as canonical JSON: equal questions give equal text."""
    return json.dumps(asdict(question), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the key of a snapshot: it covers id and pack too, so two packs never share one by chance."""
    return hashlib.sha256(text.encode()).hexdigest()


def question_from_json(text: str) -> Question:
    """Read a question as it was asked."""
    table: dict[str, Any] = json.loads(text)
    points = tuple(
        KeyPoint(
            **{**point, "id": KeyPointId(point["id"]), "accept": tuple(point["accept"]), "anti": tuple(point["anti"])}
        )
        for point in table.pop("key_points")
    )
    glossary = tuple(Term(term["text"], tuple(term["spoken"])) for term in table.pop("glossary"))
    table |= {"id": QuestionId(table["id"]), "level": Level(table["level"]), "pack": PackId(table["pack"])}
    return Question(**table, key_points=points, glossary=glossary)


def transcript_to_json(transcript: Transcript) -> str:
    """Write words and speech as compact JSON."""
    words = [[word.text, word.start_s, word.end_s, word.confidence] for word in transcript.words]
    return json.dumps({"words": words, "speech": transcript.speech}, ensure_ascii=False, separators=(",", ":"))


def transcript_from_row(row: sqlite3.Row) -> Transcript:
    """Read a transcript."""
    table = json.loads(row["json"])
    return Transcript(
        words=tuple(Word(*word) for word in table["words"]),
        speech=tuple((start_s, end_s) for start_s, end_s in table["speech"]),
        duration_s=row["duration_s"],
        model=row["model"],
    )


def evidence_to_json(evidence: Iterable[Evidence]) -> str:
    """Write the stretches a verdict rests on as compact JSON."""
    stretches = [[one.start, one.end, one.text] for one in evidence]
    return json.dumps(stretches, ensure_ascii=False, separators=(",", ":"))


def verdict_from_row(row: sqlite3.Row) -> PointVerdict:
    """Read the verdict on one key point."""
    return PointVerdict(
        key_point=KeyPointId(row["key_point_id"]),
        verdict=Verdict(row["verdict"]),
        p_covered=row["p_covered"],
        p_contradicted=row["p_contradicted"],
        evidence=tuple(Evidence(*stretch) for stretch in json.loads(row["evidence"])),
        wrong_claim=row["wrong_claim"],
    )


def judged_point_from_row(row: sqlite3.Row) -> JudgedPoint:
    """Read a point of an answer that the learner judged."""
    return JudgedPoint(
        take=TakeId(row["take_id"]),
        assessor=row["assessor"],
        program=verdict_from_row(row),
        own=Verdict(row["own"]) if row["own"] else None,
        left=Verdict(row["left_verdict"]) if row["left_verdict"] and not row["own"] else None,
    )


def assessment_from_row(row: sqlite3.Row, verdicts: tuple[PointVerdict, ...]) -> Assessment:
    """Read an assessment."""
    return Assessment(
        verdicts=verdicts,
        score=row["score"],
        score_low=row["score_low"],
        score_high=row["score_high"],
        assessor=row["assessor"],
        graded=bool(row["graded"]),
        reason=row["reason"],
    )


def take_from_row(row: sqlite3.Row) -> Take:
    """Read a take."""
    return Take(
        id=TakeId(row["id"]),
        session=SessionId(row["session_id"]),
        question=QuestionId(row["question_id"]),
        position=row["position"],
        attempt=row["attempt"],
        started_at=to_instant(row["started_at"]),
        state=TakeState(row["state"]),
        audio=row["audio"],
        rate_hz=row["rate_hz"],
        duration_s=row["duration_s"],
        levels_db=unpack_levels(row["levels"]),
        device=row["device"],
    )


def take_to_row(take: Take) -> dict[str, object]:
    """Write a take as named columns."""
    return {
        "id": take.id,
        "session_id": take.session,
        "question_id": take.question,
        "position": take.position,
        "attempt": take.attempt,
        "started_at": to_text(take.started_at),
        "state": take.state.value,
        "audio": take.audio,
        "rate_hz": take.rate_hz,
        "duration_s": take.duration_s,
        "levels": pack_levels(take.levels_db),
        "device": take.device,
    }


def attempt_from_row(row: sqlite3.Row, question: Question) -> ComparedAttempt:
    """Read an attempt that is held against others."""
    verdicts: dict[str, str] = json.loads(row["verdicts"]) | json.loads(row["own_verdicts"])
    return ComparedAttempt(
        take=TakeId(row["take_id"]),
        question=question,
        started_at=to_instant(row["started_at"]),
        audio=row["audio"],
        score=row["score"],
        verdicts={KeyPointId(point): Verdict(verdict) for point, verdict in verdicts.items()},
    )


def summary_from_row(row: sqlite3.Row) -> SessionSummary:
    """Read one line of the session list."""
    return SessionSummary(
        id=SessionId(row["id"]),
        mode=Mode(row["mode"]),
        state=SessionState(row["state"]),
        started_at=to_instant(row["started_at"]),
        answered=row["answered"],
        questions=row["questions"],
        duration_s=row["duration_s"],
        mean_score=row["mean_score"],
        first_prompt=row["first_prompt"],
        recovered=row["recovered"],
    )


def history_from_row(row: sqlite3.Row) -> QuestionHistory:
    """Read the history of one question."""
    return QuestionHistory(
        question=QuestionId(row["question_id"]),
        last_answered_at=to_instant(row["started_at"]),
        answers=row["answers"],
        last_score=row["last_score"],
        mean_score=row["mean_score"],
        missed=row["missed"],
        contradicted=row["contradicted"],
    )
