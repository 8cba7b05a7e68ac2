"""Choosing, downloading and removing recognisers: what is shown, what is used, and that nothing begins by itself."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.recognisers import Recognisers
from mlprep_gui.app.views import RecogniserList, RecogniserState, RecogniserView
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import FetchProgress
from mlprep_gui.speech.base_model import DOWNLOAD_BYTES, PACKAGES
from mlprep_gui.speech.catalogue import BASE, BASE_FILES, BASE_FOLDER, BUILT_IN
from tests.fakes.fetcher import FakeFetcher
from tests.fakes.grader import FakeGrader

BROKEN_OFF = ModelError("The connection ended too early.", "Start the download again to go on.")


@dataclass
class Desk:
    """The recognisers of one data folder, and what was shown."""

    qtbot: QtBot
    paths: Paths
    recognisers: Recognisers
    grader: FakeGrader
    fetcher: FakeFetcher
    views: list[RecogniserList] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)

    def row(self, name: str) -> RecogniserView:
        return next(row for row in self.views[-1].rows if row.name == name)

    def wait_for(self, name: str, state: RecogniserState) -> RecogniserView:
        self.qtbot.waitUntil(lambda: bool(self.views) and self.row(name).state is state)
        return self.row(name)

    def look(self) -> None:
        with self.qtbot.waitSignal(self.recognisers.changed):
            self.recognisers.look()

    def use(self, name: str) -> None:
        """As the program does with what is chosen."""
        self.recognisers.set_in_use(name)


def install_base(paths: Paths) -> None:
    folder = paths.recognisers / BASE_FOLDER
    folder.mkdir(parents=True)
    for name, (size, _) in BASE_FILES.items():
        with (folder / name).open("wb") as file:
            file.truncate(size)


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    runners: list[JobRunner] = []

    def make(*steps: FetchProgress | ModelError, in_use: str = BUILT_IN) -> Desk:
        runner, grader, fetcher = JobRunner(), FakeGrader(), FakeFetcher(*steps)
        runners.append(runner)
        paths = locate(tmp_path / "data")
        recognisers = Recognisers(runner, paths, grader, fetcher, in_use)
        desk = Desk(qtbot, paths, recognisers, grader, fetcher)
        recognisers.changed.connect(desk.views.append)
        recognisers.chosen.connect(desk.chosen.append)
        recognisers.chosen.connect(recognisers.set_in_use)
        recognisers.noticed.connect(desk.noticed.append)
        return desk

    yield make
    for runner in runners:
        runner.close()


def test_looking_asks_for_no_download(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.look()
    assert desk.row(BUILT_IN).state is RecogniserState.READY
    assert desk.row(BUILT_IN).is_chosen
    base = desk.row(BASE)
    assert (base.state, base.total, base.problem) == (RecogniserState.ABSENT, DOWNLOAD_BYTES, "")
    assert desk.fetcher.asked == 0


def test_a_download_goes_on_step_by_step_until_it_is_installed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(FetchProgress(40, 100), FetchProgress(100, 100), FetchProgress(100, 100, installed=True))
    desk.look()
    install_base(desk.paths)
    desk.recognisers.download()
    assert desk.row(BASE).state is RecogniserState.FETCHING
    desk.wait_for(BASE, RecogniserState.READY)
    arrived = [row.arrived for view in desk.views for row in view.rows if row.state is RecogniserState.FETCHING]
    assert arrived == [0, 40, 100]
    assert desk.chosen == []  # it is used when the learner says so


def test_a_download_that_breaks_off_says_why_and_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(BROKEN_OFF, FetchProgress(DOWNLOAD_BYTES, DOWNLOAD_BYTES, installed=True))
    desk.look()
    partial = PACKAGES[0].partial(desk.paths.downloads)
    partial.parent.mkdir(parents=True)
    partial.write_bytes(bytes(5000))
    desk.recognisers.download()
    base = desk.wait_for(BASE, RecogniserState.BEGUN)
    assert (base.arrived, base.problem) == (5000, str(BROKEN_OFF))
    desk.recognisers.download()
    assert desk.row(BASE).problem == ""
    assert desk.row(BASE).arrived == 5000
    desk.qtbot.waitUntil(lambda: desk.fetcher.steps == [])
    desk.wait_for(BASE, RecogniserState.BEGUN)


def test_a_cancelled_download_stops_and_says_nothing_is_wrong(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(ModelError("The download was stopped."))
    desk.look()
    desk.recognisers.download()
    desk.recognisers.cancel()
    assert desk.wait_for(BASE, RecogniserState.ABSENT).problem == ""
    assert desk.fetcher.is_stopped


def test_a_recogniser_is_tried_out_and_then_used(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    install_base(desk.paths)
    desk.look()
    desk.recognisers.use(BASE)
    assert desk.row(BASE).state is RecogniserState.CHECKING
    assert desk.views[-1].busy
    base = desk.wait_for(BASE, RecogniserState.READY)
    desk.qtbot.waitUntil(lambda: desk.row(BASE).trial is not None)
    assert desk.chosen == [BASE]
    assert desk.grader.recogniser == BASE
    assert desk.row(BASE).is_chosen and not desk.row(BUILT_IN).is_chosen
    assert base.size == sum(size for size, _ in BASE_FILES.values())


def test_one_that_does_not_work_is_not_used(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = make_desk()
    desk.look()
    error = ModelError("Whisper (mine) does not understand English.", "Choose another.")
    desk.grader.unusable[str(tmp_path)] = error
    desk.recognisers.choose_folder(tmp_path)
    desk.qtbot.waitUntil(lambda: not desk.views[-1].busy)
    row = desk.row(str(tmp_path))
    assert (row.state, row.problem, row.is_chosen) == (RecogniserState.BROKEN, str(error), False)
    assert desk.chosen == []
    assert desk.grader.recogniser == BUILT_IN
    desk.recognisers.remove(str(tmp_path))
    desk.qtbot.waitUntil(lambda: len(desk.views[-1].rows) == 2)
    assert tmp_path.is_dir()


def test_removing_the_one_in_use_goes_back_to_the_built_in_one(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(in_use=BASE)
    install_base(desk.paths)
    desk.look()
    desk.recognisers.remove(BASE)
    desk.wait_for(BASE, RecogniserState.ABSENT)
    assert desk.chosen == [BUILT_IN]
    assert desk.grader.recogniser == BUILT_IN
    assert not (desk.paths.recognisers / BASE_FOLDER).exists()


def test_one_that_is_gone_is_named_at_the_start(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    desk = make_desk(in_use=gone)
    assert desk.grader.recogniser == gone  # it may come back; what stands in says so
    desk.recognisers.warn()
    desk.qtbot.waitUntil(lambda: bool(desk.noticed))
    assert gone in desk.noticed[0] and "Whisper tiny.en stands in" in desk.noticed[0]
    assert desk.row(gone).state is RecogniserState.BROKEN


def test_nothing_is_said_when_the_one_in_use_is_there(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    with desk.qtbot.waitSignal(desk.recognisers.changed):
        desk.recognisers.warn()
    assert desk.noticed == []


def test_a_folder_of_base_that_is_not_whole_can_be_removed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    install_base(desk.paths)
    (desk.paths.recognisers / BASE_FOLDER / "config.json").unlink()
    desk.look()
    base = desk.row(BASE)
    assert base.state is RecogniserState.BROKEN
    assert "config.json" in base.problem
    shutil.rmtree(desk.paths.recognisers / BASE_FOLDER)
