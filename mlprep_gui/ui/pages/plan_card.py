"""What is due today, how long it is until the interview, and what fails again and again."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.app.plan_words import coming_words, day_words
from mlprep_gui.app.views import LeechLine, PlanView
from mlprep_gui.ui.pages.words import number_word, questions_words, sentence
from mlprep_gui.ui.widgets.button import Button, Size
from mlprep_gui.ui.widgets.layouts import Card, Divider
from mlprep_gui.ui.widgets.text import Label, wrapped

_LEECHES = 2


class PlanCard(Card):
    """The card "Due today".

    Signals:
        change_requested(): change the interview date or the daily amount.
    """

    change_requested = Signal()

    def __init__(self, view: PlanView, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Due today"))
        self.body.addWidget(Label(self.tr("Due today"), "caption", "muted"))
        self.body.addWidget(wrapped(self._due_words(view, today), "medium"))
        self.body.addWidget(wrapped(self._amount_words(view), "small", "muted"))
        if view.days_left is not None and view.settings.interview is not None:
            self._add_interview(view, view.settings.interview, today)
        if view.leeches:
            self._add_leeches(view)
        self.body.addSpacing(4)
        change = Button(self.tr("Change the plan…"), size=Size.COMPACT)
        change.clicked.connect(self.change_requested)
        self.body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)

    def _due_words(self, view: PlanView, today: date) -> str:
        if view.due:
            return sentence(questions_words(view.due)) + "."
        if view.next_day is not None:
            return self.tr("Nothing to say again. The next one comes up {0}.").format(
                coming_words(view.next_day, today)
            )
        return self.tr("Nothing to say again.")

    def _amount_words(self, view: PlanView) -> str:
        if view.settings.minutes_a_day:
            amount = self.tr("You practise {0} minutes a day, about {1}.")
            words = amount.format(view.settings.minutes_a_day, questions_words(view.amount))
        elif view.amount == 1:
            words = self.tr("You practise one question a day.")
        else:
            words = self.tr("You practise {0} questions a day.").format(number_word(view.amount))
        if view.done == 1:
            words += " " + self.tr("One is done today.")
        elif view.done:
            words += " " + self.tr("{0} are done today.").format(sentence(number_word(view.done)))
        return words

    def _add_interview(self, view: PlanView, interview: date, today: date) -> None:
        self.body.addWidget(Divider())
        self.body.addWidget(wrapped(self._interview_words(view, interview, today), "medium"))
        words = self._before_words(view)
        if words:
            self.body.addWidget(wrapped(words, "small", "muted"))
        if view.needed_a_day > view.amount:
            short = self.tr("That takes {0} a day.").format(questions_words(view.needed_a_day))
            self.body.addWidget(wrapped(short, "small", "warning"))

    def _interview_words(self, view: PlanView, interview: date, today: date) -> str:
        if view.days_left == 0:
            return self.tr("Your interview is today.")
        if view.days_left == 1:
            return self.tr("Your interview is tomorrow.")
        words = self.tr("{0} days to your interview on {1}.")
        return words.format(sentence(number_word(view.days_left or 0)), day_words(interview, today))

    def _before_words(self, view: PlanView) -> str:
        if not view.days_left:
            return ""
        if not view.to_repeat:
            words = self.tr("What you practised has come up once more.")
        elif view.to_repeat == 1:
            words = self.tr("One question comes up once more before it.")
        else:
            words = self.tr("{0} questions come up once more before it.").format(sentence(number_word(view.to_repeat)))
        if view.new == 1:
            words += " " + self.tr("One is still new.")
        elif view.new:
            words += " " + self.tr("{0} are still new.").format(sentence(number_word(view.new)))
        return words

    def _add_leeches(self, view: PlanView) -> None:
        self.body.addWidget(Divider())
        self.body.addWidget(Label(self.tr("Missed again and again"), "caption", "muted"))
        column = QVBoxLayout()
        column.setSpacing(6)
        for leech in view.leeches[:_LEECHES]:
            column.addWidget(wrapped(self._leech_words(leech), "small"))
        more = len(view.leeches) - _LEECHES
        if more > 0:
            column.addWidget(Label(self.tr("and {0} more").format(more), "small", "muted"))
        self.body.addLayout(column)
        advice = self.tr("Learn them in another way, or suspend them on the Questions page.")
        self.body.addWidget(wrapped(advice, "small", "muted"))

    def _leech_words(self, leech: LeechLine) -> str:
        words = self.tr("{0} ({1}\xa0days)")
        return words.format(leech.point or leech.question.prompt, leech.days_failed)
