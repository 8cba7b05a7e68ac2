"""File > Export: what is asked for, what is shown of it, and the keyboard."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import ExportView
from mlprep_gui.domain.exporting import ExportFormat, ExportRequest, ExportResult, Paper, Selection
from mlprep_gui.domain.session import SessionId, TakeId
from mlprep_gui.ui.dialogs.export_dialog import ExportDialog
from tests.ui import samples
from tests.ui.seen import button, shown_text, tab_places

TODAY = date(2026, 11, 22)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    return opened(ExportDialog(samples.SESSION_VIEW, tmp_path, TODAY), qtbot)


def opened(dialog: ExportDialog, qtbot: QtBot) -> ExportDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def asked(dialog: ExportDialog, qtbot: QtBot, words: str = "Export") -> ExportRequest:
    with qtbot.waitSignal(dialog.export_requested) as heard:
        button(dialog, words).click()
    request: ExportRequest = heard.args[0]
    return request


def choose(dialog: ExportDialog, what: str = "", kind: ExportFormat | None = None) -> None:
    if what:
        dialog.what.setCurrentIndex(dialog.what.findData(what))
    if kind is not None:
        dialog.format.setCurrentIndex(dialog.format.findData(kind))


def test_the_session_that_is_shown_is_chosen_first(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    request = asked(dialog, qtbot)
    assert request == ExportRequest(
        Selection(session=SessionId("s1")), ExportFormat.PDF, tmp_path / "mlprep-s1.pdf", paper=Paper.A4
    )


def test_without_a_session_a_period_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportDialog(None, tmp_path, TODAY), qtbot)
    assert dialog.what.findData("session") == -1
    assert asked(dialog, qtbot).selection == Selection.of_days(date(2026, 11, 16), TODAY)
    choose(dialog, "all")
    assert asked(dialog, qtbot).selection == Selection()
    assert asked(dialog, qtbot).path == tmp_path / "mlprep-2026-11-22.pdf"


def test_days_are_asked_for_only_where_they_count(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert not dialog.first.isVisible()
    choose(dialog, "period")
    assert dialog.first.isVisible() and dialog.last.isVisible()
    dialog.first.setDate(QDate(2026, 11, 1))
    dialog.last.setDate(QDate(2026, 11, 2))
    selection = asked(dialog, qtbot).selection
    assert selection == Selection.of_days(date(2026, 11, 1), date(2026, 11, 2))
    assert selection.since == datetime(2026, 11, 1).astimezone().astimezone(UTC)


def test_one_answer_of_the_session_can_be_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "answer s1-02-1")
    assert asked(dialog, qtbot).selection == Selection(take=TakeId("s1-02-1"))


@pytest.mark.parametrize("kind", ExportFormat)
def test_each_format_asks_for_what_it_needs(kind: ExportFormat, dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, kind=kind)
    assert dialog.audio.isVisible() == kind.holds_audio
    assert dialog.paper.isVisible() == (kind is ExportFormat.PDF)
    dialog.audio.setChecked(True)
    dialog.paper.choose(Paper.LETTER)
    request = asked(dialog, qtbot)
    assert (request.format, request.path.suffix) == (kind, kind.suffix)
    assert (request.audio, request.paper) == (kind.holds_audio, Paper.LETTER)


def test_progress_is_shown_and_esc_cancels_before_it_closes(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.set_state(ExportView(running=True, done=3, total=12))
    assert "3 of 12 answers" in shown_text(dialog)
    assert not dialog.what.isEnabled() and not button(dialog, "Export").isEnabled()
    with qtbot.waitSignal(dialog.cancel_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.set_state(ExportView(running=True, done=3, total=12, stopping=True))
    assert "Stopping…" in shown_text(dialog)
    dialog.set_state(ExportView(stopped=True))
    assert "Nothing was written." in shown_text(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_file_in_the_way_is_replaced_only_on_wish(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    assert not asked(dialog, qtbot).replace
    dialog.set_state(ExportView(in_the_way=tmp_path / "mlprep-s1.pdf"))
    assert "There is a file mlprep-s1.pdf already." in shown_text(dialog)
    assert asked(dialog, qtbot, "Replace it").replace


def test_what_was_written_and_what_failed_is_told(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.set_state(ExportView(result=ExportResult(tmp_path / "out.html", 1, 5, 2)))
    text = shown_text(dialog)
    assert "out.html is written." in text and "It holds five answers." in text
    assert button(dialog, "Show the folder")
    dialog.set_state(ExportView(error="The disk is full. Make room."))
    assert "The disk is full. Make room." in shown_text(dialog)


def test_without_a_place_nothing_is_asked_for(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.place.clear()
    with qtbot.assertNotEmitted(dialog.export_requested):
        button(dialog, "Export").click()
    assert dialog.focusWidget() is dialog.place


def test_a_place_from_the_file_dialog_was_confirmed_there(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog._on_place_chosen(str(tmp_path / "other.pdf"))
    assert asked(dialog, qtbot).replace
    dialog.place.setText(str(tmp_path / "third.pdf"))
    request = asked(dialog, qtbot)
    assert (request.path, request.replace) == (tmp_path / "third.pdf", False)


def test_the_name_follows_the_format_and_keeps_its_dots(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.place.setText(str(tmp_path / "week 1.2"))
    choose(dialog, kind=ExportFormat.ANKI)
    assert dialog.place.text() == str(tmp_path / "week 1.2.apkg")
    choose(dialog, kind=ExportFormat.CSV)
    assert dialog.place.text() == str(tmp_path / "week 1.2.csv")


def test_the_keyboard_reaches_everything_in_reading_order(dialog: ExportDialog) -> None:
    places = tab_places(dialog)
    assert places == sorted(places) and len(places) >= 6
    for each in (dialog.what, dialog.format, dialog.place, dialog.audio, dialog.paper, dialog.first, dialog.last):
        assert each.accessibleName()
