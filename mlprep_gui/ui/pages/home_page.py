"""Home: what to practise now, each with its reason; Enter starts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import HomeView, NoticeView, SuggestedLine
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.session import SessionSummary
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.plan_card import PlanCard
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.week_bars import WeekBars
from mlprep_gui.ui.pages.words import (
    answers_words,
    day_words,
    long_day,
    minutes_words,
    mode_word,
    number_word,
    questions_words,
    sentence,
)
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.gauges import ProgressLine
from mlprep_gui.ui.widgets.key_hint import KeyHint
from mlprep_gui.ui.widgets.layouts import Card, Divider, TwoColumns, clear
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.rows import DOT, QuestionRow, RowView
from mlprep_gui.ui.widgets.text import Label, wrapped


class HomePage(Page):
    """The first page.

    Signals:
        start_requested(): start the suggested round; also Enter.
        setup_requested(): set a round up oneself.
        session_requested(str): open a session.
        question_requested(str): practise one question.
        guide_requested(): open the guide.
        microphone_test_requested(): test the microphone.
        plan_requested(): change the interview date or the daily amount.
        sample_requested(): show what becomes of an answer.
    """

    start_requested = Signal()
    setup_requested = Signal()
    session_requested = Signal(str)
    question_requested = Signal(str)
    guide_requested = Signal()
    microphone_test_requested = Signal()
    plan_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Home"))
        self._day = Label("", "caption", "muted")
        self._headline = wrapped("", "display")
        self._lead = Reading("", "lead", "muted")
        self._start = Button(self.tr("Start the round"), Kind.PRIMARY, icon="start", size=Size.LARGE)
        self._setup = Button(self.tr("Set up another round…"), Kind.TEXT)
        self._hint = KeyHint((self.tr("Enter"),), self.tr("starts with the first question."))
        self._notices = QVBoxLayout()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._side = QVBoxLayout()
        self._side.setSpacing(16)
        self._sample = _SampleCard()
        self._sample.sample_requested.connect(self.sample_requested)
        self._columns = TwoColumns(side_px=264, gap=48)
        self._build()
        self._start.clicked.connect(self.start_requested)
        self._setup.clicked.connect(self.setup_requested)
        self.first_focus = self._start

    def set_state(self, view: HomeView) -> None:
        """Show what is suggested today."""
        first = view.practised == 0
        self._day.setText(long_day(view.today))
        self._headline.setText(self._headline_words(view))
        self._lead.setText(self._lead_words(view))
        self._start.setText(self.tr("Start a first round") if first else self.tr("Start the round"))
        self._start.setEnabled(bool(view.suggested))
        self._setup.setText(self.tr("Choose questions yourself…") if first else self.tr("Set up another round…"))
        self._setup.setEnabled(view.total > 0)
        self._hint.setVisible(bool(view.suggested))
        self._show_notices(view.notices)
        self._sample.setVisible(first and view.total > 0)
        self._show_list(view.suggested, first, view.plan.is_more)
        self._show_side(view, first)
        set_reading_order(self)

    def _build(self) -> None:
        main = self._columns.main
        main.setSpacing(0)
        main.addLayout(self._notices)
        main.addWidget(self._day)
        main.addSpacing(6)
        main.addWidget(self._headline)
        main.addSpacing(6)
        main.addWidget(self._lead)
        main.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._start)
        row.addWidget(self._setup)
        row.addStretch(1)
        main.addLayout(row)
        main.addSpacing(12)
        main.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignLeft)
        main.addWidget(self._sample)
        main.addSpacing(32)
        main.addLayout(self._list)
        self._columns.side.addLayout(self._side)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)

    def _headline_words(self, view: HomeView) -> str:
        if not view.total:
            return self.tr("There are no questions.")
        if not view.suggested:
            return self.tr("Nothing is chosen for today.")
        if view.practised == 0:
            return self.tr("Your first round.")
        if view.plan.is_more:
            return self.tr("Done for today.")
        return self.tr("{0} for today.").format(sentence(questions_words(len(view.suggested))))

    def _lead_words(self, view: HomeView) -> str:
        if not view.total:
            return self.tr("No question pack could be loaded. Questions says what is wrong, and what to do.")
        if not view.suggested:
            return self.tr("Set up a round, and choose topics and a length.")
        about = self.tr("About {0}.").format(minutes_words(view.minutes * 60))
        if view.practised == 0:
            words = self.tr("{0} {1} A voice asks, you answer aloud, and you see which key points you said.")
            return words.format(sentence(questions_words(len(view.suggested))) + ".", about)
        reasons = self._reasons([line.mark for line in view.suggested])
        if view.plan.is_more:
            more = self.tr("If you like, go on: {0} would come next.")
            return f"{more.format(questions_words(len(view.suggested)))} {about} {reasons}"
        return f"{about} {reasons}"

    def _reasons(self, marks: Sequence[Verdict | None]) -> str:
        """Count why the questions are here: "Three come back because of a missed point, two are new."."""
        back = sum(mark in (Verdict.MISSED, Verdict.CONTRADICTED, Verdict.PARTLY) for mark in marks)
        fresh, new, ungraded = marks.count(Verdict.COVERED), marks.count(None), marks.count(Verdict.UNSURE)
        parts = []
        if back:
            form = self.tr("{0} come back because of a missed or wrong point")
            if back == 1:
                form = self.tr("{0} comes back because of a missed or wrong point")
            parts.append(form.format(number_word(back)))
        if fresh:
            form = self.tr("{0} keeps a good answer fresh") if fresh == 1 else self.tr("{0} keep good answers fresh")
            parts.append(form.format(number_word(fresh)))
        if ungraded:
            form = self.tr("{0} was not graded yet") if ungraded == 1 else self.tr("{0} were not graded yet")
            parts.append(form.format(number_word(ungraded)))
        if new:
            form = self.tr("{0} is new") if new == 1 else self.tr("{0} are new")
            parts.append(form.format(number_word(new)))
        return sentence(", ".join(parts)) + "." if parts else ""

    def _show_notices(self, notices: Sequence[NoticeView]) -> None:
        clear(self._notices)
        for notice in notices:
            place = Notice()
            place.show_notice(notice.kind, notice.text, "", {"action": notice.action} if notice.action else {})
            self._notices.addWidget(place)
        self._notices.setContentsMargins(0, 0, 0, 20 if notices else 0)

    def _show_list(self, lines: Sequence[SuggestedLine], first: bool, is_more: bool) -> None:
        clear(self._list)
        if not lines:
            return
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 8)
        title = self.tr("The first questions") if first else self.tr("Today, and why")
        title = self.tr("What would come next, and why") if is_more else title
        head.addWidget(Label(title, "strong"), 1)
        head.addWidget(Label(self.tr("Minutes"), "caption", "muted"))
        self._list.addLayout(head)
        self._list.addWidget(Divider())
        for line in lines:
            mark = str(line.mark) if line.mark is not None else DOT
            row = QuestionRow(RowView(line.question.prompt, line.reason, mark, right=str(line.minutes)))
            row.setAccessibleDescription(self.tr("Practise this question now"))
            row.clicked.connect(lambda _=False, name=line.question.id: self.question_requested.emit(name))
            self._list.addWidget(row)

    def _show_side(self, view: HomeView, first: bool) -> None:
        clear(self._side)
        if first:
            self._side.addWidget(_WhatARoundIsLike())
            self._side.addSpacing(12)
            self._side.addWidget(self._first_steps())
            return
        self._side.addSpacing(22)
        plan = PlanCard(view.plan, view.today)
        plan.change_requested.connect(self.plan_requested)
        self._side.addWidget(plan)
        self._side.addWidget(self._progress_card(view))
        if view.last is not None:
            self._side.addWidget(self._last_card(view.last, view))
        week = QVBoxLayout()
        week.setContentsMargins(20, 4, 0, 0)
        bars = WeekBars()
        bars.set_week(view.week_min, view.today)
        week.addWidget(Label(self.tr("The last seven days"), "caption", "muted"))
        week.addSpacing(6)
        week.addWidget(bars)
        week.addWidget(wrapped(bars.summary, "small", "muted"))
        self._side.addLayout(week)

    def _first_steps(self) -> QWidget:
        steps = _FirstSteps()
        steps.guide_requested.connect(self.guide_requested)
        steps.microphone_test_requested.connect(self.microphone_test_requested)
        return steps

    def _progress_card(self, view: HomeView) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(str(view.practised), "figure"))
        words = self.tr("of {0} questions practised").format(view.total)
        row.addWidget(wrapped(words, "medium"), 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        line = ProgressLine(self.tr("Questions practised"))
        line.set_fraction(view.practised / view.total if view.total else 0.0)
        card.body.addWidget(line)
        return card

    def _last_card(self, last: SessionSummary, view: HomeView) -> Card:
        card = Card()
        day = day_words(last.started_at.astimezone().date(), view.today)
        card.body.addWidget(wrapped(self.tr("Last session: {0}").format(day), "caption", "muted"))
        words = self.tr("{0} in {1}.").format(sentence(answers_words(last.answered)), minutes_words(last.duration_s))
        card.body.addWidget(wrapped(f"{mode_word(last.mode)}. {words}", "medium"))
        if last.mean_score is not None:
            mean = self.tr("{0} of 100 on average.").format(round(last.mean_score))
            card.body.addWidget(wrapped(mean, "small", "muted"))
        card.body.addSpacing(4)
        button = Button(self.tr("Open"), size=Size.COMPACT)
        button.setAccessibleName(self.tr("Open the last session"))
        button.clicked.connect(lambda: self.session_requested.emit(last.id))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not click_focused(self) and self._start.isEnabled():
            self.start_requested.emit()


class _SampleCard(QWidget):
    """What there is to look at before the first round."""

    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(padding=16)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(wrapped(self.tr("Or look first"), "strong"))
        about = self.tr("Hear a recorded answer, and see which key points are found in it.")
        words.addWidget(wrapped(about, "small", "muted"))
        button = Button(self.tr("See a sample"), icon="play")
        button.clicked.connect(self.sample_requested)
        row.addLayout(words, 1)
        row.addWidget(button)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.addWidget(card)


class _FirstSteps(QWidget):
    """What is worth doing once, before the first round."""

    guide_requested = Signal()
    microphone_test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self.tr("Worth doing once"), "strong"))
        column.addSpacing(10)
        test = Button(self.tr("Test the microphone"), icon="microphone", size=Size.COMPACT)
        test.clicked.connect(self.microphone_test_requested)
        about = self.tr("Half a minute. Shows whether your words arrive.")
        _add_step(column, test, about)
        guide = Button(self.tr("Read the guide"), icon="guide", size=Size.COMPACT)
        guide.clicked.connect(self.guide_requested)
        about = self.tr("How deep answers should be, and how to prepare beyond these questions.")
        column.addSpacing(16)
        _add_step(column, guide, about)


def _add_step(column: QVBoxLayout, button: Button, about: str) -> None:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.addSpacing(6)
    column.addWidget(wrapped(about, "small", "muted"))


class _WhatARoundIsLike(QWidget):
    """What will happen, in five steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(self.tr("What a round is like"), "strong"))
        steps = (
            self.tr("A voice reads the question."),
            self.tr("You think for a moment, then answer aloud."),
            self.tr("You stop when you are done; nothing cuts you off."),
            self.tr("The program shows which key points it heard, in your own words."),
            self.tr("What was missed comes back on a later day."),
        )
        for number, words in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Label(str(number), "strong", "accent"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(words, "body", "muted"), 1)
            column.addLayout(row)
