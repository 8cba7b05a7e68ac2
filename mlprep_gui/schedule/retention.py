"""What is likely still remembered, now and later, if nothing more is practised: FSRS says so for each memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mlprep_gui.schedule.memory import Memory
from mlprep_gui.schedule.plan import Plan

#: How far the prediction looks ahead.
WEEKS_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Retained:
    """The mean chance (0..1) of remembering `count` things, on each of some days; no chances without any thing."""

    count: int
    chances: tuple[float, ...]

    @property
    def expected(self) -> tuple[float, ...]:
        """How many of them are likely remembered on each day."""
        return tuple(self.count * chance for chance in self.chances)


@dataclass(frozen=True, slots=True)
class Retention:
    """What is remembered on some days: the questions that were answered, and the key points that were ever missed."""

    days: tuple[date, ...] = ()
    questions: Retained = Retained(0, ())
    points: Retained = Retained(0, ())


def retention(plan: Plan, today: date) -> Retention:
    """Return what is remembered today and in the weeks to come."""
    days = tuple(today + timedelta(weeks=week) for week in range(WEEKS_AHEAD + 1))
    entries = plan.entries.values()
    questions = [entry.whole.memory for entry in entries if entry.whole.memory is not None]
    points = [point.memory for entry in entries for point in entry.points if point.memory is not None]
    return Retention(days, _retained(questions, days), _retained(points, days))


def _retained(memories: Sequence[Memory], days: Sequence[date]) -> Retained:
    if not memories:
        return Retained(0, ())
    chances = zip(*(memory.chances(days) for memory in memories), strict=True)
    return Retained(len(memories), tuple(sum(each) / len(memories) for each in chances))
