"""What is likely still remembered, now and in the weeks to come."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mlprep_gui.schedule import Retained, Retention
from mlprep_gui.ui.pages.words import calendar_words
from mlprep_gui.ui.widgets.choices import ComboBox
from mlprep_gui.ui.widgets.plot_card import PlotCard, PlotTable
from mlprep_gui.ui.widgets.plots import LinePlot, PlotPoint

translate = QCoreApplication.translate
_QUESTIONS, _POINTS = "questions", "points"
_MONTH_WEEKS = 4


class RetentionCard(PlotCard):
    """The prediction of FSRS for what was practised, if nothing more is; questions, or key points once missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._plot_of_weeks = LinePlot()
        self._kind = ComboBox(translate("RetentionCard", "What is remembered"))
        self._shown = Retention()
        title = translate("RetentionCard", "What you would still know")
        super().__init__(title, self._plot_of_weeks, self._kind, parent=parent)
        self._plot_of_weeks.set_range(0.0, 100.0)
        self._kind.set_options(
            ((_QUESTIONS, self.tr("Questions you answered")), (_POINTS, self.tr("Key points you once missed")))
        )
        self._kind.currentIndexChanged.connect(self._show)

    def set_retention(self, retention: Retention) -> None:
        """Show what is expected."""
        self._shown = retention
        self._show()

    def _show(self) -> None:
        days = self._shown.days
        kept = self._shown.points if self._kind.value == _POINTS else self._shown.questions
        words = self._sentence(kept)
        percents = [f"{100 * chance:.0f}" for chance in kept.chances]
        points = [
            PlotPoint(self._label(week), 100.0 * chance, f"{percent}\xa0%")
            for week, (chance, percent) in enumerate(zip(kept.chances, percents, strict=True))
        ]
        self._plot_of_weeks.set_points(points, words)
        rows = tuple(
            (self._day(day), percent, self.tr("{0} of {1}").format(round(expected), kept.count))
            for day, percent, expected in zip(days, percents, kept.expected, strict=False)
        )
        columns = (self.tr("On"), self.tr("Chance, %"), self.tr("Expected"))
        self.show_plot(words, PlotTable(columns, rows))

    def _sentence(self, kept: Retained) -> str:
        is_points = self._kind.value == _POINTS
        if not kept.count:
            return self.tr("You missed no key point yet.") if is_points else self.tr("Nothing is graded yet.")
        now, later = round(kept.expected[0]), round(kept.expected[_MONTH_WEEKS])
        expects = self.tr("Without more practice you would know about {0} of {1} questions today, {2} in four weeks.")
        if is_points:
            expects = self.tr(
                "Without more practice you would say about {0} of {1} key points today, {2} in four weeks."
            )
        source = self.tr("Predicted from your answers by FSRS, which also makes your plan.")
        return f"{expects.format(now, kept.count, later)} {source}"

    def _label(self, week: int) -> str:
        if not week:
            return self.tr("Today")
        return self.tr("%n week(s)", "", week)

    def _day(self, day: date) -> str:
        return calendar_words(day, translate("Days", "d MMMM yyyy"))
