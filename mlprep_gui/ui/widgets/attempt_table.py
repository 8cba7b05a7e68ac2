"""The verdicts of several attempts beside each other: a row a key point, a column an attempt."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Divider, clear
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel

_MOST_AT_ONCE = 5
_STATEMENT_PX, _COLUMN_PX = 180, 122


@dataclass(frozen=True, slots=True)
class AttemptColumn:
    """An attempt: when, its score in words, and its verdicts in the order of the rows; None where there is none."""

    when: str
    score: str
    verdicts: tuple[Verdict | None, ...]


class AttemptTable(QWidget):
    """Shows the newest attempts, five at most and fewer where there is little room; two buttons lead to the others.

    `set_attempts(statements, columns)` with the oldest attempt first; `words` says which are in sight.

    Signals:
        moved(): others are in sight.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statements: tuple[str, ...] = ()
        self._columns: tuple[AttemptColumn, ...] = ()
        self._end = 0
        self._at_once = _MOST_AT_ONCE
        self._earlier = IconButton("back", self.tr("Earlier attempts"), side_px=32)
        self._later = IconButton("next", self.tr("Later attempts"), side_px=32)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._paging = QWidget()
        row = QHBoxLayout(self._paging)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self._earlier)
        row.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._paging)
        column.addLayout(self._grid)
        self._earlier.clicked.connect(lambda: self._move(-self._at_once))
        self._later.clicked.connect(lambda: self._move(self._at_once))

    @property
    def words(self) -> str:
        """Which attempts are in sight."""
        if len(self._columns) <= self._at_once:
            return self.tr("Your own verdict, where you set one, else the program's.")
        return self.tr("Attempts {0} to {1} of {2}.").format(self._first + 1, self._end, len(self._columns))

    def set_attempts(self, statements: Sequence[str], columns: Sequence[AttemptColumn]) -> None:
        """Show the newest attempts."""
        self._statements, self._columns = tuple(statements), tuple(columns)
        self._end = len(columns)
        self._show()

    @property
    def _first(self) -> int:
        return max(0, self._end - self._at_once)

    def _move(self, by: int) -> None:
        self._end = min(max(self._end + by, self._at_once), len(self._columns))
        self._show()
        self.moved.emit()

    def _show(self) -> None:
        clear(self._grid)
        shown = self._columns[self._first : self._end]
        self._paging.setVisible(len(self._columns) > self._at_once)
        self._earlier.setEnabled(self._first > 0)
        self._later.setEnabled(self._end < len(self._columns))
        top = Qt.AlignmentFlag.AlignTop
        for at, column in enumerate(shown, start=1):
            self._grid.addWidget(Label(column.when, "caption", "muted"), 0, at)
            self._grid.addWidget(Label(column.score, "strong"), 1, at)
        about = Label(self.tr("Score, of 100"), "caption", "muted")
        self._grid.addWidget(about, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        for row, statement in enumerate(self._statements):
            self._grid.addWidget(Divider(), 2 * row + 2, 0, 1, len(shown) + 1)
            self._grid.addWidget(wrapped(statement, "small"), 2 * row + 3, 0)
            for at, column in enumerate(shown, start=1):
                found = column.verdicts[row]
                cell = VerdictLabel(found, small=True) if found is not None else self._none()
                self._grid.addWidget(cell, 2 * row + 3, at, top)
                cell.setAccessibleDescription(f"{column.when}: {statement}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() - look().px(_STATEMENT_PX)) // look().px(_COLUMN_PX)
        at_once = min(_MOST_AT_ONCE, max(1, room))
        if at_once != self._at_once:
            self._at_once = at_once
            self._end = max(self._end, min(at_once, len(self._columns)))
            self._show()
            self.moved.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for one attempt only: with less room fewer are shown."""
        return QSize(look().px(_STATEMENT_PX + _COLUMN_PX), super().minimumSizeHint().height())

    def _none(self) -> QWidget:
        label = Label("–", "small", "muted")
        label.setAccessibleName(self.tr("Not judged"))
        return label
