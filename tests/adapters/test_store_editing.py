"""The learner's corrections in the store: beside what was recognised, graded anew, taken back, and never a loss."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.regrading import Reason
from mlprep_gui.domain.session import Answer, TakeId
from mlprep_gui.store import Store, codec
from mlprep_gui.store.database import open_database, schema_steps
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

ASKED = session("s1", "bias")
TAKE = take(ASKED)
HEARD = transcript("It is a think")
MENDED = edited(HEARD, "It is a thing")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    opened.add_session(ASKED)
    opened.save_take(TAKE)
    opened.add_transcript(TAKE.id, HEARD)
    opened.add_assessment(TAKE.id, assessment(30, Verdict.MISSED))
    yield opened
    opened.close()


def answer(store: Store) -> Answer:
    found = store.answer(TAKE.id)
    assert found is not None
    return found


def test_a_correction_counts_and_what_was_heard_stays_beside_it(store: Store) -> None:
    store.add_edit(TAKE.id, MENDED)
    now = answer(store)
    assert (now.transcript, now.heard) == (MENDED, HEARD)
    assert [one.transcript for one in now.earlier_transcripts] == [HEARD]
    again = edited(HEARD, "It is the thing")
    store.add_edit(TAKE.id, again)
    assert (answer(store).transcript, answer(store).heard) == (again, HEARD)


def test_a_grade_of_other_words_no_longer_counts_until_the_new_ones_are_graded(store: Store) -> None:
    store.set_own_verdict(TAKE.id, KeyPointId("a"), Verdict.PARTLY)
    store.add_edit(TAKE.id, MENDED)
    now = answer(store)
    assert now.is_ungraded
    assert [grade.assessment.score for grade in now.earlier] == [30.0]
    assert store.sessions()[0].mean_score is None
    assert [stale.reason for stale in store.stale_answers("hybrid 1", ASKED.questions).answers] == [Reason.UNGRADED]
    store.keep_grade(replace(now, assessment=assessment(80, Verdict.COVERED)))
    graded = answer(store)
    assert graded.assessment is not None and graded.assessment.score == 80.0
    assert [grade.assessment.score for grade in graded.earlier] == [30.0]
    assert graded.own_verdicts == {KeyPointId("a"): Verdict.PARTLY}
    assert store.sessions()[0].mean_score == 80.0
    assert store.stale_answers("hybrid 1", ASKED.questions).answers == ()


def test_a_grade_of_the_words_before_that_comes_late_is_not_kept(store: Store) -> None:
    late = replace(answer(store), assessment=assessment(99, Verdict.COVERED))
    store.add_edit(TAKE.id, MENDED)
    assert store.keep_grade(late) is None
    assert answer(store).is_ungraded


def test_a_correction_is_taken_back_by_another_row(store: Store, tmp_path: Path) -> None:
    store.add_edit(TAKE.id, MENDED)
    store.add_transcript(TAKE.id, HEARD)
    now = answer(store)
    assert (now.transcript, now.heard, now.is_ungraded) == (HEARD, None, True)
    store.close()
    with closing(sqlite3.connect(tmp_path / "mlprep.db")) as raw:
        rows = raw.execute("SELECT id, made_from, model FROM transcript ORDER BY id").fetchall()
    assert rows == [(1, None, "tiny.en 1"), (2, 1, "tiny.en 1+edited"), (3, None, "tiny.en 1")]


def test_a_session_with_corrections_goes_for_good(store: Store, tmp_path: Path) -> None:
    store.add_edit(TAKE.id, MENDED)
    store.add_assessment(TAKE.id, assessment(80, Verdict.COVERED))
    store.delete_session(ASKED.id)
    assert store.purge_deleted(tmp_path) == 1
    assert store.answer(TAKE.id) is None


def test_a_correction_of_nothing_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no words"):
        store.add_edit(TakeId("nothing"), MENDED)


def test_grades_of_before_corrections_existed_still_count(tmp_path: Path) -> None:
    database = tmp_path / "mlprep.db"
    old, _ = open_database(database, tmp_path / "backups", NOON, schema_steps()[:2])
    old.execute(
        "INSERT INTO session VALUES ('s', 'mock', 'finished', '2025-03-01T12:00:00.000000+00:00', NULL, 0, NULL)"
    )
    snapshot = session("s", "bias").questions[0]
    old.close()
    with closing(sqlite3.connect(database)) as raw:
        text = codec.question_to_json(snapshot)
        raw.execute("INSERT INTO question_snapshot VALUES (?, 'bias', 'h', 'p', ?)", (codec.digest(text), text))
        raw.execute("INSERT INTO session_question VALUES ('s', 0, ?)", (codec.digest(text),))
        row = codec.take_to_row(replace(TAKE, id=TakeId("t"), session=session("s", "bias").id))
        raw.execute(f"INSERT INTO take VALUES ({', '.join(f':{name}' for name in row)})", row)
        words = codec.transcript_to_json(HEARD)
        for model in ("1", "2"):
            raw.execute(
                "INSERT INTO transcript (take_id, created_at, model, duration_s, json) VALUES ('t', ?, ?, 3, ?)",
                (codec.to_text(NOON), model, words),
            )
        raw.execute(
            "INSERT INTO assessment (take_id, created_at, assessor, graded, reason, score, score_low, score_high)"
            " VALUES ('t', '2025-03-01T12:00:00.000000+00:00', 'hybrid 1', 1, '', 70, 60, 80)"
        )
        raw.commit()
    store = Store.open(database, tmp_path / "backups")
    kept = store.answer(TakeId("t"))
    store.close()
    assert kept is not None and kept.assessment is not None
    assert (kept.assessment.score, kept.heard) == (70.0, None)
