"""The heading of a section that can be folded away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width


class Disclosure(QPushButton):
    """A heading with a caret. Signals: `toggled(bool)`."""

    def __init__(self, text: str, open_: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(open_)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ring_around(self, 8)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), look().font("strong"))) + look().px(32), look().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self.underMouse():
            fill_round(painter, QRectF(self.rect()), look().px(8), look().colour("track" if self.isDown() else "hover"))
        side = look().px(16)
        name = "open_down" if self.isChecked() else "crumb"
        paint_icon(painter, name, QRectF(0, (self.height() - side) / 2, side, side), look().colour("muted"))
        words = QRectF(look().px(24), 0, self.width(), self.height())
        draw_text(painter, words, self.text(), look().font("strong"), look().colour("ink"))
