"""The menu bar and the shortcuts that hold everywhere."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from mlprep_gui.ui.shortcuts import Place, at, keymap

if TYPE_CHECKING:
    from mlprep_gui.ui.main_window import MainWindow


class Menus(QObject):
    """Builds the menu bar of a window; every action can be found by its name."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.menuBar().setAccessibleName(self.tr("Menus"))
        self.actions_by_name: dict[str, QAction] = {}
        self._add_file()
        self._add_edit()
        self._add_round()
        self._add_review()
        self._add_view()
        self._add_help()
        self.show_keys()

    def show_keys(self) -> None:
        """Give each entry the keys in use."""
        for shortcut in at(Place.EVERYWHERE):
            self.actions_by_name[shortcut.name].setShortcuts(keymap().sequences(shortcut.name))

    def offer_undo(self, step: str) -> None:
        """Name the step that would be taken back; empty when there is none."""
        undo = self.actions_by_name["undo"]
        undo.setText(self.tr("&Undo: {step}").format(step=step) if step else self.tr("&Undo"))
        undo.setEnabled(bool(step))

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        do: Callable[[], object],
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: do())
        self.actions_by_name[name] = action
        return action

    def _add_file(self) -> None:
        window, menu = self._window, self._menu(self.tr("&File"))
        self._add(menu, "open_pack_folder", self.tr("Open the folder of &my questions"), self._emit_folder)
        export = self._add(menu, "export", self.tr("&Export…"), window.export_requested.emit)
        menu.addSeparator()
        back_up = self._add(menu, "back_up", self.tr("&Back up…"), window.back_up_requested.emit)
        restore = self._add(menu, "restore", self.tr("&Restore…"), window.restore_requested.emit)
        for action in (export, back_up, restore):
            window.page_shown.connect(lambda name, each=action: each.setEnabled(name != "round"))
        menu.addSeparator()
        self._add(menu, "settings", self.tr("&Settings"), lambda: window.show_page("settings"))
        menu.addSeparator()
        self._add(menu, "quit", self.tr("&Quit"), window.close)

    def _emit_folder(self) -> None:
        self._window.open_pack_folder_requested.emit()

    def _add_edit(self) -> None:
        window, menu = self._window, self._menu(self.tr("&Edit"))
        self._add(menu, "undo", "", window.undo_requested.emit)
        self.offer_undo("")
        menu.addSeparator()
        self._add(menu, "find", self.tr("&Find"), window.find_requested.emit)

    def _add_round(self) -> None:
        window, menu = self._window, self._menu(self.tr("&Round"))
        self._add(menu, "new_round", self.tr("&New round…"), window.new_round_requested.emit)
        end = self._add(menu, "end_round", self.tr("&End the round…"), window.end_round_requested.emit)
        end.setEnabled(False)
        window.page_shown.connect(lambda name: end.setEnabled(name == "round"))

    def _add_review(self) -> None:
        window, menu = self._window, self._menu(self.tr("Rev&iew"))
        self._add(menu, "review_page", self.tr("Past &rounds"), lambda: window.show_page("review"))
        self._add(menu, "questions_page", self.tr("&Questions"), lambda: window.show_page("questions"))
        menu.addSeparator()
        again = self._add(menu, "regrade", self.tr("&Grade everything again"), window.regrade_requested.emit)
        window.page_shown.connect(lambda name: again.setEnabled(name != "round"))

    def _add_view(self) -> None:
        window, menu = self._window, self._menu(self.tr("&View"))
        pages = {
            "home": self.tr("&Home"),
            "questions": self.tr("&Questions"),
            "review": self.tr("&Review"),
            "progress": self.tr("&Progress"),
            "guide": self.tr("&Guide"),
        }
        for name, text in pages.items():
            self._add(menu, name, text, partial(window.show_page, name))
        menu.addSeparator()
        grow = window.text_scale_requested.emit
        self._add(menu, "larger", self.tr("&Larger text"), lambda: grow(0.1))
        self._add(menu, "smaller", self.tr("&Smaller text"), lambda: grow(-0.1))
        self._add(menu, "usual_size", self.tr("&Usual text size"), lambda: grow(0.0))
        menu.addSeparator()
        themes = {
            "system": self.tr("As the s&ystem"),
            "light": self.tr("L&ight"),
            "dark": self.tr("&Dark"),
            "contrast_light": self.tr("High &contrast, light"),
            "contrast_dark": self.tr("High contrast, d&ark"),
        }
        inner = menu.addMenu(self.tr("&Theme"))
        group = QActionGroup(self)
        for name, text in themes.items():
            action = self._add(inner, f"theme_{name}", text, partial(window.theme_requested.emit, name))
            action.setCheckable(True)
            group.addAction(action)

    def _add_help(self) -> None:
        window, menu = self._window, self._menu(self.tr("&Help"))
        self._add(menu, "keys", self.tr("All &keys"), self._show_keys)
        first = self._add(menu, "first_steps", self.tr("&First steps"), lambda: window.show_page("first_start"))
        window.page_shown.connect(lambda name: first.setEnabled(name != "round"))
        self._add(menu, "guide_help", self.tr("&Guide"), lambda: window.show_page("guide"))
        self._add(menu, "about", self.tr("&About MLPrep"), self._show_about)

    def _show_keys(self) -> None:
        from mlprep_gui.ui.dialogs.keys_dialog import KeysDialog

        dialog = KeysDialog(self._window)
        dialog.changed.connect(self._window.shortcuts_changed)
        dialog.open()

    def _show_about(self) -> None:
        from mlprep_gui.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).open()
