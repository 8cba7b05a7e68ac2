"""Jobs run off the GUI thread, and their results come back on it."""

import functools
import threading
from collections.abc import Iterator

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.domain.errors import StoreError


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[tuple[int, int]] = []
    runner.submit(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert receiver == threading.get_ident() != worker


def test_an_expected_error_goes_to_its_handler(qtbot: QtBot, runner: JobRunner) -> None:
    errors: list[str] = []

    def fail() -> None:
        raise StoreError("The disk is full.", "Make room.")

    runner.submit(fail, None, lambda error: errors.append(str(error)), Lane.STORE)
    qtbot.waitUntil(lambda: errors == ["The disk is full. Make room."])


def test_an_unexpected_error_is_raised_on_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    with capture_exceptions() as raised:
        runner.submit(lambda: 1 // 0, None, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_the_jobs_of_the_store_run_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[int] = []
    for number in range(50):
        runner.submit(functools.partial(int, number), seen.append, None, Lane.STORE)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_closing_finishes_what_is_for_the_store_and_delivers_nothing_more(qtbot: QtBot) -> None:
    runner = JobRunner()
    written: list[int] = []
    delivered: list[None] = []
    for number in range(20):
        runner.submit(functools.partial(written.append, number), delivered.append, None, Lane.STORE)
    runner.close()
    qtbot.wait(1)
    assert written == list(range(20))
    assert delivered == []


def test_a_job_waits_for_work_on_another_lane_and_gets_its_error(qtbot: QtBot, runner: JobRunner) -> None:
    errors: list[str] = []
    results: list[tuple[int, int]] = []

    def fail() -> None:
        raise StoreError("The disk is full.", "Make room.")

    def work() -> tuple[int, int]:
        return runner.wait_for(threading.get_ident, Lane.STORE), threading.get_ident()

    runner.submit(work, results.append)
    runner.submit(lambda: runner.wait_for(fail, Lane.STORE), None, lambda error: errors.append(error.message))
    qtbot.waitUntil(lambda: bool(results and errors))
    assert results[0][0] != results[0][1] and errors == ["The disk is full."]


def test_a_job_tells_how_far_it_is_on_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    told: list[int] = []
    runner.submit(lambda: runner.tell(lambda: told.append(threading.get_ident())))
    qtbot.waitUntil(lambda: told == [threading.get_ident()])
