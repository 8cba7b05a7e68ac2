"""`mlprep-gui backup` and `restore`: everything comes back as it was, or nothing is changed."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mlprep_gui import settings as settings_file
from mlprep_gui.__main__ import main
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import TakeState
from mlprep_gui.paths import Paths, locate
from mlprep_gui.settings import Settings
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

Run = Callable[..., tuple[int, str, str]]
MADE = session("s1", "pca", "gan")
SOUND = bytes(range(256)) * 9000


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(data: Path, *arguments: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(data), *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def old(tmp_path: Path) -> Paths:
    """A data folder with answers, recordings, settings and a pack."""
    paths = locate(tmp_path / "old")
    with closing(Store.open(paths.database, paths.backups, lambda: NOON)) as store:
        store.add_session(MADE)
        for position in (0, 1):
            made = take(MADE, position)
            store.save_take(made)
            store.add_transcript(made.id, transcript())
            store.add_assessment(made.id, assessment(54, Verdict.COVERED, Verdict.MISSED))
        store.set_own_verdict(take(MADE).id, KeyPointId("b"), Verdict.PARTLY)
    paths.takes.mkdir()
    (paths.takes / take(MADE).audio).write_bytes(SOUND)
    (paths.takes / take(MADE, 1).audio).write_bytes(SOUND[::-1])
    paths.user_packs.mkdir()
    (paths.user_packs / "mine.yaml").write_text("pack: ü\n", encoding="utf-8")
    paths.calibration.write_text("{}")
    settings_file.write(paths.settings_file, Settings(text_scale=1.3))
    return paths


def dump(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_everything_comes_back_as_it_was(old: Paths, run: Run, tmp_path: Path) -> None:
    backup, new = tmp_path / "all.zip", locate(tmp_path / "new")
    code, out, _ = run(old.data, "backup", "--out", backup)
    assert code == 0 and "answers     2" in out and "recordings  2" in out and "own packs   1" in out
    assert run(new.data, "restore", backup)[0] == 0
    assert dump(new.database) == dump(old.database)
    assert files(new.takes) == files(old.takes)
    assert files(new.user_packs) == files(old.user_packs)
    assert settings_file.read(new.settings_file) == (Settings(text_scale=1.3), ())
    assert sorted(each.name for each in new.data.iterdir()) == [
        "calibration.json",
        "mlprep.db",
        "questions",
        "settings.toml",
        "takes",
    ]
    with (
        closing(Store.open(old.database, old.backups)) as before,
        closing(Store.open(new.database, new.backups)) as after,
    ):
        assert after.notices == ()
        assert after.session(MADE.id) == before.session(MADE.id)
        assert after.last_answers() == before.last_answers()


def test_a_question_that_was_passed_over_counts_as_no_answer(old: Paths, run: Run, tmp_path: Path) -> None:
    with closing(Store.open(old.database, old.backups, lambda: NOON)) as store:
        store.save_take(replace(take(MADE, attempt=2), state=TakeState.SKIPPED, audio=""))
    assert "answers     2" in run(old.data, "backup", "--out", tmp_path / "all.zip")[1]


def test_recordings_can_be_left_out(old: Paths, run: Run, tmp_path: Path) -> None:
    backup, new = tmp_path / "small.zip", locate(tmp_path / "new")
    assert "left out" in run(old.data, "backup", "--out", backup, "--no-audio")[1]
    run(new.data, "restore", backup)
    assert not new.takes.exists() and dump(new.database) == dump(old.database)


def test_a_preview_changes_nothing(old: Paths, run: Run, tmp_path: Path) -> None:
    run(old.data, "backup", "--out", tmp_path / "all.zip")
    code, out, _ = run(tmp_path / "new", "restore", tmp_path / "all.zip", "--preview")
    assert code == 0 and "rounds      1" in out and "answers     2" in out
    assert not (tmp_path / "new").exists()


def test_answers_that_are_there_are_never_replaced(old: Paths, run: Run, tmp_path: Path) -> None:
    run(old.data, "backup", "--out", tmp_path / "all.zip")
    before = dump(old.database)
    code, _, err = run(old.data, "restore", tmp_path / "all.zip")
    assert code == 2 and "There are answers in" in err and "--data-dir" in err
    assert dump(old.database) == before


def test_a_folder_in_which_nothing_was_practised_yet_will_do(old: Paths, run: Run, tmp_path: Path) -> None:
    run(old.data, "backup", "--out", tmp_path / "all.zip")
    new = locate(tmp_path / "new")
    Store.open(new.database, new.backups).close()
    settings_file.write(new.settings_file, Settings(text_scale=0.9))
    assert run(new.data, "restore", tmp_path / "all.zip")[0] == 0
    assert dump(new.database) == dump(old.database)
    assert settings_file.read(new.data / "settings.toml.before-restore")[0].text_scale == 0.9


def test_recordings_of_nobody_are_not_mixed_in(old: Paths, run: Run, tmp_path: Path) -> None:
    run(old.data, "backup", "--out", tmp_path / "all.zip")
    new = locate(tmp_path / "new")
    new.takes.mkdir(parents=True)
    (new.takes / "other.wav").write_bytes(b"RIFF")
    code, _, err = run(new.data, "restore", tmp_path / "all.zip")
    assert code == 2 and "There are files in" in err
    assert files(new.takes) == {"other.wav": b"RIFF"} and not new.database.exists()


def changed(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write a copy of a backup with some of its members changed."""
    with zipfile.ZipFile(source) as file:
        members = {name: file.read(name) for name in file.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return target


def with_manifest(change: Callable[[dict[str, dict[str, object]]], None]) -> Callable[[dict[str, bytes]], None]:
    def apply(members: dict[str, bytes]) -> None:
        manifest = json.loads(members["manifest.json"])
        change(manifest)
        members["manifest.json"] = json.dumps(manifest).encode()

    return apply


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda members: members.update({"takes/s1-0-1.wav": b"other"}), "takes/s1-0-1.wav is damaged in it"),
        (lambda members: members.pop("takes/s1-1-1.wav"), "takes/s1-1-1.wav is missing in it"),
        (lambda members: members.pop("manifest.json"), "it is no backup of MLPrep"),
        (lambda members: members.update({"manifest.json": b"[]"}), "it is no backup of MLPrep"),
        (with_manifest(lambda m: m["sha256"].update({"takes/../../evil": ""})), "it is no backup of MLPrep"),
        (with_manifest(lambda m: m["sha256"].update({"/evil": ""})), "it is no backup of MLPrep"),
        (with_manifest(lambda m: m["facts"].update(schema=999)), "it was made by a newer version"),
    ],
)
def test_a_backup_that_cannot_be_trusted_changes_nothing(
    change: Callable[[dict[str, bytes]], None], says: str, old: Paths, run: Run, tmp_path: Path
) -> None:
    run(old.data, "backup", "--out", tmp_path / "all.zip")
    bad = changed(tmp_path / "all.zip", tmp_path / "bad.zip", change)
    new = tmp_path / "new"
    code, _, err = run(new, "restore", bad)
    assert code == 2 and says in err and "Nothing was changed" in err
    assert list(new.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 cut off"])
def test_a_file_that_is_no_backup_is_named(content: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(content)
    code, _, err = run(tmp_path / "new", "restore", tmp_path / "all.zip")
    assert code == 2 and "damaged or no backup" in err
    assert run(tmp_path / "new", "restore", tmp_path / "none.zip")[0] == 2


def test_a_backup_is_replaced_only_with_force(old: Paths, run: Run, tmp_path: Path) -> None:
    backup = tmp_path / "all.zip"
    backup.write_text("mine")
    code, _, err = run(old.data, "backup", "--out", backup)
    assert code == 2 and "--force" in err and backup.read_text() == "mine"
    assert run(old.data, "backup", "--out", backup, "--force")[0] == 0
    assert zipfile.is_zipfile(backup)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["all.zip", "old"]


def test_without_a_database_there_is_nothing_to_back_up(run: Run, tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "new", "backup", "--out", tmp_path / "all.zip")
    assert code == 2 and "nothing to back up" in err and list(tmp_path.iterdir()) == []
