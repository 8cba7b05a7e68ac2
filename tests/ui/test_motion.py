"""Motion: things are painted on their way and end where they should, and with less motion there is none."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QVariantAnimation
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.feedback_view import FeedbackView
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.choices import Switch
from mlprep_gui.ui.widgets.motion import APART_MS, CALM_MS, QUICK_MS, REVEAL_MS, RISE_PX
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.painting import mixed
from mlprep_gui.ui.widgets.point_check import PointCheck
from mlprep_gui.ui.widgets.verdicts import VerdictLabel, VerdictStrip
from tests.ui import samples
from tests.ui.conftest import ApplyTheme


def seen(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    widget.show()
    qtbot.waitExposed(widget)


def held(widget: QWidget) -> list[QVariantAnimation]:
    """The animations that run in a widget, held, so that a test says how late it is."""
    found = widget.findChildren(QVariantAnimation)
    running = [each for each in found if each.state() == QAbstractAnimation.State.Running]
    for each in running:
        each.pause()
    return running


def knob(switch: Switch) -> float:
    """Where the knob stands: the middle of what is painted in its colour, logical pixels."""
    image, colour = switch.grab().toImage(), look().colour("on_accent" if switch.isChecked() else "control_line")
    inside = [x for x in range(3, image.width() - 3) if image.pixelColor(x, image.height() // 2) == colour]
    return sum(inside) / len(inside)


@pytest.mark.parametrize("make", [lambda: Switch("Captions"), lambda: PointCheck("Bagging averages.")])
def test_with_less_motion_nothing_moves(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = make()
    seen(qtbot, widget)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert held(widget) == []


def test_the_knob_slides_and_may_turn_back(qtbot: QtBot, themed: ApplyTheme) -> None:
    themed(moves=True)
    switch = Switch("Captions")
    seen(qtbot, switch)
    off = knob(switch)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    (slide,) = held(switch)
    slide.setCurrentTime(QUICK_MS // 4)
    midway = knob(switch)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    held(switch)
    slide.setCurrentTime(0)
    assert knob(switch) == pytest.approx(midway, abs=2)  # from where it is, not from the other end
    slide.setCurrentTime(QUICK_MS)
    assert knob(switch) == pytest.approx(off, abs=0.1)
    assert off + 3 < midway


def test_what_changes_while_it_is_not_seen_does_not_move_when_it_is(qtbot: QtBot, themed: ApplyTheme) -> None:
    themed(moves=True)
    switch = Switch("Captions")
    switch.blockSignals(True)
    switch.setChecked(True)
    seen(qtbot, switch)
    assert held(switch) == []
    assert knob(switch) > switch.width() / 2


def test_shapes_of_verdicts_appear_one_after_the_other(qtbot: QtBot, themed: ApplyTheme) -> None:
    themed(moves=True)
    strip = VerdictStrip((Verdict.COVERED, Verdict.MISSED, Verdict.COVERED))
    seen(qtbot, strip)
    whole = strip.grab().toImage()
    strip.reveal()
    (appearing,) = held(strip)
    assert strip.grab().toImage() != whole
    appearing.setCurrentTime(REVEAL_MS + APART_MS)
    most = strip.grab().toImage()
    third = look().px(38)
    assert most != whole
    assert most.copy(0, 0, third, most.height()) == whole.copy(0, 0, third, whole.height())
    appearing.setCurrentTime(appearing.duration())
    assert strip.grab().toImage() == whole


def test_verdicts_appear_once_and_not_again_when_the_learner_judges(qtbot: QtBot, themed: ApplyTheme) -> None:
    themed(moves=True)
    feedback = FeedbackView()
    qtbot.addWidget(feedback)
    feedback.resize(1000, 700)
    feedback.show()
    feedback.set_state(samples.ANSWER)
    labels = feedback.points.findChildren(VerdictLabel)
    assert [len(held(label)) for label in labels] == [1] * len(samples.BAGGING.key_points)
    own = replace(samples.ANSWER.answer, own_verdicts={samples.BAGGING.key_points[4].id: Verdict.COVERED})
    feedback.set_state(replace(samples.ANSWER, answer=own))
    judged = [label for label in feedback.points.findChildren(VerdictLabel) if label not in labels]
    assert judged
    assert [held(label) for label in judged] == [[]] * len(judged)


def test_a_colour_is_mixed_on_its_way() -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    assert mixed(black, white, 0.0) == black
    assert mixed(black, white, 1.0) == white
    assert mixed(black, white, 0.5) == QColor(128, 128, 128)
    assert mixed(None, white, 0.0) is None
    assert mixed(None, white, 0.5) == QColor(255, 255, 255, 128)


def test_a_page_rises_and_none_of_a_round_does(qtbot: QtBot, themed: ApplyTheme) -> None:
    themed(moves=True)
    window = MainWindow()
    qtbot.addWidget(window)
    for name in ("home", "review"):
        window.add_page(name, Page)
    window.add_page("round", Page, round_=True)
    window.show()
    assert held(window.show_page("home")) == []
    page = window.show_page("review")
    (rising,) = held(page)
    rising.setCurrentTime(0)
    assert page.y() == RISE_PX
    rising.resume()
    rising.setCurrentTime(CALM_MS)
    assert page.y() == 0
    assert held(window.show_page("round")) == []
    assert held(window.show_page("home")) == []
