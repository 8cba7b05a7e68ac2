"""Painted values: ScoreRange, TimeRing, LevelMeter, ProgressLine. Screen readers find progress bars with a value."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width


class _Gauge(QProgressBar):
    """A progress bar that its subclass paints."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setValue(0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ScoreRange(_Gauge):
    """A score from 0 to 100 with its likely range, on a track; optionally the score of an earlier attempt below.

    `set_score(54, 46, 61, earlier=(31, "Tuesday 31"))`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._low = self._high = 0.0
        self._score = 0.0
        self._earlier: tuple[float, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_score(self, score: float, low: float, high: float, earlier: tuple[float, str] | None = None) -> None:
        """Show a score, its range, and an earlier score with its words."""
        self._score, self._low, self._high, self._earlier = score, low, high, earlier
        self.setValue(round(score))
        self.setAccessibleName(
            self.tr("Score {0} of 100, likely {1} to {2}").format(round(score), round(low), round(high))
        )
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(40 if self._earlier else 18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        inset = look().px(2)
        width = self.width() - 2 * inset
        middle = look().px(9)

        def at(score: float) -> float:
            return inset + width * min(100.0, max(0.0, score)) / 100

        track = look().px(6)
        fill_round(painter, QRectF(0, middle - track / 2, self.width(), track), track / 2, shade("track"))
        tall = look().px(10)
        capsule = QRectF(at(self._low), middle - tall / 2, max(tall, at(self._high) - at(self._low)), tall)
        fill_round(painter, capsule, tall / 2, shade("accent_soft"), shade("accent"))
        bar = QRectF(at(self._score) - look().px(2), 0, look().px(4), 2 * middle)
        fill_round(painter, bar, look().px(2), shade("accent"))
        if self._earlier is not None:
            score, words = self._earlier
            tick = QRectF(at(score) - 1, middle - look().px(6), 2, look().px(12))
            painter.fillRect(tick, shade("ink"))
            font = look().font("caption")
            wide = text_width(words, font)
            left = min(max(0.0, at(score) - wide / 2), self.width() - wide)
            draw_text(painter, QRectF(left, 2 * middle + 4, wide, look().px(16)), words, font, shade("muted"))


class TimeRing(_Gauge):
    """A ring that fills (answering) or runs down (thinking), with the time in its middle.

    `set_time(fraction, "0:31", "of about 1:30")`; a fraction over 1 is a second, thinner lap.
    """

    def __init__(self, name: str, *, side_px: int = 148, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._side_px = side_px
        self._fraction = 0.0
        self._text = self._sub = ""
        self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, side_px: int) -> None:
        """Change the size, logical pixels at 100 % text size."""
        if side_px != self._side_px:
            self._side_px = side_px
            self.updateGeometry()

    def set_time(self, fraction: float, text: str, sub: str = "", *, quiet: bool = False) -> None:
        """Show a fraction of the time and words.

        Args:
            fraction: 0 to 1 for the first lap; up to 2 for the second, thinner one.
            text: large, in the middle.
            sub: small, below it.
            quiet: in grey, while nothing is recorded.
        """
        self._fraction = min(2.0, max(0.0, fraction))
        self._text, self._sub, self._quiet = text, sub, quiet
        self.setValue(round(100 * min(1.0, self._fraction)))
        self.setAccessibleDescription(f"{text} {sub}".strip())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side_px), look().px(self._side_px))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        width = look().px(6 if self._side_px > 100 else 4)
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look().pen("track", width))
        painter.drawEllipse(ring)
        self._arc(painter, ring, min(1.0, self._fraction), "muted" if self._quiet else "accent", width)
        if self._fraction > 1.0:
            inner = ring.adjusted(2 * width, 2 * width, -2 * width, -2 * width)
            self._arc(painter, inner, self._fraction - 1.0, "muted", max(1.5, width / 3))
        font = look().font("ring")
        font.setPixelSize(look().px(self._side_px * 0.235))
        up = look().px(10) if self._sub else 0
        draw_text(painter, ring.translated(0, -up), self._text, font, shade("ink"), "center")
        if self._sub:
            style = "small" if self._side_px > 180 else "caption"
            below = ring.translated(0, look().px(self._side_px * 0.13))
            draw_text(painter, below, self._sub, look().font(style), shade("muted"), "center")

    def _arc(self, painter: QPainter, ring: QRectF, fraction: float, role: str, width: float) -> None:
        if fraction > 0:
            painter.setPen(look().pen(role, width))
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * fraction))


class LevelMeter(_Gauge):
    """How loud the microphone hears, as bars from -60 to 0 dB, with a held peak.

    `set_level(level_db, peak_db)`; `set_level(None)` when no sound arrives. `words` says it in a sentence, which the
    page shows beside it.
    """

    _FLOOR_DB = -60.0
    _QUIET_DB = -45.0
    _LOUD_DB = -1.0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._level_db: float | None = None
        self._peak_db: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_level(self, level_db: float | None, peak_db: float | None = None) -> None:
        """Show a level and the held peak, dB of full scale; None when no sound arrives."""
        self._level_db, self._peak_db = level_db, peak_db
        self.setValue(round(100 * self._part(level_db)))
        self.setAccessibleDescription(self.words)
        self.update()

    @property
    def is_quiet(self) -> bool:
        """Whether what arrives, with its held peak, is too quiet to be speech."""
        return self._loudest_db < self._QUIET_DB

    @property
    def _loudest_db(self) -> float:
        heard = [level for level in (self._level_db, self._peak_db) if level is not None and not math.isnan(level)]
        return max(heard, default=-math.inf)

    @property
    def words(self) -> str:
        """The level in a sentence."""
        if self._level_db is None:
            return self.tr("No sound arrives.")
        if self._loudest_db >= self._LOUD_DB:
            return self.tr("Too loud. Move a little away from the microphone.")
        if self.is_quiet:
            return self.tr("Very quiet. Come closer, or raise the input level.")
        return self.tr("You are heard well.")

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(190), look().px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        wide, step = look().px(5), look().px(8)
        count = max(1, (self.width() + step - wide) // step)
        lit = round(count * self._part(self._level_db))
        peak = round(count * self._part(self._peak_db)) - 1 if self._peak_db is not None else -1
        for index in range(count):
            role = "ink" if index == peak and peak >= lit else "accent" if index < lit else "track"
            fill_round(painter, QRectF(index * step, 0, wide, self.height()), wide / 2.5, shade(role))

    def _part(self, level_db: float | None) -> float:
        if level_db is None or math.isnan(level_db):
            return 0.0
        return min(1.0, max(0.0, (level_db - self._FLOOR_DB) / -self._FLOOR_DB))


class ProgressLine(_Gauge):
    """A thin bar of how much is done; a sentence beside it says the same. `set_fraction(0.73)`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float) -> None:
        """Show a fraction of 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.setValue(round(100 * self._fraction))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, rect.height() / 2, look().colour("track"))
        if self._fraction > 0:
            part = QRectF(0, 0, max(rect.height(), rect.width() * self._fraction), rect.height())
            fill_round(painter, part, rect.height() / 2, look().colour("accent"))


class RecordingMark(QWidget):
    """A steady dot and a word: "Listening" once sound arrives, "On hold" otherwise. `set_state(True, "Listening")`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = False
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_state(self, on: bool, word: str) -> None:
        """Show whether it records, and the word for it."""
        self._on, self._word = on, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(look().px(26) + text_width(self._word, look().font("lead", weight=600))), look().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        side = look().px(18)
        halo = QRectF(0, (self.height() - side) / 2, side, side)
        if self._on:
            fill_round(painter, halo, side / 2, shade("accent_soft"))
            third = side / 6
            dot = halo.adjusted(third, third, -third, -third)
            fill_round(painter, dot, dot.height() / 2, shade("accent"))
        else:
            fill_round(painter, halo.adjusted(3, 3, -3, -3), side / 2 - 3, None, shade("control_line"))
        words = QRectF(look().px(26), 0, self.width(), self.height())
        draw_text(painter, words, self._word, look().font("lead", weight=600), shade("ink"))
