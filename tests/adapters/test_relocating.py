"""A data folder that moves: whole in the new place before it is used, and gone from the old one only then."""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.domain.errors import InputError
from mlprep_gui.export import relocating
from mlprep_gui.export.relocating import Relocation, carry, clear_old, look_at, require_there, settle
from mlprep_gui.paths import Paths, locate
from mlprep_gui.store import Store
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

SOUND = bytes(range(256)) * 500


class CutOffError(Exception):
    """The program ended here."""


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A usual data folder with an answer, its recording, a pack and a file that is not the program's."""

    class Dirs:
        def __init__(self, *_: object, **__: object) -> None:
            home = tmp_path / "home"
            self.user_data_path, self.user_config_path = home / "data", home / "config"
            self.user_cache_path, self.user_log_path = home / "cache", home / "log"

    monkeypatch.setattr(platformdirs, "PlatformDirs", Dirs)
    monkeypatch.delenv("MLPREP_DATA_DIR", raising=False)
    found = locate()
    fill(found, "s1")
    found.user_packs.mkdir()
    (found.user_packs / "mine.yaml").write_text("pack: ü\n", encoding="utf-8")
    (found.data / "letter.txt").write_text("not of the program")
    return found


def fill(paths: Paths, name: str) -> None:
    made = session(name, "bias")
    with closing(Store.open(paths.database, paths.backups, lambda: NOON)) as store:
        store.add_session(made)
        store.save_take(take(made))
        store.add_transcript(take(made).id, transcript())
        store.add_assessment(take(made).id, assessment(50))
    paths.takes.mkdir(exist_ok=True)
    (paths.takes / take(made).audio).write_bytes(SOUND + name.encode())


def contents(folder: Path) -> dict[str, str]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def sessions(paths: Paths) -> list[str]:
    with closing(Store.open(paths.database, paths.backups, lambda: NOON)) as store:
        return [each.id for each in store.sessions()]


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def test_everything_of_the_program_moves_and_nothing_else(paths: Paths, drive: Path) -> None:
    before = contents(paths.data)
    del before["letter.txt"]
    move = look_at(paths, drive)
    assert (move.folder, move.files, move.fits) == (drive, len(before), True)
    assert move.size_bytes == sum((paths.data / name).stat().st_size for name in before)
    steps: list[tuple[int, int]] = []
    carry(paths, move, lambda done, total: steps.append((done, total)))
    assert steps[-1] == (2, 2)
    assert locate().data == paths.data  # until it is settled nothing has happened
    fill(paths, "s2")  # what is practised meanwhile
    moved = settle(paths, move)
    assert locate() == moved and moved.data == drive
    assert contents(drive) == {name: digest for name, digest in contents(paths.data).items() if name != "letter.txt"}
    assert sorted(sessions(moved)) == ["s1", "s2"]
    clear_old(moved)
    assert contents(paths.data).keys() == {"letter.txt"}
    assert locate().data == drive
    clear_old(moved)  # nothing is left to do


def test_a_folder_with_files_gets_a_new_one_inside(paths: Paths, drive: Path) -> None:
    (drive / "photo.jpg").touch()
    move = look_at(paths, drive)
    assert move.folder == drive / "MLPrep"
    carry(paths, move)
    shutil.rmtree(paths.user_packs)  # removed meanwhile: it does not come back
    settle(paths, move)
    assert (drive / "photo.jpg").exists() and not (drive / "MLPrep" / "questions" / "mine.yaml").exists()


@pytest.mark.parametrize("step", ["carry", "settle"])
def test_a_move_that_is_cut_off_leaves_the_old_folder_in_use_and_can_be_made_again(
    step: str, paths: Paths, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the computer loses its power: what would tidy up does not run."""
    before = contents(paths.data)
    move = look_at(paths, drive)
    whole = relocating._copy

    def cut_off(source: Path, target: Path) -> None:
        if source.name == "mlprep.db" or (step == "carry" and source.parent == paths.takes):
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(source.read_bytes()[:100])
            raise CutOffError
        whole(source, target)

    with monkeypatch.context() as broken:
        broken.setattr(relocating, "_copy", cut_off)
        if step == "carry":
            broken.setattr(relocating, "_remove_ours", lambda _: None)
            broken.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(CutOffError):
            carry(paths, move)
            settle(paths, move)
    assert locate().data == paths.data and contents(paths.data) == before
    clear_old(locate())
    assert contents(paths.data) == before and sessions(paths) == ["s1"]
    again = look_at(paths, drive)
    assert again.folder == drive
    carry(paths, again)
    assert sessions(settle(paths, again)) == ["s1"]


def test_a_cancelled_move_leaves_nothing_behind(paths: Paths, drive: Path) -> None:
    (drive / "photo.jpg").touch()

    def cancel(done: int, total: int) -> None:
        if done == total:
            raise CutOffError

    with pytest.raises(CutOffError):
        carry(paths, look_at(paths, drive), cancel)
    assert [each.name for each in drive.iterdir()] == ["photo.jpg"]


def test_a_copy_that_differs_is_not_put_in_use(paths: Paths, drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = look_at(paths, drive)
    carry(paths, move)

    def worn_out(source: Path, target: Path) -> None:
        target.write_bytes(target.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(shutil, "copystat", worn_out)
    with pytest.raises(InputError, match="is not what was copied"):
        settle(paths, move)
    assert locate().data == paths.data and sessions(paths) == ["s1"]


def test_an_old_folder_that_was_used_again_is_kept(paths: Paths, drive: Path) -> None:
    moved = settle(paths, look_at(paths, drive))
    fill(paths, "s2")
    clear_old(moved)
    assert sorted(sessions(paths)) == ["s1", "s2"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (lambda paths: paths.data, "part of the present data folder"),
        (lambda paths: paths.takes, "part of the present data folder"),
        (lambda paths: paths.data / "nowhere", "There is no folder"),
    ],
)
def test_places_that_cannot_be(paths: Paths, place: Callable[[Paths], Path], message: str) -> None:
    with pytest.raises(InputError, match=message):
        look_at(paths, place(paths))


def test_a_full_folder_of_the_same_name_is_left_alone(paths: Paths, drive: Path) -> None:
    (drive / "MLPrep").mkdir()
    (drive / "MLPrep" / "mlprep.db").touch()
    with pytest.raises(InputError, match="There are files in"):
        look_at(paths, drive)


def test_too_little_room_is_seen_before(drive: Path) -> None:
    assert not Relocation(drive, 3, 1000, 999).fits


def test_a_folder_that_was_named_is_never_moved(paths: Paths, drive: Path) -> None:
    named = replace(locate(paths.data), data=paths.data)
    assert named.pointer is None
    with pytest.raises(InputError, match="named at the start"):
        settle(named, look_at(named, drive))


def test_a_drive_that_is_gone_is_said_and_no_empty_data_are_made(
    paths: Paths, drive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    require_there(paths)
    settle(paths, look_at(paths, drive))
    shutil.rmtree(drive)
    with pytest.raises(InputError, match="Connect the drive"):
        require_there(locate())
    assert main(["regrade"]) == 2
    assert "were moved to" in capsys.readouterr().err
    assert not drive.exists()
    assert main(["--data-dir", str(paths.data), "questions"]) == 0  # a folder that is named still wins
