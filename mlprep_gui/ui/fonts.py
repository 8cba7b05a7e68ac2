"""The two typefaces and the icon font; each is loaded when it is first asked for."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

_INTERFACE: Final = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_SPOKEN: Final = ("Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif")
_STATIC_STYLES: Final = frozenset({"SemiBold", "Semi Bold", "Semibold", "DemiBold", "Demi Bold"})


class Fonts:
    """Fonts of the interface and of the learner's words.

    The shipped font files are used where they are there; otherwise the first installed family of the list stands in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[tuple[str, int, int, bool], QFont] = {}

    def interface(self, size_px: int, weight: int, italic: bool = False) -> QFont:
        """Return the typeface of the program and the interviewer."""
        font = self._make(self._interface, size_px, weight, italic)
        if size_px >= 20:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.0)
        return font

    def spoken(self, size_px: int, weight: int, italic: bool = False) -> QFont:
        """Return the typeface of the learner's own words."""
        return self._make(self._spoken, size_px, weight, italic)

    def _make(self, face: "_Face", size_px: int, weight: int, italic: bool) -> QFont:
        """Return a font of the caller's own; all that are asked for alike share what Qt knows of them."""
        key = (face.family, size_px, weight, italic)
        if key not in self._made:
            self._made[key] = self._make_anew(face, size_px, weight, italic)
        return QFont(self._made[key])

    @staticmethod
    def _make_anew(face: "_Face", size_px: int, weight: int, italic: bool) -> QFont:
        font = QFont(face.family)
        font.setPixelSize(size_px)
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if face.variable:
            # The file registers one style only, so Qt would imitate a bold; the weight axis draws the real one.
            font.setVariableAxis(QFont.Tag("wght"), weight)
            font.setVariableAxis(QFont.Tag("opsz"), float(size_px))
        else:
            font.setWeight(QFont.Weight(weight))
        return font

    @cached_property
    def _interface(self) -> "_Face":
        return self._load("Inter*.ttf", _INTERFACE)

    @cached_property
    def _spoken(self) -> "_Face":
        return self._load("SourceSerif4*.ttf", _SPOKEN)

    def _load(self, pattern: str, families: Sequence[str]) -> "_Face":
        for path in sorted(self.folder.glob(pattern)):
            number = QFontDatabase.addApplicationFont(str(path))
            if number >= 0:
                families = QFontDatabase.applicationFontFamilies(number)
        known = set(QFontDatabase.families())
        family = next((name for name in families if name in known), QFont().defaultFamily())
        shipped = any(self.folder.glob(pattern))
        return _Face(family, variable=shipped and not _STATIC_STYLES.intersection(QFontDatabase.styles(family)))


class _Face:
    """One family, and whether its weights come from a variable axis."""

    def __init__(self, family: str, *, variable: bool) -> None:
        self.family = family
        self.variable = variable
