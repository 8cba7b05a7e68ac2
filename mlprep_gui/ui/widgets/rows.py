"""Rows of lists: a question with its reason; arrows move, Enter opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.motion import Glide
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, focus_edge, mixed, painter_of, text_width

DOT = "dot"


@dataclass(frozen=True, slots=True)
class RowView:
    """What a QuestionRow shows.

    Attributes:
        title: the question.
        why: a second line, the reason it stands here or where it comes from.
        mark: a verdict, an icon name, "dot" for a new one, or empty.
        right: figures at the right edge ("3", "0:52").
        figure: a number shown strong before `right` ("54" of "54 46-61"); empty for none.
        verdicts: shapes before the right text.
        spoken_why: the second line is the learner's own words (serif).
        is_below: it belongs to the line above, and stands indented.
        name: accessible name; empty for title and why together.
    """

    title: str
    why: str = ""
    mark: str = ""
    right: str = ""
    figure: str = ""
    verdicts: Sequence[Verdict] = ()
    spoken_why: bool = False
    is_below: bool = False
    name: str = ""


def move_between(widget: QWidget, step: int) -> bool:
    """Move the focus to the next or previous visible sibling of the same class; False at the end."""
    parent = widget.parentWidget()
    if parent is None:
        return False
    same = [row for row in parent.findChildren(type(widget)) if row.isVisibleTo(parent) and row.isEnabled()]
    same.sort(key=lambda row: row.mapTo(parent, row.rect().topLeft()).y())
    index = same.index(widget) + step
    if not 0 <= index < len(same):
        return False
    same[index].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class QuestionRow(QPushButton):
    """A line of a list. Signals: `clicked`, also by Enter or Space; Up and Down move to the neighbour.

    With `plays` Space, Left and Right are left to the page, which plays what the line stands for.
    """

    def __init__(
        self, view: RowView, *, divider: bool = True, plays: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plays = plays
        self._hover = Glide(self)
        self._view = view
        self._divider = divider
        self._selected = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_state(view)

    def set_state(self, view: RowView) -> None:
        """Show another line."""
        self._view = view
        self.setAccessibleName(view.name or ", ".join(part for part in (view.title, view.why) if part))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Mark this line as the chosen one of its list."""
        self._selected = selected
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(58 if self._view.why else 44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._plays and key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not move_between(self, -1 if key == Qt.Key.Key_Up else 1):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect = QRectF(self.rect())
        shade = look().colour
        fill = mixed(None, shade("hover"), self._hover.to(float(self.underMouse())))
        if self.isDown() or self._selected:
            fill = shade("track" if self.isDown() else "accent_soft")
        if fill is not None and self.isEnabled():
            fill_round(painter, rect, look().px(8), fill)
        elif self._divider:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), shade("line"))
        if self._selected:
            bar = QRectF(0, look().px(8), 3, rect.height() - look().px(16))
            fill_round(painter, bar, 1.5, shade("accent"))
        right = self._paint_right(painter, rect.adjusted(0, 0, -look().px(12), 0))
        self._paint_words(painter, QRectF(0, 0, right - look().px(12), rect.height()))
        if self.hasFocus():
            focus_edge(painter, rect, look().px(8))

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        view = self._view
        shade = look().colour
        left = look().px(36 if view.is_below else 12)
        if view.mark:
            side = look().px(16)
            square = QRectF(look().px(2), (rect.height() - side) / 2, side, side)
            if self._selected:
                square.translate(look().px(6), 0)
            if view.mark == DOT:
                dot = look().px(4)
                painter.setBrush(shade("accent"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(square.center(), dot, dot)
            else:
                role = view.mark if view.mark in set(Verdict) else "muted"
                paint_icon(painter, view.mark, square, shade(role))
            left = look().px(34)
        ink = shade("ink" if self.isEnabled() else "disabled_ink")
        title = look().font("strong" if self._selected else "medium")
        box = QRectF(left, 0, rect.width() - left, rect.height())
        if text_width(view.title, title) > box.width() and not self.toolTip():
            self.setToolTip("\n".join(part for part in (view.title, view.why) if part))
        if not view.why:
            draw_text(painter, box, view.title, title, ink, elide=True)
            return
        half = look().px(20)
        top = (rect.height() - 2 * half) / 2
        draw_text(painter, QRectF(left, top, box.width(), half), view.title, title, ink, elide=True)
        below = QRectF(left, top + half, box.width(), half)
        muted = shade("muted" if self.isEnabled() else "disabled_ink")
        font = look().font("quote" if view.spoken_why else "small")
        if view.spoken_why:
            font.setPixelSize(look().px(16))
            muted = ink
        draw_text(painter, below, view.why, font, muted, elide=True)

    def _paint_right(self, painter: QPainter, rect: QRectF) -> float:
        """Paint the right side; returns where the words must end."""
        view = self._view
        shade = look().colour
        end = rect.right()
        figures = look().font("body", figures=True)
        if view.right:
            draw_text(painter, QRectF(0, 0, end, rect.height()), view.right, figures, shade("muted"), "right")
            end -= text_width(view.right, figures) + look().px(6)
        if view.figure:
            font = look().font("strong", figures=True)
            draw_text(painter, QRectF(0, 0, end, rect.height()), view.figure, font, shade("ink"), "right")
            end -= text_width(view.figure, font) + look().px(6)
        if view.verdicts:
            side, step = look().px(16), look().px(19)
            end -= look().px(18) + len(view.verdicts) * step
            for index, verdict in enumerate(view.verdicts):
                square = QRectF(end + index * step, (rect.height() - side) / 2, side, side)
                paint_icon(painter, verdict, square, shade(verdict))
        return end
