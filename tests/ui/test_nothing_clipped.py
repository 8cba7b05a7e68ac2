"""Nothing is cut off in a window of 1024x700 with text of 150 %, in English and in German."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import NoticeView
from mlprep_gui.interview import Phase
from mlprep_gui.ui.language import LANGUAGES
from mlprep_gui.ui.widgets.text import Label
from tests.ui import samples
from tests.ui.clipping import clipped, painted_words
from tests.ui.conftest import ApplyTheme
from tests.ui.test_pages_golden import PICTURES, ROUND, SMALL_PAGE, SMALL_ROUND, Picture, running

WINDOW = (1024, 700)
WITHOUT_SIDEBAR_PX = {ROUND[0], SMALL_ROUND[0]}
# One picture of each state: light and dark have the same sizes.
STATES = {picture.name.removesuffix("-dark").removesuffix("-light"): picture for picture in PICTURES}

LONG_NOTICE = "The models of the recogniser are missing. You can record now and grade later, after another set-up."
NOTICED = samples.round_view(Phase.ANSWERING, listening=True, notice=NoticeView(LONG_NOTICE, "warning"))
STATES["long-notice"] = Picture("long-notice", running(NOTICED), ROUND)


def shown(qtbot: QtBot, picture: Picture) -> QWidget:
    page = picture.make()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(page)
    if isinstance(page, QDialog):
        if not page.testAttribute(Qt.WidgetAttribute.WA_Resized):
            page.adjustSize()
        page.resize(page.size().boundedTo(QSize(*WINDOW)).expandedTo(page.minimumSizeHint()))
        assert page.width() <= WINDOW[0]
        assert page.height() <= WINDOW[1]
    else:
        size = QSize(*(SMALL_ROUND if picture.size[0] in WITHOUT_SIDEBAR_PX else SMALL_PAGE))
        page.resize(size)
    page.show()
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.sendPostedEvents()
    # A window of its own grows to what its layout needs; in the program a page cannot.
    assert page.minimumSizeHint().width() <= WINDOW[0]
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", sorted(STATES))
def test_nothing_is_cut_off(
    state: str,
    language: str,
    qtbot: QtBot,
    themed: ApplyTheme,
    speak: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speak(language)
    themed("light", 1.5)
    page = shown(qtbot, STATES[state])
    with painted_words(monkeypatch) as beyond:
        page.grab()
    found = clipped(page) + beyond
    assert not found, "\n".join(found)


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = Label("A line of text that is longer than its place", parent=page)
    label.setGeometry(0, 0, 40, 40)
    beside = Label("beside", parent=page)
    beside.setGeometry(100, 80, 60, 40)
    page.resize(120, 100)
    page.show()
    found = clipped(page)
    assert any("px wide, needs" in each for each in found)
    assert any("beyond its QWidget" in each for each in found)
