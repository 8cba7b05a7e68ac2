"""Choices: Switch, Chip, Stepper, ComboBox, and Segment from its own file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.motion import Glide
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width
from mlprep_gui.ui.widgets.segment import Segment

__all__ = ["Chip", "ComboBox", "Segment", "Stepper", "Switch"]


class Switch(QCheckBox):
    """On or off. Signals: `toggled(bool)` as of QCheckBox; Space switches."""

    def __init__(self, name: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = Glide(self)
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ring_around(self, 10)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(36), look().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def checkStateSet(self) -> None:
        super().checkStateSet()
        self._knob.to(float(self.isChecked()))

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self._knob.to(float(self.isChecked()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        rect = QRectF(self.rect())
        on = self.isChecked()
        if not self.isEnabled():
            fill, edge, knob = "disabled_fill", "", "disabled_ink"
        elif on:
            fill, edge, knob = "accent_hover" if self.underMouse() else "accent", "", "on_accent"
        else:
            fill, edge, knob = "hover" if self.underMouse() else "surface", "control_line", "control_line"
        fill_round(painter, rect, rect.height() / 2, shade(fill), shade(edge) if edge else None)
        side = rect.height() - look().px(8)
        left = look().px(4) + self._knob.value * (rect.width() - side - 2 * look().px(4))
        fill_round(painter, QRectF(left, look().px(4), side, side), side / 2, shade(knob))


class Chip(QPushButton):
    """A small choice that stands among others and can be on or off, or be taken away.

    Args:
        text: what it stands for.
        checkable: it is switched on and off (`toggled(bool)`, with a check mark when on).
        removable: it has a cross, and a click emits `clicked`.
        plain: it is not a control, just a mark ("New 8").
    """

    def __init__(
        self,
        text: str,
        *,
        checkable: bool = True,
        removable: bool = False,
        plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._removable = removable
        self._plain = plain
        self.setCheckable(checkable and not removable and not plain)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if plain else Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if plain:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if removable:
            self.setAccessibleName(self.tr("Remove {0}").format(text))
        self.toggled.connect(self.updateGeometry)
        ring_around(self, 14)

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self._font()) + 2 * look().px(10)
        if self.isChecked() or self._removable:
            width += look().px(14 + 6)
        return QSize(round(width), look().px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        rect = QRectF(self.rect())
        enabled, on = self.isEnabled(), self.isChecked() or self._removable
        fill, edge = "accent_soft" if on else "surface", "accent" if on else "control_line"
        if not enabled:
            fill, edge = "disabled_fill", ""
        elif self._plain:
            fill, edge = "sunken", ""
        elif self.isDown():
            fill = "track"
        elif self.underMouse():
            fill = "hover"
        fill_round(painter, rect, rect.height() / 2, shade(fill), shade(edge) if edge else None)
        ink = shade("disabled_ink" if not enabled else "muted" if self._plain else "ink")
        side, left = look().px(14), float(look().px(10))
        if self.isChecked():
            paint_icon(painter, "check", QRectF(left, (rect.height() - side) / 2, side, side), ink)
            left += side + look().px(6)
        words = QRectF(left, 0, rect.width(), rect.height())
        draw_text(painter, words, self.text(), self._font(), ink)
        if self._removable:
            cross = QRectF(rect.width() - look().px(10) - side, (rect.height() - side) / 2, side, side)
            paint_icon(painter, "close", cross, ink)

    def _font(self) -> QFont:
        return look().font("small", weight=500 if self.isChecked() or self._plain or self._removable else 400)


class Stepper(QSpinBox):
    """A number with minus and plus; arrow keys, Page keys and typing work too.

    Args:
        name: accessible name.
        low, high, step: range and step.
        words: turns the number into what is shown ("30 s", "6 questions").

    Signals: `valueChanged(int)` as of QSpinBox.
    """

    _stands = False

    def __init__(
        self,
        name: str,
        low: int,
        high: int,
        *,
        step: int = 1,
        words: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrame(False)
        self.lineEdit().setReadOnly(True)
        self.lineEdit().setStyleSheet("background: transparent; border: 0; padding: 0; min-height: 0;")
        self._less = IconButton("minus", self.tr("Less"), side_px=28, parent=self)
        self._more = IconButton("plus", self.tr("More"), side_px=28, parent=self)
        self._less.setAccessibleName(self.tr("{0}: less").format(name))
        self._more.setAccessibleName(self.tr("{0}: more").format(name))
        for button, way in ((self._less, -1), (self._more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, by=way: self.stepBy(by))
        self.valueChanged.connect(self._on_value_changed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_value_changed(self.value())
        self._stands = True

    @override
    def textFromValue(self, val: int) -> str:
        return self._words(val)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(look().font("medium"))
        widest = max(metrics.horizontalAdvance(self._words(n)) for n in (self.minimum(), self.value(), self.maximum()))
        return QSize(round(max(widest, look().px(44)) + look().px(2 * 36 + 16)), look().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._stands:
            self.updateGeometry()
            self._place_parts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_parts()

    def _place_parts(self) -> None:
        side = look().px(28)
        top = (self.height() - side) // 2
        self._less.setGeometry(QRect(4, top, side, side))
        self._more.setGeometry(QRect(self.width() - side - 4, top, side, side))
        self.lineEdit().setFont(look().font("medium"))
        self.lineEdit().setGeometry(QRect(side + 6, 1, self.width() - 2 * side - 12, self.height() - 2))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def refresh(self) -> None:
        """Follow a value that was set while signals were blocked."""
        self._on_value_changed(self.value())

    def _on_value_changed(self, value: int) -> None:
        self._less.setEnabled(value > self.minimum())
        self._more.setEnabled(value < self.maximum())
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade = look().colour
        rect = QRectF(self.rect())
        fill = shade("surface" if self.isEnabled() else "disabled_fill")
        fill_round(painter, rect, look().px(8), fill, shade("control_line") if self.isEnabled() else None)
        if self.hasFocus():
            _field_focus(painter, rect)


class ComboBox(QComboBox):
    """A list to choose from, for more choices than a Segment holds. Signals as of QComboBox (`currentIndexChanged`)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # On Linux the chosen line stands for the name, so that readers learn only from this what is chosen here.
        self.setAccessibleDescription(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def set_options(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Fill with pairs of value and words and choose one, without a signal."""
        self.blockSignals(True)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: one long line in the list must not make the page wider than the window."""
        return super().minimumSizeHint().boundedTo(QSize(look().px(200), 16_777_215))

    @property
    def value(self) -> str:
        """The value of the chosen line; empty when the list is empty."""
        return str(self.currentData() or "")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_of(self)
        side = look().px(16)
        box = QRectF(self.width() - side - look().px(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, "open_down", box, look().colour("muted" if self.isEnabled() else "disabled_ink"))


def _field_focus(painter: QPainter, rect: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(look().pen("focus", 2.0))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look().px(8) - 1, look().px(8) - 1)
