"""The benchmark of ten years of use: what it fills a store with, and that a missed goal is not overlooked."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mlprep_gui.domain.archive import ArchiveFilter
from mlprep_gui.paths import locate
from mlprep_gui.store import Store
from tests.benchmarks.library import GOALS, Measured, misses, table
from tests.benchmarks.library_store import COMMON_WORD, RARE_WORD, TAKES_A_SESSION, WORDS_A_TAKE, fill_store

FAST = Measured(10_000, dict.fromkeys(GOALS, 20.0))


def test_a_filled_store_is_what_the_program_would_have_kept(tmp_path: Path) -> None:
    paths = locate(tmp_path)
    fill_store(paths, 12)
    store = Store.open(paths.database, paths.backups)
    assert store.archive.extent().answers == 12
    assert [session.answered for session in store.sessions()] == [2, TAKES_A_SESSION, TAKES_A_SESSION]
    assert store.archive.count(ArchiveFilter(text=RARE_WORD)) == 1
    assert store.archive.count(ArchiveFilter(text=COMMON_WORD)) > 6
    answers = store.session(store.sessions()[0].id).answers
    assert all(answer.transcript is not None and len(answer.transcript.words) == WORDS_A_TAKE for answer in answers)
    facts = store.progress.read(datetime(2000, 1, 1, tzinfo=UTC), datetime(2026, 11, 22, 20, tzinfo=UTC), UTC)
    assert (len(facts.graded), facts.days_in_a_row) == (12, 2)
    store.close()


def test_every_missed_goal_is_named() -> None:
    empty, small = Measured(0, {"start to list": 10.0}), replace(FAST, takes=1000)
    assert misses((empty, small, FAST)) == []
    slow = replace(FAST, values=FAST.values | {"search, median": 51.0, "start to list": 21.0, "stall: sessions": 101.0})
    assert misses((empty, small, slow)) == [
        "search, median: 51 ms, not 50",
        "stall: sessions: 101 ms, not 100",
        "start to list: 2.1 times the empty store",
        "search, median: grew to 2.5 times",
    ]


def test_the_table_has_a_line_for_each_value() -> None:
    lines = table((Measured(0, {"start to list": 10.0}), replace(FAST, takes=1000), FAST))
    assert lines[0] == "| ms | empty | 1000 takes | 10000 takes | growth | goal |"
    assert "| start to list | 10 | 20 | 20 | 1.00× |  |" in lines
    assert "| open a session | – | 20 | 20 | 1.00× | ≤ 150 |" in lines
    assert len(lines) == len(GOALS) + 2
