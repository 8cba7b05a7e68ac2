"""Words that several pages say alike: numbers, lengths, days, modes and levels."""

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mlprep_gui.app.number_words import number_word as number_word
from mlprep_gui.bank.programmes import BREADTH, PHONE_SCREEN
from mlprep_gui.domain.question import Level
from mlprep_gui.domain.session import Mode
from mlprep_gui.domain.transcript import EDITED, TYPED

translate = QCoreApplication.translate
ESSENTIAL_SHARE = 0.8
IMPORTANT_SHARE = 0.45


def sentence(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def questions_words(count: int) -> str:
    """Return "one question" or "five questions"."""
    if count == 1:
        return translate("Numbers", "one question")
    return translate("Numbers", "{0} questions").format(number_word(count))


def answers_words(count: int) -> str:
    """Return "one answer" or "five answers"."""
    if count == 1:
        return translate("Numbers", "one answer")
    return translate("Numbers", "{0} answers").format(number_word(count))


def recordings_words(count: int) -> str:
    """Return "one recording" or "five recordings"."""
    if count == 1:
        return translate("Numbers", "one recording")
    return translate("Numbers", "{0} recordings").format(number_word(count))


def own_packs_words(count: int) -> str:
    """Return "one pack of your own" or "five packs of your own"."""
    if count == 1:
        return translate("Numbers", "one pack of your own")
    return translate("Numbers", "{0} packs of your own").format(number_word(count))


def minutes_words(seconds: float) -> str:
    """Return a length in whole minutes: "one minute", "16 minutes"."""
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return translate("Numbers", "one minute")
    return translate("Numbers", "{0} minutes").format(minutes)


def ordinal_attempt(attempt: int) -> str:
    """Return "First attempt", "Second attempt", and so on."""
    words = (
        translate("Numbers", "First attempt"),
        translate("Numbers", "Second attempt"),
        translate("Numbers", "Third attempt"),
        translate("Numbers", "Fourth attempt"),
        translate("Numbers", "Fifth attempt"),
    )
    if 1 <= attempt <= len(words):
        return words[attempt - 1]
    return translate("Numbers", "Attempt {0}").format(attempt)


def mode_word(mode: Mode) -> str:
    """Return the name of a mode."""
    return translate("Modes", "Practice") if mode is Mode.PRACTICE else translate("Modes", "Mock interview")


def programme_word(programme: str) -> str:
    """Return what a programme is called; a mock interview put together by hand has no name of its own."""
    words = {
        PHONE_SCREEN.name: translate("Programmes", "Phone screen"),
        BREADTH.name: translate("Programmes", "Breadth round"),
    }
    return words.get(programme, translate("Programmes", "My own"))


def level_word(level: Level) -> str:
    """Return the name of a level."""
    words = {
        Level.EASY: translate("Levels", "Easy"),
        Level.MEDIUM: translate("Levels", "Medium"),
        Level.HARD: translate("Levels", "Hard"),
    }
    return words[level]


def local_today() -> date:
    """Return the present day where the learner is."""
    return datetime.now().astimezone().date()


def day_words(day: date, today: date) -> str:
    """Return "Today", "Yesterday" or "Friday, 20 November"; with the year when it is another one."""
    if day == today:
        return translate("Days", "Today")
    if (today - day).days == 1:
        return translate("Days", "Yesterday")
    if day.year == today.year:
        return long_day(day)
    return calendar_words(day, translate("Days", "dddd, d MMMM yyyy"))


def long_day(day: date) -> str:
    """Return "Sunday, 22 November"."""
    return calendar_words(day, translate("Days", "dddd, d MMMM"))


def date_words(when: datetime) -> str:
    """Return "22 November 2026", where the learner is."""
    return calendar_words(when.astimezone().date(), translate("Days", "d MMMM yyyy"))


def calendar_words(day: date, form: str) -> str:
    """Return a day in a form of Qt's, such as "d MMMM yyyy"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def decimal_words(value: float) -> str:
    """Return a number with one decimal, as it is written in the language of the window."""
    return QLocale().toString(value, "f", 1)


def instant_words(when: datetime) -> str:
    """Return "22 November 2026, 18:42", where the learner is."""
    return f"{date_words(when)}, {when.astimezone():%H:%M}"


def written_words(model: str, when: datetime | None) -> str:
    """Return what wrote a transcript down, and when: "Written down by Whisper base on 3 May 2026."."""
    day = date_words(when) if when is not None else ""
    name = model.removesuffix(EDITED)
    if model.endswith(EDITED):
        words = translate("Transcripts", "Corrected by you on {0}.") if day else translate("Transcripts", "Corrected.")
    elif name == TYPED:
        words = translate("Transcripts", "Typed on {0}.") if day else translate("Transcripts", "Typed.")
    elif day:
        words = translate("Transcripts", "Written down by {1} on {0}.")
    else:
        words = translate("Transcripts", "Written down by {1}.")
    return words.format(day, sentence(name))


def weight_word(weight: float, heaviest: float) -> str:
    """Return how much a key point matters beside the heaviest one of its question."""
    share = weight / heaviest if heaviest > 0 else 1.0
    if share >= ESSENTIAL_SHARE:
        return translate("Weights", "Essential")
    if share >= IMPORTANT_SHARE:
        return translate("Weights", "Important")
    return translate("Weights", "Bonus")


def score_words(score: float, low: float, high: float) -> str:
    """Return "54 of 100, likely 46 to 61"."""
    return translate("Scores", "{0} of 100, likely {1} to {2}").format(round(score), round(low), round(high))


def dotted(*parts: str) -> str:
    """Join what is not empty with middle dots."""
    return "  ·  ".join(part for part in parts if part)


def breakable(path: str) -> str:
    """Return a path that may break into lines behind its separators."""
    return re.sub(r"([/\\])", "\\1\u200b", path)


def size_words(size_bytes: int) -> str:
    """Return "1.2 GB", "340 MB" or "12 kB"."""
    for unit, words in ((10**9, translate("Sizes", "{0} GB")), (10**6, translate("Sizes", "{0} MB"))):
        if size_bytes >= unit:
            count = size_bytes / unit
            return words.format(decimal_words(count) if count < 10 else f"{count:.0f}")
    return translate("Sizes", "{0} kB").format(round(size_bytes / 1000))
