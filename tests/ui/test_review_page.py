"""Review: sessions and answers in one list, searched, narrowed, played and opened by mouse and by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import ArchiveChoice
from mlprep_gui.domain.archive import COUNTED_ANSWERS, AnswerLine, Found, Place
from mlprep_gui.domain.session import SessionSummary, TakeId
from mlprep_gui.ui.pages.archive_rows import LineView, line_of
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.widgets.choices import Chip, ComboBox
from tests.ui import samples
from tests.ui.conftest import ApplyTheme
from tests.ui.seen import button, shown_text, tab_places, visible_buttons

BAGGING, CONFUSION = samples.ARCHIVE_LINES[1], samples.ARCHIVE_LINES[2]


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlprep_gui.ui.pages.words.local_today", lambda: date(2026, 11, 23))


@pytest.fixture
def review(qtbot: QtBot) -> ReviewPage:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    return page


def lines(review: ReviewPage) -> list[LineView]:
    model = review.list.model()
    return [line_of(model.index(row, 0)) for row in range(model.rowCount())]


def index_of(review: ReviewPage, take: str) -> QModelIndex:
    return review.list.lines.index(review.list.lines.row_of(take), 0)


def box(review: ReviewPage, name: str) -> ComboBox:
    return next(each for each in review.findChildren(ComboBox) if each.accessibleName() == name)


def test_follow_ups_say_so_and_stand_indented_under_their_question(review: ReviewPage) -> None:
    probe = samples.line("s1-9", samples.PROBE, score=95.0, is_follow_up=True)
    review.set_state(replace(samples.REVIEW, lines=(*samples.ARCHIVE_LINES[:2], probe)))
    _, whole, below = lines(review)
    assert (whole.is_below, below.is_below) == (False, True)
    assert below.title.text == f"Follow-up: {samples.PROBE.prompt}"
    assert below.name.startswith(below.title.text)
    word = Found(Place.QUESTION, probe.prompt, ((0, 5),))
    found = replace(samples.REVIEW, choice=ArchiveChoice(text="which"), lines=(replace(probe, found=word),))
    review.set_state(found)
    (alone,) = lines(review)
    ((start, end),) = alone.title.marks
    assert (alone.is_below, alone.title.text[start:end]) == (False, "Which")


def test_sessions_and_answers_stand_under_their_day(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    headings = [line.heading for line in lines(review) if line.heading]
    assert headings == [
        "Yesterday",
        "Friday, 20 November",
        "Tuesday, 17 November",
        "Wednesday, 4 November",
    ]
    assert [line.is_session for line in lines(review)][:6] == [True, False, False, False, True, False]
    assert "5 sessions with 17 answers are kept on this computer." in shown_text(review)


def test_a_line_says_everything_to_those_who_do_not_see_it(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    model = review.list.model()
    names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert names[0].startswith("Practice, 22 November 2026, ")
    assert names[0].endswith("4 of 5 answered  ·  16 minutes, 58 of 100 on average")
    assert (
        "54 of 100, likely 46 to 61, 2 covered, 1 contradicted, 1 partly, 1 missed, 1 unsure, 0:52, bookmarked"
        in (names[1])
    )
    assert "Not graded: Too little was said to grade." in names[3]
    assert "ended early  ·  recovered after a crash, Not graded" in names[6]
    review.set_state(samples.REVIEW_SEARCH)
    found = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert found.endswith("found at 0:36: So bagging mostly lowers the bias and boosting the variance.")


def test_the_keyboard_goes_through_the_list(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    review.take_focus()
    with qtbot.waitSignal(review.session_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_Return)
    assert caught.args == ["s1"]
    with qtbot.waitSignal(review.delete_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_Delete)
    assert caught.args == ["s1"]
    QTest.keyClick(review.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(review.answer_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_Return)
    assert caught.args == ["s1", "s1-0", 0.0]
    with qtbot.waitSignal(review.play_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_Space)
    assert caught.args == ["s1-0"]
    with qtbot.waitSignal(review.bookmark_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_B)
    assert caught.args == ["s1-0", False]
    with qtbot.assertNotEmitted(review.delete_requested):
        QTest.keyClick(review.list, Qt.Key.Key_Delete)


def test_a_typed_answer_has_nothing_to_play(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    review.list.setCurrentIndex(index_of(review, "s4-0"))
    with qtbot.assertNotEmitted(review.play_requested):
        QTest.keyClick(review.list, Qt.Key.Key_Space)
    assert line_of(index_of(review, "s4-0")).length == "Typed"


def test_an_answer_opens_at_the_words_that_were_found(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(samples.REVIEW_SEARCH)
    with qtbot.waitSignal(review.answer_requested) as caught:
        QTest.keyClick(review.list, Qt.Key.Key_Return)
    assert caught.args == ["s1", "s1-0", 36.4]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_clicks_meet_what_is_painted_there(qtbot: QtBot, review: ReviewPage, themed: ApplyTheme, scale: float) -> None:
    themed("light", scale)
    review.set_state(samples.REVIEW)
    told: list[tuple[object, ...]] = []
    review.answer_requested.connect(lambda *what: told.append(("answer", what[1])))
    review.play_requested.connect(lambda take: told.append(("play", take)))
    review.bookmark_requested.connect(lambda *what: told.append(("bookmark", *what)))
    review.delete_requested.connect(lambda session: told.append(("delete", session)))
    review.session_requested.connect(lambda session: told.append(("session", session)))

    def click(take: str, x: Callable[[int], int], up_px: int) -> None:
        place = review.list.visualRect(index_of(review, take))
        spot = QPoint(place.left() + x(place.width()), place.bottom() - round(up_px * scale))
        QTest.mouseClick(review.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    click("s1-0", lambda _: round(20 * scale), 20)
    click("s1-0", lambda width: width - round(18 * scale), 30)
    click("s1-0", lambda _: round(200 * scale), 20)
    click("s1-0", lambda _: round(20 * scale), 45)
    click("s1", lambda width: width - round(18 * scale), 20)
    click("s1", lambda _: round(40 * scale), 20)
    assert told == [
        ("play", "s1-0"),
        ("bookmark", "s1-0", False),
        ("answer", "s1-0"),
        ("answer", "s1-0"),
        ("delete", "s1"),
        ("session", "s1"),
    ]


def test_the_menu_key_offers_all_of_it(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    menu = review.list.menu_of(line_of(index_of(review, "s1-0")))
    words = [action.text() for action in menu.actions()]
    assert words == ["Open", "Play", "Remove the bookmark", "All answers to this question"]
    with qtbot.waitSignal(review.choice_changed) as caught:
        menu.actions()[-1].trigger()
    assert caught.args == [ArchiveChoice(question=(samples.BAGGING.id, samples.BAGGING.prompt))]


def test_typing_and_choosing_narrow_the_list(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    told: list[ArchiveChoice] = []
    review.choice_changed.connect(told.append)
    review.focus_search()
    QTest.keyClicks(review.filters.search, "va")
    box(review, "Verdict").setCurrentIndex(3)
    box(review, "When").setCurrentIndex(2)
    next(each for each in review.findChildren(Chip) if each.text() == "Bookmarked").click()
    assert told[1] == ArchiveChoice(text="va")
    assert told[-1] == ArchiveChoice(text="va", verdict="missed", period="week", bookmarked=True)
    review.set_state(replace(samples.REVIEW_SEARCH, choice=told[-1], count=COUNTED_ANSWERS + 1))
    assert "More than 1000 answers hold “va”." in shown_text(review)
    with qtbot.waitSignal(review.choice_changed) as caught:
        button(review, "Clear all").click()
    assert caught.args == [ArchiveChoice()]


def test_months_are_offered_back_to_the_first_answer(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    period = box(review, "When")
    assert [period.itemData(row) for row in range(period.count())][5:] == ["2026-11", "2026-10"]


def test_from_the_search_field_the_list_is_one_key_away(qtbot: QtBot, review: ReviewPage) -> None:
    qtbot.waitUntil(review.isActiveWindow)
    review.set_state(samples.REVIEW_SEARCH)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        review.focus_search()
        qtbot.waitUntil(review.filters.search.hasFocus)
        QTest.keyClick(review.filters.search, key)
        qtbot.waitUntil(review.list.hasFocus)


def test_a_search_that_finds_nothing_says_what_to_do(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW_NOTHING)
    text = shown_text(review)
    assert "No answers hold “xylophone”." in text
    assert "try fewer letters" in text
    review.set_state(replace(samples.REVIEW_NOTHING, choice=ArchiveChoice(text="x", score="low")))
    assert "No answer fits all of this." in shown_text(review)


def test_an_empty_review_says_what_will_stand_here(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW_EMPTY)
    assert "After a round every answer stands here" in shown_text(review)
    assert not review.filters.isVisible()


def test_the_list_grows_without_jumping(qtbot: QtBot, review: ReviewPage) -> None:
    many = many_lines(150)
    review.set_state(replace(samples.REVIEW, lines=many[:100], has_more=True))
    bar = review.list.verticalScrollBar()
    with qtbot.waitSignal(review.more_requested):
        bar.setValue(bar.maximum())
    before = bar.value()
    review.list.setCurrentIndex(review.list.lines.index(99, 0))
    review.set_state(replace(samples.REVIEW, lines=many, has_more=False))
    qtbot.waitUntil(lambda: bar.maximum() > before)
    assert bar.value() == before
    assert review.list.currentIndex().row() == 99


def test_the_current_line_stays_when_the_list_is_read_anew(qtbot: QtBot, review: ReviewPage) -> None:
    qtbot.waitUntil(review.isActiveWindow)
    review.set_state(samples.REVIEW)
    review.list.setCurrentIndex(index_of(review, "s2-0"))
    review.list.setFocus()
    review.set_state(replace(samples.REVIEW, lines=samples.REVIEW.lines[4:], undo="One session was deleted."))
    assert line_of(review.list.currentIndex()).take == "s2-0"
    assert review.list.hasFocus()


def test_what_changes_in_a_line_is_shown(review: ReviewPage) -> None:
    review.set_state(samples.REVIEW)
    assert isinstance(CONFUSION, AnswerLine)
    marked = replace(CONFUSION, bookmarked=True)
    review.set_state(replace(samples.REVIEW, lines=(*samples.REVIEW.lines[:2], marked, *samples.REVIEW.lines[3:])))
    assert line_of(index_of(review, "s1-1")).bookmarked
    review.set_state(replace(samples.REVIEW, playing="s1-0"))
    assert line_of(index_of(review, "s1-0")).playing
    assert not line_of(index_of(review, "s1-1")).bookmarked


def test_a_deleted_session_can_come_back(qtbot: QtBot, review: ReviewPage) -> None:
    review.set_state(replace(samples.REVIEW, undo="One session was deleted."))
    with qtbot.waitSignal(review.undo_requested):
        button(review, "Undo").click()


def test_tab_goes_through_the_page_as_it_is_read(review: ReviewPage) -> None:
    review.set_state(replace(samples.REVIEW_SEARCH, undo="One session was deleted."))
    assert tab_places(review) == sorted(tab_places(review))
    assert all(each.accessibleName() or each.text() for each in visible_buttons(review))


def many_lines(count: int) -> tuple[SessionSummary | AnswerLine, ...]:
    assert isinstance(BAGGING, AnswerLine)
    return tuple(replace(BAGGING, take=TakeId(f"t{number}")) for number in range(count))
