"""Looks at pages as a person does: what can be read, and which button can be pressed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mlprep_gui.ui.widgets.rows import QuestionRow


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
