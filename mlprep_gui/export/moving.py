"""Backup and moving house: database, settings, packs and recordings in one zip, and back into an empty data folder."""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from mlprep_gui import __version__
from mlprep_gui.domain.errors import InputError
from mlprep_gui.export.place import whole_file
from mlprep_gui.paths import Paths

_FORMAT, _VERSION = "mlprep-backup", 1
_MANIFEST: Final = "manifest.json"
_DATABASE, _SETTINGS, _CALIBRATION = "mlprep.db", "settings.toml", "calibration.json"
_PACKS, _TAKES = "questions", "takes"
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds.

    Attributes:
        schema: version of the database.
        sessions, answers: how many of each.
        recordings: how many recordings; with_audio is False when they were left out.
        packs: the learner's own question packs.
        size_bytes: of everything once it is restored.
    """

    made_at: str
    program: str
    schema: int
    sessions: int
    answers: int
    with_audio: bool
    recordings: int
    packs: int
    size_bytes: int


def write_backup(
    path: Path,
    paths: Paths,
    copy_database: Callable[[Path], None],
    counts: tuple[int, int, int],
    now: datetime,
    *,
    audio: bool = True,
    replace: bool = False,
    went_on: Callable[[int, int], None] = lambda done, total: None,
) -> BackupFacts:
    """Write a backup; the file takes its place only when it is whole.

    Args:
        path: the file.
        paths: where everything lies.
        copy_database: copies the database as it stands to a new file.
        counts: version of the database, sessions and answers.
        now: instant of the backup.
        audio: put the recordings into it.
        replace: a file of that name may be replaced.
        went_on: called with the number of files written and to be written; what it raises ends the backup.

    Raises:
        InputError: when it cannot be written there, or there is such a file already.
    """
    with (
        whole_file(path, replace=replace) as fresh,
        tempfile.TemporaryDirectory(prefix=".mlprep-backup-", dir=path.parent) as folder,
    ):
        copy = Path(folder) / _DATABASE
        copy_database(copy)
        members = [(_DATABASE, copy), *_members(paths, audio=audio)]
        digests: dict[str, str] = {}
        size_bytes = 0
        with zipfile.ZipFile(fresh, "w") as file:
            for done, (name, source) in enumerate(members):
                went_on(done, len(members))
                digests[name] = _add(file, name, source)
                size_bytes += file.getinfo(name).file_size
            names = tuple(PurePosixPath(name).parts[0] for name, _ in members)
            facts = BackupFacts(
                now.isoformat(),
                f"MLPrep {__version__}",
                *counts,
                audio,
                names.count(_TAKES),
                names.count(_PACKS),
                size_bytes,
            )
            manifest = {"format": _FORMAT, "version": _VERSION, "facts": asdict(facts), "sha256": digests}
            file.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        went_on(len(members), len(members))
    return facts


def read_backup(path: Path, newest_schema: int) -> BackupFacts:
    """Return what a backup holds, without changing anything.

    Raises:
        InputError: when it is no backup, is damaged, or was made by a newer version of the program.
    """
    with _opened(path) as file:
        return _facts(_manifest(file, path), path, newest_schema)


def restore_backup(
    path: Path,
    paths: Paths,
    newest_schema: int,
    went_on: Callable[[int, int], None] = lambda done, total: None,
) -> BackupFacts:
    """Restore a backup into a data folder without answers; every file is checked before any is put in its place.

    Settings that are there already are kept as settings.toml.before-restore.

    Raises:
        InputError: when the data folder holds answers, or the backup cannot be used; then nothing is changed.
    """
    _require_empty(paths)
    unpacked = unpack_backup(path, paths, newest_schema, went_on)
    put_in_place(unpacked, paths)
    return unpacked.facts


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A backup whose files were checked and lie in a folder of their own, ready to be put in place."""

    folder: Path
    names: tuple[str, ...]
    facts: BackupFacts


def unpack_backup(
    path: Path,
    paths: Paths,
    newest_schema: int,
    went_on: Callable[[int, int], None] = lambda done, total: None,
) -> Unpacked:
    """Unpack a backup beside what is kept and check every file; nothing that is in use is touched.

    What went_on raises ends it, and nothing is left behind.

    Raises:
        InputError: when the backup cannot be used, or the disk refuses.
    """
    with _disk_errors(path, paths):
        paths.data.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".restore-", dir=paths.data))
        try:
            with _opened(path) as file:
                manifest = _manifest(file, path)
                facts = _facts(manifest, path, newest_schema)
                names = tuple(manifest["sha256"])
                for done, name in enumerate(names):
                    went_on(done, len(names))
                    _extract(file, name, folder, manifest["sha256"][name], path)
                went_on(len(names), len(names))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return Unpacked(folder, names, facts)


def put_in_place(unpacked: Unpacked, paths: Paths, aside: Path | None = None) -> None:
    """Put what was unpacked where it belongs. The database must not be open.

    Args:
        unpacked: the files; their folder goes.
        paths: where everything lies.
        aside: a folder that what is there now is moved to first; None when nothing is.

    Raises:
        InputError: when the disk refuses.
    """
    with _disk_errors(unpacked.folder, paths):
        try:
            if aside is not None:
                _move_aside(paths, aside)
            _put_in_place(unpacked.folder, unpacked.names, paths)
        finally:
            shutil.rmtree(unpacked.folder, ignore_errors=True)


@contextmanager
def _disk_errors(path: Path, paths: Paths) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{error.filename or path} could not be restored: {error.strerror or error}."
        raise InputError(message, f"Check free space and permissions of {paths.data}.") from error


def _move_aside(paths: Paths, aside: Path) -> None:
    """Move everything that a restore would replace to another folder, the database first."""
    journals = [paths.database.with_name(f"{_DATABASE}{ending}") for ending in ("-wal", "-shm")]
    aside.mkdir(parents=True)
    for each in (paths.database, *journals, paths.calibration, paths.takes, paths.user_packs):
        if each.exists():
            shutil.move(each, aside / each.name)


def _members(paths: Paths, *, audio: bool) -> Iterator[tuple[str, Path]]:
    """Yield the name in the backup and the place of each file but the database."""
    for name, source in ((_SETTINGS, paths.settings_file), (_CALIBRATION, paths.calibration)):
        if source.is_file():
            yield name, source
    folders = [(_PACKS, paths.user_packs)] + ([(_TAKES, paths.takes)] if audio else [])
    for name, folder in folders:
        if folder.is_dir():
            yield from ((f"{name}/{each.name}", each) for each in sorted(folder.iterdir()) if each.is_file())


def _add(file: zipfile.ZipFile, name: str, source: Path) -> str:
    """Add a file, and return its digest. Recordings are stored as they are: packing them would take long for little."""
    info = zipfile.ZipInfo.from_file(source, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_STORED if name.startswith(f"{_TAKES}/") else zipfile.ZIP_DEFLATED
    with source.open("rb") as opened, file.open(info, "w", force_zip64=True) as target:
        return _copy(opened, target)


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while part := source.read(_CHUNK):
        digest.update(part)
        target.write(part)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup; whatever is wrong with the file inside becomes an InputError."""
    try:
        with zipfile.ZipFile(path) as file:
            yield file
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _unusable(path, f"it is damaged or no backup ({error})") from error
    except FileNotFoundError as error:
        message = f"There is no file {path}."
        raise InputError(message, "Check the name.") from error


def _unusable(path: Path, why: str) -> InputError:
    message = f"{path} cannot be restored: {why}."
    return InputError(message, "Nothing was changed; choose another backup.")


def _manifest(file: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    """Read what the backup says of itself; its names may lead nowhere but to where such files belong."""
    try:
        manifest: dict[str, Any] = json.loads(file.read(_MANIFEST))
        names: dict[str, str] = manifest["sha256"]
        is_one = manifest["format"] == _FORMAT and _DATABASE in names and all(map(_is_ours, names))
    except (KeyError, TypeError, ValueError) as error:
        raise _unusable(path, "it is no backup of MLPrep") from error
    if not is_one:
        raise _unusable(path, "it is no backup of MLPrep")
    if manifest["version"] != _VERSION:
        raise _unusable(path, "it was made by a newer MLPrep")
    return manifest


def _is_ours(name: str) -> bool:
    if name in (_DATABASE, _SETTINGS, _CALIBRATION):
        return True
    folder, _, inner = name.partition("/")
    return folder in (_PACKS, _TAKES) and inner not in ("", ".", "..") and not set(inner) & set("/\\:\0")


def _facts(manifest: dict[str, Any], path: Path, newest_schema: int) -> BackupFacts:
    try:
        facts = BackupFacts(**manifest["facts"])
    except (KeyError, TypeError) as error:
        raise _unusable(path, "it is no backup of MLPrep") from error
    if facts.schema > newest_schema:
        raise _unusable(path, f"it was made by a newer version, {facts.program}; install that one first")
    return facts


def _require_empty(paths: Paths) -> None:
    for folder in (paths.takes, paths.user_packs):
        if folder.is_dir() and any(folder.iterdir()):
            message = f"There are files in {folder} already."
            raise InputError(message, "Restore into an empty folder: name one with --data-dir.")


def _extract(file: zipfile.ZipFile, name: str, folder: Path, digest: str, path: Path) -> None:
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    try:
        with file.open(name) as source, target.open("wb") as opened:
            found = _copy(source, opened)
            opened.flush()
            os.fsync(opened.fileno())
    except KeyError as error:
        raise _unusable(path, f"{name} is missing in it") from error
    if found != digest:
        raise _unusable(path, f"{name} is damaged in it")


def _put_in_place(folder: Path, names: Sequence[str], paths: Paths) -> None:
    """Move the checked files to their places, the database last: without it a restore has not happened."""
    if paths.settings_file.exists() and _SETTINGS in names:
        paths.settings_file.replace(paths.settings_file.with_name(f"{_SETTINGS}.before-restore"))
    places = {_SETTINGS: paths.settings_file, _CALIBRATION: paths.calibration, _DATABASE: paths.database}
    folders = {_PACKS: paths.user_packs, _TAKES: paths.takes}
    for name in sorted(names, key=lambda name: name == _DATABASE):
        target = places.get(name) or folders[PurePosixPath(name).parts[0]] / PurePosixPath(name).name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(folder / name, target)
