"""Text in the type styles of the theme: `Label`, with wrapping, eliding and runs of other weight or colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import Look, look

_UNBOUND_PX = 100_000.0
_READING_PX = 680


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; an empty style or colour is that of its label."""

    text: str
    colour: str = ""
    style: str = ""
    italic: bool = False


class Label(QLabel):
    """Text in a type style and a colour role.

    Args:
        text: what it says.
        style: a name of `theme.TYPE`: caption small body medium strong reading title heading display question figure,
            and for the learner's own words spoken, quote, live.
        colour: a colour role of the theme.
        wrap: break into lines (the height follows the width); otherwise one line.
        elide: with one line, shorten with an ellipsis; the whole text is in the tooltip and the accessible name.
        align: "left", "center" or "right".
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: str = "left",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._colour = colour
        self._wrap = wrap
        self._elide = elide
        self._runs: tuple[Run, ...] = ()
        self._measured: dict[float, tuple[int, int]] = {}
        self._measured_in: Look | None = None
        flag = Qt.AlignmentFlag
        side = {"left": flag.AlignLeft, "center": flag.AlignHCenter, "right": flag.AlignRight}[align]
        self.setAlignment(side | flag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        vertical = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    @property
    def is_elided(self) -> bool:
        """Whether it is shortened where there is no room."""
        return self._elide

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show stretches of different weight or colour."""
        super().setText("".join(run.text for run in runs))
        self._runs = tuple(runs)
        self._changed()

    def set_colour(self, colour: str) -> None:
        """Change the colour role."""
        self._colour = colour
        self.update()

    def set_style(self, style: str) -> None:
        """Change the type style."""
        self._style = style
        self._changed()

    @override
    def setText(self, text: str) -> None:
        self._runs = ()
        super().setText(text)
        self._changed()

    @override
    def sizeHint(self) -> QSize:
        return QSize(*self._measure(float(look().px(_READING_PX)) if self._wrap else _UNBOUND_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        height = look().line(self._style)
        if self._wrap:
            metrics = QFontMetricsF(self._font())
            longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
            return QSize(round(min(longest, look().px(200))) + 1, height)
        return QSize(look().px(24) if self._elide else self.sizeHint().width(), height)

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wrap

    @override
    def heightForWidth(self, width: int) -> int:
        return self._measure(float(width))[1] if self._wrap else self.sizeHint().height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide and not self._wrap:
            cut = self._measure(_UNBOUND_PX)[0] > self.width()
            self.setToolTip(self.text() if cut else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = float(self.width()) if self._wrap else _UNBOUND_PX
        runs = self._shown_runs()
        layout = self._layout(runs, width)
        line = float(look().line(self._style))
        top = 0.0 if self._wrap else (self.height() - layout.lineCount() * line) / 2
        painter = QPainter(self)
        for index in range(layout.lineCount()):
            text_line = layout.lineAt(index)
            free = self.width() - text_line.naturalTextWidth()
            left = 0.0
            if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
                left = free / 2
            elif self.alignment() & Qt.AlignmentFlag.AlignRight:
                left = free
            text_line.setPosition(QPointF(left, index * line + (line - text_line.height()) / 2))
        painter.setPen(self._pen_colour(""))
        layout.draw(painter, QPointF(0.0, top), [], QRectF())

    def _font(self, style: str = "", *, italic: bool = False) -> QFont:
        # A label that is a number changes in place, so its digits keep their width.
        text = self.text()
        figures = "-" not in text and any(map(str.isdigit, text))
        return look().font(style or self._style, italic=italic, figures=figures)

    def _pen_colour(self, role: str) -> QColor:
        if not self.isEnabled():
            return look().colour("disabled_ink")
        return look().colour(role or self._colour)

    def _shown_runs(self) -> tuple[Run, ...]:
        runs = self._runs or (Run(self.text()),)
        if not self._elide or self._wrap or self._measure(_UNBOUND_PX)[0] <= self.width():
            return runs
        metrics = QFontMetricsF(self._font())
        return (Run(metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, float(self.width()))),)

    def _layout(self, runs: Sequence[Run], width: float) -> QTextLayout:
        text = "".join(run.text for run in runs).replace("\n", "\u2028")
        layout = QTextLayout(text, self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for run in runs:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, len(run.text.encode("utf-16-le")) // 2
            form = QTextCharFormat()
            form.setForeground(self._pen_colour(run.colour))
            if run.style or run.italic:
                form.setFont(self._font(run.style, italic=run.italic))
            part.format = form
            formats.append(part)
            start += part.length
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _measure(self, width: float) -> tuple[int, int]:
        """Return width and height of the text in a room; layouts ask for the same ones many times over."""
        if self._measured_in is not look():
            self._measured, self._measured_in = {}, look()
        if width not in self._measured:
            self._measured[width] = self._measure_anew(width)
        return self._measured[width]

    def _measure_anew(self, width: float) -> tuple[int, int]:
        layout = self._layout(self._runs or (Run(self.text()),), width)
        widest = max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)
        return int(widest) + 1, max(1, layout.lineCount()) * look().line(self._style)

    def _changed(self) -> None:
        self._measured.clear()
        self.updateGeometry()
        self.update()


def wrapped(text: str, style: str = "body", colour: str = "ink", parent: QWidget | None = None) -> Label:
    """Return a label that breaks into lines."""
    return Label(text, style, colour, wrap=True, parent=parent)


def elided(text: str, style: str = "body", colour: str = "ink", parent: QWidget | None = None) -> Label:
    """Return a label of one line that is shortened when there is no room."""
    return Label(text, style, colour, elide=True, parent=parent)
