"""A page with a list at the left and what was chosen from it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.painting import painter_of


class _Panel(QWidget):
    """The list, with a hairline at its right edge."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter_of(self).fillRect(self.width() - 1, 0, 1, self.height(), look().colour("line"))


class SplitPage(Page):
    """`head` stands fixed above the list, `rows` scroll; `body` is the right side.

    In a narrow window the list takes a third of the width.
    """

    def __init__(self, *, list_px: int = 320, max_width: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(max_width=max_width, parent=parent)
        self._list_px = list_px
        self.panel = _Panel(self)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(20, 28, 13, 0)
        column.setSpacing(12)
        self.head = QVBoxLayout()
        self.head.setSpacing(12)
        self.head.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self.head)
        self._list = QWidget()
        self._list.setObjectName("column")
        self.rows = QVBoxLayout(self._list)
        self.rows.setContentsMargins(0, 0, 8, 20)
        self.rows.setSpacing(0)
        self.list_scroll = QScrollArea()
        self.list_scroll.setWidgetResizable(True)
        self.list_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.list_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_scroll.viewport().setAutoFillBackground(False)
        self.list_scroll.setWidget(self._list)
        column.addWidget(self.list_scroll, 1)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.scroll_area, 1)
        self._outer.addWidget(both, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(look().px(self._list_px), self.width() // 3))
