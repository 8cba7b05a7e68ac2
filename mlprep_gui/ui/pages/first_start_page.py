"""The first start: three steps, one at a time, that can all be skipped."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mlprep_gui.app.views import FirstStartView
from mlprep_gui.settings import Settings
from mlprep_gui.ui.pages.first_steps import MicrophoneStep, PlanStep, VoiceStep
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.choices import Segment
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.page import Page


class FirstStartPage(Page):
    """What is worth doing once, before the first round. Enter goes on, Esc skips it all.

    Signals:
        settings_changed(object): the new Settings, after every change by the learner.
        hear_requested(str): speak a sample with this voice; empty for the usual one.
        plan_chosen(object): the PlanSettings of the last step, when the learner goes on from there.
        sample_requested(): show what becomes of an answer.
        step_left(): another step is shown; what the one before plays or records is not wanted any more.
        finished(): the steps are done, or skipped.

    The microphone test is `microphone_test`, with its own signals.
    """

    settings_changed = Signal(object)
    hear_requested = Signal(str)
    plan_chosen = Signal(object)
    sample_requested = Signal()
    step_left = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=700, centred=True, parent=parent)
        self.setAccessibleName(self.tr("First steps"))
        self._settings = Settings()
        self._voice, self._microphone, self._plan = VoiceStep(), MicrophoneStep(), PlanStep()
        self._steps = {"voice": self._voice, "microphone": self._microphone, "plan": self._plan}
        self.microphone_test = self._microphone.test
        titles = {
            "voice": self.tr("Hear the voice"),
            "microphone": self.tr("Test the microphone"),
            "plan": self.tr("Set the date"),
        }
        numbered = [(name, f"{number}  {title}") for number, (name, title) in enumerate(titles.items(), start=1)]
        self.step = Segment(numbered, self.tr("Step"))
        self._skip = Button(self.tr("Skip all this"), Kind.TEXT, key=self.tr("Esc"))
        self.sample = Button(self.tr("See a sample"), icon="play")
        self._next = Button(self.tr("Go on"), Kind.PRIMARY, key=self.tr("Enter"))
        self._build()
        self._connect()
        self._show_step()
        self.first_focus = self._next

    def set_state(self, view: FirstStartView) -> None:
        """Show what there is to choose from, and what is chosen."""
        self._settings = view.settings
        self._voice.set_state(view)
        self._microphone.set_state(view)
        self._plan.set_state(view)
        self.sample.setEnabled(view.has_sample)

    def begin(self) -> None:
        """Show the first step."""
        self.step.set_value("voice")
        self._show_step()

    def _build(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 16, 24, 8)
        row.addStretch(1)
        row.addWidget(self.step)
        row.addStretch(1)
        self.set_header(head)
        self.step.set_value("voice")
        for step in self._steps.values():
            self.body.addWidget(step)
        self.body.addStretch(1)
        left = QWidget()
        skip = QHBoxLayout(left)
        skip.setContentsMargins(0, 0, 0, 0)
        skip.addWidget(self._skip)
        skip.addStretch(1)
        self.set_foot(left, self.sample, self._next)
        set_reading_order(self)

    def _connect(self) -> None:
        for step in self._steps.values():
            step.changed.connect(self._on_changed)
        self.step.value_changed.connect(lambda _: self._on_step_chosen())
        self._voice.hear_requested.connect(self.hear_requested)
        self._skip.clicked.connect(self._on_skip)
        self.sample.clicked.connect(self.sample_requested)
        self._next.clicked.connect(self._on_next)

    def _show_step(self) -> None:
        for name, step in self._steps.items():
            step.setVisible(name == self.step.value)
        self._next.setText(self.tr("To the first round") if self.step.value == "plan" else self.tr("Go on"))
        self.show_top()

    def _on_step_chosen(self) -> None:
        self.step_left.emit()
        self._show_step()
        announce(self, self._steps[self.step.value].words)

    def _on_changed(self, changes: Mapping[str, Any]) -> None:
        changed = replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _on_next(self) -> None:
        names = list(self._steps)
        place = names.index(self.step.value) + 1
        if place < len(names):
            self.step.choose(names[place])
            return
        self.plan_chosen.emit(self._plan.fields.chosen)
        self._on_skip()

    def _on_skip(self) -> None:
        self.step_left.emit()
        self.finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_skip()
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif not click_focused(self):
            self._on_next()
