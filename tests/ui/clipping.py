"""What a page cuts off: size hints against geometry, children against parents, painted words against their widget."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from mlprep_gui.ui.widgets import painting
from mlprep_gui.ui.widgets.text import Label

SLACK_PX = 1


def clipped(page: QWidget) -> list[str]:
    """Return what is cut off on a page that is shown, one line each."""
    found = []
    for widget in (page, *page.findChildren(QWidget)):
        if widget.isVisibleTo(page) and not isinstance(widget, QScrollBar):
            found += [f"{_name(widget)}: {problem}" for problem in _problems(widget, page)]
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:60]}”"


def _problems(widget: QWidget, page: QWidget) -> Iterator[str]:
    size = widget.size()
    wide, high = _needed(widget)
    if size.width() + SLACK_PX < wide:
        yield f"{size.width()} px wide, needs {wide}"
    if size.height() + SLACK_PX < high:
        yield f"{size.height()} px high, needs {high}"
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        yield f"its content is {widget.horizontalScrollBar().maximum()} px too wide"
    parent = widget.parentWidget()
    if widget is not page and parent is not None and not _scrolls(parent):
        beyond = _beyond(QRect(QPoint(), size).translated(widget.pos()), parent.rect())
        if beyond > SLACK_PX and size.width() > 0 and size.height() > 0:
            yield f"stands {beyond} px beyond its {type(parent).__name__}"


def _needed(widget: QWidget) -> tuple[int, int]:
    """Width and height that show the whole widget at the width it has."""
    if isinstance(widget, Label):
        hint = widget.sizeHint()
        if widget.hasHeightForWidth():
            return 0, widget.heightForWidth(widget.width())
        return (0 if widget.is_elided else hint.width()), hint.height()
    if isinstance(widget, QComboBox):
        return _text_px(widget, widget.currentText()) + 2 * _PADDING_PX, widget.minimumSizeHint().height()
    if isinstance(widget, QLineEdit):
        return _text_px(widget, widget.placeholderText()), widget.minimumSizeHint().height()
    if isinstance(widget, QAbstractScrollArea):
        return 0, 0
    least, layout = widget.minimumSizeHint(), widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return least.width(), layout.minimumHeightForWidth(widget.width())
    high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else least.height()
    return least.width(), high


_PADDING_PX = 12


def _text_px(widget: QWidget, text: str) -> int:
    return round(QFontMetricsF(widget.font()).horizontalAdvance(text))


def _scrolls(parent: QWidget) -> bool:
    above = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or isinstance(above, QAbstractScrollArea)


def _beyond(inner: QRect, outer: QRect) -> int:
    return max(outer.left() - inner.left(), outer.top() - inner.top(), 0) + max(
        inner.right() - outer.right(), inner.bottom() - outer.bottom(), 0
    )


@contextmanager
def painted_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect the words that are painted beyond the edge of their widget."""
    found: list[str] = []
    real = painting.draw_text

    def draw(
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        align: str = "left",
        *,
        elide: bool = False,
    ) -> None:
        wide = painting.text_width(text, font)
        widget = painter.device()
        if not elide and isinstance(widget, QWidget):
            left = {"left": rect.left(), "center": rect.center().x() - wide / 2, "right": rect.right() - wide}[align]
            left += painter.worldTransform().dx()
            if left < -SLACK_PX or left + wide > widget.width() + SLACK_PX:
                found.append(f"{type(widget).__name__}: “{text}” is {wide:.0f} px wide in {widget.width()} px")
        real(painter, rect, text, font, colour, align, elide=elide)

    with monkeypatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("mlprep_gui.ui") and getattr(module, "draw_text", None) is real:
                patch.setattr(module, "draw_text", draw)
        yield found
