"""The colours that words and icons really have on every page, and the ground below each, are pairs that are measured.

Each role gets a colour of its own; what is painted is recorded with its place, and the picture tells the ground there.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.ui import icons
from mlprep_gui.ui.theme import Theme, apply_theme, load_theme
from mlprep_gui.ui.widgets import painting
from mlprep_gui.ui.widgets.text import Label
from tests.ui.conftest import RESOURCES
from tests.ui.pictures import Pixels, pixels
from tests.ui.test_pages_golden import PICTURES, Picture, taken
from tests.ui.test_theme import mark_pairs, text_pairs

ROLES = tuple(load_theme(RESOURCES, "light").colours)
COLOURS = {role: QColor(255 - 8 * index, 8 * index, 53 * index % 256).name() for index, role in enumerate(ROLES)}
ROLE_OF = {colour: role for role, colour in COLOURS.items()}
# What cannot be used is exempt.
EXEMPT = {"disabled_ink", "disabled_fill"}
STATES = {picture.name.removesuffix("-dark").removesuffix("-light"): picture for picture in PICTURES}


@dataclass(frozen=True, slots=True)
class Painted:
    """Words or an icon: where on which widget, and in what colour."""

    widget: QWidget
    place: QRect
    role: str
    is_text: bool


def patch_everywhere(patch: pytest.MonkeyPatch, name: str, real: object, instead: object) -> None:
    for title, module in list(sys.modules.items()):
        if title.startswith("mlprep_gui.ui") and getattr(module, name, None) is real:
            patch.setattr(module, name, instead)


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Painted]]:
    """Record what `draw_text`, `paint_icon` and labels paint."""
    found: list[Painted] = []
    draw_text, paint_icon, paint_label = painting.draw_text, icons.paint_icon, Label.paintEvent

    def note(painter: QPainter, rect: QRectF, colour: QColor, *, is_text: bool) -> None:
        widget = painter.device()
        if isinstance(widget, QWidget):
            place = painter.worldTransform().mapRect(rect).toAlignedRect()
            found.append(Painted(widget, place, ROLE_OF[colour.name()], is_text))

    def text(
        painter: QPainter, rect: QRectF, words: str, font: object, colour: QColor, *rest: str, **more: bool
    ) -> None:
        note(painter, rect, colour, is_text=True)
        draw_text(painter, rect, words, font, colour, *rest, **more)  # type: ignore[arg-type]

    def icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
        note(painter, rect, colour, is_text=False)
        paint_icon(painter, name, rect, colour)

    def label(self: Label, event: QPaintEvent) -> None:
        colours = {self._pen_colour(run.colour).name() for run in self._shown_runs()} if self.text() else set()
        found.extend(Painted(self, self.rect(), ROLE_OF[colour], True) for colour in colours)
        paint_label(self, event)

    with monkeypatch.context() as patch:
        patch_everywhere(patch, "draw_text", draw_text, text)
        patch_everywhere(patch, "paint_icon", paint_icon, icon)
        patch.setattr(Label, "paintEvent", label)
        yield found


def ground_of(painted: Painted, page: QWidget, shown: Pixels) -> str:
    """The role that most of the place has, but for what was painted there; empty where nothing of it is in sight."""
    corner = painted.widget.mapTo(page, QPoint(0, 0))
    place = painted.place.intersected(painted.widget.rect()).translated(corner).intersected(page.rect())
    part = shown[place.top() : place.bottom() + 1, place.left() : place.right() + 1].reshape(-1, 3)
    counts = Counter(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in part.tolist())
    roles = [ROLE_OF[colour] for colour, _ in counts.most_common() if ROLE_OF.get(colour, painted.role) != painted.role]
    return roles[0] if roles else ""


@pytest.mark.parametrize("state", sorted(STATES))
def test_what_is_painted_is_a_pair_whose_contrast_is_measured(
    state: str, qtbot: QtBot, qapp: QApplication, themed: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(qapp, RESOURCES, Theme("roles", "Roles", False, 1, COLOURS))
    with recorded(monkeypatch) as found:
        picture = STATES[state]
        shown, page = grabbed(qtbot, picture)
        page.hide()  # nothing of it may be painted once the recorder is gone
    text, mark = set(text_pairs()), set(mark_pairs())
    assert any(each.is_text for each in found)
    missing = set()
    for each in found:
        ground = ground_of(each, page, shown)
        pair = (each.role, ground)
        if ground and each.role not in EXEMPT and pair not in text and (each.is_text or pair not in mark):
            missing.add((*pair, "text" if each.is_text else "icon", type(each.widget).__name__))
    assert missing == set()


def grabbed(qtbot: QtBot, picture: Picture) -> tuple[Pixels, QWidget]:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(picture.make())
        return made[0]

    image = taken(qtbot, Picture(picture.name, make, picture.size))
    return pixels(image), made[0]
