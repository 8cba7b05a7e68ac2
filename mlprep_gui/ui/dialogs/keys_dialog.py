"""F1: every key, by place; those that may be changed can be changed here."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.shortcuts import Keymap, Place, at, cap_of, keymap, pressed_keys, title_of
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.key_hint import KeyHint
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import Label, wrapped


class KeyButton(Button):
    """Shows a key; once pressed it waits for another one. `caught(str)` tells which, as QKeySequence writes it."""

    caught = Signal(str)
    _waits = False  # events come while the button is being built

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.OUTLINED, size=Size.COMPACT, parent=parent)
        self._title = title
        self._cap = ""
        self.clicked.connect(self._on_clicked)

    def set_cap(self, cap: str) -> None:
        """Show the key in use."""
        self._cap = cap
        self._wait(False)

    def _on_clicked(self) -> None:
        self._wait(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text())

    def _wait(self, waits: bool) -> None:
        self._waits = waits
        self.setText(self.tr("Press the new key") if waits else self._cap)
        name = self.tr("{0}: press the new key, Esc leaves it") if waits else self.tr("{0}: {1}, change it")
        self.setAccessibleName(name.format(self._title, self._cap))

    @override
    def event(self, event: QEvent) -> bool:
        # Tab and the keys of menus come here first, and are keys like any other while one is waited for.
        if self._waits and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._waits and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waits:
            super().keyPressEvent(event)
            return
        keys = pressed_keys(event)
        if keys == "Esc":
            self._wait(False)
        elif keys:
            self._wait(False)
            self.caught.emit(keys)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._waits:
            self._wait(False)
        super().focusOutEvent(event)


class KeysDialog(Dialog):
    """Lists the keys of the program; Esc closes it.

    Signals:
        changed(dict): the keys that differ from the usual ones now, by the name of what they do.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self._keymap = keymap()
        self._buttons: dict[str, KeyButton] = {}
        content = QWidget()
        content.setObjectName("column")
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(28, 24, 28, 24)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._line = 0
        self._add_everything()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys scroll it into view
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(self._make_foot())
        self._show_keys()
        self.resize(look().px(600), min(look().px(640), self.screen().availableGeometry().height() - 64))

    def _make_foot(self) -> QVBoxLayout:
        words = self.tr("Press a button to change its key. Single letters rest while you type.")
        self._words = wrapped(words, "small", "muted")
        self._trouble = wrapped("", "small", "warning")
        self._trouble.hide()
        self._usual = Button(self.tr("The usual keys"), Kind.TEXT)
        self._usual.clicked.connect(lambda: self._use(Keymap()))
        close = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._usual)
        row.addWidget(close)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 12, 28, 16)
        foot.setSpacing(8)
        foot.addWidget(self._words)
        foot.addWidget(self._trouble)
        foot.addLayout(row)
        return foot

    def _add_everything(self) -> None:
        space, enter = self.tr("Space"), self.tr("Enter")
        self._add_place(self.tr("Everywhere"), Place.EVERYWHERE)
        self._add_fixed((self.tr("Esc"),), self.tr("Back; asks first if a take runs"))
        self._add_fixed((self.tr("Tab"),), self.tr("To the next control; arrows move in lists"))
        self._add_fixed(
            (space,),
            self.tr("Next: skip the reading, answer, done; held to talk where that is chosen"),
            self.tr("In a round"),
        )
        self._add_place("", Place.ROUND)
        self._add_fixed((self.tr("Ctrl"), enter), self.tr("Done, while typing"))
        self._add_fixed((space, enter), self.tr("On the checklist: tick a point, show the verdicts"))
        self._add_fixed(("↑", "↓"), self.tr("To the next point"), self.tr("Feedback"))
        self._add_fixed((space,), self.tr("Play your words"))
        self._add_fixed(("1", "–", "4"), self.tr("Correct a verdict: covered, partly, missed, contradicted"))
        self._add_fixed(("0",), self.tr("Take your own verdict back"))
        self._add_fixed((enter,), self.tr("Next question"))
        self._add_fixed((space,), self.tr("Play from the words that were found, or stop"), self.tr("Review"))
        self._add_place("", Place.REVIEW)
        self._add_fixed((enter,), self.tr("Open"))
        self._add_fixed((self.tr("Delete"),), self.tr("Delete a session"))
        self._add_fixed((space,), self.tr("Play and pause"), self.tr("Listening to an answer"))
        self._add_fixed(("←", "→"), self.tr("5 seconds back and forth"))

    def _add_title(self, title: str) -> None:
        if self._line:
            self._grid.setRowMinimumHeight(self._line, 10)
            self._line += 1
        self._grid.addWidget(Label(title, "strong"), self._line, 0, 1, 2)
        self._line += 1

    def _add_fixed(self, caps: Sequence[str], words: str, title: str = "") -> None:
        if title:
            self._add_title(title)
        self._add_row(KeyHint(caps), words)

    def _add_place(self, title: str, place: Place) -> None:
        if title:
            self._add_title(title)
        for shortcut in at(place):
            words = title_of(shortcut.name)
            button = self._buttons[shortcut.name] = KeyButton(words)
            button.caught.connect(lambda keys, name=shortcut.name: self._on_caught(name, keys))
            self._add_row(button, words)

    def _add_row(self, key: QWidget, words: str) -> None:
        self._grid.addWidget(key, self._line, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(wrapped(words, "small", "muted"), self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line += 1

    def _on_caught(self, name: str, keys: str) -> None:
        trouble = self._keymap.problem(name, keys)
        if trouble:
            self._tell(trouble)
        else:
            self._use(self._keymap.with_keys(name, keys))

    def _use(self, keys: Keymap) -> None:
        self._keymap = keys
        self._tell("")
        self._show_keys()
        self.changed.emit(dict(keys.changed))

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if trouble:
            announce(self, trouble)

    def _show_keys(self) -> None:
        for name, button in self._buttons.items():
            button.set_cap(" / ".join(map(cap_of, self._keymap.keys(name))))
        self._usual.setEnabled(bool(self._keymap.changed))
