"""The sidebar: pages, and the note that everything stays here. In narrow windows a rail of icons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.layouts import IconMark
from mlprep_gui.ui.widgets.motion import Glide
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, mixed, painter_of
from mlprep_gui.ui.widgets.rows import move_between
from mlprep_gui.ui.widgets.text import Label, wrapped

_WIDE_PX = 208
_RAIL_PX = 64


class NavItem(QPushButton):
    """A page in the sidebar: icon and word, or in the rail the icon alone with a tooltip."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._rail = False
        self._hover = Glide(self)
        self._is_current = False
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ring_around(self, 8)

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone."""
        self._rail = rail
        self.setToolTip(self.text() if rail else "")
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Mark the page as the one shown. It is no box to tick: screen readers press it, as any button."""
        self._is_current = is_current
        self.setAccessibleDescription(self.tr("This page is shown") if is_current else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(48), look().px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not move_between(self, -1 if key == Qt.Key.Key_Up else 1):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        gap = 8
        rect = QRectF(self.rect()).adjusted(gap, 0, 0, 0)
        fill = mixed(None, shade("hover"), self._hover.to(float(self.underMouse())))
        if self._is_current or self.isDown():
            fill = shade("accent_soft" if self._is_current else "track")
        if fill is not None:
            fill_round(painter, rect, look().px(8), fill)
        if self._is_current:
            bar = QRectF(0, look().px(9), 3, rect.height() - look().px(18))
            fill_round(painter, bar, 1.5, shade("accent"))
        ink = shade("ink" if self._is_current else "muted")
        side = look().px(18)
        left = rect.center().x() - side / 2 if self._rail else rect.left() + look().px(12)
        mark = shade("accent") if self._is_current else ink
        paint_icon(painter, self._icon, QRectF(left, (rect.height() - side) / 2, side, side), mark)
        if not self._rail:
            words = rect.adjusted(look().px(42), 0, 0, 0)
            draw_text(painter, words, self.text(), look().font("medium"), ink, elide=True)


class Sidebar(QWidget):
    """The pages of the program.

    Signals:
        page_chosen(str): the name of a page, by click or Enter.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, NavItem] = {}
        self._title = Label("MLPrep", "lead")
        font_row = QHBoxLayout()
        font_row.setContentsMargins(20, 0, 0, 12)
        font_row.addWidget(self._title)
        self._title.set_style("strong")
        self._note_mark = IconMark("offline", "muted", 16)
        self._note = wrapped(self.tr("Offline. Your voice stays on this computer."), "caption", "muted")
        note = QHBoxLayout()
        note.setContentsMargins(20, 8, 8, 0)
        note.setSpacing(6)
        note.addWidget(self._note_mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 20, 12, 14)
        self._column.setSpacing(2)
        self._column.addLayout(font_row)
        self._column.addStretch(1)
        self._column.addLayout(note)
        self._above = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_rail(False)

    def add_item(self, name: str, icon: str, text: str, *, bottom: bool = False) -> None:
        """Add a page; `bottom` puts it above the note."""
        item = NavItem(icon, text, self)
        item.clicked.connect(lambda: self.page_chosen.emit(name))
        self._items[name] = item
        if bottom:
            self._column.insertWidget(self._column.count() - 1, item)
        else:
            self._column.insertWidget(self._above, item)
            self._above += 1

    def set_current(self, name: str) -> None:
        """Mark a page as the one shown; a name without an item marks none."""
        for key, item in self._items.items():
            item.set_current(key == name)

    def set_rail(self, rail: bool) -> None:
        """Show icons alone, or icons and words."""
        for item in self._items.values():
            item.set_rail(rail)
        self._title.setVisible(not rail)
        self._note.setVisible(not rail)
        self._note_mark.setVisible(not rail)
        self._rail = rail
        self.setFixedWidth(look().px(_RAIL_PX if rail else _WIDE_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look().colour("line"))
