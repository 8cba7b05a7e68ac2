"""Text whose single words count: the question while it is read, what is heard, and the transcript with its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.transcript import Word
from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import Look, look
from mlprep_gui.ui.widgets.flow import set_words
from mlprep_gui.ui.widgets.painting import fill_round, focus_edge, painter_of

#: Widths for which words stay set; a window that is being resized goes through many.
_WIDTHS = 8


class WordsView(QWidget):
    """Words in lines; subclasses say how wide each is and paint it."""

    _style = "body"
    _centred = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: dict[float, list[QRectF]] = {}
        self._set_in: Look | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rects = self._rects(width)
        return round(rects[-1].bottom()) + 1 if rects else look().line(self._style)

    @override
    def sizeHint(self) -> QSize:
        width = look().px(680)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().line(self._style))

    def _words(self) -> Sequence[str]:
        raise NotImplementedError

    def _extra(self, index: int) -> float:
        """Room before a word, for an icon."""
        return 0.0

    def _font(self) -> QFont:
        return look().font(self._style)

    def _words_changed(self) -> None:
        """Subclasses call this when they show other words."""
        self._set.clear()
        self.updateGeometry()
        self.update()

    def _rects(self, width: float) -> list[QRectF]:
        """Return where each word stands, not to be changed; layouts ask for the same widths many times over."""
        if self._set_in is not look() or len(self._set) > _WIDTHS:
            self._set, self._set_in = {}, look()
        if width not in self._set:
            self._set[width] = self._set_words(width)
        return self._set[width]

    def _set_words(self, width: float) -> list[QRectF]:
        metrics = QFontMetricsF(self._font())
        widths = [metrics.horizontalAdvance(word) + self._extra(i) for i, word in enumerate(self._words())]
        space = metrics.horizontalAdvance(" ")
        return set_words(widths, space, width, float(look().line(self._style)), centred=self._centred)

    def _draw_word(self, painter: QPainter, rect: QRectF, text: str, font: QFont) -> float:
        """Paint a word; returns its baseline."""
        metrics = QFontMetricsF(font)
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.drawText(QPointF(rect.left(), baseline), text)
        return baseline


class PromptView(WordsView):
    """The question in large type. While it is read aloud the spoken word is marked and the words to come are muted.

    `set_prompt(text)`, `set_spoken(start, length)` by text position (characters), `set_spoken_word(index)`,
    `finish()` when the reading ends.
    """

    _style = "question"
    _centred = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: list[str] = []
        self._current: int | None = None

    def set_prompt(self, text: str) -> None:
        """Show a question, all of it in ink."""
        self._tokens = text.split()
        self._current = None
        self.setAccessibleName(text)
        self._words_changed()

    def set_spoken(self, position: int, length: int = 0) -> None:
        """Mark the word at a position of the text, counted in characters."""
        start = 0
        text = " ".join(self._tokens)
        for index, token in enumerate(self._tokens):
            start = text.index(token, start)
            if position < start + len(token):
                self.set_spoken_word(index)
                return
            start += len(token)

    def set_spoken_word(self, index: int) -> None:
        """Mark the word with this number; -1 before the first."""
        self._current = index
        self.update()

    def finish(self) -> None:
        """The reading has ended: all words in ink."""
        self._current = None
        self.update()

    @override
    def _words(self) -> Sequence[str]:
        return self._tokens

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        font, metrics = self._font(), QFontMetricsF(self._font())
        reading = self._current is not None
        for index, (token, rect) in enumerate(zip(self._tokens, self._rects(self.width()), strict=True)):
            if index == self._current:
                bare = token.rstrip(".,;:?!")
                mark = QRectF(rect.left(), rect.top() + 2, metrics.horizontalAdvance(bare), rect.height() - 4)
                fill_round(painter, mark.adjusted(-5, 0, 5, 0), look().px(6), look().colour("accent_soft"))
            later = reading and self._current is not None and index > self._current
            painter.setPen(look().colour("muted" if later else "ink"))
            self._draw_word(painter, rect, token, font)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a transcript that a verdict rests on: words[start:end], and which key point (for the tooltip)."""

    start: int
    end: int
    verdict: Verdict
    about: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A stretch of a transcript with a note for the tooltip: words[start:end]."""

    start: int
    end: int
    note: str


class TranscriptView(WordsView):
    """The learner's own words, with evidence underlined after its verdict's shape, doubtful and noted words dotted.

    `set_transcript(words, marks, notes)`, `set_position(seconds)` marks the word being played. Arrow keys move, Enter
    plays. What there is to say about a word stands in the tooltip and in the description for screen readers.

    Signals:
        word_clicked(int): number of the word, by click or Enter.
    """

    word_clicked = Signal(int)
    _style = "spoken"
    _DOUBT = 0.5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: tuple[Word, ...] = ()
        self._marks: tuple[Marked, ...] = ()
        self._by_word: Mapping[int, Marked] = {}
        self._notes: tuple[Noted, ...] = ()
        self._playable = False
        self._playing: int | None = None
        self._cursor = 0
        self._hover: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_transcript(
        self,
        words: Sequence[Word],
        marks: Sequence[Marked] = (),
        notes: Sequence[Noted] = (),
        *,
        playable: bool = False,
    ) -> None:
        """Show words, the evidence in them, and notes on some; playable says whether a click can be heard."""
        self._tokens, self._marks = tuple(words), tuple(marks)
        self._notes, self._playable = tuple(notes), playable
        self._by_word = {i: mark for mark in reversed(self._marks) for i in range(mark.start, mark.end)}
        self._playing, self._cursor = None, 0
        self.setAccessibleName(self.tr("Transcript"))
        self.setAccessibleDescription(" ".join(word.text for word in words))
        self._words_changed()

    def set_position(self, seconds: float | None) -> None:
        """Mark the word spoken at this time; None for none."""
        playing = None
        if seconds is not None:
            playing = next((i for i, w in enumerate(self._tokens) if w.start_s <= seconds < w.end_s), None)
        if playing != self._playing:
            self._playing = playing
            self.update()

    def word_rect(self, index: int) -> QRectF:
        """Return where a word stands, without the shape before it."""
        rect = self._rects(self.width())[index]
        return rect.adjusted(self._extra(index), 0, 0, 0)

    @override
    def _words(self) -> Sequence[str]:
        return [word.text for word in self._tokens]

    @override
    def _extra(self, index: int) -> float:
        return float(look().px(20)) if any(mark.start == index for mark in self._marks) else 0.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        font = self._font()
        rects = self._rects(self.width())
        space = QFontMetricsF(font).horizontalAdvance(" ")
        for index, (word, full) in enumerate(zip(self._tokens, rects, strict=True)):
            rect = full.adjusted(self._extra(index), 0, 0, 0)
            mark = self._by_word.get(index)
            if index in (self._playing, self._hover):
                role = "accent_soft" if index == self._playing else "hover"
                fill_round(painter, rect.adjusted(-2, 2, 2, -2), look().px(4), look().colour(role))
            if rect.left() > full.left():
                self._paint_shapes(painter, index, full)
            painter.setPen(look().colour("ink"))
            baseline = self._draw_word(painter, rect, word.text, font)
            if mark is not None:
                joined = index + 1 < mark.end and index + 1 < len(rects) and rects[index + 1].top() == full.top()
                end = rect.right() + (space if joined else 0)
                line = QRectF(rect.left(), baseline + look().px(4), end - rect.left(), 2)
                painter.fillRect(line, look().colour(mark.verdict))
            dots = self._dots(index)
            if dots:
                pen = look().pen(dots, 1.5)
                pen.setStyle(Qt.PenStyle.DotLine)
                painter.setPen(pen)
                below = baseline + look().px(4 if mark is None else 8)
                painter.drawLine(QPointF(rect.left(), below), QPointF(rect.right(), below))
            if self.hasFocus() and index == self._cursor:
                focus_edge(painter, rect.adjusted(-3, 1, 3, -1), look().px(5))

    def _dots(self, index: int) -> str:
        """Return the colour of the dots under a word: of a note, of doubt, or none."""
        if any(note.start <= index < note.end for note in self._notes):
            return "accent"
        return "muted" if self._tokens[index].confidence < self._DOUBT else ""

    def _about(self, index: int) -> str:
        """Return what there is to say about a word: the key point it is evidence of, a note, and doubt."""
        parts = [self._by_word[index].about] if index in self._by_word else []
        parts += [note.note for note in self._notes if note.start <= index < note.end]
        if self._tokens[index].confidence < self._DOUBT:
            sure, hear = self.tr("Not sure about this word."), self.tr("Not sure about this word: click to hear it.")
            parts.append(hear if self._playable else sure)
        return "\n".join(part for part in parts if part)

    def _paint_shapes(self, painter: QPainter, index: int, full: QRectF) -> None:
        mark = next(mark for mark in self._marks if mark.start == index)
        side = look().px(14)
        square = QRectF(full.left(), full.center().y() - side / 2 - 1, side, side)
        paint_icon(painter, mark.verdict, square, look().colour(mark.verdict))

    def _word_at(self, point: QPointF) -> int | None:
        return next((i for i, rect in enumerate(self._rects(self.width())) if rect.contains(point)), None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hover = self._word_at(event.position())
        if hover != self._hover:
            self._hover = hover
            has_word = hover is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if has_word else Qt.CursorShape.ArrowCursor)
            about = self._about(hover) if hover is not None else ""
            QToolTip.showText(event.globalPosition().toPoint(), about, self)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._word_at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = index
            self.word_clicked.emit(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._tokens:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.word_clicked.emit(self._cursor)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(self._tokens) - 1
            step = {Qt.Key.Key_Left: self._cursor - 1, Qt.Key.Key_Right: self._cursor + 1, Qt.Key.Key_Home: 0}
            self._move(min(last, max(0, step.get(key, last))))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._move_line(-1 if key == Qt.Key.Key_Up else 1):
            pass
        else:
            super().keyPressEvent(event)

    def _move_line(self, way: int) -> bool:
        rects = self._rects(self.width())
        here = rects[self._cursor]
        target = here.center() + QPointF(0, way * here.height())
        line = [i for i, rect in enumerate(rects) if abs(rect.center().y() - target.y()) < 1]
        if not line:
            return False
        self._move(min(line, key=lambda i: abs(rects[i].center().x() - target.x())))
        return True

    def _move(self, index: int) -> None:
        self._cursor = index
        about = self._about(index).replace("\n", ", ")
        self.setAccessibleDescription(", ".join(part for part in (self._tokens[index].text, about) if part))
        self.update()
