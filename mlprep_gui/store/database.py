"""Open, check, back up, upgrade and restore the database file."""

import filecmp
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mlprep_gui.domain.errors import StoreError
from mlprep_gui.store.errors import is_damage

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 7, 4, 12
_BACKUP_EVERY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_SCHEMA = Path(__file__).parent / "schema"
_BUSY_S = 1.0


@dataclass(frozen=True, slots=True)
class SchemaStep:
    """One numbered step of the schema; running it makes the database that version."""

    version: int
    sql: str


def schema_steps(folder: Path = _SCHEMA) -> tuple[SchemaStep, ...]:
    """Read the numbered .sql files, in order."""
    files = sorted(folder.glob("[0-9][0-9][0-9]_*.sql"))
    return tuple(SchemaStep(int(file.name[:3]), file.read_text(encoding="utf-8")) for file in files)


def open_database(
    database: Path, backups: Path, now: datetime, steps: Sequence[SchemaStep] | None = None
) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """Open the database, upgraded; a damaged one is set aside and replaced by the newest good backup.

    The whole file is read through once a day, before the day's backup, and when it was not closed properly.

    Returns:
        The connection, in autocommit mode, and what the learner should be told.

    Raises:
        StoreError: when the database was written by a newer version of the program.
        sqlite3.Error, OSError: when it cannot be opened, written or upgraded.
    """
    steps = schema_steps() if steps is None else steps
    database.parent.mkdir(parents=True, exist_ok=True)
    notices: list[str] = []
    was_cut_off = database.with_name(f"{database.name}-wal").exists()
    connection = _connect_if_sound(database, look_through=was_cut_off or backup_is_due(backups, now))
    if connection is None:
        notices.append(_set_aside_and_restore(database, backups, now))
        connection = _connect(database)
    try:
        _upgrade(connection, backups, now, steps)
    except BaseException:
        connection.close()
        raise
    return connection, tuple(notices)


def _connect(database: Path) -> sqlite3.Connection:
    # The store is used from one thread at a time, but a thread pool of one may replace its thread after a rest.
    connection = sqlite3.connect(database, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        # Exclusive, so that a second window cannot take the running recording of the first for a crashed one.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        # Few, small writes: each commit may cost a disk sync, and then an answer survives a power cut too.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_sound(connection: sqlite3.Connection) -> bool:
    return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]


def _connect_if_sound(database: Path, *, look_through: bool) -> sqlite3.Connection | None:
    """Connect, or return None when the file is damaged."""
    try:
        connection = _connect(database)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return None
        raise
    try:
        if not look_through or _is_sound(connection):
            return connection
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            connection.close()
            raise
    connection.close()
    return None


def _set_aside_and_restore(database: Path, backups: Path, now: datetime) -> str:
    """Rename the damaged file, with its journal, and copy the newest good backup to its place."""
    aside = database.with_name(f"{database.name}.damaged-{now.strftime(_STAMP)}")
    for suffix in ("", "-wal", "-shm"):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    kept = f"The database was damaged. It is kept as {aside.name};"
    for backup in reversed(_backup_files(backups)):
        if not _backup_is_good(backup):
            continue
        fresh = database.with_name(f"{database.name}.new")
        shutil.copyfile(backup, fresh)
        fresh.replace(database)
        made = datetime.strptime(backup.name.split("-")[1], _STAMP).replace(tzinfo=UTC)
        return (
            f"{kept} the copy of {made:%d %B %Y, %H:%M} UTC is in use. Recordings made since are in the takes folder."
        )
    return f"{kept} there was no good copy, so a new one was begun. Recordings are still in the takes folder."


def _backup_is_good(backup: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return _is_sound(connection) and _version(connection) > 0
    except sqlite3.DatabaseError:
        return False


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _upgrade(connection: sqlite3.Connection, backups: Path, now: datetime, steps: Sequence[SchemaStep]) -> None:
    version, newest = _version(connection), steps[-1].version
    if version > newest:
        message = f"The database is of version {version}, but this MLPrep knows versions up to {newest} only."
        raise StoreError(message, "Install the newest MLPrep, or choose another data folder with --data-dir.")
    if version and version < newest:
        back_up(connection, backups, now)
    for step in steps:
        if step.version > version:
            _run_step(connection, step)


def _run_step(connection: sqlite3.Connection, step: SchemaStep) -> None:
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\nPRAGMA user_version = {step.version};\nCOMMIT;")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _backup_files(backups: Path) -> list[Path]:
    """Backups, oldest first; their names start with the instant they were made."""
    pattern = re.compile(r"mlprep-\d{8}T\d{6}Z-v\d+\.db")
    return sorted(file for file in backups.glob("mlprep-*.db") if pattern.fullmatch(file.name))


def _made_at(backup: Path) -> datetime:
    return datetime.strptime(backup.name.split("-")[1], _STAMP).replace(tzinfo=UTC)


def backup_is_due(backups: Path, now: datetime) -> bool:
    """Whether there is no backup of the last day."""
    files = _backup_files(backups)
    return not files or now - _made_at(files[-1]) >= _BACKUP_EVERY


def back_up(connection: sqlite3.Connection, backups: Path, now: datetime) -> Path:
    """Copy the database into backups, unless nothing has changed since the newest copy, and thin the copies out.

    A newest copy that is the same byte by byte is given the new time instead.
    """
    backups.mkdir(parents=True, exist_ok=True)
    target = backups / f"mlprep-{now.strftime(_STAMP)}-v{_version(connection)}.db"
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    copy_database(connection, fresh)
    newest = next(reversed(_backup_files(backups)), None)
    if newest is not None and filecmp.cmp(newest, fresh, shallow=False):
        fresh.unlink()
        newest.replace(target)
    else:
        fresh.replace(target)
    files = _backup_files(backups)
    for old in set(files) - _kept(files):
        old.unlink()
    return target


def _kept(files: Sequence[Path]) -> set[Path]:
    """Return the backups to keep of some, given oldest first.

    The last one of each of the newest 7 days, 4 weeks and 12 months that have any, and the last one of each version
    of the database: the way back from an upgrade.
    """
    of_day: dict[object, Path] = {}
    of_week: dict[object, Path] = {}
    of_month: dict[object, Path] = {}
    of_version: dict[object, Path] = {}
    for file in files:
        day = _made_at(file).date()
        of_day[day] = file
        of_week[day.isocalendar()[:2]] = file
        of_month[day.year, day.month] = file
        of_version[file.stem.split("-")[2]] = file
    newest = (list(of_day.values())[-DAYS_KEPT:], list(of_week.values())[-WEEKS_KEPT:])
    return {*newest[0], *newest[1], *list(of_month.values())[-MONTHS_KEPT:], *of_version.values()}


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the database into one new file that can be read without a journal."""
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
