"""Layout parts: icons and lines as widgets, a flowing row, cards, sections, two columns."""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.disclosure import Disclosure
from mlprep_gui.ui.widgets.painting import fill_round, painter_of
from mlprep_gui.ui.widgets.text import Label


class IconMark(QWidget):
    """An icon that only stands there; text beside it says what it means."""

    def __init__(self, icon: str, colour: str = "muted", side_px: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._colour = colour
        self._side_px = side_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, colour: str = "muted") -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side_px), look().px(self._side_px))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            paint_icon(painter_of(self), self._icon, QRectF(self.rect()), look().colour(self._colour))


class Divider(QWidget):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter_of(self).fillRect(self.rect(), look().colour("line"))


class Card(QFrame):
    """A raised place with a hairline around it; put widgets into `body`."""

    def __init__(
        self, *, padding: int = 20, fill: str = "surface", outline: str = "line", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._outline = outline
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def set_colours(self, fill: str, outline: str) -> None:
        """Change the colour roles; an empty outline paints none."""
        self._fill, self._outline = fill, outline
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        edge = look().colour(self._outline) if self._outline else None
        fill_round(painter_of(self), QRectF(self.rect()), look().px(12), look().colour(self._fill), edge)


class Section(QWidget):
    """A heading with content under it in `body`; `collapsible` lets the user fold it away by click, Enter or Space."""

    def __init__(
        self,
        title: str,
        note: str = "",
        *,
        collapsible: bool = False,
        open_: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        if collapsible:
            self._toggle = Disclosure(title, open_)
            self._toggle.toggled.connect(self._content.setVisible)
            column.addWidget(self._toggle)
            self._content.setVisible(open_)
        else:
            column.addWidget(Label(title, "strong"))
        if note:
            column.addWidget(Label(note, "caption", "muted"))
        column.addWidget(self._content)


class FlowLayout(QLayout):
    """Widgets in a row that goes on in the next line when there is no room; `centred` centres each line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self._gap for item in self._items) - self._gap
        return QSize(max(0, width), max((item.sizeHint().height() for item in self._items), default=0))

    @override
    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest, max((item.minimumSize().height() for item in self._items), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            spare = rect.width() - sum(item.sizeHint().width() for item in line) - self._gap * (len(line) - 1)
            left = rect.x() + (spare // 2 if self._centred else 0)
            for item in line if move else ():
                size = item.sizeHint()
                down = (high - size.height()) // 2 if self._centred else 0
                item.setGeometry(QRect(QPoint(left, top + down), size))
                left += size.width() + self._gap
            top += high + self._gap
        return max(0, top - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are shown, line by line."""
        lines: list[list[QLayoutItem]] = []
        used = width
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if not lines or used + self._gap + wide > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + wide
        return lines


class TwoColumns(QWidget):
    """A main column and a side panel, which goes under the main column where there is no room for both.

    Put widgets into `main` and `side` (vertical layouts).
    """

    def __init__(
        self, *, side_px: int = 292, gap: int = 40, narrow_px: int = 860, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._narrow_px = narrow_px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._main, self.side_panel = QWidget(self), QWidget(self)
        self.main, self.side = QVBoxLayout(self._main), QVBoxLayout(self.side_panel)
        for column in (self.main, self.side):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        self._row.addWidget(self._main, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.side_panel, 0, Qt.AlignmentFlag.AlignTop)
        self.is_narrow = False
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / look().text_scale < self._narrow_px
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider column alone: with less room the side panel goes under."""
        wider = max(self._main.minimumSizeHint().width(), self.side_panel.minimumSizeHint().width())
        return QSize(wider, super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        way = QBoxLayout.Direction.TopToBottom if self.is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        wide = 16_777_215
        self.side_panel.setMinimumWidth(0 if self.is_narrow else look().px(self._side_px))
        self.side_panel.setMaximumWidth(wide if self.is_narrow else look().px(self._side_px))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def margins(left: int, top: int, right: int, bottom: int) -> QMargins:
    """Return margins in reading order."""
    return QMargins(left, top, right, bottom)
