"""File > Back up, File > Restore and another data folder: where, what is inside, and how far it has come."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mlprep_gui.app.mover import MoveView
from mlprep_gui.export.moving import BackupFacts
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.pages.words import (
    answers_words,
    breakable,
    instant_words,
    own_packs_words,
    recordings_words,
    size_words,
)
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.choices import Switch
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.gauges import ProgressLine
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.text import wrapped


class MovingDialog(Dialog):
    """A place to write to or to read from, a button, and what comes of it. Esc cancels what runs, then closes.

    Signals:
        cancel_requested(): stop what is under way.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._view = MoveView()
        self.place = QLineEdit()
        self.place.setMinimumWidth(look().px(320))
        self.choose_button = Button(self.tr("Choose…"))
        self.go_button = Button("", Kind.PRIMARY)
        self.about = wrapped("", "body", "muted")
        self.close_button = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        self._progress = ProgressLine(self.tr("Files"))
        self._words = wrapped("", "small", "muted")
        self._notice = Notice()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(4)
        column = QVBoxLayout()
        column.setContentsMargins(28, 20, 28, 8)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addLayout(self.rows)
        column.addWidget(self._notice)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 8, 28, 20)
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(column, 1)
        outer.addLayout(foot)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.close_button.clicked.connect(self.reject)
        self._notice.action_chosen.connect(self._on_action_chosen)
        self.resize(look().px(680), look().px(380))

    def set_state(self, view: MoveView) -> None:
        """Show how far it has come, or what came of it."""
        before, self._view = self._view, view
        for widget in (self.place, self.choose_button):
            widget.setEnabled(not view.running)
        self.go_button.setEnabled(self._can_go(view))
        self.close_button.setText(self.tr("Cancel") if view.running else self.tr("Close"))
        self.close_button.setEnabled(not view.stopping)
        self._progress.setVisible(view.running)
        self._progress.set_fraction(view.done / view.total if view.total else 0.0)
        self._words.setVisible(view.running)
        self._words.setText(self._progress_words(view))
        if before != view and not view.running:
            self._show_outcome(view)

    def _can_go(self, view: MoveView) -> bool:
        return not view.running

    def _progress_words(self, view: MoveView) -> str:
        if view.stopping:
            return self.tr("Stopping…")
        if not view.total:
            return self.tr("Reading…")
        return self.tr("{0} of {1} files").format(view.done, view.total)

    def _show_outcome(self, view: MoveView) -> None:
        if view.stopped:
            self._notice.show_notice("info", self.tr("Stopped."), self.tr("Nothing was changed."))
        elif view.error:
            self._notice.show_notice("warning", self.tr("Nothing was changed."), view.error)
        else:
            self._notice.hide_notice()

    def _facts_words(self, facts: BackupFacts) -> str:
        made_at = instant_words(datetime.fromisoformat(facts.made_at))
        held = [answers_words(facts.answers), self.tr("no recordings")]
        if facts.with_audio and facts.recordings:
            held[1] = recordings_words(facts.recordings)
        if facts.packs:
            held.append(own_packs_words(facts.packs))
        return self.tr("Made on {0} by {1}. It holds {2}: {3}.").format(
            made_at, facts.program, ", ".join(held), size_words(facts.size_bytes)
        )

    def _path(self) -> Path | None:
        place = self.place.text().strip()
        return Path(place).expanduser() if place else None

    def _on_choose_clicked(self) -> None:
        raise NotImplementedError

    def _on_action_chosen(self, action: str) -> None:
        raise NotImplementedError

    @override
    def reject(self) -> None:
        if self._view.running:
            self.cancel_requested.emit()
        else:
            super().reject()


class BackupDialog(MovingDialog):
    """Asks where to.

    Signals:
        backup_requested(object, bool, bool): the file, with the recordings or not, and whether it may be replaced.
    """

    backup_requested = Signal(object, bool, bool)

    def __init__(self, folder: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Back up"))
        self._confirmed = ""
        self.about.setText(self.tr("Everything in one file, to keep it safe or to move to another computer."))
        self.go_button.setText(self.tr("Back up"))
        self.go_button.setDefault(True)
        self.place.setText(str(folder / f"mlprep-backup-{today.isoformat()}.zip"))
        self.place.setAccessibleName(self.tr("Where to"))
        self.choose_button.setAccessibleName(self.tr("Choose where to"))
        self.audio = Switch(self.tr("With the recordings"))
        self.audio.setChecked(True)
        self.rows.addWidget(
            FormRow(self.tr("Recordings"), self.audio, note=self.tr("2 to 3 MB for each minute; off: words only"))
        )
        self.rows.addWidget(FormRow(self.tr("Where to"), self.place, self.choose_button, divider=False))
        self.go_button.clicked.connect(lambda: self._ask(may_replace=False))
        self.set_state(self._view)
        self.go_button.setFocus()

    @override
    def _show_outcome(self, view: MoveView) -> None:
        if view.written is not None and view.facts is not None:
            title = self.tr("{0} is written.").format(view.written.name)
            self._notice.show_notice(
                "info", title, self._facts_words(view.facts), {"folder": self.tr("Show the folder")}
            )
            self.close_button.setFocus()
        elif view.in_the_way is not None:
            title = self.tr("There is a file {0} already.").format(view.in_the_way.name)
            actions = {"replace": self.tr("Replace it")}
            self._notice.show_notice("warning", title, self.tr("It is still as it was."), actions)
        else:
            super()._show_outcome(view)

    def _ask(self, *, may_replace: bool) -> None:
        path = self._path()
        if path is None:
            self.place.setFocus()
            return
        confirmed = may_replace or self.place.text().strip() == self._confirmed
        self.backup_requested.emit(path, self.audio.isChecked(), confirmed)

    @override
    def _on_action_chosen(self, action: str) -> None:
        if action == "replace":
            self._ask(may_replace=True)
        elif action == "folder" and self._view.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._view.written.parent)))

    @override
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), self.place.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def _on_place_chosen(self, path: str) -> None:
        self._confirmed = path
        self.place.setText(path)


class RestoreDialog(MovingDialog):
    """Asks for a backup, and shows what is inside before anything is changed.

    Signals:
        file_chosen(object): find out what this file holds.
        restore_requested(object): restore the file that was looked into.
    """

    file_chosen = Signal(object)
    restore_requested = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore"))
        self._folder = folder
        self.about.setText(self.tr("Bring a backup back. First it shows what is inside; nothing is changed by that."))
        self.go_button.setText(self.tr("Restore it"))
        self.place.setAccessibleName(self.tr("The backup"))
        self.place.setReadOnly(True)
        self.choose_button.setAccessibleName(self.tr("Choose a backup"))
        self.rows.addWidget(FormRow(self.tr("The backup"), self.place, self.choose_button, divider=False))
        self.place.setPlaceholderText(self.tr("No file chosen yet"))
        self.go_button.clicked.connect(self._on_restore)
        self.set_state(self._view)
        self.choose_button.setFocus()

    def look_into(self, path: str) -> None:
        """Look into a file."""
        self.place.setText(path)
        self.file_chosen.emit(Path(path))

    @override
    def _can_go(self, view: MoveView) -> bool:
        return view.opened is not None and not view.running

    @override
    def _show_outcome(self, view: MoveView) -> None:
        if view.opened is None or view.facts is None:
            super()._show_outcome(view)
            return
        if view.answers:
            kept = self.tr(
                "Here there are {0} now. They are not deleted: with their recordings they are moved to a folder "
                "“before-restore” in the data folder, and the backup takes their place."
            ).format(answers_words(view.answers))
        else:
            kept = self.tr("There are no answers here yet.")
        after = self.tr("MLPrep closes its window for a moment and opens it again.")
        self._notice.show_notice("info", self._facts_words(view.facts), f"{kept} {after}")
        self.go_button.setFocus()

    def _on_restore(self) -> None:
        if self._view.opened is not None:
            self.restore_requested.emit(self._view.opened)

    @override
    def _on_action_chosen(self, action: str) -> None:
        """There is nothing to choose in what it says."""

    @override
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("The backup"), str(self._folder), self.tr("Backups (*.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_into)
        dialog.open()


class RelocationDialog(MovingDialog):
    """Asks for another data folder, and shows what would be moved before anything is.

    Signals:
        folder_chosen(object): find out what a move to this folder would take along.
        relocation_requested(object): make the `Relocation` that was looked at.
    """

    folder_chosen = Signal(object)
    relocation_requested = Signal(object)

    def __init__(self, present: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move data folder"))
        self.about.setText(
            self.tr("Your data are in {0}. Choose where they should be, as on another drive.").format(
                breakable(str(present))
            )
        )
        self.go_button.setText(self.tr("Move them"))
        self.place.setAccessibleName(self.tr("The new folder"))
        self.place.setReadOnly(True)
        self.place.setPlaceholderText(self.tr("No folder chosen yet"))
        self.choose_button.setAccessibleName(self.tr("Choose the new folder"))
        self.rows.addWidget(FormRow(self.tr("The new folder"), self.place, self.choose_button, divider=False))
        self.go_button.clicked.connect(self._on_move)
        self.set_state(self._view)
        self.choose_button.setFocus()

    def look_at(self, folder: str) -> None:
        """Look at a folder."""
        self.place.setText(folder)
        self.folder_chosen.emit(Path(folder))

    @override
    def _can_go(self, view: MoveView) -> bool:
        return view.relocation is not None and view.relocation.fits and not view.running

    @override
    def _show_outcome(self, view: MoveView) -> None:
        move = view.relocation
        if move is None:
            super()._show_outcome(view)
            return
        needed, free = size_words(move.size_bytes), size_words(move.free_bytes)
        title = self.tr("%n file(s), {0}, go to {1}.", "", move.files).format(needed, breakable(str(move.folder)))
        if not move.fits:
            title = self.tr("There is too little room.")
            words = self.tr("{0} are needed, {1} are free. Choose another folder, or make room.").format(needed, free)
            self._notice.show_notice("warning", title, words)
            return
        words = self.tr(
            "{0} are free there. Answers, recordings, copies of the database, your packs and downloaded recognisers "
            "are copied and checked, and only then removed from the old folder; settings stay where they are. "
            "MLPrep closes its window for a moment and opens it again."
        )
        self._notice.show_notice("info", title, words.format(free))

    def _on_move(self) -> None:
        if self._view.relocation is not None:
            self.relocation_requested.emit(self._view.relocation)

    @override
    def _on_action_chosen(self, action: str) -> None:
        """There is nothing to choose in what it says."""

    @override
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("The new folder"), self.place.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()
