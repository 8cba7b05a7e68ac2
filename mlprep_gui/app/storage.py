"""What lies on the disk, and recordings that the learner lets go by a rule."""

import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.storage import AudioKept, AudioRule, DiskUse
from mlprep_gui.paths import Paths
from mlprep_gui.settings import Settings
from mlprep_gui.store import Store

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Removal:
    """Recordings that a rule does not keep: how many of them are there, and how large they are."""

    rule: AudioRule
    recordings: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class StorageView:
    """What is kept.

    Attributes:
        rule: in use.
        use: what lies on the disk; None until it was measured.
        offered: what the rule that is looked at would remove; None until that is known.
        removed: what was removed just now; None when nothing was.
        busy: recordings are being removed.
        folder: where everything lies.
        is_named: the folder was named at the start, so that it cannot be moved from here.
    """

    rule: AudioRule
    use: DiskUse | None = None
    offered: Removal | None = None
    removed: Removal | None = None
    busy: bool = False
    folder: Path = Path()
    is_named: bool = False


def rule_of(settings: Settings) -> AudioRule:
    """Return the rule that was chosen."""
    return AudioRule(AudioKept(settings.audio_kept), settings.audio_takes, settings.audio_days)


class Storage(QObject):
    """Measures and removes in jobs. Nothing is removed but by a rule that the learner put in use.

    Signals:
        changed(StorageView): what is shown.
        rule_chosen(AudioRule): a rule was put in use; it is to be kept in the settings.
        removed(): recordings have gone.
        noticed(str): something went wrong.
    """

    changed = Signal(object)
    rule_chosen = Signal(object)
    removed = Signal()
    noticed = Signal(str)

    def __init__(
        self, runner: JobRunner, store: Store, paths: Paths, rule: AudioRule, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._paths = paths
        self._view = StorageView(rule, folder=paths.data, is_named=paths.pointer is None)
        self._asked = rule

    @property
    def view(self) -> StorageView:
        """What is shown."""
        return self._view

    def look(self) -> None:
        """Measure what lies on the disk."""
        paths = self._paths
        self._submit(lambda: measure_disk(paths), lambda use: self._show(replace(self._view, use=use)))

    def offer(self, rule: AudioRule) -> None:
        """Find out what a rule would remove, and change nothing."""
        self._asked = rule

        def show(found: Removal) -> None:
            if found.rule == self._asked:
                self._show(replace(self._view, offered=found, removed=None))

        self._submit(lambda: self._removal(rule), show)

    def use(self, rule: AudioRule) -> None:
        """Put a rule in use, and remove what it does not keep."""
        self._asked = rule
        self._show(replace(self._view, rule=rule, offered=None, removed=None, busy=True))
        self.rule_chosen.emit(rule)
        self._apply(rule)

    def tidy(self) -> None:
        """Remove what has fallen out of the rule in use; for the start, when no answer is being recorded."""
        if self._view.rule.kept is not AudioKept.ALL:
            self._apply(self._view.rule)

    def _apply(self, rule: AudioRule) -> None:
        def work() -> Removal:
            gone, size_bytes = 0, 0
            for path in self._beyond(rule):
                length = _size(path)
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:  # in use, or not allowed: it stays until the next time
                    _log.warning("%s could not be removed: %s", path, error)
                    continue
                gone, size_bytes = gone + 1, size_bytes + length
            return Removal(rule, gone, size_bytes)

        self._submit(work, self._on_removed)

    def _on_removed(self, removed: Removal) -> None:
        self._show(replace(self._view, busy=False, removed=removed if removed.recordings else None))
        if removed.recordings:
            self.removed.emit()
            self.look()

    def _removal(self, rule: AudioRule) -> Removal:
        paths = self._beyond(rule)
        return Removal(rule, len(paths), sum(map(_size, paths)))

    def _beyond(self, rule: AudioRule) -> list[Path]:
        """In the pool: return the files that a rule does not keep and that are still there."""
        archive, takes = self._store.archive, self._paths.takes
        names = self._runner.wait_for(lambda: archive.recordings_beyond(rule), Lane.STORE)
        files = [takes / Path(name).name for name in names]
        return [file for file in files if file.is_file()]

    def _submit(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._runner.submit(work, then, self._on_error, Lane.POOL)

    def _on_error(self, error: MLPrepError) -> None:
        self._show(replace(self._view, busy=False))
        self.noticed.emit(in_words(error))

    def _show(self, view: StorageView) -> None:
        self._view = view
        self.changed.emit(view)


def measure_disk(paths: Paths) -> DiskUse:
    """Add up the sizes of files; what goes while it is measured counts nothing."""
    journals = [paths.database.with_name(f"{paths.database.name}{ending}") for ending in ("", "-wal", "-shm")]
    takes = [_size(file) for file in _files(paths.takes)]
    models = (file for folder in (paths.models, paths.recognisers) for file in _files(folder))
    return DiskUse(
        database=sum(map(_size, journals)),
        backups=sum(map(_size, _files(paths.backups))),
        audio=sum(takes),
        recordings=len(takes),
        models=sum(map(_size, models)),
    )


def _files(folder: Path) -> Iterable[Path]:
    return (Path(root) / name for root, _, names in os.walk(folder) for name in names)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
