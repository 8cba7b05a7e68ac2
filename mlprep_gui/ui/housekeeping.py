"""Connects what takes care of what is kept: export, backup, restore, recordings, attempts beside each other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mlprep_gui.app.comparing import ComparisonView
from mlprep_gui.app.keeping import Keeping
from mlprep_gui.app.mover import Mover
from mlprep_gui.app.program import Program
from mlprep_gui.app.views import SessionView
from mlprep_gui.export.moving import Unpacked
from mlprep_gui.export.relocating import Relocation
from mlprep_gui.ui.dialogs.export_dialog import ExportDialog, documents_folder
from mlprep_gui.ui.dialogs.moving_dialogs import BackupDialog, MovingDialog, RelocationDialog, RestoreDialog
from mlprep_gui.ui.language import Reopening
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.compare_page import ComparePage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.storage_settings import StorageSettings
from mlprep_gui.ui.pages.words import local_today

_WHEN_PAINTED_MS = 50


class Housekeeping(QObject):
    """Adds the compare page, opens the dialogs, and has the page of a session built ahead.

    Args:
        can_open: whether a dialog may be opened now; not in a round.

    Attributes:
        waiting: what is done when the window has closed, and opens again: a backup or another data folder is put in
            place, or another language is used. None usually.

    Signals:
        session_wanted(): back to the session that is shown.
    """

    session_wanted = Signal()

    def __init__(
        self, window: MainWindow, program: Program, can_open: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._program = program
        self._can_open = can_open
        self._page: ComparePage | None = None
        self.waiting: Unpacked | Relocation | Reopening | None = None
        window.add_page("compare", self._make_compare)
        window.back_up_requested.connect(self.open_backup)
        window.restore_requested.connect(self.open_restore)
        window.page_shown.connect(self._on_page_shown)
        program.ready.connect(self._on_ready)

    def open_export(self, view: SessionView | None, take: str = "") -> None:
        """Ask what to export and where to; with a session that one is chosen, and with a take that answer of it."""
        exporter = self._program.exporter
        if exporter is None or not self._can_open():
            return
        dialog = ExportDialog(view, documents_folder(), local_today(), self._window, take=take)
        dialog.export_requested.connect(exporter.start)
        dialog.cancel_requested.connect(exporter.cancel)
        dialog.finished.connect(exporter.put_away)
        exporter.changed.connect(dialog.set_state)
        dialog.set_state(exporter.view)
        dialog.open()

    def open_backup(self) -> None:
        """Ask where to write a backup."""
        keeping = self._program.keeping
        if keeping is None or not self._can_open():
            return
        mover, dialog = keeping.mover, BackupDialog(documents_folder(), local_today(), self._window)
        dialog.backup_requested.connect(mover.back_up)
        self._open(dialog, mover)

    def open_restore(self) -> None:
        """Ask for a backup to restore."""
        keeping = self._program.keeping
        if keeping is None or not self._can_open():
            return
        mover, dialog = keeping.mover, RestoreDialog(documents_folder(), self._window)
        dialog.file_chosen.connect(mover.look_into)
        dialog.restore_requested.connect(mover.restore)
        mover.unpacked.connect(dialog.accept)
        self._open(dialog, mover)

    def open_relocation(self) -> None:
        """Ask for another data folder."""
        keeping = self._program.keeping
        if keeping is None or not self._can_open():
            return
        mover, dialog = keeping.mover, RelocationDialog(self._program.paths.data, self._window)
        dialog.folder_chosen.connect(mover.look_at)
        dialog.relocation_requested.connect(mover.relocate)
        mover.carried.connect(dialog.accept)
        self._open(dialog, mover)

    @staticmethod
    def _open(dialog: MovingDialog, mover: Mover) -> None:
        dialog.cancel_requested.connect(mover.cancel)
        dialog.finished.connect(mover.put_away)
        mover.changed.connect(dialog.set_state)
        dialog.set_state(mover.view)
        dialog.open()

    def compare(self, question: str, take: str) -> None:
        """Show all attempts at a question."""
        if self._program.keeping is not None:
            self._program.keeping.comparison.open(question, take)

    def connect_settings(self, page: SettingsPage) -> None:
        """Let what settings do to the window and to the disk work."""
        page.reopen_requested.connect(self._on_reopen_requested)
        self.connect_storage(page.storage)

    def connect_storage(self, part: StorageSettings) -> None:
        """Let the part of the settings work that is about what lies on the disk."""
        keeping = self._program.keeping
        if keeping is None:
            self._program.ready.connect(lambda: self.connect_storage(part))
            return
        storage = keeping.storage
        part.rule_offered.connect(storage.offer)
        part.rule_chosen.connect(storage.use)
        part.move_requested.connect(self.open_relocation)
        storage.changed.connect(part.set_state)
        part.set_state(storage.view)
        storage.look()

    def _make_compare(self) -> QWidget:
        page = ComparePage()
        page.back_requested.connect(self.session_wanted)
        page.practise_requested.connect(self._program.practise)
        if self._program.keeping is not None:
            page.play_requested.connect(self._program.keeping.comparison.play)
        self._page = page
        return page

    def _on_ready(self) -> None:
        keeping: Keeping | None = self._program.keeping
        if keeping is not None:
            keeping.comparison.opened.connect(self._on_compared)
            keeping.comparison.changed.connect(lambda view: self._page.set_state(view) if self._page else None)
            keeping.mover.unpacked.connect(self._on_ready_to_settle)
            keeping.mover.carried.connect(self._on_ready_to_settle)
        if self._program.archive is not None:
            self._program.archive.changed.connect(self._on_listed)

    def _on_listed(self, _view: object) -> None:
        """Build the page of a session while the list is looked at: the first one to be opened need not wait for it."""
        archive = self._program.archive
        if archive is not None and self._window.current_page == "review":
            archive.changed.disconnect(self._on_listed)
            QTimer.singleShot(_WHEN_PAINTED_MS, self, lambda: self._window.page("session"))

    def _on_compared(self, view: ComparisonView) -> None:
        self._window.page("compare")
        if self._page is not None:
            self._page.set_state(view)
            self._page.show_top()
        self._window.show_page("compare")

    def _on_ready_to_settle(self, waiting: Unpacked | Relocation) -> None:
        """Close the window: the database has to be closed before it is replaced or moved."""
        self.waiting = waiting
        self._window.close()

    def _on_reopen_requested(self) -> None:
        """Close the window, so that it is built anew; not in a round."""
        if self._can_open():
            self.waiting = Reopening("settings")
            self._window.close()

    def _on_page_shown(self, name: str) -> None:
        keeping = self._program.keeping
        if keeping is None:
            return
        if name != "compare":
            keeping.comparison.stop()
        if name == "settings":
            keeping.storage.look()
