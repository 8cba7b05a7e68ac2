"""Dialogs show where the keyboard is, and Enter presses what it is on."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.ui.dialogs.moving_dialogs import BackupDialog
from mlprep_gui.ui.widgets.focus_ring import FocusRing


def test_enter_presses_the_button_with_the_keyboard_and_a_ring_is_around_it(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BackupDialog(tmp_path, date(2026, 11, 22))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    wishes: list[str] = []
    dialog.backup_requested.connect(lambda *_: wishes.append("back up"))
    qtbot.waitUntil(dialog.go_button.hasFocus)
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(dialog.go_button.geometry())
    QTest.keyClick(dialog.go_button, Qt.Key.Key_Return)
    assert wishes == ["back up"]
    dialog.close_button.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    assert wishes == ["back up"]
