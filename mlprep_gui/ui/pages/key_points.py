"""The key points of an answer with their verdicts, and the learner's own verdict on each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.ui.pages.answer_view import best_answer, evidence_times, grade_of, key_point_of, key_point_views
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow, KeyPointView
from mlprep_gui.ui.widgets.layouts import clear


class KeyPointList(QWidget):
    """All key points of an answer, in the order of the question.

    Signals:
        stretches_requested(object, str): play the learner's words: pairs of start and end, seconds, one after the
            other, and the take they were said in: that of the answer, or of one to a follow-up question.
        stop_requested(): stop playing them.
        say_requested(str): read a sentence aloud.
        own_verdict_chosen(str, object): id of the key point, and a Verdict or None to take it back.
    """

    stretches_requested = Signal(object, str)
    stop_requested = Signal()
    say_requested = Signal(str)
    own_verdict_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AnswerView | None = None
        self._rows: dict[str, KeyPointRow] = {}
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

    def reveal(self) -> None:
        """Let the verdicts appear one after the other."""
        for place, row in enumerate(self._rows.values()):
            row.reveal(place)

    def _build(self, views: Sequence[KeyPointView]) -> None:
        clear(self._column)
        self._rows = {}
        self._playing = ""
        for row_view in views:
            row = KeyPointRow(row_view)
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
        if self._view is None:
            return
        view = best_answer(self._view, KeyPointId(key_point))
        grade = grade_of(view)
        found = grade.verdict_of(KeyPointId(key_point)) if grade is not None else None
        times = evidence_times(view.answer.transcript, found.evidence if found is not None else ())
        if times:
            self.stretches_requested.emit(times, view.answer.take.id)
            self._mark(key_point)

    def _on_hear(self, key_point: str) -> None:
        point = key_point_of(self._view, key_point) if self._view is not None else None
        if point is not None:
            self.say_requested.emit(point.sayable)
