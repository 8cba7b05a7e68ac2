"""File > Export: what, as what, where to, and how far it has come."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mlprep_gui.app.views import ExportView, SessionView
from mlprep_gui.domain.exporting import ExportFormat, ExportRequest, ExportResult, Paper, Selection
from mlprep_gui.domain.session import TakeId
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.pages.words import answers_words, instant_words, mode_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.choices import ComboBox, Segment, Switch
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.gauges import ProgressLine
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.text import wrapped

_DAYS: Final = {"week": 7, "month": 30}


def documents_folder() -> Path:
    """Return where the learner's documents lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


class ExportDialog(Dialog):
    """Asks what to export; it stays open until it is written. Esc cancels what is being written, then closes.

    Args:
        session: the session that is shown, to be chosen first; None for none.
        folder: where the file goes unless another place is chosen.
        take: an answer of that session, to be chosen before the whole of it.
        today: the present day where the learner is.

    Signals:
        export_requested(ExportRequest): the button, or the consent to replace a file.
        cancel_requested(): stop what is being written.
    """

    export_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(
        self, session: SessionView | None, folder: Path, today: date, parent: QWidget | None = None, *, take: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._session = session
        self._today = today
        self._view = ExportView()
        self._confirmed = ""
        self._make_controls(folder)
        self.what.setCurrentIndex(max(0, self.what.findData(f"answer {take}")))
        self._build()
        self._connect()
        self._follow_choice()
        self.set_state(self._view)

    def set_state(self, view: ExportView) -> None:
        """Show how far it has come, or what came of it."""
        before, self._view = self._view, view
        for row in self._rows:
            row.setEnabled(not view.running)
        self._export.setEnabled(not view.running)
        self._close.setText(self.tr("Cancel") if view.running else self.tr("Close"))
        self._close.setEnabled(not view.stopping)
        self._progress.setVisible(view.running)
        self._progress.set_fraction(view.done / view.total if view.total else 0.0)
        self._words.setVisible(view.running)
        self._words.setText(self._progress_words(view))
        if before != view:
            self._show_outcome(view)

    # Building

    def _make_controls(self, folder: Path) -> None:
        self.what = ComboBox(self.tr("What to export"))
        self.what.set_options(self._choices())
        self.first, self.last = self._date_field(self.tr("First day"), 30), self._date_field(self.tr("Last day"), 0)
        self.format = ComboBox(self.tr("Format"))
        self.format.set_options(
            [
                (ExportFormat.PDF, self.tr("PDF")),
                (ExportFormat.HTML, self.tr("Web page (HTML)")),
                (ExportFormat.MARKDOWN, self.tr("Markdown")),
                (ExportFormat.ANKI, self.tr("Anki deck")),
                (ExportFormat.CSV, self.tr("Table (CSV)")),
                (ExportFormat.JSON, self.tr("Data (JSON)")),
            ]
        )
        self.audio = Switch(self.tr("With the recordings"))
        self.paper = Segment([(Paper.A4, "A4"), (Paper.LETTER, "Letter")], self.tr("Paper"))
        self.paper.set_value(Paper.A4)
        name = self._session.record.session.id if self._session is not None else self._today.isoformat()
        self.place = QLineEdit(str(folder / f"mlprep-{name}{ExportFormat.PDF.suffix}"))
        self.place.setAccessibleName(self.tr("Where to"))
        self.place.setMinimumWidth(look().px(320))
        self._choose = Button(self.tr("Choose…"))
        self._choose.setAccessibleName(self.tr("Choose where to"))
        self._export = Button(self.tr("Export"), Kind.PRIMARY)
        self._close = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        self._progress = ProgressLine(self.tr("Written"))
        self._words = wrapped("", "small", "muted")
        self._notice = Notice()

    def _choices(self) -> list[tuple[str, str]]:
        general = [
            ("week", self.tr("The last 7 days")),
            ("month", self.tr("The last 30 days")),
            ("period", self.tr("From one day to another")),
            ("all", self.tr("Everything")),
        ]
        if self._session is None:
            return general
        asked, answers = self._session.record.session, self._session.record.answers
        round_words = self.tr("This round: {0}, {1}").format(mode_word(asked.mode), instant_words(asked.started_at))
        only = self.tr("Only the answer to: {0}")
        return [
            ("session", round_words),
            *((f"answer {each.take.id}", only.format(each.question.prompt)) for each in answers),
            *general,
        ]

    def _date_field(self, name: str, days_ago: int) -> QDateEdit:
        day = self._today - timedelta(days=days_ago)
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setDisplayFormat(QCoreApplication.translate("Days", "d MMMM yyyy"))
        field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        field.setAccessibleName(name)
        field.lineEdit().setTextMargins(look().px(10), 0, look().px(10), 0)
        return field

    def _build(self) -> None:
        self._format_row = FormRow(self.tr("Format"), self.format, note=" ")
        self._days_row = FormRow(self.tr("Days"), self.first, self.last)
        self._audio_row = FormRow(self.tr("Recordings"), self.audio, note=" ")
        self._paper_row = FormRow(self.tr("Paper"), self.paper)
        self._rows = (
            FormRow(self.tr("What"), self.what),
            self._days_row,
            self._format_row,
            self._audio_row,
            self._paper_row,
            FormRow(self.tr("Where to"), self.place, self._choose, divider=False),
        )
        column = QVBoxLayout()
        column.setContentsMargins(28, 20, 28, 8)
        column.setSpacing(4)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._notice)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 8, 28, 20)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._export)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(column, 1)
        outer.addLayout(foot)
        self.resize(look().px(680), look().px(420))

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._follow_choice)
        self.format.currentIndexChanged.connect(self._follow_choice)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._export.clicked.connect(lambda: self._ask())
        self._close.clicked.connect(self.reject)
        self._notice.action_chosen.connect(self._on_action_chosen)

    # What is chosen

    @property
    def _format(self) -> ExportFormat:
        return ExportFormat(self.format.value)

    def _selection(self) -> Selection:
        what = self.what.value
        if what == "session" and self._session is not None:
            return Selection(session=self._session.record.session.id)
        if what.startswith("answer "):
            return Selection(take=TakeId(what.removeprefix("answer ")))
        if what == "period":
            return Selection.of_days(_day(self.first), _day(self.last))
        if what in _DAYS:
            return Selection.of_days(self._today - timedelta(days=_DAYS[what] - 1), self._today)
        return Selection()

    def _follow_choice(self) -> None:
        kind = self._format
        self._days_row.setVisible(self.what.value == "period")
        self._audio_row.setVisible(kind.holds_audio)
        self._audio_row.set_note(self.tr("Makes the file larger: 2 to 3 MB for each minute."))
        self._paper_row.setVisible(kind is ExportFormat.PDF)
        self._format_row.set_note(self._format_words(kind))
        place, ending = self.place.text().strip(), Path(self.place.text().strip()).suffix
        if place and ending != kind.suffix:
            known = any(ending == each.suffix for each in ExportFormat)
            self.place.setText((place.removesuffix(ending) if known else place) + kind.suffix)

    def _format_words(self, kind: ExportFormat) -> str:
        words = {
            ExportFormat.PDF: self.tr("Pages to print or to send."),
            ExportFormat.HTML: self.tr("One file for any browser."),
            ExportFormat.MARKDOWN: self.tr("Plain text for your notes."),
            ExportFormat.ANKI: self.tr("One card a question. Exporting again updates it."),
            ExportFormat.CSV: self.tr("One row a key point, for a spreadsheet."),
            ExportFormat.JSON: self.tr("All that is kept, for other programs."),
        }
        return words[kind]

    def _ask(self, *, replace_it: bool = False) -> None:
        """Wish for what is chosen; a file that the file dialog has asked about may be replaced."""
        place = self.place.text().strip()
        if not place:
            self.place.setFocus()
            return
        path = Path(place).expanduser()
        self.export_requested.emit(
            ExportRequest(
                selection=self._selection(),
                format=self._format,
                path=path if path.is_absolute() else documents_folder() / path,
                audio=self.audio.isChecked() and self._format.holds_audio,
                paper=Paper(self.paper.value),
                replace=replace_it or place == self._confirmed,
            )
        )

    # What came of it

    def _progress_words(self, view: ExportView) -> str:
        if view.stopping:
            return self.tr("Stopping…")
        if not view.total:
            return self.tr("Reading…")
        return self.tr("{0} of {1} answers").format(view.done, view.total)

    def _show_outcome(self, view: ExportView) -> None:
        if view.result is not None:
            title = self.tr("{0} is written.").format(view.result.path.name)
            actions = {"folder": self.tr("Show the folder")}
            self._notice.show_notice("info", title, self._result_words(view.result), actions)
        elif view.in_the_way is not None:
            title = self.tr("There is a file {0} already.").format(view.in_the_way.name)
            text = self.tr("It is still as it was.")
            self._notice.show_notice("warning", title, text, {"replace": self.tr("Replace it")})
        elif view.stopped:
            self._notice.show_notice("info", self.tr("Stopped."), self.tr("Nothing was written."))
        elif view.error:
            self._notice.show_notice("warning", self.tr("Nothing was written."), view.error)
        else:
            self._notice.hide_notice()

    def _result_words(self, result: ExportResult) -> str:
        words = self.tr("It holds {0}.").format(answers_words(result.answers))
        if result.silent:
            gone = self.tr("{0} recordings are no longer there and were left out.")
            if result.silent == 1:
                gone = self.tr("One recording is no longer there and was left out.")
            words += " " + gone.format(result.silent)
        return words

    def _on_action_chosen(self, action: str) -> None:
        if action == "replace":
            self._ask(replace_it=True)
        elif action == "folder" and self._view.result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._view.result.path.parent)))

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), self.place.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._format.suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def _on_place_chosen(self, path: str) -> None:
        self._confirmed = path
        self.place.setText(path)

    @override
    def reject(self) -> None:
        if self._view.running:
            self.cancel_requested.emit()
        else:
            super().reject()


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
