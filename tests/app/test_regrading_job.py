"""Grading saved answers again: one at a time, held by a round, cancelled between two, and whole after a crash."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.regrading import Regrading
from mlprep_gui.app.views import RegradeView
from mlprep_gui.domain.assessment import Assessment, Verdict
from mlprep_gui.domain.errors import ModelError, StoreError
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.regrading import Reason
from mlprep_gui.domain.session import TakeState
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.speech.child import ChildProcess
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.store import Store
from tests.adapters.stored_values import assessment, question, session, take, transcript
from tests.fakes.grader import FakeGrader

NAMES = ("bias", "auc", "gan", "pca")
QUESTIONS = tuple(question(name) for name in NAMES)
ASKED = session("s1", *NAMES)
CRASH = ModelError("The speech recogniser ended unexpectedly.", "Your recording is safe.")


class NewGrader(FakeGrader):
    """A newer assessor, which fails on some questions and tells a test before each answer."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "fake 2"
        self.fails: dict[str, Exception] = {}
        self.asked: list[str] = []

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        self.asked.append(question.id)
        assert len(rivals) >= 1
        if question.id in self.fails:
            raise self.fails[question.id]
        return super().assess(question, words, rivals)


@dataclass
class Desk:
    """A store with four graded answers, and what was shown."""

    qtbot: QtBot
    store: Store
    grader: NewGrader
    runner: JobRunner
    regrading: Regrading
    views: list[RegradeView] = field(default_factory=list)
    finished: list[None] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)

    @property
    def view(self) -> RegradeView:
        return self.regrading.view

    def run(self, *, everything: bool = False) -> RegradeView:
        self.regrading.start(everything=everything)
        return self.wait()

    def wait(self) -> RegradeView:
        self.qtbot.waitUntil(lambda: not self.view.running)
        return self.view

    def look(self) -> RegradeView:
        with self.qtbot.waitSignal(self.regrading.changed):
            self.regrading.look()
        return self.view

    def scores(self) -> list[float | None]:
        """Return the newest score of each answer; None where there is no assessment."""
        answers = self.store.session(ASKED.id).answers
        return [each.assessment.score if each.assessment is not None else None for each in answers]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    store.add_session(ASKED)
    for position, score in enumerate((95.0, 60.0, 90.0, 90.4)):
        store.save_take(take(ASKED, position))
        store.add_transcript(take(ASKED, position).id, transcript())
        store.add_assessment(take(ASKED, position).id, assessment(score, Verdict.MISSED, assessor="fake 1"))
    grader, runner = NewGrader(), JobRunner()
    regrading = Regrading(runner, store, grader, tmp_path / "takes")
    regrading.questions = QUESTIONS
    made = Desk(qtbot, store, grader, runner, regrading)
    regrading.changed.connect(made.views.append)
    regrading.finished.connect(lambda: made.finished.append(None))
    regrading.noticed.connect(made.noticed.append)
    yield made
    runner.close()
    store.close()


def test_it_says_what_is_stale_and_grades_nothing_by_itself(desk: Desk) -> None:
    assert desk.look().stale.count(Reason.ASSESSOR) == 4
    assert desk.grader.asked == []
    desk.grader.name = "fake 1"
    assert desk.look().stale.answers == ()


def test_stale_answers_are_graded_again_one_after_another_and_counted(desk: Desk) -> None:
    desk.store.set_own_verdict(take(ASKED, 0).id, KeyPointId("a"), Verdict.PARTLY)
    view = desk.run()
    assert view.tally is not None
    assert (view.tally.total, view.tally.graded, view.tally.rose, view.tally.fell) == (4, 4, 1, 1)
    seen = [each.tally.done for each in desk.views if each.tally is not None and each.running]
    assert seen == sorted(seen) and set(seen) == {0, 1, 2, 3, 4}
    assert desk.scores() == [90.0] * 4
    answer = desk.store.session(ASKED.id).answers[0]
    assert [each.assessment.score for each in answer.earlier] == [95.0]
    assert answer.own_verdicts == {KeyPointId("a"): Verdict.PARTLY}
    assert len(desk.finished) == 1
    desk.qtbot.waitUntil(lambda: desk.view.stale.answers == ())
    desk.regrading.put_away()
    assert desk.view.tally is None


def test_a_second_run_finds_nothing_and_everything_adds_no_row_that_says_the_same(desk: Desk) -> None:
    desk.run()
    assert desk.run().tally is not None and desk.view.tally is not None and desk.view.tally.total == 0
    view = desk.run(everything=True)
    assert view.tally is not None and (view.tally.graded, view.tally.rose, view.tally.fell) == (4, 0, 0)
    assert len(desk.store.session(ASKED.id).answers[0].earlier) == 1


def test_an_answer_that_fails_is_named_and_the_others_go_on(desk: Desk) -> None:
    desk.grader.fails["auc"] = CRASH
    view = desk.run()
    assert view.tally is not None
    (failure,) = view.tally.failed
    assert (failure.prompt, failure.why) == ("What is auc?", str(CRASH))
    assert (view.tally.graded, view.tally.done) == (3, 4)
    assert desk.scores() == [90.0, 60.0, 90.0, 90.0]
    desk.qtbot.wait(1)
    assert desk.look().stale.answers == ()  # not offered again at once
    desk.grader.fails.clear()
    desk.run()
    assert desk.scores() == [90.0] * 4


def test_a_process_that_dies_in_the_middle_costs_one_answer(desk: Desk, tmp_path: Path) -> None:
    process = SpeechProcess(tmp_path, tmp_path, tmp_path)
    process._child = ChildProcess("tests.fakes.child_service:FragileAssessor")
    regrading = Regrading(desk.runner, desk.store, process, tmp_path)
    regrading.questions = QUESTIONS
    regrading.start()
    desk.qtbot.waitUntil(lambda: not regrading.view.running, timeout=20_000)
    process.close()
    tally = regrading.view.tally
    assert tally is not None and tally.graded == 3
    assert [(each.prompt, "ended unexpectedly" in each.why) for each in tally.failed] == [("What is gan?", True)]
    assert desk.scores() == [90.0, 90.0, 90.0, 90.0]
    assert [len(each.earlier) for each in desk.store.session(ASKED.id).answers] == [1, 1, 0, 1]


def test_a_bug_is_reported_and_the_run_still_goes_on(desk: Desk) -> None:
    desk.grader.fails["gan"] = ZeroDivisionError("a bug")
    with capture_exceptions() as raised:
        view = desk.run()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert view.tally is not None and (view.tally.graded, len(view.tally.failed)) == (3, 1)


def test_without_the_assessor_nothing_is_offered_and_a_wish_is_answered(desk: Desk) -> None:
    desk.look()
    desk.grader.error = ModelError("The numbers cannot be read.", "Install MLPrep again.")
    assert desk.look().stale.answers == ()
    desk.run()
    assert desk.noticed == [str(desk.grader.error)]
    assert desk.scores() == [95.0, 60.0, 90.0, 90.4]


def test_cancelling_ends_between_two_answers_and_keeps_what_is_done(desk: Desk) -> None:
    def cancel_after_two(view: RegradeView) -> None:
        if view.running and not view.stopping and view.tally is not None and view.tally.done == 2:
            desk.regrading.cancel()

    desk.regrading.changed.connect(cancel_after_two)
    view = desk.run()
    assert view.stopped and view.tally is not None
    assert (view.tally.graded, view.tally.total) == (2, 4)
    assert desk.grader.asked == ["pca", "gan"]
    assert desk.scores() == [95.0, 60.0, 90.0, 90.0]
    assert len(desk.finished) == 1
    desk.qtbot.waitUntil(lambda: len(desk.view.stale.answers) == 2)


@pytest.mark.parametrize("when", ["at the start", "while held"])
def test_cancelling_before_the_first_answer_grades_nothing(desk: Desk, when: str) -> None:
    if when == "while held":
        desk.regrading.hold()
    desk.regrading.start()
    if when == "while held":
        desk.qtbot.waitUntil(lambda: desk.view.tally is not None)
    desk.regrading.cancel()
    view = desk.wait()
    assert view.stopped
    assert desk.grader.asked == []
    assert desk.finished == []


def test_a_round_has_priority(desk: Desk) -> None:
    def hold_after_one(view: RegradeView) -> None:
        if view.tally is not None and view.tally.done == 1 and not view.waiting and not held:
            held.append(None)
            desk.regrading.hold()

    held: list[None] = []
    desk.regrading.changed.connect(hold_after_one)
    desk.regrading.start()
    desk.qtbot.waitUntil(lambda: desk.view.waiting)
    desk.qtbot.wait(20)
    assert len(desk.grader.asked) == 1
    desk.regrading.release()
    view = desk.wait()
    assert view.tally is not None and view.tally.graded == 4


def test_a_wish_twice_runs_once(desk: Desk) -> None:
    desk.regrading.start()
    desk.regrading.start(everything=True)
    desk.wait()
    assert sorted(desk.grader.asked) == sorted(NAMES)


def test_a_question_that_is_gone_keeps_its_verdicts_and_is_counted(desk: Desk) -> None:
    desk.regrading.questions = QUESTIONS[1:]
    view = desk.run()
    assert view.tally is not None
    assert (view.tally.graded, view.tally.gone) == (3, 1)
    assert desk.scores()[0] == 95.0
    assert desk.look().stale.answers == ()  # nothing can be done about it, so nothing is offered


def test_a_question_that_goes_while_it_runs_is_left_alone(desk: Desk) -> None:
    desk.regrading.hold()
    desk.regrading.start()
    desk.qtbot.waitUntil(lambda: desk.view.tally is not None)
    desk.regrading.questions = QUESTIONS[:3]
    desk.store.delete_session(ASKED.id)
    desk.store.restore_session(ASKED.id)
    desk.regrading.release()
    view = desk.wait()
    assert view.tally is not None and (view.tally.total, view.tally.graded, view.tally.gone) == (3, 3, 1)


def test_a_session_deleted_while_it_runs_is_left_alone(desk: Desk) -> None:
    desk.regrading.hold()
    desk.regrading.start()
    desk.qtbot.waitUntil(lambda: desk.view.tally is not None)
    desk.store.delete_session(ASKED.id)
    desk.regrading.release()
    view = desk.wait()
    assert view.tally is not None and (view.tally.total, view.tally.graded) == (0, 0)
    desk.store.restore_session(ASKED.id)
    assert desk.scores() == [95.0, 60.0, 90.0, 90.4]


def test_what_was_not_graded_is_written_down_and_graded(desk: Desk, tmp_path: Path) -> None:
    late = session("late", "bias", "auc", day=1)
    desk.store.add_session(late)
    for position in (0, 1):
        desk.store.save_take(take(late, position, state=TakeState.RECOVERED))
    (tmp_path / "takes").mkdir()
    (tmp_path / "takes" / take(late, 0).audio).touch()

    def hear(audio: Path, hotwords: Sequence[str], recogniser: str = "") -> Transcript:
        if not audio.is_file():
            raise ModelError(f"There is no file {audio.name}.", "Type the answer instead.")
        return FakeGrader.transcribe(desk.grader, audio, hotwords)

    desk.grader.transcribe = hear  # type: ignore[method-assign]
    assert desk.look().stale.count(Reason.UNGRADED) == 2
    view = desk.run()
    assert view.tally is not None and (view.tally.first, len(view.tally.failed)) == (1, 1)
    graded, without_sound = desk.store.session(late.id).answers
    assert graded.assessment is not None and graded.transcript is not None
    assert (without_sound.assessment, without_sound.transcript) == (None, None)


def test_an_empty_transcript_has_no_number_and_is_not_stale_again(desk: Desk) -> None:
    silent = session("silent", "bias", day=1)
    desk.store.add_session(silent)
    desk.store.save_take(take(silent))
    desk.store.add_transcript(take(silent).id, transcript(""))
    desk.run()
    answer = desk.store.session(silent.id).answers[0]
    assert answer.assessment is not None and not answer.assessment.graded
    assert desk.look().stale.answers == ()


def test_a_full_disk_is_counted_and_ends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(store: Store, *_: object) -> None:
        raise StoreError("Could not save the assessment.", "Free some space on the disk.")

    with monkeypatch.context() as full:
        full.setattr(Store, "add_assessment", refuse)
        view = desk.run()
    assert view.tally is not None and (view.tally.graded, len(view.tally.failed)) == (0, 4)
    assert desk.scores() == [95.0, 60.0, 90.0, 90.4]


def test_closing_in_the_middle_keeps_what_was_written(desk: Desk) -> None:
    def close_after_one(view: RegradeView) -> None:
        if view.tally is not None and view.tally.done == 1:
            desk.runner.close()

    desk.regrading.changed.connect(close_after_one)
    desk.regrading.start()
    desk.qtbot.waitUntil(lambda: desk.view.tally is not None and desk.view.tally.done == 1)
    desk.qtbot.wait(1)
    graded = [answer for answer in desk.store.session(ASKED.id).answers if answer.earlier]
    assert len(graded) == 1
    assert all(answer.assessment is not None for answer in desk.store.session(ASKED.id).answers)


def test_a_changed_question_is_graded_as_it_is_now(desk: Desk) -> None:
    newer = replace(QUESTIONS[0], key_points=QUESTIONS[0].key_points[:1])
    desk.grader.name = "fake 1"
    desk.regrading.questions = (newer, *QUESTIONS[1:])
    view = desk.run()
    assert view.tally is not None and view.tally.graded == 1
    answer = desk.store.session(ASKED.id).answers[0]
    assert answer.question == newer
    assert answer.assessment is not None and len(answer.assessment.verdicts) == 1


def test_a_recogniser_that_stood_in_is_named(desk: Desk, tmp_path: Path) -> None:
    ungraded = take(ASKED, 0, attempt=2)
    desk.store.save_take(ungraded)
    (tmp_path / "takes").mkdir()
    (tmp_path / "takes" / ungraded.audio).write_bytes(b"sound")
    desk.grader.stand_in = "Whisper base is gone. Whisper tiny.en stood in for it."
    desk.run()
    assert desk.noticed == [desk.grader.stand_in]
