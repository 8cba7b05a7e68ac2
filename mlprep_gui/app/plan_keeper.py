"""Computes the plan from what is kept, and keeps what the learner does to it."""

import time
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.plan import Act, PlanEvent, PlanSettings, Rating
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.ports import Clock
from mlprep_gui.schedule import Plan, made_by, make_plan, settings_json
from mlprep_gui.store import Store


def read_plan(store: Store) -> Plan:
    """Compute the plan where something has changed, and keep that for the next time; for the store's thread.

    Raises:
        StoreError: when the store cannot be read or written.
    """
    practice = store.planning.practice(made_by(f"{time.tzname} {time.timezone} {time.altzone}"))
    plan = make_plan(practice, lambda at: at.astimezone().date())
    store.planning.keep_snapshots(plan.fresh)
    return plan


class PlanKeeper(QObject):
    """Takes the learner's acts; each is a row that can be taken back.

    Signals:
        changed(): the plan is to be read again.
        noticed(str): an act was not kept, and why.
    """

    changed = Signal()
    noticed = Signal(str)

    def __init__(self, runner: JobRunner, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._clock = clock
        self.plan = Plan()

    def suspend(self, question: str, is_on: bool) -> None:
        """Let a question rest until it is wanted back, or bring it back."""
        self._keep(PlanEvent(Act.SUSPENDED, "yes" if is_on else None, QuestionId(question)))

    def bury(self, question: str, is_on: bool) -> None:
        """Put a question off until tomorrow, or bring it back today."""
        tomorrow = self._clock.now().astimezone().date() + timedelta(days=1)
        self._keep(PlanEvent(Act.BURIED, tomorrow.isoformat() if is_on else None, QuestionId(question)))

    def reset(self, question: str, is_on: bool) -> None:
        """Begin anew with a question: its answers stay, but do not count any more; or let them count again."""
        now = self._clock.now().isoformat()
        self._keep(PlanEvent(Act.RESET, now if is_on else None, QuestionId(question)))

    def rate(self, question: str, rating: Rating | None) -> None:
        """Correct the rating of the last answer to a question; None takes that back."""
        entry = self.plan.entries.get(QuestionId(question))
        if entry is not None and entry.whole.last is not None:
            value = rating.name.lower() if rating is not None else None
            self._keep(PlanEvent(Act.RATED, value, QuestionId(question), entry.whole.last.take))

    def set_settings(self, settings: PlanSettings) -> None:
        """Use another interview date or daily amount."""
        if settings != self.plan.settings:
            self._keep(PlanEvent(Act.SETTINGS, settings_json(settings)))

    def _keep(self, event: PlanEvent) -> None:
        store = self._store
        self._runner.submit(
            lambda: store.planning.add_event(event), lambda _: self.changed.emit(), self._on_error, Lane.STORE
        )

    def _on_error(self, error: MLPrepError) -> None:
        self.noticed.emit(in_words(error))
