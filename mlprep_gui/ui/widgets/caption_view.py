"""What is heard while the learner speaks."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlprep_gui.domain.transcript import Caption
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.flow import set_words
from mlprep_gui.ui.widgets.painting import painter_of
from mlprep_gui.ui.widgets.words_view import WordsView

_BAR_PX = 2


class CaptionView(WordsView):
    """The newest lines of a caption: words that stay upright in ink, words that may still change in muted italics.

    It takes no focus and says nothing by itself; a screen reader finds the words that stay in its description.
    """

    _style = "live"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self._tokens: tuple[str, ...] = ()
        self._staying = 0
        self._lines = 4
        self.setAccessibleName(self.tr("What is heard"))

    def set_caption(self, caption: Caption) -> None:
        """Show a caption."""
        staying = len(caption.committed)
        if (caption.words, staying) == (self._tokens, self._staying):
            return
        if caption.words[:staying] != self._tokens[: self._staying]:
            self.setAccessibleDescription(" ".join(caption.words[:staying]))
        self._tokens, self._staying = caption.words, staying
        self.update()

    def set_lines(self, lines: int) -> None:
        """Show at most so many lines."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> str:
        """The words in sight; an ellipsis stands for those before them."""
        _, first = self._in_sight()
        return " ".join(self._tokens[first:]) if first == 0 else "… " + " ".join(self._tokens[first:])

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(680), self._lines * look().line(self._style))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().line(self._style))

    @override
    def _words(self) -> Sequence[str]:
        return self._tokens

    def _word_font(self, index: int) -> QFont:
        font = self._font()
        font.setItalic(index >= self._staying)
        return font

    @override
    def _rects(self, width: float) -> list[QRectF]:
        return self._placed(self._word_widths(), width)

    def _word_widths(self) -> list[float]:
        upright, italic = QFontMetricsF(self._word_font(-1)), QFontMetricsF(self._word_font(self._staying))
        return [
            (upright if index < self._staying else italic).horizontalAdvance(word)
            for index, word in enumerate(self._tokens)
        ]

    def _placed(self, widths: Sequence[float], width: float) -> list[QRectF]:
        space = QFontMetricsF(self._word_font(-1)).horizontalAdvance(" ")
        return set_words(widths, space, width, float(look().line(self._style)))

    def _in_sight(self) -> tuple[list[QRectF], int]:
        """Return the rectangles of all words, moved so that the last line is in sight, and the first word in sight."""
        line = look().line(self._style)
        lines = max(1, min(self._lines, self.height() // line))
        width = self.width() - _BAR_PX - look().px(6)
        if lines == 1:  # of a line of its own, the last word alone would say little
            return self._in_one_line(width)
        rects = self._rects(width)
        if rects and (above := rects[-1].bottom() - lines * line) > 0:
            rects = [rect.translated(0, -above) for rect in rects]
        return rects, next((index for index, rect in enumerate(rects) if rect.top() >= -0.5), 0)

    def _in_one_line(self, width: float) -> tuple[list[QRectF], int]:
        widths = self._word_widths()
        first = max(0, len(widths) - 1)
        while first > 0 and self._placed(widths[first - 1 :], width)[-1].top() == 0:
            first -= 1
        return [QRectF()] * first + self._placed(widths[first:], width), first

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rects, first = self._in_sight()
        for index in range(first, len(rects)):
            painter.setPen(look().colour("ink" if index < self._staying else "muted"))
            self._draw_word(painter, rects[index], self._tokens[index], self._word_font(index))
        if rects:
            last = rects[-1].adjusted(0, look().px(6), 0, -look().px(6))
            bar = QRectF(last.right() + look().px(4), last.top(), _BAR_PX, last.height())
            painter.fillRect(bar, look().colour("accent"))
