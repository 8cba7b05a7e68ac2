"""Settings survive a round trip, and bad files lose nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import StoreError
from mlprep_gui.settings import VERSION, Settings, read, write


def test_settings_come_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    chosen = replace(Settings(), theme="dark", language="de", text_scale=1.5, muted=True, microphone="usb", think_s=0)
    write(path, chosen)
    assert read(path) == (chosen, ())
    assert f"version = {VERSION}" in path.read_text()


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read(tmp_path / "settings.toml") == (Settings(), ())


def test_a_value_out_of_range_keeps_its_default_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\ntext_scale = 9\nmuted = 1\nthink_s = 45\nstray = true\n')
    settings, notices = read(path)
    assert settings == replace(Settings(), think_s=45)
    assert len(notices) == 3
    assert any("theme" in notice for notice in notices)


def test_a_file_that_is_not_toml_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("theme = = dark")
    settings, notices = read(path)
    assert settings == Settings()
    assert "settings.toml.broken" in notices[0]
    assert (tmp_path / "settings.toml.broken").read_text() == "theme = = dark"


def test_settings_that_cannot_be_read_or_saved_say_so(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    settings, notices = read(tmp_path / "settings.toml")
    assert settings == Settings()
    assert "could not be read" in notices[0]
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="could not be saved"):
        write(tmp_path / "file" / "settings.toml", settings)


def test_an_unknown_version_does_not_end_the_program(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for version in (0, -1, VERSION + 1):
        path.write_text(f"version = {version}\nthink_s = 45\n")
        assert read(path) == (replace(Settings(), think_s=45), ())


def test_who_has_settings_of_an_older_version_is_not_shown_the_first_steps(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("version = 1\nthink_s = 45\n")
    assert read(path) == (replace(Settings(), think_s=45, first_start_done=True), ())
    path.write_text("version = 2\nthink_s = 45\n")
    assert read(path) == (replace(Settings(), think_s=45), ())


def test_changed_keys_are_kept_and_what_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write(path, Settings(shortcuts={"pause": "J"}))
    assert read(path) == (Settings(shortcuts={"pause": "J"}), ())
    path.write_text("version = 2\n[shortcuts]\npause = 3\n")
    settings, notices = read(path)
    assert settings.shortcuts == {}
    assert "shortcuts" in notices[0]
