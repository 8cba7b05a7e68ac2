"""The list of answers as a part of the store: search it, bookmark in it, write notes to it."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from mlprep_gui.domain.archive import ArchiveExtent, ArchiveFilter, ArchivePart, Attempt
from mlprep_gui.domain.session import SessionId, TakeId
from mlprep_gui.domain.storage import AudioRule
from mlprep_gui.store import codec, retention, search
from mlprep_gui.store.errors import store_errors

# Attempts are at the whole question: a part of it asks for less, and a follow-up for one point.
_EARLIER = """
FROM answer_entry AS earlier
WHERE earlier.question_id = entry.question_id AND earlier.listed AND NOT earlier.is_part AND NOT entry.is_part
    AND (earlier.started_at < entry.started_at OR (earlier.started_at = entry.started_at AND earlier.id < entry.id))
"""
_ATTEMPTS = f"""
SELECT entry.take_id, (SELECT count(*) {_EARLIER}) AS attempts,
    (SELECT earlier.score {_EARLIER} AND earlier.score IS NOT NULL
        ORDER BY earlier.started_at DESC, earlier.id DESC LIMIT 1) AS score
FROM answer_entry AS entry WHERE entry.session_id = ?
"""


class Archive:
    """Reads the list and keeps what the learner adds to it; see `Store.archive`.

    Every method raises StoreError when the disk or the database refuses.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        changing: Callable[[str], AbstractContextManager[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._db = connection
        self._changing = changing
        self._now = now

    def part(self, wanted: ArchiveFilter, after: str = "") -> ArchivePart:
        """Return some lines, newest first.

        Args:
            wanted: which answers; without any condition sessions stand before their answers.
            after: the last session of the part before, or with a condition its last take; empty for the first part.
        """
        with store_errors("read the answers"):
            return search.find_part(self._db, wanted, after)

    def count(self, wanted: ArchiveFilter) -> int:
        """Return how many answers pass a filter; one more than COUNTED_ANSWERS when there are more than that."""
        with store_errors("count the answers"):
            return search.count_answers(self._db, wanted)

    def extent(self) -> ArchiveExtent:
        """Return what there is to choose from."""
        with store_errors("read the answers"):
            return search.extent(self._db)

    def attempts(self, session: SessionId) -> tuple[Attempt, ...]:
        """Return what was known of its question before each take of a session."""
        with store_errors("read the answers"):
            rows = self._db.execute(_ATTEMPTS, (session,)).fetchall()
            return tuple(Attempt(TakeId(row["take_id"]), row["attempts"], row["score"]) for row in rows)

    def recordings_beyond(self, rule: AudioRule) -> tuple[str, ...]:
        """Return the names of the recordings that a rule does not keep, oldest first; see `retention.beyond`."""
        with store_errors("look for recordings"):
            return retention.beyond(self._db, rule, self._now())

    def set_note(self, take: TakeId, text: str) -> None:
        """Keep the learner's note on an answer; an empty one takes it away. Earlier notes stay in the database."""
        with self._changing("save your note"):
            values = (take, codec.to_text(self._now()), text)
            self._db.execute("INSERT INTO note (take_id, created_at, text) VALUES (?, ?, ?)", values)

    def set_bookmark(self, take: TakeId, *, is_marked: bool) -> None:
        """Put a bookmark on an answer, or take it off."""
        with self._changing("save the bookmark"):
            if is_marked:
                values = (take, codec.to_text(self._now()))
                self._db.execute("INSERT OR IGNORE INTO bookmark (take_id, created_at) VALUES (?, ?)", values)
            else:
                self._db.execute("DELETE FROM bookmark WHERE take_id = ?", (take,))

    def note_of(self, take: TakeId) -> str:
        """Return the note on an answer; empty when there is none."""
        with store_errors("read your note"):
            row = self._db.execute("SELECT text FROM newest_note WHERE take_id = ?", (take,)).fetchone()
            return row["text"] if row is not None else ""

    def is_bookmarked(self, take: TakeId) -> bool:
        """Whether there is a bookmark on an answer."""
        with store_errors("read the bookmark"):
            return self._db.execute("SELECT 1 FROM bookmark WHERE take_id = ?", (take,)).fetchone() is not None
