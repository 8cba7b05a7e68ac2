"""Answers that are to be graded again: which they are, and that nothing of what was kept before is lost."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mlprep_gui.domain.assessment import NOT_ASSESSED, Evidence, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.domain.regrading import Reason
from mlprep_gui.domain.session import Session, TakeId, TakeState
from mlprep_gui.store import Store, staleness
from mlprep_gui.store.database import open_database, schema_steps
from tests.adapters.stored_values import NOON, assessment, question, session, take, transcript

OLD, NEW = "hybrid 1", "hybrid 2"
BIAS, AUC = question("bias"), question("auc")


class Clock:
    """Tells what time the store writes down."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", clock)
    yield opened
    opened.close()


@pytest.fixture
def asked(store: Store) -> Session:
    """A session with one graded answer to each of two questions."""
    made = session("s1", "bias", "auc")
    store.add_session(made)
    for position, score in enumerate((62.0, 40.0)):
        store.save_take(take(made, position))
        store.add_transcript(take(made, position).id, transcript())
        store.add_assessment(take(made, position).id, assessment(score, Verdict.COVERED, Verdict.MISSED))
    return made


def stale(store: Store, assessor: str = NEW, *questions: Question, everything: bool = False) -> dict[TakeId, Reason]:
    found = store.stale_answers(assessor, questions or (BIAS, AUC), everything=everything)
    return {answer.take: answer.reason for answer in found.answers}


def changed(asked: Question) -> Question:
    """Return the question as a newer pack has it: one point reworded, one taken out, one new."""
    first = replace(asked.key_points[0], statement="It is quite a thing.")
    return replace(asked, key_points=(first, KeyPoint(KeyPointId("c"), "It has a tail.")), content_hash="newer")


def test_an_answer_is_stale_after_the_assessor_changed(store: Store, asked: Session) -> None:
    assert stale(store, OLD) == {}
    assert stale(store, NEW) == {take(asked, 1).id: Reason.ASSESSOR, take(asked, 0).id: Reason.ASSESSOR}
    store.keep_grade(replace(store.session(asked.id).answers[0], assessment=assessment(70, assessor=NEW)))
    assert stale(store, NEW) == {take(asked, 1).id: Reason.ASSESSOR}


def test_an_answer_is_stale_after_its_question_changed_until_it_is_graded_with_that(
    store: Store, asked: Session
) -> None:
    newer = changed(BIAS)
    assert stale(store, OLD, newer, AUC) == {take(asked, 0).id: Reason.QUESTION}
    reworded = replace(BIAS, why="Another reason.", content_hash="other")
    assert stale(store, OLD, reworded, AUC) == {}
    before = store.session(asked.id).answers[0]
    store.keep_grade(replace(before, question=newer, assessment=assessment(70, Verdict.COVERED)))
    assert stale(store, OLD, newer, AUC) == {}
    answer = store.session(asked.id).answers[0]
    assert answer.question == newer
    assert answer.earlier[0].question == BIAS
    assert store.session(asked.id).session.questions[0] == BIAS


def test_what_was_never_graded_is_stale_and_what_was_not_heard_is_not(store: Store) -> None:
    asked = session("s1", "bias", "auc", "gan", "pca")
    store.add_session(asked)
    for position, state in enumerate((TakeState.COMPLETE, TakeState.RECOVERED, TakeState.SKIPPED, TakeState.RECORDING)):
        store.save_take(take(asked, position, state=state))
    store.add_assessment(take(asked, 0).id, not_graded("Nothing was heard.", NOT_ASSESSED))
    for everything in (False, True):
        found = stale(store, NEW, *asked.questions, everything=everything)
        assert found == {take(asked, 1).id: Reason.UNGRADED}


def test_everything_means_every_answer(store: Store, asked: Session) -> None:
    assert set(stale(store, OLD, everything=True).values()) == {Reason.WISH}
    assert len(stale(store, OLD, everything=True)) == 2


def test_an_answer_to_a_question_that_is_gone_is_counted_and_left_alone(store: Store, asked: Session) -> None:
    found = store.stale_answers(NEW, (AUC,))
    assert ([answer.question for answer in found.answers], found.gone) == ([AUC.id], 1)
    assert store.stale_answers(OLD, (AUC,)).gone == 0
    kept = store.session(asked.id).answers[0]
    assert kept.assessment is not None and kept.assessment.score == 62.0


def test_deleted_sessions_are_not_graded_again(store: Store, asked: Session) -> None:
    answer = store.session(asked.id).answers[0]
    store.delete_session(asked.id)
    assert stale(store, NEW) == {}
    assert store.answer(take(asked, 0).id) is None
    assert store.keep_grade(replace(answer, assessment=assessment(1, assessor=NEW))) is None
    store.restore_session(asked.id)
    assert store.session(asked.id).answers[0] == answer


def test_earlier_assessments_stay_and_are_dated(store: Store, asked: Session, clock: Clock) -> None:
    first = store.session(asked.id).answers[0]
    for day, score in ((1, 70.0), (2, 75.0)):
        clock.now = NOON + timedelta(days=day)
        store.keep_grade(replace(first, assessment=assessment(score, Verdict.PARTLY, assessor=f"hybrid {day + 1}")))
    answer = store.session(asked.id).answers[0]
    assert answer.assessment == assessment(75, Verdict.PARTLY, assessor="hybrid 3")
    assert answer.graded_at == NOON + timedelta(days=2)
    assert [(each.graded_at, each.assessment.score) for each in answer.earlier] == [
        (NOON + timedelta(days=1), 70.0),
        (NOON, 62.0),
    ]
    assert answer.earlier[1].assessment == first.assessment


def test_the_same_grade_again_adds_nothing(store: Store, asked: Session) -> None:
    answer = store.session(asked.id).answers[0]
    assert store.keep_grade(answer) == answer
    assert store.session(asked.id).answers[0] == answer


def test_an_ungraded_answer_gets_its_transcript_and_its_grade(store: Store) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    heard = replace(store.session(asked.id).answers[0], transcript=transcript(), assessment=assessment(50))
    store.keep_grade(heard)
    answer = store.session(asked.id).answers[0]
    assert (answer.transcript, answer.assessment, answer.earlier) == (transcript(), assessment(50), ())


def test_own_verdicts_outlive_grading_again(store: Store, asked: Session) -> None:
    answer = store.session(asked.id).answers[0]
    store.set_own_verdict(answer.take.id, KeyPointId("b"), Verdict.COVERED)
    store.keep_grade(replace(answer, assessment=assessment(20, Verdict.MISSED, Verdict.CONTRADICTED, assessor=NEW)))
    again = store.session(asked.id).answers[0]
    assert again.own_verdicts == {KeyPointId("b"): Verdict.COVERED}
    assert again.assessment is not None and again.assessment.verdicts[1].verdict is Verdict.CONTRADICTED
    history = store.last_answers()[QuestionId("bias")]
    assert (history.last_score, history.missed, history.contradicted) == (20.0, 1, 0)
    store.set_own_verdict(answer.take.id, KeyPointId("b"), None)
    assert store.session(asked.id).answers[0].own_verdicts == {}


def test_purging_keeps_the_question_that_an_answer_was_graded_with(
    store: Store, asked: Session, tmp_path: Path
) -> None:
    newer = changed(BIAS)
    store.keep_grade(replace(store.session(asked.id).answers[0], question=newer, assessment=assessment(70)))
    gone = session("gone", "gan", day=1)
    store.add_session(gone)
    store.delete_session(gone.id)
    assert store.purge_deleted(tmp_path / "takes") == 1
    assert store.session(asked.id).answers[0].question == newer
    store.delete_session(asked.id)
    assert store.purge_deleted(tmp_path / "takes") == 1
    store.close()
    raw = sqlite3.connect(tmp_path / "mlprep.db")
    assert raw.execute("SELECT count(*) FROM question_snapshot").fetchone() == (0,)
    raw.close()


def test_what_version_1_kept_is_kept_by_version_2(tmp_path: Path) -> None:
    made = session("s1", "bias")
    old, _ = open_database(tmp_path / "mlprep.db", tmp_path / "backups", NOON, schema_steps()[:1])
    # A store of version 1 wrote the same rows, without the question of the assessment, and one stretch of evidence.
    writer = Store(old, now=lambda: NOON)
    writer.add_session(made)
    writer.save_take(take(made))
    writer.set_own_verdict(take(made).id, KeyPointId("a"), Verdict.PARTLY)
    row = (take(made).id, "2025-03-01T12:00:00.000000+00:00", OLD, 1, "", 62.0, 57.0, 67.0)
    old.execute(
        "INSERT INTO assessment (take_id, created_at, assessor, graded, reason, score, score_low, score_high)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    old.executemany(
        "INSERT INTO point_verdict (assessment_id, position, key_point_id, verdict, p_covered, p_contradicted,"
        " evidence_start, evidence_end, evidence_text, wrong_claim) VALUES (1, ?, ?, ?, 0.8, 0.1, ?, ?, ?, ?)",
        (
            (0, "a", "contradicted", 3, 6, 'It\'s "no" thïng\\', "no thing"),
            (1, "b", "missed", None, None, None, ""),
            (2, "c", "covered", 0, 1, "", ""),
        ),
    )
    writer.close()

    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    answer = store.session(made.id).answers[0]
    assert answer.question == BIAS
    assert answer.assessment is not None and (answer.assessment.score, answer.graded_at) == (62.0, NOON)
    assert answer.assessment.verdicts == (
        PointVerdict(
            KeyPointId("a"), Verdict.CONTRADICTED, 0.8, 0.1, (Evidence(3, 6, 'It\'s "no" thïng\\'),), "no thing"
        ),
        PointVerdict(KeyPointId("b"), Verdict.MISSED, 0.8, 0.1),
        PointVerdict(KeyPointId("c"), Verdict.COVERED, 0.8, 0.1, (Evidence(0, 1, ""),)),
    )
    assert [point.program for point in store.judged_points()] == list(answer.assessment.verdicts)
    assert answer.own_verdicts == {KeyPointId("a"): Verdict.PARTLY}
    assert stale(store, OLD) == {}
    assert stale(store, NEW) == {take(made).id: Reason.ASSESSOR}
    store.keep_grade(replace(answer, assessment=assessment(70, assessor=NEW)))
    again = store.session(made.id).answers[0]
    assert [each.assessment for each in again.earlier] == [answer.assessment]
    store.close()


def test_stale_answers_are_found_through_indexes(store: Store) -> None:
    plan = f"EXPLAIN QUERY PLAN {staleness._STALE}"
    steps = [
        row["detail"] for row in store._db.execute(plan, {"assessor": NEW, "unchanged": "[]", "everything": False})
    ]
    scans = [step.split()[1] for step in steps if step.startswith("SCAN")]
    assert scans == ["entry", "json_each"]  # once over the answers, nothing else
    assert any(step.startswith("SEARCH graded USING INTEGER PRIMARY KEY") for step in steps)
