"""Answers as lines of a list."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from mlprep_gui.app.views import AnswerView
from mlprep_gui.domain.session import TakeState
from mlprep_gui.ui.pages.answer_view import grade_of, ungraded_reason, verdicts_of
from mlprep_gui.ui.pages.words import score_words
from mlprep_gui.ui.widgets.rows import RowView
from mlprep_gui.ui.widgets.verdicts import verdict_word
from mlprep_gui.ui.widgets.waveform import clock

translate = QCoreApplication.translate


def attempt_at(view: AnswerView, answers: Iterable[AnswerView]) -> int:
    """Return which attempt of the session at its question this is; 0 when nothing was said and another one followed."""
    own = view.answer.take
    others = [each.answer.take for each in answers if each.answer.take.position == own.position]
    if own.state is TakeState.SKIPPED and any(take.attempt > own.attempt for take in others):
        return 0
    return 1 + sum(take.attempt < own.attempt and take.state is not TakeState.SKIPPED for take in others)


def answer_row(view: AnswerView, *, attempt: int = 0) -> RowView:
    """Return the line of an answer: shapes, score with its range, length; or why there is no score."""
    take = view.answer.take
    question = view.answer.question
    title = question.prompt
    if question.is_follow_up:
        title = translate("AnswerRow", "Follow-up: {0}").format(title)
    length = clock(take.duration_s) if take.state is not TakeState.SKIPPED else ""
    again = translate("AnswerRow", "Attempt {0}").format(attempt) if attempt > 1 else ""
    grade = grade_of(view)
    if grade is None:
        reason, advice = ungraded_reason(view)
        why = f"{again}. {reason}" if again else reason
        name = ", ".join(part for part in (title, again, reason, advice, length) if part)
        return RowView(title, why, right=length, is_below=question.is_follow_up, name=name)
    verdicts = verdicts_of(view)
    counts = ", ".join(
        f"{verdicts.count(verdict)} {verdict_word(verdict).lower()}" for verdict in dict.fromkeys(verdicts)
    )
    score = score_words(grade.score, grade.score_low, grade.score_high)
    spread = f"{round(grade.score_low)}–{round(grade.score_high)}"
    return RowView(
        title,
        again,
        right=f"{spread}    {length}",
        figure=str(round(grade.score)),
        verdicts=verdicts,
        is_below=question.is_follow_up,
        name=", ".join(part for part in (title, again, score, counts, length) if part),
    )
