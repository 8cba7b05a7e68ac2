"""Exports answers in a job: how far it has come, cancelling, and what came of it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import ExportView
from mlprep_gui.domain.errors import InputError, MLPrepError
from mlprep_gui.domain.exporting import ExportedSession, ExportRequest, ExportResult
from mlprep_gui.export import FileThereError, export
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Clock
from mlprep_gui.store import Store


class _CancelledError(MLPrepError):
    """The learner cancelled the export."""


class Exporter(QObject):
    """Writes one file at a time.

    The file is written in the pool; each session is read on the store's thread when it is its turn, so that a running
    round is never kept from saving. A cancelled or failed export leaves no file, and the one that was there stays.

    Signals:
        changed(ExportView): on every step.
    """

    changed = Signal(object)

    def __init__(
        self, runner: JobRunner, store: Store, paths: Paths, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._paths = paths
        self._clock = clock
        self._view = ExportView()
        self._cancelled = threading.Event()

    @property
    def view(self) -> ExportView:
        """What is shown."""
        return self._view

    def start(self, request: ExportRequest) -> None:
        """Write a file; while one is being written nothing else begins."""
        if self._view.running:
            return
        self._cancelled.clear()
        self._show(ExportView(running=True))
        self._runner.submit(lambda: self._write(request), self._on_written, self._on_failed, Lane.POOL)

    def cancel(self) -> None:
        """Stop after the present session; nothing is written then."""
        if self._view.running:
            self._cancelled.set()
            self._show(replace(self._view, stopping=True))

    def put_away(self) -> None:
        """Forget the last result."""
        if not self._view.running:
            self._show(ExportView())

    # In the pool

    def _write(self, request: ExportRequest) -> ExportResult:
        store, selection = self._store, request.selection
        selected = self._runner.wait_for(lambda: store.select(selection), Lane.STORE)
        if not selected:
            raise InputError(self.tr("There is no answer to export."), self.tr("Choose another session or period."))
        total = sum(each.answers for each in selected)
        self._tell(0, total)

        def sessions() -> Iterator[ExportedSession]:
            for each in selected:
                read = partial(store.exported, each.id, selection.take)
                yield self._runner.wait_for(read, Lane.STORE)

        return export(
            request,
            sessions(),
            self._paths.takes,
            self._paths.fonts,
            self._clock.now(),
            lambda done: self._tell(done, total),
        )

    def _tell(self, done: int, total: int) -> None:
        """Show how far it has come; raises when the export was cancelled."""
        if self._cancelled.is_set():
            raise _CancelledError(self.tr("The export was cancelled."))
        self._runner.tell(lambda: self._on_went_on(done, total))

    # On the GUI thread

    def _on_went_on(self, done: int, total: int) -> None:
        if self._view.running:
            self._show(replace(self._view, done=done, total=total))

    def _on_written(self, result: ExportResult) -> None:
        self._show(ExportView(result=result))

    def _on_failed(self, error: MLPrepError) -> None:
        match error:
            case _CancelledError():
                self._show(ExportView(stopped=True))
            case FileThereError():
                self._show(ExportView(in_the_way=error.path))
            case _:
                self._show(ExportView(error=in_words(error)))

    def _show(self, view: ExportView) -> None:
        self._view = view
        self.changed.emit(view)
