"""What to practise: the home page, the setup page and the question list."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from mlprep_gui.app.plan_words import reason, standing
from mlprep_gui.app.views import (
    HomeView,
    LeechLine,
    NoticeView,
    PlanView,
    QuestionPlanView,
    QuestionsView,
    SetupChoice,
    SetupView,
    SuggestedLine,
)
from mlprep_gui.bank import Choice, Library, Order, choose
from mlprep_gui.bank.choose import question_s
from mlprep_gui.bank.programmes import FRAME_S, PROGRAMMES, Programme, needed_s, programme_questions
from mlprep_gui.domain.progress import MissedPoint
from mlprep_gui.domain.question import KeyPointId, PackId, Question, QuestionId
from mlprep_gui.domain.session import Mode, QuestionHistory, RoundPlan, SessionSummary
from mlprep_gui.paths import Paths
from mlprep_gui.ports import InputDevice, VoiceInfo
from mlprep_gui.schedule import Day, Due, Plan, plan_day
from mlprep_gui.settings import Settings

Histories = Mapping[QuestionId, QuestionHistory]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan, and what it comes to on a day."""

    day: Day
    plan: Plan = field(default_factory=Plan)

    @property
    def suggested(self) -> tuple[Due, ...]:
        """What "Start" asks: what is left of the day, or then what would come next."""
        return self.day.chosen or self.day.more


def make_agenda(plan: Plan, library: Library, choice: SetupChoice, now: datetime) -> Agenda:
    """Return what the plan comes to today."""
    today = now.astimezone().date()
    day = plan_day(plan, library.questions, today, lambda each: question_s(each, choice.think_s, choice.answer_s))
    return Agenda(day, plan)


def suggested_round(agenda: Agenda, choice: SetupChoice) -> RoundPlan:
    """Return the round of the home page: what is due, so that no programme rules over it."""
    return plan_round(tuple(line.asked for line in agenda.suggested), replace(choice, programme=""))


def suggested_question(agenda: Agenda, question: str) -> Question | None:
    """Return a question of the home page as it is asked there, perhaps for some points only."""
    return next((line.asked for line in agenda.suggested if line.question.id == question), None)


def points_round(library: Library, points: Iterable[MissedPoint], choice: SetupChoice) -> RoundPlan:
    """Return a round that asks for some key points alone; those of questions in no pack any more are left out."""
    wanted: dict[QuestionId, list[KeyPointId]] = {}
    for point in points:
        wanted.setdefault(point.question, []).append(point.key_point)
    known = {question.id: question for question in library.questions}
    parts = tuple(known[question].part(ids) for question, ids in wanted.items() if question in known)
    return plan_round(parts, single_choice(choice))


def usual_choice(settings: Settings) -> SetupChoice:
    """Return the choice that the settings stand for."""
    return SetupChoice(
        mode=Mode(settings.mode),
        programme=settings.programme,
        count=settings.questions,
        think_s=settings.think_s,
        answer_s=settings.answer_s or None,
        cut_at_limit=settings.cut_at_limit,
        typed=settings.typed,
        follow_ups=settings.follow_ups,
        judge_first=settings.judge_first,
        voice=settings.voice,
        microphone=settings.microphone,
        seed=random.randrange(1 << 30),
    )


def with_choice(settings: Settings, choice: SetupChoice) -> Settings:
    """Return the settings with a choice kept as the usual one."""
    return replace(
        settings,
        mode=str(choice.mode),
        programme=choice.programme,
        questions=choice.count,
        think_s=choice.think_s,
        answer_s=choice.answer_s or 0,
        cut_at_limit=choice.cut_at_limit,
        typed=choice.typed,
        follow_ups=choice.follow_ups,
        judge_first=choice.judge_first,
        voice=choice.voice,
        microphone=choice.microphone,
    )


def choose_questions(
    library: Library, choice: SetupChoice, histories: Histories, agenda: Agenda
) -> tuple[Question, ...]:
    """Return the questions of the round that is set up."""
    planned = [line.question.id for line in agenda.day.lines]
    programme = programme_of(choice)
    if programme is not None:
        within = [each for each in library.questions if not choice.packs or each.pack in choice.packs]
        return programme_questions(programme, within, planned, choice.seed, choice.answer_s, choice.follow_ups)
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
    questions = library.contrasted(choice.contrasts) or library.questions
    return choose(questions, wanted, scores, choice.think_s, choice.answer_s, planned)


def programme_of(choice: SetupChoice) -> Programme | None:
    """Return the programme of a mock interview, if it has one."""
    return PROGRAMMES.get(choice.programme) if choice.mode is Mode.MOCK else None


def plan_round(questions: tuple[Question, ...], choice: SetupChoice) -> RoundPlan:
    """Return the round of some questions, with the times and ways of a choice."""
    programme = programme_of(choice)
    return RoundPlan(
        mode=choice.mode,
        questions=questions,
        programme=programme.name if programme is not None else "",
        length_s=programme.minutes * 60.0 if programme is not None else 0.0,
        think_s=programme.think_s if programme is not None else choice.think_s,
        answer_s=choice.answer_s,
        cut_at_limit=choice.cut_at_limit,
        typed=choice.typed,
        follow_ups=choice.follow_ups,
        judge_first=choice.judge_first,
    )


def total_s(questions: tuple[Question, ...], choice: SetupChoice) -> float:
    """Return how long a round is likely to take, seconds."""
    programme = programme_of(choice)
    if programme is not None:
        lengths = (needed_s(each, programme, choice.answer_s, choice.follow_ups) for each in questions)
        return FRAME_S + sum(lengths)
    return sum(question_s(question, choice.think_s, choice.answer_s) for question in questions)


def setup_view(
    library: Library,
    choice: SetupChoice,
    histories: Histories,
    agenda: Agenda,
    now: datetime,
    voices: tuple[VoiceInfo, ...],
    microphones: tuple[InputDevice, ...],
) -> SetupView:
    """Return the setup page for a choice."""
    questions = choose_questions(library, choice, histories, agenda)
    everything = replace(choice, programme="", count=len(library.questions) or 1, minutes=None)
    length_s = total_s(questions, choice)
    return SetupView(
        choice=choice,
        packs=library.packs,
        topics=library.topics,
        contrasts=tuple(each.title for each in library.contrasts),
        questions=questions,
        available=len(choose_questions(library, everything, histories, agenda)),
        total_s=length_s,
        ends_at=now + timedelta(seconds=length_s),
        voices=voices,
        microphones=microphones,
    )


def home_view(
    library: Library,
    choice: SetupChoice,
    agenda: Agenda,
    histories: Histories,
    sessions: tuple[SessionSummary, ...],
    now: datetime,
    notices: tuple[NoticeView, ...] = (),
) -> HomeView:
    """Return the home page: what to practise next, each with its reason."""
    lines = tuple(_line(line, agenda, choice) for line in agenda.suggested)
    local = now.astimezone()
    week = [0.0] * 7
    for session in sessions:
        days_ago = (local.date() - session.started_at.astimezone().date()).days
        if 0 <= days_ago < len(week):
            week[-1 - days_ago] += session.duration_s / 60.0
    return HomeView(
        today=local.date(),
        suggested=lines,
        minutes=round(total_s(tuple(line.asked for line in agenda.suggested), replace(choice, programme="")) / 60.0),
        practised=sum(question.id in histories for question in library.questions),
        total=len(library.questions),
        last=sessions[0] if sessions else None,
        week_min=tuple(round(minutes) for minutes in week),
        notices=notices,
        plan=_plan_view(agenda),
    )


def questions_view(library: Library, histories: Histories, agenda: Agenda, paths: Paths) -> QuestionsView:
    """Return the question list with the newest scores and what the plan holds for each."""
    scores = {str(each.question): each.last_score for each in histories.values() if each.last_score is not None}
    lines = {line.question.id: line for line in agenda.day.lines}
    plans = {str(each.id): _question_plan(each, lines.get(each.id), agenda) for each in library.questions}
    return QuestionsView(library.packs, library.errors, scores, paths.user_packs, plans)


def single_choice(choice: SetupChoice) -> SetupChoice:
    """Return the choice for practising one question at once."""
    return replace(choice, mode=Mode.PRACTICE, count=1, order=Order.PACK)


def _line(line: Due, agenda: Agenda, choice: SetupChoice) -> SuggestedLine:
    words, mark = reason(line, agenda.plan, agenda.day.today)
    minutes = max(1, round(question_s(line.asked, choice.think_s, choice.answer_s) / 60.0))
    return SuggestedLine(line.question, words, mark, minutes)


def _plan_view(agenda: Agenda) -> PlanView:
    day = agenda.day
    return PlanView(
        settings=agenda.plan.settings,
        due=len(day.due),
        done=len(day.done),
        is_more=not day.chosen and bool(day.done),
        next_day=_first_day(day),
        new=len(day.new),
        days_left=day.days_left,
        to_repeat=day.to_repeat,
        needed_a_day=day.needed_a_day,
        amount=day.a_day,
        leeches=tuple(
            LeechLine(leech.question, leech.point.statement if leech.point is not None else "", leech.days_failed)
            for leech in day.leeches
        ),
    )


def _first_day(day: Day) -> date | None:
    return min((line.day for line in day.ahead if line.day is not None), default=None)


def _question_plan(question: Question, line: Due | None, agenda: Agenda) -> QuestionPlanView:
    plan, today = agenda.plan, agenda.day.today
    entry = plan.entries.get(question.id)
    last = entry.whole.last if entry is not None else None
    return QuestionPlanView(
        words=standing(line, plan, question, today),
        rating=last.rating if last is not None else None,
        is_corrected=last is not None and last.is_corrected,
        is_suspended=question.id in plan.suspended,
        is_buried=plan.buried.get(question.id, today) > today,
        is_reset=entry is not None and question.id in plan.reset and entry.whole.set_aside > 0,
        can_reset=last is not None,
    )
