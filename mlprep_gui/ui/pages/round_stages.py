"""Before and beside the answer: asking, thinking, waiting, the lost microphone, the pause."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import RoundView
from mlprep_gui.domain.session import Mode
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.limited import Centred
from mlprep_gui.ui.pages.stage import Stage, set_text
from mlprep_gui.ui.pages.words import dotted, level_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.gauges import TimeRing
from mlprep_gui.ui.widgets.layouts import IconMark, clear
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.text import Label
from mlprep_gui.ui.widgets.waveform import clock
from mlprep_gui.ui.widgets.words_view import PromptView


class AskingStage(Stage):
    """The question in large type while it is read; the spoken word is marked."""

    skip_requested = Signal()
    replay_requested = Signal()
    mute_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ""
        self._spoken: tuple[int, int] | None = None
        self._about = Label("", "caption", "muted", align="center")
        self._prompt = PromptView()
        self._state = Label("", "body", "muted")
        self._mark = IconMark("voice", "accent", 22)
        self._replay = Button(self.tr("Hear it again"), Kind.TEXT, icon="again")
        self._skip = Button(self.tr("I have read it"), Kind.PRIMARY, icon="skip", size=Size.LARGE)
        self._mute = Button(self.tr("Mute"), Kind.TEXT, icon="voice_off")
        self._leave = Button(self.tr("Skip the follow-up"), Kind.TEXT)
        self._next = Label("", "small", "muted", wrap=True, align="center")
        self.column.addStretch(2)
        self.column.addWidget(self._about)
        self.column.addWidget(Centred(self._prompt, 640))
        self.column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._state)
        row.addStretch(1)
        self.column.addLayout(row)
        self.set_next(self._skip, self._replay, self._mute, self._leave)
        self.column.addSpacing(8)
        self.column.addWidget(self._next)
        self.column.addStretch(3)
        self._replay.clicked.connect(self.replay_requested)
        self._skip.clicked.connect(self.skip_requested)
        self._mute.clicked.connect(self.mute_requested)
        self._leave.clicked.connect(self.leave_requested)

    @override
    def set_view(self, view: RoundView) -> None:
        question = view.question
        if question.prompt != self._asked:
            self._asked, self._spoken = question.prompt, None
            self._prompt.set_prompt(question.prompt)
            about = dotted(question.topic, level_word(question.level))
            self._about.setText(self.tr("Follow-up question") if view.is_follow_up else about)
        self._leave.setVisible(view.is_follow_up)
        if view.spoken != self._spoken:
            self._spoken = view.spoken
            if view.spoken is None:
                self._prompt.finish()
            else:
                self._prompt.set_spoken(view.spoken[0], view.spoken[1] - view.spoken[0])
        speaking = view.spoken is not None and not view.muted
        words = self.tr("The interviewer is speaking") if speaking else self.tr("The interviewer is about to speak")
        if view.muted:
            words = self.tr("The voice is muted. Read the question.")
        self._mark.set_icon("voice_off" if view.muted else "voice", "muted" if view.muted else "accent")
        set_text(self._state, words)
        self._mute.setText(self.tr("Unmute") if view.muted else self.tr("Mute"))
        self._mute.set_icon("voice" if view.muted else "voice_off")
        set_text(self._next, self._next_words(view))

    def _next_words(self, view: RoundView) -> str:
        length = self.tr("About {0} is a good length.").format(clock(view.limit_s))
        if view.think_s > 0:
            return self.tr("Next: {0} seconds to think, then you answer. {1}").format(round(view.think_s), length)
        return self.tr("Next: you answer at once. {0}").format(length)


class ThinkingStage(Stage):
    """A grey ring runs down; nothing is recorded yet, and it says so."""

    answer_requested = Signal()
    more_time_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addStretch(2)
        self._prompt = self.add_prompt()
        self.column.addSpacing(16)
        self._ring = TimeRing(self.tr("Time to think"), side_px=168)
        self.column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        words = self.tr("Find your first sentence. Recording has not started.")
        self._words = Label(words, "body", "muted", wrap=True, align="center")
        self._answer = Button(self.tr("Answer now"), Kind.PRIMARY, icon="microphone", size=Size.LARGE)
        more = Button(self.tr("30 seconds more"), Kind.TEXT)
        self._leave = Button(self.tr("Skip the follow-up"), Kind.TEXT)
        self.set_next(self._answer, more, self._leave, words=self._words)
        self.column.addStretch(3)
        self._answer.clicked.connect(self.answer_requested)
        more.clicked.connect(self.more_time_requested)
        self._leave.clicked.connect(self.leave_requested)

    @override
    def set_view(self, view: RoundView) -> None:
        set_text(self._prompt, view.question.prompt)
        self._leave.setVisible(view.is_follow_up)
        left = max(0, round(view.think_left_s))
        fraction = view.think_left_s / view.think_s if view.think_s > 0 else 0.0
        if view.reduced_motion and view.think_s > 0:
            fraction = left / view.think_s
        sub = self.tr("second to think") if left == 1 else self.tr("seconds to think")
        self._ring.set_time(min(1.0, fraction), str(left), sub, quiet=True)
        self._make_room()

    def _make_room(self) -> None:
        self._ring.set_side(132 if self.is_low else 168)
        self.column.setSpacing(4 if self.is_low else 16)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class WaitingStage(Stage):
    """Something is being done, and it says what; the learner can go on where that makes sense."""

    continue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addStretch(2)
        self._prompt = self.add_prompt()
        self.column.addSpacing(8)
        self._words = Label("", "title", wrap=True, align="center")
        self._about = Label("", "body", "muted", wrap=True, align="center")
        self.column.addWidget(self._words)
        self.column.addWidget(self._about)
        self.column.addSpacing(12)
        self._go_on = Button(self.tr("Go on without waiting"), key=self.tr("Enter"))
        self.add_buttons(self._go_on)
        self.column.addStretch(3)
        self._go_on.clicked.connect(self.continue_requested)

    @override
    def set_view(self, view: RoundView) -> None:
        set_text(self._prompt, view.question.prompt if view.phase is not Phase.CLOSING else "")
        words, about = self._phase_words(view)
        set_text(self._words, words)
        set_text(self._about, about)
        self._go_on.setVisible(view.phase is Phase.GRADING)

    def _phase_words(self, view: RoundView) -> tuple[str, str]:
        safe = self.tr("Your answer is saved. The verdicts also wait for you in Review.")
        if view.phase is Phase.STOPPING:
            return self.tr("Saving…"), ""
        if view.phase is Phase.GRADING and view.mode is Mode.MOCK:
            return self.tr("One moment…"), self.tr("Your answer is saved. The interviewer may ask about it.")
        if view.phase is Phase.GRADING:
            answer = view.answer.answer if view.answer is not None else None
            if answer is not None and answer.transcript is not None:
                return self.tr("Comparing it with the key points…"), safe
            return self.tr("Writing down what you said…"), safe
        if view.phase is Phase.CLOSING:
            if view.pending == 1:
                return self.tr("Grading the last answer…"), safe
            about = self.tr("Everything you said is saved.")
            return self.tr("Grading the rest: {0} answers to go…").format(view.pending), about
        if view.phase is Phase.READY:
            mock = view.mode is Mode.MOCK
            about = self.tr("Feedback comes at the end.") if mock else self.tr("Feedback comes after each answer.")
            return self.tr("The first question comes now."), about
        return self.tr("The round is over."), ""


class LostStage(Stage):
    """The microphone is gone: what is safe first, then what to do."""

    microphone_chosen = Signal(str)
    answer_requested = Signal()
    typing_requested = Signal()
    done_requested = Signal()
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: tuple[tuple[str, str], ...] | None = None
        self._trouble = ""
        self.column.addStretch(2)
        self._prompt = self.add_prompt()
        self.column.addSpacing(12)
        self._notice = Notice()
        self.column.addWidget(Centred(self._notice, 680))
        self.column.addSpacing(12)
        self._grade = Button(self.tr("Use what was heard"), Kind.PRIMARY, icon="check", size=Size.LARGE)
        self._type = Button(self.tr("Go on by typing"), Kind.TEXT, icon="type_instead", size=Size.LARGE)
        skip = Button(self.tr("Skip"), Kind.TEXT)
        self.set_next(self._grade, self._type, skip)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        self.column.addLayout(self._choices)
        self.column.addStretch(3)
        self._grade.clicked.connect(self.done_requested)
        self._type.clicked.connect(self.typing_requested)
        skip.clicked.connect(self.skip_requested)

    @override
    def set_view(self, view: RoundView) -> None:
        set_text(self._prompt, view.question.prompt)
        error = view.device_error
        title = in_words(error.message) if error is not None else self.tr("Choose a microphone to go on with.")
        kept = round(view.kept_s)
        safe = self.tr("Your first {0} seconds are saved.").format(kept)
        if kept < 1:
            safe = self.tr("Nothing was recorded yet.")
        advice = in_words(error.advice) if error is not None else self.tr("Or go on by typing.")
        text = f"{safe} {advice}"
        if self._trouble != title + text:
            self._trouble = title + text
            self._notice.show_notice("warning", title, text)
        self._grade.setVisible(kept >= 1)
        self._type.set_kind(Kind.TEXT if kept >= 1 else Kind.PRIMARY)
        words = self.tr("Go on with {0}") if kept >= 1 else self.tr("Record with {0}")
        self._show_devices(tuple((device.id, words.format(device.name)) for device in view.microphones))

    def _show_devices(self, devices: tuple[tuple[str, str], ...]) -> None:
        if devices == self._devices:
            return
        self._devices = devices
        clear(self._choices)
        for device, words in devices:
            button = Button(words, icon="microphone")
            button.clicked.connect(lambda _=False, chosen=device: self._on_device(chosen))
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _on_device(self, device: str) -> None:
        self.microphone_chosen.emit(device)
        self.answer_requested.emit()


class PausedStage(Stage):
    """The round rests."""

    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addStretch(2)
        self.column.addWidget(IconMark("pause", "muted", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(Label(self.tr("Paused. Nothing is recorded."), "heading", wrap=True, align="center"))
        about = self.tr("Nothing is lost, and the time stands still.")
        self.column.addWidget(Label(about, "body", "muted", wrap=True, align="center"))
        self.column.addSpacing(12)
        resume = Button(self.tr("Go on"), Kind.PRIMARY, icon="start", size=Size.LARGE)
        self.set_next(resume)
        self.column.addStretch(3)
        resume.clicked.connect(self.resume_requested)
