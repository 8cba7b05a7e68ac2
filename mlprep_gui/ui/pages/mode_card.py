"""A large choice with an icon, a name and its consequence in words."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.layouts import IconMark
from mlprep_gui.ui.widgets.painting import fill_round, painter_of
from mlprep_gui.ui.widgets.text import Label, wrapped


class ModeCard(QRadioButton):
    """One of a few cards that exclude each other; arrows move among them. Signals: `toggled(bool)`, `clicked`."""

    def __init__(self, icon: str, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ring_around(self, 12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 16)
        self._column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconMark(icon, "ink"))
        head.addWidget(Label(title, "strong"), 1)
        head.addSpacing(look().px(18))
        self._column.addLayout(head)
        self._column.addWidget(wrapped(about, "small", "muted"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade, rect = look().colour, QRectF(self.rect())
        chosen = self.isChecked()
        fill = "accent_soft" if chosen else "track" if self.isDown() else "hover" if self.underMouse() else "surface"
        fill_round(painter, rect, look().px(12), shade(fill), None if chosen else shade("control_line"))
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look().pen("accent", 2.0))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look().px(11), look().px(11))
            side = look().px(18)
            square = QRectF(rect.right() - side - look().px(14), look().px(14), side, side)
            paint_icon(painter, "covered", square, shade("accent"))
