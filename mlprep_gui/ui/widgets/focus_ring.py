"""The ring around the focused control, drawn outside its edge."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import painter_of

RADIUS_PROPERTY: Final = "focus_ring"
_REACH_PX: Final = 4
_MOVES: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def ring_around(widget: QWidget, radius: int) -> None:
    """Ask for the ring when this widget has the focus; the radius is that of the widget, logical pixels."""
    widget.setProperty(RADIUS_PROPERTY, radius)


class FocusRing(QWidget):
    """One overlay of a window that follows its focused widget. Widgets ask for it with `ring_around`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        radius = look().px(int(self._target.property(RADIUS_PROPERTY) or 0))
        painter = painter_of(self)
        painter.setPen(look().pen("focus", 2.0))
        corner = min(radius + _REACH_PX - 1, self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or now.property(RADIUS_PROPERTY) is None or now.window() is not self.window():
            return
        self._target = now
        now.destroyed.connect(self._forget)
        above: QWidget | None = now
        while above is not None and above is not self.window():
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self._place()

    def _let_go(self) -> None:
        # The focus also changes while a page is being destroyed, and then some of the widgets are gone already.
        with suppress(RuntimeError):
            if self._target is not None:
                self._target.destroyed.disconnect(self._forget)
            for widget in self._watched:
                widget.removeEventFilter(self)
        self._forget()

    def _forget(self) -> None:
        self._watched = []
        self._target = None
        self.hide()

    def _place(self) -> None:
        target, window = self._target, self.window()
        if target is None or not target.isVisible():
            self.hide()
            return
        reach = _REACH_PX
        corner = target.mapTo(window, QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach)
        seen = QRect(around)
        for above in self._watched:
            if isinstance(above, QAbstractScrollArea):
                port = above.viewport()
                seen &= QRect(port.mapTo(window, QPoint(0, 0)), port.size())
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(around)
        self.setMask(QRegion(seen.translated(-around.topLeft())))
        self.raise_()
        self.show()
        self.update()
