"""Captions on the round page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.domain.transcript import Caption
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.widgets.caption_view import CaptionView
from tests.ui import samples
from tests.ui.seen import button, shown_text

WORDS = samples.TRANSCRIPT.words


@pytest.fixture
def page(qtbot: QtBot) -> RoundPage:
    made = RoundPage()
    qtbot.addWidget(made)
    made.resize(1280, 770)
    made.show()
    made.set_state(samples.ANSWERING)
    return made


def view_of(page: RoundPage) -> CaptionView:
    found = page.findChild(CaptionView)
    assert found is not None
    return found


def test_the_newest_words_are_in_sight(qtbot: QtBot, page: RoundPage) -> None:
    view = view_of(page)
    for count in (3, 20, len(WORDS)):
        page.set_state(replace(samples.ANSWERING, caption=Caption(WORDS[: count - 2], WORDS[count - 2 : count])))
        assert view.shown.endswith(WORDS[count - 1].text)
    assert view.shown.startswith("…")
    roomy = len(view.shown)
    page.resize(1280, 470)
    qtbot.waitUntil(lambda: len(view.shown) < roomy)
    assert view.shown.endswith(WORDS[-1].text)


def test_one_line_is_as_full_as_the_words_allow(qtbot: QtBot) -> None:
    view = CaptionView()
    qtbot.addWidget(view)
    view.set_lines(1)
    view.resize(500, view.minimumSizeHint().height())
    for count in range(30, 40):
        view.set_caption(Caption(WORDS[:count], ()))
        assert view.shown.endswith(WORDS[count - 1].text)
        assert len(view.shown.split()) > 4
    view.set_caption(Caption())
    assert view.shown == ""


def test_a_low_window_gives_the_room_of_the_ring_to_the_words(qtbot: QtBot, page: RoundPage) -> None:
    assert "Listening: 0:31 of about 1:30" not in shown_text(page)
    page.resize(1024, 470)
    page.set_state(samples.ANSWERING)
    assert "Listening: 0:31 of about 1:30" in shown_text(page)
    page.set_state(samples.UNCAPTIONED)
    assert "Listening: 0:31 of about 1:30" not in shown_text(page)


def test_words_are_described_only_once_they_stay(page: RoundPage) -> None:
    view = view_of(page)
    page.set_state(replace(samples.ANSWERING, caption=Caption(WORDS[:5], WORDS[5:9])))
    described = " ".join(word.text for word in WORDS[:5])
    assert (view.accessibleName(), view.accessibleDescription()) == ("What is heard", described)
    page.set_state(replace(samples.ANSWERING, caption=Caption(WORDS[:5], WORDS[5:12])))
    assert view.accessibleDescription() == described
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_captions_are_hidden_and_shown_by_button_and_key(qtbot: QtBot, page: RoundPage) -> None:
    with qtbot.waitSignal(page.captions_toggled):
        button(page, "Hide captions").click()
    page.set_state(samples.UNCAPTIONED)
    assert not view_of(page).isVisible()
    page.setFocus()
    with qtbot.waitSignal(page.captions_toggled):
        QTest.keyClick(page, Qt.Key.Key_C)
    with qtbot.waitSignal(page.captions_toggled):
        button(page, "Show captions").click()
    page.set_state(samples.ANSWERING)
    assert view_of(page).isVisible()


def test_the_key_does_nothing_where_there_are_no_captions(page: RoundPage) -> None:
    toggled: list[bool] = []
    page.captions_toggled.connect(lambda: toggled.append(True))
    page.set_state(samples.round_view(Phase.THINKING))
    QTest.keyClick(page, Qt.Key.Key_C)
    assert toggled == []
