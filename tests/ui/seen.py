"""Looks at pages as a person does: what can be read, and which button can be pressed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mlprep_gui.ui.widgets.rows import QuestionRow

LINE_PX = 40


def settle() -> None:
    """Let layouts show what was just added to them."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def shown_text(page: QWidget) -> str:
    """Return everything that can be read on a page, also the names of what is painted."""
    settle()
    parts = []
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            parts.append(widget.accessibleName())
            if isinstance(widget, QLabel | QAbstractButton):
                parts.append(widget.text())
    return "\n".join(part for part in parts if part)


def visible_buttons(page: QWidget) -> list[QAbstractButton]:
    """Return the buttons that can be seen."""
    settle()
    return [each for each in page.findChildren(QAbstractButton) if each.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with these words, or with this accessible name."""
    found = [each for each in visible_buttons(page) if words in (each.text(), each.accessibleName())]
    assert found, f"no button {words!r}"
    return found[0]


def visible_rows(page: QWidget) -> list[QuestionRow]:
    """Return the lines of lists that can be seen."""
    settle()
    return [row for row in page.findChildren(QuestionRow) if row.isVisible()]


def tab_places(page: QWidget) -> list[int]:
    """Return how far down each widget that Tab reaches begins, in Tab order; neighbours in a line count as one."""
    settle()
    places: list[int] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        reached = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and page.isAncestorOf(widget):
            top = widget.mapTo(page, widget.rect().topLeft()).y()
            bottom = top + widget.height()
            places.append(places[-1] if places and top < places[-1] + LINE_PX < bottom + LINE_PX else top)
        widget = widget.nextInFocusChain()
    return places
