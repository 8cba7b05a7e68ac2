"""What an export reads: which sessions belong to it, and what is kept beside an answer."""

import sqlite3

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.exporting import ExportedAnswer, Judgement, KeptNote, KeptRating, SelectedSession, Selection
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import Answer, SessionId
from mlprep_gui.store import codec

# A take that is being recorded is none yet, and a question that was passed over has no answer.
_SELECTED = """
SELECT session.id, sum(take.state <> 'skipped') AS answers FROM session
JOIN take ON take.session_id = session.id AND take.state <> 'recording'
WHERE session.deleted_at IS NULL
    AND (:session IS NULL OR session.id = :session)
    AND (:take IS NULL OR take.id = :take)
    AND (:since IS NULL OR session.started_at >= :since)
    AND (:until IS NULL OR session.started_at < :until)
GROUP BY session.id
ORDER BY session.started_at, session.id
"""


def select(connection: sqlite3.Connection, selection: Selection) -> tuple[SelectedSession, ...]:
    """Find the sessions of a selection, oldest first."""
    bounds = {
        "session": selection.session,
        "take": selection.take,
        "since": codec.to_text(selection.since) if selection.since is not None else None,
        "until": codec.to_text(selection.until) if selection.until is not None else None,
    }
    rows = connection.execute(_SELECTED, bounds)
    return tuple(SelectedSession(SessionId(row["id"]), row["answers"]) for row in rows)


def exported_answer(connection: sqlite3.Connection, answer: Answer) -> ExportedAnswer:
    """Read what the learner ever said about an answer, also what was taken back."""

    def rows(query: str) -> sqlite3.Cursor:
        return connection.execute(query, (answer.take.id,))

    judged = rows("SELECT * FROM own_verdict WHERE take_id = ? ORDER BY id")
    noted = rows("SELECT * FROM note WHERE take_id = ? ORDER BY id")
    rated = rows("SELECT * FROM plan_event WHERE take_id = ? AND act = 'rated' ORDER BY id")
    return ExportedAnswer(
        answer,
        tuple(
            Judgement(
                codec.to_instant(row["created_at"]),
                KeyPointId(row["key_point_id"]),
                Verdict(row["verdict"]) if row["verdict"] else None,
            )
            for row in judged
        ),
        tuple(KeptNote(codec.to_instant(row["created_at"]), row["text"]) for row in noted),
        tuple(KeptRating(codec.to_instant(row["created_at"]), row["value"]) for row in rated),
    )
