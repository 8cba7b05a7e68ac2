"""The round: one question, one phase, one next step; nothing beside it."""

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from mlprep_gui.app.views import NoticeView, PlaybackView, RoundView
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.answer_stages import AnsweringStage, TypingStage
from mlprep_gui.ui.pages.feedback_view import FeedbackView
from mlprep_gui.ui.pages.judging_stage import JudgingStage
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.round_hints import Hints, hints_of
from mlprep_gui.ui.pages.round_keys import NEXT, RECORDING, SPOKEN, waits_for_key, wish_of
from mlprep_gui.ui.pages.round_stages import AskingStage, LostStage, PausedStage, ThinkingStage, WaitingStage
from mlprep_gui.ui.pages.spoken_stage import SpokenStage
from mlprep_gui.ui.pages.stage import Stage
from mlprep_gui.ui.pages.words import mode_word, programme_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.shortcuts import Place, keymap
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.step_header import StepHeader

_PAUSABLE = (*SPOKEN, Phase.ASKING, Phase.THINKING, Phase.STARTING, Phase.ANSWERING, Phase.TYPING)
_OVER = (Phase.CLOSING, Phase.FINISHED, Phase.ABANDONED)


class RoundPage(Page):
    """A running round.

    Signals: wishes of the learner; `typing(str)` is what was typed so far, `typed(str)` an answer,
    `microphone_chosen(str)` a device id, `file_dropped(Path)` a recording to answer with, `ticked(frozenset)` the
    key points that the learner believes to have said. Those of FeedbackView are passed on.
    """

    prompt_skipped = Signal()
    replay_requested = Signal()
    mute_toggled = Signal()
    more_time_requested = Signal()
    answer_requested = Signal()
    talk_held = Signal(bool)
    done_requested = Signal()
    typing_requested = Signal()
    typing = Signal(str)
    typed = Signal(str)
    skip_requested = Signal()
    redo_requested = Signal()
    pause_toggled = Signal()
    end_requested = Signal()
    microphone_chosen = Signal(str)
    microphone_rejected = Signal()
    captions_toggled = Signal()
    ticked = Signal(object)
    continue_requested = Signal()
    play_requested = Signal(float, float)
    stretches_requested = Signal(object, str)
    stop_requested = Signal()
    say_requested = Signal(str)
    own_verdict_chosen = Signal(str, object)
    words_edited = Signal(str, object)
    file_dropped = Signal(object)
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1032, centred=True, parent=parent)
        self.setAccessibleName(self.tr("Round"))
        self._view: RoundView | None = None
        self._shown: QWidget | None = None
        self._notice_view: NoticeView | None = None
        self._hints: Hints = ()
        self._holds = False
        self._header = StepHeader()
        self._pause = Button(self.tr("Pause"), Kind.QUIET, icon="pause")
        self._end = Button(self.tr("End round…"), Kind.QUIET)
        self._confirm = Notice(compact=True)
        self._notice = Notice(closable=True, compact=True)
        self._spoken = SpokenStage()
        self._asking = AskingStage()
        self._thinking = ThinkingStage()
        self._answering = AnsweringStage()
        self._typing = TypingStage()
        self._waiting = WaitingStage()
        self._lost = LostStage()
        self._paused = PausedStage()
        self._judging = JudgingStage()
        self._feedback = FeedbackView()
        self._stage_hints = KeyHintBar(centred=True)
        self._feedback_hints = KeyHintBar()
        self._again = Button(self.tr("Say it again"), icon="again")
        self._next = Button(self.tr("Next question"), Kind.PRIMARY, key=self.tr("Enter"))
        self._build()
        self._connect()

    def set_state(self, view: RoundView) -> None:
        """Show this moment of the round; called ten times a second, so that only what changed is done again."""
        before, self._view = self._view, view
        if before is None or (before.index, before.count, before.mode) != (view.index, view.count, view.mode):
            name = programme_word(view.programme) if view.programme else mode_word(view.mode)
            self._header.set_step(view.index + 1, view.count, name)
        stage = self._stage_of(view)
        if stage is not self._shown:
            self._show_stage(stage)
        if stage is self._feedback:
            if view.answer is not None:
                self._feedback.set_state(view.answer)
        elif isinstance(stage, Stage):
            stage.set_view(view)
        self._show_head(view)
        self._show_foot(view)
        if before is None or (before.phase, before.index, before.answer) != (view.phase, view.index, view.answer):
            set_reading_order(self)
        asked = (view.phase, view.index, view.question)
        if before is None or (before.phase, before.index, before.question) != asked:
            self._on_phase_changed(before, view)

    def set_level(self, level_db: float, peak_db: float, clipped: bool) -> None:
        """Show how loud the microphone hears, dBFS; only while it is being kept."""
        view = self._view
        if view is not None and view.phase is Phase.ANSWERING and view.listening and not view.paused:
            self._answering.set_level(level_db, peak_db, clipped)

    def set_playback(self, playback: PlaybackView) -> None:
        """Follow the playback of the answer."""
        self._feedback.set_playback(playback)

    def hand_in_draft(self) -> None:
        """Hand in what was typed or corrected so far, so that leaving the question loses nothing."""
        self._feedback.transcript.save()
        text = self._typing.draft
        if text and self._view is not None and self._view.phase is Phase.TYPING:
            self.typed.emit(text)

    def ask_to_end(self) -> None:
        """Ask in place whether to end the round; nothing stops while the question stands."""
        view = self._view
        if view is None or view.phase in _OVER:
            return
        recording = view.phase in RECORDING
        text = self.tr("What you answered is kept and graded.")
        if recording:
            text = self.tr("The recording goes on until you decide. What you answered is kept and graded.")
        actions = {"end": self.tr("End the round"), "stay": self.tr("Go on")}
        self._confirm.show_notice("info", self.tr("End the round here?"), text, actions)
        self._header.show_notices()
        set_reading_order(self)
        for button in self._confirm.findChildren(Button):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def _build(self) -> None:
        self._header.add_action(self._pause)
        self._header.add_action(self._end)
        for notice in (self._confirm, self._notice):
            self._header.add_notice(notice)
        self.set_header(self._header)
        stages = (
            self._spoken,
            self._asking,
            self._thinking,
            self._answering,
            self._typing,
            self._waiting,
            self._lost,
            self._paused,
            self._judging,
            self._feedback,
        )
        for stage in stages:
            self.body.addWidget(stage, 1)
            stage.hide()
            if isinstance(stage, Stage):
                self._outer.addWidget(stage.next_step)
        self._stage_foot = self.set_foot(self._stage_hints)
        self._feedback_foot = self.set_foot(self._feedback_hints, self._again, self._next)
        self._feedback_foot.hide()

    def _connect(self) -> None:
        self._pause.clicked.connect(self.pause_toggled)
        self._end.clicked.connect(self.ask_to_end)
        self._confirm.action_chosen.connect(self._on_confirmed)
        self._notice.action_chosen.connect(lambda _: self._header.show_notices())
        self._spoken.go_on_requested.connect(self.prompt_skipped)
        self._spoken.replay_requested.connect(self.replay_requested)
        self._asking.skip_requested.connect(self.prompt_skipped)
        self._asking.replay_requested.connect(self.replay_requested)
        self._asking.mute_requested.connect(self.mute_toggled)
        self._asking.leave_requested.connect(self.skip_requested)
        self._thinking.answer_requested.connect(self.answer_requested)
        self._thinking.more_time_requested.connect(self.more_time_requested)
        self._thinking.leave_requested.connect(self.skip_requested)
        self._answering.done_requested.connect(self.done_requested)
        self._answering.talk_held.connect(self.talk_held)
        self._answering.redo_requested.connect(self.redo_requested)
        self._answering.skip_requested.connect(self.skip_requested)
        self._answering.captions_toggled.connect(self.captions_toggled)
        self._answering.microphone_rejected.connect(self.microphone_rejected)
        self._answering.file_dropped.connect(self.file_dropped)
        self._typing.typing.connect(self.typing)
        self._typing.typed.connect(self.typed)
        self._typing.skip_requested.connect(self._on_typing_skipped)
        self._waiting.continue_requested.connect(self.continue_requested)
        self._lost.microphone_chosen.connect(self.microphone_chosen)
        self._lost.answer_requested.connect(self.answer_requested)
        self._lost.typing_requested.connect(self.typing_requested)
        self._lost.done_requested.connect(self.done_requested)
        self._lost.skip_requested.connect(self.skip_requested)
        self._paused.resume_requested.connect(self.pause_toggled)
        self._judging.ticked.connect(self.ticked)
        self._judging.skip_requested.connect(self.skip_requested)
        self._feedback.play_requested.connect(self.play_requested)
        self._feedback.stretches_requested.connect(self.stretches_requested)
        self._feedback.stop_requested.connect(self.stop_requested)
        self._feedback.say_requested.connect(self.say_requested)
        self._feedback.own_verdict_chosen.connect(self.own_verdict_chosen)
        self._feedback.words_edited.connect(self.words_edited)
        self._again.clicked.connect(lambda: self._leave_feedback(self.again_requested))
        self._next.clicked.connect(lambda: self._leave_feedback(self.continue_requested))

    def _stage_of(self, view: RoundView) -> QWidget:
        if view.paused and not waits_for_key(view):
            return self._paused
        stages: dict[Phase, QWidget] = {
            Phase.OPENING: self._spoken,
            Phase.FAREWELL: self._spoken,
            Phase.ASKING: self._asking,
            Phase.THINKING: self._thinking,
            Phase.STARTING: self._answering,
            Phase.ANSWERING: self._answering,
            Phase.TYPING: self._typing,
            Phase.LOST: self._lost,
            Phase.JUDGING: self._judging,
            Phase.FEEDBACK: self._feedback,
        }
        return stages.get(view.phase, self._waiting)

    def _show_stage(self, stage: QWidget) -> None:
        for widget, shown in ((self._shown, False), (stage, True)):
            if widget is not None:
                widget.setVisible(shown)
            if isinstance(widget, Stage):
                widget.next_step.setVisible(shown and widget.has_next)
        self._shown = stage
        feedback = stage is self._feedback
        self._stage_foot.setVisible(not feedback)
        self._feedback_foot.setVisible(feedback)
        self.show_top()

    def _show_head(self, view: RoundView) -> None:
        self._pause.setVisible((view.paused or view.phase in _PAUSABLE) and not waits_for_key(view))
        words, icon = (self.tr("Go on"), "start") if view.paused else (self.tr("Pause"), "pause")
        if self._pause.text() != words:
            self._pause.setText(words)
            self._pause.set_icon(icon)
        self._end.setVisible(view.phase not in _OVER)
        if view.phase in _OVER and self._confirm.is_shown:
            self._confirm.hide_notice()
            self._header.show_notices()
        if view.notice != self._notice_view:
            self._notice_view = view.notice
            if view.notice is not None:
                self._notice.show_notice(view.notice.kind, view.notice.text)
            else:
                self._notice.hide_notice()
            self._header.show_notices()

    def _show_foot(self, view: RoundView) -> None:
        last = view.index + 1 >= view.count
        self._next.setText(self.tr("Finish the round") if last else self.tr("Next question"))
        self._again.set_key(keymap().cap("again"))
        hints = hints_of(view)
        if hints != self._hints:
            self._hints = hints
            (self._feedback_hints if view.phase is Phase.FEEDBACK else self._stage_hints).set_hints(hints)

    def _on_phase_changed(self, before: RoundView | None, view: RoundView) -> None:
        if before is not None and before.phase is Phase.TYPING and view.phase is not Phase.TYPING:
            self._typing.empty()
        if self._confirm.is_shown and view.phase not in _OVER:
            return
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is not self.window():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if view.phase is Phase.TYPING:
            self._typing.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif view.phase in (Phase.JUDGING, Phase.FEEDBACK):
            # The rows were just made; they can take the focus only after the layout has shown them.
            QTimer.singleShot(0, self, self._focus_first_point)

    def _focus_first_point(self) -> None:
        judging = self._shown is self._judging
        first = self._judging.first_focus if judging else self._feedback.first_focus
        if first is not None and first.isVisible() and self.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self, choice: str) -> None:
        self._confirm.hide_notice()
        self._header.show_notices()
        typing = self._typing.field.isVisibleTo(self) and choice != "end"
        (self._typing.field if typing else self).setFocus(Qt.FocusReason.OtherFocusReason)
        if choice == "end":
            self.hand_in_draft()
            self.end_requested.emit()

    def _on_typing_skipped(self) -> None:
        self.hand_in_draft()
        self.skip_requested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self._view
        if view is None or event.isAutoRepeat() or not self._on_key(view, event):
            super().keyPressEvent(event)

    def _on_key(self, view: RoundView, event: QKeyEvent) -> bool:
        """Do what a key stands for in this phase; False when it has no meaning."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key()) if plain else Qt.Key.Key_unknown
        name = NEXT if key == Qt.Key.Key_Space else keymap().name_of(event, Place.ROUND)
        if key == Qt.Key.Key_Escape:
            if self._confirm.is_shown:
                self._on_confirmed("stay")
            else:
                self.ask_to_end()
            return True
        if is_enter(event):
            if click_focused(self):
                return True
            if view.phase is Phase.JUDGING:
                self._judging.hand_in()
                return True
            if view.push_to_talk and view.phase is Phase.ANSWERING:
                self.done_requested.emit()
                return True
            if view.phase in (Phase.FEEDBACK, Phase.GRADING):
                self._leave_feedback(self.continue_requested)
                return True
            return False
        if name == NEXT and (waits_for_key(view) or (view.push_to_talk and view.phase is Phase.THINKING)):
            self._hold(True)
            return True
        if name == "pause" and (view.paused or view.phase in _PAUSABLE):
            if not waits_for_key(view):
                self.pause_toggled.emit()
            return True
        if view.paused and not waits_for_key(view):
            if name == NEXT:
                self.pause_toggled.emit()
            return name == NEXT
        wish = wish_of(self, name, view)
        if wish is None:
            return False
        self._leave_feedback(wish)
        return True

    def _hold(self, holds: bool) -> None:
        if holds != self._holds:
            self._holds = holds
            self.talk_held.emit(holds)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._holds and not event.isAutoRepeat():
            self._hold(False)
            return
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold(False)  # the key is let go elsewhere
        super().focusOutEvent(event)

    def _leave_feedback(self, wish: SignalInstance) -> None:
        """Hand in what is being corrected before a wish that may lead away from it."""
        self._feedback.transcript.save()
        wish.emit()
