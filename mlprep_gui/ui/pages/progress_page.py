"""Progress: how long, how well, on what topics, what is missed again and again, and how it sounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.progress import Stretch, days_with, means, sums
from mlprep_gui.app.views import ProgressView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.progress import GradedFact, MissedPoint, SpokenFact
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.retention_card import RetentionCard
from mlprep_gui.ui.pages.self_judgement import SelfJudgementCard
from mlprep_gui.ui.pages.words import answers_words, calendar_words, decimal_words, number_word, sentence
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Size
from mlprep_gui.ui.widgets.choices import ComboBox, Segment
from mlprep_gui.ui.widgets.layouts import IconMark, clear
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.plot_card import PlotCard, PlotTable
from mlprep_gui.ui.widgets.plots import BarPlot, LinePlot, PlotPoint, TopicBar, TopicBars
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import wrapped

translate = QCoreApplication.translate
_NARROW_PX = 760


@dataclass(frozen=True, slots=True)
class _Measure:
    """Something that can be measured of how an answer sounds."""

    key: str
    title: str
    unit: str
    value_of: Callable[[SpokenFact], float | None]


class ProgressPage(Page):
    """The page.

    Signals:
        period_chosen(str): "weeks", "months" or "all".
        practise_requested(str): practise this question.
        points_requested(object): practise these `MissedPoint`s alone.

    `plan_place` is a layout above the plots for what concerns the plan; `shown` is what `set_state` was given last.
    """

    period_chosen = Signal(str)
    practise_requested = Signal(str)
    points_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Progress"))
        self.shown: ProgressView | None = None
        self._periods = Segment(
            (("weeks", self.tr("Two weeks")), ("months", self.tr("Three months")), ("all", self.tr("All"))),
            self.tr("Period"),
        )
        self.plan_place = QVBoxLayout()
        self._time_plot, self._topic_plot = BarPlot(), TopicBars()
        self._time = PlotCard(self.tr("Time practised"), self._time_plot)
        self._topics = PlotCard(self.tr("Key points covered, by topic"), self._topic_plot)
        self._missed_list = QWidget()
        self._practise_missed = Button(self.tr("Practise these points"), icon="microphone", size=Size.COMPACT)
        self._missed = PlotCard(self.tr("Missed again and again"), self._missed_list, self._practise_missed)
        self._retention = RetentionCard()
        self._score_topic = ComboBox(self.tr("Topic"))
        self._score_kind = ComboBox(self.tr("Measure"))
        self._sound_kind = ComboBox(self.tr("Measure"))
        self._score_plot, self._sound_plot = LinePlot(), LinePlot()
        self._score = PlotCard(self.tr("Over time"), self._score_plot, self._score_kind, self._score_topic)
        self._sound = PlotCard(self.tr("How you speak"), self._sound_plot, self._sound_kind)
        self._judged = SelfJudgementCard()
        self._parts: tuple[QWidget, ...] = (
            self._periods,
            self._time,
            _TwoAbreast(self._topics, self._retention),
            self._missed,
            _TwoAbreast(self._score, self._sound),
            self._judged,
        )
        self._empty = _Empty()
        self._build()
        self._fill_choices()
        self._periods.value_changed.connect(self.period_chosen)
        for box in (self._score_topic, self._score_kind):
            box.currentIndexChanged.connect(self._show_score)
        self._sound_kind.currentIndexChanged.connect(self._show_sound)
        self._practise_missed.clicked.connect(self._on_practise_missed)

    def set_state(self, view: ProgressView) -> None:
        """Show the facts of a period."""
        self.shown = view
        facts = view.facts
        self._periods.set_value(view.period)
        is_empty = facts.first_at is None
        for widget in self._parts:
            widget.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if is_empty:
            return
        topics = sorted({fact.topic for fact in facts.graded if fact.topic})
        options = [("", self.tr("All topics")), *((topic, topic) for topic in topics)]
        self._score_topic.set_options(options, self._score_topic.value)
        self._show_time(view)
        self._show_topics(view)
        self._retention.set_retention(view.retention)
        self._show_missed(view)
        self._show_score()
        self._show_sound()
        self._judged.set_judged(facts.judged)
        set_reading_order(self)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(wrapped(self.tr("Progress"), "heading"), 1)
        head.addWidget(self._periods)
        self.body.setSpacing(16)
        self.body.addLayout(head)
        self.body.addLayout(self.plan_place)
        for widget in (*self._parts[1:], self._empty):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        column = QVBoxLayout(self._missed_list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (*self._parts, self._empty):
            widget.hide()
        self.first_focus = self._periods

    def _fill_choices(self) -> None:
        kinds = (("score", self.tr("Score")), ("covered", self.tr("Points covered")))
        self._score_kind.set_options(kinds)
        self._sound_kind.set_options([(each.key, each.title) for each in self._measures()])

    def _measures(self) -> tuple[_Measure, ...]:
        return (
            _Measure("pace", self.tr("Pace"), self.tr("words a minute"), lambda fact: fact.pace_wpm),
            _Measure("fillers", self.tr("Fillers"), self.tr("in 100 words"), lambda fact: fact.fillers_per_100),
            _Measure("pauses", self.tr("Long pauses"), self.tr("an answer"), lambda fact: fact.long_pauses),
            _Measure("latency", self.tr("To the first word"), self.tr("seconds"), lambda fact: fact.latency_s),
        )

    # Cards

    def _show_time(self, view: ProgressView) -> None:
        stretches = sums(view.facts.practice, view.starts, lambda fact: fact.duration_s / 60.0)
        points = [PlotPoint(self._label(each, view), each.value, str(round(each.value or 0))) for each in stretches]
        words = self._time_words(view, sum(each.value or 0.0 for each in stretches))
        self._time_plot.set_points(points, self.tr("Minutes practised. {0}").format(words))
        rows = tuple((self._day(each.start), str(round(each.value or 0)), str(each.count)) for each in stretches)
        columns = (self._step_word(view), self.tr("Minutes"), self.tr("Sessions"))
        self._time.show_plot(words, PlotTable(columns, rows))

    def _time_words(self, view: ProgressView, minutes: float) -> str:
        days = days_with(view.facts.practice)
        if not days:
            return self.tr("Nothing yet in this time.")
        on = self.tr("one day") if days == 1 else self.tr("{0} days").format(number_word(days))
        words = self.tr("{0} minutes on {1}.").format(round(minutes), on)
        in_a_row = view.facts.days_in_a_row
        if in_a_row > 1:
            words += " " + self.tr("{0} days in a row.").format(sentence(number_word(in_a_row)))
        return words

    def _show_topics(self, view: ProgressView) -> None:
        states = [state for state in view.facts.topics if state.points]
        bars, rows = [], []
        for state in states:
            before = state.covered_before / state.points_before if state.points_before else None
            topic = state.topic or self.tr("Without a topic")
            words = self.tr("{0} of {1}").format(state.covered, state.points)
            earlier = (
                self.tr("{0} of {1}").format(state.covered_before, state.points_before) if before is not None else ""
            )
            bars.append(TopicBar(topic, state.covered / state.points, before, words))
            rows.append((topic, words, earlier))
        covered, points = sum(state.covered for state in states), sum(state.points for state in states)
        words = self.tr("In your newest answers {0} of {1} key points.").format(covered, points)
        if any(state.points_before for state in states):
            words += " " + self.tr("The tick: four weeks ago.")
        words = words if states else self.tr("Nothing is graded yet.")
        self._topic_plot.set_bars(bars, words)
        columns = (self.tr("Topic"), self.tr("Now"), self.tr("Four weeks ago"))
        self._topics.show_plot(words, PlotTable(columns, tuple(rows)))

    def _show_missed(self, view: ProgressView) -> None:
        column = self._missed_list.layout()
        if column is None:
            return
        clear(column)
        rows = []
        for point in view.facts.missed:
            row = QuestionRow(RowView(point.statement, point.prompt, str(point.newest), self._times(point)))
            row.setAccessibleName(f"{point.statement}, {point.prompt}, {self._times(point)}")
            row.setAccessibleDescription(self.tr("Practise this question now"))
            row.clicked.connect(lambda _=False, name=point.question: self.practise_requested.emit(name))
            column.addWidget(row)
            rows.append((point.statement, point.prompt, str(point.missed), str(point.contradicted), str(point.answers)))
        self._practise_missed.setVisible(bool(rows))
        words = self.tr("Choose one to practise its question now.")
        if not rows:
            words = self.tr("No key point was missed twice in this time.")
        columns = (
            self.tr("Key point"),
            self.tr("Question"),
            self.tr("Missed"),
            self.tr("Contradicted"),
            self.tr("Answers"),
        )
        self._missed.show_plot(words, PlotTable(columns, tuple(rows), wide=2))

    def _on_practise_missed(self) -> None:
        if self.shown is not None:
            self.points_requested.emit(self.shown.facts.missed)

    def _times(self, point: MissedPoint) -> str:
        if point.newest is Verdict.CONTRADICTED and not point.missed:
            return self.tr("Wrong {0} of {1} times").format(point.contradicted, point.answers)
        return self.tr("{0} of {1} times").format(point.missed + point.contradicted, point.answers)

    def _show_score(self) -> None:
        view = self.shown
        if view is None:
            return
        is_score = self._score_kind.value != "covered"
        topic = self._score_topic.value
        facts = [fact for fact in view.facts.graded if not topic or fact.topic == topic]
        stretches = means(facts, view.starts, _score if is_score else _share)
        unit = self.tr("of 100 on average") if is_score else self.tr("% of the key points")
        self._show_line(self._score_plot, self._score, stretches, unit, (0.0, 100.0), view)

    def _show_sound(self) -> None:
        view = self.shown
        if view is None:
            return
        measure = next(each for each in self._measures() if each.key == (self._sound_kind.value or "pace"))
        stretches = means(view.facts.spoken, view.starts, measure.value_of)
        most = max((each.value for each in stretches if each.value is not None), default=1.0)
        high = next(step * scale for scale in (1, 10, 100, 1000) for step in (2, 4, 6, 10) if step * scale >= most)
        self._show_line(self._sound_plot, self._sound, stretches, measure.unit, (0.0, float(high)), view)

    def _show_line(
        self,
        plot: LinePlot,
        card: PlotCard,
        stretches: Sequence[Stretch],
        unit: str,
        bounds: tuple[float, float],
        view: ProgressView,
    ) -> None:
        plot.set_range(*bounds)
        points = [PlotPoint(self._label(each, view), each.value, _figure(each.value)) for each in stretches]
        words = self._line_words(stretches, unit, view)
        plot.set_points(points, words)
        measured = [each for each in stretches if each.value is not None]
        rows = tuple((self._day(each.start), _figure(each.value), str(each.count)) for each in measured)
        columns = (self._step_word(view), sentence(unit), self.tr("Answers"))
        card.show_plot(words, PlotTable(columns, rows))

    def _line_words(self, stretches: Sequence[Stretch], unit: str, view: ProgressView) -> str:
        measured = [each for each in stretches if each.value is not None]
        if not measured:
            return self.tr("Nothing was measured in this time.")
        first, last = measured[0], measured[-1]
        count = answers_words(sum(each.count for each in measured))
        if len(measured) == 1:
            return self.tr("{0} {1}, from {2}.").format(_figure(last.value), unit, count)
        words = self.tr("{0} {1}; it was {2} {3}. From {4}.")
        return words.format(_figure(last.value), unit, _figure(first.value), self._since(first.start, view), count)

    # Words of time

    def _since(self, start: date, view: ProgressView) -> str:
        if view.step == "month":
            return self.tr("in {0}").format(calendar_words(start, "MMMM yyyy"))
        if view.step == "week":
            return self.tr("in the week of {0}").format(calendar_words(start, translate("Days", "d MMMM")))
        return self.tr("on {0}").format(calendar_words(start, translate("Days", "d MMMM")))

    def _label(self, stretch: Stretch, view: ProgressView) -> str:
        if view.step == "day":
            return self.tr("Today") if stretch.start == view.today else calendar_words(stretch.start, "d")
        if view.step == "week":
            return calendar_words(stretch.start, translate("Days", "d MMM"))
        return calendar_words(stretch.start, "MMM yy" if len(view.starts) > 12 else "MMM")

    def _day(self, day: date) -> str:
        return calendar_words(day, translate("Days", "d MMMM yyyy"))

    def _step_word(self, view: ProgressView) -> str:
        words = {"day": self.tr("Day"), "week": self.tr("Week of"), "month": self.tr("Month from")}
        return words[view.step]


def _score(fact: GradedFact) -> float | None:
    return fact.score


def _share(fact: GradedFact) -> float | None:
    return 100.0 * fact.covered / fact.points if fact.points else None


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 10 else decimal_words(value)


class _TwoAbreast(QWidget):
    """Two cards side by side, or one under the other where there is little room."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(left, 1)
        self._row.addWidget(right, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / look().text_scale < _NARROW_PX
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class _Empty(QWidget):
    """What will stand here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 24, 0, 0)
        row.setSpacing(20)
        row.addWidget(IconMark("progress", "muted", 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(wrapped(self.tr("Nothing to compare yet."), "title"))
        about = self.tr(
            "After a few rounds you see here how long you practised, which topics you cover, which key points you miss "
            "again and again, and how you sound. Everything is counted from your own answers."
        )
        column.addWidget(Reading(about, "reading", "muted"))
        row.addLayout(column, 1000)
        row.addStretch(1)
