"""The progress page: reads the facts of a period and divides them into days, weeks or months."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.plan_keeper import read_plan
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import ProgressView
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.ports import Clock
from mlprep_gui.schedule import retention
from mlprep_gui.store import Store

PERIODS = ("weeks", "months", "all")
_DAYS, _WEEKS = 14, 13
_MEASURED_AT_ONCE = 100


class Fact(Protocol):
    """Something that happened at an instant."""

    @property
    def at(self) -> datetime:
        """When."""


F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value of one day, week or month. value is None when there was nothing to measure."""

    start: date
    value: float | None
    count: int


class ProgressController(QObject):
    """Reads the progress in jobs. Deliveries that were never measured are measured meanwhile, some at a time.

    Signals:
        changed(ProgressView), noticed(str).
    """

    changed = Signal(object)
    noticed = Signal(str)

    def __init__(self, runner: JobRunner, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._clock = clock
        self._period = "months"

    def look(self, period: str = "") -> None:
        """Read the facts of a period; by default of the one that was looked at last."""
        self._period = period = period or self._period
        now, store = self._clock.now(), self._store
        today = now.astimezone().date()

        def work() -> ProgressView:
            facts = store.progress.read(_begin(period, today), now)
            starts, step = divided(period, today, facts.first_at)
            return ProgressView(period, today, starts, step, facts, retention(read_plan(store), today))

        self._runner.submit(work, self._show, self._on_error, Lane.STORE)

    def _show(self, view: ProgressView) -> None:
        if view.period != self._period:
            return
        self.changed.emit(view)
        if view.facts.unmeasured:
            self._measure()

    def _measure(self) -> None:
        """Measure in small steps, so that other work comes between them; then read again."""

        def then(measured: int) -> None:
            if measured:
                self._measure()
            else:
                self.look()

        progress = self._store.progress
        self._runner.submit(lambda: progress.measure_some(_MEASURED_AT_ONCE), then, self._on_error, Lane.STORE)

    def _on_error(self, error: MLPrepError) -> None:
        self.noticed.emit(in_words(error))


def divided(period: str, today: date, first_at: datetime | None) -> tuple[tuple[date, ...], str]:
    """Return the first days of the stretches of a period, and what a stretch is."""
    if period == "weeks":
        return tuple(today - timedelta(days=back) for back in reversed(range(_DAYS))), "day"
    monday = today - timedelta(days=today.weekday())
    if period == "months":
        return tuple(monday - timedelta(weeks=back) for back in reversed(range(_WEEKS))), "week"
    month = (first_at.astimezone().date() if first_at is not None else today).replace(day=1)
    months = []
    while month <= today:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return tuple(months), "month"


def means(facts: Sequence[F], starts: Sequence[date], value_of: Callable[[F], float | None]) -> tuple[Stretch, ...]:
    """Return the mean of each stretch; facts without a value are left out."""
    return tuple(
        Stretch(start, sum(values) / len(values) if values else None, len(values))
        for start, values in zip(starts, _sorted_out(facts, starts, value_of), strict=True)
    )


def sums(facts: Sequence[F], starts: Sequence[date], value_of: Callable[[F], float]) -> tuple[Stretch, ...]:
    """Return the sum of each stretch; 0 where there is nothing."""
    return tuple(
        Stretch(start, sum(values), len(values))
        for start, values in zip(starts, _sorted_out(facts, starts, value_of), strict=True)
    )


def days_with(facts: Sequence[Fact]) -> int:
    """Return on how many days something happened."""
    return len({fact.at.astimezone().date() for fact in facts})


def _sorted_out(facts: Sequence[F], starts: Sequence[date], value_of: Callable[[F], float | None]) -> list[list[float]]:
    values: list[list[float]] = [[] for _ in starts]
    for fact in facts:
        place = bisect_right(starts, fact.at.astimezone().date()) - 1
        value = value_of(fact)
        if place >= 0 and value is not None:
            values[place].append(value)
    return values


def _begin(period: str, today: date) -> datetime:
    first = divided(period, today, None)[0][0] if period != "all" else date(1970, 1, 2)
    return datetime.combine(first, time()).astimezone()
