"""The end of a round: what it added up to, three things to practise next, and every answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, SessionView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.session import Mode, SessionState
from mlprep_gui.ui.pages import report
from mlprep_gui.ui.pages.answer_rows import answer_row, attempt_at
from mlprep_gui.ui.pages.answer_view import grade_of
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.score_card import counts_grid
from mlprep_gui.ui.pages.words import minutes_words, mode_word, questions_words
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.layouts import Card, Divider, IconMark, TwoColumns, clear
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.rows import QuestionRow
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel

_COVERED_SHOWN = 4
_TOPICS_SHOWN = 3


class ReportPage(Page):
    """The report after a round.

    Signals:
        answer_requested(int): open the answer with this index of the view.
        home_requested(): done reading; also Enter.
        practise_requested(str): practise this question.
        export_requested(): export this session.
    """

    answer_requested = Signal(int)
    home_requested = Signal()
    practise_requested = Signal(str)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, centred=True, parent=parent)
        self.setAccessibleName(self.tr("Report"))
        self._title = wrapped("", "heading")
        self._lead = Reading("", "lead")
        self._next = QVBoxLayout()
        self._answers = QVBoxLayout()
        self._answers.setSpacing(0)
        self._side = QVBoxLayout()
        self._side.setSpacing(16)
        self._columns = TwoColumns(side_px=292, gap=40)
        main = self._columns.main
        main.setSpacing(0)
        main.addWidget(self._title)
        main.addSpacing(10)
        main.addWidget(self._lead)
        main.addSpacing(24)
        main.addLayout(self._next)
        main.addLayout(self._answers)
        self._columns.side.addLayout(self._side)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self._home = Button(self.tr("Done"), Kind.PRIMARY, icon="check", key=self.tr("Enter"))
        self._home.clicked.connect(self.home_requested)
        export = Button(self.tr("Export…"), icon="export")
        export.clicked.connect(self.export_requested)
        hints = KeyHintBar([(("Tab",), self.tr("Next")), ((self.tr("Enter"),), self.tr("Done"))])
        self.set_foot(hints, export, self._home)
        self.first_focus = self._home

    def set_state(self, view: SessionView) -> None:
        """Show the report of a session."""
        counted = report.newest_answers(view)
        points = report.judged_points(counted)
        self._title.setText(self._title_words(view))
        self._lead.setText(self._lead_words(view, counted, points))
        self._show_next(report.practise_next(points), bool(points))
        self._show_answers(view.answers)
        self._show_side(counted, points)
        set_reading_order(self)

    def _title_words(self, view: SessionView) -> str:
        session = view.record.session
        words = self.tr("{0}, ended early") if session.state is SessionState.ENDED_EARLY else self.tr("{0}, done")
        mode = self.tr("Practice round") if session.mode is Mode.PRACTICE else mode_word(session.mode)
        return words.format(mode)

    def _lead_words(
        self, view: SessionView, counted: Sequence[AnswerView], points: Sequence[report.JudgedPoint]
    ) -> str:
        session = view.record.session
        count = report.answered(counted)
        if not count:
            return self.tr("No question was answered, and nothing was graded.")
        words = self.tr("You answered {0}.").format(questions_words(count))
        if session.ended_at is not None:
            length = (session.ended_at - session.started_at).total_seconds()
            words = self.tr("You answered {0} in {1}.").format(questions_words(count), minutes_words(length))
        waiting = sum(each.pending for each in counted)
        if waiting:
            still = self.tr("One is still being graded.") if waiting == 1 else self.tr("{0} are still being graded.")
            words = f"{words} {still.format(waiting)}"
        elif not points:
            words += " " + self.tr("None of the answers could be graded.")
        if not points:
            return words
        essential, of_essential, other, of_other = report.covered_counts(points)
        most = self.tr("Of the points that matter most you covered {0} of {1}").format(essential, of_essential)
        rest = self.tr(", of the others {0} of {1}").format(other, of_other) if of_other else ""
        return f"{words} {most}{rest}."

    def _show_next(self, points: Sequence[report.JudgedPoint], graded: bool) -> None:
        clear(self._next)
        if not graded:
            return
        if not points:
            self._next.addWidget(wrapped(self.tr("No point was missed in this round."), "strong"))
            self._next.addSpacing(24)
            return
        title = self.tr("Practise this next") if len(points) == 1 else self.tr("Practise these next")
        self._next.addWidget(Label(title, "strong"))
        self._next.addSpacing(8)
        card = Card(padding=0)
        card.body.setSpacing(0)
        for number, point in enumerate(points, start=1):
            if number > 1:
                card.body.addWidget(Divider())
            card.body.addWidget(self._next_row(number, point))
        self._next.addWidget(card)
        self._next.addSpacing(28)

    def _next_row(self, number: int, point: report.JudgedPoint) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(18)
        row.addWidget(Label(str(number), "strong", "muted"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(wrapped(point.key_point.statement, "strong"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(VerdictLabel(point.verdict, small=True), 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(wrapped(point.question.prompt, "small", "muted"), 1)
        words.addLayout(below)
        if point.set_right:
            words.addWidget(wrapped(point.set_right, "small"))
        row.addLayout(words, 1)
        button = Button(self.tr("Say it now"), icon="microphone")
        button.setAccessibleName(self.tr("Say it now: {0}").format(point.key_point.statement))
        button.clicked.connect(lambda _=False, name=point.question.id: self.practise_requested.emit(name))
        row.addWidget(button)
        return holder

    def _show_answers(self, answers: Sequence[AnswerView]) -> None:
        clear(self._answers)
        self._answers.addWidget(Label(self.tr("All answers"), "strong"))
        self._answers.addSpacing(8)
        self._answers.addWidget(Divider())
        for index, view in enumerate(answers):
            attempt = attempt_at(view, answers)
            if not attempt:
                continue
            row = QuestionRow(answer_row(view, attempt=attempt))
            row.clicked.connect(lambda _=False, chosen=index: self.answer_requested.emit(chosen))
            self._answers.addWidget(row)

    def _show_side(self, answers: Sequence[AnswerView], points: Sequence[report.JudgedPoint]) -> None:
        clear(self._side)
        self._columns.side_panel.setVisible(bool(points))
        if not points:
            return
        card = Card()
        graded = [view for view in answers if grade_of(view) is not None]
        card.body.addWidget(wrapped(self.tr("Key points, over all answers"), "caption", "muted"))
        figure = QHBoxLayout()
        figure.setSpacing(10)
        verdicts = tuple(point.verdict for point in points)
        figure.addWidget(Label(str(verdicts.count(Verdict.COVERED)), "figure"))
        of = self.tr("of {0} covered, in {1} graded answers").format(len(points), len(graded))
        if len(graded) == 1:
            of = self.tr("of {0} covered, in one graded answer").format(len(points))
        figure.addWidget(wrapped(of, "body", "muted"), 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(figure)
        card.body.addWidget(Divider())
        card.body.addLayout(counts_grid(verdicts))
        self._side.addWidget(card)
        gained = [
            self.tr("{0} {1}, up from {2}.").format(gain.question.prompt, round(gain.score), round(gain.before))
            for gain in report.gains(answers)
        ]
        self._add_list(self.tr("Gained"), gained)
        words = self.tr("{0}: {1} of {2} points covered.")
        strong = [words.format(*each) for each in report.strong_topics(points)[:_TOPICS_SHOWN]]
        self._add_list(self.tr("Strengths"), strong)
        covered = [point for point in points if point.verdict is Verdict.COVERED and point.is_essential]
        self._add_list(self.tr("Covered"), [point.key_point.statement for point in covered[:_COVERED_SHOWN]])

    def _add_list(self, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        column = QVBoxLayout()
        column.setContentsMargins(20, 4, 20, 0)
        column.setSpacing(10)
        column.addWidget(Label(title, "strong"))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconMark("check", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(line, "small"), 1)
            column.addLayout(row)
        self._side.addLayout(column)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.home_requested.emit()
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif not click_focused(self):
            self.home_requested.emit()
