"""The words of an answer: doubt and readings told, corrected by keyboard, nothing of a correction lost by leaving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import AnswerView
from mlprep_gui.assessment.heard_as import HeardAs
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.transcript import Transcript, Word
from mlprep_gui.ui.pages.feedback_view import FeedbackView
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.transcript_part import TranscriptPart
from mlprep_gui.ui.widgets.words_view import TranscriptView
from tests.ui import samples
from tests.ui.seen import button, shown_text, visible_buttons

TAKE = samples.ANSWER.answer.take.id


def with_transcript(transcript: Transcript, heard: Transcript | None = None) -> AnswerView:
    return replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, transcript=transcript, heard=heard))


MENDED = edited(samples.TRANSCRIPT, samples.SAID.replace("Boosting on", "AdaBoost on"))
EDITED_ANSWER = with_transcript(MENDED, samples.TRANSCRIPT)


@pytest.fixture
def part(qtbot: QtBot) -> TranscriptPart:
    widget = TranscriptPart()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    widget.set_state(samples.ANSWER)
    return widget


def words(part: TranscriptPart) -> TranscriptView:
    found = part.findChild(TranscriptView)
    assert isinstance(found, TranscriptView)
    return found


def field(part: TranscriptPart) -> QPlainTextEdit:
    found = part.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def write(part: TranscriptPart, text: str) -> None:
    """Open the editor by keyboard and write."""
    edit = button(part, "Edit words")
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Space)
    QTest.keyClick(field(part), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(part), text)


def test_a_correction_is_written_and_saved_by_keyboard(qtbot: QtBot, part: TranscriptPart) -> None:
    QTest.keyClick(button(part, "Edit words"), Qt.Key.Key_Space)
    assert field(part).isVisible()
    assert field(part).toPlainText() == samples.TRANSCRIPT.text
    assert field(part).accessibleName() == "The words of your answer"
    assert not words(part).isVisible()
    QTest.keyClick(field(part), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(part), "both are  ensembles ")
    with qtbot.waitSignal(part.words_edited) as caught:
        QTest.keyClick(field(part), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [TAKE, "both are ensembles"]
    assert words(part).isVisible()
    assert not part.is_editing


def test_escape_cancels_and_stays_on_the_page(qtbot: QtBot) -> None:
    page = SessionPage()
    qtbot.addWidget(page)
    page.show()
    page.set_state(samples.SESSION_VIEW)
    part = page.findChild(TranscriptPart)
    assert isinstance(part, TranscriptPart)
    with qtbot.assertNotEmitted(page.words_edited), qtbot.assertNotEmitted(page.back_requested):
        write(part, "something else")
        QTest.keyClick(field(part), Qt.Key.Key_Escape)
    assert not part.is_editing
    assert page.focusWidget() is button(part, "Edit words")
    QTest.keyClick(button(part, "Edit words"), Qt.Key.Key_Space)
    assert field(part).toPlainText() == samples.TRANSCRIPT.text


@pytest.mark.parametrize("text", [samples.SAID, "  \n "])
def test_unchanged_or_no_words_are_no_correction(qtbot: QtBot, part: TranscriptPart, text: str) -> None:
    with qtbot.assertNotEmitted(part.words_edited):
        write(part, " ")
        field(part).setPlainText(text)
        assert button(part, "Save").isEnabled() is bool(text.strip())
        QTest.keyClick(field(part), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_correction_says_so_and_can_be_undone(qtbot: QtBot, part: TranscriptPart) -> None:
    assert "Edited by you." not in shown_text(part)
    assert "Undo the edit" not in [each.text() for each in visible_buttons(part)]
    part.set_state(EDITED_ANSWER)
    assert "Edited by you." in shown_text(part)
    with qtbot.waitSignal(part.words_edited) as caught:
        button(part, "Undo the edit").click()
    assert caught.args == [TAKE, None]


def test_what_is_being_graded_is_not_corrected_meanwhile(part: TranscriptPart) -> None:
    part.set_state(replace(EDITED_ANSWER, pending=True))
    assert not button(part, "Edit words").isEnabled()
    assert not button(part, "Undo the edit").isEnabled()


def test_what_is_being_written_stays_while_the_answer_changes(part: TranscriptPart) -> None:
    write(part, "half a sentence")
    part.set_state(replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, own_verdicts={})))
    assert field(part).toPlainText() == "half a sentence"
    assert part.is_editing


def test_going_on_to_another_answer_keeps_what_was_written(qtbot: QtBot, part: TranscriptPart) -> None:
    write(part, "half a sentence")
    with qtbot.waitSignal(part.words_edited) as caught:
        part.set_state(samples.CONFUSION_ANSWER)
    assert caught.args == [TAKE, "half a sentence"]
    assert not part.is_editing


@pytest.mark.parametrize("words_on_button", ["Next question", "Say it again"])
def test_leaving_the_feedback_keeps_what_was_written(qtbot: QtBot, words_on_button: str) -> None:
    page = RoundPage()
    qtbot.addWidget(page)
    page.show()
    page.set_state(samples.FEEDBACK)
    part = page.findChild(TranscriptPart)
    assert isinstance(part, TranscriptPart)
    write(part, "half a sentence")
    order: list[object] = []
    page.words_edited.connect(lambda take, text: order.append(text))
    page.continue_requested.connect(lambda: order.append("left"))
    page.again_requested.connect(lambda: order.append("left"))
    button(page, words_on_button).click()
    assert order == ["half a sentence", "left"]


def test_enter_in_the_editor_is_a_new_line_not_the_next_question(qtbot: QtBot) -> None:
    page = RoundPage()
    qtbot.addWidget(page)
    page.show()
    page.set_state(samples.FEEDBACK)
    part = page.findChild(TranscriptPart)
    assert isinstance(part, TranscriptPart)
    with qtbot.assertNotEmitted(page.continue_requested), qtbot.assertNotEmitted(page.again_requested):
        write(part, "a")
        QTest.keyClick(field(part), Qt.Key.Key_Return)
    assert part.is_editing


def doubted(view: TranscriptView) -> int:
    return next(i for i, word in enumerate(samples.TRANSCRIPT.words) if word.confidence < 0.5)


def test_a_doubtful_word_says_so_to_everyone_and_plays(qtbot: QtBot, part: TranscriptPart) -> None:
    view = words(part)
    index = doubted(view)
    for _ in range(index):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription().endswith("Not sure about this word: click to hear it.")
    assert view.accessibleDescription().startswith(samples.TRANSCRIPT.words[index].text)
    shown: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mlprep_gui.ui.widgets.words_view.QToolTip.showText", lambda _, text, __: shown.append(text))
        QTest.mouseMove(view, view.word_rect(index).center().toPoint())
        qtbot.waitUntil(lambda: bool(shown))
    assert "Not sure about this word: click to hear it." in shown[-1]
    with qtbot.waitSignal(part.play_requested) as caught:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.word_rect(index).center().toPoint())
    word = samples.TRANSCRIPT.words[index]
    assert caught.args == [word.start_s, pytest.approx(word.end_s + 0.25)]


def test_without_a_recording_doubt_offers_no_click(part: TranscriptPart) -> None:
    part.set_state(replace(samples.ANSWER, audio=None))
    view = words(part)
    for _ in range(doubted(view)):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription().endswith("Not sure about this word.")


def test_what_a_word_is_heard_as_is_told_and_not_written(part: TranscriptPart) -> None:
    spoken = Transcript((Word("Adda", 0.0, 0.3, 0.9), Word("boost", 0.3, 0.6, 0.3), Word("wins", 0.6, 0.9, 0.9)))
    part.set_state(replace(with_transcript(spoken), heard_as=(HeardAs(0, 2, "AdaBoost"),)))
    view = words(part)
    assert "Heard as, for the key points: AdaBoost." in shown_text(part)
    assert view.accessibleDescription() == "Adda boost wins"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == ("boost, Heard as: AdaBoost, Not sure about this word: click to hear it.")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "wins"


def test_both_pages_pass_a_correction_on(qtbot: QtBot) -> None:
    feedback, session = FeedbackView(), SessionPage()
    for page in (feedback, session):
        qtbot.addWidget(page)
        page.show()
    feedback.set_state(samples.ANSWER)
    session.set_state(samples.SESSION_VIEW)
    for page in (feedback, session):
        part = page.findChild(TranscriptPart)
        assert isinstance(part, TranscriptPart)
        with qtbot.waitSignal(page.words_edited) as caught:
            write(part, "other words")
            button(part, "Save").click()
        assert caught.args == [TAKE, "other words"]
