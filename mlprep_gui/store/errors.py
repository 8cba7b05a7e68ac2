"""Turn what SQLite and the file system report into errors a learner can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from mlprep_gui.domain.errors import StoreError

_ADVICE = {
    sqlite3.SQLITE_FULL: "Free some space on the disk, then try again.",
    sqlite3.SQLITE_READONLY: "Make the data folder writable, or choose another with --data-dir.",
    sqlite3.SQLITE_CANTOPEN: "Check that the data folder exists and is writable, or choose another with --data-dir.",
    sqlite3.SQLITE_BUSY: "MLPrep seems to be open already: close the other window, then try again.",
    sqlite3.SQLITE_LOCKED: "MLPrep seems to be open already: close the other window, then try again.",
    sqlite3.SQLITE_CORRUPT: "Restart MLPrep: it sets the damaged file aside and restores the newest good copy.",
    sqlite3.SQLITE_NOTADB: "Restart MLPrep: it sets the damaged file aside and restores the newest good copy.",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code (the extended code's low byte), or 0 when there is none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is damaged."""
    return primary_code(error) in _DAMAGE


@contextmanager
def store_errors(doing: str) -> Iterator[None]:
    """Raise StoreError for every SQLite or file error inside; doing completes "Could not ...".

    Raises:
        StoreError: with advice.
    """
    try:
        yield
    except sqlite3.Error as error:
        advice = _ADVICE.get(primary_code(error), "Restart MLPrep; what was saved before is safe.")
        message = f"Could not {doing}: {error}."
        raise StoreError(message, advice) from error
    except OSError as error:
        message = f"Could not {doing}: {error.strerror or error}."
        raise StoreError(message, "Check the data folder's free space and permissions, then try again.") from error
