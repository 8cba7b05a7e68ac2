"""Which recordings a rule lets go. Rows are never touched: only files are, and by the app."""

import sqlite3
from datetime import datetime, timedelta

from mlprep_gui.domain.storage import AudioKept, AudioRule
from mlprep_gui.store import codec

# A recording whose words are not written down is all there is of an answer.
_BEYOND = """
WITH spoken AS (
    SELECT take.audio, entry.started_at, entry.bookmarked, said.heard <> '' AS is_written,
        row_number() OVER (PARTITION BY entry.question_id ORDER BY entry.started_at DESC, entry.id DESC) AS place
    FROM answer_entry AS entry
    JOIN take ON take.id = entry.take_id
    JOIN answer_text AS said ON said.id = entry.id
    WHERE entry.listed AND take.audio <> ''
)
SELECT audio FROM spoken
WHERE is_written AND NOT bookmarked AND (place > :takes OR started_at < :before)
ORDER BY started_at
"""
_NO_LIMIT = 2**62


def beyond(connection: sqlite3.Connection, rule: AudioRule, now: datetime) -> tuple[str, ...]:
    """Return the names of the recordings that a rule does not keep, oldest first; some may have gone before.

    Bookmarked answers are kept, and those without a written word.
    """
    if rule.kept is AudioKept.ALL:
        return ()
    bounds = {
        "takes": rule.takes if rule.kept is AudioKept.LAST else _NO_LIMIT,
        "before": codec.to_text(now - timedelta(days=rule.days)) if rule.kept is AudioKept.DAYS else "",
    }
    return tuple(row["audio"] for row in connection.execute(_BEYOND, bounds))
