import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import InputError
from mlprep_gui.settings import Settings
from mlprep_gui.ui.icons import ICONS, glyph
from mlprep_gui.ui.style_sheet import style_sheet
from mlprep_gui.ui.theme import THEMES, TYPE, ThemeFollower, load_theme, look

GROUNDS = ("background", "surface", "raised", "sunken", "hover")
VERDICTS = tuple(verdict.value for verdict in Verdict)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_pairs() -> Iterator[tuple[str, str]]:
    yield from product(("ink", "muted", "accent", *VERDICTS, "warning"), GROUNDS)
    for verdict in VERDICTS:
        yield from product((verdict, "ink", "muted"), (f"{verdict}_soft",))
    yield from product(("ink", "muted", "accent", *VERDICTS), ("accent_soft",))
    yield from product(("ink", "muted", "accent", "warning"), ("warning_soft",))
    yield "ink", "track"
    yield "background", "ink"
    yield from product(("on_accent",), ("accent", "accent_hover", "accent_pressed"))


def mark_pairs() -> Iterator[tuple[str, str]]:
    yield from product(("control_line", "focus", "accent", "accent_hover", "accent_pressed"), GROUNDS)
    yield from product(("control_line", "focus"), ("accent_soft",))
    yield from product(("accent", "muted", "ink"), ("track",))


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_that_carries_meaning_has_enough_contrast(name: str, resources: Path) -> None:
    theme = load_theme(resources, name)
    text, mark = (7.0, 4.5) if name.startswith("contrast") else (4.5, 3.0)
    wanted = [(pair, text) for pair in text_pairs()] + [(pair, mark) for pair in mark_pairs()]
    poor = [
        (*pair, round(contrast(theme.colour(pair[0]), theme.colour(pair[1])), 2))
        for pair, least in wanted
        if contrast(theme.colour(pair[0]), theme.colour(pair[1])) < least
    ]
    assert poor == []


def test_themes_have_the_same_roles(resources: Path) -> None:
    roles = {name: set(load_theme(resources, name).colours) for name in THEMES}
    assert all(found == roles["light"] for found in roles.values())
    assert load_theme(resources, "dark").dark
    assert load_theme(resources, "contrast_dark").line_width == 2


def test_a_theme_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "odd.toml").write_text("name = ", encoding="utf-8")
    for name in ("odd", "missing"):
        with pytest.raises(InputError, match="Choose another one"):
            load_theme(tmp_path, name)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_gap(name: str, resources: Path) -> None:
    sheet = style_sheet(load_theme(resources, name).colours, 1.5, 1)
    assert "$" not in sheet
    assert re.search(r"font-size: 20px", sheet)


def test_applying_a_theme_reaches_palette_and_fonts(themed: Callable[..., None], qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    themed("dark", 1.5)
    assert label.palette().color(QPalette.ColorRole.Window) == look().colour("background")
    assert look().theme.dark
    assert look().font("body").pixelSize() == 21
    assert look().px(8) == 12


def test_text_is_never_smaller_than_its_line(themed: Callable[..., None]) -> None:
    for scale in (0.8, 1.0, 1.37, 2.0):
        themed("light", scale)
        assert all(look().line(style) >= look().font(style).pixelSize() for style in TYPE)


def test_the_learners_words_have_a_typeface_of_their_own() -> None:
    assert look().font("spoken").family() != look().font("reading").family()


def test_every_icon_has_a_glyph() -> None:
    assert all(len(glyph(name)) == 1 for name in ICONS)
    with pytest.raises(KeyError):
        glyph("no such icon")


class _Wishes(QObject):
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 (Qt's name)

    def __init__(self) -> None:
        super().__init__()
        self.contrast = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast


class _Hints(QObject):
    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 (Qt's name)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.wishes = _Wishes()

    def accessibility(self) -> _Wishes:
        return self.wishes

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


def test_system_follows_light_and_dark_while_running(
    qapp: QApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = _Hints()
    monkeypatch.setattr(qapp, "styleHints", lambda: hints)
    follower = ThemeFollower(qapp, resources)
    names: list[str] = []
    follower.theme_changed.connect(names.append)
    follower.use(Settings(theme="system", reduced_motion=True))
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    assert names == ["dark"], "light stood already, so nothing had to be applied again"
    assert look().theme.dark
    follower.use(Settings(theme="light"))
    hints.colorSchemeChanged.emit(hints.scheme)
    assert names == ["dark", "light"]
    follower.deleteLater()


def test_system_follows_the_wish_for_contrast_while_running(
    qapp: QApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = _Hints()
    monkeypatch.setattr(qapp, "styleHints", lambda: hints)
    follower = ThemeFollower(qapp, resources)
    names: list[str] = []
    follower.theme_changed.connect(names.append)
    follower.use(Settings(theme="system", reduced_motion=True))
    hints.wishes.contrast = Qt.ContrastPreference.HighContrast
    hints.wishes.contrastPreferenceChanged.emit(hints.wishes.contrast)
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    assert names == ["contrast_light", "contrast_dark"]
    follower.use(Settings(theme="dark"))
    hints.wishes.contrastPreferenceChanged.emit(hints.wishes.contrast)
    assert names[2:] == ["dark"], "a theme that was chosen stays"
    follower.deleteLater()


def test_qt_tells_the_wish_for_contrast(qapp: QApplication) -> None:
    """The names that `ThemeFollower` asks Qt for."""
    assert qapp.styleHints().accessibility().contrastPreference() in Qt.ContrastPreference
