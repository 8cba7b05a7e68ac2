"""Writing a recorded answer down once more: the old transcript stays, and the new words are graded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.review_controller import ReviewController
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.undoing import Undoing
from mlprep_gui.app.views import AnswerView, SessionView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.store import Store
from tests.adapters.stored_values import assessment, question, session, take, transcript
from tests.fakes.grader import FakeGrader
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

ASKED = session("s1", "bias", "auc")
TAKE = take(ASKED, 0)


@dataclass
class Desk:
    """A session in review, and what was shown of it."""

    qtbot: QtBot
    store: Store
    grader: FakeGrader
    runner: JobRunner
    review: ReviewController
    undoing: Undoing
    views: list[SessionView] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)
    turn: Event = field(default_factory=Event)

    @property
    def answer(self) -> AnswerView:
        return self.views[-1].answers[0]

    def write_again(self, recogniser: str = "base") -> None:
        """Wish it, and see that it is shown; its turn comes with wait()."""
        self.runner.submit(self.turn.wait, lane=Lane.SPEECH)
        self.review.write_again(TAKE.id, recogniser)
        self.qtbot.waitUntil(lambda: bool(self.answer.rewriting))

    def wait(self) -> AnswerView:
        """Wait until nothing is written down or graded any more."""
        self.turn.set()
        self.qtbot.waitUntil(lambda: not self.answer.rewriting and not self.answer.pending)
        return self.answer


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    store.add_session(ASKED)
    store.save_take(TAKE)
    store.add_transcript(TAKE.id, transcript())
    store.add_assessment(TAKE.id, assessment(60.0, Verdict.MISSED, assessor="fake"))
    store.set_own_verdict(TAKE.id, KeyPointId("a"), Verdict.PARTLY)
    (tmp_path / "takes").mkdir()
    (tmp_path / "takes" / TAKE.audio).write_bytes(b"sound")
    runner, grader = JobRunner(), FakeGrader()
    speaker = Speaker(runner, FakeVoice(tmp_path), FakePlayer())
    undoing = Undoing()
    review = ReviewController(runner, store, FakePlayer(), speaker, grader, tmp_path / "takes", undoing)
    review.rivals = (question("bias"), question("auc"))
    desk = Desk(qtbot, store, grader, runner, review, undoing)
    review.session_changed.connect(desk.views.append)
    review.noticed.connect(desk.noticed.append)
    with qtbot.waitSignal(review.session_opened, timeout=20_000):  # the first one loads word lists
        review.open(ASKED.id)
    yield desk
    desk.turn.set()
    runner.close()
    store.close()


def test_the_new_words_count_and_the_old_ones_stay(desk: Desk) -> None:
    desk.write_again()
    assert desk.answer.rewriting == "Whisper base"
    desk.qtbot.waitUntil(lambda: desk.wait().answer.transcript != transcript())
    answer = desk.wait().answer
    assert answer.transcript is not None
    assert (answer.transcript.text, answer.transcript.model) == ("it learns the noise", "fake base")
    assert [each.transcript for each in answer.earlier_transcripts] == [transcript()]
    assert answer.written_at is not None and answer.written_at > answer.earlier_transcripts[0].written_at
    desk.qtbot.waitUntil(lambda: desk.wait().answer.assessment is not None)
    answer = desk.answer.answer
    assert answer.assessment is not None and answer.assessment.score == 90.0
    assert [each.assessment.score for each in answer.earlier] == [60.0]
    assert answer.own_verdicts == {KeyPointId("a"): Verdict.PARTLY}


def test_a_recording_without_words_changes_nothing(desk: Desk) -> None:
    desk.grader.text = ""
    desk.write_again()
    answer = desk.wait().answer
    assert answer.transcript == transcript()
    assert answer.assessment is not None
    assert desk.noticed == ["Whisper base heard no words in this recording. The transcript stays as it is."]


def test_what_stood_in_changes_nothing(desk: Desk) -> None:
    desk.grader.stand_in = "Whisper base is gone. Whisper tiny.en stood in for it."
    desk.write_again()
    assert desk.wait().answer.earlier_transcripts == ()
    assert desk.noticed == [desk.grader.stand_in]


def test_a_failure_is_said_and_changes_nothing(desk: Desk) -> None:
    desk.grader.error = ModelError("The speech recogniser ended unexpectedly.", "Try again.")
    desk.write_again()
    assert desk.wait().answer.transcript == transcript()
    assert desk.noticed == [str(desk.grader.error)]


def test_one_that_waits_for_its_turn_is_cancelled_without_stopping_what_runs(desk: Desk) -> None:
    desk.write_again()
    desk.review.stop_writing()
    assert desk.wait().answer.transcript == transcript()
    assert desk.grader.cancelled == 0
    assert desk.grader.hotwords == []
    assert desk.noticed == []


def test_one_that_is_at_work_is_stopped_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, stopped = Event(), Event()

    def work(*_: object) -> None:
        begun.set()
        assert stopped.wait(5)
        raise ModelError("This was stopped.")

    monkeypatch.setattr(desk.grader, "transcribe", work)
    monkeypatch.setattr(desk.grader, "cancel", stopped.set)
    desk.write_again()
    desk.turn.set()
    assert begun.wait(5)
    desk.review.stop_writing()
    assert desk.wait().answer.transcript == transcript()
    assert desk.noticed == []


def test_only_one_answer_at_a_time(desk: Desk) -> None:
    desk.write_again()
    desk.review.write_again(TAKE.id, "tiny.en")
    assert "Another answer is being written down" in desk.noticed[0]
    desk.qtbot.waitUntil(lambda: desk.wait().answer.transcript != transcript())
    assert desk.answer.answer.transcript is not None
    assert desk.answer.answer.transcript.model == "fake base"


def test_an_own_verdict_and_a_correction_are_taken_back_newest_first(desk: Desk) -> None:
    desk.undoing.undo()  # nothing was done yet
    names: list[str] = []
    desk.undoing.changed.connect(names.append)
    point = KeyPointId("a")
    desk.review.judge(TAKE.id, point, Verdict.COVERED)
    desk.qtbot.waitUntil(lambda: desk.answer.answer.own_verdicts == {point: Verdict.COVERED})
    desk.review.edit_words(TAKE.id, "it learns the noise by heart")
    desk.turn.set()
    desk.qtbot.waitUntil(lambda: desk.answer.answer.heard == transcript() and not desk.answer.pending)
    desk.undoing.undo()
    desk.qtbot.waitUntil(lambda: desk.answer.answer.heard is None and not desk.answer.pending)
    assert desk.answer.answer.transcript == transcript()
    assert desk.answer.answer.own_verdicts == {point: Verdict.COVERED}
    desk.undoing.undo()
    desk.qtbot.waitUntil(lambda: desk.answer.answer.own_verdicts == {point: Verdict.PARTLY})
    assert names == ["your verdict", "your correction", "your verdict", ""]


def test_the_steps_of_somebody_who_leaves_are_dropped(desk: Desk) -> None:
    desk.review.judge(TAKE.id, "a", Verdict.COVERED)
    desk.qtbot.waitUntil(lambda: desk.answer.answer.own_verdicts == {KeyPointId("a"): Verdict.COVERED})
    desk.undoing.forget(desk.review)
    desk.undoing.undo()
    desk.review.reload()
    assert desk.wait().answer.own_verdicts == {KeyPointId("a"): Verdict.COVERED}
