"""The three steps of the first start: hear the voice, test the microphone, set the date."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import FirstStartView
from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.microphone_test import MicrophoneTest
from mlprep_gui.ui.pages.plan_fields import PlanFields
from mlprep_gui.ui.pages.settings_controls import RATES
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.choices import ComboBox, Segment
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.layouts import Card, IconMark
from mlprep_gui.ui.widgets.text import Label, wrapped

_NO_NOTE = " "


class FirstStep(QWidget):
    """A step: what it is for, and under that the little there is to do.

    Signals:
        changed(object): settings that the learner chose, a dict by name.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = wrapped("", "heading")
        self._lead = Reading("", "lead", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._lead)
        self._column.addSpacing(12)

    @property
    def words(self) -> str:
        """What the step is for."""
        return f"{self._heading.text()} {self._lead.text()}"


class VoiceStep(FirstStep):
    """Choose the voice and its pace, and hear it.

    Signals:
        hear_requested(str): hear this voice; empty for the usual one.
    """

    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("This voice will ask you."))
        self._lead.setText(self.tr("Hear it, and choose another one or another pace if you like."))
        self._options: tuple[tuple[str, str], ...] = ()
        self.voice = ComboBox(self.tr("Voice"))
        self.hear = Button(self.tr("Hear it"), icon="voice")
        self.rate = Segment([(rate, f"{rate}×") for rate in RATES], self.tr("Speed of the voice"), compact=True)
        card = Card(padding=16)
        card.body.setSpacing(0)
        card.body.addWidget(FormRow(self.tr("Voice"), self.voice, self.hear))
        card.body.addWidget(FormRow(self.tr("Speed"), self.rate, divider=False))
        self._column.addWidget(card)
        self.voice.currentIndexChanged.connect(lambda: self.changed.emit({"voice": self.voice.value}))
        self.rate.value_changed.connect(lambda rate: self.changed.emit({"voice_rate": float(rate)}))
        self.hear.clicked.connect(lambda: self.hear_requested.emit(self.voice.value))

    def set_state(self, view: FirstStartView) -> None:
        """Show the voices, and which one is chosen."""
        options = (("", self.tr("The usual voice")), *((each.id, each.name) for each in view.voices))
        if options != self._options or self.voice.value != view.settings.voice:
            self._options = options
            self.voice.set_options(options, view.settings.voice)
        self.rate.set_value(min(RATES, key=lambda rate: abs(float(rate) - view.settings.voice_rate)))
        self.hear.setEnabled(bool(view.voices))


class MicrophoneStep(FirstStep):
    """Say a sentence, and see one's own words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("Say a sentence, and see if it arrives."))
        self._lead.setText(self.tr("For example: “I am practising for a machine learning interview.”"))
        self._options: tuple[tuple[str, str], ...] = ()
        self.microphone = ComboBox(self.tr("Microphone"))
        self.test = MicrophoneTest()
        self._row = FormRow(self.tr("Microphone"), self.microphone, note=_NO_NOTE, divider=False)
        self._column.addWidget(self._row)
        self._column.addWidget(self.test)
        private = QHBoxLayout()
        private.setContentsMargins(0, 8, 0, 0)
        private.setSpacing(10)
        private.addWidget(IconMark("offline"), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Your voice stays on this computer. MLPrep opens no network connection.")
        private.addWidget(wrapped(words, "small", "muted"), 1)
        self._column.addLayout(private)
        self.microphone.currentIndexChanged.connect(lambda: self.changed.emit({"microphone": self.microphone.value}))
        self.test.start_clicked.connect(lambda: self.test.test_requested.emit(self.microphone.value))

    def set_state(self, view: FirstStartView) -> None:
        """Show the microphones, and which one is chosen."""
        options = (("", self.tr("The system's microphone")), *((each.id, each.name) for each in view.microphones))
        if options != self._options or self.microphone.value != view.settings.microphone:
            self._options = options
            self.microphone.set_options(options, view.settings.microphone)
        missing = self.tr("No microphone was found. Plug one in, or answer by typing.")
        self._row.set_note(_NO_NOTE if view.microphones else missing)
        self.test.start_button.setEnabled(bool(view.microphones))


class PlanStep(FirstStep):
    """When the interview is, and how much to practise a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("When is the interview, and how much a day?"))
        about = self.tr(
            "What you missed comes back soon, what you said well comes back late. With an interview date everything "
            "comes up once more in the days before it."
        )
        self._lead.setText(about)
        self._shown: tuple[PlanSettings, date] | None = None
        self.fields = PlanFields()
        card = Card(padding=16)
        card.body.addWidget(self.fields)
        self._column.addWidget(card)
        self._column.addSpacing(4)
        self._column.addWidget(Label(self.tr("Home shows the plan, where it can be changed."), "small", "muted"))

    def set_state(self, view: FirstStartView) -> None:
        """Show the plan; what is being changed stays while it is the same plan."""
        if self._shown != (view.plan, view.today):
            self._shown = (view.plan, view.today)
            self.fields.fill(view.plan, view.today)
