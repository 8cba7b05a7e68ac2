"""The interview date and the daily amount."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.choices import Segment, Stepper, Switch
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.text import wrapped

_QUESTIONS, _MINUTES = "questions", "minutes"
_FIRST_MINUTES = 20
_FIRST_DAYS = 21


class PlanDialog(QDialog):
    """Asks for how much is practised a day and for when; Esc leaves everything as it is.

    Signals:
        chosen(object): the new PlanSettings.
    """

    chosen = Signal(object)

    def __init__(self, settings: PlanSettings, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The plan"))
        self.kind = Segment(
            [(_QUESTIONS, self.tr("Questions")), (_MINUTES, self.tr("Minutes"))],
            self.tr("How much a day, in"),
            compact=True,
        )
        self.questions = Stepper(self.tr("Questions a day"), 1, 50)
        self.minutes = Stepper(self.tr("Minutes a day"), 5, 240, step=5)
        self.has_interview = Switch(self.tr("I have an interview"))
        self.interview = QDateEdit()
        self.interview.setAccessibleName(self.tr("Day of the interview"))
        self.interview.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.interview.setDisplayFormat("d MMMM yyyy")
        self.interview.lineEdit().setTextMargins(look().px(12), 0, 0, 0)
        self.interview.setMinimumDate(QDate(today.year, today.month, today.day))
        self._save = Button(self.tr("Use this plan"), Kind.PRIMARY)
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT)
        self._save.setDefault(True)
        self._build()
        self._fill(settings, today)
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(wrapped(self.tr("The plan"), "title"))
        about = self.tr(
            "What you missed comes back soon, what you said well comes back late. With an interview date everything "
            "comes up once more in the days before it."
        )
        column.addWidget(wrapped(about, "body", "muted"))
        column.addSpacing(8)
        column.addWidget(FormRow(self.tr("How much a day"), self.kind, self.questions, self.minutes))
        column.addWidget(FormRow(self.tr("I have an interview"), self.has_interview, self.interview, divider=False))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column.addLayout(foot)
        self.resize(look().px(620), self.sizeHint().height())

    def _fill(self, settings: PlanSettings, today: date) -> None:
        self.kind.set_value(_MINUTES if settings.minutes_a_day else _QUESTIONS)
        self.questions.setValue(settings.questions_a_day)
        self.minutes.setValue(settings.minutes_a_day or _FIRST_MINUTES)
        coming = settings.interview is not None and settings.interview >= today
        day = settings.interview if settings.interview is not None and coming else today + timedelta(days=_FIRST_DAYS)
        self.interview.setDate(QDate(day.year, day.month, day.day))
        self.has_interview.setChecked(coming)
        self._show_fitting()

    def _connect(self) -> None:
        self.kind.value_changed.connect(lambda _: self._show_fitting())
        self.has_interview.toggled.connect(lambda _: self._show_fitting())
        self._save.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self._chosen()))

    def _show_fitting(self) -> None:
        in_minutes = self.kind.value == _MINUTES
        self.minutes.setVisible(in_minutes)
        self.questions.setVisible(not in_minutes)
        self.interview.setEnabled(self.has_interview.isChecked())

    def _chosen(self) -> PlanSettings:
        day = self.interview.date()
        return PlanSettings(
            interview=date(day.year(), day.month(), day.day()) if self.has_interview.isChecked() else None,
            questions_a_day=self.questions.value(),
            minutes_a_day=self.minutes.value() if self.kind.value == _MINUTES else 0,
        )
