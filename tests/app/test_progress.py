"""The facts of a period in days, weeks and months."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.progress import ProgressController, Stretch, days_with, divided, means, sums
from mlprep_gui.app.views import ProgressView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.progress import PracticeFact
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

SUNDAY = date(2026, 11, 22)


class FixedClock:
    """The day after the last session."""

    def now(self) -> datetime:
        return NOON + timedelta(days=30)

    def monotonic_s(self) -> float:
        return 0.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    for day in range(0, 30, 3):
        made = session(f"d{day}", "bias", day=day)
        opened.add_session(made)
        opened.save_take(take(made))
        opened.add_transcript(take(made).id, transcript("um a thing"))
        opened.add_assessment(take(made).id, assessment(50 + day, Verdict.COVERED, Verdict.MISSED))
    yield opened
    opened.close()


def test_a_period_is_divided_up_to_today() -> None:
    days, step = divided("weeks", SUNDAY, None)
    assert (days[0], days[-1], len(days), step) == (SUNDAY - timedelta(days=13), SUNDAY, 14, "day")
    weeks, step = divided("months", SUNDAY, None)
    assert (weeks[-1], len(weeks), step) == (date(2026, 11, 16), 13, "week")
    assert {week.weekday() for week in weeks} == {0}
    months, step = divided("all", SUNDAY, datetime(2025, 12, 31, 12, tzinfo=UTC))
    assert (months[0], months[-1], len(months), step) == (date(2025, 12, 1), date(2026, 11, 1), 12, "month")
    assert divided("all", SUNDAY, None)[0] == (date(2026, 11, 1),)


def test_facts_fall_into_their_stretch() -> None:
    starts = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))
    facts = tuple(
        PracticeFact(datetime(2026, 11, day, 12).astimezone(), minutes)
        for day, minutes in ((1, 99.0), (2, 10.0), (8, 20.0), (16, 6.0))
    )
    assert means(facts, starts, lambda fact: fact.duration_s) == (
        Stretch(starts[0], 15.0, 2),
        Stretch(starts[1], None, 0),
        Stretch(starts[2], 6.0, 1),
    )
    assert [each.value for each in sums(facts, starts, lambda fact: fact.duration_s)] == [30.0, 0.0, 6.0]
    assert means(facts, starts, lambda _: None)[0] == Stretch(starts[0], None, 0)
    assert days_with(facts) == 4


def test_what_was_never_measured_is_measured_after_the_page_is_shown(qtbot: QtBot, store: Store) -> None:
    runner = JobRunner()
    progress = ProgressController(runner, store, FixedClock())
    views: list[ProgressView] = []
    progress.changed.connect(views.append)
    progress.look()
    qtbot.waitUntil(lambda: len(views) == 2)
    assert [(view.period, len(view.facts.spoken), view.facts.unmeasured) for view in views] == [
        ("months", 0, 10),
        ("months", 10, 0),
    ]
    progress.look("weeks")
    progress.look("all")  # the other one is no longer waited for
    qtbot.waitUntil(lambda: len(views) == 3)
    assert (views[2].period, len(views[2].facts.graded)) == ("all", 10)
    kept = views[2].retention
    assert (kept.days[0], kept.questions.count, kept.points.count) == (views[2].today, 1, 1)
    runner.close()
