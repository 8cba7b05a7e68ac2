"""Plots: bars, a line, and bars by topic. Each says in its accessible name what it shows; the table says it exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width

_TALL_PX = 150
_LABEL_PX = 20


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A value with the label under it; None leaves a gap. words stand at the value."""

    label: str
    value: float | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TopicBar:
    """A share of a whole, now and before, 0..1; before is None when there was nothing."""

    label: str
    share: float
    before: float | None
    words: str


class _Plot(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[PlotPoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, points: Sequence[PlotPoint], name: str) -> None:
        """Show values in order; name says in a sentence what they show."""
        self._points = tuple(points)
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(_TALL_PX + _LABEL_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(180), self.sizeHint().height())

    def _paint_labels(self, painter: QPainter, left: float, step: float) -> None:
        """Paint as many labels as there is room for, the last one always."""
        font = look().font("caption")
        taken = float(self.width())
        for index, point in reversed(list(enumerate(self._points))):
            width = text_width(point.label, font)
            is_last = index == len(self._points) - 1
            x = left + (index + 0.5) * step - width / 2
            x = min(x, self.width() - width) if is_last else x
            if x < 0 or x + width > taken:
                continue
            box = QRectF(x, self.height() - look().px(_LABEL_PX), width, look().px(_LABEL_PX))
            draw_text(painter, box, point.label, font, look().colour("ink" if is_last else "muted"))
            taken = x - look().px(10)


class BarPlot(_Plot):
    """One bar each; where there is nothing, a line. The last one is strong."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_of(self), look().px
        if not self._points:
            return
        step = min(self.width() / len(self._points), px(72))
        floor, top = self.height() - px(_LABEL_PX + 4), px(20)
        most = max((point.value or 0.0 for point in self._points), default=0.0)
        font = look().font("caption", figures=True)
        has_room = max(text_width(point.words, font) for point in self._points) < step
        for index, point in enumerate(self._points):
            gap = max(1.0, step * 0.18)
            column = QRectF(index * step + gap, 0, step - 2 * gap, floor)
            if not point.value:
                painter.fillRect(QRectF(column.left(), floor - 2, column.width(), 2), look().colour("control_line"))
                continue
            height = max(px(3), (floor - top) * point.value / most)
            bar = QRectF(column.left(), floor - height, column.width(), height)
            last = index == len(self._points) - 1
            edge = None if last else look().colour("accent")
            fill_round(
                painter, bar, min(px(4), bar.width() / 2), look().colour("accent" if last else "accent_soft"), edge
            )
            if has_room:
                words = QRectF(index * step, bar.top() - px(18), step, px(16))
                draw_text(painter, words, point.words, font, look().colour("ink" if last else "muted"), "center")
        self._paint_labels(painter, 0, step)


class LinePlot(_Plot):
    """A line from value to value over three level lines; the newest value stands beside its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = 0.0, 100.0

    def set_range(self, low: float, high: float) -> None:
        """Set the values of the lowest and the highest level line."""
        self._low, self._high = low, max(high, low + 1e-6)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_of(self), look().px
        font = look().font("caption", figures=True)
        levels = [self._low + (self._high - self._low) * part / 2 for part in range(3)]
        words = [f"{level:g}" for level in levels]
        left = max(text_width(each, font) for each in words) + px(10)
        newest = next((point for point in reversed(self._points) if point.value is not None), None)
        strong = look().font("strong", figures=True)
        right = self.width() - (text_width(newest.words, strong) + px(18) if newest is not None else 0.0)
        top, floor = px(12), self.height() - px(_LABEL_PX + 8)
        for level, text in zip(levels, words, strict=True):
            y = self._y(level, top, floor)
            painter.fillRect(QRectF(left, y, right - left, 1), look().colour("line"))
            box = QRectF(0, y - px(8), left - px(10), px(16))
            draw_text(painter, box, text, font, look().colour("muted"), "right")
        if not self._points:
            return
        step = (right - left) / len(self._points)
        places = [
            None if point.value is None else QPointF(left + (index + 0.5) * step, self._y(point.value, top, floor))
            for index, point in enumerate(self._points)
        ]
        self._paint_line(painter, [place for place in places if place is not None])
        if newest is not None:
            end = next(place for place in reversed(places) if place is not None)
            box = QRectF(end.x() + px(10), end.y() - px(10), px(80), px(20))
            draw_text(painter, box, newest.words, strong, look().colour("ink"))
        self._paint_labels(painter, left, step)

    def _y(self, value: float, top: float, floor: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return floor - (floor - top) * min(1.0, max(0.0, share))

    def _paint_line(self, painter: QPainter, places: list[QPointF]) -> None:
        painter.setPen(look().pen("accent", 2.0 * look().text_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("accent"))
        for index, place in enumerate(places):
            size = look().px(5 if index == len(places) - 1 else 3)
            painter.drawEllipse(place, size, size)


class TopicBars(QWidget):
    """A bar a topic, filled by its share, with a tick where it stood before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[TopicBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[TopicBar], name: str) -> None:
        """Show topics in order; name says in a sentence what they show."""
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(31) * max(1, len(self._bars)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(180), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_of(self), look().px
        font, figures = look().font("small"), look().font("small", figures=True)
        widest = max((text_width(bar.label, font) for bar in self._bars), default=0.0)
        left = min(widest + px(16), self.width() * 0.42)
        right = self.width() - max((text_width(bar.words, figures) for bar in self._bars), default=0.0) - px(14)
        for row, bar in enumerate(self._bars):
            line = QRectF(0, row * px(31), self.width(), px(31))
            words = QRectF(0, line.top(), left - px(10), line.height())
            draw_text(painter, words, bar.label, font, look().colour("ink"), elide=True)
            track = QRectF(left, line.center().y() - px(5), max(0.0, right - left), px(10))
            fill_round(painter, track, px(5), look().colour("track"))
            if bar.share > 0:
                filled = QRectF(track.left(), track.top(), max(px(10), track.width() * bar.share), track.height())
                fill_round(painter, filled, px(5), look().colour("accent"))
            if bar.before is not None:
                x = track.left() + track.width() * bar.before
                painter.fillRect(
                    QRectF(x - 1, track.top() - px(3), 2, track.height() + 2 * px(3)), look().colour("ink")
                )
            draw_text(painter, line, bar.words, figures, look().colour("muted"), "right")
