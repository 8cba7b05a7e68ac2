"""What the plan is computed from: kept, read again, and never lost, whatever is done to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mlprep_gui.app.plan_keeper import read_plan
from mlprep_gui.domain.assessment import Verdict, not_graded
from mlprep_gui.domain.plan import Act, PlanEvent, Rating
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import Session, TakeId, TakeState
from mlprep_gui.schedule import Plan, make_plan
from mlprep_gui.store import Store
from mlprep_gui.store.database import open_database, schema_steps
from mlprep_gui.store.planning import Planning
from tests.adapters.stored_values import NOON, assessment, question, session, take, transcript

COVERED, PARTLY, MISSED = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED
BIAS = QuestionId("bias")
MADE_BY = "a test"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    yield opened
    opened.close()


def answer(store: Store, asked: Session, position: int = 0, score: float = 62.0, *verdicts: Verdict) -> TakeId:
    given = take(asked, position)
    store.save_take(given)
    store.add_transcript(given.id, transcript())
    store.add_assessment(given.id, assessment(score, *(verdicts or (COVERED, MISSED))))
    return given.id


def asked(store: Store, name: str, *questions: str, day: int = 0) -> Session:
    made = session(name, *questions, day=day)
    store.add_session(made)
    return made


def plan(store: Store) -> Plan:
    return make_plan(store.planning.practice(MADE_BY), lambda at: at.date())


def kept_plan(store: Store) -> Plan:
    """Compute the plan as the program does, with what was computed before."""
    made = plan(store)
    store.planning.keep_snapshots(made.fresh)
    return made


def test_every_answer_counts_with_the_verdicts_that_stand(store: Store) -> None:
    made = asked(store, "s1", "bias", "auc", "gan")
    first = answer(store, made, 0, 62.0, COVERED, MISSED)
    answer(store, made, 1, 90.0, COVERED, PARTLY)
    store.save_take(take(made, 2, state=TakeState.SKIPPED))
    store.set_own_verdict(first, KeyPointId("b"), PARTLY)
    judged, other = store.planning.practice(MADE_BY).answers
    assert (judged.take, judged.question, judged.score) == (first, BIAS, 62.0)
    assert judged.answered_at == take(made, 0).started_at
    assert (judged.verdicts, judged.is_judged) == ({"a": COVERED, "b": PARTLY}, True)
    assert judged.weights == {"a": 2.0, "b": 1.0}
    assert (other.question, other.verdicts, other.is_judged) == ("auc", {"a": COVERED, "b": PARTLY}, False)


def test_an_answer_that_is_not_graded_is_there_without_a_score(store: Store) -> None:
    made = asked(store, "s1", "bias", "auc")
    store.save_take(take(made, 0))
    store.save_take(take(made, 1))
    store.add_assessment(take(made, 1).id, not_graded("Nothing was heard.", "none"))
    assert [(each.score, each.verdicts) for each in store.planning.practice(MADE_BY).answers] == [(None, {})] * 2


def test_the_grade_before_counts_while_corrected_words_wait_for_a_new_one(store: Store) -> None:
    given = answer(store, asked(store, "s1", "bias"))
    store.add_edit(given, transcript("It is quite a thing"))
    (waiting,) = store.planning.practice(MADE_BY).answers
    assert (waiting.score, waiting.verdicts) == (62.0, {"a": COVERED, "b": MISSED})
    store.add_assessment(given, assessment(90, COVERED, COVERED))
    assert store.planning.practice(MADE_BY).answers[0].score == 90


def test_an_answer_to_a_part_is_marked_and_leaves_the_question_s_own_history_alone(store: Store) -> None:
    whole = asked(store, "s1", "bias")
    answer(store, whole)
    part = replace(session("s2", day=1), questions=(question("bias").part([KeyPointId("b")]),))
    store.add_session(part)
    answer(store, part, 0, 100.0, COVERED)
    assert [each.is_part for each in store.planning.practice(MADE_BY).answers] == [False, True]
    history = store.last_answers()[BIAS]
    assert (history.answers, history.last_score) == (1, 62.0)
    assert plan(store).entries[BIAS].whole.reviews == 1


def test_a_part_becomes_stale_only_when_its_own_points_change(store: Store) -> None:
    bias = question("bias")
    part = replace(session("s1"), questions=(bias.part([KeyPointId("b")]),))
    store.add_session(part)
    answer(store, part, 0, 100.0, COVERED)
    assert store.stale_answers("hybrid 1", [bias]).answers == ()
    other = replace(bias, key_points=(replace(bias.key_points[0], statement="Other."), bias.key_points[1]))
    assert store.stale_answers("hybrid 1", [other]).answers == ()
    mine = replace(bias, key_points=(bias.key_points[0], replace(bias.key_points[1], statement="Other.")))
    assert [each.take for each in store.stale_answers("hybrid 1", [mine]).answers] == ["s1-0-1"]


def test_acts_are_kept_in_their_order(store: Store) -> None:
    given = answer(store, asked(store, "s1", "bias"))
    events = (
        PlanEvent(Act.SUSPENDED, "yes", BIAS),
        PlanEvent(Act.SUSPENDED, None, BIAS),
        PlanEvent(Act.RATED, "hard", BIAS, given),
        PlanEvent(Act.SETTINGS, '{"interview": null, "questions_a_day": 3, "minutes_a_day": 0}'),
    )
    for event in events:
        store.planning.add_event(event)
    assert store.planning.practice(MADE_BY).events == events


def test_a_plan_is_computed_again_only_where_something_changed(store: Store) -> None:
    made = asked(store, "s1", "bias", "auc")
    first = answer(store, made, 0)
    answer(store, made, 1)
    before = kept_plan(store)
    assert set(before.fresh) == {"bias", "auc"}
    assert store.planning.practice(MADE_BY).answers == ()
    assert plan(store) == before
    assert set(make_plan(store.planning.practice("another way"), lambda at: at.date()).fresh) == {"bias", "auc"}
    changes = (
        lambda: store.set_own_verdict(first, KeyPointId("b"), COVERED),
        lambda: store.set_own_verdict(first, KeyPointId("b"), None),
        lambda: store.add_assessment(first, assessment(90, COVERED, COVERED)),
        lambda: store.planning.add_event(PlanEvent(Act.RATED, "hard", BIAS, first)),
        lambda: store.planning.add_event(PlanEvent(Act.RESET, NOON.isoformat(), BIAS)),
        lambda: answer(store, asked(store, "s2", "bias", day=3)),
    )
    for change in changes:
        change()
        assert set(kept_plan(store).fresh) == {"bias"}
    store.delete_session(made.id)
    assert set(kept_plan(store).fresh) == {"bias"}
    assert set(kept_plan(store).entries) == {"bias"}
    store.restore_session(made.id)
    assert set(kept_plan(store).entries) == {"bias", "auc"}


def test_the_program_s_own_way_uses_the_learner_s_days_and_keeps_what_it_computed(store: Store) -> None:
    answer(store, asked(store, "s1", "bias"))
    first = read_plan(store)
    assert first.entries[BIAS].day == take(session("s1", "bias")).started_at.astimezone().date()
    assert set(first.fresh) == {"bias"}
    again = read_plan(store)
    assert (again, again.fresh) == (first, {})


def test_purging_a_session_takes_its_ratings_along_and_nothing_else(store: Store, tmp_path: Path) -> None:
    made = asked(store, "s1", "bias")
    given = answer(store, made)
    store.planning.add_event(PlanEvent(Act.RATED, "hard", BIAS, given))
    store.planning.add_event(PlanEvent(Act.SUSPENDED, "yes", BIAS))
    store.delete_session(made.id)
    assert plan(store).entries == {}
    store.purge_deleted(tmp_path / "takes")
    assert store.planning.practice(MADE_BY).events == (PlanEvent(Act.SUSPENDED, "yes", BIAS),)


def test_everything_answered_before_there_was_a_plan_counts(tmp_path: Path) -> None:
    steps = [step for step in schema_steps() if step.version < 5]
    old, _ = open_database(tmp_path / "mlprep.db", tmp_path / "backups", NOON, steps)
    writer = Store(old, now=lambda: NOON)
    for day in (0, 4):
        made = session(f"s{day}", "bias", day=day)
        writer.add_session(made)
        answer(writer, made)
    writer.close()
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    entry = plan(store).entries[BIAS]
    assert [(each.key_point, each.reviews) for each in (entry.whole, *entry.points)] == [("", 2), ("b", 2)]
    assert set(store.last_answers()) == {"bias"}
    store.close()


@contextmanager
def _one_by_one(_doing: str) -> Iterator[None]:
    yield


class Practising(RuleBasedStateMachine):
    """Answers, judges, corrects, regrades, suspends, buries, resets, deletes and brings back, in any order."""

    def __init__(self) -> None:
        super().__init__()
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        for step in schema_steps():
            connection.executescript(step.sql)
        self.store = Store(connection, now=lambda: NOON)
        self.given: dict[TakeId, tuple[str, Session]] = {}
        self.deleted: set[str] = set()

    def teardown(self) -> None:
        self.store.close()

    @rule(name=st.sampled_from(("bias", "auc")), score=st.integers(0, 100), second=st.sampled_from(Verdict))
    def answers(self, name: str, score: int, second: Verdict) -> None:
        made = asked(self.store, f"s{len(self.given)}", name, day=len(self.given))
        self.given[answer(self.store, made, 0, score, COVERED, second)] = (name, made)

    def _some(self, place: int) -> tuple[TakeId, str, Session]:
        found = list(self.given)[place % len(self.given)]
        return (found, *self.given[found])

    PLACES = st.integers(0, 30)

    @precondition(lambda self: self.given)
    @rule(place=PLACES, verdict=st.sampled_from((None, COVERED, MISSED)))
    def judges(self, place: int, verdict: Verdict | None) -> None:
        self.store.set_own_verdict(self._some(place)[0], KeyPointId("b"), verdict)

    @precondition(lambda self: self.given)
    @rule(place=PLACES, score=st.integers(0, 100))
    def grades_again(self, place: int, score: int) -> None:
        self.store.add_assessment(self._some(place)[0], assessment(score, PARTLY, MISSED, assessor="hybrid 2"))

    @precondition(lambda self: self.given)
    @rule(place=PLACES)
    def corrects_words(self, place: int) -> None:
        self.store.add_edit(self._some(place)[0], transcript("Other words"))

    @precondition(lambda self: self.given)
    @rule(place=PLACES, rating=st.sampled_from((None, *Rating)))
    def rates(self, place: int, rating: Rating | None) -> None:
        given, name, _ = self._some(place)
        value = rating.name.lower() if rating else None
        self.store.planning.add_event(PlanEvent(Act.RATED, value, QuestionId(name), given))

    @rule(
        name=st.sampled_from(("bias", "auc")),
        event=st.sampled_from(
            (
                (Act.SUSPENDED, "yes"),
                (Act.SUSPENDED, None),
                (Act.BURIED, "2025-03-09"),
                (Act.BURIED, None),
                (Act.RESET, (NOON + timedelta(days=4)).isoformat()),
                (Act.RESET, None),
            )
        ),
    )
    def acts(self, name: str, event: tuple[Act, str | None]) -> None:
        self.store.planning.add_event(PlanEvent(*event, QuestionId(name)))

    @precondition(lambda self: self.given)
    @rule(place=PLACES)
    def deletes_or_restores(self, place: int) -> None:
        _, _, made = self._some(place)
        if made.id in self.deleted:
            self.store.restore_session(made.id)
            self.deleted.remove(made.id)
        else:
            self.store.delete_session(made.id)
            self.deleted.add(made.id)

    @invariant()
    def every_answer_is_there(self) -> None:
        made = kept_plan(self.store)
        there = [name for name, session_ in self.given.values() if session_.id not in self.deleted]
        counted = {name: entry.whole.reviews + entry.whole.set_aside for name, entry in made.entries.items()}
        assert counted == {QuestionId(name): there.count(name) for name in set(there)}

    @invariant()
    def what_was_kept_says_what_computing_anew_says(self) -> None:
        anew = Planning(self.store._db, _one_by_one, lambda: NOON)
        assert make_plan(anew.practice("another way"), lambda at: at.date()) == plan(self.store)


Practising.TestCase.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
TestPractising = Practising.TestCase
