"""After a crash: takes that were being recorded; after a deletion: what is to go for good."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.session import Take, TakeState
from mlprep_gui.ports import CapturedAudio
from mlprep_gui.store import codec, queries


def recover(
    connection: sqlite3.Connection, takes: Path, repair: Callable[[Path], CapturedAudio | None]
) -> tuple[tuple[Take, ...], tuple[str, ...]]:
    """Recover takes left in state "recording" and end sessions left running; see Store.recover."""
    recovered: list[Take] = []
    notices: list[str] = []
    rows = connection.execute("SELECT * FROM take WHERE state = ? ORDER BY id", (TakeState.RECORDING.value,)).fetchall()
    for left in map(codec.take_from_row, rows):
        try:
            take = _recover_take(left, takes, repair)
        except InputError as error:
            notices.append(f"The recording {left.audio} could not be recovered: {error} The file is left as it is.")
            take = replace(left, state=TakeState.SKIPPED)
        except OSError as error:
            # Perhaps readable the next time: the take stays as it is, and nothing is lost.
            notices.append(f"The recording {left.audio} could not be read: {error.strerror or error}.")
            continue
        connection.execute(queries.SAVE_TAKE, codec.take_to_row(take))
        recovered.append(take)
    connection.execute(queries.END_LEFT_SESSION)
    return tuple(recovered), (*notices, *_unclaimed(connection, takes))


def _recover_take(left: Take, takes: Path, repair: Callable[[Path], CapturedAudio | None]) -> Take:
    path = takes / left.audio
    audio = repair(path) if left.audio and path.is_file() else None
    if audio is None:
        return replace(left, state=TakeState.SKIPPED)
    return replace(
        left,
        state=TakeState.RECOVERED,
        rate_hz=audio.rate_hz,
        duration_s=audio.duration_s,
        levels_db=audio.levels_db,
    )


def _unclaimed(connection: sqlite3.Connection, takes: Path) -> tuple[str, ...]:
    known = {row["audio"] for row in connection.execute("SELECT audio FROM take WHERE audio <> ''")}
    strange = sorted(file.name for file in takes.glob("*.wav") if file.name not in known)
    if not strange:
        return ()
    named = ", ".join(strange[:3]) + (f" and {len(strange) - 3} more" if len(strange) > 3 else "")
    return (f"Recordings that belong to no session are left in {takes}: {named}.",)


def purge_deleted(connection: sqlite3.Connection, takes: Path) -> int:
    """Remove rows and audio of sessions marked as deleted; see Store.purge_deleted."""
    rows = connection.execute(
        "SELECT take.audio FROM take JOIN session ON session.id = take.session_id"
        " WHERE session.deleted_at IS NOT NULL AND take.audio <> ''"
    ).fetchall()
    # Audio first: cut short here, the next purge goes on; the other way round audio would stay for ever.
    for row in rows:
        (takes / Path(row["audio"]).name).unlink(missing_ok=True)
    removed = connection.execute("DELETE FROM session WHERE deleted_at IS NOT NULL").rowcount
    connection.execute(
        "DELETE FROM question_snapshot WHERE digest NOT IN (SELECT digest FROM session_question)"
        " AND digest NOT IN (SELECT question_digest FROM assessment WHERE question_digest IS NOT NULL)"
    )
    if removed:
        # Until it is written anew the index keeps the words of what was removed from it.
        connection.execute("INSERT INTO answer_search (answer_search) VALUES ('optimize')")
    return removed
