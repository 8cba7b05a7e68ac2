"""Adjusting verdicts on the settings page: what is shown, by mouse, by keyboard and by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import CalibrationView
from mlprep_gui.ui.pages.settings_page import SettingsPage
from tests.ui import samples
from tests.ui.seen import button, settle, shown_text, tab_places, visible_buttons

ADJUST, UNDO = "Adjust to my own verdicts", "Undo the adjustment of the verdicts"
SHIPPED = CalibrationView("Verdicts are as shipped.", "There are 46 own verdicts on 9 answers to adjust to.")


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.verdicts.set_state(SHIPPED)
    return page


def test_nothing_can_be_adjusted_before_it_is_known_how_verdicts_stand(page: SettingsPage, qtbot: QtBot) -> None:
    page.verdicts.set_state(CalibrationView())
    with qtbot.assertNotEmitted(page.verdicts.adjust_requested):
        button(page, ADJUST).click()


def test_each_button_tells_its_wish(page: SettingsPage, qtbot: QtBot) -> None:
    assert UNDO not in {each.accessibleName() for each in visible_buttons(page)}
    assert SHIPPED.standing in shown_text(page) and SHIPPED.words in shown_text(page)
    with qtbot.waitSignal(page.verdicts.adjust_requested):
        button(page, ADJUST).click()
    page.verdicts.set_state(samples.ADJUSTED)
    with qtbot.waitSignal(page.verdicts.undo_requested):
        button(page, UNDO).click()


def test_the_keyboard_reaches_both_buttons_in_reading_order(page: SettingsPage, qtbot: QtBot) -> None:
    page.verdicts.set_state(samples.ADJUSTED)
    places = tab_places(page)
    assert places == sorted(places)
    adjust = button(page, ADJUST)
    adjust.setFocus()
    QTest.keyClick(adjust, Qt.Key.Key_Tab)
    undo = button(page, UNDO)
    assert page.focusWidget() is undo
    with qtbot.waitSignal(page.verdicts.undo_requested):
        QTest.keyClick(undo, Qt.Key.Key_Space)


def test_the_keyboard_stays_on_the_card_when_undo_goes(page: SettingsPage) -> None:
    page.verdicts.set_state(samples.ADJUSTED)
    button(page, UNDO).setFocus()
    page.verdicts.set_state(SHIPPED)
    assert page.focusWidget() is button(page, ADJUST)


def test_what_came_of_it_is_brought_in_sight_and_announced(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("mlprep_gui.ui.pages.verdict_settings.announce", lambda _, text: said.append(text))
    page.verdicts.set_state(CalibrationView(SHIPPED.standing, busy=True))
    assert "Adjusting…" in shown_text(page)
    assert said == []
    page.verdicts.set_state(samples.ADJUSTED)
    settle()
    assert said == [f"{samples.ADJUSTED.standing} {samples.ADJUSTED.words}"]
    qtbot.waitUntil(lambda: page.verdicts.visibleRegion().boundingRect().height() == page.verdicts.height())
