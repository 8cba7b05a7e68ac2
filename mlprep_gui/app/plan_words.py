"""Why and when something comes up, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mlprep_gui.app.number_words import number_word
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Rating, Recalled
from mlprep_gui.domain.question import Question
from mlprep_gui.schedule import GOOD_FROM, Due, Entry, Plan, coverage

translate = QCoreApplication.translate
_MARKS = {
    Rating.AGAIN: Verdict.MISSED,
    Rating.HARD: Verdict.PARTLY,
    Rating.GOOD: Verdict.COVERED,
    Rating.EASY: Verdict.COVERED,
}


def past_words(day: date, today: date) -> str:
    """Return "today", "yesterday", "on Tuesday" or "12 days ago"."""
    days = (today - day).days
    if days <= 0:
        return translate("Plan", "today")
    if days == 1:
        return translate("Plan", "yesterday")
    if days < 7:
        return translate("Plan", "on {0}").format(QLocale().dayName(day.isoweekday()))
    return translate("Plan", "{0} days ago").format(days)


def coming_words(day: date, today: date) -> str:
    """Return "today", "tomorrow", "on Friday" or "on 5 March"."""
    days = (day - today).days
    if days <= 0:
        return translate("Plan", "today")
    if days == 1:
        return translate("Plan", "tomorrow")
    if days < 7:
        return translate("Plan", "on {0}").format(QLocale().dayName(day.isoweekday()))
    return translate("Plan", "on {0}").format(day_words(day, today))


def day_words(day: date, today: date) -> str:
    """Return "5 March", with the year when it is another one."""
    same = day.year == today.year
    form = translate("Days", "d MMMM") if same else translate("Days", "d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def rating_word(rating: Rating) -> str:
    """Return the name of a rating."""
    words = {
        Rating.AGAIN: translate("Plan", "Again"),
        Rating.HARD: translate("Plan", "Hard"),
        Rating.GOOD: translate("Plan", "Good"),
        Rating.EASY: translate("Plan", "Easy"),
    }
    return words[rating]


def reason(line: Due, plan: Plan, today: date) -> tuple[str, Verdict | None]:
    """Return why a question is suggested, and the verdict that stands for it; None for a new one."""
    entry = plan.entries.get(line.question.id)
    if entry is None or line.day is None:
        if entry is not None:
            return translate("Plan", "You wanted to begin anew with it."), None
        return translate("Plan", "New, from {0}.").format(line.question.topic), None
    if line.points:
        return _points_words(line, entry, today), Verdict.MISSED
    words, mark = _answer_words(entry, line.question, today)
    if line.day > today:
        words += " " + translate("Plan", "Due {0}.").format(coming_words(line.day, today))
    elif line.for_interview:
        words += " " + translate("Plan", "Once more before your interview.")
    elif mark is Verdict.COVERED:
        words += " " + translate("Plan", "Once more before it fades.")
    return words, mark


def _points_words(line: Due, entry: Entry, today: date) -> str:
    """Say which points are asked for, and when they were missed, where it was on one day."""
    wanted = {point.id for point in line.points}
    last = [each.last for each in entry.points if each.key_point in wanted and each.last is not None]
    days = {review.day for review in last if review.rating is Rating.AGAIN}
    when = past_words(days.pop(), today) if len(days) == 1 and len(last) == len(wanted) else ""
    if len(wanted) == 1:
        if when:
            return translate("Plan", "Say only the one point that you missed {0}.").format(when)
        return translate("Plan", "Say only the one point that you missed before.")
    number = number_word(len(wanted))
    if when:
        return translate("Plan", "Say only these {0}: you missed them {1}.").format(number, when)
    return translate("Plan", "Say only these {0}: you missed them before.").format(number)


def _answer_words(entry: Entry, question: Question, today: date) -> tuple[str, Verdict]:
    """Say how the newest answer was."""
    answer, when = entry.newest, past_words(entry.day, today)
    last = entry.whole.last
    if last is not None and last.is_corrected and last.take == answer.take:
        words = translate("Plan", "You rated it “{0}” {1}.").format(rating_word(last.rating).lower(), when)
        return words, _MARKS[last.rating]
    if answer.score is None:
        return translate("Plan", "Answered {0}, not graded.").format(when), Verdict.UNSURE
    verdicts = list(answer.verdicts.values())
    wrong, missed = verdicts.count(Verdict.CONTRADICTED), verdicts.count(Verdict.MISSED)
    if wrong == 1:
        return translate("Plan", "You had one point the wrong way round {0}.").format(when), Verdict.CONTRADICTED
    if wrong:
        words = translate("Plan", "You had {0} points the wrong way round {1}.")
        return words.format(number_word(wrong), when), Verdict.CONTRADICTED
    if missed:
        words = translate("Plan", "You missed {0} of {1} {2}.")
        return words.format(number_word(missed), number_word(len(verdicts)), when), Verdict.MISSED
    return _whole_words(answer, when)


def _whole_words(answer: Recalled, when: str) -> tuple[str, Verdict]:
    if (coverage(answer) or 0.0) >= GOOD_FROM:
        return translate("Plan", "Said well {0}.").format(when), Verdict.COVERED
    return translate("Plan", "Said in part {0}.").format(when), Verdict.PARTLY


def standing(line: Due | None, plan: Plan, question: Question, today: date) -> str:
    """Return how a question stands in the plan: when it comes up, and why.

    Args:
        line: of the day; None when it does not come up.
        plan: the plan.
        question: the question.
        today: the learner's day.
    """
    if question.id in plan.suspended:
        return translate("Plan", "Suspended: it does not come up until you bring it back.")
    buried = plan.buried.get(question.id, today)
    if buried > today:
        return translate("Plan", "Put off: it comes up again {0}.").format(coming_words(buried, today))
    if line is None or line.day is None:
        return translate("Plan", "New: it comes up when nothing is due.")
    words, _ = reason(line, plan, today)
    if line.day > today:
        return words
    if line.day == today:
        return translate("Plan", "Due today. {0}").format(words)
    return translate("Plan", "Due since {0}. {1}").format(day_words(line.day, today), words)
