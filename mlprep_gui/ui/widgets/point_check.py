"""A key point to tick: the box, and its statement in as many lines as it needs."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.motion import Glide
from mlprep_gui.ui.widgets.painting import fill_round, mixed, painter_of
from mlprep_gui.ui.widgets.rows import move_between

_BOX_PX = 20
_TEXT_PX = 36
_PAD_PX = 10


class PointCheck(QCheckBox):
    """A statement with a tick. Signals: `toggled(bool)`; Space ticks, arrows go to the neighbour."""

    def __init__(self, statement: str, parent: QWidget | None = None) -> None:
        super().__init__(statement, parent)
        self._tick = Glide(self)
        self.setAccessibleName(statement)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ring_around(self, 8)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - look().px(_TEXT_PX)), 100_000)
        metrics = QFontMetrics(look().font("body"))
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        return max(text, look().px(_BOX_PX)) + 2 * look().px(_PAD_PX)

    @override
    def sizeHint(self) -> QSize:
        width = look().px(320)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(_BOX_PX) + 2 * look().px(_PAD_PX))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def checkStateSet(self) -> None:
        super().checkStateSet()
        self._tick.to(float(self.isChecked()))

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self._tick.to(float(self.isChecked()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not move_between(self, -1 if key == Qt.Key.Key_Up else 1):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade, rect = look().colour, QRectF(self.rect())
        if self.underMouse():
            fill_round(painter, rect, look().px(8), shade("hover"))
        pad, side = look().px(_PAD_PX), look().px(_BOX_PX)
        box = QRectF(look().px(6), pad, side, side)
        ticked = self._tick.value
        fill = mixed(shade("surface"), shade("accent"), ticked)
        fill_round(painter, box, look().px(5), fill, shade("control_line"))
        if ticked:
            inset = look().px(3)
            painter.setOpacity(ticked)
            paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), shade("on_accent"))
            painter.setOpacity(1.0)
        painter.setFont(look().font("body"))
        painter.setPen(shade("ink"))
        painter.drawText(rect.adjusted(look().px(_TEXT_PX), pad, 0, 0), int(Qt.TextFlag.TextWordWrap), self.text())
