"""The interview date and how much is practised a day, to be changed."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QVBoxLayout, QWidget

from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.choices import Segment, Stepper, Switch
from mlprep_gui.ui.widgets.fields import FormRow

_QUESTIONS, _MINUTES = "questions", "minutes"
_FIRST_MINUTES = 20
_FIRST_DAYS = 21


class PlanFields(QWidget):
    """Two rows of a form; `chosen` is what stands in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.interview.setDisplayFormat(QCoreApplication.translate("Days", "d MMMM yyyy"))
        self.interview.lineEdit().setTextMargins(look().px(12), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FormRow(self.tr("How much a day"), self.kind, self.questions, self.minutes))
        column.addWidget(FormRow(self.tr("I have an interview"), self.has_interview, self.interview, divider=False))
        self.kind.value_changed.connect(lambda _: self._show_fitting())
        self.has_interview.toggled.connect(lambda _: self._show_fitting())

    @property
    def chosen(self) -> PlanSettings:
        """What is chosen now."""
        day = self.interview.date()
        return PlanSettings(
            interview=date(day.year(), day.month(), day.day()) if self.has_interview.isChecked() else None,
            questions_a_day=self.questions.value(),
            minutes_a_day=self.minutes.value() if self.kind.value == _MINUTES else 0,
        )

    def fill(self, settings: PlanSettings, today: date) -> None:
        """Show these settings; an interview that is over is none any more."""
        self.interview.setMinimumDate(QDate(today.year, today.month, today.day))
        self.kind.set_value(_MINUTES if settings.minutes_a_day else _QUESTIONS)
        self.questions.setValue(settings.questions_a_day)
        self.minutes.setValue(settings.minutes_a_day or _FIRST_MINUTES)
        coming = settings.interview is not None and settings.interview >= today
        day = settings.interview if settings.interview is not None and coming else today + timedelta(days=_FIRST_DAYS)
        self.interview.setDate(QDate(day.year, day.month, day.day))
        self.has_interview.setChecked(coming)
        self._show_fitting()

    def _show_fitting(self) -> None:
        in_minutes = self.kind.value == _MINUTES
        self.minutes.setVisible(in_minutes)
        self.questions.setVisible(not in_minutes)
        self.interview.setEnabled(self.has_interview.isChecked())
