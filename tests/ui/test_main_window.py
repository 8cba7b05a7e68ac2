from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.ports import InputDevice, VoiceInfo
from mlprep_gui.settings import Settings
from mlprep_gui.ui.dialogs.about_dialog import AboutDialog
from mlprep_gui.ui.dialogs.crash_dialog import CrashDialog, show_crash
from mlprep_gui.ui.dialogs.keys_dialog import KeysDialog
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.guide_page import GuidePage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.widgets.page import Page


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    for name in ("home", "questions", "review", "progress", "settings", "guide", "setup"):
        window.add_page(name, Page)
    window.add_page("round", Page, round_=True)
    window.show()
    return window


def test_pages_are_built_once_and_only_when_shown(qtbot: QtBot) -> None:
    built: list[str] = []
    window = MainWindow()
    qtbot.addWidget(window)

    def make() -> QWidget:
        built.append("home")
        return Page()

    window.add_page("home", make)
    assert built == []
    page = window.show_page("home")
    assert window.show_page("home") is page
    assert built == ["home"]
    with pytest.raises(KeyError):
        window.show_page("no such page")


def test_a_round_has_no_sidebar(window: MainWindow) -> None:
    window.show_page("home")
    assert window.sidebar.isVisible()
    window.show_page("round")
    assert not window.sidebar.isVisible()
    assert window.actions_by_name["end_round"].isEnabled()
    window.show_page("home")
    assert not window.actions_by_name["end_round"].isEnabled()


def test_the_sidebar_becomes_a_rail_in_narrow_windows_and_with_large_text(
    window: MainWindow, themed: Callable[..., None]
) -> None:
    window.show_page("home")
    window.resize(1280, 800)
    wide = window.sidebar.width()
    window.resize(1024, 700)
    assert window.sidebar.width() < wide / 2
    window.resize(1280, 800)
    assert window.sidebar.width() == wide
    themed("light", 1.5)
    assert window.sidebar.width() < wide


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "home"),
        (Qt.Key.Key_2, "questions"),
        (Qt.Key.Key_3, "review"),
        (Qt.Key.Key_4, "progress"),
        (Qt.Key.Key_5, "guide"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_pages_by_key(window: MainWindow, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    window.show_page("setup")
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == page


def test_wishes_by_key(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("home")
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(window.new_round_requested):
        QTest.keyClick(window, Qt.Key.Key_N, control)
    with qtbot.waitSignal(window.text_scale_requested) as larger:
        QTest.keyClick(window, Qt.Key.Key_Plus, control)
    assert larger.args == [0.1]
    with qtbot.waitSignal(window.text_scale_requested) as usual:
        QTest.keyClick(window, Qt.Key.Key_0, control)
    assert usual.args == [0.0]
    window.offer_undo("your verdict")
    with qtbot.waitSignal(window.undo_requested):
        QTest.keyClick(window, Qt.Key.Key_Z, control)
    with qtbot.waitSignal(window.find_requested):
        QTest.keyClick(window, Qt.Key.Key_F, control)
    with qtbot.waitSignal(window.back_requested):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_theme_menu_says_which(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.theme_requested) as wish:
        window.actions_by_name["theme_contrast_dark"].trigger()
    assert wish.args == ["contrast_dark"]


def test_closing_saves_the_geometry_unless_refused(window: MainWindow, qtbot: QtBot) -> None:
    window.close_requested.connect(QCloseEvent.ignore)
    kept: list[str] = []
    window.geometry_changed.connect(kept.append)
    assert not window.close()
    assert kept == []
    window.close_requested.disconnect()
    window.resize(800, 600)
    assert window.close()
    other = MainWindow(geometry=kept[0])
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == (window.width(), window.height())


def test_the_page_shown_gets_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = Page()
    line = QLineEdit()
    page.body.addWidget(line)
    page.first_focus = line
    window.add_page("form", lambda: page)
    window.show_page("form")
    assert window.focusWidget() is line


def test_keys_and_about_by_key(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    window.actions_by_name["about"].trigger()
    about = window.findChild(AboutDialog)
    assert about is not None
    about.close()


def test_a_crash_is_shown_once_and_collects_what_follows(window: MainWindow) -> None:
    first = show_crash(window, ValueError, ValueError("one"), None)
    second = show_crash(window, ValueError, ValueError("two"), None)
    assert first is second
    assert window.findChildren(CrashDialog) == [first]
    assert "two" in first.details
    first.close()


class TestSettingsPage:
    @pytest.fixture
    def page(self, qtbot: QtBot) -> SettingsPage:
        page = SettingsPage()
        qtbot.addWidget(page)
        page.set_voices([VoiceInfo("hibari:warm", "Hibari", "en")])
        page.set_devices([InputDevice("usb", "USB microphone", True)])
        page.show()
        return page

    def test_showing_settings_emits_nothing(self, page: SettingsPage) -> None:
        emitted: list[Settings] = []
        page.settings_changed.connect(emitted.append)
        page.set_state(Settings(theme="dark", text_scale=1.5, muted=True, answer_s=120, microphone="usb"))
        assert emitted == []

    def test_each_control_changes_its_own_setting(self, page: SettingsPage, qtbot: QtBot) -> None:
        emitted: list[Settings] = []
        page.settings_changed.connect(emitted.append)
        controls = page.controls
        controls.theme.setCurrentIndex(controls.theme.findData("dark"))
        controls.text.stepBy(1)
        controls.voice.setCurrentIndex(controls.voice.findData("hibari:warm"))
        controls.rate.choose("1.2")
        controls.voice_on.click()
        controls.microphone.setCurrentIndex(controls.microphone.findData("usb"))
        controls.think.stepBy(-1)
        controls.answer.choose("fixed")
        controls.cut.click()
        controls.typed.click()
        controls.reduced.click()
        controls.cues.click()
        assert emitted[-1] == Settings(
            theme="dark",
            text_scale=1.1,
            voice="hibari:warm",
            voice_rate=1.2,
            muted=True,
            cues=False,
            microphone="usb",
            think_s=20,
            answer_s=90,
            cut_at_limit=True,
            typed=True,
            reduced_motion=True,
        )
        assert len(emitted) == 12

    def test_a_microphone_that_is_not_there_stays_chosen(self, page: SettingsPage) -> None:
        page.set_state(Settings(microphone="gone"))
        assert page.controls.microphone.value == "gone"
        assert "not plugged in" in page.controls.microphone.currentText()

    def test_a_microphone_test_that_was_left_can_be_started_again(self, page: SettingsPage, qtbot: QtBot) -> None:
        test = page.microphone_test
        page.show()
        test.start_button.click()
        page.hide()
        page.show()
        assert test.words.startswith("Say a sentence.")
        with qtbot.waitSignal(test.test_requested):
            test.start_button.click()

    def test_the_microphone_test(self, page: SettingsPage, qtbot: QtBot) -> None:
        page.set_state(Settings(microphone="usb"))
        test = page.microphone_test
        with qtbot.waitSignal(test.test_requested) as wish:
            test.start_button.click()
        assert wish.args == ["usb"]
        with qtbot.assertNotEmitted(test.test_requested):
            test.start_button.click()
        test.show_started()
        test.set_level(-60.0, -60.0)
        assert "quiet" in test.words
        test.show_recorded()
        test.show_heard("overfitting is", "Your words arrive. You are ready for a round.")
        assert "ready" in test.words
        with qtbot.waitSignal(test.test_requested):
            test.start_button.click()
        test.show_failed("The microphone was unplugged. Choose another one.")
        assert test.words.startswith("The microphone was unplugged.")


def test_the_guide_shows_every_topic(qtbot: QtBot, resources: Path) -> None:
    page = GuidePage(resources)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    assert page.titles[0] == "Practise the right things"
    for number, title in enumerate(page.titles):
        page.show_topic(number)
        assert page.text.startswith(title)
    assert "Bayes" in page.text


def test_an_error_while_painting_leaves_no_painter_at_work(window: MainWindow) -> None:
    paper, painters = QPixmap(10, 10), list[QPainter]()

    def paint() -> None:
        painter = QPainter(paper)
        painters.append(painter)
        raise ValueError

    with pytest.raises(ValueError) as raised:
        paint()
    assert painters[0].isActive()
    show_crash(window, ValueError, raised.value, raised.tb).close()
    assert not painters[0].isActive()
