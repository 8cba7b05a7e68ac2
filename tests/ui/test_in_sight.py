"""What the learner looks at is in sight: in a low window with large text, and where the keyboard goes."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import RoundView
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.widgets.caption_view import CaptionView
from mlprep_gui.ui.widgets.gauges import TimeRing
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow
from mlprep_gui.ui.widgets.point_check import PointCheck
from mlprep_gui.ui.widgets.text import Label
from tests.ui import samples
from tests.ui.conftest import ApplyTheme

# A window of 1024x700 with a title bar and the menus of text of 150 %.
LOW = (1022, 634)


@pytest.fixture
def show(qtbot: QtBot, themed: ApplyTheme) -> Callable[[RoundView], RoundPage]:
    def shown(view: RoundView) -> RoundPage:
        themed("light", 1.5)
        page = RoundPage()
        qtbot.addWidget(page)
        page.resize(*LOW)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        page.set_state(view)
        return page

    return shown


def in_sight(page: RoundPage, widget: QWidget | None) -> bool:
    assert widget is not None
    viewport = page.scroll_area.viewport()
    return viewport.rect().contains(QRect(widget.mapTo(viewport, widget.rect().topLeft()), widget.size()))


def test_the_ring_of_the_time_to_think_is_whole(show: Callable[[RoundView], RoundPage], qtbot: QtBot) -> None:
    page = show(samples.THINKING)
    ring = next(each for each in page.findChildren(TimeRing) if each.isVisible())
    qtbot.waitUntil(lambda: in_sight(page, ring))


def test_what_is_heard_can_be_read(show: Callable[[RoundView], RoundPage], qtbot: QtBot) -> None:
    page = show(samples.ANSWERING)
    qtbot.waitUntil(lambda: in_sight(page, page.findChild(CaptionView)))


def test_the_point_to_be_ticked_first_is_in_sight(show: Callable[[RoundView], RoundPage], qtbot: QtBot) -> None:
    page = show(samples.JUDGING)
    first = page.findChild(PointCheck)
    assert first is not None
    qtbot.waitUntil(first.hasFocus)
    qtbot.waitUntil(lambda: in_sight(page, first))


def test_arrows_bring_the_points_of_the_feedback_in_sight(show: Callable[[RoundView], RoundPage], qtbot: QtBot) -> None:
    page = show(samples.FEEDBACK)
    rows = page.findChildren(KeyPointRow)
    qtbot.waitUntil(rows[0].hasFocus)
    for before, row in pairwise(rows):
        QTest.keyClick(before, Qt.Key.Key_Down)
        assert row.hasFocus()
        qtbot.waitUntil(partial(in_sight, page, row))


def test_nothing_tells_to_wait_once_the_microphone_listens(show: Callable[[RoundView], RoundPage]) -> None:
    page = show(samples.round_view(Phase.STARTING))
    page.set_state(samples.round_view(Phase.ANSWERING, listening=True, spent_s=0.0))
    texts = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert not any("Wait for the word" in text for text in texts)
    assert any("Speak when you are ready." in text for text in texts)
