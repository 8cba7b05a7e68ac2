"""Buttons: the filled one for the next step, outlined, text, quiet, and icon buttons."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.motion import Glide
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, mixed, painter_of, text_width


class Kind(StrEnum):
    """How much a button asks for attention; one PRIMARY a page."""

    PRIMARY = "primary"
    OUTLINED = "outlined"
    TEXT = "text"
    QUIET = "quiet"


class Size(StrEnum):
    """Height of a button."""

    COMPACT = "compact"
    NORMAL = "normal"
    LARGE = "large"


_HEIGHT_PX = {Size.COMPACT: 28, Size.NORMAL: 36, Size.LARGE: 52}
_PAD_PX = {Size.COMPACT: 10, Size.NORMAL: 15, Size.LARGE: 25}


class Button(QPushButton):
    """A button with a verb on it, and optionally an icon and the key that does the same.

    Signals: `clicked` as of QPushButton. A click does not take the keyboard focus, Tab reaches it.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.OUTLINED,
        *,
        icon: str = "",
        key: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._size = size
        self._icon = icon
        self._key = key
        self._hover = Glide(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        ring_around(self, 10 if size is Size.LARGE else 8)

    def set_icon(self, name: str) -> None:
        """Change the icon; empty for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Change the key shown on the button; empty for none. It is a hint only, the page owns the shortcut."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button asks for attention."""
        self._kind = kind
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = 2 * look().px(_PAD_PX[self._size]) + self._content_width()
        return QSize(round(width), look().px(_HEIGHT_PX[self._size]))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect = QRectF(self.rect())
        self._hover.to(float(self.underMouse()))
        fill, outline = self._fill()
        radius = look().px(10 if self._size is Size.LARGE else 8)
        fill_round(painter, rect, radius, fill, outline)
        ink = self._ink()
        left = (rect.width() - self._content_width()) / 2
        if self._icon:
            side = self._icon_side()
            paint_icon(painter, self._icon, QRectF(left, (rect.height() - side) / 2, side, side), ink)
            left += side + look().px(8)
        font = self._font()
        width = text_width(self.text(), font)
        draw_text(painter, QRectF(left, 0, width, rect.height()), self.text(), font, ink)
        if self._key:
            self._paint_key(painter, left + width + look().px(9), ink)

    def _paint_key(self, painter: QPainter, left: float, ink: QColor) -> None:
        font = look().font("caption")
        height = look().px(20)
        rect = QRectF(left, (self.height() - height) / 2, text_width(self._key, font) + look().px(14), height)
        edge = ink if self._kind is Kind.PRIMARY else look().colour("line")
        fill_round(painter, rect, look().px(4), None, edge)
        colour = ink if self._kind is Kind.PRIMARY or not self.isEnabled() else look().colour("muted")
        draw_text(painter, rect, self._key, font, colour, "center")

    def _font(self) -> QFont:
        if self._size is Size.LARGE:
            return look().font("lead", weight=600)
        if self._size is Size.COMPACT:
            return look().font("small", weight=500)
        return look().font("strong" if self._kind is Kind.PRIMARY else "medium")

    def _icon_side(self) -> int:
        return look().px(22 if self._size is Size.LARGE else 18 if self._size is Size.NORMAL else 16)

    def _content_width(self) -> float:
        width = text_width(self.text(), self._font())
        if self._icon:
            width += self._icon_side() + (look().px(8) if self.text() else 0)
        if self._key:
            width += look().px(9 + 14) + text_width(self._key, look().font("caption"))
        return width

    def _fill(self) -> tuple[QColor | None, QColor | None]:
        """The fill and the outline of the present state."""
        shade = look().colour
        primary = self._kind is Kind.PRIMARY
        bare = self._kind in (Kind.TEXT, Kind.QUIET)
        if not self.isEnabled():
            return (None if bare else shade("disabled_fill")), None
        outline = None if primary or bare else shade("control_line")
        if self.isDown():
            return shade("accent_pressed" if primary else "track"), outline
        rest = shade("accent") if primary else None if bare else shade("surface")
        return mixed(rest, shade("accent_hover" if primary else "hover"), self._hover.value), outline

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return look().colour("disabled_ink")
        roles = {Kind.PRIMARY: "on_accent", Kind.OUTLINED: "ink", Kind.TEXT: "accent", Kind.QUIET: "muted"}
        hover_quiet = self._kind is Kind.QUIET and self.underMouse()
        return look().colour("ink" if hover_quiet else roles[self._kind])


class IconButton(QPushButton):
    """A button that is one icon; its name is in the tooltip and the accessible name.

    Args:
        icon: name of the icon.
        name: what it does, a verb.
        checked_icon: with this it can be switched on, and shows this icon then.
        soft: on a circle of accent_soft, as play buttons are.
        side_px: size at 100 % text size.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        checked_icon: str = "",
        soft: bool = False,
        filled: bool = False,
        side_px: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._checked_icon = checked_icon
        self._soft = soft
        self._filled = filled
        self._side_px = side_px
        self._hover = Glide(self)
        self.set_name(name)
        self.setCheckable(bool(checked_icon))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        ring_around(self, side_px // 2 if soft or filled else 8)

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self.update()

    def set_name(self, name: str) -> None:
        """Change what it is called in the tooltip and to screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._side_px)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect = QRectF(self.rect())
        shade = look().colour
        round_one = self._soft or self._filled
        rest = shade("accent" if self._filled else "accent_soft") if round_one else None
        hover = shade("accent_hover" if self._filled else "hover")
        fill = mixed(rest, hover, self._hover.to(float(self.isEnabled() and self.underMouse())))
        if not self.isEnabled():
            fill = shade("disabled_fill") if round_one else None
        elif self.isDown():
            fill = shade("accent_pressed" if self._filled else "track")
        if fill is not None:
            fill_round(painter, rect, rect.height() / 2 if round_one else look().px(8), fill)
        ink = "on_accent" if self._filled else "accent" if self._soft or self.isChecked() else "muted"
        if self.underMouse() and ink == "muted":
            ink = "ink"
        if not self.isEnabled():
            ink = "disabled_ink"
        name = self._checked_icon if self.isChecked() and self._checked_icon else self._icon
        side = min(look().px(22 if self._side_px > 40 else 18 if self._side_px > 30 else 15), self.width())
        square = QRectF((rect.width() - side) / 2, (rect.height() - side) / 2, side, side)
        paint_icon(painter, name, square, shade(ink))
