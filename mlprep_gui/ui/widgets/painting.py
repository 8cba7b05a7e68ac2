"""What several painted widgets draw alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mlprep_gui.ui.theme import look


def painter_of(widget: QWidget) -> QPainter:
    """Return a smooth painter on a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill_round(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, outline: QColor | None = None
) -> None:
    """Paint a rounded rectangle; the outline lies inside the edge and is as wide as the theme's lines."""
    width = look().theme.line_width if outline is not None else 0
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if outline is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    pen = look().pen("line", width)
    pen.setColor(outline)
    painter.setPen(pen)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def mixed(rest: QColor | None, other: QColor, share: float) -> QColor | None:
    """Return a colour on its way to another one, 0 to 1; None is no colour at all."""
    if share <= 0.0 or share >= 1.0:
        return other if share > 0.0 else rest
    if rest is None:
        return QColor(other.red(), other.green(), other.blue(), round(other.alpha() * share))
    pairs = ((rest.red(), other.red()), (rest.green(), other.green()), (rest.blue(), other.blue()))
    return QColor(*(round(one + (two - one) * share) for one, two in pairs))


def focus_edge(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the ring of focus inside the edge of a rectangle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = look().pen("focus", 2.0)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def text_width(text: str, font: QFont) -> float:
    """Return how wide a text is, logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_text(
    painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor, align: str = "left", *, elide: bool = False
) -> None:
    """Paint one line of text, centred vertically on its capitals."""
    metrics = QFontMetricsF(font)
    if elide:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    width = metrics.horizontalAdvance(text)
    left = rect.left()
    if align == "center":
        left += (rect.width() - width) / 2
    elif align == "right":
        left = rect.right() - width
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline), text)
