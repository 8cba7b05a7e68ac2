"""A note saves itself, is never written to another answer, and is never lost; the bookmark beside it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import AnswerView
from mlprep_gui.domain.session import SessionId
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.widgets.note_box import NoteBox
from tests.ui import samples
from tests.ui.seen import button


@pytest.fixture
def box(qtbot: QtBot) -> NoteBox:
    made = NoteBox()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    made.show_other("Draw it", bookmarked=False)
    return made


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[SessionPage]:
    page = SessionPage()
    qtbot.addWidget(page)
    page.resize(1072, 1400)
    page.show()
    page.set_state(samples.SESSION_VIEW)
    yield page


def editor(parent: NoteBox | SessionPage) -> QPlainTextEdit:
    return next(
        each for each in parent.findChildren(QPlainTextEdit) if each.accessibleName() == "Your note on this answer"
    )


def test_a_note_is_saved_after_a_pause(qtbot: QtBot, box: NoteBox) -> None:
    box._pause.setInterval(10)
    with qtbot.waitSignal(box.note_written) as caught:
        QTest.keyClicks(editor(box), "x")
    assert caught.args == ["xDraw it"]


def test_a_note_is_saved_when_the_keyboard_leaves_it_and_when_it_is_put_away(qtbot: QtBot, box: NoteBox) -> None:
    qtbot.waitUntil(box.isActiveWindow)
    editor(box).setFocus()
    editor(box).setPlainText("first")
    with qtbot.waitSignal(box.note_written) as caught:
        QTest.keyClick(editor(box), Qt.Key.Key_Tab)
    assert caught.args == ["first"]
    editor(box).setPlainText("")
    with qtbot.waitSignal(box.note_written) as caught:
        box.hide()
    assert caught.args == [""]


def test_what_is_being_written_outlives_a_new_state(qtbot: QtBot, box: NoteBox) -> None:
    editor(box).setPlainText("Draw it, then")
    box.set_state("Draw it", bookmarked=True)
    assert editor(box).toPlainText() == "Draw it, then"
    with qtbot.waitSignal(box.note_written) as caught:
        box.save()
    assert caught.args == ["Draw it, then"]
    box.set_state("From elsewhere", bookmarked=True)
    assert editor(box).toPlainText() == "From elsewhere"
    with qtbot.assertNotEmitted(box.note_written):
        box.save()


def test_the_bookmark_says_what_a_click_does(qtbot: QtBot, box: NoteBox) -> None:
    with qtbot.waitSignal(box.bookmark_toggled) as caught:
        button(box, "Bookmark this answer").click()
    assert caught.args == [True]
    box.set_state("Draw it", bookmarked=True)
    with qtbot.waitSignal(box.bookmark_toggled) as caught:
        button(box, "Remove the bookmark").click()
    assert caught.args == [False]


def with_note(view: AnswerView, note: str) -> AnswerView:
    return replace(view, answer=replace(view.answer, note=note))


def test_a_note_stays_with_its_answer_when_another_one_or_another_session_is_shown(session: SessionPage) -> None:
    told: list[tuple[str, str]] = []
    session.note_written.connect(lambda take, text: told.append((take, text)))
    takes = [view.answer.take.id for view in samples.SESSION_VIEW.answers]
    editor(session).setPlainText("about the first")
    session.select_answer(1)
    assert told == [(takes[0], "about the first")]
    assert editor(session).toPlainText() == ""
    editor(session).setPlainText("about the second")
    other = samples.session_view((with_note(samples.CROSS_ANSWER, "kept"), *samples.REPORT_ANSWERS[1:]))
    record = replace(other.record, session=replace(other.record.session, id=SessionId("another")))
    session.set_state(replace(other, record=record))
    assert told[1:] == [(takes[1], "about the second")]
    assert editor(session).toPlainText() == "kept"


def test_a_key_puts_a_bookmark_on_the_answer(qtbot: QtBot, session: SessionPage) -> None:
    with qtbot.waitSignal(session.bookmark_toggled) as caught:
        QTest.keyClick(session, Qt.Key.Key_B)
    assert caught.args == [samples.SESSION_VIEW.answers[0].answer.take.id, True]
    QTest.keyClicks(editor(session), "b")
    assert editor(session).toPlainText() == "b"
