"""The key points of an answer with their verdicts, and the learner's own verdict on each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.pages.answer_view import evidence_times, grade_of, key_point_of, key_point_views
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Size
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow, KeyPointView
from mlprep_gui.ui.widgets.layouts import FlowLayout, clear
from mlprep_gui.ui.widgets.text import Label
from mlprep_gui.ui.widgets.verdicts import verdict_word

_DECISIONS = (Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED)


class _Item(KeyPointRow):
    """A key point row; an unsure verdict asks the learner at once."""

    _ask: QWidget | None = None

    def __init__(self, view: KeyPointView, parent: QWidget | None = None) -> None:
        super().__init__(view, parent)
        self._ask = QWidget(self)
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(look().px(120) + 12, 0, 0, 14)
        holder = QWidget(self._ask)
        flow = FlowLayout(holder, gap=8)
        words = Label(self.tr("Heard something like it. You decide:"), "small", "muted")
        words.setMinimumHeight(look().px(28))
        flow.addWidget(words)
        for verdict in _DECISIONS:
            button = Button(verdict_word(verdict), size=Size.COMPACT)
            button.setAccessibleDescription(view.statement)
            button.clicked.connect(
                lambda _=False, chosen=verdict: self.own_verdict_chosen.emit(self.view.key_point, chosen)
            )
            flow.addWidget(button)
        row.addWidget(holder, 1)
        self._outer.addWidget(self._ask)
        self._show_ask()

    @override
    def set_state(self, view: KeyPointView) -> None:
        super().set_state(view)
        if self._ask is not None:
            self._outer.removeWidget(self._ask)
            self._outer.addWidget(self._ask)
            self._show_ask()

    def _show_ask(self) -> None:
        if self._ask is not None:
            self._ask.setVisible(self.view.verdict is Verdict.UNSURE and self.view.own is None)


class KeyPointList(QWidget):
    """All key points of an answer, in the order of the question.

    Signals:
        play_requested(float, float): play the learner's words from start to end, seconds.
        stop_requested(): stop playing them.
        say_requested(str): read a sentence aloud.
        own_verdict_chosen(str, object): id of the key point, and a Verdict or None to take it back.
    """

    play_requested = Signal(float, float)
    stop_requested = Signal()
    say_requested = Signal(str)
    own_verdict_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AnswerView | None = None
        self._rows: dict[str, _Item] = {}
        self._playing = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def first(self) -> QWidget | None:
        """The first row, to be focused."""
        return next(iter(self._rows.values()), None)

    def set_state(self, view: AnswerView) -> None:
        """Show the key points of an answer; rows that stand already keep the focus."""
        self._view = view
        views = key_point_views(view) if grade_of(view) is not None else ()
        if [row.key_point for row in views] != list(self._rows):
            self._build(views)
            return
        for row_view in views:
            row = self._rows[row_view.key_point]
            if row.view != row_view:
                row.set_state(row_view)

    def set_playback(self, playback: PlaybackView) -> None:
        """Show which quote is playing."""
        if not playback.playing:
            self._mark("")

    def _build(self, views: Sequence[KeyPointView]) -> None:
        clear(self._column)
        self._rows = {}
        self._playing = ""
        for row_view in views:
            row = _Item(row_view)
            row.play_requested.connect(self._on_play)
            row.hear_requested.connect(self._on_hear)
            row.own_verdict_chosen.connect(self.own_verdict_chosen)
            self._rows[row_view.key_point] = row
            self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)

    def _mark(self, key_point: str) -> None:
        self._playing = key_point
        for name, row in self._rows.items():
            row.set_playing(name == key_point)

    def _on_play(self, key_point: str) -> None:
        if self._playing == key_point:
            self._mark("")
            self.stop_requested.emit()
            return
        view = self._view
        grade = grade_of(view) if view is not None else None
        if view is None or grade is None:
            return
        found = next((each for each in grade.verdicts if each.key_point == key_point), None)
        times = evidence_times(view.answer.transcript, found.evidence if found is not None else None)
        if times is not None:
            self._mark(key_point)
            self.play_requested.emit(*times)

    def _on_hear(self, key_point: str) -> None:
        point = key_point_of(self._view, key_point) if self._view is not None else None
        if point is not None:
            self.say_requested.emit(point.sayable)
