"""Cut the static fonts that the program uses out of the variable ones: Qt shows a variable file at one weight only."""

from __future__ import annotations

import io
from collections.abc import Mapping

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OPTICAL_SIZE = 14  # points; both families are drawn for text at this size
STYLES: Mapping[str, Mapping[str, int]] = {
    "Inter": {"Regular": 400, "Medium": 500, "SemiBold": 600},
    "Inter-Italic": {"Italic": 400},
    "SourceSerif4": {"Regular": 400, "SemiBold": 600},
    "SourceSerif4-Italic": {"Italic": 400},
}
CHARACTERS = (
    *range(0x20, 0x180),  # Latin
    *range(0x2B0, 0x400),  # accents, Greek
    *range(0x2000, 0x2300),  # punctuation, currencies, letter-like signs, arrows, mathematics
    0x25CF,
    0x2713,
    0x2717,
)
EXTRA_FEATURES = ["tnum", "lnum"]  # figures that stand in columns
_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6
_TYPOGRAPHIC = (16, 17, 21, 22, 25)


def convert(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``Family-Style.ttf`` files and the licence, from ``Family[opsz,wght].ttf`` files and ``LICENSE``."""
    fonts: dict[str, bytes] = {}
    for name, content in sorted(files.items()):
        if not name.endswith(".ttf"):
            continue
        stem = name.partition("[")[0]
        family = stem.removesuffix("-Italic")
        reduced = reduce(content)
        for style, weight in STYLES[stem].items():
            fonts[f"{family}-{style}.ttf"] = cut(reduced, style, weight)
        fonts[f"{family}-LICENSE.txt"] = files["LICENSE"]
    return fonts


def reduce(content: bytes) -> bytes:
    """Return the font with the characters that the program needs; other scripts come from the system's fonts."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features += EXTRA_FEATURES
    options.name_IDs = ["*"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def cut(content: bytes, style: str, weight: int) -> bytes:
    """Return the static font of one style, deterministic to the byte."""
    variable = TTFont(io.BytesIO(content), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(variable, {"opsz": OPTICAL_SIZE, "wght": weight})
    family = font["name"].getBestFamilyName()
    names = {_FAMILY: family, _STYLE: style, _FULL: f"{family} {style}"}
    names[_POSTSCRIPT] = f"{family.replace(' ', '')}-{style}"
    for number in _TYPOGRAPHIC:
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].removeNames(nameID=number, platformID=1)
    font["OS/2"].usWeightClass = weight
    italic = "Italic" in style
    upright_bits = font["OS/2"].fsSelection & ~0x61
    font["OS/2"].fsSelection = upright_bits | (0x01 if italic else 0x40)
    font["head"].macStyle = 2 if italic else 0
    if "STAT" in font:
        del font["STAT"]
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
