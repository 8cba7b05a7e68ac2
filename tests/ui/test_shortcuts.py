"""Keys that can be changed: which ones are accepted, what the dialog does, and that they hold at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import SetupChoice
from mlprep_gui.interview import Phase
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings, read
from mlprep_gui.ui.dialogs.keys_dialog import KeyButton, KeysDialog
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.shortcuts import SHORTCUTS, Keymap, Place, cap_of, keymap, read_keymap, title_of, use_keymap
from tests.fakes.grader import FakeGrader
from tests.ui import samples
from tests.ui.seen import button, shown_text
from tests.ui.test_shell import Rig


@pytest.fixture(autouse=True)
def usual_keys(qapp: QApplication) -> Iterator[None]:
    yield
    use_keymap(Keymap())


@pytest.fixture
def dialog(qtbot: QtBot) -> KeysDialog:
    dialog = KeysDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def key_button(dialog: KeysDialog, name: str) -> KeyButton:
    title = title_of(name)
    return next(each for each in dialog.findChildren(KeyButton) if each.accessibleName().startswith(title))


def test_no_usual_key_is_taken_twice_and_each_is_allowed() -> None:
    usual = Keymap()
    for shortcut in SHORTCUTS:
        for keys in shortcut.keys:
            assert usual.problem(shortcut.name, keys) == ""


@pytest.mark.parametrize(
    ("name", "keys", "says"),
    [
        ("find", "J", "needed for typing"),
        ("find", "Shift+J", "needed for typing"),
        ("pause", "Space", "cannot be changed"),
        ("pause", "1", "cannot be changed"),
        ("undo", "Ctrl+C", "cannot be changed"),
        ("find", "Alt+F", "open a menu"),
        ("pause", "R", "taken by “Hear the question”"),
        ("pause", "Ctrl+N", "taken by “Set up a round”"),
        ("find", "Ctrl+N", "taken by “Set up a round”"),
        ("find", "", "cannot be used"),
        ("find", "Ctrl+J", ""),
        ("find", "F7", ""),
        ("pause", "J", ""),
        ("pause", "B", ""),
        ("bookmark", "P", ""),
        ("find", "Ctrl+F", ""),
    ],
)
def test_a_key_that_would_clash_is_refused_in_words(name: str, keys: str, says: str) -> None:
    problem = Keymap().problem(name, keys)
    assert says in problem
    assert bool(says) is bool(problem)


def test_keys_can_be_swapped_and_what_cannot_be_used_is_told() -> None:
    swapped, notices = read_keymap({"pause": "R", "hear": "P"})
    assert (swapped.keys("pause"), swapped.keys("hear"), notices) == (("R",), ("P",), ())
    kept, notices = read_keymap({"pause": "R", "find": "Ctrl+J", "gone": "X"})
    assert kept.changed == {"find": "Ctrl+J"}
    (only,) = notices
    assert "“Pause” has its usual key again" in only
    assert Keymap().with_keys("find", "Ctrl+J").with_keys("find", "Ctrl+F") == Keymap()


def test_a_key_is_shown_as_on_the_keyboard() -> None:
    assert [cap_of(keys) for keys in ("P", "Ctrl+N", "Ctrl++", "Ctrl+Shift+J")] == [
        "P",
        "Ctrl N",
        "Ctrl +",
        "Ctrl Shift J",
    ]


def test_the_list_changes_a_key_and_refuses_one_that_is_taken(dialog: KeysDialog, qtbot: QtBot) -> None:
    pause = key_button(dialog, "pause")
    pause.click()
    assert pause.text() == "Press the new key"
    with qtbot.assertNotEmitted(dialog.changed):
        QTest.keyClick(pause, Qt.Key.Key_R)
    assert "R is taken by “Hear the question”" in shown_text(dialog)
    assert pause.text() == "P"
    pause.click()
    with qtbot.waitSignal(dialog.changed) as caught:
        QTest.keyClick(pause, Qt.Key.Key_J)
    assert caught.args == [{"pause": "J"}]
    assert pause.text() == "J"
    assert "is taken" not in shown_text(dialog)
    with qtbot.waitSignal(dialog.changed) as caught:
        button(dialog, "The usual keys").click()
    assert (caught.args, pause.text()) == ([{}], "P")


def test_esc_and_leaving_keep_the_key_and_esc_closes_only_then(dialog: KeysDialog, qtbot: QtBot) -> None:
    pause = key_button(dialog, "pause")
    pause.click()
    QTest.keyClick(pause, Qt.Key.Key_Escape)
    assert (pause.text(), dialog.isVisible()) == ("P", True)
    pause.click()
    QTest.keyClick(pause, Qt.Key.Key_Control)
    assert pause.text() == "Press the new key"
    QTest.keyClick(pause, Qt.Key.Key_Tab)  # a key with a meaning that cannot be changed
    assert "cannot be changed" in shown_text(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_button_of_the_list_has_a_name_of_its_own(dialog: KeysDialog) -> None:
    names = [each.accessibleName() for each in dialog.findChildren(KeyButton)]
    assert len(set(names)) == len(names) == len(SHORTCUTS)


def test_menus_and_pages_follow(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.use_keymap(Keymap({"find": "Ctrl+J", "pause": "J"}))
    assert [each.toString() for each in window.actions_by_name["find"].shortcuts()] == ["Ctrl+J"]
    page = RoundPage()
    qtbot.addWidget(page)
    page.resize(1280, 770)
    page.show()
    page.set_state(samples.ASKING)
    assert "J: Pause" in shown_text(page)
    with qtbot.assertNotEmitted(page.pause_toggled):
        QTest.keyClick(page, Qt.Key.Key_P)
    with qtbot.waitSignal(page.pause_toggled):
        QTest.keyClick(page, Qt.Key.Key_J)


def test_a_changed_key_is_kept_and_rests_while_typing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    paths = locate(tmp_path / "data")
    settings = Settings(theme="light", judge_first=False, shortcuts={"export": "Ctrl+N"})
    rig = Rig(qtbot, qapp, paths, tmp_path, FakeGrader(), settings)
    rig.program.open()
    qtbot.waitUntil(lambda: bool(rig.homes) and rig.homes[-1].total == 30)
    assert keymap().keys("export") == ("Ctrl+E",)  # what was kept is taken, which is said
    assert rig.window.status.isVisibleTo(rig.window)
    rig.window.shortcuts_changed.emit({"skip": "J"})
    qtbot.waitUntil(lambda: read(paths.settings_file)[0].shortcuts == {"skip": "J"})
    rig.window.show()
    rig.program.start_chosen(SetupChoice(count=1, think_s=0, typed=True, judge_first=False))
    qtbot.waitUntil(lambda: rig.phase is Phase.TYPING)
    page = rig.window.show_page("round")
    assert isinstance(page, RoundPage)
    field = page._typing.field
    QTest.keyClicks(field, "just")
    assert field.toPlainText() == "just"
    assert rig.phase is Phase.TYPING
    rig.program.close()


def test_places_have_words() -> None:
    assert all(title_of(shortcut.name) for shortcut in SHORTCUTS)
    assert {shortcut.place for shortcut in SHORTCUTS} == set(Place)
