"""Backs everything up, and prepares a restore, in a job: how far it has come, cancelling, and what came of it."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.exporting import Selection
from mlprep_gui.export.moving import BackupFacts, Unpacked, read_backup, unpack_backup, write_backup
from mlprep_gui.export.place import FileThereError
from mlprep_gui.export.relocating import Relocation, carry, clear_old, look_at
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Clock
from mlprep_gui.store import Store
from mlprep_gui.store.database import schema_steps

T = TypeVar("T")


class _CancelledError(MLPrepError):
    """The learner cancelled it."""


@dataclass(frozen=True, slots=True)
class MoveView:
    """A backup or a restore: under way, or what came of the last step until it is put away.

    Attributes:
        done, total: files; total is 0 until it is known.
        stopping: it was cancelled and ends soon.
        stopped: the last one was cancelled; nothing was changed.
        written: the backup that was written.
        opened: the backup that was looked into.
        facts: what is in either of them.
        answers: how many answers are kept here now; None until it is known.
        relocation: where the data would go that was looked at.
        error: why nothing came of it, with what to do.
        in_the_way: a file that stands there already and may be replaced.
    """

    running: bool = False
    done: int = 0
    total: int = 0
    stopping: bool = False
    stopped: bool = False
    written: Path | None = None
    opened: Path | None = None
    facts: BackupFacts | None = None
    answers: int | None = None
    relocation: Relocation | None = None
    error: str = ""
    in_the_way: Path | None = None


class Mover(QObject):
    """One step at a time. Files are read and written in the pool; the database is copied on the store's thread.

    A restore only unpacks and checks, and a move of the data folder copies all but the database: `unpacked` and
    `carried` tell that everything lies ready. `export.moving.put_in_place` and `export.relocating.settle` do the rest
    when the database is closed.

    Signals:
        changed(MoveView): on every step.
        unpacked(Unpacked): a backup is ready to be put in place.
        carried(Relocation): all but the database lies in the new data folder.
    """

    changed = Signal(object)
    unpacked = Signal(object)
    carried = Signal(object)

    def __init__(
        self, runner: JobRunner, store: Store, paths: Paths, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._paths = paths
        self._clock = clock
        self._view = MoveView()
        self._cancelled = threading.Event()
        # Listed now: a restore of this start may be under way when the job comes to it.
        self._cut_off = tuple(paths.data.glob(".restore-*"))

    @property
    def view(self) -> MoveView:
        """What is shown."""
        return self._view

    def back_up(self, path: Path, audio: bool, may_replace: bool) -> None:
        """Write a backup."""

        def work() -> BackupFacts:
            selected = self._runner.wait_for(lambda: self._store.select(Selection()), Lane.STORE)
            counts = (_newest_schema(), len(selected), sum(each.answers for each in selected))
            return write_backup(
                path,
                self._paths,
                lambda target: self._runner.wait_for(lambda: self._store.copy_to(target), Lane.STORE),
                counts,
                self._clock.now(),
                audio=audio,
                replace=may_replace,
                went_on=self._tell,
            )

        self._start(work, lambda facts: self._show(MoveView(written=path, facts=facts)))

    def look_into(self, path: Path) -> None:
        """Find out what a backup holds, and whether there are answers here that would make room for it."""

        def work() -> tuple[BackupFacts, int]:
            facts = read_backup(path, _newest_schema())
            selected = self._runner.wait_for(lambda: self._store.select(Selection()), Lane.STORE)
            return facts, sum(each.answers for each in selected)

        def show(found: tuple[BackupFacts, int]) -> None:
            facts, answers = found
            self._show(MoveView(opened=path, facts=facts, answers=answers))

        self._start(work, show)

    def restore(self, path: Path) -> None:
        """Unpack a backup and check every file; `unpacked` follows."""

        def ready(unpacked: Unpacked) -> None:
            self._show(MoveView())
            self.unpacked.emit(unpacked)

        self._start(lambda: unpack_backup(path, self._paths, _newest_schema(), self._tell), ready)

    def look_at(self, folder: Path) -> None:
        """Find out what a move of the data to another folder would take along."""
        self._start(lambda: look_at(self._paths, folder), lambda found: self._show(MoveView(relocation=found)))

    def relocate(self, move: Relocation) -> None:
        """Copy and verify what lies in the data folder, all but the database; `carried` follows."""

        def ready(_: None) -> None:
            self._show(MoveView())
            self.carried.emit(move)

        self._start(lambda: carry(self._paths, move, self._tell), ready)

    def cancel(self) -> None:
        """Stop after the present file; nothing is changed then."""
        if self._view.running:
            self._cancelled.set()
            self._show(replace(self._view, stopping=True))

    def put_away(self) -> None:
        """Forget what came of the last step."""
        if not self._view.running:
            self._show(MoveView())

    def sweep(self) -> None:
        """Remove what a restore that was cut off before this start has unpacked; in a job."""
        for left in self._cut_off:
            shutil.rmtree(left, ignore_errors=True)

    def clear_old(self) -> None:
        """Remove the data folder that was in use before a move, in a job; for when the new one is open."""
        self._runner.submit(lambda: clear_old(self._paths), None, None, Lane.POOL)

    def _start(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        if not self._view.running:
            self._cancelled.clear()
            self._show(MoveView(running=True))
            self._runner.submit(work, then, self._on_failed, Lane.POOL)

    def _tell(self, done: int, total: int) -> None:
        """In the pool: show how far it has come; raises when it was cancelled."""
        if self._cancelled.is_set():
            raise _CancelledError(self.tr("It was cancelled."))
        self._runner.tell(lambda: self._on_went_on(done, total))

    def _on_went_on(self, done: int, total: int) -> None:
        if self._view.running:
            self._show(replace(self._view, done=done, total=total))

    def _on_failed(self, error: MLPrepError) -> None:
        match error:
            case _CancelledError():
                self._show(MoveView(stopped=True))
            case FileThereError():
                self._show(MoveView(in_the_way=error.path))
            case _:
                self._show(MoveView(error=in_words(error)))

    def _show(self, view: MoveView) -> None:
        self._view = view
        self.changed.emit(view)


def _newest_schema() -> int:
    return schema_steps()[-1].version
