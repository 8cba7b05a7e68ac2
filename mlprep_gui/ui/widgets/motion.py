"""Motion: short and calm, painted by the widget itself, and none at all with less motion.

A widget asks for its numbers each time it paints; while they change, it is painted again.
"""

from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation, QVariantAnimation
from PySide6.QtWidgets import QWidget

from mlprep_gui.ui.theme import look

QUICK_MS: Final = 120
CALM_MS: Final = 220
REVEAL_MS: Final = 320
APART_MS: Final = 60
RISE_PX: Final = 8
EASING: Final = QEasingCurve.Type.OutCubic


class _Clock:
    """Milliseconds since the start; the animation is made when it is needed first, for most widgets never move."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._animation: QVariantAnimation | None = None
        self._curve = QEasingCurve(EASING)

    @property
    def is_running(self) -> bool:
        return self._animation is not None and self._animation.state() != QAbstractAnimation.State.Stopped

    def start(self, duration_ms: int) -> None:
        if self._animation is None:
            self._animation = QVariantAnimation(self._widget)
            self._animation.valueChanged.connect(self._widget.update)
        self._animation.stop()
        self._animation.setDuration(duration_ms)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(float(duration_ms))
        self._animation.start()

    def stop(self) -> None:
        if self._animation is not None:
            self._animation.stop()

    def share(self, after_ms: int, duration_ms: int) -> float:
        """Return how far something is that begins after a time and takes a time, 0 to 1; 1 when nothing runs."""
        if self._animation is None or not self.is_running:
            return 1.0
        passed_ms = float(self._animation.currentValue()) - after_ms
        return self._curve.valueForProgress(min(1.0, max(0.0, passed_ms / duration_ms)))


class Glide:
    """A number that glides to where it is wanted: where a knob stands, how far a colour has changed.

    It jumps with less motion, and while its widget is not seen.
    """

    def __init__(self, widget: QWidget, value: float = 0.0) -> None:
        self._widget = widget
        self._clock = _Clock(widget)
        self._from = self._wanted = value

    @property
    def value(self) -> float:
        """The number now."""
        return self._from + (self._wanted - self._from) * self._clock.share(0, QUICK_MS)

    def to(self, wanted: float) -> float:
        """Set where it is to go; returns the number now."""
        if wanted != self._wanted:
            self._from, self._wanted = self.value, wanted
            if look().reduced_motion or not self._widget.isVisible():
                self._clock.stop()
            else:
                self._clock.start(QUICK_MS)
        return self.value


class Reveal:
    """Parts of a widget, or widgets, appear one after the other."""

    def __init__(self, widget: QWidget) -> None:
        self._clock = _Clock(widget)

    def start(self, parts: int) -> None:
        """Let so many parts appear; with less motion they are there at once."""
        if not look().reduced_motion and parts > 0:
            self._clock.start(REVEAL_MS + (parts - 1) * APART_MS)

    def opacity(self, part: int) -> float:
        """Return how far a part, counted from 0, has appeared: 0 to 1."""
        return self._clock.share(part * APART_MS, REVEAL_MS)


def rise(page: QWidget) -> None:
    """Let a page come up into the place that it fills; it only moves, so that a frame costs one painting of it."""
    if look().reduced_motion:
        return
    motion = QPropertyAnimation(page, b"pos", page)
    motion.setStartValue(QPoint(0, RISE_PX))
    motion.setEndValue(QPoint(0, 0))
    motion.setDuration(CALM_MS)
    motion.setEasingCurve(EASING)
    motion.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
