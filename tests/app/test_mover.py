"""Backup and restore as jobs: cancelling changes nothing; what is restored is due when it was before."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.mover import Mover, MoveView
from mlprep_gui.app.plan_keeper import read_plan
from mlprep_gui.app.storage import Removal, Storage
from mlprep_gui.bank import load_library
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Act, PlanEvent
from mlprep_gui.domain.session import SessionId, TakeId
from mlprep_gui.domain.storage import AudioKept, AudioRule
from mlprep_gui.export import moving, relocating
from mlprep_gui.export.moving import Unpacked, put_in_place
from mlprep_gui.export.relocating import Relocation
from mlprep_gui.paths import Paths, locate
from mlprep_gui.schedule import Due, plan_day
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

ROUNDS = 6
#: Rounds were practised on days 1 to 6 of this month; this is day 11.
NOW = NOON.replace(day=11)
TODAY = NOON.date().replace(month=6)


@dataclass
class Desk:
    """A mover with a store of some rounds, and everything it has told."""

    qtbot: QtBot
    paths: Paths
    store: Store
    runner: JobRunner
    mover: Mover
    folder: Path
    unpacked: list[Unpacked] = field(default_factory=list)

    def after(self, start: Callable[[], None]) -> MoveView:
        start()
        self.qtbot.waitUntil(lambda: not self.mover.view.running)
        return self.mover.view

    def cancel_at(self, monkeypatch: pytest.MonkeyPatch, step: str, name_at: int) -> None:
        """Cancel while a file is worked on; the work goes on only when it was cancelled."""
        whole, gate = getattr(moving, step), threading.Event()

        def held(file: Any, name: str, *rest: Any) -> Any:
            if name == f"takes/s{name_at}-0-1.wav":
                self.runner.tell(self.mover.cancel)
                assert gate.wait(10)
            return whole(file, name, *rest)

        monkeypatch.setattr(moving, step, held)
        self.mover.changed.connect(lambda view: gate.set() if view.stopping else None)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    paths = locate(tmp_path / "data")
    paths.takes.mkdir(parents=True)
    store = Store.open(paths.database, paths.backups, lambda: NOW)
    questions = load_library(paths.questions).questions
    for day in range(ROUNDS):
        made = session(f"s{day}", questions[day].id, day=day)
        store.add_session(made)
        store.save_take(take(made))
        store.add_transcript(take(made).id, transcript())
        store.add_assessment(take(made).id, assessment(20.0 * day, Verdict.COVERED, Verdict.MISSED))
        (paths.takes / take(made).audio).write_bytes(bytes([day]) * 5000)
    store.planning.add_event(PlanEvent(Act.RATED, "easy", questions[0].id, take(session("s0", "x")).id))
    store.planning.add_event(PlanEvent(Act.SUSPENDED, "yes", questions[1].id))
    runner = JobRunner()
    mover = Mover(runner, store, paths, SystemClock())
    folder = tmp_path / "out"
    folder.mkdir()
    made_desk = Desk(qtbot, paths, store, runner, mover, folder)
    mover.unpacked.connect(made_desk.unpacked.append)
    yield made_desk
    mover.cancel()
    runner.close()
    store.close()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_cancelled_backup_leaves_no_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.cancel_at(monkeypatch, "_add", 2)
    assert desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False)) == MoveView(stopped=True)
    assert names(desk.folder) == []


def test_a_cancelled_backup_leaves_the_one_it_would_have_replaced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.folder / "all.zip").write_bytes(b"the one before")
    desk.cancel_at(monkeypatch, "_add", ROUNDS - 1)
    assert desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, True)).stopped
    assert names(desk.folder) == ["all.zip"]
    assert (desk.folder / "all.zip").read_bytes() == b"the one before"


def test_a_cancelled_restore_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False))
    before = names(desk.paths.data)
    desk.cancel_at(monkeypatch, "_extract", 3)
    assert desk.after(lambda: desk.mover.restore(desk.folder / "all.zip")) == MoveView(stopped=True)
    assert desk.unpacked == []
    assert names(desk.paths.data) == before
    assert len(desk.store.sessions()) == ROUNDS


def test_only_what_an_earlier_start_left_is_swept(desk: Desk) -> None:
    left = desk.paths.data / ".restore-cut-off"
    left.mkdir()
    mover = Mover(desk.runner, desk.store, desk.paths, SystemClock())
    mover.unpacked.connect(desk.unpacked.append)
    desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False))
    mover.restore(desk.folder / "all.zip")
    desk.qtbot.waitUntil(lambda: bool(desk.unpacked))
    mover.sweep()
    assert not left.exists()
    put_in_place(desk.unpacked[0], desk.paths)
    assert len(names(desk.paths.takes)) == ROUNDS


def test_after_a_cancelled_backup_the_next_one_is_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        desk.cancel_at(patched, "_add", 2)
        desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False))
    view = desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False))
    assert view.facts is not None and (view.facts.answers, view.facts.recordings) == (ROUNDS, ROUNDS)


def test_what_is_restored_is_due_when_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.after(lambda: desk.mover.back_up(desk.folder / "all.zip", True, False))
    new = locate(tmp_path / "new")
    other = Mover(desk.runner, desk.store, new, SystemClock())
    other.unpacked.connect(desk.unpacked.append)
    other.restore(desk.folder / "all.zip")
    desk.qtbot.waitUntil(lambda: bool(desk.unpacked))
    put_in_place(desk.unpacked[0], new)
    with closing(Store.open(new.database, new.backups, lambda: NOW)) as restored:
        assert read_plan(restored) == read_plan(desk.store)
        found = due(restored)
    assert found == due(desk.store)
    assert len(found) == ROUNDS - 1
    for file in desk.paths.takes.iterdir():
        assert (new.takes / file.name).read_bytes() == file.read_bytes()


def due(store: Store) -> tuple[Due, ...]:
    return plan_day(read_plan(store), load_library(locate().questions).questions, TODAY, lambda _: 90.0).due


def test_recordings_go_after_so_many_days_and_nothing_else_does(desk: Desk) -> None:
    store, rule = desk.store, AudioRule(AudioKept.DAYS, days=7)
    kept = [store.session(SessionId(f"s{day}")).answers for day in range(ROUNDS)]
    store.archive.set_bookmark(TakeId("s1-0-1"), is_marked=True)
    storage = Storage(desk.runner, store, desk.paths, AudioRule())
    storage.offer(rule)
    desk.qtbot.waitUntil(lambda: storage.view.offered is not None)
    assert storage.view.offered == Removal(rule, 2, 10_000)
    assert len(names(desk.paths.takes)) == ROUNDS
    storage.use(rule)
    desk.qtbot.waitUntil(lambda: storage.view.use is not None)
    assert names(desk.paths.takes) == [f"s{day}-0-1.wav" for day in (1, 3, 4, 5)]
    store.archive.set_bookmark(TakeId("s1-0-1"), is_marked=False)
    assert [store.session(SessionId(f"s{day}")).answers for day in range(ROUNDS)] == kept


def test_a_move_of_the_data_is_looked_at_carried_and_can_be_cancelled(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = desk.after(lambda: desk.mover.look_at(desk.folder)).relocation
    assert found is not None and (found.folder, found.fits) == (desk.folder, True)
    whole, gate = relocating._copy, threading.Event()

    def held(source: Path, target: Path) -> None:
        if source.name == "s2-0-1.wav":
            desk.runner.tell(desk.mover.cancel)
            assert gate.wait(10)
        whole(source, target)

    with monkeypatch.context() as cancelling:
        cancelling.setattr(relocating, "_copy", held)
        desk.mover.changed.connect(lambda view: gate.set() if view.stopping else None)
        assert desk.after(lambda: desk.mover.relocate(found)) == MoveView(stopped=True)
    assert names(desk.folder) == []
    carried: list[Relocation] = []
    desk.mover.carried.connect(carried.append)
    desk.after(lambda: desk.mover.relocate(found))
    assert carried == [found] and len(names(desk.folder / "takes")) == ROUNDS
    assert not (desk.folder / "mlprep.db").exists()  # it is in use, and goes last
    assert "part of the present data folder" in desk.after(lambda: desk.mover.look_at(desk.paths.takes)).error
