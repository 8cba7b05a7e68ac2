"""The sound of a take: levels, pauses, fillers and where it plays. To screen readers it is a slider over its length."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, focus_edge, painter_of, text_width


@dataclass(frozen=True, slots=True)
class WaveView:
    """What a Waveform shows.

    Attributes:
        duration_s: length of the take.
        levels: loudness from start to end, each 0 to 1, evenly spaced.
        pauses: start and end of each pause, seconds.
        fillers: time in seconds and word of each filler.
    """

    duration_s: float
    levels: Sequence[float] = ()
    pauses: Sequence[tuple[float, float]] = ()
    fillers: Sequence[tuple[float, str]] = ()


def clock(seconds: float) -> str:
    """Return a length as "1:05"."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


class Waveform(QSlider):
    """Levels as bars; what was played is in the accent. Left and Right go 5 seconds, a click goes there.

    `set_wave(view)`, `set_position(seconds)`. Small ones (`compact`) leave out the words under pauses and fillers.

    Signals:
        seek_requested(float): seconds.
    """

    seek_requested = Signal(float)
    _STEP_S = 5.0

    def __init__(self, name: str, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._compact = compact
        self._view = WaveView(0.0)
        self._position_s = 0.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_wave(self, view: WaveView) -> None:
        """Show a take, at its start."""
        self._view = view
        self.setRange(0, round(view.duration_s))
        self.set_position(0.0)

    def set_position(self, seconds: float) -> None:
        """Show where it plays."""
        self._position_s = min(max(0.0, seconds), self._view.duration_s)
        self.setValue(int(self._position_s))
        here = self.tr("{0} of {1}").format(clock(self._position_s), clock(self._view.duration_s))
        self.setAccessibleDescription(here)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(32 if self._compact else 84))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        body = QRectF(0, 0, self.width(), self.height() - (0 if self._compact else look().px(22)))
        if not self._compact:
            self._paint_pauses(painter, body)
        self._paint_bars(painter, body)
        if not self._compact:
            self._paint_fillers(painter, body)
        if self._view.duration_s > 0 and self._position_s > 0:
            painter.fillRect(QRectF(self._x(self._position_s) - 1, body.top(), 2, body.height()), look().colour("ink"))
        if self.hasFocus():
            focus_edge(painter, QRectF(self.rect()), look().px(6))

    def _x(self, seconds: float) -> float:
        return self.width() * seconds / self._view.duration_s if self._view.duration_s > 0 else 0.0

    def _paint_bars(self, painter: QPainter, body: QRectF) -> None:
        levels = self._view.levels
        step = look().px(4 if self._compact else 5)
        count = max(1, self.width() // step)
        wide = step * 0.55
        for bar in range(count):
            start, end = (
                bar * len(levels) // count,
                max(bar * len(levels) // count + 1, (bar + 1) * len(levels) // count),
            )
            level = max(levels[start:end], default=0.0)
            tall = max(wide, min(1.0, level) * body.height() * 0.94)
            played = bar * step < self._x(self._position_s)
            rect = QRectF(bar * step, body.center().y() - tall / 2, wide, tall)
            fill_round(painter, rect, wide / 2, look().colour("accent" if played else "control_line"))

    def _paint_pauses(self, painter: QPainter, body: QRectF) -> None:
        font = look().font("caption")
        last = -1.0
        for start, end in self._view.pauses:
            band = QRectF(self._x(start), body.top(), self._x(end) - self._x(start), body.height())
            fill_round(painter, band, look().px(4), look().colour("sunken"), look().colour("line"))
            words = self.tr("{0} s").format(QLocale().toString(end - start, "f", 1))
            wide = text_width(words, font)
            left = min(max(0.0, band.center().x() - wide / 2), self.width() - wide)
            if left > last:
                box = QRectF(left, body.bottom() + 4, wide, look().px(16))
                draw_text(painter, box, words, font, look().colour("muted"))
                last = left + wide + 6

    def _paint_fillers(self, painter: QPainter, body: QRectF) -> None:
        font = look().font("caption")
        last = -1.0
        for seconds, word in self._view.fillers:
            x, top, half = self._x(seconds), body.bottom(), look().px(4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("ink"))
            tip = QPolygonF([QPointF(x, top), QPointF(x - half, top + 5), QPointF(x + half, top + 5)])
            painter.drawPolygon(tip)
            wide = text_width(word, font)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            if left > last:
                draw_text(painter, QRectF(left, top + 5, wide, look().px(16)), word, font, look().colour("ink"))
                last = left + wide + 6

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        goals = {
            Qt.Key.Key_Left: self._position_s - self._STEP_S,
            Qt.Key.Key_Right: self._position_s + self._STEP_S,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self._view.duration_s,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            event.ignore()
            return
        self._go(goal)

    def _seek(self, x: float) -> None:
        self._go(self._view.duration_s * x / max(1, self.width()))

    def _go(self, seconds: float) -> None:
        self.set_position(seconds)
        self.seek_requested.emit(self._position_s)
