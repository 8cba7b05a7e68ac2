"""`mlprep-gui regrade`: what it grades again, what it leaves alone, and what is left after Ctrl+C."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.bank import load_library
from mlprep_gui.domain.assessment import NOT_ASSESSED, Verdict, not_graded
from mlprep_gui.domain.question import Question, QuestionId
from mlprep_gui.domain.session import TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.paths import Paths, locate
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take

ANSWER = (
    "Overfitting is when the model memorises the noise of the training data instead of the general pattern. "
    "It does well on training data and poorly on new data."
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], paths: Paths) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(paths.data), "regrade", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def library_question(paths: Paths, name: str) -> Question:
    return load_library(paths.questions).find(name)


def open_store(paths: Paths) -> Store:
    return Store.open(paths.database, paths.backups, lambda: NOON)


@pytest.fixture
def filled(paths: Paths) -> Paths:
    """Answers by an older assessor to a question in use and to one that is gone, one of silence, one ungraded."""
    made = session("s1", "overfitting", "gone", "silence", "ungraded")
    overfitting = library_question(paths, "overfitting")
    gone = replace(overfitting, id=QuestionId("gone"))
    made = replace(made, questions=(overfitting, gone, overfitting, overfitting))
    store = open_store(paths)
    store.add_session(made)
    for position in range(4):
        store.save_take(take(made, position, state=TakeState.TYPED))
        store.add_transcript(take(made, position).id, typed_transcript("" if position == 2 else ANSWER))
    for position in (0, 1):
        store.add_assessment(take(made, position).id, assessment(3, Verdict.MISSED, assessor="older"))
    store.add_assessment(take(made, 2).id, not_graded("Nothing was heard.", NOT_ASSESSED))
    store.set_own_verdict(take(made, 0).id, overfitting.key_points[0].id, Verdict.PARTLY)
    store.close()
    return paths


def scores(paths: Paths) -> list[list[float]]:
    """Return the scores of each answer, oldest assessment first."""
    with closing(open_store(paths)) as store:
        found = []
        for answer in store.session(session("s1").id).answers:
            newest = [answer.assessment] if answer.assessment is not None else []
            grades = [*(each.assessment for each in reversed(answer.earlier)), *newest]
            found.append([grade.score for grade in grades])
        return found


def test_without_anything_saved_there_is_nothing_to_do_and_nothing_is_made(run: Run, paths: Paths) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert out.startswith("0 of 0 answers graded again")
    assert not paths.database.exists()


def test_what_is_stale_is_graded_again_and_the_old_verdicts_stay(run: Run, filled: Paths) -> None:
    code, out, err = run("--json")
    report = json.loads(out)
    assert code == 0
    counts = [report[name] for name in ("total", "graded", "first", "rose", "fell", "failed", "gone")]
    assert counts == [2, 2, 1, 1, 0, 0, 1]
    assert [line.split("  ")[0] for line in err.splitlines()] == ["1 of 2", "2 of 2"]
    first, second = report["answers"]
    assert (first["reason"], first["score_before"], second["reason"], second["score_before"]) == (
        "ungraded",
        None,
        "assessor",
        3.0,
    )
    assert second["assessor"] != "older"
    kept = scores(filled)
    assert [len(grades) for grades in kept] == [2, 1, 1, 1]
    assert kept[0][0] == 3.0 and kept[0][1] > 20
    assert kept[1] == [3.0]
    with closing(open_store(filled)) as store:
        own = store.session(session("s1").id).answers[0].own_verdicts
    assert list(own.values()) == [Verdict.PARTLY]
    assert run()[1].startswith("0 of 0 answers graded again")


def test_all_means_all_and_a_question_can_be_chosen(run: Run, filled: Paths) -> None:
    assert run("--question", "overfitting", "--json")[0] == 0
    code, out, _ = run("--all", "--question", "overfitting", "--json")
    report = json.loads(out)
    assert (code, report["total"], report["graded"], report["gone"]) == (0, 2, 2, 0)
    assert json.loads(run("--question", "bagging-boosting", "--json")[1])["total"] == 0
    assert [len(grades) for grades in scores(filled)] == [2, 1, 1, 1]  # the same again adds no row


def test_an_answer_that_cannot_be_heard_is_named_and_the_others_are_graded(run: Run, filled: Paths) -> None:
    with closing(open_store(filled)) as store:
        late = replace(session("late"), questions=(library_question(filled, "overfitting"),))
        store.add_session(late)
        store.save_take(take(late))
    code, out, err = run()
    assert code == 1
    assert "1 could not be graded" in out
    assert any(take(late).audio in line for line in err.splitlines())
    assert len(scores(filled)[0]) == 2


def test_an_unknown_question_and_an_open_window_are_one_clear_line(run: Run, filled: Paths) -> None:
    code, out, err = run("--question", "nowhere")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "no question" in err
    with closing(open_store(filled)):
        code, out, err = run()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "open already" in err


def test_a_damaged_assessor_is_one_clear_line_and_changes_nothing(
    run: Run, filled: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = scores(filled)
    broken = replace(filled, resources=tmp_path)
    (tmp_path / "assessor.json").write_text("{")
    monkeypatch.setattr("mlprep_gui.__main__.locate", lambda _: broken)
    code, out, err = run()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be read" in err
    assert scores(filled) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal there")
def test_ctrl_c_keeps_what_is_done_and_leaves_the_rest(filled: Paths) -> None:
    with closing(open_store(filled)) as store:
        many = replace(session("many", day=1), questions=(library_question(filled, "overfitting"),) * 300)
        store.add_session(many)
        for position in range(300):
            store.save_take(take(many, position, state=TakeState.TYPED))
            text = " ".join(f"{ANSWER} Point {position} of many." for _ in range(4))
            store.add_transcript(take(many, position).id, typed_transcript(text))
    command = [sys.executable, "-m", "mlprep_gui", "--data-dir", str(filled.data), "regrade"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stderr is not None
        seen = [running.stderr.readline() for _ in range(3)]
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: the engine's process gets it too
        out, err = running.communicate(timeout=60)
    assert seen[2].startswith("3 of 302")
    assert (running.returncode, out) == (130, "")
    assert "graded again; the others are as they were." in err
    assert err.strip().splitlines()[-1] == "mlprep-gui: interrupted"
    assert "Traceback" not in err
    with closing(sqlite3.connect(filled.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        graded = raw.execute("SELECT count(*) FROM assessment WHERE take_id LIKE 'many%'").fetchone()[0]
    assert 3 <= graded < 300
