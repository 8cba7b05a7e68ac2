"""Adjusting verdicts from the window: real store and file, jobs, and what is shown at each step."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.calibrator import Calibrator
from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.views import CalibrationView
from mlprep_gui.assessment.calibration_file import adjust
from mlprep_gui.domain.session import JudgedPoint
from mlprep_gui.paths import Paths, locate
from mlprep_gui.store import Store
from tests.fakes.learner import GENEROUS, NOW, SHIPPED, judged, keep


class Bench:
    """A calibrator with a store, and what it told."""

    def __init__(self, qtbot: QtBot, paths: Paths, points: tuple[JudgedPoint, ...]) -> None:
        self._qtbot = qtbot
        self.store = Store.open(paths.database, paths.backups)
        if points:
            keep(self.store, points)
        self.runner = JobRunner()
        self.calibrator = Calibrator(self.runner, self.store, paths, SystemClock())
        self.views: list[CalibrationView] = []
        self.notices: list[str] = []
        self.adjusted: list[bool] = []
        self.calibrator.changed.connect(self.views.append)
        self.calibrator.noticed.connect(self.notices.append)
        self.calibrator.adjusted.connect(lambda: self.adjusted.append(True))

    def do(self, step: Callable[[], None]) -> CalibrationView:
        """Take a step and wait until it is done."""
        self.views.clear()
        step()
        self._qtbot.waitUntil(lambda: bool(self.views) and not self.views[-1].busy)
        return self.calibrator.view

    def close(self) -> None:
        self.runner.submit(self.store.close, lane=Lane.STORE)
        self.runner.close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def make_bench(qtbot: QtBot, paths: Paths) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(points: tuple[JudgedPoint, ...] = ()) -> Bench:
        made.append(Bench(qtbot, paths, points))
        return made[-1]

    yield make
    for bench in made:
        bench.close()


def test_verdicts_are_adjusted_and_that_is_undone(make_bench: Callable[..., Bench], paths: Paths) -> None:
    bench = make_bench(judged(GENEROUS, 20))
    view = bench.do(bench.calibrator.look)
    assert view == CalibrationView(
        "Verdicts are as shipped.", "There are 120 own verdicts on 20 answers to adjust to.", can_undo=False
    )
    view = bench.do(bench.calibrator.adjust)
    assert bench.views[0].busy
    assert view.can_undo
    assert view.standing == "Verdicts are adjusted to 120 of your own, on 20 answers."
    assert view.words.startswith("Adjusted to 120 of your verdicts")
    assert paths.calibration.exists()
    view = bench.do(bench.calibrator.adjust)
    assert "already" in view.words
    assert bench.adjusted == [True]
    view = bench.do(bench.calibrator.undo)
    assert (view.standing, view.words, view.can_undo) == (
        "Verdicts are as shipped.",
        "The adjustment is undone.",
        False,
    )
    assert bench.adjusted == [True, True]


def test_too_few_verdicts_say_what_is_missing(make_bench: Callable[..., Bench], paths: Paths) -> None:
    bench = make_bench(judged(GENEROUS, 3))
    view = bench.do(bench.calibrator.adjust)
    assert "there are 18 on 3" in view.words and "Nothing was changed." in view.words
    assert not bench.adjusted and not paths.calibration.exists()


def test_a_second_click_while_fitting_does_nothing(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(judged(GENEROUS, 20))

    def click_twice() -> None:
        bench.calibrator.adjust()
        bench.calibrator.undo()
        bench.calibrator.look()

    assert bench.do(click_twice).can_undo
    assert [view.busy for view in bench.views] == [True, False]


def test_a_damaged_file_is_said_once(make_bench: Callable[..., Bench], paths: Paths) -> None:
    paths.data.mkdir()
    paths.calibration.write_text("{")
    bench = make_bench()
    assert bench.do(bench.calibrator.look).standing == "Verdicts are as shipped."
    assert len(bench.notices) == 1 and "calibration.json.broken" in bench.notices[0]
    bench.do(bench.calibrator.look)
    assert len(bench.notices) == 1


def test_a_calibration_of_an_older_assessor_can_be_undone(make_bench: Callable[..., Bench], paths: Paths) -> None:
    older = replace(SHIPPED, version="older")
    adjust(paths.calibration, judged(GENEROUS, 20, model=older), older, NOW)
    bench = make_bench()
    view = bench.do(bench.calibrator.look)
    assert "belongs to another assessor" in view.standing
    assert view.can_undo


def test_a_disk_that_refuses_is_said_and_the_buttons_work_again(make_bench: Callable[..., Bench], paths: Paths) -> None:
    bench = make_bench(judged(GENEROUS, 20))
    bench.do(bench.calibrator.look)
    paths.calibration.with_name("calibration.json.new").mkdir()
    view = bench.do(bench.calibrator.adjust)
    assert "could not be saved" in view.words
    assert view.standing == "Verdicts are as shipped."
    assert not bench.adjusted
