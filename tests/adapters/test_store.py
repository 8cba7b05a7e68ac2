"""What is put into the store comes out again, and nothing is overwritten."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mlprep_gui.domain.archive import AnswerLine, ArchiveFilter, Attempt
from mlprep_gui.domain.assessment import Verdict, not_graded
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import QuestionHistory, SessionId, SessionState, TakeId, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, question, session, take, transcript


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    yield opened
    opened.close()


def test_a_session_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    asked = session("s1", "bias", "auc")
    first, second = take(asked, 0), take(asked, 1, state=TakeState.TYPED)
    store.add_session(asked)
    for one in (second, first):
        store.save_take(one)
    store.add_transcript(first.id, transcript())
    store.add_assessment(first.id, assessment(71.5, Verdict.COVERED, Verdict.MISSED, Verdict.PARTLY))
    store.add_transcript(second.id, typed_transcript("a naïve answer"))
    store.add_assessment(second.id, not_graded("Too short.", "hybrid 1"))
    store.set_session_state(asked.id, SessionState.FINISHED, NOON + timedelta(minutes=9))
    store.close()

    again = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    record = again.session(asked.id)
    again.close()

    assert record.session == replace(asked, state=SessionState.FINISHED, ended_at=NOON + timedelta(minutes=9))
    assert [answer.take for answer in record.answers] == [first, second]
    assert record.answers[0].question == question("bias")
    assert record.answers[0].transcript == transcript()
    assert record.answers[0].assessment == assessment(71.5, Verdict.COVERED, Verdict.MISSED, Verdict.PARTLY)
    assert record.answers[1].transcript == typed_transcript("a naïve answer")
    assert record.answers[1].assessment == not_graded("Too short.", "hybrid 1")
    assert again.notices == ()


def test_a_take_row_is_brought_up_to_date(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(replace(take(asked, state=TakeState.RECORDING), duration_s=0.0, levels_db=(), rate_hz=0))
    store.save_take(take(asked))
    assert [answer.take for answer in store.session(asked.id).answers] == [take(asked)]


def test_the_newest_transcript_and_assessment_count_and_the_old_stay(store: Store, tmp_path: Path) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    for version in ("1", "2"):
        store.add_transcript(take(asked).id, transcript(model=version))
        store.add_assessment(take(asked).id, assessment(float(version), Verdict.COVERED, assessor=version))
    answer = store.session(asked.id).answers[0]
    assert answer.transcript is not None and answer.transcript.model == "2"
    assert answer.assessment is not None and answer.assessment.assessor == "2"
    store.close()
    raw = sqlite3.connect(tmp_path / "mlprep.db")
    assert raw.execute("SELECT model FROM transcript ORDER BY id").fetchall() == [("1",), ("2",)]
    assert raw.execute("SELECT assessor FROM assessment ORDER BY id").fetchall() == [("1",), ("2",)]
    raw.close()


def test_own_verdicts_stand_beside_and_can_be_taken_back(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    store.add_assessment(take(asked).id, assessment(40, Verdict.MISSED, Verdict.COVERED))
    point = KeyPointId("a")
    seen = []
    for verdict in (Verdict.PARTLY, Verdict.COVERED, None, Verdict.UNSURE):
        store.set_own_verdict(take(asked).id, point, verdict)
        answer = store.session(asked.id).answers[0]
        assert answer.assessment is not None and answer.assessment.verdicts[0].verdict is Verdict.MISSED
        seen.append(answer.own_verdicts.get(point))
    assert seen == [Verdict.PARTLY, Verdict.COVERED, None, Verdict.UNSURE]


def test_session_list_is_newest_first_and_counts_the_last_attempt(store: Store) -> None:
    old, new = session("old", "bias"), session("new", "auc", "bias", "gan", day=1)
    for one in (old, new):
        store.add_session(one)
    scores = {(0, 1): 20.0, (0, 2): 60.0, (1, 1): 80.0}
    for (position, attempt), score in scores.items():
        state = TakeState.RECOVERED if position == 1 else TakeState.COMPLETE
        store.save_take(take(new, position, attempt, state))
        store.add_assessment(take(new, position, attempt).id, assessment(score, Verdict.COVERED))
    store.save_take(take(new, 2, state=TakeState.SKIPPED))
    store.set_session_state(new.id, SessionState.ENDED_EARLY, new.started_at + timedelta(minutes=7, seconds=3))

    first, last = store.sessions()

    assert (first.id, first.answered, first.questions, first.recovered) == (new.id, 2, 3, 1)
    assert first.mean_score == pytest.approx(70.0)
    assert first.duration_s == pytest.approx(423.0)
    assert first.first_prompt == "What is auc?"
    assert (last.id, last.answered, last.mean_score, last.duration_s) == (old.id, 0, None, 0.0)


def test_what_was_not_graded_has_no_score(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    store.add_assessment(take(asked).id, assessment(90, Verdict.COVERED))
    store.add_assessment(take(asked).id, not_graded("I heard nothing.", "hybrid 2"))
    assert store.sessions()[0].mean_score is None
    assert store.last_answers()[QuestionId("bias")].last_score is None


def test_answers_over_time_and_history(store: Store) -> None:
    early, late = session("early", "bias"), session("late", "auc", "bias", day=3)
    for one in (late, early):
        store.add_session(one)
    store.save_take(take(early, 0))
    store.add_assessment(take(early, 0).id, assessment(30, Verdict.MISSED, Verdict.MISSED))
    store.save_take(take(late, 1))
    store.add_assessment(take(late, 1).id, assessment(50, Verdict.CONTRADICTED, Verdict.MISSED))
    store.save_take(take(late, 0, state=TakeState.SKIPPED))
    bias = QuestionId("bias")

    assert [answer.take for answer in store.attempts_at(bias)] == [take(early, 0).id, take(late, 1).id]
    expected = QuestionHistory(bias, take(late, 1).started_at, 2, 50.0, 40.0, missed=1, contradicted=1)
    assert store.last_answers() == {bias: expected}

    store.set_own_verdict(take(late, 1).id, KeyPointId("b"), Verdict.COVERED)
    assert store.last_answers() == {bias: replace(expected, missed=0)}

    store.delete_session(late.id)
    assert store.last_answers() == {bias: QuestionHistory(bias, take(early, 0).started_at, 1, 30.0, 30.0, 2, 0)}
    assert [answer.take for answer in store.attempts_at(bias)] == [take(early, 0).id]


def test_a_question_is_kept_as_it_was_asked(store: Store) -> None:
    before, after = session("s1", "bias"), session("s2", "bias", day=1)
    changed = replace(after.questions[0], prompt="What is bias, now?")
    after = replace(after, questions=(changed,))
    for one in (before, after):
        store.add_session(one)
        store.save_take(take(one))
    prompts = [answer.question.prompt for answer in store.attempts_at(QuestionId("bias"))]
    assert prompts == ["What is bias?", "What is bias, now?"]


def test_delete_restore_and_purge(store: Store, tmp_path: Path) -> None:
    takes = tmp_path / "takes"
    takes.mkdir()
    kept, gone = session("kept", "bias"), session("gone", "auc", day=1)
    for one in (kept, gone):
        store.add_session(one)
        store.save_take(take(one))
        (takes / take(one).audio).write_bytes(b"sound")
    store.delete_session(gone.id)
    assert [summary.id for summary in store.sessions()] == [kept.id]
    store.restore_session(gone.id)
    assert store.purge_deleted(takes) == 0
    assert [summary.id for summary in store.sessions()] == [gone.id, kept.id]
    store.delete_session(gone.id)
    assert store.purge_deleted(takes) == 1
    assert [file.name for file in takes.iterdir()] == [take(kept).audio]
    with pytest.raises(StoreError, match="no session gone"):
        store.restore_session(gone.id)
    store.close()
    raw = sqlite3.connect(tmp_path / "mlprep.db")
    assert raw.execute("SELECT prompt FROM question_snapshot").fetchall() == [("What is bias?",)]
    assert raw.execute("SELECT id FROM take").fetchall() == [(take(kept).id,)]
    raw.close()


def test_a_change_is_made_whole_or_not_at_all(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    with pytest.raises(StoreError, match="Could not save the session"):
        store.add_session(replace(asked, questions=(question("new"),)))
    assert store.session(asked.id).session == asked


def test_unknown_things_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no session nowhere"):
        store.session(SessionId("nowhere"))
    with pytest.raises(StoreError, match="no session nowhere"):
        store.set_session_state(SessionId("nowhere"), SessionState.FINISHED)
    with pytest.raises(StoreError, match="Could not save the transcript"):
        store.add_transcript(TakeId("nothing"), transcript())


def test_a_follow_up_question_stands_behind_the_others_with_its_answer(store: Store) -> None:
    asked = session("s1", "bias")
    follow_up = asked.questions[0].follow_up(KeyPointId("a"))
    store.add_session(asked)
    store.save_take(take(asked))
    store.add_assessment(take(asked).id, assessment(40, Verdict.COVERED, Verdict.MISSED))
    store.add_follow_up(asked.id, 1, follow_up)
    second = replace(take(asked), id=TakeId("s1-02-1"), position=1, started_at=NOON + timedelta(minutes=2))
    store.save_take(second)
    store.add_assessment(second.id, assessment(95, Verdict.COVERED))
    record = store.session(asked.id)
    assert record.session.questions == (*asked.questions, follow_up)
    assert [answer.question for answer in record.answers] == [asked.questions[0], follow_up]
    assert store.last_answers()[asked.questions[0].id].last_score == 40


def test_recent_sessions_are_those_since_an_instant_and_always_the_newest(store: Store) -> None:
    for day in (0, 3, 5):
        store.add_session(session(f"s{day}", day=day))
    assert [each.id for each in store.recent_sessions(NOON + timedelta(days=3))] == ["s5", "s3"]
    assert store.recent_sessions(NOON + timedelta(days=9)) == store.sessions()[:1]
    store.delete_session(session("s5").id)
    assert [each.id for each in store.recent_sessions(NOON + timedelta(days=9))] == ["s3"]


def test_an_attempt_holds_the_learners_own_verdicts_before_the_programs(store: Store) -> None:
    given, part = session("s1", "bias"), session("s2", "bias", day=1)
    store.add_session(given)
    store.save_take(take(given))
    assert store.attempts_at(QuestionId("bias")) == (
        ComparedAttempt(take(given).id, given.questions[0], take(given).started_at, take(given).audio),
    )
    store.add_assessment(take(given).id, assessment(40, Verdict.COVERED, Verdict.MISSED))
    store.set_own_verdict(take(given).id, KeyPointId("b"), Verdict.PARTLY)
    store.add_session(replace(part, questions=(part.questions[0].part([KeyPointId("a")]),)))
    store.save_take(take(part))
    (attempt,) = store.attempts_at(QuestionId("bias"))  # an answer to a part of the question is no attempt at it
    assert (attempt.score, dict(attempt.verdicts)) == (40, {"a": Verdict.COVERED, "b": Verdict.PARTLY})


def test_a_follow_up_is_no_answer_of_its_own_in_counts_means_and_attempts(store: Store) -> None:
    asked, later = session("s1", "bias", "auc"), session("s2", "bias", day=1)
    for made in (asked, later):
        store.add_session(made)
    store.save_take(take(asked))
    store.add_assessment(take(asked).id, assessment(40, Verdict.COVERED, Verdict.MISSED))
    store.add_follow_up(asked.id, 2, asked.questions[0].follow_up(KeyPointId("a")))
    second = replace(take(asked), id=TakeId("s1-2-1"), position=2, started_at=NOON + timedelta(minutes=2))
    store.save_take(second)
    store.add_assessment(second.id, assessment(90, Verdict.COVERED))
    store.save_take(take(later))
    found = store.sessions()[1]
    assert (found.answered, found.questions, found.mean_score) == (1, 2, 40)
    assert store.archive.attempts(asked.id)[1] == Attempt(second.id, 0, None)
    assert store.archive.attempts(later.id) == (Attempt(take(later).id, 1, 40.0),)
    lines = [line for line in store.archive.part(ArchiveFilter()).lines if isinstance(line, AnswerLine)]
    assert [line.take for line in lines if line.is_follow_up] == [second.id]


def test_an_attempt_that_was_not_graded_does_not_take_the_score_of_the_one_before(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    for attempt in (1, 2):
        store.save_take(take(asked, attempt=attempt))
    store.add_assessment(take(asked).id, assessment(40, Verdict.COVERED, Verdict.MISSED))
    store.add_assessment(take(asked, attempt=2).id, not_graded("Too little was said.", "hybrid 1"))
    assert store.sessions()[0].mean_score == 40


def test_what_was_ticked_first_stands_beside_own_verdicts(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    said = {KeyPointId("a"): True, KeyPointId("b"): False}
    store.add_judged_first(take(asked).id, said)
    (answer,) = store.session(asked.id).answers
    assert (answer.judged_first, answer.own_verdicts) == (said, {})
