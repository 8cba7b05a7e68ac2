"""The microphone test: record five seconds, see the level, hear them again, read what was understood."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.gauges import LevelMeter
from mlprep_gui.ui.widgets.layouts import Card
from mlprep_gui.ui.widgets.text import Label, wrapped


class MicrophoneTest(QWidget):
    """A card with a button, a meter and what was heard.

    The owner answers `test_requested` by recording and calls, in this order, `show_started()`, `set_level(...)`,
    `show_recorded()`, `show_heard(text, words)`; or `show_failed(words)` at any time.

    Signals:
        start_clicked(): the button.
        test_requested(str): record with this microphone; empty for the usual one. Emitted by the page.
        play_requested(): play what was recorded.
        changed(): it says something else, and may need another height.
    """

    start_clicked = Signal()
    test_requested = Signal(str)
    play_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self.start_button = Button(self.tr("Test the microphone"), icon="microphone")
        self._play = Button(self.tr("Hear it"), icon="play")
        self._play.setAccessibleName(self.tr("Hear the recording"))
        self._meter = LevelMeter(self.tr("Level of the microphone"))
        self._at_rest = self.tr("Say a sentence. Five seconds are recorded, written down and forgotten.")
        self._words = wrapped(self._at_rest, "small")
        self._words.set_colour("muted")
        self._lead = Label(self.tr("What was heard"), "caption", "muted")
        self._heard = wrapped("", "spoken")
        card = Card(padding=16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.start_button)
        row.addWidget(self._play)
        row.addWidget(self._meter, 1)
        card.body.addLayout(row)
        card.body.addWidget(self._words)
        card.body.addWidget(self._lead)
        card.body.addWidget(self._heard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(card)
        self._play.hide()
        self._show_heard("")
        self.start_button.clicked.connect(self._on_start_clicked)
        self._play.clicked.connect(self.play_requested)

    @property
    def words(self) -> str:
        """The sentence that says how it stands."""
        return self._words.text()

    def show_started(self) -> None:
        """Sound arrives and is being recorded."""
        self._words.setText(self.tr("Listening. Say a sentence, for example what overfitting is."))

    def set_level(self, level_db: float, peak_db: float, clipped: bool = False) -> None:
        """Show the level, dB of full scale."""
        self._meter.set_level(level_db, peak_db)
        too_loud = self.tr("Too loud. Move a little away from the microphone.")
        self._words.setText(too_loud if clipped else self._meter.words)

    def show_recorded(self) -> None:
        """The recording is complete; what was said is being written down."""
        self._running = False
        self._play.show()
        self._meter.set_level(None)
        self._words.setText(self.tr("Recorded. Writing down what you said…"))

    def show_heard(self, text: str, words: str) -> None:
        """Show what was understood, empty when no words were found, and what to make of it."""
        self._running = False
        self._words.setText(words)
        self._show_heard(text)

    def show_failed(self, words: str) -> None:
        """Say why the test did not work and what to do."""
        self._running = False
        self._meter.set_level(None)
        self._words.setText(words)
        self.changed.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Start anew the next time: with the page the recording is gone."""
        if not event.spontaneous():
            self._running = False
            self._play.hide()
            self._lead.hide()
            self._heard.hide()
            self._meter.set_level(None)
            self._words.setText(self._at_rest)
        super().hideEvent(event)

    def _show_heard(self, text: str) -> None:
        self._heard.setText(text)
        self._lead.setVisible(bool(text))
        self._heard.setVisible(bool(text))
        self.changed.emit()

    def _on_start_clicked(self) -> None:
        # A disabled button would hand the keyboard to another page part, so it only stops listening.
        if self._running:
            return
        self._running = True
        self._play.hide()
        self._show_heard("")
        self._words.setText(self.tr("Opening the microphone…"))
        self.start_clicked.emit()
