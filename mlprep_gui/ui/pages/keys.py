"""Keys that several pages treat alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


def is_enter(event: QKeyEvent) -> bool:
    """Whether this is Enter, on either part of the keyboard, without a modifier."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def click_focused(page: QWidget) -> bool:
    """Click the button of a page that has the keyboard focus; False when there is none.

    Radio buttons and check boxes are left to Space, so that Enter can do the next step of the page.
    """
    focused = page.focusWidget()
    if isinstance(focused, QPushButton) and focused.hasFocus() and focused.isEnabled():
        focused.click()
        return True
    return False
