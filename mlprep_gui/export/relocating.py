"""Another data folder: copied, verified, put in use when it is whole, and only then removed where it was.

While a move is under way the old folder stays in use, and a marker stands in the new one, so that a crash leaves
nothing that could be taken for the answers. The pointer (`paths.Paths.pointer`) is written last; it also names the old
folder and the digest of the database that was copied, and the next start removes what is left there.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import InputError
from mlprep_gui.paths import Paths

_log = logging.getLogger(__name__)
_MARKER: Final = ".mlprep-is-being-moved-here"
_OURS: Final = ("takes", "backups", "questions", "models", "calibration.json")
_BEGINNINGS: Final = ("mlprep.db", "before-restore-")
_FOLDER: Final = "MLPrep"
_CHUNK: Final = 2**20
_SAME_TIME_S: Final = 2.0  # some drives keep times no finer


@dataclass(frozen=True, slots=True)
class Relocation:
    """What a move takes along, and where to.

    Attributes:
        folder: where the data will lie.
        free_bytes: what is free there.
    """

    folder: Path
    files: int
    size_bytes: int
    free_bytes: int

    @property
    def fits(self) -> bool:
        """Whether there is room for it."""
        return self.size_bytes < self.free_bytes


def look_at(paths: Paths, chosen: Path) -> Relocation:
    """Return what a move into a folder, or a new one inside it, would take along; nothing is changed.

    Raises:
        InputError: when the data cannot lie there.
    """
    with _disk_errors(chosen):
        chosen = chosen.expanduser().resolve()
        if not chosen.is_dir():
            message = f"There is no folder {chosen}."
            raise InputError(message, "Make it first, or choose another place.")
        target = chosen if _is_free(chosen) else chosen / _FOLDER
        data = paths.data.resolve()
        if target == data or data in target.parents or target in data.parents:
            message = f"{target} is a part of the present data folder."
            raise InputError(message, "Choose a folder elsewhere.")
        if not _is_free(target):
            message = f"There are files in {target} already."
            raise InputError(message, "Choose an empty folder.")
        names = _names(data)
        size_bytes = sum((data / name).stat().st_size for name in names)
        return Relocation(target, len(names), size_bytes, shutil.disk_usage(chosen).free)


def carry(paths: Paths, move: Relocation, went_on: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Copy and verify everything but the database, which is in use; what went_on raises ends it, and nothing is left.

    Raises:
        InputError: when the disk refuses, or a copy is not what it was made from.
    """
    target = move.folder
    was_there = target.is_dir()
    try:
        with _disk_errors(target):
            target.mkdir(parents=True, exist_ok=True)
            (target / _MARKER).touch()
            names = [name for name in _names(paths.data) if not name.startswith(paths.database.name)]
            for done, name in enumerate(names):
                went_on(done, len(names))
                if (paths.data / name).exists():  # else it was removed meanwhile
                    _copy(paths.data / name, target / name)
            went_on(len(names), len(names))
    except BaseException:
        _remove_ours(target)
        with suppress(OSError):
            (target / _MARKER).unlink(missing_ok=True)
            if not was_there:
                target.rmdir()
        raise


def settle(paths: Paths, move: Relocation) -> Paths:
    """Copy the database, which must be closed, and what has changed since `carry`; then put the new folder in use.

    Raises:
        InputError: when the disk refuses, or a copy is not what it was made from; the old folder stays in use.
    """
    if paths.pointer is None:
        message = "The data folder was named at the start."
        raise InputError(message, "Start without --data-dir to move the usual one.")
    target = move.folder
    with _disk_errors(target):
        names = _names(paths.data)
        for name in sorted(names, key=lambda name: name.startswith(paths.database.name)):
            is_database = name.startswith(paths.database.name)
            if is_database or not _is_alike(paths.data / name, target / name):
                _copy(paths.data / name, target / name)
        for stray in set(_names(target)) - set(names):
            (target / stray).unlink()
        (target / _MARKER).unlink(missing_ok=True)
        _write(paths.pointer, str(target), str(paths.data), _digest(paths.database))
    return replace(paths, data=target)


def clear_old(paths: Paths) -> None:
    """Remove the old folder of a move, once the new one is in use; one that was used since is left as it is.

    What cannot be removed is tried again at the next start.
    """
    if paths.pointer is None or not paths.pointer.is_file() or not paths.database.is_file():
        return
    try:
        lines = paths.pointer.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        if len(lines) < len(("new", "old", "digest")):
            return
        old, database = Path(lines[1]), Path(lines[1]) / paths.database.name
        was_used = database.is_file() and _digest(database) != lines[2]
        if not was_used and old.resolve() != paths.data.resolve() and old.is_dir():
            _remove_ours(old)
            if _names(old):
                return
            if not any(old.iterdir()):
                old.rmdir()
        _write(paths.pointer, str(paths.data))
    except OSError as error:
        _log.warning("the folder that the data lay in could not be removed: %s", error)


def require_there(paths: Paths) -> None:
    """Check that the data are where they were moved to.

    Raises:
        InputError: when they are not, as when a drive is not connected.
    """
    is_moved = paths.pointer is not None and paths.pointer.is_file()
    if is_moved and not paths.database.is_file() and not paths.backups.is_dir():
        message = f"Your answers were moved to {paths.data}, and they are not there now."
        advice = f"Connect the drive they lie on and start again. To begin anew without them, remove {paths.pointer}."
        raise InputError(message, advice)


def _is_free(folder: Path) -> bool:
    """Whether nothing is in a folder but what a move that was cut off has left."""
    return not folder.exists() or (folder.is_dir() and ((folder / _MARKER).exists() or not any(folder.iterdir())))


def _is_ours(name: str) -> bool:
    return name in _OURS or name.startswith(_BEGINNINGS)


def _names(folder: Path) -> list[str]:
    """Return every file that belongs to the data, as a path within their folder."""
    found: list[Path] = []
    for entry in folder.iterdir() if folder.is_dir() else ():
        if _is_ours(entry.name):
            found += [each for each in entry.rglob("*") if each.is_file()] if entry.is_dir() else [entry]
    return sorted(each.relative_to(folder).as_posix() for each in found)


def _is_alike(source: Path, target: Path) -> bool:
    if not target.is_file():
        return False
    one, other = source.stat(), target.stat()
    return one.st_size == other.st_size and abs(one.st_mtime - other.st_mtime) < _SAME_TIME_S


def _copy(source: Path, target: Path) -> None:
    """Copy a file with its time, and read the copy again."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as opened, target.open("wb") as copy:
        while part := opened.read(_CHUNK):
            digest.update(part)
            copy.write(part)
        copy.flush()
        os.fsync(copy.fileno())
    shutil.copystat(source, target)
    if _digest(target) != digest.hexdigest():
        message = f"{target} is not what was copied."
        raise InputError(message, "The drive may be damaged: choose another folder.")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _remove_ours(folder: Path) -> None:
    """Remove the data from a folder, the database last; what refuses stays."""
    entries = [entry for entry in folder.iterdir() if _is_ours(entry.name)] if folder.is_dir() else []
    for entry in sorted(entries, key=lambda entry: entry.name.startswith("mlprep.db")):
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
            continue
        try:
            entry.unlink()
        except OSError as error:
            _log.warning("%s could not be removed: %s", entry, error)


def _write(pointer: Path, *lines: str) -> None:
    """Write the pointer so that a crash leaves the one before or the new one."""
    pointer.parent.mkdir(parents=True, exist_ok=True)
    fresh = pointer.with_name(f"{pointer.name}.new")
    with fresh.open("w", encoding="utf-8", errors="surrogateescape") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(pointer)


@contextmanager
def _disk_errors(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"The data could not be moved to {target}: {error.strerror or error}."
        raise InputError(message, "Check the free space and the permissions, or choose another place.") from error
