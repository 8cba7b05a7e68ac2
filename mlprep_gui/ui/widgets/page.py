"""`Page`: a fixed head, content that scrolls and stays readable in wide windows, a fixed foot with the next step."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.layouts import Divider


class _Column(QWidget):
    """The content: at most so wide, then centred or at the left edge."""

    def __init__(self, max_width: int, centred: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._inner = QWidget(self)
        self._max_width = max_width
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        if centred:
            self._row.addStretch(1)
        self._row.addWidget(self._inner, 1000)
        self._row.addStretch(1)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 40 if self.width() / look().text_scale >= 760 else 28
        self._row.setContentsMargins(side, 32, side, 32)
        self._inner.setMaximumWidth(look().px(self._max_width))


class Page(QWidget):
    """A page of the program. Put content into `body` (a vertical layout).

    `set_header(widget)` stands fixed above, `set_foot(left, *right)` fixed below with a hairline; `first_focus` is
    focused when the page is shown (None: the page itself). `centred` centres the content (round and feedback pages);
    without it the content starts at the left edge, as beside the sidebar.
    """

    def __init__(self, *, max_width: int = 1000, centred: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_focus: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._column = _Column(max_width, centred)
        self.body = self._column.body
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.viewport().setAutoFillBackground(False)
        self.scroll_area.setWidget(self._column)
        self._outer.addWidget(self.scroll_area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def set_header(self, widget: QWidget) -> None:
        """Put a widget above the content, which does not scroll."""
        self._outer.insertWidget(0, widget)

    def set_foot(self, left: QWidget | None, *right: QWidget) -> QWidget:
        """Put the next step at the foot: key hints at the left, buttons at the right. Returns the foot."""
        foot = QWidget(self)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        row = QHBoxLayout()
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(12)
        if left is not None:
            row.addWidget(left, 1)
        else:
            row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        column.addLayout(row)
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._outer.addWidget(foot)
        return foot

    def show_top(self) -> None:
        """Scroll to the start."""
        self.scroll_area.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget, part: QRect | None = None) -> None:
        """Scroll until a widget, or a part of it, is in sight."""
        if part is None:
            self.scroll_area.ensureWidgetVisible(widget, 0, 24)
        else:
            middle = widget.mapTo(self._column, part.center())
            self.scroll_area.ensureVisible(0, middle.y(), 0, self.scroll_area.viewport().height() // 3)

    def take_focus(self) -> None:
        """Focus what comes first on this page."""
        target = self.first_focus if self.first_focus is not None else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep in sight what the keyboard has reached, once the layout stands; a click has it in sight already."""
        if now is not None and self._column.isAncestorOf(now) and not QApplication.mouseButtons():
            QTimer.singleShot(0, self, self._reveal_focused)

    def _reveal_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._column.isAncestorOf(focused):
            self.reveal(focused)
