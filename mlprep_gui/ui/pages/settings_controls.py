"""The controls of the settings page."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from mlprep_gui.ui.widgets.button import Button, Size
from mlprep_gui.ui.widgets.choices import ComboBox, Segment, Stepper, Switch

RATES: Final = ("0.8", "1.0", "1.2", "1.5")


def follow_up_choice() -> Segment:
    """Return the control that says how many follow-up questions there are after an answer; its values are digits."""
    words = (
        QCoreApplication.translate("FollowUps", "None"),
        QCoreApplication.translate("FollowUps", "One"),
        QCoreApplication.translate("FollowUps", "Two"),
    )
    options = [(str(count), word) for count, word in enumerate(words)]
    return Segment(options, QCoreApplication.translate("FollowUps", "Follow-up questions"), compact=True)


class SettingsControls(QObject):
    """One control a setting; the page places and connects them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = ComboBox(self.tr("Theme"))
        self.language = ComboBox(self.tr("Language"))
        self.reopen = Button(self.tr("Use it now"), size=Size.COMPACT)
        self.reopen.setToolTip(self.tr("The window closes and opens again."))
        self.text = Stepper(self.tr("Text size"), 80, 200, step=10, words=lambda n: f"{n} %")
        self.reduced = Switch(self.tr("Less motion"))
        self.voice = ComboBox(self.tr("Voice"))
        self.hear = Button(self.tr("Hear it"), icon="voice")
        speeds = [(rate, f"{rate}×") for rate in RATES]
        self.rate = Segment(speeds, self.tr("Speed of the voice"), compact=True)
        self.voice_on = Switch(self.tr("Read questions aloud"))
        self.cues = Switch(self.tr("Sounds"))
        self.microphone = ComboBox(self.tr("Microphone"))
        self.typed = Switch(self.tr("Answer by typing"))
        self.think = Stepper(self.tr("Time to think"), 0, 600, step=10, words=self._seconds)
        self.answer = Segment(
            [("suggested", self.tr("As each question suggests")), ("fixed", self.tr("Fixed"))],
            self.tr("Time to answer"),
            compact=True,
        )
        self.fixed = Stepper(self.tr("Seconds to answer"), 15, 1800, step=15, words=self._seconds)
        self.captions = Switch(self.tr("Captions"))
        self.push_to_talk = Switch(self.tr("Hold a key to talk"))
        self.cut = Switch(self.tr("Stop at the limit"))
        self.follow_ups = follow_up_choice()
        self.judge = Switch(self.tr("Judge yourself first"))

    def _seconds(self, seconds: int) -> str:
        return self.tr("{0} s").format(seconds)
