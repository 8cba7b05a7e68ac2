"""Set up a round: good defaults, the consequence in words beside each control, the start always in view."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from mlprep_gui.app.views import SetupChoice, SetupView
from mlprep_gui.bank import Order
from mlprep_gui.bank.programmes import PROGRAMMES
from mlprep_gui.domain.question import Level
from mlprep_gui.domain.session import Mode
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.microphone_test import MicrophoneTest
from mlprep_gui.ui.pages.mode_card import ModeCard
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.settings_controls import follow_up_choice
from mlprep_gui.ui.pages.setup_summary import SetupSummary
from mlprep_gui.ui.pages.words import level_word, minutes_words, programme_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.chip_group import ChipGroup
from mlprep_gui.ui.widgets.choices import ComboBox, Segment, Stepper, Switch
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.layouts import TwoColumns
from mlprep_gui.ui.widgets.notice import Notice
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.text import Label, wrapped

_ALL = "all"
_COUNT, _MINUTES = "count", "minutes"
_SUGGESTED, _FIXED = "suggested", "fixed"
_SPEAK, _TYPE = "speak", "type"
_FIRST_MINUTES = 20
_FIRST_ANSWER_S = 90
_NO_NOTE = " "


class SetupPage(Page):
    """What the next round is like.

    Signals:
        choice_changed(object): a SetupChoice; a new SetupView is the answer.
        start_requested(object): start with this SetupChoice; also Enter.
        hear_requested(str): hear this voice.

    `microphone_test` has its own signals.
        cancelled(): back, without a round.
    """

    choice_changed = Signal(object)
    start_requested = Signal(object)
    hear_requested = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Set up a round"))
        self._choice = SetupChoice()
        self._voices: tuple[tuple[str, str], ...] = ()
        self._devices: tuple[tuple[str, str], ...] = ()
        self._packs: tuple[tuple[str, str], ...] = ()
        self._columns = TwoColumns(side_px=292, gap=40)
        self._summary = SetupSummary()
        self._make_controls()
        self._build()
        self._connect()
        self.first_focus = self._start

    def set_state(self, view: SetupView) -> None:
        """Show what there is to choose from, what is chosen, and what follows from it."""
        self._choice = view.choice
        self._show_programme(view)
        self._show_questions(view)
        self._show_times(view)
        self._show_devices(view)
        self._summary.set_state(view)
        self._start.setEnabled(bool(view.questions))

    def _make_controls(self) -> None:
        self._practice = ModeCard("practice", self.tr("Practice"), self.tr("Feedback after each answer."))
        about = self.tr("No feedback before the report at the end.")
        self._mock = ModeCard("mock", self.tr("Mock interview"), about)
        self._modes = QButtonGroup(self)
        self._modes.addButton(self._practice)
        self._modes.addButton(self._mock)
        programmes = [(each, programme_word(each)) for each in (*PROGRAMMES, "")]
        self._programme = Segment(programmes, self.tr("Programme"), compact=True)
        self._pack = ComboBox(self.tr("Question pack"))
        self._topics = ChipGroup(self.tr("Questions from"), none=self.tr("All topics"))
        self._contrasts = ChipGroup(self.tr("Often mixed up"))
        levels = [(str(level), level_word(level)) for level in Level]
        self._level = Segment([*levels, (_ALL, self.tr("All"))], self.tr("Level"), compact=True)
        kinds = [(_COUNT, self.tr("Questions")), (_MINUTES, self.tr("Minutes"))]
        self._length_kind = Segment(kinds, self.tr("How long, in"), compact=True)
        self._count = Stepper(self.tr("Number of questions"), 1, 30)
        self._minutes = Stepper(self.tr("Minutes"), 5, 120, step=5)
        orders = [
            (str(Order.DUE), self.tr("What is due")),
            (str(Order.WEAKEST), self.tr("Weakest first")),
            (str(Order.PACK), self.tr("As in the pack")),
            (str(Order.MIXED), self.tr("Mixed")),
        ]
        self._order = Segment(orders, self.tr("Order"), compact=True)
        self._think = Stepper(self.tr("Time to think"), 0, 300, step=10, words=self._seconds_words)
        ways = [(_SUGGESTED, self.tr("As suggested")), (_FIXED, self.tr("Fixed"))]
        self._answer_kind = Segment(ways, self.tr("Time to answer"), compact=True)
        self._answer = Stepper(self.tr("Seconds to answer"), 30, 600, step=15, words=self._seconds_words)
        self._cut = Switch(self.tr("Stop at the limit"))
        self._follow_ups = follow_up_choice()
        self._judge = Switch(self.tr("Judge yourself first"))
        inputs = [(_SPEAK, self.tr("By speaking")), (_TYPE, self.tr("By typing"))]
        self._input = Segment(inputs, self.tr("Answer"), compact=True)
        self._voice = ComboBox(self.tr("Voice"))
        self._hear = Button(self.tr("Hear it"), icon="voice", size=Size.COMPACT)
        self._microphone = ComboBox(self.tr("Microphone"))
        self._try = Button(self.tr("Test it"), icon="microphone", size=Size.COMPACT)
        self.microphone_test = MicrophoneTest()
        self.microphone_test.hide()
        self._offer = Notice()
        self._offer.setContentsMargins(0, 0, 0, 12)
        self._offer.hide()
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT)
        self._start = Button(
            self.tr("Start the round"), Kind.PRIMARY, icon="start", key=self.tr("Enter"), size=Size.LARGE
        )

    def _build(self) -> None:
        main = self._columns.main
        main.setSpacing(0)
        main.addWidget(wrapped(self.tr("Set up a round"), "heading"))
        main.addSpacing(16)
        main.addWidget(self._offer)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self._practice, 1)
        cards.addWidget(self._mock, 1)
        main.addLayout(cards)
        main.addSpacing(14)
        self._pack_row = FormRow(self.tr("Pack"), self._pack, note=_NO_NOTE)
        self._programme_row = FormRow(self.tr("Programme"), self._programme, note=_NO_NOTE)
        self._topics_row = FormRow(self.tr("Questions from"), self._topics)
        self._level_row = FormRow(self.tr("Level"), self._level)
        self._order_row = FormRow(self.tr("Order"), self._order)
        self._contrast_row = FormRow(self.tr("Often mixed up"), self._contrasts)
        self._length_row = FormRow(self.tr("How long"), self._length_kind, self._count, self._minutes, note=_NO_NOTE)
        self._think_row = FormRow(self.tr("Time to think"), self._think, note=self.tr("you can always start earlier"))
        self._answer_row = FormRow(self.tr("Time to answer"), self._answer_kind, self._answer, note=_NO_NOTE)
        self._cut_row = FormRow(self.tr("Stop at the limit"), self._cut, note=_NO_NOTE)
        self._follow_row = FormRow(self.tr("Follow-up questions"), self._follow_ups, note=_NO_NOTE)
        about = self.tr("you tick what you said, then see the verdicts")
        self._judge_row = FormRow(self.tr("Judge yourself first"), self._judge, note=about)
        self._input_row = FormRow(self.tr("Answer"), self._input, note=_NO_NOTE)
        self._voice_row = FormRow(self.tr("Voice"), self._voice, self._hear, note=_NO_NOTE)
        self._microphone_row = FormRow(self.tr("Microphone"), self._microphone, self._try, note=_NO_NOTE, divider=False)
        for row in (
            self._programme_row,
            self._pack_row,
            self._topics_row,
            self._contrast_row,
            self._level_row,
            self._length_row,
            self._order_row,
            self._think_row,
            self._answer_row,
            self._cut_row,
            self._follow_row,
            self._judge_row,
            self._input_row,
            self._voice_row,
            self._microphone_row,
        ):
            main.addWidget(row)
        main.addWidget(self.microphone_test)
        self._columns.side.addWidget(self._summary)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self._next = Label("", "small", "muted", elide=True)
        self.set_foot(self._next, self._cancel, self._start)

    def _connect(self) -> None:
        self._practice.toggled.connect(lambda on: self._change(mode=Mode.PRACTICE if on else Mode.MOCK))
        self._programme.value_changed.connect(lambda name: self._change(programme=name))
        self._pack.currentIndexChanged.connect(self._on_pack)
        self._topics.chosen.connect(lambda topics: self._change(topics=topics, contrasts=()))
        self._contrasts.chosen.connect(self._on_contrasts)
        for group in (self._topics, self._contrasts):
            group.rebuilt.connect(lambda: set_reading_order(self))
        self._level.value_changed.connect(lambda level: self._change(levels=() if level == _ALL else (Level(level),)))
        self._length_kind.value_changed.connect(
            lambda kind: self._change(minutes=_FIRST_MINUTES if kind == _MINUTES else None)
        )
        self._count.valueChanged.connect(lambda count: self._change(count=count))
        self._minutes.valueChanged.connect(lambda minutes: self._change(minutes=minutes))
        self._order.value_changed.connect(lambda order: self._change(order=Order(order)))
        self._think.valueChanged.connect(lambda seconds: self._change(think_s=seconds))
        self._answer_kind.value_changed.connect(
            lambda kind: self._change(answer_s=_FIRST_ANSWER_S if kind == _FIXED else None)
        )
        self._answer.valueChanged.connect(lambda seconds: self._change(answer_s=seconds))
        self._cut.toggled.connect(lambda on: self._change(cut_at_limit=on))
        self._follow_ups.value_changed.connect(lambda count: self._change(follow_ups=int(count)))
        self._judge.toggled.connect(lambda on: self._change(judge_first=on))
        self._input.value_changed.connect(lambda way: self._change(typed=way == _TYPE))
        self._voice.currentIndexChanged.connect(lambda: self._change(voice=self._voice.value))
        self._microphone.currentIndexChanged.connect(lambda: self._change(microphone=self._microphone.value))
        self._hear.clicked.connect(lambda: self.hear_requested.emit(self._voice.value))
        test = self.microphone_test
        self._try.clicked.connect(self._on_test)
        self._offer.action_chosen.connect(self._on_test)
        test.start_clicked.connect(lambda: test.test_requested.emit(self._microphone.value))
        test.changed.connect(lambda: self._reveal_later(test))
        self._cancel.clicked.connect(self.cancelled)
        self._start.clicked.connect(lambda: self.start_requested.emit(self._choice))

    def _show_programme(self, view: SetupView) -> None:
        """Offer the programmes of mock interviews; one that is chosen says itself what is asked, and for how long."""
        choice, mock = view.choice, view.choice.mode is Mode.MOCK
        programme = PROGRAMMES.get(choice.programme) if mock else None
        self._programme.set_value(choice.programme)
        self._programme_row.setVisible(mock)
        planned = minutes_words(60 * programme.minutes) if programme is not None else self.tr("as set up below")
        self._programme_row.set_note(planned)
        for row in (self._topics_row, self._contrast_row, self._level_row, self._length_row, self._order_row):
            row.setVisible(programme is None)
        self._think_row.setVisible(programme is None)

    def _show_questions(self, view: SetupView) -> None:
        choice = view.choice
        (self._practice if choice.mode is Mode.PRACTICE else self._mock).setChecked(True)
        packs = (("", self.tr("All packs")), *((pack.id, pack.title) for pack in view.packs))
        wanted = choice.packs[0] if len(choice.packs) == 1 else ""
        if packs != self._packs or self._pack.value != wanted:
            self._packs = packs
            self._pack.set_options(packs, wanted)
        self._pack_row.setVisible(len(view.packs) > 1)
        self._topics.set_state(view.topics, choice.topics)
        self._contrasts.set_state(view.contrasts, choice.contrasts)
        self._contrast_row.setVisible(bool(view.contrasts) and not self._topics_row.isHidden())
        self._level.set_value(str(choice.levels[0]) if len(choice.levels) == 1 else _ALL)
        _set(self._count, choice.count, maximum=max(1, view.available, choice.count))
        if choice.minutes is not None:
            _set(self._minutes, choice.minutes)
        self._length_kind.set_value(_COUNT if choice.minutes is None else _MINUTES)
        self._count.setVisible(choice.minutes is None)
        self._minutes.setVisible(choice.minutes is not None)
        self._length_row.set_note(self._length_words(view) or _NO_NOTE)
        self._order.set_value(str(choice.order))

    def _show_times(self, view: SetupView) -> None:
        choice = view.choice
        _set(self._think, choice.think_s)
        self._answer_kind.set_value(_SUGGESTED if choice.answer_s is None else _FIXED)
        self._answer.setVisible(choice.answer_s is not None)
        if choice.answer_s is not None:
            _set(self._answer, choice.answer_s)
        self._answer_row.set_note(
            self.tr("each question says how long") if choice.answer_s is None else self.tr("for every question")
        )
        for switch, on in ((self._cut, choice.cut_at_limit), (self._judge, choice.judge_first)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self._follow_ups.set_value(str(choice.follow_ups))
        mock = choice.mode is Mode.MOCK
        missed, why = self.tr("about points that were missed; they count"), self.tr("about what you said or missed")
        self._follow_row.set_note(why if mock else missed)
        self._judge_row.setVisible(not mock)
        cut = self.tr("the recording ends when the time is over")
        self._cut_row.set_note(cut if choice.cut_at_limit else self.tr("off: the limit never cuts you off"))

    def _show_devices(self, view: SetupView) -> None:
        choice = view.choice
        self._input.set_value(_TYPE if choice.typed else _SPEAK)
        self._input_row.set_note(
            self.tr("nothing is recorded") if choice.typed else self.tr("your voice stays on this computer")
        )
        voices = (("", self.tr("The usual voice")), *((voice.id, voice.name) for voice in view.voices))
        if voices != self._voices or self._voice.value != choice.voice:
            self._voices = voices
            self._voice.set_options(voices, choice.voice)
        self._hear.setEnabled(bool(view.voices))
        devices = (("", self.tr("The system's microphone")), *((each.id, each.name) for each in view.microphones))
        if devices != self._devices or self._microphone.value != choice.microphone:
            self._devices = devices
            self._microphone.set_options(devices, choice.microphone)
        self._microphone_row.setVisible(not choice.typed)
        self._try.setEnabled(bool(view.microphones))
        if choice.typed:
            self.microphone_test.hide()
        self._show_offer(view)
        missing = self.tr("No microphone was found. Plug one in, or answer by typing.")
        self._microphone_row.set_note(_NO_NOTE if view.microphones else missing)
        self._next.setText(self._next_words(view))

    def _next_words(self, view: SetupView) -> str:
        if not view.questions:
            return self.tr("No question fits what is chosen.")
        if not view.choice.think_s:
            return self.tr("A voice asks.")
        return self.tr("A voice asks, then you have time to think.")

    def _show_offer(self, view: SetupView) -> None:
        """Offer the test before the first round; the offer goes with the page, for nothing should jump meanwhile."""
        if view.offer_test and not self._offer.is_shown:
            title = self.tr("Test the microphone first")
            text = self.tr("Five seconds tell whether you are heard and understood.")
            self._offer.show_notice("info", title, text, {"test": self.tr("Test the microphone")})
            self._offer.show()
        elif not view.offer_test and self.microphone_test.isHidden():
            self._offer.hide_notice()
            self._offer.hide()

    def _length_words(self, view: SetupView) -> str:
        if not view.questions:
            return ""
        if view.choice.minutes is not None:
            return self.tr("{0} questions fit").format(len(view.questions))
        if len(view.questions) < view.choice.count and not view.choice.contrasts:
            return self.tr("only {0} fit the topics and the level").format(len(view.questions))
        return self.tr("about {0}").format(minutes_words(view.total_s))

    def _seconds_words(self, seconds: int) -> str:
        if seconds == 0:
            return self.tr("none")
        if seconds >= 120 and seconds % 60 == 0:
            return self.tr("{0} min").format(seconds // 60)
        return self.tr("{0} s").format(seconds)

    def _on_test(self) -> None:
        self.microphone_test.show()
        self.microphone_test.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_later(self.microphone_test)
        self.microphone_test.start_button.click()

    def _reveal_later(self, widget: QWidget) -> None:
        # The page can scroll there only after the layout of what has just been shown.
        QTimer.singleShot(0, self, lambda: self.reveal(widget))

    def _on_pack(self) -> None:
        self._change(packs=(self._pack.value,) if self._pack.value else (), contrasts=())

    def _on_contrasts(self, titles: tuple[str, ...]) -> None:
        """Ask all the questions about these pairs, whatever their pack, topic or level."""
        if titles:
            self._change(contrasts=titles, packs=(), topics=(), levels=())
        else:
            self._change(contrasts=())

    def _change(self, **changes: Any) -> None:
        choice = replace(self._choice, **changes)
        if choice != self._choice:
            self._choice = choice
            self.choice_changed.emit(choice)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.microphone_test.hide()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif not click_focused(self) and self._start.isEnabled():
            self.start_requested.emit(self._choice)


def _set(stepper: Stepper, value: int, maximum: int | None = None) -> None:
    """Show a value without telling anyone."""
    stepper.blockSignals(True)
    if maximum is not None:
        stepper.setMaximum(maximum)
    stepper.setValue(value)
    stepper.blockSignals(False)
