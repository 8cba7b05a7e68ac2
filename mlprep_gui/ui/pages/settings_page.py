"""The settings: each control says its consequence in words; every change holds at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.ports import InputDevice, VoiceInfo
from mlprep_gui.settings import Settings
from mlprep_gui.ui.language import is_in_use
from mlprep_gui.ui.pages.microphone_test import MicrophoneTest
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.recogniser_settings import RecogniserSettings
from mlprep_gui.ui.pages.settings_controls import RATES, SettingsControls
from mlprep_gui.ui.pages.storage_settings import StorageSettings
from mlprep_gui.ui.pages.verdict_settings import VerdictSettings
from mlprep_gui.ui.widgets.fields import FormRow
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.text import Label


class SettingsPage(Page):
    """What the user chooses once. `set_state(settings)`, `set_voices(...)`, `set_devices(...)`.

    Signals:
        settings_changed(object): the new Settings, after every change by the user.
        hear_requested(str): speak a sample with this voice; empty for the default one.
        reopen_requested(): use the language that was chosen now: close the window and open it again.

    Adjusting verdicts is `verdicts`, what writes answers down is `recognisers`, what lies on the disk is `storage` and
    the microphone test is `microphone_test`, each with its own signals.
    """

    settings_changed = Signal(object)
    hear_requested = Signal(str)
    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=760, parent=parent)
        self.setAccessibleName(self.tr("Settings"))
        self._settings = Settings()
        self._voices: tuple[VoiceInfo, ...] = ()
        self._devices: tuple[InputDevice, ...] = ()
        self.controls = SettingsControls(self)
        self.verdicts = VerdictSettings()
        self.recognisers = RecogniserSettings()
        self.microphone_test = MicrophoneTest()
        self.storage = StorageSettings()
        self._build()
        self._connect()
        self.first_focus = self.controls.theme
        self.set_state(self._settings)

    def show_microphone_test(self) -> None:
        """Bring the microphone test in sight and give it the keyboard."""
        self.microphone_test.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_later(self.microphone_test)

    def _reveal_later(self, widget: QWidget) -> None:
        # The page can scroll there only after the layout of what has just been shown.
        QTimer.singleShot(0, self, lambda: self.reveal(widget))

    def set_state(self, settings: Settings) -> None:
        """Show these settings, without a signal."""
        self._settings = settings
        self.controls.theme.set_options(self._themes(), settings.theme)
        self.controls.language.set_options(self._languages(), settings.language)
        self.controls.reopen.setVisible(not is_in_use(settings.language))
        for switch, on in (
            (self.controls.voice_on, not settings.muted),
            (self.controls.cues, settings.cues),
            (self.controls.captions, settings.captions),
            (self.controls.push_to_talk, settings.push_to_talk),
            (self.controls.cut, settings.cut_at_limit),
            (self.controls.judge, settings.judge_first),
            (self.controls.typed, settings.typed),
            (self.controls.reduced, settings.reduced_motion),
        ):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
            switch.update()
        for stepper, value in (
            (self.controls.text, round(100 * settings.text_scale)),
            (self.controls.think, settings.think_s),
            (self.controls.fixed, settings.answer_s or 90),
        ):
            stepper.blockSignals(True)
            stepper.setValue(value)
            stepper.blockSignals(False)
            stepper.refresh()
        self.controls.rate.set_value(min(RATES, key=lambda rate: abs(float(rate) - settings.voice_rate)))
        self.controls.follow_ups.set_value(str(settings.follow_ups))
        self.controls.answer.set_value("fixed" if settings.answer_s else "suggested")
        self.controls.fixed.setVisible(bool(settings.answer_s))
        self._fill_voices()
        self._fill_devices()

    def set_voices(self, voices: Sequence[VoiceInfo]) -> None:
        """Offer these voices."""
        self._voices = tuple(voices)
        self._fill_voices()

    def set_devices(self, devices: Sequence[InputDevice]) -> None:
        """Offer these microphones; also when one is plugged in or out."""
        self._devices = tuple(devices)
        self._fill_devices()

    def _build(self) -> None:
        controls = self.controls
        self.body.addWidget(Label(self.tr("Settings"), "heading"))
        hear = QWidget()
        row = QHBoxLayout(hear)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(controls.voice)
        row.addWidget(controls.hear)
        row.addStretch(1)
        language = QWidget()
        beside = QHBoxLayout(language)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(controls.language)
        beside.addWidget(controls.reopen)
        beside.addStretch(1)
        answer = QWidget()
        times = QHBoxLayout(answer)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(12)
        times.addWidget(controls.answer)
        times.addWidget(controls.fixed)
        times.addStretch(1)
        self._section(
            self.tr("Look"),
            FormRow(self.tr("Theme"), controls.theme),
            FormRow(self.tr("Language"), language, note=self.tr("from the next start on; questions stay English")),
            FormRow(self.tr("Text size"), controls.text, note=self.tr("Ctrl plus and Ctrl minus do the same")),
            FormRow(self.tr("Less motion"), controls.reduced, note=self.tr("values jump, nothing fades")),
        )
        self._section(
            self.tr("The interviewer"),
            FormRow(self.tr("Read questions aloud"), controls.voice_on, note=self.tr("off: you read them yourself")),
            FormRow(self.tr("Voice"), hear),
            FormRow(self.tr("Speed"), controls.rate),
            FormRow(self.tr("Sounds"), controls.cues, note=self.tr("a soft tone when recording starts and stops")),
        )
        self._section(
            self.tr("Your answer"),
            FormRow(self.tr("Time to think"), controls.think, note=self.tr("you can always start earlier")),
            FormRow(self.tr("Time to answer"), answer),
            FormRow(self.tr("Captions"), controls.captions, note=self.tr("your words, while you speak")),
            FormRow(
                self.tr("Hold a key to talk"),
                controls.push_to_talk,
                note=self.tr("Space, while you speak; off: Space begins and ends"),
            ),
            FormRow(self.tr("Stop at the limit"), controls.cut, note=self.tr("off: the limit never cuts you off")),
            FormRow(
                self.tr("Follow-up questions"),
                controls.follow_ups,
                note=self.tr("about points that were missed; in a mock interview also why"),
            ),
            FormRow(
                self.tr("Judge yourself first"),
                controls.judge,
                note=self.tr("in practice: you tick what you said, then see the verdicts"),
            ),
            FormRow(self.tr("Answer by typing"), controls.typed, note=self.tr("without a microphone")),
        )
        self._section(self.tr("Verdicts"), self.verdicts)
        self._section(self.tr("Speech recogniser"), self.recognisers)
        self._section(
            self.tr("Microphone"),
            FormRow(self.tr("Microphone"), controls.microphone, divider=False),
            self.microphone_test,
        )
        self._section(self.tr("Storage"), self.storage)
        self.body.addStretch(1)

    def _section(self, title: str, *rows: QWidget) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(title, "title"))
        column.addSpacing(4)
        for row in rows:
            column.addWidget(row)
        self.body.addLayout(column)

    def _connect(self) -> None:
        controls = self.controls
        controls.theme.currentIndexChanged.connect(lambda: self._change(theme=controls.theme.value))
        controls.reopen.clicked.connect(self.reopen_requested)
        controls.language.currentIndexChanged.connect(lambda: self._change(language=controls.language.value))
        controls.text.valueChanged.connect(lambda value: self._change(text_scale=value / 100))
        controls.reduced.toggled.connect(lambda on: self._change(reduced_motion=on))
        controls.voice.currentIndexChanged.connect(lambda: self._change(voice=controls.voice.value))
        controls.rate.value_changed.connect(lambda rate: self._change(voice_rate=float(rate)))
        controls.voice_on.toggled.connect(lambda on: self._change(muted=not on))
        controls.cues.toggled.connect(lambda on: self._change(cues=on))
        controls.microphone.currentIndexChanged.connect(lambda: self._change(microphone=controls.microphone.value))
        controls.follow_ups.value_changed.connect(lambda count: self._change(follow_ups=int(count)))
        controls.judge.toggled.connect(lambda on: self._change(judge_first=on))
        controls.typed.toggled.connect(lambda on: self._change(typed=on))
        controls.think.valueChanged.connect(lambda value: self._change(think_s=value))
        controls.answer.value_changed.connect(self._on_answer_chosen)
        controls.fixed.valueChanged.connect(lambda value: self._change(answer_s=value))
        controls.push_to_talk.toggled.connect(lambda on: self._change(push_to_talk=on))
        controls.captions.toggled.connect(lambda on: self._change(captions=on))
        controls.cut.toggled.connect(lambda on: self._change(cut_at_limit=on))
        controls.hear.clicked.connect(lambda: self.hear_requested.emit(self._settings.voice))
        self.verdicts.changed.connect(lambda: self._reveal_later(self.verdicts))
        self.recognisers.rows_changed.connect(lambda: set_reading_order(self))
        self.recognisers.changed.connect(lambda: self._reveal_later(self.recognisers))
        self.storage.changed.connect(lambda: set_reading_order(self))
        self.microphone_test.changed.connect(lambda: self._reveal_later(self.microphone_test))
        self.microphone_test.start_clicked.connect(
            lambda: self.microphone_test.test_requested.emit(self._settings.microphone)
        )

    def _on_answer_chosen(self, value: str) -> None:
        self.controls.fixed.setVisible(value == "fixed")
        self._change(answer_s=self.controls.fixed.value() if value == "fixed" else 0)

    def _change(self, **changes: Any) -> None:
        changed = replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _fill_voices(self) -> None:
        options = [("", self.tr("Built-in voice, the usual one")), *((v.id, v.name) for v in self._voices)]
        self.controls.voice.set_options(options, self._settings.voice)

    def _fill_devices(self) -> None:
        options = [("", self.tr("The system's usual microphone")), *((d.id, d.name) for d in self._devices)]
        chosen = self._settings.microphone
        if chosen and chosen not in {device.id for device in self._devices}:
            options.append((chosen, self.tr("Your microphone of last time, not plugged in")))
        self.controls.microphone.set_options(options, chosen)

    def _languages(self) -> list[tuple[str, str]]:
        # Each in its own words, so that whoever cannot read the others finds it.
        return [("system", self.tr("As the system")), ("en", "English"), ("de", "Deutsch")]

    def _themes(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast_light", self.tr("High contrast, light")),
            ("contrast_dark", self.tr("High contrast, dark")),
        ]
