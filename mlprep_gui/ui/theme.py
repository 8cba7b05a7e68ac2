"""Colours, type and sizes of the interface, and how they reach the widgets.

`apply_theme` puts one `Look` on the application. Painted widgets ask `look()` each time they paint, so a new theme or
text size needs no bookkeeping: Qt sends every widget a style change, and the next paint sees the new look.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QPen
from PySide6.QtWidgets import QApplication

from mlprep_gui.domain.errors import InputError
from mlprep_gui.settings import Settings
from mlprep_gui.ui.fonts import Fonts
from mlprep_gui.ui.style_sheet import style_sheet

THEMES: Final = ("light", "dark", "contrast_light", "contrast_dark")
_PROPERTY: Final = "mlprep_look"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in logical pixels at 100 % text size, and the weight (400 regular, 600 strong)."""

    size_px: int
    line_px: int
    weight: int


TYPE: Final[Mapping[str, TypeStyle]] = {
    "caption": TypeStyle(12, 16, 500),
    "small": TypeStyle(13, 18, 400),
    "body": TypeStyle(14, 20, 400),
    "medium": TypeStyle(14, 20, 500),
    "strong": TypeStyle(14, 20, 600),
    "reading": TypeStyle(16, 25, 400),
    "lead": TypeStyle(16, 25, 400),
    "spoken": TypeStyle(17, 28, 400),
    "quote": TypeStyle(17, 24, 400),
    "live": TypeStyle(22, 36, 400),
    "title": TypeStyle(18, 24, 600),
    "heading": TypeStyle(24, 32, 600),
    "display": TypeStyle(32, 40, 600),
    "question": TypeStyle(36, 52, 600),
    "figure": TypeStyle(40, 44, 500),
    "ring": TypeStyle(34, 40, 500),
}
SPOKEN_TYPES: Final = frozenset({"spoken", "quote", "live"})
FIGURE_TYPES: Final = frozenset({"figure", "ring"})


@dataclass(frozen=True, slots=True)
class Space:
    """The 4-point grid, logical pixels."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741
    xl: int = 24
    xxl: int = 32
    page: int = 40
    section: int = 48


SPACE: Final = Space()


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme by role, and the width of outlines (2 in high contrast)."""

    name: str
    title: str
    dark: bool
    line_width: int
    colours: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; an unknown role is a bug and raises KeyError."""
        return QColor(self.colours[role])


@dataclass(frozen=True, slots=True)
class Look:
    """All a widget needs for painting: theme, text size, fonts and whether motion is reduced."""

    theme: Theme
    text_scale: float
    reduced_motion: bool
    fonts: Fonts
    _lines: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self.theme.colour(role)

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in logical pixels."""
        return round(length * self.text_scale)

    def font(
        self, style: str = "body", *, weight: int | None = None, italic: bool = False, figures: bool = False
    ) -> QFont:
        """Return the font of a type style; the learner's own words ("spoken", "quote", "live") are in the serif.

        Args:
            style: a name of `TYPE`.
            weight: instead of the style's own.
            italic: slanted.
            figures: digits of equal width, for numbers that change or stand in columns. Not for running text: it
                widens hyphens as well.
        """
        kind = TYPE[style]
        size = max(1, round(kind.size_px * self.text_scale))
        make = self.fonts.spoken if style in SPOKEN_TYPES else self.fonts.interface
        font = make(size, kind.weight if weight is None else weight, italic)
        if figures or style in FIGURE_TYPES:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, style: str = "body") -> int:
        """Return the line height of a type style, logical pixels; never less than the font needs."""
        if style not in self._lines:
            needed = round(QFontMetricsF(self.font(style)).height())
            self._lines[style] = max(self.px(TYPE[style].line_px), needed)
        return self._lines[style]

    def pen(self, role: str, width: float | None = None) -> QPen:
        """Return a pen of a colour role, by default as wide as the theme's outlines."""
        pen = QPen(self.colour(role))
        pen.setWidthF(self.theme.line_width if width is None else width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


def load_theme(resources: Path, name: str) -> Theme:
    """Read resources/themes/<name>.toml.

    Raises:
        InputError: there is no such theme, or it cannot be read.
    """
    path = resources / "themes" / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Theme(name, table["name"], table["dark"], table["line_width"], table["colour"])
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise InputError(
            f"The theme {name} could not be read ({error}).", "Choose another one in the settings."
        ) from error


def apply_theme(
    app: QApplication, resources: Path, theme: Theme, text_scale: float = 1.0, *, reduced_motion: bool = False
) -> None:
    """Give the whole application a theme and a text size; widgets that stand already follow."""
    before = app.property(_PROPERTY)
    fonts = before.fonts if isinstance(before, Look) and before.fonts.folder == resources / "fonts" else None
    now = Look(theme, text_scale, reduced_motion, fonts or Fonts(resources / "fonts"))
    app.setProperty(_PROPERTY, now)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(now.font("body"))
    app.setStyleSheet(style_sheet(theme.colours, text_scale, theme.line_width))


def look() -> Look:
    """Return the look of the running application.

    Raises:
        RuntimeError: no theme was applied yet.
    """
    app = QApplication.instance()
    value = app.property(_PROPERTY) if app is not None else None
    if not isinstance(value, Look):
        raise RuntimeError("apply_theme must run before a widget is shown")
    return value


class ThemeFollower(QObject):
    """Applies the theme of the settings; "system" follows the system: light or dark, usual or high contrast."""

    theme_changed = Signal(str)

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._settings = Settings()
        self._hints = app.styleHints()  # kept, because what it hands out goes with it
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        # Qt tells the wish for contrast from 6.10 on.
        accessibility = getattr(self._hints, "accessibility", None)
        self._wishes = accessibility() if accessibility is not None else None
        if self._wishes is not None:
            self._wishes.contrastPreferenceChanged.connect(self._on_scheme_changed)

    def use(self, settings: Settings) -> None:
        """Apply theme, text size and motion of the settings."""
        self._settings = settings
        name = settings.theme
        if name == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
            if self._wishes is not None and self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
                name = f"contrast_{name}"
        now = self._app.property(_PROPERTY)
        wanted = (name, settings.text_scale, settings.reduced_motion)
        if isinstance(now, Look) and (now.theme.name, now.text_scale, now.reduced_motion) == wanted:
            return
        theme = load_theme(self._resources, name)
        apply_theme(self._app, self._resources, theme, settings.text_scale, reduced_motion=settings.reduced_motion)
        self.theme_changed.emit(name)

    def _on_scheme_changed(self) -> None:
        if self._settings.theme == "system":
            self.use(self._settings)


def _palette(theme: Theme) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    pairs = {
        role.Window: "background",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "raised",
        role.Text: "ink",
        role.PlaceholderText: "muted",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "on_accent",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "ink",
        role.ToolTipText: "background",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "track",
        role.Dark: "control_line",
        role.Shadow: "control_line",
    }
    for where, name in pairs.items():
        palette.setColor(where, theme.colour(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, where, theme.colour("disabled_ink"))
    return palette
