"""The Tab key goes through a page as it is read: in the order of its layouts, whenever its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def set_reading_order(page: QWidget) -> None:
    """Let Tab follow the reading order; to be called after parts of a page were made anew."""
    for before, after in pairwise(focusable(page)):
        QWidget.setTabOrder(before, after)


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that Tab can reach, hidden ones too, in reading order."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from focusable(inside)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.widget() if item is not None else None
        nested = item.layout() if item is not None else None
        if inner is not None:
            yield from focusable(inner)
        elif nested is not None:
            yield from _in_layout(nested)
