"""The review page's controller: reads part by part, drops what nobody waits for, plays from the words found."""

import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.archive import ArchiveController, archive_filter
from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.undoing import Undoing
from mlprep_gui.app.views import ArchiveChoice, ArchiveView
from mlprep_gui.domain.archive import AnswerLine, ArchiveFilter
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.session import SessionSummary
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript
from tests.fakes.player import FakePlayer


class FixedClock:
    """The evening of the last session."""

    def now(self) -> datetime:
        return NOON + timedelta(days=30, hours=6)

    def monotonic_s(self) -> float:
        return 0.0


class Shelf:
    """A controller on a store with a session a day, and what it showed."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.runner = JobRunner()
        self.store = Store.open(folder / "mlprep.db", folder / "backups", lambda: NOON)
        for day in range(31):
            made = session(f"d{day:02}", "bias", "auc", day=day)
            self.store.add_session(made)
            for position in (0, 1):
                self.store.save_take(take(made, position))
                self.store.add_transcript(take(made, position).id, transcript(f"so day {day} was about the variance"))
                self.store.add_assessment(take(made, position).id, assessment(40 + day, Verdict.COVERED))
        self.takes = folder / "takes"
        self.takes.mkdir()
        self.player = FakePlayer()
        self.undoing = Undoing()
        self.archive = ArchiveController(self.runner, self.store, self.player, FixedClock(), self.takes, self.undoing)
        self.views: list[ArchiveView] = []
        self.noticed: list[str] = []
        self.archive.changed.connect(self.views.append)
        self.archive.noticed.connect(self.noticed.append)

    @property
    def view(self) -> ArchiveView:
        return self.views[-1]

    def wait(self) -> ArchiveView:
        """Wait for the next view."""
        count = len(self.views)
        self.qtbot.waitUntil(lambda: len(self.views) > count)
        return self.view

    def look(self, choice: ArchiveChoice) -> ArchiveView:
        self.archive.look(choice)
        return self.wait()


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(qtbot, tmp_path)
    made.archive.refresh()
    made.wait()
    yield made
    made.runner.close()
    made.store.close()


def write_silence(path: Path) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        file.writeframes(bytes(16_000 * 10))


def takes(view: ArchiveView) -> list[str]:
    return [line.take for line in view.lines if isinstance(line, AnswerLine)]


def test_the_list_grows_when_its_end_is_seen_and_keeps_its_length_when_read_again(shelf: Shelf) -> None:
    first = len(shelf.view.lines)
    assert shelf.view.has_more and shelf.view.count == 62
    shelf.archive.more()
    shelf.archive.more()  # is already on its way
    grown = shelf.wait()
    assert len(grown.lines) == 2 * first
    shelf.archive.refresh()
    assert shelf.wait().lines == grown.lines
    while shelf.view.has_more:
        shelf.archive.more()
        shelf.wait()
    assert len(takes(shelf.view)) == 62
    shelf.archive.more()
    assert not shelf.archive._reading_more


def test_only_the_last_of_quick_searches_is_shown(shelf: Shelf) -> None:
    count = len(shelf.views)
    for text in ("d", "da", "day 1", "day 17"):
        shelf.archive.look(ArchiveChoice(text=text))
    shelf.qtbot.waitUntil(lambda: len(shelf.views) > count)
    assert [view.choice.text for view in shelf.views[count:]] == ["day 17"]
    assert takes(shelf.view) == ["d17-1-1", "d17-0-1"]
    assert shelf.view.count == 2


def test_an_answer_is_played_from_the_words_that_were_found(shelf: Shelf) -> None:
    write_silence(shelf.takes / "d17-0-1.wav")
    shelf.look(ArchiveChoice(text="17"))
    shelf.archive.play("d17-0-1")
    path, start_s, end_s = shelf.player.played[-1][:3]
    assert (path, end_s) == (shelf.takes / "d17-0-1.wav", None)
    assert start_s == pytest.approx(0.5 * 2 - 0.3)
    assert shelf.view.playing == "d17-0-1"
    shelf.archive.play("d17-0-1")
    assert (shelf.view.playing, shelf.player.is_playing) == ("", False)
    shelf.archive.play("d17-0-1")
    shelf.player.finish()
    assert shelf.view.playing == ""


def test_what_cannot_be_played_is_said(shelf: Shelf) -> None:
    shelf.look(ArchiveChoice(text="17"))
    shelf.archive.play("d17-0-1")
    assert shelf.noticed == ["There is no recording of this answer."]
    write_silence(shelf.takes / "d17-0-1.wav")
    shelf.archive.play("d17-0-1")
    shelf.archive.playback_failed(DeviceError("No loudspeaker was found.", "Plug one in."))
    assert "loudspeaker" in shelf.noticed[-1]
    assert shelf.view.playing == ""


def test_bookmarks_and_notes_show_at_once_and_can_be_looked_for(shelf: Shelf) -> None:
    shelf.archive.mark("d17-0-1", True)
    shelf.wait()
    shelf.archive.write_note("d18-0-1", "  mention the penalty ")
    shelf.wait()
    assert takes(shelf.look(ArchiveChoice(bookmarked=True))) == ["d17-0-1"]
    view = shelf.look(ArchiveChoice(text="penalty"))
    assert takes(view) == ["d18-0-1"]
    assert isinstance(view.lines[0], AnswerLine) and view.lines[0].note == "mention the penalty"


def test_a_session_is_deleted_and_comes_back(shelf: Shelf) -> None:
    shelf.archive.removed.connect(shelf.archive.refresh)
    shelf.archive.delete("d30")
    view = shelf.wait()
    assert view.undo and "d30" not in [line.id for line in view.lines if isinstance(line, SessionSummary)]
    shelf.archive.undo()
    shelf.undoing.undo()  # nothing is left to be taken back
    view = shelf.wait()
    assert not view.undo and "d30" in [line.id for line in view.lines if isinstance(line, SessionSummary)]


def test_days_and_months_begin_where_the_learner_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

    def span(period: str) -> tuple[datetime | None, datetime | None]:
        made = archive_filter(ArchiveChoice(period=period), now)
        return made.since, made.until

    midnight = now.astimezone().replace(hour=0, minute=0)
    assert span("") == (None, None)
    assert span("today") == (midnight, None)
    assert span("week") == (midnight - timedelta(days=6), None)
    since, until = span("2026-12")
    assert since is not None and until is not None
    assert (since.day, since.month, until.day, until.month, until.year) == (1, 12, 1, 1, 2027)


def test_a_choice_becomes_a_filter() -> None:
    choice = ArchiveChoice(" bias ", "", "core", "Trees", ("q", "What?"), "middle", "missed", True, True)
    wanted = archive_filter(choice, NOON)
    assert wanted == ArchiveFilter(
        "bias", None, None, "core", "Trees", "q", 50.0, 80.0, False, Verdict.MISSED, bookmarked=True, recovered=True
    )
    assert archive_filter(replace(ArchiveChoice(), score="none"), NOON) == ArchiveFilter(ungraded=True)
    assert archive_filter(ArchiveChoice(), NOON).is_empty
