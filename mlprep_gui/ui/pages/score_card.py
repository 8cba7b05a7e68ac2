"""The score of one answer with its range and counts, and beside it how the answer sounded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView
from mlprep_gui.domain.assessment import Assessment, Verdict
from mlprep_gui.ui.pages.answer_view import (
    agreement,
    delivery_lines,
    delivery_note,
    grade_of,
    ticks_agreement,
    ungraded_reason,
    verdicts_of,
)
from mlprep_gui.ui.widgets.gauges import ScoreRange
from mlprep_gui.ui.widgets.layouts import Card, Divider, clear
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel, VerdictStrip, verdict_word

_ORDER = (Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED, Verdict.UNSURE, Verdict.CONTRADICTED)


def counts_grid(verdicts: tuple[Verdict, ...]) -> QGridLayout:
    """Return "2 covered", "1 partly" and so on in two columns; what does not occur is left out."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    place = 0
    for verdict in _ORDER:
        count = verdicts.count(verdict)
        if count:
            label = VerdictLabel(verdict, f"{count} {verdict_word(verdict).lower()}")
            grid.addWidget(label, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
            place += 1
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


class ScoreCard(Card):
    """A score never without its range; an answer without a grade says why, without a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self.setAccessibleName(self.tr("Score"))

    def set_state(self, view: AnswerView) -> None:
        """Show the score of an answer."""
        clear(self.body)
        grade = grade_of(view)
        if grade is None:
            title, advice = ungraded_reason(view)
            self.body.addWidget(Label(title, "title"))
            self.body.addWidget(wrapped(advice, "body", "muted"))
            return
        self._show_score(grade, view.previous_score)
        self.body.addWidget(Divider())
        self.body.addLayout(counts_grid(verdicts_of(view)))
        agreed, judged = agreement(view)
        if judged:
            self.body.addWidget(Divider())
            words = self.tr("You and the program agree on {0} of the {1} you judged.").format(agreed, judged)
            if judged == 1:
                same, other = self.tr("You judged one point, as the program did."), self.tr("You judged one otherwise.")
                words = same if agreed else other
            self.body.addWidget(wrapped(words, "small"))
        self._show_ticks(view)

    def _show_ticks(self, view: AnswerView) -> None:
        """Say how the learner judged before seeing this, and that follow-ups leave the score as it was."""
        same, compared = ticks_agreement(view)
        lines = []
        if compared:
            lines.append(self.tr("Your ticks and the program agree on {0} of {1} points.").format(same, compared))
        if view.follow_ups:
            lines.append(self.tr("Score and counts are those of your first answer."))
        if lines:
            self.body.addWidget(Divider())
        for line in lines:
            self.body.addWidget(wrapped(line, "small"))

    def _show_score(self, grade: Assessment, previous: float | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(str(round(grade.score)), "figure"), 0, Qt.AlignmentFlag.AlignBottom)
        words = self.tr("of 100, likely {0} to {1}").format(round(grade.score_low), round(grade.score_high))
        row.addWidget(wrapped(words, "body", "muted"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        gauge = ScoreRange()
        earlier = None
        if previous is not None:
            earlier = (previous, self.tr("Last time {0}").format(round(previous)))
        gauge.set_score(grade.score, grade.score_low, grade.score_high, earlier)
        self.body.addWidget(gauge)


class ScoreLine(QWidget):
    """The score in one line, where there is no room for the card beside the key points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 0, 8)
        self._row.setSpacing(12)
        self._strip: VerdictStrip | None = None

    def set_state(self, view: AnswerView) -> None:
        """Show the score of an answer."""
        clear(self._row)
        self._strip = None
        grade = grade_of(view)
        if grade is None:
            title, advice = ungraded_reason(view)
            self._row.addWidget(Label(title, "strong"), 0, Qt.AlignmentFlag.AlignTop)
            self._row.addWidget(wrapped(advice, "body", "muted"), 1)
            return
        self._row.addWidget(Label(str(round(grade.score)), "heading"))
        words = self.tr("of 100, likely {0} to {1}").format(round(grade.score_low), round(grade.score_high))
        self._row.addWidget(wrapped(words, "body", "muted"), 1, Qt.AlignmentFlag.AlignVCenter)
        self._strip = VerdictStrip(verdicts_of(view))
        self._row.addWidget(self._strip)
        self._row.addWidget(wrapped(self._strip.summary, "small", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)

    def reveal(self) -> None:
        """Let the shapes of the verdicts appear one after the other."""
        if self._strip is not None:
            self._strip.reveal()


class DeliveryCard(QWidget):
    """How it sounded, apart from the score and without a judgement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 8, 20, 8)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("How it sounded"))

    def set_state(self, view: AnswerView) -> None:
        """Show the delivery of an answer; hidden when nothing was measured."""
        clear(self._column)
        lines = delivery_lines(view)
        self.setVisible(bool(lines))
        if not lines:
            return
        typed = view.answer.transcript is not None and view.answer.transcript.is_typed
        self._column.addWidget(Label(self.tr("Typed") if typed else self.tr("How it sounded"), "strong"))
        self._column.addWidget(Label(self.tr("Not part of the score"), "caption", "muted"))
        self._column.addSpacing(6)
        for name, value in lines:
            row = QHBoxLayout()
            row.setContentsMargins(0, 6, 0, 6)
            row.addWidget(Label(name, "small", "muted"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(value, "small", wrap=True, align="right"), 1)
            self._column.addLayout(row)
        note = delivery_note(view)
        if note:
            self._column.addSpacing(6)
            self._column.addWidget(Label(note, "caption", "muted", wrap=True))
