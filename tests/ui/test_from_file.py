"""A recording made elsewhere is dropped on a question or chosen in a dialog."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.ui.pages.answer_stages import AnsweringStage
from mlprep_gui.ui.pages.question_detail import QuestionDetail
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.widgets.audio_drop import AudioDrop
from mlprep_gui.ui.widgets.rows import QuestionRow
from tests.ui import samples
from tests.ui.seen import button

LEFT, PLAIN, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "my answer.m4a"
    path.write_bytes(b"sound")
    return path


@pytest.fixture
def questions(qtbot: QtBot) -> QuestionsPage:
    page = QuestionsPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.set_state(samples.QUESTIONS_VIEW)
    return page


def mime(paths: Sequence[Path | str]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def send(target: QWidget, event: QEvent) -> bool:
    """Give an event to what lets files be dropped there.

    QApplication.sendEvent would pass drags on to the widget of the drag before, which may be gone.
    """
    on = target.findChild(AudioDrop, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(on, AudioDrop)
    assert target.acceptDrops()
    return on.eventFilter(target, event)


def held(target: QWidget, data: QMimeData) -> bool:
    """Hold something over a widget; whether it may be dropped there."""
    enter, move = (kind(QPoint(5, 5), COPY, data, LEFT, PLAIN) for kind in (QDragEnterEvent, QDragMoveEvent))
    return all([send(target, enter), send(target, move)])


def drop(target: QWidget, data: QMimeData) -> None:
    assert held(target, data)
    assert send(target, QDropEvent(QPointF(6, 6), COPY, data, LEFT, PLAIN))


def veils(target: QWidget) -> int:
    return sum(type(child).__name__ == "_Veil" and child.isVisible() for child in target.findChildren(QWidget))


def test_a_recording_dropped_on_a_question_answers_it(qtbot: QtBot, questions: QuestionsPage, recording: Path) -> None:
    detail = questions.findChild(QuestionDetail)
    assert isinstance(detail, QuestionDetail)
    with qtbot.waitSignal(questions.file_chosen) as caught:
        drop(detail, mime([recording]))
    assert caught.args == [samples.QUESTIONS[0].id, recording]


def test_a_recording_dropped_on_a_line_of_the_list_answers_that_question(
    qtbot: QtBot, questions: QuestionsPage, recording: Path
) -> None:
    row = next(each for each in questions.findChildren(QuestionRow) if "GANs" in each.accessibleName())
    with qtbot.waitSignal(questions.file_chosen) as caught:
        drop(row, mime([recording]))
    assert caught.args == ["gans", recording]


def test_a_recording_dropped_while_answering_is_the_answer(qtbot: QtBot, recording: Path) -> None:
    page = RoundPage()
    qtbot.addWidget(page)
    page.show()
    page.set_state(samples.ANSWERING)
    stage = page.findChild(AnsweringStage)
    assert isinstance(stage, AnsweringStage)
    with qtbot.waitSignal(page.file_dropped) as caught:
        drop(stage, mime([recording]))
    assert caught.args == [recording]


def test_what_is_held_is_shown_and_goes_away_again(questions: QuestionsPage, recording: Path) -> None:
    detail = questions.findChild(QuestionDetail)
    assert isinstance(detail, QuestionDetail)
    data = mime([recording])
    assert held(detail, data)
    assert veils(detail) == 1
    for end in (QDragLeaveEvent(), QDropEvent(QPointF(6, 6), COPY, data, LEFT, PLAIN)):
        send(detail, end)
        assert veils(detail) == 0
        assert held(detail, data)
        assert veils(detail) == 1


def test_only_one_file_of_this_computer_can_be_dropped(questions: QuestionsPage, recording: Path) -> None:
    detail = questions.findChild(QuestionDetail)
    assert isinstance(detail, QuestionDetail)
    text = QMimeData()
    text.setText("words")
    for data in (mime([recording, recording]), mime([recording.parent]), mime(["https://example.org/a.mp3"]), text):
        assert not held(detail, data)
    assert veils(detail) == 0


def test_a_recording_is_chosen_by_keyboard(qtbot: QtBot, questions: QuestionsPage, recording: Path) -> None:
    choose = button(questions, "Answer from a file…")
    choose.setFocus()
    QTest.keyClick(choose, Qt.Key.Key_Space)
    dialog = questions.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert "*.m4a" in dialog.nameFilters()[0]
    with qtbot.waitSignal(questions.file_chosen) as caught:
        dialog.fileSelected.emit(str(recording))
        dialog.close()
    assert caught.args == [samples.QUESTIONS[0].id, recording]
