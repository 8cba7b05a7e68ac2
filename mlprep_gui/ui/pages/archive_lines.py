"""Sessions and answers in words, as lines of the review list."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.archive import AnswerLine, ArchiveLine, Place
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.session import SessionState, SessionSummary, TakeState
from mlprep_gui.ui.pages.archive_rows import LineView, MarkedText
from mlprep_gui.ui.pages.words import (
    answers_words,
    day_words,
    dotted,
    instant_words,
    minutes_words,
    mode_word,
    score_words,
    sentence,
)
from mlprep_gui.ui.widgets.verdicts import verdict_word
from mlprep_gui.ui.widgets.waveform import clock

translate = QCoreApplication.translate


def present_line(
    line: ArchiveLine, begins_day: bool, is_playing: bool, today: date, *, is_grouped: bool = True
) -> LineView:
    """Return a line in words; the first of a day carries the day as its heading.

    Where lines are grouped, answers stand under their session in the order they were given, so that a follow-up stands
    under the answer it belongs to.
    """
    heading = day_words(line.started_at.astimezone().date(), today) if begins_day else ""
    if isinstance(line, AnswerLine):
        return replace(_answer(line, heading, is_playing), is_below=is_grouped and line.is_follow_up)
    return _session(line, heading)


def _session(session: SessionSummary, heading: str) -> LineView:
    answers = sentence(answers_words(session.answered))
    if session.answered < session.questions:
        words = translate("ReviewPage", "{0} of {1} answered")
        answers = words.format(session.answered, session.questions)
    recovered = translate("ReviewPage", "recovered after a crash") if session.recovered else ""
    early = translate("ReviewPage", "ended early") if session.state is SessionState.ENDED_EARLY else ""
    about = dotted(answers, minutes_words(session.duration_s), early, recovered)
    mean = translate("ReviewPage", "Not graded")
    if session.mean_score is not None:
        mean = translate("ReviewPage", "{0} of 100 on average").format(round(session.mean_score))
    title = f"{mode_word(session.mode)}, {session.started_at.astimezone():%H:%M}"
    name = f"{mode_word(session.mode)}, {instant_words(session.started_at)}, {about}, {mean}"
    return LineView(name, MarkedText(title), session.id, heading=heading, detail=MarkedText(about), counts=mean)


def _answer(line: AnswerLine, heading: str, is_playing: bool) -> LineView:
    title, detail, icon = _title(line), MarkedText(line.opening, spoken=True), ""
    at, said, plays = "", "", bool(line.audio)
    if line.found is not None and line.found.place is Place.NOTE:
        detail, icon, plays = MarkedText(line.found.text, line.found.marks), "note", False
        said = translate("ReviewPage", "your note: {0}").format(line.found.text)
    elif line.found is not None and line.found.place is Place.HEARD:
        detail = MarkedText(line.found.text, line.found.marks, spoken=True)
        at = clock(line.found.at_s) if line.audio and line.found.at_s is not None else ""
        words = translate("ReviewPage", "found at {0}: {1}") if at else translate("ReviewPage", "found: {1}")
        said = words.format(at, line.found.text)
    score, spread, counts = _grade(line)
    bookmarked = translate("ReviewPage", "bookmarked") if line.bookmarked else ""
    recovered = translate("ReviewPage", "Recovered") if line.state is TakeState.RECOVERED else ""
    mark = dotted(recovered, translate("ReviewPage", "Note") if line.note and icon == "" else "")
    length = clock(line.duration_s) if line.audio else ""
    graded = score_words(line.score, line.score_low, line.score_high) if line.score is not None else ""
    name = (
        title.text,
        instant_words(line.started_at),
        graded,
        _counts_in_words(line) or counts,
        length,
        mark,
        bookmarked,
        said,
    )
    return LineView(
        name=", ".join(part for part in name if part),
        title=title,
        session=line.session,
        take=line.take,
        question=line.question,
        heading=heading,
        detail=detail,
        detail_icon=icon,
        plays=plays,
        at=at,
        at_s=line.found.at_s or 0.0 if line.found is not None else 0.0,
        playing=is_playing,
        score=score,
        spread=spread,
        counts=counts,
        verdicts=line.verdicts,
        length=length or translate("ReviewPage", "Typed"),
        mark=mark,
        bookmarked=line.bookmarked,
    )


def _title(line: AnswerLine) -> MarkedText:
    """Return the question with what was found in it; a follow-up says that it is one."""
    marks = line.found.marks if line.found is not None and line.found.place is Place.QUESTION else ()
    if not line.is_follow_up:
        return MarkedText(line.prompt, marks)
    text = translate("AnswerRow", "Follow-up: {0}").format(line.prompt)
    shift = text.find(line.prompt)
    return MarkedText(text, tuple((start + shift, end + shift) for start, end in marks))


def _grade(line: AnswerLine) -> tuple[str, str, str]:
    """Return score, its spread, and what stands under the shapes; without a score, why there is none."""
    if line.score is None:
        not_graded = translate("ReviewPage", "Not graded")
        return "", "", f"{not_graded}: {in_words(line.reason)}" if line.reason else not_graded
    covered = translate("ReviewPage", "{0} of {1} covered")
    counts = covered.format(line.verdicts.count(Verdict.COVERED), len(line.verdicts)) if line.verdicts else ""
    return str(round(line.score)), f"{round(line.score_low)}–{round(line.score_high)}", counts


def _counts_in_words(line: AnswerLine) -> str:
    verdicts = dict.fromkeys(line.verdicts)
    return ", ".join(f"{line.verdicts.count(verdict)} {verdict_word(verdict).lower()}" for verdict in verdicts)
