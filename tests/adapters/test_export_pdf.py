"""PDF pages, read back by another library than the one that wrote them: sizes, and text that is all there, once."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPdf import QPdfDocument

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.exporting import ExportedAnswer, ExportedSession, ExportFormat, ExportRequest, Paper, Selection
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.export import export
from mlprep_gui.paths import locate
from tests.adapters.stored_values import NOON, session, take

FONTS = locate().fonts
LONG = " ".join(f"word{number} first often 12:45 efficient" for number in range(40))


def long_session(name: str, questions: int) -> ExportedSession:
    """A session whose answers have headings at every height of a page."""
    made = session(name, *(f"thing{number}" for number in range(questions)))
    answers = []
    for position, asked in enumerate(made.questions):
        text = " ".join(LONG.split()[: 20 + 17 * position]) + f" end{name}x{position}."
        asked_at_length = replace(asked, example=f"Example {name}x{position}. {LONG}")
        answer = Answer(take(made, position, state=TakeState.TYPED), asked_at_length, typed_transcript(text))
        answers.append(ExportedAnswer(answer))
    return ExportedSession(made, tuple(answers))


def pages(path: Path, sessions: Iterable[ExportedSession], paper: Paper = Paper.A4) -> tuple[list[str], QSizeF]:
    """Write sessions, and return the text of each page and the size of the first."""
    request = ExportRequest(Selection(), ExportFormat.PDF, path, paper=paper)
    export(request, sessions, path.parent, FONTS, NOON)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    size = document.pagePointSize(0)
    document.close()
    return texts, size


def above_foot(text: str) -> str:
    """Return the text of a page without its foot."""
    body, mark, _ = text.rpartition("MLPrep · Mock interview")
    assert mark
    return body.strip()


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.usefixtures("qapp")
def test_every_word_is_there_once_and_in_order(tmp_path: Path) -> None:
    texts, _ = pages(tmp_path / "out.pdf", [long_session("s", 30)])
    assert len(texts) > 20
    assert [text.split()[-1] for text in texts] == [str(number) for number in range(1, len(texts) + 1)]
    found = [word for text in texts for word in words_of(above_foot(text))]
    expected: list[str] = []
    for each in long_session("s", 30).answers:
        answer = each.answer
        assert answer.transcript is not None
        expected += words_of(f"{answer.take.position + 1}. {answer.question.prompt}")
        expected += words_of(f"Basics hard typed {len(answer.transcript.words)} words Not graded What was said")
        expected += words_of(f"{answer.transcript.text} Key points {points(answer.question)}")
        expected += words_of(f"Example answer {answer.question.example}")
    assert found[-len(expected) :] == expected


def points(question: Question) -> str:
    return " ".join(point.statement for point in question.key_points)


@pytest.mark.usefixtures("qapp")
def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    texts, _ = pages(tmp_path / "out.pdf", [long_session("s", 12)])
    for text in texts:
        last = above_foot(text).splitlines()[-1].strip()
        assert last not in ("What was said", "Key points", "Example answer") and not re.match(r"\d+\. What is", last)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, QSizeF(595, 842)), (Paper.LETTER, QSizeF(612, 792))])
def test_pages_have_the_size_of_the_paper(paper: Paper, size: QSizeF, tmp_path: Path) -> None:
    _, found = pages(tmp_path / "out.pdf", [long_session("s", 1)], paper)
    assert abs(found.width() - size.width()) < 1 and abs(found.height() - size.height()) < 1


@pytest.mark.usefixtures("qapp")
def test_each_session_begins_a_page(tmp_path: Path) -> None:
    texts, _ = pages(tmp_path / "out.pdf", [long_session("a", 1), long_session("b", 1)])
    assert [text.startswith("Mock interview") for text in texts] == [True] * 2


@pytest.mark.usefixtures("qapp")
def test_nothing_is_left_when_there_is_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no answer"):
        pages(tmp_path / "out.pdf", ())
    assert list(tmp_path.iterdir()) == []
