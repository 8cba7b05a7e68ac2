"""The head of a round: how far it is, which question, which mode, and what can be done to the round."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.painting import fill_round, painter_of
from mlprep_gui.ui.widgets.text import Label

# As high as a notice of two lines.
_HIGH_PX: Final = 68
_BETWEEN: Final = "   ·   "


class _Steps(QWidget):
    """One short bar a question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.count = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _wide(self) -> int:
        return look().px(28 if self.count <= 8 else max(4, 220 // max(1, self.count) - 4))

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(1, self.count) * (self._wide() + 4), look().px(8))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(1, self.count) * 8, look().px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        tall = look().px(4)
        step = self.width() / max(1, self.count)
        for index in range(self.count):
            bar = QRectF(index * step, (self.height() - tall) / 2, step - 4, tall)
            if index == self.number - 1:
                fill_round(painter, bar.adjusted(-1, -2, 1, 2), tall, look().colour("accent_soft"))
            fill_round(painter, bar, tall / 2, look().colour("accent" if index < self.number else "track"))


class StepHeader(QWidget):
    """How far the round is: one bar a question, "Question 2 of 6 · Practice", and actions at the right edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = _Steps(self)
        self._words = Label("", "small", "muted")
        self._step, self._mode = "", ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 4, 20, 4)
        self._row.setSpacing(20)
        self._row.addWidget(self._steps)
        self._row.addWidget(self._words)
        self._notices: list[Notice] = []
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self._row.addLayout(self._places, 1)
        self._row.addStretch(0)
        self.setMinimumHeight(_HIGH_PX)
        # Three lines of a notice in large text make it higher; it never takes more than it needs.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_step(self, number: int, count: int, mode: str) -> None:
        """Show the question's number (from 1), how many there are, and the mode in words."""
        self._steps.number, self._steps.count = number, count
        self._step, self._mode = self.tr("Question {0} of {1}").format(number, count), mode
        self._show_words()
        self.setAccessibleName(_BETWEEN.join(filter(None, (self._step, mode))))
        self._steps.updateGeometry()
        self._steps.update()

    def add_notice(self, notice: Notice) -> None:
        """Add a notice that stands beside the words while it is shown; call `show_notices` when that changes."""
        notice.hide()
        self._notices.append(notice)
        self._places.addWidget(notice)

    def show_notices(self) -> None:
        """Let the first notice that has something to say stand in the head, so that nothing below moves.

        The bars make room for it, and the words of a question that waits for an answer do so too.
        """
        shown = next((notice for notice in self._notices if notice.is_shown), None)
        for notice in self._notices:
            notice.setVisible(notice is shown)
        self._steps.setVisible(shown is None)
        self._words.setVisible(shown is None or not shown.has_actions)
        self._show_words()

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right edge."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_words(self) -> None:
        """In one line, or in two where a notice needs the room."""
        between = "\n" if self._steps.isHidden() else _BETWEEN
        self._words.setText(between.join(filter(None, (self._step, self._mode))))
