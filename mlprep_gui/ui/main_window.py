"""The main window: menus, sidebar, pages, and one place for notices. It shows what it is given and emits wishes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from mlprep_gui.ui.menus import Menus
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.shortcuts import Keymap, use_keymap
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import FocusRing
from mlprep_gui.ui.widgets.motion import rise
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.sidebar import Sidebar

_RAIL_BELOW_PX: Final = 1120
_FRAME_PX: Final = 32
_SECTIONS: Final = {
    **dict.fromkeys(("setup", "first_start", "sample"), "home"),
    **dict.fromkeys(("session", "report", "compare"), "review"),
}


class MainWindow(QMainWindow):
    """The window. Pages are added with a factory and built when they are first shown.

    Signals:
        page_shown(str): name of the page that is in front now.
        close_requested(QCloseEvent): before closing; ignore the event to stay open.
        geometry_changed(str): on closing, what `geometry` takes the next time.
        back_requested(): Esc, when no part of the page took it.
        text_scale_requested(float): by how much the text should grow; 0 for back to 100 %.
        theme_requested(str): name of a theme, or "system".
        shortcuts_changed(dict): the keys that differ from the usual ones now, by the name of what they do.
        All others: a menu entry of the same name.
    """

    page_shown = Signal(str)
    close_requested = Signal(QCloseEvent)
    geometry_changed = Signal(str)
    back_requested = Signal()
    new_round_requested = Signal()
    end_round_requested = Signal()
    find_requested = Signal()
    undo_requested = Signal()
    regrade_requested = Signal()
    export_requested = Signal()
    back_up_requested = Signal()
    restore_requested = Signal()
    open_pack_folder_requested = Signal()
    text_scale_requested = Signal(float)
    theme_requested = Signal(str)
    shortcuts_changed = Signal(object)

    def __init__(self, *, geometry: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("MLPrep")
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._round_pages: set[str] = set()
        self._current = ""
        self.sidebar = Sidebar()
        self._add_sidebar_items()
        self.status = Notice(closable=True)
        self._stack = QStackedWidget()
        self._build()
        self._menus = Menus(self)
        self.actions_by_name: dict[str, QAction] = self._menus.actions_by_name
        self._ring = FocusRing(self)
        self.sidebar.page_chosen.connect(self.show_page)
        self.setMinimumSize(800, 560)
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))):
            self._fit_screen()

    def use_keymap(self, keys: Keymap) -> None:
        """Use these keys."""
        use_keymap(keys)
        self._menus.show_keys()

    def offer_undo(self, step: str) -> None:
        """Name the step that Undo would take back; empty when there is none."""
        self._menus.offer_undo(step)

    @property
    def current_page(self) -> str:
        """Name of the page in front; empty before the first."""
        return self._current

    def add_page(self, name: str, factory: Callable[[], QWidget], round_: bool = False) -> None:
        """Add a page that is built when first shown; a page of a round hides the sidebar."""
        self._factories[name] = factory
        if round_:
            self._round_pages.add(name)

    def page(self, name: str) -> QWidget:
        """Return a page, and build it if it does not stand yet; an unknown name raises KeyError."""
        if name not in self._pages:
            page = self._factories[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front and give it the keyboard; returns it."""
        page = self.page(name)
        before, self._current = self._current, name
        changed = name != before
        self._stack.setCurrentWidget(page)
        if changed and before and not {before, name} & self._round_pages:
            rise(page)
        self.sidebar.setVisible(name not in self._round_pages)
        self.sidebar.set_current(_SECTIONS.get(name, name))
        if changed and isinstance(page, Page):
            page.take_focus()
        self.page_shown.emit(name)
        return page

    def _add_sidebar_items(self) -> None:
        self.sidebar.add_item("home", "home", self.tr("Home"))
        self.sidebar.add_item("questions", "questions", self.tr("Questions"))
        self.sidebar.add_item("review", "review", self.tr("Review"))
        self.sidebar.add_item("progress", "progress", self.tr("Progress"))
        self.sidebar.add_item("guide", "guide", self.tr("Guide"), bottom=True)
        self.sidebar.add_item("settings", "settings", self.tr("Settings"), bottom=True)

    def _build(self) -> None:
        notices = QWidget()
        places = QVBoxLayout(notices)
        places.setContentsMargins(24, 0, 24, 0)
        places.setSpacing(8)
        places.addWidget(self.status)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(notices)
        right.addWidget(self._stack, 1)
        centre = QWidget(self)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _fit_screen(self) -> None:
        """Take 1280x800, or what the screen has to give beside panels and the window's own frame."""
        free = self.screen().availableGeometry()
        self.resize(min(1280, free.width()), min(800, free.height() - _FRAME_PX))

    def _fit_sidebar(self) -> None:
        self.sidebar.set_rail(self.width() / look().text_scale < _RAIL_BELOW_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._current:
            self._fit_sidebar()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_requested.emit(event)
        if event.isAccepted():
            self.geometry_changed.emit(bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
