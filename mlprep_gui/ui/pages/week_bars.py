"""Minutes practised on each of the last seven days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlprep_gui.ui.pages.words import number_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of


class WeekBars(QWidget):
    """One bar a day, today last and strong; a day without practice is a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes: tuple[int, ...] = (0,) * 7
        self._today = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_week(self, minutes: Sequence[int], today: date) -> None:
        """Show the minutes of seven days, today last."""
        self._minutes, self._today = tuple(minutes), today
        self.setAccessibleName(self.tr("The last seven days: {0}").format(self.summary))
        self.update()

    @property
    def summary(self) -> str:
        """The week in a sentence."""
        total, days = sum(self._minutes), sum(minutes > 0 for minutes in self._minutes)
        if not total:
            return self.tr("Nothing yet in these seven days.")
        if total == 1:
            return self.tr("One minute in these seven days.")
        if days == 1:
            return self.tr("{0} minutes on one day.").format(total)
        return self.tr("{0} minutes on {1} days.").format(total, number_word(days))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(218), look().px(66))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(140), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        shade, px = look().colour, look().px
        tall, below = px(40), px(22)
        step = min(px(32), self.width() / max(1, len(self._minutes)))
        most = max(*self._minutes, 20)
        for index, minutes in enumerate(self._minutes):
            column = QRectF(index * step, 0, step - px(6), tall)
            if minutes:
                height = max(px(4), tall * minutes / most)
                bar = QRectF(column.left(), tall - height, column.width(), height)
                fill_round(painter, bar, px(4), shade("accent"))
            else:
                painter.fillRect(QRectF(column.left(), tall - 2, column.width(), 2), shade("control_line"))
            day = self._today - timedelta(days=len(self._minutes) - 1 - index)
            letter = QLocale().toString(QDate(day.year, day.month, day.day), "ddd")[:1]
            today = index == len(self._minutes) - 1
            font = look().font("caption", weight=700 if today else 500)
            box = QRectF(column.left(), tall + px(4), column.width(), below)
            draw_text(painter, box, letter, font, shade("ink" if today else "muted"), "center")
