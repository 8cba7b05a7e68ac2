"""The keys that can be changed: what each does, which ones it may have, and which ones are in use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

translate = QCoreApplication.translate
_PROPERTY: Final = "mlprep_keymap"


class Place(StrEnum):
    """Where a key means something. Single letters mean nothing while one types, and none holds everywhere."""

    EVERYWHERE = "everywhere"
    ROUND = "round"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What can be done by a key; keys are written as QKeySequence reads them, the first is the usual one."""

    name: str
    place: Place
    keys: tuple[str, ...]


SHORTCUTS: Final = (
    *(Shortcut(name, Place.EVERYWHERE, (f"Ctrl+{number}",)) for number, name in enumerate(
        ("home", "questions", "review", "progress", "guide"), start=1)),
    Shortcut("new_round", Place.EVERYWHERE, ("Ctrl+N",)),
    Shortcut("find", Place.EVERYWHERE, ("Ctrl+F",)),
    Shortcut("export", Place.EVERYWHERE, ("Ctrl+E",)),
    Shortcut("undo", Place.EVERYWHERE, ("Ctrl+Z",)),
    Shortcut("larger", Place.EVERYWHERE, ("Ctrl++", "Ctrl+=")),
    Shortcut("smaller", Place.EVERYWHERE, ("Ctrl+-",)),
    Shortcut("usual_size", Place.EVERYWHERE, ("Ctrl+0",)),
    Shortcut("settings", Place.EVERYWHERE, ("Ctrl+,",)),
    Shortcut("keys", Place.EVERYWHERE, ("F1",)),
    Shortcut("quit", Place.EVERYWHERE, ("Ctrl+Q",)),
    Shortcut("hear", Place.ROUND, ("R",)),
    Shortcut("more", Place.ROUND, ("M",)),
    Shortcut("pause", Place.ROUND, ("P",)),
    Shortcut("captions", Place.ROUND, ("C",)),
    Shortcut("type", Place.ROUND, ("T",)),
    Shortcut("skip", Place.ROUND, ("S",)),
    Shortcut("mute", Place.ROUND, ("V",)),
    Shortcut("again", Place.ROUND, ("A",)),
    Shortcut("bookmark", Place.REVIEW, ("B",)),
)  # fmt: skip
_BY_NAME: Final = {shortcut.name: shortcut for shortcut in SHORTCUTS}
_FIXED: Final = frozenset(
    (
        *(
            "Space",
            "Return",
            "Enter",
            "Esc",
            "Tab",
            "Shift+Tab",
            "Backtab",
            "Shift+Backtab",
            "Ctrl+Return",
            "Ctrl+Enter",
        ),
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Backspace", "Del", "[", "]"),
        *("0", "1", "2", "3", "4", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Shift+Z"),
    )
)
_COMMAND: Final = re.compile(r".*(Ctrl|Meta)\+.|(\w+\+)*F\d{1,2}")
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in use: the usual ones, and those that the learner changed."""

    changed: Mapping[str, str] = field(default_factory=dict)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that do something; the first is the one to show."""
        chosen = self.changed.get(name)
        return (chosen,) if chosen is not None else _BY_NAME[name].keys

    def sequences(self, name: str) -> list[QKeySequence]:
        """Return these keys as Qt takes them."""
        return [QKeySequence(key) for key in self.keys(name)]

    def cap(self, name: str) -> str:
        """Return the key as it stands on a keyboard: "P", "Ctrl N"."""
        return cap_of(self.keys(name)[0])

    def name_of(self, event: QKeyEvent, place: Place) -> str:
        """Return what a pressed key does in a place; empty for nothing that could be changed."""
        pressed = pressed_keys(event)
        mine = (each for each in SHORTCUTS if each.place is place)
        return next((each.name for each in mine if pressed in self.keys(each.name)), "")

    def problem(self, name: str, keys: str) -> str:
        """Return why something cannot have these keys; empty when it can."""
        place, cap = _BY_NAME[name].place, cap_of(keys)
        if QKeySequence(keys).count() != 1 or not cap:
            return translate("Shortcuts", "This key cannot be used. Choose another one.")
        if keys in _FIXED:
            return translate("Shortcuts", "{0} has a meaning that cannot be changed. Choose another key.").format(cap)
        is_command = _COMMAND.match(keys) is not None
        if "Alt+" in keys and not is_command:
            return translate("Shortcuts", "{0} could open a menu. Choose a key with Ctrl.").format(cap)
        if place is Place.EVERYWHERE and not is_command:
            return translate("Shortcuts", "{0} alone is needed for typing. Choose a key with Ctrl.").format(cap)
        for other in SHORTCUTS:
            meets = Place.EVERYWHERE in (place, other.place) or other.place is place
            if other.name != name and meets and keys in self.keys(other.name):
                taken = translate("Shortcuts", "{0} is taken by “{1}”. Choose another key, or change that one first.")
                return taken.format(cap, title_of(other.name))
        return ""

    def with_keys(self, name: str, keys: str) -> "Keymap":
        """Return the map in which something has other keys; its usual ones are no change."""
        others = {each: key for each, key in self.changed.items() if each != name}
        return Keymap(others if keys == _BY_NAME[name].keys[0] else {**others, name: keys})


def read_keymap(changed: Mapping[str, str]) -> tuple[Keymap, tuple[str, ...]]:
    """Return the map of what was kept; what cannot be used has its usual key, and is named in the notices."""
    keymap, notices = Keymap({name: key for name, key in changed.items() if name in _BY_NAME}), []
    for name, key in keymap.changed.items():
        problem = keymap.problem(name, key)
        if problem:
            words = translate("Shortcuts", "“{0}” has its usual key again. {1}")
            notices.append(words.format(title_of(name), problem))
    if notices:
        keymap = Keymap({name: key for name, key in keymap.changed.items() if not keymap.problem(name, key)})
    return keymap, tuple(notices)


def use_keymap(keymap: Keymap) -> None:
    """Use these keys in the whole application."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_PROPERTY, keymap)


def keymap() -> Keymap:
    """Return the keys in use."""
    app = QCoreApplication.instance()
    value = app.property(_PROPERTY) if app is not None else None
    return value if isinstance(value, Keymap) else Keymap()


def pressed_keys(event: QKeyEvent) -> str:
    """Return what is pressed as QKeySequence writes it; empty while there are only Ctrl, Shift and the like."""
    if event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, 0):
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString(_PORTABLE)


def cap_of(keys: str) -> str:
    """Return a key as it stands on a keyboard, its parts with spaces between them."""
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    parts = words[:-1].split("+") if words.endswith("+") else words.split("+")
    return " ".join([*filter(None, parts), *(["+"] if words.endswith("+") else [])])


def title_of(name: str) -> str:
    """Return what a key does, in words."""
    words = {
        "home": translate("Shortcuts", "Home"),
        "questions": translate("Shortcuts", "Questions"),
        "review": translate("Shortcuts", "Review"),
        "progress": translate("Shortcuts", "Progress"),
        "guide": translate("Shortcuts", "Guide"),
        "new_round": translate("Shortcuts", "Set up a round"),
        "find": translate("Shortcuts", "Search"),
        "export": translate("Shortcuts", "Export answers"),
        "undo": translate("Shortcuts", "Undo"),
        "larger": translate("Shortcuts", "Larger text"),
        "smaller": translate("Shortcuts", "Smaller text"),
        "usual_size": translate("Shortcuts", "Usual text size"),
        "settings": translate("Shortcuts", "Settings"),
        "keys": translate("Shortcuts", "All keys"),
        "quit": translate("Shortcuts", "Quit"),
        "hear": translate("Shortcuts", "Hear the question"),
        "more": translate("Shortcuts", "More time to think; while answering, another microphone"),
        "pause": translate("Shortcuts", "Pause"),
        "captions": translate("Shortcuts", "Show or hide captions while answering"),
        "type": translate("Shortcuts", "Type the answer"),
        "skip": translate("Shortcuts", "Skip the question, or a follow-up"),
        "mute": translate("Shortcuts", "Mute the voice, or let it read again"),
        "again": translate("Shortcuts", "Say it again; while answering, start over"),
        "bookmark": translate("Shortcuts", "Bookmark, or take it off"),
    }
    return words[name]


def at(place: Place) -> Iterable[Shortcut]:
    """Return what can be changed in a place, in the order of the list."""
    return (each for each in SHORTCUTS if each.place is place)
