"""While the learner answers: aloud, or in writing."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mlprep_gui.app.views import RoundView
from mlprep_gui.interview import Phase
from mlprep_gui.ports import Hearing
from mlprep_gui.ui.pages.caption_panel import CaptionPanel
from mlprep_gui.ui.pages.limited import Centred
from mlprep_gui.ui.pages.stage import Stage, set_text
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.audio_drop import AudioDrop
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.gauges import LevelMeter, RecordingMark, TimeRing
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import Label
from mlprep_gui.ui.widgets.waveform import clock

_QUIET_S: Final = 8.0
#: Silence after which the interviewer asks, once an answer, whether the learner is done; nothing is cut off.
_ASK_S: Final = 6.0
#: Above ring and meter, where there is room.
_ABOVE_PX: Final = 24
#: Time without a key after which what was typed so far is looked at.
_BREATH_MS: Final = 600


class AnsweringStage(Stage):
    """The ring fills towards a good length; "Listening" stands there only once sound arrives."""

    done_requested = Signal()
    talk_held = Signal(bool)
    redo_requested = Signal()
    skip_requested = Signal()
    microphone_rejected = Signal()
    captions_toggled = Signal()
    file_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        AudioDrop(self, self.tr("Drop the recording to answer with it")).dropped.connect(self.file_dropped)
        self._spent_s = 0.0
        self._low = False
        self._hearing = Hearing.GOOD
        self._spoke_at_s: float | None = None
        self._limit_s = 0.0
        self._asks = self._has_asked = self._is_heard = False
        self.column.addStretch(2)
        self._prompt = self.add_prompt()
        self._ring = TimeRing(self.tr("Time spent"), side_px=148)
        self._mark = RecordingMark()
        self._meter = LevelMeter(self.tr("Level of the microphone"))
        self._heard = Label("", "small", "muted", wrap=True)
        self._another = Button(self.tr("Another microphone"), icon="microphone", size=Size.COMPACT)
        place = self._another.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self._another.setSizePolicy(place)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addStretch(1)
        side.addWidget(self._mark)
        side.addWidget(self._meter)
        side.addWidget(self._heard)
        side.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        holder = QWidget()
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(0, _ABOVE_PX, 0, 0)
        self._row.setSpacing(40)
        self._row.addWidget(self._ring)
        self._row.addLayout(side, 1)
        self.column.addWidget(Centred(holder, 600))
        self._captions = CaptionPanel()
        self.column.addWidget(Centred(self._captions, 680))
        self._limit = Label("", "body", "muted", wrap=True, align="center")
        self._limit.setMinimumHeight(look().px(28))
        self._done = Button(self.tr("I am done"), Kind.PRIMARY, icon="check", size=Size.LARGE)
        self._talk = Button(self.tr("Hold to talk"), icon="microphone", size=Size.LARGE)
        self._talk.hide()
        redo = Button(self.tr("Start over"), Kind.TEXT)
        skip = Button(self.tr("Skip"), Kind.TEXT)
        self.set_next(self._talk, self._done, redo, skip, words=self._limit)
        self.column.addStretch(3)
        self._done.clicked.connect(self.done_requested)
        self._talk.pressed.connect(lambda: self.talk_held.emit(True))
        self._talk.released.connect(lambda: self.talk_held.emit(False))
        redo.clicked.connect(self.redo_requested)
        skip.clicked.connect(self.skip_requested)
        self._another.clicked.connect(self.microphone_rejected)
        self._captions.toggled.connect(self.captions_toggled)

    @override
    def set_view(self, view: RoundView) -> None:
        set_text(self._prompt, view.question.prompt)
        self._another.setVisible(view.hearing not in (Hearing.GOOD, Hearing.LOUD))
        answering = view.phase is Phase.ANSWERING
        spent = view.spent_s if answering else 0.0
        if spent < self._spent_s:
            self._spoke_at_s = None
            self._asks = self._has_asked = False
        self._spent_s, self._limit_s, self._hearing = spent, view.limit_s, view.hearing
        fraction = spent / view.limit_s if view.limit_s > 0 else 0.0
        if view.reduced_motion and view.limit_s > 0:
            fraction = int(spent) / view.limit_s
        of = self.tr("of about {0}").format(clock(view.limit_s))
        self._ring.set_time(fraction, clock(spent), of)
        self._captions.set_caption(view.caption)
        self._make_room()
        heard = view.listening and answering and not view.paused
        self._mark.set_state(heard, self._mark_words(view))
        self._done.setEnabled(answering and (view.push_to_talk or not view.paused))
        self._talk.setVisible(view.push_to_talk)
        if not heard:
            self._meter.set_level(None)
            set_text(self._heard, self._waiting_words(view))
        elif not self._is_heard:  # before the first level comes
            set_text(self._heard, self._heard_words())
        self._is_heard = heard
        set_text(self._limit, self._limit_words(view))

    def _waiting_words(self, view: RoundView) -> str:
        if view.paused and view.push_to_talk:
            return self.tr("Hold Space while you speak; the time stands still.")
        return "" if view.paused else self.tr("Wait for the word Listening; nothing is kept before it.")

    def _make_room(self) -> None:
        """In a low window the newest words take the place of the ring, whose time then stands in words."""
        low = self._captions.has_words and self.is_low
        if low != self._low:
            self._low = low
            self._ring.setVisible(not low)
            self._captions.set_lines(1 if low else 4)
            self._row.setContentsMargins(0, 0 if low else _ABOVE_PX, 0, 0)
            self.column.setSpacing(10 if low else 16)
            place = self._another.sizePolicy()
            place.setRetainSizeWhenHidden(not low)
            self._another.setSizePolicy(place)

    def set_level(self, level_db: float, peak_db: float, clipped: bool) -> None:
        """Show how loud the microphone hears, dBFS."""
        self._meter.set_level(level_db, peak_db)
        if not self._meter.is_quiet:
            self._spoke_at_s = self._spent_s
        self._ask_whether_done()
        too_loud = self.tr("Too loud. Move a little away from the microphone.")
        set_text(self._heard, too_loud if clipped else self._heard_words())

    def _ask_whether_done(self) -> None:
        """Ask once after a long silence; the question goes away when the learner speaks again, or time is over."""
        silent = self._meter.is_quiet and self._spoke_at_s is not None and self._spent_s - self._spoke_at_s >= _ASK_S
        if not self._meter.is_quiet:
            self._asks = False
        elif silent and not self._has_asked and self._spent_s < self._limit_s:
            self._asks = self._has_asked = True
            set_text(self._limit, self._done_words())
            announce(self, self._done_words())

    def _done_words(self) -> str:
        return self.tr("Take your time. Done?")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _heard_words(self) -> str:
        """Say how the learner is heard; a pause to think, or before the first word, is no trouble."""
        if not self._meter.is_quiet:
            return self._meter.words
        if self._hearing is Hearing.SILENT:
            return self.tr("No sound arrives. Look at its switch, its plug, and the system's sound settings.")
        if self._spent_s - (self._spoke_at_s or 0.0) < _QUIET_S:
            never = self._spoke_at_s is None
            return self.tr("Speak when you are ready.") if never else self.tr("You are heard well.")
        if self._spoke_at_s is None:
            return self._meter.words
        return self.tr("Quiet for {0} seconds. The recording goes on.").format(round(_QUIET_S))

    def _mark_words(self, view: RoundView) -> str:
        if view.paused:
            return self.tr("On hold")
        if view.phase is Phase.STARTING:
            return self.tr("Opening the microphone…")
        if not view.listening:
            return self.tr("Waiting for sound…")
        if self._low:
            return self.tr("Listening: {0} of about {1}").format(clock(view.spent_s), clock(view.limit_s))
        return self.tr("Listening")

    def _limit_words(self, view: RoundView) -> str:
        if view.spent_s >= view.limit_s and view.phase is Phase.ANSWERING:
            return self.tr("The time is over. Finish your thought; nothing is cut off.")
        if self._asks:
            return self._done_words()
        if view.warned and view.phase is Phase.ANSWERING:
            return self.tr("About {0} left.").format(clock(view.limit_s - view.spent_s))
        return ""


class AnswerField(QPlainTextEdit):
    """The learner's words, typed; Ctrl+Enter is done."""

    done = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._set_type()

    def _set_type(self) -> None:
        self.setFont(look().font("spoken"))
        self.setMinimumHeight(look().px(96))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_type()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class TypingStage(Stage):
    """The answer is typed, in the typeface of the learner's own words."""

    typing = Signal(str)
    typed = Signal(str)
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = ""
        self._said = ""
        self._prompt = self.add_prompt()
        self.field = AnswerField(self.tr("Your answer"))
        self.field.setPlaceholderText(self.tr("Write as you would speak."))
        self._clock = Label("", "small", "muted")
        self._about = Label("", "caption", "muted")
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self._clock)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.field, 1)
        self.column.addSpacing(8)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(box, 5)
        centred.addStretch(1)
        self.column.addLayout(centred, 1)
        self._done = Button(
            self.tr("I am done"), Kind.PRIMARY, icon="check", key=self.tr("Ctrl Enter"), size=Size.LARGE
        )
        skip = Button(self.tr("Skip"), Kind.TEXT)
        self.set_next(self._done, skip)
        self._done.clicked.connect(self._on_done)
        self.field.done.connect(self._on_done)
        self.field.textChanged.connect(self._on_text_changed)
        skip.clicked.connect(self.skip_requested)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(lambda: self.typing.emit(self.field.toPlainText()))
        self._on_text_changed()

    @override
    def set_view(self, view: RoundView) -> None:
        if view.question.id != self._question:
            self._question, self._said = view.question.id, ""
            self.field.clear()
        if view.said and not self._said:
            self._begin_with(view.said)
        writing = self.tr("Go on. What you said is being written down and will stand before it.")
        set_text(self._about, writing if view.said is None else self.tr("Your answer"))
        set_text(self._prompt, view.question.prompt)
        self.field.setReadOnly(view.paused)
        of = self.tr("{0} of about {1}").format(clock(view.spent_s), clock(view.limit_s))
        set_text(self._clock, of)

    @property
    def draft(self) -> str:
        """What was typed so far; empty when there is only what was said before."""
        text = self.field.toPlainText().strip()
        return text if text != self._said else ""

    def empty(self) -> None:
        """Forget what was typed, for the next answer."""
        self._question = ""

    def _begin_with(self, said: str) -> None:
        """Put what was said before the text; who is typing goes on where they are."""
        self._said = said.strip()
        start = QTextCursor(self.field.document())
        start.insertText(f"{self._said} ")

    def _on_text_changed(self) -> None:
        text = self.field.toPlainText().strip()
        self._done.setEnabled(bool(text))
        if text:
            self._breath.start()

    def _on_done(self) -> None:
        text = self.field.toPlainText().strip()
        if text and not self.field.isReadOnly():
            self._breath.stop()
            self.typed.emit(text)
