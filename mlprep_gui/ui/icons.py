"""Icons: glyphs of the Phosphor font that travels with QtAwesome, painted in colours of the theme.

QtAwesome itself registers every icon font it has on first use, which takes longer than the whole first window; so its
Phosphor files are read directly, once, when the first icon is painted.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from mlprep_gui.domain.errors import InputError

ICONS: Final = {
    "home": "house",
    "questions": "books",
    "review": "clock-counter-clockwise",
    "progress": "chart-line",
    "settings": "gear-six",
    "guide": "compass",
    "start": "play-fill",
    "play": "play",
    "play_fill": "play-fill",
    "pause": "pause",
    "pause_fill": "pause-fill",
    "stop": "stop",
    "again": "arrow-counter-clockwise",
    "skip": "skip-forward",
    "microphone": "microphone",
    "microphone_off": "microphone-slash",
    "voice": "speaker-high",
    "voice_off": "speaker-slash",
    "type_instead": "keyboard",
    "captions": "closed-captioning",
    "time": "timer",
    "interview_date": "calendar-blank",
    "search": "magnifying-glass",
    "filter": "sliders-horizontal",
    "bookmark": "bookmark-simple",
    "bookmark_fill": "bookmark-simple-fill",
    "note": "note",
    "edit": "pencil-simple",
    "compare": "scales",
    "mock": "users",
    "practice": "chat-circle-text",
    "follow_up": "arrow-bend-down-right",
    "why": "lightbulb",
    "example": "chat-circle-text",
    "table": "table",
    "copy": "copy",
    "export": "export",
    "delete": "trash",
    "download": "download-simple",
    "more": "dots-three",
    "offline": "lock-simple",
    "warning": "warning",
    "info": "info",
    "check": "check",
    "close": "x",
    "plus": "plus",
    "minus": "minus",
    "mix": "shuffle",
    "back": "arrow-left",
    "next": "arrow-right",
    "crumb": "caret-right",
    "open_down": "caret-down",
    "folder": "folder-open",
    "covered": "check-circle-fill",
    "partly": "circle-half-fill",
    "missed": "circle-dashed",
    "contradicted": "warning-octagon-fill",
    "unsure": "question",
}


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise InputError("The package QtAwesome, which holds the icons, is missing.", "Run the set-up again.")
    return Path(spec.origin).parent / "fonts"


@cache
def _family() -> str:
    path = next(_folder().glob("phosphor-*.ttf"), None)
    number = -1 if path is None else QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        raise InputError("The icon font could not be loaded.", "Run the set-up again.")
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _glyphs() -> dict[str, str]:
    path = next(_folder().glob("phosphor-charmap-*.json"))
    table = json.loads(path.read_text(encoding="utf-8"))
    return {name: chr(int(table[glyph], 16)) for name, glyph in ICONS.items()}


def glyph(name: str) -> str:
    """Return the character of an icon; an unknown name is a bug and raises KeyError."""
    return _glyphs()[name]


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint an icon that fills a square rectangle."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(rect.height())))
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    room = rect.adjusted(-8, -8, 8, 8)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


def icon(name: str, colour: QColor, size_px: int = 18) -> QIcon:
    """Return an icon for menus and other parts that Qt paints."""
    pixmap = QPixmap(QSize(size_px, size_px) * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(2.0)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size_px, size_px), colour)
    painter.end()
    return QIcon(pixmap)
