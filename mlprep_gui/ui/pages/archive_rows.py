"""Paints the lines of the review list: sessions, and answers with what was found in them."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, focus_edge, text_width

_Index = QModelIndex | QPersistentModelIndex
_HEADING_PX, _SESSION_PX, _ANSWER_PX = 44, 40, 62
_NARROW_PX = 700
_POINTS_PX, _SCORE_PX, _LENGTH_PX, _ICON_PX = 150, 104, 56, 36
_LEFT_PX, _BELOW_PX = 12, 36


class Part(StrEnum):
    """What a click on a line meets."""

    LINE = "line"
    PLAY = "play"
    BOOKMARK = "bookmark"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with stretches to stand out: start and end, characters. The learner's own words are `spoken`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """What a line shows.

    Attributes:
        name: all of it in words, for screen readers.
        heading: stands above the line; empty for none.
        session: id of its session; an answer names its take as well.
        detail: second line of an answer; what stands beside the title of a session.
        detail_icon: "note" before a note.
        plays: there is a recording to play.
        at: when the words that were found were said ("0:36"); empty for the start.
        at_s: the same in seconds; 0 for the start.
        score, spread: "54", "46–61"; without a score the reason why stands in `counts`.
        counts: "2 of 6 covered".
        mark: a word in a chip after the title ("Recovered").
        is_below: it belongs to the answer above, and stands indented.
    """

    name: str
    title: MarkedText
    session: str
    take: str = ""
    question: str = ""
    heading: str = ""
    detail: MarkedText = MarkedText("")
    detail_icon: str = ""
    plays: bool = False
    at: str = ""
    at_s: float = 0.0
    playing: bool = False
    score: str = ""
    spread: str = ""
    counts: str = ""
    verdicts: tuple[Verdict, ...] = ()
    length: str = ""
    mark: str = ""
    bookmarked: bool = False
    is_below: bool = False

    @property
    def is_session(self) -> bool:
        """Whether this line stands for a session, not for an answer."""
        return not self.take


def line_of(index: _Index) -> LineView:
    """Return what a line of the model shows."""
    view = index.data(Qt.ItemDataRole.UserRole)
    if not isinstance(view, LineView):
        raise TypeError(view)
    return view


def line_size(view: LineView) -> QSize:
    """Return the room that a line takes."""
    height = _SESSION_PX if view.is_session else _ANSWER_PX
    return QSize(look().px(200), look().px(height + (_HEADING_PX if view.heading else 0)))


class LineDelegate(QStyledItemDelegate):
    """Paints lines, and knows what of a line lies where."""

    def part_at(self, rect: QRectF, view: LineView, x: float, y: float) -> Part:
        """Return what lies at a place; rect is that of the whole line."""
        body = _body(rect, view)
        if y < body.top():
            return Part.LINE
        if x >= body.right() - look().px(_ICON_PX):
            return Part.DELETE if view.is_session else Part.BOOKMARK
        below = y > body.center().y()
        left = body.left() + _indent(view)
        if view.plays and below and left <= x < left + _play_width(view):
            return Part.PLAY
        return Part.LINE

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = line_of(index)
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = _body(rect, view)
        if view.heading:
            top = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - body.height())
            top.adjust(0, look().px(14), 0, 0)
            draw_text(painter, top, view.heading, look().font("caption", weight=600), look().colour("muted"))
        painter.fillRect(QRectF(body.left(), body.top(), body.width(), 1), look().colour("line"))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        fill = "accent_soft" if focused else "hover" if state & QStyle.StateFlag.State_MouseOver else ""
        if fill:
            fill_round(painter, body, look().px(8), look().colour(fill))
        if view.is_session:
            _paint_session(painter, body, view)
        else:
            _paint_answer(painter, body, view, on_soft=focused)
        if focused:
            focus_edge(painter, body, look().px(8))
        painter.restore()


def _body(rect: QRectF, view: LineView) -> QRectF:
    """Return the line without its heading."""
    height = look().px(_SESSION_PX if view.is_session else _ANSWER_PX)
    return QRectF(rect.left(), rect.bottom() - height, rect.width(), height)


def _indent(view: LineView) -> float:
    return look().px(_BELOW_PX if view.is_below else _LEFT_PX)


def _paint_session(painter: QPainter, body: QRectF, view: LineView) -> None:
    shade, px = look().colour, look().px
    right = body.right() - px(_ICON_PX)
    _paint_icon_at(painter, "delete", right, body, "muted")
    if view.counts:
        font = look().font("small", figures=True)
        width = text_width(view.counts, font)
        draw_text(
            painter, QRectF(right - width - px(8), body.top(), width, body.height()), view.counts, font, shade("muted")
        )
        right -= width + px(20)
    left = body.left() + px(_LEFT_PX)
    title = look().font("strong")
    draw_text(painter, QRectF(left, body.top(), right - left, body.height()), view.title.text, title, shade("ink"))
    left += text_width(view.title.text, title) + px(12)
    box = QRectF(left, body.top(), max(0.0, right - left), body.height())
    draw_text(painter, box, view.detail.text, look().font("small"), shade("muted"), elide=True)


def _paint_answer(painter: QPainter, body: QRectF, view: LineView, *, on_soft: bool) -> None:
    px = look().px
    upper = QRectF(body.left() + _indent(view), body.top() + px(9), 0, px(22))
    lower = QRectF(upper.left(), upper.bottom(), 0, px(22))
    right = _paint_columns(painter, body, upper, lower, view) - px(12)
    upper.setRight(right)
    lower.setRight(right)
    ink = look().colour("ink")
    if view.mark:
        font = look().font("caption")
        width = text_width(view.mark, font) + px(16)
        room = QRectF(upper.left(), upper.top(), max(px(80), upper.width() - width - px(8)), upper.height())
        end = paint_marked(painter, room, view.title, look().font("medium"), ink, on_soft=on_soft)
        chip = QRectF(end + px(8), upper.top() + px(1), width, px(20))
        fill_round(painter, chip, chip.height() / 2, look().colour("sunken"))
        draw_text(painter, chip, view.mark, font, look().colour("muted"), "center")
    else:
        paint_marked(painter, upper, view.title, look().font("medium"), ink, on_soft=on_soft)
    if view.plays:
        _paint_play(painter, lower, view)
        lower.setLeft(lower.left() + _play_width(view))
    if view.detail_icon:
        side = px(16)
        paint_icon(
            painter,
            view.detail_icon,
            QRectF(lower.left(), lower.center().y() - side / 2, side, side),
            look().colour("muted"),
        )
        lower.setLeft(lower.left() + side + px(8))
    paint_marked(painter, lower, view.detail, _detail_font(view), _detail_ink(view), on_soft=on_soft)


def _detail_font(view: LineView) -> QFont:
    font = look().font("quote" if view.detail.spoken else "small")
    if view.detail.spoken:
        font.setPixelSize(look().px(16))
    return font


def _detail_ink(view: LineView) -> QColor:
    return look().colour("ink" if view.detail.spoken and view.detail.marks else "muted")


def _paint_play(painter: QPainter, lower: QRectF, view: LineView) -> None:
    side = look().px(14)
    square = QRectF(lower.left(), lower.center().y() - side / 2, side, side)
    paint_icon(painter, "stop" if view.playing else "play_fill", square, look().colour("accent"))
    words = QRectF(square.right() + look().px(4), lower.top(), look().px(60), lower.height())
    draw_text(painter, words, view.at, look().font("small", weight=500, figures=True), look().colour("accent"))


def _play_width(view: LineView) -> float:
    if not view.at:
        return look().px(14 + 10)
    return look().px(14 + 4 + 10) + text_width(view.at, look().font("small", weight=500, figures=True))


def _paint_columns(painter: QPainter, body: QRectF, upper: QRectF, lower: QRectF, view: LineView) -> float:
    """Paint what stands at the right; returns where the words must end. Narrow lines leave figures out, not words."""
    shade, px = look().colour, look().px
    right = body.right() - px(_ICON_PX)
    if view.bookmarked:
        _paint_icon_at(painter, "bookmark_fill", right, body, "accent")
    narrow = body.width() < px(_NARROW_PX)
    figures = look().font("small", figures=True)
    if not narrow:
        box = QRectF(right - px(_LENGTH_PX), body.top(), px(_LENGTH_PX) - px(8), body.height())
        draw_text(painter, box, view.length, figures, shade("muted"), "right")
        right -= px(_LENGTH_PX)
    if view.score:
        right -= px(_SCORE_PX)
        strong = look().font("strong", figures=True)
        draw_text(painter, QRectF(right, body.top(), px(_SCORE_PX), body.height()), view.score, strong, shade("ink"))
        beside = right + text_width(view.score, strong) + px(6)
        draw_text(painter, QRectF(beside, body.top(), px(80), body.height()), view.spread, figures, shade("muted"))
    elif not narrow:
        right -= px(_SCORE_PX)
    if narrow and view.score:
        return right
    right -= px(_POINTS_PX)
    caption = look().font("caption")
    if not view.verdicts:
        width = px(_POINTS_PX if narrow else _POINTS_PX + _SCORE_PX) - px(12)
        draw_text(
            painter, QRectF(right, body.top(), width, body.height()), view.counts, caption, shade("muted"), elide=True
        )
        return right
    side, step = px(16), px(19)
    for place, verdict in enumerate(view.verdicts[: px(_POINTS_PX) // step]):
        square = QRectF(right + place * step, upper.center().y() - side / 2, side, side)
        paint_icon(painter, verdict, square, shade(verdict))
    draw_text(painter, QRectF(right, lower.top(), px(_POINTS_PX), lower.height()), view.counts, caption, shade("muted"))
    return right


def _paint_icon_at(painter: QPainter, icon: str, left: float, body: QRectF, colour: str) -> None:
    side = look().px(18)
    x = left + (look().px(_ICON_PX) - side) / 2
    paint_icon(painter, icon, QRectF(x, body.center().y() - side / 2, side, side), look().colour(colour))


def paint_marked(
    painter: QPainter, rect: QRectF, marked: MarkedText, font: QFont, ink: QColor, *, on_soft: bool = False
) -> float:
    """Paint one line of text with its marked stretches strong on a soft ground; returns where it ends.

    When the first mark would fall behind the edge, words before it give way.
    """
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    metrics, strong_metrics = QFontMetricsF(font), QFontMetricsF(strong)
    runs = _runs(_shifted(marked, metrics, rect.width()))
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    x = rect.left()
    for text, is_marked in runs:
        use = strong_metrics if is_marked else metrics
        room = rect.right() - x
        shown = use.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = use.horizontalAdvance(shown)
        if is_marked:
            ground = look().colour("surface" if on_soft else "accent_soft")
            fill_round(painter, QRectF(x - 2, rect.top() + 1, width + 4, rect.height() - 2), look().px(3), ground)
        painter.setFont(strong if is_marked else font)
        painter.setPen(look().colour("ink") if is_marked else ink)
        painter.drawText(QPointF(x, baseline), shown)
        x += width
        if shown != text:
            break
    return x


def _runs(marked: MarkedText) -> list[tuple[str, bool]]:
    runs: list[tuple[str, bool]] = []
    at = 0
    for start, end in marked.marks:
        if start > at:
            runs.append((marked.text[at:start], False))
        runs.append((marked.text[start:end], True))
        at = end
    if at < len(marked.text):
        runs.append((marked.text[at:], False))
    return runs


def _shifted(marked: MarkedText, metrics: QFontMetricsF, width: float) -> MarkedText:
    if not marked.marks:
        return marked
    text, (start, end) = marked.text, marked.marks[0]
    before = "" if metrics.horizontalAdvance(text) <= width else text[:start]
    if not before:
        return marked
    while metrics.horizontalAdvance(before + text[start:end]) > width * 0.8:
        space = before.find(" ", 1 if before.startswith("…") else 0)
        before = "" if space < 0 else "…" + before[space + 1 :]
        if before in ("", "…"):
            break
    shift = len(before) - start
    return MarkedText(before + text[start:], tuple((a + shift, b + shift) for a, b in marked.marks), marked.spoken)
