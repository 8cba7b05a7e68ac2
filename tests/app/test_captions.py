"""Captions: one job at a time for the take that is being recorded, and none where they come too late."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app import captions as module
from mlprep_gui.app.captions import PATIENCE, Captions
from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import Question, QuestionId
from mlprep_gui.domain.session import SessionId, Take, TakeId, TakeState
from mlprep_gui.domain.transcript import Caption, Word
from tests.fakes.grader import FakeGrader

QUESTION = Question(QuestionId("gan"), "What are GANs?", ())


def take(name: str) -> Take:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    return Take(
        TakeId(name), SessionId("s"), QUESTION.id, 0, 1, now, TakeState.RECORDING, f"{name}.wav", 0, 0.0, (), ""
    )


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(word, n * 0.4, n * 0.4 + 0.3, 0.9) for n, word in enumerate(text.split()))


FIRST, SECOND = Caption((), words("they are")), Caption(words("they are two"), words("networks"), 3.0)
SILENT = replace(SECOND, is_still=True)
LATE = Caption(words("they"), (), 9.0, behind_s=6.0)


class GatedGrader(FakeGrader):
    """Answers only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Semaphore(0)

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        answer = super().follow(audio, hotwords)
        self.gate.acquire()
        return answer


class Desk:
    def __init__(self, grader: FakeGrader, takes: Path) -> None:
        self.grader = grader
        self.runner = JobRunner()
        self.captions = Captions(self.runner, grader, takes)
        self.heard: list[Caption] = []
        self.given_up: list[bool] = []
        self.captions.changed.connect(self.heard.append)
        self.captions.given_up.connect(lambda: self.given_up.append(True))

    def follow(self, name: str | None) -> None:
        self.captions.follow(take(name) if name else None, QUESTION, ())


@pytest.fixture
def grader() -> FakeGrader:
    return FakeGrader()


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, grader: FakeGrader, tmp_path: Path) -> Iterator[Desk]:
    monkeypatch.setattr(module, "EVERY_MS", 0)
    made = Desk(grader, tmp_path)
    yield made
    if isinstance(grader, GatedGrader):
        grader.gate.release(100)
    made.runner.close()


def test_what_is_heard_is_shown_and_prepared_for(qtbot: QtBot, desk: Desk) -> None:
    desk.grader.captions = [FIRST, SECOND, SECOND, SILENT]
    desk.follow("t1")
    qtbot.waitUntil(lambda: len(desk.heard) >= 6)
    desk.follow(None)
    assert desk.heard[:5] == [FIRST, SECOND, SECOND, SILENT, SILENT]
    # What stays is prepared for at once, and graded ahead when the learner falls silent; each of them once.
    assert desk.grader.anticipated == [("gan", ("they", "are", "two"))]
    assert desk.grader.assessed == [("gan", ("they", "are", "two", "networks"))]


def test_nothing_is_asked_without_a_take(qtbot: QtBot, desk: Desk) -> None:
    desk.follow(None)
    desk.follow("t1")
    desk.follow(None)
    with qtbot.waitSignal(desk.captions.destroyed):
        desk.captions.deleteLater()
    assert desk.grader.followed == []


@pytest.mark.parametrize("grader", [GatedGrader()])
def test_a_caption_of_a_take_that_is_over_is_not_shown(qtbot: QtBot, desk: Desk, grader: GatedGrader) -> None:
    grader.captions = [FIRST, SECOND]
    desk.follow("t1")
    qtbot.waitUntil(lambda: grader.followed == ["t1.wav"])
    desk.follow(None)
    desk.follow("t2")
    grader.gate.release()
    qtbot.waitUntil(lambda: grader.followed == ["t1.wav", "t2.wav"])  # one at a time
    assert desk.heard == []
    grader.gate.release()
    qtbot.waitUntil(lambda: desk.heard == [SECOND])


def test_a_slow_computer_gives_up_for_this_take_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.grader.captions = [LATE]
    desk.follow("t1")
    qtbot.waitUntil(lambda: desk.given_up == [True])
    assert len(desk.heard) == PATIENCE
    desk.follow("t1")
    desk.follow("t2")
    qtbot.waitUntil(lambda: desk.given_up == [True, True])
    assert desk.grader.followed == ["t1.wav"] * PATIENCE + ["t2.wav"] * PATIENCE


def test_one_late_caption_or_one_crash_is_forgiven(qtbot: QtBot, desk: Desk) -> None:
    crash = ModelError("The speech recogniser ended unexpectedly.")
    desk.grader.captions = [LATE, crash, SECOND, crash, LATE, SECOND]
    desk.follow("t1")
    qtbot.waitUntil(lambda: len(desk.heard) >= 5)
    assert desk.given_up == []
    assert SECOND in desk.heard


def test_without_a_recogniser_there_are_no_captions(qtbot: QtBot, desk: Desk) -> None:
    desk.grader.error = ModelError("The speech recogniser is missing its file model.bin.")
    desk.follow("t1")
    qtbot.waitUntil(lambda: desk.given_up == [True])
    assert desk.heard == []


@pytest.mark.parametrize("grader", [GatedGrader()])
def test_silence_is_written_down_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desk: Desk, grader: GatedGrader
) -> None:
    monkeypatch.setattr(module, "EVERY_MS", 60_000)  # never again by itself
    grader.captions = [SECOND]
    desk.follow("t1")
    for level_db, now_s in ((-20.0, 1.0), (-60.0, 1.2), (-20.0, 1.4), (-60.0, 1.6)):
        desk.captions.listen(level_db, now_s)
    qtbot.wait(1)
    assert grader.followed == []
    desk.captions.listen(-60.0, 1.95)
    qtbot.waitUntil(lambda: len(grader.followed) == 1)
    # While that is being done the learner speaks, and is silent again.
    for level_db, now_s in ((-20.0, 2.0), (-60.0, 2.6)):
        desk.captions.listen(level_db, now_s)
    grader.gate.release()
    qtbot.waitUntil(lambda: len(grader.followed) == 2)
    grader.gate.release()
    qtbot.waitUntil(lambda: len(desk.heard) == 2)
    desk.captions.listen(-60.0, 4.0)  # nothing was said since
    qtbot.wait(1)
    assert len(grader.followed) == 2
