"""What to practise: the home page, the setup page and the question list."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from mlprep_gui.app.views import HomeView, NoticeView, QuestionsView, SetupChoice, SetupView, SuggestedLine
from mlprep_gui.bank import Choice, Library, Order, choose
from mlprep_gui.bank.choose import question_s
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import PackId, Question, QuestionId
from mlprep_gui.domain.session import Mode, QuestionHistory, RoundPlan, SessionSummary
from mlprep_gui.paths import Paths
from mlprep_gui.ports import InputDevice, VoiceInfo
from mlprep_gui.settings import Settings

Histories = Mapping[QuestionId, QuestionHistory]
GOOD_SCORE = 80.0


def usual_choice(settings: Settings) -> SetupChoice:
    """Return the choice that the settings stand for."""
    return SetupChoice(
        mode=Mode(settings.mode),
        count=settings.questions,
        think_s=settings.think_s,
        answer_s=settings.answer_s or None,
        cut_at_limit=settings.cut_at_limit,
        typed=settings.typed,
        voice=settings.voice,
        microphone=settings.microphone,
        seed=random.randrange(1 << 30),
    )


def with_choice(settings: Settings, choice: SetupChoice) -> Settings:
    """Return the settings with a choice kept as the usual one."""
    return replace(
        settings,
        mode=str(choice.mode),
        questions=choice.count,
        think_s=choice.think_s,
        answer_s=choice.answer_s or 0,
        cut_at_limit=choice.cut_at_limit,
        typed=choice.typed,
        voice=choice.voice,
        microphone=choice.microphone,
    )


def choose_questions(library: Library, choice: SetupChoice, histories: Histories) -> tuple[Question, ...]:
    """Return the questions of the round that is set up."""
    scores = {each.question: each.last_score for each in histories.values() if each.last_score is not None}
    wanted = Choice(
        packs=tuple(PackId(pack) for pack in choice.packs),
        topics=choice.topics,
        levels=choice.levels,
        count=choice.count,
        minutes=choice.minutes,
        order=choice.order,
        seed=choice.seed,
    )
    return choose(library.questions, wanted, scores, choice.think_s, choice.answer_s)


def plan_round(questions: tuple[Question, ...], choice: SetupChoice) -> RoundPlan:
    """Return the round of some questions, with the times and ways of a choice."""
    return RoundPlan(
        mode=choice.mode,
        questions=questions,
        think_s=choice.think_s,
        answer_s=choice.answer_s,
        cut_at_limit=choice.cut_at_limit,
        typed=choice.typed,
    )


def total_s(questions: tuple[Question, ...], choice: SetupChoice) -> float:
    """Return how long a round is likely to take, seconds."""
    return sum(question_s(question, choice.think_s, choice.answer_s) for question in questions)


def setup_view(
    library: Library,
    choice: SetupChoice,
    histories: Histories,
    now: datetime,
    voices: tuple[VoiceInfo, ...],
    microphones: tuple[InputDevice, ...],
) -> SetupView:
    """Return the setup page for a choice."""
    questions = choose_questions(library, choice, histories)
    everything = replace(choice, count=len(library.questions) or 1, minutes=None)
    length_s = total_s(questions, choice)
    return SetupView(
        choice=choice,
        packs=library.packs,
        topics=library.topics,
        questions=questions,
        available=len(choose_questions(library, everything, histories)),
        total_s=length_s,
        ends_at=now + timedelta(seconds=length_s),
        voices=voices,
        microphones=microphones,
    )


def home_view(
    library: Library,
    choice: SetupChoice,
    histories: Histories,
    sessions: tuple[SessionSummary, ...],
    now: datetime,
    notices: tuple[NoticeView, ...] = (),
) -> HomeView:
    """Return the home page: what to practise next, each with its reason."""
    suggested = choose_questions(library, choice, histories)
    lines = tuple(_line(question, histories.get(question.id), choice, now) for question in suggested)
    local = now.astimezone()
    week = [0.0] * 7
    for session in sessions:
        days_ago = (local.date() - session.started_at.astimezone().date()).days
        if 0 <= days_ago < len(week):
            week[-1 - days_ago] += session.duration_s / 60.0
    return HomeView(
        today=local.date(),
        suggested=lines,
        minutes=round(total_s(suggested, choice) / 60.0),
        practised=sum(question.id in histories for question in library.questions),
        total=len(library.questions),
        last=sessions[0] if sessions else None,
        week_min=tuple(round(minutes) for minutes in week),
        notices=notices,
    )


def questions_view(library: Library, histories: Histories, paths: Paths) -> QuestionsView:
    """Return the question list with the newest scores."""
    scores = {str(each.question): each.last_score for each in histories.values() if each.last_score is not None}
    return QuestionsView(library.packs, library.errors, scores, paths.user_packs)


def single_choice(choice: SetupChoice) -> SetupChoice:
    """Return the choice for practising one question at once."""
    return replace(choice, mode=Mode.PRACTICE, count=1, order=Order.PACK)


def _line(question: Question, history: QuestionHistory | None, choice: SetupChoice, now: datetime) -> SuggestedLine:
    reason, mark = _reason(question, history, now)
    minutes = max(1, round(question_s(question, choice.think_s, choice.answer_s) / 60.0))
    return SuggestedLine(question, reason, mark, minutes)


def _reason(question: Question, history: QuestionHistory | None, now: datetime) -> tuple[str, Verdict | None]:
    if history is None or history.answers == 0:
        return f"New, from {question.topic}.", None
    when = _when(history.last_answered_at, now)
    if history.last_score is None:
        return f"Answered {when}, not graded.", Verdict.UNSURE
    if history.contradicted:
        said = "one point was" if history.contradicted == 1 else f"{history.contradicted} points were"
        return f"{when.capitalize()} {said} the wrong way round.", Verdict.CONTRADICTED
    if history.missed:
        return f"{when.capitalize()} {history.missed} of {len(question.key_points)} points were missed.", Verdict.MISSED
    if history.last_score >= GOOD_SCORE:
        return f"Answered well {when}. Once more before it fades.", Verdict.COVERED
    return f"Answered in part {when}.", Verdict.PARTLY


def _when(then: datetime, now: datetime) -> str:
    days = (now.astimezone().date() - then.astimezone().date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago"
