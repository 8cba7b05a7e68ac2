"""What an answer covered: verdicts beside the words they rest on, then the score, then what helps next time."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.domain.session import TakeState
from mlprep_gui.ui.pages.answer_view import grade_of, ungraded_reason
from mlprep_gui.ui.pages.key_points import KeyPointList
from mlprep_gui.ui.pages.score_card import DeliveryCard, ScoreCard, ScoreLine
from mlprep_gui.ui.pages.text_tabs import TextTabs
from mlprep_gui.ui.pages.transcript_part import TranscriptPart
from mlprep_gui.ui.pages.words import dotted, ordinal_attempt
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import TwoColumns
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.waveform import clock

translate = QCoreApplication.translate


class FeedbackView(QWidget):
    """The feedback on one answer; shown in the round after each answer.

    Signals:
        play_requested(float, float): play the answer from start to end, seconds; end below 0 plays to the end.
        stretches_requested(object, str): play pairs of start and end, seconds, of this take, one after the other.
        stop_requested(): stop playing.
        say_requested(str): read a text aloud.
        own_verdict_chosen(str, object): id of the key point, and a Verdict or None to take it back.
        words_edited(str, object): id of the take, and its words as the learner corrected them; None takes that back.
        again_requested(): say the answer again.
        continue_requested(): go to the next question.
    """

    play_requested = Signal(float, float)
    stretches_requested = Signal(object, str)
    stop_requested = Signal()
    say_requested = Signal(str)
    own_verdict_chosen = Signal(str, object)
    words_edited = Signal(str, object)
    again_requested = Signal()
    continue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AnswerView | None = None
        self._playing = False
        self._prompt = wrapped("", "heading")
        self._about = Label("", "small", "muted", wrap=True)
        self._score_line = ScoreLine()
        self._ungraded = QWidget()
        self._ungraded_title = wrapped("", "title")
        self._ungraded_advice = wrapped("", "reading", "muted")
        self.points = KeyPointList()
        self.transcript = TranscriptPart()
        self._play_all = Button(self.tr("Play my answer"), Kind.TEXT, icon="play", size=Size.COMPACT)
        self._texts = TextTabs()
        self._score = ScoreCard()
        self._delivery = DeliveryCard()
        self._columns = TwoColumns(side_px=292, gap=40)
        self._build()
        self._connect()

    @property
    def first_focus(self) -> QWidget | None:
        """What is focused when the feedback appears."""
        return self.points.first

    def set_state(self, view: AnswerView) -> None:
        """Show an answer; while the same answer is shown, what has not changed is left as it is."""
        before, self._view = self._view, view
        if before == view:
            return
        self._prompt.setText(view.answer.question.prompt)
        self._about.setText(_about(view))
        self._show_ungraded(view)
        self.points.set_state(view)
        self._score.set_state(view)
        self._score_line.set_state(view)
        if before is None or _without_own(before) != _without_own(view):
            self._show_words(view)
            self._delivery.set_state(view)
        question = view.answer.question
        self._texts.set_texts(
            (
                (self.tr("Why it is asked"), question.why),
                (self.tr("How to answer"), question.how),
                (self.tr("Example answer"), question.example),
            )
        )
        if before is None or before.answer.take.id != view.answer.take.id or grade_of(before) is None:
            self.points.reveal()
            self._score_line.reveal()

    def set_playback(self, playback: PlaybackView) -> None:
        """Follow the playback in the transcript."""
        self._playing = playback.playing
        self.points.set_playback(playback)
        self.transcript.set_position(playback.position_s if playback.playing else None)
        self._play_all.set_icon("stop" if playback.playing else "play")
        self._play_all.setText(self.tr("Stop") if playback.playing else self.tr("Play my answer"))

    def _build(self) -> None:
        column = QVBoxLayout(self._ungraded)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(4)
        column.addWidget(self._ungraded_title)
        column.addWidget(self._ungraded_advice)
        play = QHBoxLayout()
        play.addWidget(self._play_all)
        play.addStretch(1)
        self.transcript.body.addLayout(play)
        main = self._columns.main
        main.setSpacing(8)
        for widget in (self._prompt, self._about, self._score_line, self._ungraded, self.points):
            main.addWidget(widget)
        main.addSpacing(12)
        main.addWidget(self._texts)
        main.addSpacing(12)
        main.addWidget(self.transcript)
        self._columns.side.addWidget(self._score)
        self._columns.side.addWidget(self._delivery)
        self._columns.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        self._arrange()

    def _connect(self) -> None:
        for part in (self.points, self._texts):
            part.say_requested.connect(self.say_requested)
        self.points.stretches_requested.connect(self.stretches_requested)
        self.points.stop_requested.connect(self.stop_requested)
        self.points.own_verdict_chosen.connect(self.own_verdict_chosen)
        self.transcript.play_requested.connect(self.play_requested)
        self.transcript.words_edited.connect(self.words_edited)
        self._play_all.clicked.connect(self._on_play_all)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._columns and event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _arrange(self) -> None:
        """The score stands beside the key points, or above them in one line where there is no room."""
        graded = self._view is not None and grade_of(self._view) is not None
        self._score_line.setVisible(self._columns.is_narrow and graded)
        self._score.setVisible(not self._columns.is_narrow and graded)

    def _show_ungraded(self, view: AnswerView) -> None:
        title, advice = ungraded_reason(view)
        self._ungraded.setVisible(bool(title))
        self._ungraded_title.setText(title)
        self._ungraded_advice.setText(advice)
        self._arrange()

    def _show_words(self, view: AnswerView) -> None:
        transcript = view.answer.transcript
        has_words = transcript is not None and bool(transcript.words)
        self.transcript.setVisible(has_words or view.audio is not None)
        self.transcript.set_state(view)
        self._play_all.setVisible(view.audio is not None)

    def _on_play_all(self) -> None:
        if self._playing:
            self.stop_requested.emit()
        else:
            self.play_requested.emit(0.0, -1.0)


def _without_own(view: AnswerView) -> AnswerView:
    return replace(view, answer=replace(view.answer, own_verdicts={}))


def _about(view: AnswerView) -> str:
    """Return "Third attempt · 0:52 · Last time 31"."""
    take = view.answer.take
    length = clock(take.duration_s) if take.duration_s and take.state is not TakeState.SKIPPED else ""
    how = translate("FeedbackView", "typed") if take.state is TakeState.TYPED else ""
    grade, gained = grade_of(view), ""
    if grade is not None and view.previous_score is not None:
        gained = translate("FeedbackView", "Last time {0} of 100").format(round(view.previous_score))
    return dotted(ordinal_attempt(view.attempt), length, how, gained)
