"""Opening: upgrades, backups, damage, newer versions, two windows, a refusing disk."""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import StoreError
from mlprep_gui.store import Store
from mlprep_gui.store.database import SchemaStep, back_up, open_database, schema_steps
from tests.adapters.stored_values import NOON, session, take

STEPS = (
    SchemaStep(1, "CREATE TABLE thing (name TEXT);"),
    SchemaStep(2, "ALTER TABLE thing ADD COLUMN size INTEGER; UPDATE thing SET size = 1;"),
)
BROKEN = SchemaStep(3, "DROP TABLE thing; CREATE TABLE thing (name TEXT, wrong;")


def _file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mlprep.db"


def _backups(tmp_path: Path) -> list[str]:
    return sorted(file.name for file in (tmp_path / "backups").glob("*"))


def _filled(tmp_path: Path, now_day: int = 0) -> None:
    store = Store.open(_file(tmp_path), tmp_path / "backups", now=lambda: NOON + timedelta(days=now_day))
    store.back_up_when_due(tmp_path / "backups")
    store.add_session(session(f"s{now_day}", "bias", day=now_day))
    store.close()


def test_schema_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in schema_steps()] == list(range(1, len(schema_steps()) + 1))


@pytest.mark.parametrize("version", range(len(schema_steps())))
def test_every_old_version_is_upgraded_to_the_newest(tmp_path: Path, version: int) -> None:
    if version:
        open_database(_file(tmp_path), tmp_path / "backups", NOON, schema_steps()[:version])[0].close()
    store = Store.open(_file(tmp_path), tmp_path / "backups")
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked))
    assert store.session(asked.id).answers[0].take == take(asked)
    store.close()


def test_an_upgrade_keeps_a_copy_of_the_old_version(tmp_path: Path) -> None:
    file, backups = _file(tmp_path), tmp_path / "backups"
    old, _ = open_database(file, backups, NOON, STEPS[:1])
    old.execute("INSERT INTO thing VALUES ('kept')")
    old.close()
    new, notices = open_database(file, backups, NOON, STEPS)
    assert [tuple(row) for row in new.execute("SELECT name, size FROM thing")] == [("kept", 1)]
    new.close()
    assert notices == ()
    assert _backups(tmp_path) == ["mlprep-20250301T120000Z-v1.db"]
    copy = sqlite3.connect(backups / _backups(tmp_path)[0])
    assert copy.execute("SELECT * FROM thing").fetchall() == [("kept",)]
    copy.close()


def test_a_failed_step_leaves_the_version_before(tmp_path: Path) -> None:
    file, backups = _file(tmp_path), tmp_path / "backups"
    with pytest.raises(sqlite3.Error):
        open_database(file, backups, NOON, (*STEPS, BROKEN))
    again, _ = open_database(file, backups, NOON, STEPS)
    assert again.execute("PRAGMA user_version").fetchone()[0] == 2
    assert again.execute("SELECT count(*) FROM thing").fetchone()[0] == 0
    again.close()


def test_a_copy_is_made_once_a_day_and_copies_are_thinned_out(tmp_path: Path) -> None:
    for day in range(14):
        _filled(tmp_path, day)
    names = _backups(tmp_path)
    kept = [2, 8, 9, 10, 11, 12, 13, 14]  # two Sundays end weeks, then the last seven days
    assert [int(name[13:15]) for name in names] == kept
    assert names[-1] == f"mlprep-20250314T120000Z-v{len(schema_steps())}.db"
    Store.open(_file(tmp_path), tmp_path / "backups", now=lambda: NOON + timedelta(days=13, hours=5)).close()
    assert _backups(tmp_path) == names


def test_seven_days_four_weeks_twelve_months_and_the_last_of_each_version_are_kept(tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    connection, _ = open_database(_file(tmp_path), backups, NOON, STEPS)
    for day in range(800):
        connection.execute("INSERT INTO thing (name) VALUES (?)", (f"day {day}",))
        back_up(connection, backups, NOON + timedelta(days=day))
        if day == 3:
            (backups / "mlprep-20250304T130000Z-v1.db").write_bytes(b"before the upgrade")
    connection.close()
    names = _backups(tmp_path)
    assert names[0] == "mlprep-20250304T130000Z-v1.db"
    days = [date.fromisoformat(name[7:15]) for name in names[1:]]
    last = (NOON + timedelta(days=799)).date()
    assert days[-7:] == [last - timedelta(days=ago) for ago in reversed(range(7))]
    assert len({(day.year, day.month) for day in days}) == 12
    assert len({day.isocalendar()[:2] for day in days if last - day < timedelta(days=28)}) >= 4
    assert len(days) <= 7 + 4 + 12


def test_without_a_change_the_newest_copy_only_gets_the_new_time(tmp_path: Path) -> None:
    file, backups = _file(tmp_path), tmp_path / "backups"
    for day in (0, 1, 2):
        connection, _ = open_database(file, backups, NOON + timedelta(days=day), STEPS)
        if day == 0:
            connection.execute("INSERT INTO thing (name) VALUES ('kept')")
        back_up(connection, backups, NOON + timedelta(days=day))
        connection.close()
    assert _backups(tmp_path) == ["mlprep-20250303T120000Z-v2.db"]


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    _filled(tmp_path)
    raw = sqlite3.connect(_file(tmp_path))
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(StoreError, match=r"version 99.*Install the newest MLPrep"):
        Store.open(_file(tmp_path), tmp_path / "backups")
    assert [file.name for file in _file(tmp_path).parent.iterdir()] == ["mlprep.db"]


def _damage_head(file: Path) -> None:
    file.write_bytes(b"this is no database" * 200)


def _damage_inside(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 : len(content)] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)


@pytest.mark.parametrize("damage", [_damage_head, _damage_inside])
def test_a_damaged_database_is_set_aside_and_the_newest_good_copy_used(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    for day in range(3):  # copies of day 1 (with s0) and of day 2 (with s0, s1)
        _filled(tmp_path, day)
    (tmp_path / "backups" / "mlprep-20250304T120000Z-v1.db").write_bytes(b"not a good copy")
    damage(_file(tmp_path))
    damaged = _file(tmp_path).read_bytes()

    store = Store.open(_file(tmp_path), tmp_path / "backups", now=lambda: NOON + timedelta(days=4))

    assert [summary.id for summary in store.sessions()] == ["s1", "s0"]
    (notice,) = store.notices
    assert "mlprep.db.damaged-20250305T120000Z" in notice
    assert "03 March 2025" in notice
    store.close()
    assert (_file(tmp_path).parent / "mlprep.db.damaged-20250305T120000Z").read_bytes() == damaged


def test_a_database_that_was_not_closed_properly_is_read_through_on_the_same_day_too(tmp_path: Path) -> None:
    for day in range(2):
        _filled(tmp_path, day)
    _damage_inside(_file(tmp_path))
    _file(tmp_path).with_name("mlprep.db-wal").touch()
    store = Store.open(_file(tmp_path), tmp_path / "backups", now=lambda: NOON + timedelta(days=1, hours=1))
    assert "was damaged" in store.notices[0]
    assert [summary.id for summary in store.sessions()] == ["s0"]
    store.close()


def test_without_a_good_copy_a_new_database_is_begun_and_it_says_so(tmp_path: Path) -> None:
    _filled(tmp_path)
    for copy in (tmp_path / "backups").iterdir():
        copy.unlink()
    _damage_head(_file(tmp_path))
    store = Store.open(_file(tmp_path), tmp_path / "backups")
    assert store.sessions() == ()
    assert "no good copy" in store.notices[0]
    store.close()


def test_a_second_window_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlprep_gui.store.database._BUSY_S", 0.01)
    first = Store.open(_file(tmp_path), tmp_path / "backups")
    with pytest.raises(StoreError, match="close the other window"):
        Store.open(_file(tmp_path), tmp_path / "backups")
    first.add_session(session("s1", "bias"))
    first.close()
    Store.open(_file(tmp_path), tmp_path / "backups").close()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="Check the data folder"):
        Store.open(_file(tmp_path), tmp_path / "backups")


def test_a_full_disk_is_explained_and_loses_nothing(tmp_path: Path) -> None:
    connection, _ = open_database(_file(tmp_path), tmp_path / "backups", NOON)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    store = Store(connection)
    with pytest.raises(StoreError, match="Free some space"):
        for number in range(100):
            store.add_session(session(f"s{number}", *(f"question {number} {at}" for at in range(20))))
    connection.execute("PRAGMA max_page_count = 100000")
    assert {summary.questions for summary in store.sessions()} <= {20}
    store.add_session(session("after", "bias", day=1))
    assert store.sessions()[0].id == "after"
    store.close()
