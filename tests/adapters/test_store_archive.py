"""The list of answers: what a filter lets through, what a search finds, and that nothing typed breaks it."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlprep_gui.domain.archive import AnswerLine, ArchiveFilter, Attempt, Found, Place
from mlprep_gui.domain.assessment import Verdict, not_graded
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import Session, SessionSummary, TakeState
from mlprep_gui.domain.transcript import Transcript, Word, typed_transcript
from mlprep_gui.store import Store
from mlprep_gui.store.database import open_database, schema_steps
from mlprep_gui.store.search import match_expression
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

SAID = (
    "So bagging mostly lowers the variance and boosting the bias",
    "Averages of many models have less Variance; naïve Bayes does not care",
    "I do not know",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def kept(store: Store) -> tuple[Session, Session]:
    """Two sessions: two spoken answers, a typed one, and one that was skipped."""
    first, second = session("s1", "bias", "auc"), session("s2", "bias", "gan", day=2)
    for made in (first, second):
        store.add_session(made)
    store.save_take(take(first, 0))
    store.save_take(replace(take(first, 1, state=TakeState.TYPED), audio=""))
    store.save_take(take(second, 0, state=TakeState.RECOVERED))
    store.save_take(take(second, 1, state=TakeState.SKIPPED))
    store.add_transcript(take(first, 0).id, transcript(SAID[0]))
    store.add_transcript(take(first, 1).id, typed_transcript(SAID[1]))
    store.add_transcript(take(second, 0).id, transcript(SAID[2]))
    store.add_assessment(take(first, 0).id, assessment(40, Verdict.COVERED, Verdict.MISSED))
    store.add_assessment(take(first, 1).id, assessment(85, Verdict.COVERED, Verdict.PARTLY))
    store.add_assessment(take(second, 0).id, not_graded("Too little was said.", "hybrid 1"))
    return first, second


def found(store: Store, wanted: ArchiveFilter) -> list[str]:
    """Return the takes that pass a filter, and see to it that counting agrees."""
    part = store.archive.part(wanted)
    assert not part.has_more
    assert store.archive.count(wanted) == len(part.lines)
    return [line.take for line in part.lines if isinstance(line, AnswerLine)]


def hit(store: Store, text: str) -> AnswerLine:
    line = store.archive.part(ArchiveFilter(text=text)).lines[0]
    assert isinstance(line, AnswerLine)
    return line


def test_without_a_filter_sessions_stand_before_their_answers(store: Store, kept: tuple[Session, Session]) -> None:
    part = store.archive.part(ArchiveFilter())
    names = [line.id if isinstance(line, SessionSummary) else line.take for line in part.lines]
    assert names == ["s2", "s2-0-1", "s1", "s1-0-1", "s1-1-1"]
    assert tuple(line for line in part.lines if isinstance(line, SessionSummary)) == store.sessions()
    assert store.archive.extent().answers == 3
    assert store.archive.extent().topics == ("Basics",)
    assert store.archive.extent().first_at == take(kept[0]).started_at


def test_a_line_holds_what_the_answer_holds(store: Store, kept: tuple[Session, Session]) -> None:
    store.archive.set_bookmark(take(kept[0]).id, is_marked=True)
    store.set_own_verdict(take(kept[0]).id, KeyPointId("b"), Verdict.COVERED)
    line = next(each for each in store.archive.part(ArchiveFilter()).lines if getattr(each, "take", "") == "s1-0-1")
    assert line == AnswerLine(
        take=take(kept[0]).id,
        session=kept[0].id,
        question=QuestionId("bias"),
        prompt="What is bias?",
        topic="Basics",
        started_at=take(kept[0]).started_at,
        state=TakeState.COMPLETE,
        audio="s1-0-1.wav",
        duration_s=40.0,
        score=40.0,
        score_low=35.0,
        score_high=45.0,
        verdicts=(Verdict.COVERED, Verdict.COVERED),
        opening=SAID[0],
        bookmarked=True,
    )


@pytest.mark.parametrize(
    ("wanted", "takes"),
    [
        (ArchiveFilter(topic="Basics"), ["s2-0-1", "s1-1-1", "s1-0-1"]),
        (ArchiveFilter(topic="Trees"), []),
        (ArchiveFilter(pack="core", question="bias"), ["s2-0-1", "s1-0-1"]),
        (ArchiveFilter(since=NOON + timedelta(days=1)), ["s2-0-1"]),
        (ArchiveFilter(until=NOON + timedelta(days=1)), ["s1-1-1", "s1-0-1"]),
        (ArchiveFilter(score_below=50), ["s1-0-1"]),
        (ArchiveFilter(score_from=40, score_below=85.5), ["s1-1-1", "s1-0-1"]),
        (ArchiveFilter(ungraded=True), ["s2-0-1"]),
        (ArchiveFilter(recovered=True), ["s2-0-1"]),
        (ArchiveFilter(verdict=Verdict.MISSED), ["s1-0-1"]),
        (ArchiveFilter(verdict=Verdict.PARTLY), ["s1-1-1"]),
        (ArchiveFilter(bookmarked=True), []),
        (ArchiveFilter(text="variance", score_from=50), ["s1-1-1"]),
        (ArchiveFilter(text="variance", verdict=Verdict.MISSED, topic="Basics"), ["s1-0-1"]),
    ],
)
def test_each_filter_lets_through_what_it_says(
    store: Store, kept: tuple[Session, Session], wanted: ArchiveFilter, takes: list[str]
) -> None:
    assert found(store, wanted) == takes


def test_own_verdicts_count_before_the_programs(store: Store, kept: tuple[Session, Session]) -> None:
    store.set_own_verdict(take(kept[0]).id, KeyPointId("b"), Verdict.CONTRADICTED)
    assert found(store, ArchiveFilter(verdict=Verdict.MISSED)) == []
    assert found(store, ArchiveFilter(verdict=Verdict.CONTRADICTED)) == ["s1-0-1"]
    store.set_own_verdict(take(kept[0]).id, KeyPointId("b"), None)
    assert found(store, ArchiveFilter(verdict=Verdict.MISSED)) == ["s1-0-1"]


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("variance", ["s1-1-1", "s1-0-1"]),
        ("VARIA", ["s1-1-1", "s1-0-1"]),
        ("bag var", ["s1-0-1"]),
        ("lowers the", ["s1-0-1"]),
        ('"the lowers"', []),
        ('"lowers the"', ["s1-0-1"]),
        ('"lower the"', []),
        ("naive", ["s1-1-1"]),
        ("i", ["s2-0-1"]),
        ("auc", ["s1-1-1"]),
        ("auc variance", ["s1-1-1"]),
        ("thing", []),
        ("+++", []),
        ("variance OR", []),
    ],
)
def test_a_search_finds_beginnings_of_words_in_any_order(
    store: Store, kept: tuple[Session, Session], text: str, takes: list[str]
) -> None:
    assert found(store, ArchiveFilter(text=text)) == takes


def test_what_was_said_is_marked_and_has_its_moment(store: Store, kept: tuple[Session, Session]) -> None:
    line = hit(store, "bias varia")
    assert line.found == Found(Place.HEARD, SAID[0], ((29, 37), (55, 59)), 0.5 * 5)
    assert SAID[0][29:37] == "variance"
    assert hit(store, "naive").found == Found(Place.HEARD, SAID[1], ((44, 49),), None)  # typed: there is no moment
    assert hit(store, "auc").found == Found(Place.QUESTION, "What is auc?", ((8, 11),))


def test_a_long_answer_shows_what_stands_around_the_word(store: Store) -> None:
    made = session("s1", "bias")
    store.add_session(made)
    store.save_take(take(made))
    words = [f"word{number}" for number in range(400)]
    words[250] = "needle"
    store.add_transcript(take(made).id, transcript(" ".join(words)))
    line = hit(store, "need")
    assert line.found is not None
    assert line.found.at_s == 125.0
    ((start, end),) = line.found.marks
    assert line.found.text[start:end] == "needle"
    assert line.found.text.startswith("…word2") and line.found.text.endswith("…")
    assert len(line.found.text) < 220


def test_the_moment_is_right_although_a_word_holds_a_space(store: Store) -> None:
    made = session("s1", "bias")
    store.add_session(made)
    store.save_take(take(made))
    words = (Word("k means", 0.0, 0.5, 0.9), Word("", 0.5, 0.6, 0.9), Word("clusters", 1.0, 1.5, 0.9))
    store.add_transcript(take(made).id, Transcript(words, (), 2.0, "tiny.en 1"))
    line = hit(store, "clusters")
    assert line.found is not None and line.found.at_s == 1.0
    assert hit(store, "means").found is not None


def test_notes_are_found_changed_and_taken_away(store: Store, kept: tuple[Session, Session]) -> None:
    name = take(kept[0]).id
    store.archive.set_note(name, "say that a penalty trades bias")
    assert store.archive.note_of(name) == "say that a penalty trades bias"
    assert hit(store, "penalty").found == Found(Place.NOTE, "say that a penalty trades bias", ((11, 18),))
    store.archive.set_note(name, "draw the curve")
    assert found(store, ArchiveFilter(text="penalty")) == []
    assert found(store, ArchiveFilter(text="curve variance")) == ["s1-0-1"]
    store.archive.set_note(name, "")
    assert found(store, ArchiveFilter(text="curve")) == []
    assert store.session(kept[0].id).answers[0].note == ""


def test_bookmarks_are_put_on_and_taken_off(store: Store, kept: tuple[Session, Session]) -> None:
    name = take(kept[0]).id
    for _ in range(2):
        store.archive.set_bookmark(name, is_marked=True)
    assert found(store, ArchiveFilter(bookmarked=True)) == ["s1-0-1"]
    assert store.session(kept[0].id).answers[0].bookmarked
    store.archive.set_bookmark(name, is_marked=False)
    assert found(store, ArchiveFilter(bookmarked=True)) == []


def test_a_newer_transcript_is_what_is_found(store: Store, kept: tuple[Session, Session]) -> None:
    store.add_transcript(take(kept[0]).id, transcript("Something else"))
    assert found(store, ArchiveFilter(text="bagging")) == []
    assert found(store, ArchiveFilter(text="something")) == ["s1-0-1"]


def test_deleted_sessions_are_not_found_until_they_come_back(
    store: Store, kept: tuple[Session, Session], tmp_path: Path
) -> None:
    store.delete_session(kept[0].id)
    assert found(store, ArchiveFilter(text="variance")) == []
    assert store.archive.extent().answers == 1
    store.restore_session(kept[0].id)
    assert found(store, ArchiveFilter(text="variance")) == ["s1-1-1", "s1-0-1"]
    store.delete_session(kept[0].id)
    store.purge_deleted(tmp_path / "takes")
    rows = store._db.execute("SELECT count(*) FROM answer_text").fetchone()[0]
    assert rows == 2
    assert (
        store._db.execute("SELECT count(*) FROM answer_search WHERE answer_search MATCH 'variance'").fetchone()[0] == 0
    )


def test_no_word_of_a_purged_session_stays_in_the_file(
    store: Store, kept: tuple[Session, Session], tmp_path: Path
) -> None:
    secret = "xylophonist"
    store.add_transcript(take(kept[0]).id, transcript(f"the {secret} said"))
    store.archive.set_note(take(kept[0]).id, f"about the {secret}")
    store.delete_session(kept[0].id)
    store.purge_deleted(tmp_path / "takes")
    store.close()
    assert secret.encode() not in (tmp_path / "mlprep.db").read_bytes()


def test_the_list_is_read_part_by_part_without_gap_or_double(store: Store) -> None:
    for day in range(60):
        made = session(f"d{day:02}", "bias", "auc", day=day)
        store.add_session(made)
        for position in (0, 1):
            store.save_take(take(made, position))
            store.add_transcript(take(made, position).id, transcript("word upon word"))
    for wanted, count in ((ArchiveFilter(), 180), (ArchiveFilter(text="word"), 120), (ArchiveFilter(pack="core"), 120)):
        part = store.archive.part(wanted)
        lines = list(part.lines)
        while part.has_more:
            ends = [line for line in lines if isinstance(line, SessionSummary)] or lines
            last = ends[-1]
            part = store.archive.part(wanted, last.id if isinstance(last, SessionSummary) else last.take)
            lines += part.lines
        assert len(lines) == len(set(map(str, lines))) == count
        assert [line.started_at for line in lines if isinstance(line, SessionSummary)] == sorted(
            (line.started_at for line in lines if isinstance(line, SessionSummary)), reverse=True
        )


def test_what_was_known_before_each_answer_of_a_session(store: Store, kept: tuple[Session, Session]) -> None:
    first, second = kept
    third = session("s3", "bias", day=3)
    store.add_session(third)
    store.save_take(take(third))
    store.save_take(take(third, attempt=2))
    assert store.archive.attempts(first.id) == (
        Attempt(take(first, 0).id, 0, None),
        Attempt(take(first, 1).id, 0, None),
    )
    assert store.archive.attempts(second.id)[0] == Attempt(take(second, 0).id, 1, 40.0)
    assert store.archive.attempts(third.id) == (
        Attempt(take(third).id, 2, 40.0),  # the answer before was not graded: the score before that one stands
        Attempt(take(third, attempt=2).id, 3, 40.0),
    )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(), st.text("abc \"*^:()-+{}[]\\/\x00\n\t'|,.äß" + "\u0301\ud800½٣漢😀", max_size=40)))
def test_nothing_that_can_be_typed_is_an_error(store: Store, text: str) -> None:
    if not store.sessions():
        made = session("s1", "bias")
        store.add_session(made)
        store.save_take(take(made))
        store.add_transcript(take(made).id, transcript("a b c abc"))
    wanted = ArchiveFilter(text=text)
    part = store.archive.part(wanted)
    assert store.archive.count(wanted) == sum(isinstance(line, AnswerLine) for line in part.lines)


def test_a_very_long_search_is_only_long() -> None:
    assert match_expression("word " * 5000).count("AND") == 31


def test_what_was_kept_before_there_was_a_list_is_in_it(tmp_path: Path) -> None:
    old_steps = [step for step in schema_steps() if step.version < 4]
    old, _ = open_database(tmp_path / "mlprep.db", tmp_path / "backups", NOON, old_steps)
    for day, name in enumerate(("early", "late", "gone")):
        made = session(name, "bias", day=day)
        _write_version_3(old, made, f"it was said {name}", score=None if name == "late" else 62.0)
    old.execute("UPDATE session SET deleted_at = ended_at WHERE id = 'gone'")
    old.execute("UPDATE session SET deleted_at = '2025-03-04T00:00:00.000000+00:00' WHERE id = 'gone'")
    old.close()

    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOON)
    assert found(store, ArchiveFilter(text="said")) == ["late-0-1", "early-0-1"]
    assert found(store, ArchiveFilter(score_from=60)) == ["early-0-1"]
    assert found(store, ArchiveFilter(ungraded=True)) == ["late-0-1"]
    line = hit(store, "early")
    assert line.found == Found(Place.HEARD, "it was said early", ((12, 17),), 1.5)
    store.restore_session(session("gone", "bias").id)
    assert found(store, ArchiveFilter(text="gone")) == ["gone-0-1"]
    store.close()


def _write_version_3(db: sqlite3.Connection, made: Session, text: str, score: float | None) -> None:
    at = made.started_at.isoformat(timespec="microseconds")
    asked = json.dumps({"pack": "core", "topic": "Basics"})
    db.execute(
        "INSERT OR IGNORE INTO question_snapshot VALUES ('digest', 'bias', 'hash', 'What is bias?', ?)", (asked,)
    )
    db.execute("INSERT INTO session VALUES (?, 'practice', 'finished', ?, ?, 30.0, NULL)", (made.id, at, at))
    db.execute("INSERT INTO session_question VALUES (?, 0, 'digest')", (made.id,))
    db.execute(
        "INSERT INTO take VALUES (?, ?, 'bias', 0, 1, ?, 'complete', 'a.wav', 16000, 3.0, x'', '')",
        (f"{made.id}-0-1", made.id, at),
    )
    words = [[word, 0.5 * at_s, 0.5 * at_s + 0.4, 0.9] for at_s, word in enumerate(text.split())]
    cursor = db.execute(
        "INSERT INTO transcript (take_id, created_at, model, duration_s, json) VALUES (?, ?, 'tiny.en', 3.0, ?)",
        (f"{made.id}-0-1", at, json.dumps({"words": words, "speech": []})),
    )
    if score is not None:
        db.execute(
            "INSERT INTO assessment (take_id, created_at, assessor, graded, reason, score, score_low, score_high,"
            " transcript_id) VALUES (?, ?, 'hybrid 1', 1, '', ?, 57.0, 67.0, ?)",
            (f"{made.id}-0-1", at, score, cursor.lastrowid),
        )
