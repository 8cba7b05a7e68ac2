"""Exporting from the window: progress, cancelling, and what is left when it fails."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.exporter import Exporter
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.views import ExportView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.exporting import ExportedSession, ExportFormat, ExportRequest, Selection
from mlprep_gui.domain.session import SessionId, TakeId
from mlprep_gui.paths import locate
from mlprep_gui.store import Store
from tests.adapters.stored_values import assessment, session, take, transcript

ROUNDS = 6


@dataclass
class Desk:
    """An exporter with a store of some rounds, and everything it has told."""

    qtbot: QtBot
    store: Store
    runner: JobRunner
    exporter: Exporter
    folder: Path
    views: list[ExportView] = field(default_factory=list)

    def request(self, kind: ExportFormat = ExportFormat.JSON, selection: Selection | None = None) -> ExportRequest:
        return ExportRequest(selection or Selection(), kind, self.folder / f"out{kind.suffix}")

    def run(self, request: ExportRequest | None = None) -> ExportView:
        self.exporter.start(request or self.request())
        self.qtbot.waitUntil(lambda: not self.exporter.view.running)
        return self.exporter.view

    @property
    def files(self) -> list[str]:
        return sorted(each.name for each in self.folder.iterdir())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    paths = locate(tmp_path / "data")
    store = Store.open(paths.database, paths.backups)
    for day in range(ROUNDS):
        made = session(f"s{day}", "pca", "gan", day=day)
        store.add_session(made)
        for position in (0, 1):
            store.save_take(take(made, position))
            store.add_transcript(take(made, position).id, transcript())
            store.add_assessment(take(made, position).id, assessment(54, Verdict.COVERED, Verdict.MISSED))
    runner = JobRunner()
    exporter = Exporter(runner, store, paths, SystemClock())
    folder = tmp_path / "out"
    folder.mkdir()
    made_desk = Desk(qtbot, store, runner, exporter, folder)
    exporter.changed.connect(made_desk.views.append)
    yield made_desk
    exporter.cancel()
    runner.close()
    store.close()


@pytest.mark.parametrize("kind", ExportFormat)
def test_each_format_is_written_in_a_job(kind: ExportFormat, desk: Desk) -> None:
    view = desk.run(desk.request(kind))
    assert view.result is not None and (view.result.sessions, view.result.answers) == (ROUNDS, 2 * ROUNDS)
    assert desk.files == [f"out{kind.suffix}"]
    done = [each.done for each in desk.views if each.running and each.total]
    assert done == [0, *range(2, 2 * ROUNDS + 1, 2)]
    desk.exporter.put_away()
    assert desk.exporter.view == ExportView()


def test_pages_of_long_answers_are_made_off_the_gui_thread_without_a_word_of_qt(desk: Desk) -> None:
    made = session("long", "pca", day=20)
    desk.store.add_session(made)
    desk.store.save_take(take(made))
    desk.store.add_transcript(take(made).id, transcript("It is a thing with many words. " * 500))
    view = desk.run(desk.request(ExportFormat.PDF, Selection(session=made.id)))
    assert view.result is not None and view.result.answers == 1


def test_one_answer_is_exported(desk: Desk) -> None:
    desk.run(desk.request(selection=Selection(take=TakeId("s2-1-1"))))
    (exported,) = json.loads((desk.folder / "out.json").read_text(encoding="utf-8"))["sessions"]
    assert [each["take"]["id"] for each in exported["answers"]] == ["s2-1-1"]


def test_cancelling_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancel_after_two(view: ExportView) -> None:
        if view.done == 4 and not view.stopping:
            desk.exporter.cancel()

    gate = threading.Event()
    exported = desk.store.exported

    def slow(session: SessionId, taken: TakeId | None = None) -> ExportedSession:
        if session == "s3":
            gate.wait(10)
        return exported(session, taken)

    monkeypatch.setattr(desk.store, "exported", slow)
    desk.exporter.changed.connect(cancel_after_two)
    desk.exporter.changed.connect(lambda view: gate.set() if view.stopping else None)
    view = desk.run()
    assert view == ExportView(stopped=True)
    assert desk.files == []


def test_the_store_is_free_between_two_sessions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    exported = desk.store.exported

    def noted(session: SessionId, taken: TakeId | None = None) -> ExportedSession:
        order.append(session)
        if session == "s1":
            desk.runner.submit(lambda: order.append("a take is saved"), None, None, Lane.STORE)
        return exported(session, taken)

    monkeypatch.setattr(desk.store, "exported", noted)
    desk.run()
    assert order == ["s0", "s1", "a take is saved", "s2", "s3", "s4", "s5"]


def test_a_file_in_the_way_stays_until_it_may_be_replaced(desk: Desk) -> None:
    path = desk.folder / "out.json"
    path.write_text("mine")
    assert desk.run() == ExportView(in_the_way=path)
    assert path.read_text() == "mine"
    request = ExportRequest(Selection(), ExportFormat.JSON, path, replace=True)
    assert desk.run(request).result is not None
    assert path.read_text().startswith("{")


def test_a_failure_is_told_and_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> ExportedSession:
        raise StoreError("Could not read the session.", "Restart MLPrep.")

    monkeypatch.setattr(desk.store, "exported", refuse)
    assert desk.run() == ExportView(error="Could not read the session. Restart MLPrep.")
    assert desk.files == []


def test_nothing_to_export_is_told(desk: Desk) -> None:
    view = desk.run(desk.request(selection=Selection(session=SessionId("nobody"))))
    assert view.error.startswith("There is no answer to export.")
    assert desk.files == []


def test_a_wish_twice_writes_once(desk: Desk) -> None:
    desk.exporter.start(desk.request())
    desk.exporter.start(desk.request(ExportFormat.CSV))
    desk.qtbot.waitUntil(lambda: not desk.exporter.view.running)
    assert desk.files == ["out.json"]


def test_closing_in_the_middle_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def close_after_one(view: ExportView) -> None:
        if view.done == 2 and not view.stopping:
            desk.exporter.cancel()
            desk.runner.close()

    gate = threading.Event()
    exported = desk.store.exported

    def slow(session: SessionId, taken: TakeId | None = None) -> ExportedSession:
        if session == "s1":
            gate.wait(10)
        return exported(session, taken)

    monkeypatch.setattr(desk.store, "exported", slow)
    desk.exporter.changed.connect(lambda view: gate.set() if view.stopping else None)
    desk.exporter.changed.connect(close_after_one)
    desk.exporter.start(desk.request())
    desk.qtbot.waitUntil(gate.is_set)
    desk.qtbot.waitUntil(lambda: desk.files == [])
