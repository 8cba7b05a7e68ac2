"""Judge yourself first: the own words beside the key points, to be ticked before any verdict is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.app.views import RoundView
from mlprep_gui.ui.pages.stage import Stage, set_text
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import TwoColumns, clear
from mlprep_gui.ui.widgets.point_check import PointCheck
from mlprep_gui.ui.widgets.text import Label, wrapped


class JudgingStage(Stage):
    """What was heard, and the key points with a box each.

    Signals:
        ticked(object): the ids of the key points that were ticked, as a frozenset.
        skip_requested(): show the verdicts without a judgement.
    """

    ticked = Signal(object)
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = ""
        self._checks: dict[str, PointCheck] = {}
        self._prompt = wrapped("", "heading")
        self._about = wrapped("", "body", "muted")
        self._words = wrapped("", "spoken")
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        columns = TwoColumns(side_px=440, gap=40)
        columns.main.addWidget(Label(self.tr("Your words"), "strong"))
        columns.main.addWidget(self._words)
        columns.side.addWidget(Label(self.tr("What did you say?"), "strong"))
        columns.side.addLayout(self._points)
        for part in (self._prompt, self._about, columns):
            self.column.addWidget(part)
        self.column.addStretch(1)
        show = Button(self.tr("Show the verdicts"), Kind.PRIMARY, icon="compare", key=self.tr("Enter"), size=Size.LARGE)
        skip = Button(self.tr("Skip"), Kind.TEXT)
        skip.setAccessibleName(self.tr("Show the verdicts without judging"))
        self.set_next(show, skip)
        show.clicked.connect(self.hand_in)
        skip.clicked.connect(self.skip_requested)

    @property
    def first_focus(self) -> QWidget | None:
        """The first key point."""
        return next(iter(self._checks.values()), None)

    def hand_in(self) -> None:
        """Tell what was ticked."""
        self.ticked.emit(frozenset(name for name, check in self._checks.items() if check.isChecked()))

    @override
    def set_view(self, view: RoundView) -> None:
        answer = view.answer.answer if view.answer is not None else None
        if view.answer is None or answer is None or answer.take.id == self._take:
            return
        self._take = answer.take.id
        set_text(self._prompt, answer.question.prompt)
        words = self.tr("Tick the points that your answer made, before you see how it was graded.")
        if view.answer.follow_ups:
            words = self.tr("Tick the points that your first answer made; the follow-up is shown with the verdicts.")
        set_text(self._about, words)
        set_text(self._words, answer.transcript.text if answer.transcript is not None else "")
        clear(self._points)
        self._checks = {}
        for point in answer.question.key_points:
            check = PointCheck(point.statement)
            self._checks[point.id] = check
            self._points.addWidget(check, 0, Qt.AlignmentFlag.AlignTop)
