"""What the progress page is made of, counted by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from mlprep_gui.delivery import measure
from mlprep_gui.domain.assessment import Verdict, not_graded
from mlprep_gui.domain.progress import GradedFact, MissedPoint, PracticeFact, SelfJudgement, TopicState
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import SessionState, TakeState
from mlprep_gui.domain.transcript import Transcript, Word, typed_transcript
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

ALL = datetime(1970, 1, 2, tzinfo=UTC)
C, P, M, X = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED, Verdict.CONTRADICTED


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    yield opened
    opened.close()


def answer(store: Store, day: int, score: float | None, *verdicts: Verdict, text: str = "um a thing you know") -> None:
    """Keep a session of one answer to the same question."""
    made = session(f"d{day}", "bias", day=day)
    store.add_session(made)
    store.save_take(take(made))
    store.add_transcript(take(made).id, transcript(text))
    grade = assessment(score, *verdicts) if score is not None else not_graded("Too short.", "hybrid 1")
    store.add_assessment(take(made).id, grade)
    store.set_session_state(made.id, SessionState.FINISHED, made.started_at + timedelta(minutes=day + 2))


def now(day: int) -> datetime:
    return NOON + timedelta(days=day, hours=2)


def begun(day: int) -> datetime:
    return take(session(f"d{day}", "bias", day=day)).started_at


def test_graded_answers_count_points_with_own_verdicts_first(store: Store) -> None:
    answer(store, 0, 50, C, M)
    answer(store, 1, 60, C, P)
    answer(store, 2, None)
    store.set_own_verdict(take(session("d0", "bias")).id, KeyPointId("b"), C)
    facts = store.progress.read(ALL, now(2))
    assert facts.graded == (GradedFact(begun(0), "Basics", 50.0, 2, 2), GradedFact(begun(1), "Basics", 60.0, 1, 2))
    assert store.progress.read(NOON + timedelta(hours=12), now(2)).graded == facts.graded[1:]
    assert facts.first_at == begun(0)


def test_ticks_are_held_against_the_programs_verdicts(store: Store) -> None:
    answer(store, 0, 50, C, M)
    answer(store, 1, 60, M, P)
    answer(store, 2, 60, C, X)
    a, b = KeyPointId("a"), KeyPointId("b")
    for day, said in ((0, {a: False, b: True}), (1, {a: True, b: True}), (2, {a: False, b: False})):
        store.add_judged_first(take(session(f"d{day}", "bias")).id, said)
    store.add_judged_first(take(session("d0", "bias")).id, {a: True, b: True})  # the newest counts
    store.set_own_verdict(take(session("d1", "bias")).id, a, C)  # a later correction does not
    assert store.progress.read(ALL, now(2)).judged == SelfJudgement(ticked=3, ticked_heard=1, left=2, left_missed=1)
    assert store.progress.read(now(1), now(2)).judged == SelfJudgement(left=2, left_missed=1)


def test_time_is_that_of_sessions_with_an_answer(store: Store) -> None:
    answer(store, 0, 50, C)
    skipped = session("gone", "auc", day=1)
    store.add_session(skipped)
    store.save_take(take(skipped, state=TakeState.SKIPPED))
    assert store.progress.read(ALL, now(2)).practice == (PracticeFact(NOON, 120.0),)


def test_topics_stand_where_the_newest_answer_to_each_question_left_them(store: Store) -> None:
    answer(store, 0, 50, C, M)
    answer(store, 40, 90, C, C)
    answer(store, 41, None)
    assert store.progress.read(ALL, now(41)).topics == (TopicState("Basics", 2, 2, 1, 2),)
    assert store.progress.read(ALL, now(10)).topics == (TopicState("Basics", 1, 2, 0, 0),)


def test_a_point_missed_twice_is_named_until_it_is_said(store: Store) -> None:
    answer(store, 0, 50, M, C)
    assert store.progress.read(ALL, now(0)).missed == ()
    answer(store, 1, 50, C, C)
    answer(store, 2, 50, X, C)
    point = MissedPoint(QuestionId("bias"), KeyPointId("a"), "What is bias?", "It is a thing.", 3, 1, 1, X)
    assert store.progress.read(ALL, now(2)).missed == (point,)
    store.set_own_verdict(take(session("d2", "bias")).id, KeyPointId("a"), M)
    assert store.progress.read(ALL, now(2)).missed == (replace(point, missed=2, contradicted=0, newest=M),)
    answer(store, 3, 80, C, C)
    assert store.progress.read(ALL, now(3)).missed == ()


def test_deliveries_are_measured_once_and_as_the_answer_view_measures_them(store: Store) -> None:
    for day in range(3):
        answer(store, day, 50, C)
    typed = session("typed", "auc", day=3)
    store.add_session(typed)
    store.save_take(take(typed, state=TakeState.TYPED))
    store.add_transcript(take(typed).id, typed_transcript("um well"))
    assert store.progress.read(ALL, now(3)).unmeasured == 4
    assert [store.progress.measure_some(3), store.progress.measure_some(3), store.progress.measure_some(3)] == [3, 1, 0]
    facts = store.progress.read(ALL, now(3))
    assert (len(facts.spoken), facts.unmeasured) == (3, 0)
    wanted = measure(transcript("um a thing you know"))
    assert facts.spoken[0].pace_wpm == wanted.pace_wpm
    assert facts.spoken[0].fillers_per_100 == 100 * len(wanted.fillers) / 5
    assert (facts.spoken[0].long_pauses, facts.spoken[0].latency_s) == (wanted.long_pauses, wanted.latency_s)


def test_a_newer_transcript_is_measured_anew(store: Store) -> None:
    answer(store, 0, 50, C)
    store.progress.measure_some(10)
    words = tuple(Word(text, at, at + 0.5, 0.9) for at, text in enumerate(("so", "well", "yes")))
    store.add_transcript(take(session("d0", "bias")).id, Transcript(words, ((0.0, 3.0),), 3.0, "base.en 1"))
    assert store.progress.read(ALL, now(0)).unmeasured == 1
    store.progress.measure_some(10)
    (spoken,) = store.progress.read(ALL, now(0)).spoken
    assert (spoken.pace_wpm, spoken.fillers_per_100) == (60.0, 0.0)


@pytest.mark.parametrize(
    ("days", "today", "in_a_row"),
    [
        ((), 0, 0),
        ((0, 1, 2), 2, 3),
        ((0, 1, 2), 3, 3),  # nothing yet today: the row is not broken
        ((0, 1, 2), 4, 0),
        ((0, 2, 3), 3, 2),
    ],
)
def test_days_in_a_row(store: Store, days: tuple[int, ...], today: int, in_a_row: int) -> None:
    for day in days:
        answer(store, day, 50, C)
    assert store.progress.read(ALL, now(today), UTC).days_in_a_row == in_a_row


def test_a_day_begins_where_the_learner_is(store: Store) -> None:
    answer(store, 0, 50, C)
    answer(store, 1, 50, C)
    samoa = timezone(timedelta(hours=13))  # noon in Greenwich is one in the night of the next day
    assert store.progress.read(ALL, NOON + timedelta(days=1, hours=8), samoa).days_in_a_row == 2
    assert store.progress.read(ALL, NOON + timedelta(days=3), samoa).days_in_a_row == 0


def test_deleted_sessions_count_for_nothing(store: Store) -> None:
    answer(store, 0, 50, M)
    answer(store, 1, 50, M)
    for name in ("d0", "d1"):
        store.delete_session(session(name, "bias").id)
    facts = store.progress.read(ALL, now(1))
    assert (facts.graded, facts.practice, facts.topics, facts.missed, facts.first_at) == ((), (), (), (), None)
    assert (facts.days_in_a_row, facts.unmeasured) == (0, 0)
