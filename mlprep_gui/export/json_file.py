"""JSON: everything that is kept about the answers; resources/export.schema.json says how it stands there."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from mlprep_gui import __version__
from mlprep_gui.delivery import measure
from mlprep_gui.domain.exporting import ExportedAnswer, ExportedSession
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import EarlierGrade, EarlierTranscript
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.export.material import Material

FORMAT, VERSION = "mlprep-export", 1


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write sessions as JSON, one a line, and after them each of their questions once."""
    questions: dict[str, Question] = {}
    head = {"format": FORMAT, "version": VERSION, "program": f"MLPrep {__version__}"}
    head |= {"exported_at": plain(material.made_at), "selection": plain(material.selection)}
    # A recogniser may leave half of a character, which UTF-8 cannot hold: it is written as its JSON escape.
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(f'{_dump(head)[:-1]},"sessions":[')
        for number, exported in enumerate(sessions):
            file.write(f"{',' if number else ''}\n{_dump(_session(exported, questions))}")
        file.write(f'\n],"questions":{_dump(plain(questions))}}}\n')


def plain(value: Any) -> Any:
    """Return a value as JSON has it: frozen values become objects with a member a field, instants ISO 8601."""
    if value is None or isinstance(value, str | int | float):
        return value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    message = f"JSON has nothing for {type(value)}."
    raise TypeError(message)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _session(exported: ExportedSession, questions: dict[str, Question]) -> dict[str, Any]:
    session = plain(exported.session) | {"questions": [_key(each, questions) for each in exported.session.questions]}
    return {**session, "answers": [_answer(each, questions) for each in exported.answers]}


def _answer(exported: ExportedAnswer, questions: dict[str, Question]) -> dict[str, Any]:
    """Return an answer: transcripts and assessments oldest first, the last of each counts while is_graded."""
    answer = exported.answer
    written = list(reversed(answer.earlier_transcripts))
    if answer.transcript is not None:
        assert answer.written_at is not None
        written.append(EarlierTranscript(answer.written_at, answer.transcript))
    grades = list(reversed(answer.earlier))
    if answer.assessment is not None:
        assert answer.graded_at is not None
        grades.append(EarlierGrade(answer.graded_at, answer.question, answer.assessment))
    return {
        "take": plain(answer.take),
        "question": _key(answer.question, questions),
        "transcripts": [{"written_at": plain(each.written_at), **_transcript(each.transcript)} for each in written],
        "heard": _transcript(answer.heard) if answer.heard is not None else None,
        "assessments": [
            {"graded_at": plain(each.graded_at), "question": _key(each.question, questions), **plain(each.assessment)}
            for each in grades
        ],
        "is_graded": answer.assessment is not None and answer.assessment.graded,
        "own_verdicts": plain(answer.own_verdicts),
        "judged_first": plain(answer.judged_first),
        "judgements": plain(exported.judgements),
        "notes": plain(exported.notes),
        "ratings": plain(exported.ratings),
        "bookmarked": answer.bookmarked,
        "delivery": plain(measure(answer.transcript)) if answer.transcript is not None else None,
    }


def _transcript(transcript: Transcript) -> dict[str, Any]:
    """Return a transcript without its notice, which is never kept."""
    members: dict[str, Any] = plain(transcript)
    del members["notice"]
    return members


def _key(question: Question, questions: dict[str, Question]) -> str:
    """Keep a question under a key made of its content, and return the key."""
    text = json.dumps(plain(question), sort_keys=True)
    key = f"{question.id}@{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    questions.setdefault(key, question)
    return key
