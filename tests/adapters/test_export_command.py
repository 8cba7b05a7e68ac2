"""`mlprep-gui export`: what is chosen, what is written, and what it says when nothing can be."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.exporting import Selection
from mlprep_gui.domain.plan import Act, PlanEvent
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import SessionId, TakeId, TakeState
from mlprep_gui.paths import Paths, locate
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = session("first", "pca", "gan"), session("second", "pca", day=3)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def filled(paths: Paths) -> Paths:
    """Two rounds with three answers, and a third one that was deleted."""
    with closing(open_store(paths)) as store:
        for made in (FIRST, SECOND, session("deleted", "pca", day=1)):
            store.add_session(made)
            for position in range(len(made.questions)):
                store.save_take(take(made, position))
                store.add_transcript(take(made, position).id, transcript())
                store.add_assessment(take(made, position).id, assessment(54, Verdict.COVERED, Verdict.MISSED))
        store.set_own_verdict(take(FIRST).id, KeyPointId("b"), Verdict.COVERED)
        store.set_own_verdict(take(FIRST).id, KeyPointId("b"), None)
        for text in ("Too fast.", "Slower next time."):
            store.archive.set_note(take(FIRST).id, text)
        store.planning.add_event(PlanEvent(Act.RATED, "good", FIRST.questions[0].id, take(FIRST).id))
        store.save_take(replace(take(SECOND, attempt=2), state=TakeState.RECORDING))
        store.delete_session(SessionId("deleted"))
    return paths


def open_store(paths: Paths) -> Store:
    return Store.open(paths.database, paths.backups, lambda: NOON)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], paths: Paths) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(paths.data), "export", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def exported(path: Path) -> list[tuple[str, list[str]]]:
    """Return the sessions of a JSON export and their answers."""
    table = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((locate().resources / "export.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(table)
    return [(each["id"], [answer["take"]["id"] for answer in each["answers"]]) for each in table["sessions"]]


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (["--session", "first"], [("first", ["first-0-1", "first-1-1"])]),
        (["--answer", "first-1-1"], [("first", ["first-1-1"])]),
        (["--all"], [("first", ["first-0-1", "first-1-1"]), ("second", ["second-0-1"])]),
        (["--since", "2025-03-02"], [("second", ["second-0-1"])]),
        (["--until", "2025-03-03"], [("first", ["first-0-1", "first-1-1"])]),
        (["--since", "2025-03-04", "--until", "2025-03-04"], [("second", ["second-0-1"])]),
    ],
)
@pytest.mark.usefixtures("filled")
def test_it_exports_what_is_chosen(
    what: list[str], found: list[tuple[str, list[str]]], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "out.json"
    code, out, _ = run(*what, "--out", path)
    answers = sum(len(each) for _, each in found)
    assert (code, out) == (0, f"{path}: answers: {answers}, rounds: {len(found)}\n")
    assert exported(path) == found


@pytest.mark.usefixtures("filled")
def test_everything_the_learner_said_about_an_answer_is_exported(run: Run, tmp_path: Path) -> None:
    run("--session", "first", "--out", tmp_path / "out.json")
    (answer, _) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["sessions"][0]["answers"]
    assert answer["own_verdicts"] == {}
    assert [each["verdict"] for each in answer["judgements"]] == ["covered", None]
    assert [each["text"] for each in answer["notes"]] == ["Too fast.", "Slower next time."]
    assert [each["rating"] for each in answer["ratings"]] == ["good"]


@pytest.mark.parametrize("name", ["out.md", "out.html", "out.pdf", "out.csv", "out.json", "out.apkg"])
@pytest.mark.usefixtures("filled", "qapp")
def test_the_name_of_the_file_says_which_format(name: str, run: Run, tmp_path: Path) -> None:
    assert run("--all", "--out", tmp_path / name)[0] == 0
    begins = {"md": b"# ", "html": b"<!DOC", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf", "json": b"{", "apkg": b"PK"}
    assert (tmp_path / name).read_bytes().startswith(begins[name.partition(".")[2]])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", name]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--session", "deleted", "--out", "out.md"], "no such answer to export. mlprep-gui export --list"),
        (["--session", "nobody", "--out", "out.md"], "no such answer"),
        (["--since", "2030-01-01", "--out", "out.md"], "no such answer"),
        (["--out", "out.md"], "not said what to export. Add one of --session"),
        (["--all", "--session", "first", "--out", "out.md"], "not clear what to export"),
        (["--all"], "not said where to write. Add --out"),
        (["--all", "--out", "out.docx"], "Add --format with one of md, html, pdf, csv, json, anki"),
        (["--all", "--out", "out.md", "--audio"], "cannot hold recordings"),
        (["--all", "--out", "missing/out.md"], "There is no folder"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_it_says_what_cannot_be_done(
    arguments: list[str], says: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "") and says in err
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_a_date_that_is_none_is_named(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--since", "yesterday", "--out", "out.md")
    assert ended.value.code == 2
    assert "'yesterday' is no date; write it as 2026-11-22" in capsys.readouterr().err


def test_without_a_database_nothing_is_made(run: Run, paths: Paths, tmp_path: Path) -> None:
    code, _, err = run("--all", "--out", tmp_path / "out.md")
    assert code == 2 and "There are no answers in" in err
    assert not paths.data.exists()


@pytest.mark.usefixtures("filled")
def test_a_file_is_replaced_only_with_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("mine")
    code, _, err = run("--all", "--out", path)
    assert code == 2 and "add --force to replace it" in err and path.read_text() == "mine"
    assert run("--all", "--out", path, "--force")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("# Mock interview")


def test_recordings_that_have_gone_are_counted(run: Run, filled: Paths, tmp_path: Path) -> None:
    filled.takes.mkdir()
    (filled.takes / "first-0-1.wav").write_bytes(b"RIFF")
    code, _, err = run("--session", "first", "--out", tmp_path / "out.html", "--audio")
    assert (code, err) == (0, "mlprep-gui: 1 recordings are no longer there and were left out.\n")


@pytest.mark.usefixtures("filled")
def test_the_ids_are_listed(run: Run) -> None:
    code, out, _ = run("--list")
    assert code == 0
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == ["first", "first-0-1", "first-1-1", "second", "second-0-1"]
    assert lines[1].endswith("What is pca?")


def test_a_pdf_needs_no_display(filled: Paths, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    command = [sys.executable, "-m", "mlprep_gui", "--data-dir", str(filled.data), "export", "--all"]
    done = subprocess.run(
        [*command, "--out", str(tmp_path / "out.pdf")], env=environment, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr.replace("\r", "\n").splitlines()[-1:]) == (0, ["3 of 3 answers"])
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_the_store_selects_by_the_beginning_of_a_session(filled: Paths) -> None:
    with closing(open_store(filled)) as store:
        began = SECOND.started_at
        for since, until, found in (
            (began, None, ["second"]),
            (began + timedelta(microseconds=1), None, []),
            (None, began, ["first"]),
            (None, began + timedelta(microseconds=1), ["first", "second"]),
        ):
            assert [each.id for each in store.select(Selection(since=since, until=until))] == found
        (one,) = store.exported(FIRST.id, TakeId("first-1-1")).answers
        assert one.answer == store.answer(TakeId("first-1-1"))
