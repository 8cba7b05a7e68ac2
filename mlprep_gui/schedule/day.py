"""What to practise on a day: what is due, the new questions, and how much of both."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.domain.question import KeyPoint, Question, QuestionId
from mlprep_gui.schedule.entry import Entry
from mlprep_gui.schedule.plan import Plan

#: Before an interview everything comes up once more within so many days at most.
LAST_STRETCH_DAYS = 14


@dataclass(frozen=True, slots=True)
class Due:
    """A question to practise.

    Attributes:
        question: the whole question.
        points: the points to say, when it is due for these alone.
        day: since when it is due, or when it will be; None for a new question.
        for_interview: it would not come up before the interview by itself.
    """

    question: Question
    points: tuple[KeyPoint, ...] = ()
    day: date | None = None
    for_interview: bool = False

    @property
    def asked(self) -> Question:
        """The question as it is to be asked."""
        return self.question.part([point.id for point in self.points]) if self.points else self.question


@dataclass(frozen=True, slots=True)
class Leech:
    """A question, or one point of it, that failed on many days."""

    question: Question
    point: KeyPoint | None
    days_failed: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan.

    Attributes:
        due: everything that is due, what is needed most first.
        new: questions never answered, those of the topics practised least first.
        ahead: what is not due yet, the next ones first.
        done: questions answered on this day.
        chosen: what still belongs to the day's amount.
        more: when nothing is left of that, what would come next.
        leeches: questions and points that fail again and again.
        days_left: days until the interview; None without one, or when it is over.
        to_repeat: questions that have still to come up once more before the interview.
        a_day: questions that make up a day.
    """

    today: date
    due: tuple[Due, ...]
    new: tuple[Due, ...]
    ahead: tuple[Due, ...]
    done: tuple[Question, ...]
    chosen: tuple[Due, ...]
    more: tuple[Due, ...]
    leeches: tuple[Leech, ...]
    days_left: int | None = None
    to_repeat: int = 0
    a_day: int = 5

    @property
    def lines(self) -> tuple[Due, ...]:
        """Everything that comes up some day: what is due, what is new, and what is not due yet."""
        return (*self.due, *self.new, *self.ahead)

    @property
    def needed_a_day(self) -> int:
        """Questions a day that repeat everything before the interview; 0 without one."""
        return -(-self.to_repeat // self.days_left) if self.days_left else 0


def plan_day(plan: Plan, questions: Sequence[Question], today: date, length_s: Callable[[Question], float]) -> Day:
    """Return what to practise on a day.

    Args:
        plan: what was answered.
        questions: the questions in use, in the order of their packs.
        today: the learner's day.
        length_s: how long a question takes, seconds.
    """
    settings = plan.settings
    active = [each for each in questions if each.id not in plan.suspended]
    seen = {each.id: plan.entries[each.id] for each in active if _is_known(plan, each.id)}
    a_day = _questions_a_day(settings, active, length_s)
    stretch = _LastStretch(settings.interview, list(seen.values()), today, a_day)
    lines = [_due(plan, each, today, stretch) for each in active if each.id in seen]
    due = [each for each in lines if each.day is not None and each.day <= today]
    urgency = {each.question.id: _urgency(plan, each, today, stretch) for each in due}
    due.sort(key=lambda each: urgency[each.question.id])
    ahead = sorted((each for each in lines if each.question.id not in urgency), key=lambda each: each.day or today)
    new = tuple(_new(active, plan, seen, today))
    done = tuple(each for each in questions if each.id in plan.entries and plan.entries[each.id].day == today)
    chosen = tuple(_portion(chain(due, new), settings, length_s, done))
    return Day(
        today=today,
        due=tuple(due),
        new=new,
        ahead=tuple(ahead),
        done=done,
        chosen=chosen,
        more=() if chosen else tuple(_portion(chain(due, new, ahead), settings, length_s)),
        leeches=tuple(_leeches(plan, active)),
        days_left=stretch.days_left,
        to_repeat=len(stretch.missing),
        a_day=a_day,
    )


def _is_known(plan: Plan, question: QuestionId) -> bool:
    """Whether a question was answered, and not only before it was reset."""
    entry, reset = plan.entries.get(question), plan.reset.get(question)
    return entry is not None and (reset is None or entry.newest.answered_at > reset)


def _natural_day(entry: Entry) -> date:
    """Return when a question is due without an interview; one that is not graded, on the day after it was answered."""
    return entry.whole.memory.due if entry.whole.memory is not None else entry.day + timedelta(days=1)


def _last_day(entry: Entry) -> date:
    """Return when the whole question was answered last."""
    return entry.whole.last.day if entry.whole.last is not None else entry.day


class _LastStretch:
    """The days before the interview, in which everything comes up once more.

    They are as many as the daily amount needs, at most LAST_STRETCH_DAYS. What is remembered worst comes last, so that
    it is fresh. What was answered within these days, or is due by itself before the interview, is left alone.

    Attributes:
        missing: questions that have still to come up.
        pulled: the day of those that would not do so by themselves.
    """

    def __init__(self, interview: date | None, seen: Sequence[Entry], today: date, a_day: int) -> None:
        self.days_left = (interview - today).days if interview is not None and interview >= today else None
        self.missing: set[QuestionId] = set()
        self.pulled: dict[QuestionId, date] = {}
        if interview is None or not self.days_left:
            return
        days = min(LAST_STRETCH_DAYS, max(1, -(-len(seen) // a_day)))
        first = interview - timedelta(days=days)
        waiting = [entry for entry in seen if _last_day(entry) < first]
        self.missing = {entry.question for entry in waiting}
        natural = {entry.question: _natural_day(entry) for entry in waiting}
        load = Counter(max(day, today) for day in natural.values() if day < interview)
        full = max(a_day, -(-len(seen) // days))
        day = interview - timedelta(days=1)
        for entry in sorted(waiting, key=_weakest_first):
            if natural[entry.question] < interview:
                continue
            while load[day] >= full and day > max(first, today):
                day -= timedelta(days=1)
            load[day] += 1
            self.pulled[entry.question] = day


def _weakest_first(entry: Entry) -> tuple[float, str]:
    memory = entry.whole.memory
    return (memory.stability if memory is not None else 0.0, entry.question)


def _due(plan: Plan, question: Question, today: date, stretch: _LastStretch) -> Due:
    """Return why and when a question comes up next: as a whole or, when they come earlier, for its missed points."""
    buried = plan.buried.get(question.id, date.min)
    entry = plan.entries[question.id]
    natural = max(buried, _natural_day(entry))
    pulled = max(buried, stretch.pulled.get(question.id, date.max))
    whole = Due(question, (), min(natural, pulled), for_interview=pulled < natural)
    points = {each.key_point: each.memory.due for each in entry.points if each.memory}
    wanted = tuple(point for point in question.key_points if points.get(point.id, date.max) <= today)
    if whole.day is None or whole.day <= today or buried > today or not wanted:
        return whole
    day = min(points[point.id] for point in wanted)
    return Due(question, wanted if len(wanted) < len(question.key_points) else (), day)


def _urgency(plan: Plan, due: Due, today: date, stretch: _LastStretch) -> tuple[bool, float]:
    """Order what is due: what has still to come up before the interview, then what is most likely forgotten."""
    wanted = {point.id for point in due.points}
    entry = plan.entries[due.question.id]
    memories = [each.memory for each in entry.points if each.key_point in wanted] or [entry.whole.memory]
    chance = min(memory.retrievability(today) if memory is not None else 0.0 for memory in memories)
    return (due.question.id not in stretch.missing, chance)


def _new(active: Sequence[Question], plan: Plan, seen: dict[QuestionId, Entry], today: date) -> Iterable[Due]:
    """Yield questions never answered: each from the topic of which the smallest share was practised until then."""
    total = Counter(each.topic for each in active)
    practised = Counter(each.topic for each in active if each.id in seen)
    waiting: dict[str, list[Question]] = {}
    for each in active:
        if each.id not in seen and plan.buried.get(each.id, today) <= today:
            waiting.setdefault(each.topic, []).append(each)
    while waiting:
        topic = min(waiting, key=lambda topic: practised[topic] / total[topic])
        yield Due(waiting[topic].pop(0))
        practised[topic] += 1
        if not waiting[topic]:
            del waiting[topic]


def _questions_a_day(settings: PlanSettings, active: Sequence[Question], length_s: Callable[[Question], float]) -> int:
    """Return how many questions make up a day."""
    if not settings.minutes_a_day or not active:
        return max(1, settings.questions_a_day)
    mean_s = sum(map(length_s, active)) / len(active)
    return max(1, round(settings.minutes_a_day * 60.0 / mean_s))


def _portion(
    lines: Iterable[Due],
    settings: PlanSettings,
    length_s: Callable[[Question], float],
    done: Sequence[Question] = (),
) -> Iterable[Due]:
    """Yield as many lines as the daily amount still holds after what was done; at least one where nothing was."""
    cost: Callable[[Question], float] = length_s if settings.minutes_a_day else lambda _: 1.0
    left = settings.minutes_a_day * 60.0 or float(settings.questions_a_day)
    left -= sum(map(cost, done))
    is_first = not done
    for line in lines:
        needed = cost(line.asked)
        if needed > left and not is_first:
            return
        yield line
        left -= needed
        is_first = False


def _leeches(plan: Plan, active: Sequence[Question]) -> Iterable[Leech]:
    """Yield what fails again and again: the points of a question where they are known, else the question."""
    for question in active:
        entry = plan.entries.get(question.id)
        if entry is None:
            continue
        failed = {each.key_point: each.days_failed for each in entry.points if each.is_leech}
        points = [Leech(question, point, failed[point.id]) for point in question.key_points if point.id in failed]
        yield from points
        if not points and entry.whole.is_leech:
            yield Leech(question, None, entry.whole.days_failed)
