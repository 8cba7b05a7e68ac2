"""Plays one answer: waveform, position, rate."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.ui.pages.answer_view import wave_of
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.choices import Segment
from mlprep_gui.ui.widgets.layouts import Card, FlowLayout
from mlprep_gui.ui.widgets.text import Label, Run, wrapped
from mlprep_gui.ui.widgets.waveform import Waveform, clock

_RATES = ("0.75", "1.0", "1.5", "2.0")


class PlayerBar(Card):
    """The sound of an answer.

    Signals:
        play_requested(float, float): from start to end, seconds; end below 0 plays to the end.
        pause_requested(): hold.
        rate_chosen(float): play slower or faster.
    """

    play_requested = Signal(float, float)
    pause_requested = Signal()
    rate_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.setAccessibleName(self.tr("Recording"))
        self._duration_s = 0.0
        self._playback = PlaybackView()
        self._button = IconButton("play_fill", self.tr("Play"), filled=True, side_px=44)
        self._wave = Waveform(self.tr("Position in the recording"))
        self._time = Label("", "small", "muted")
        rates = [(rate, self.tr("{0}×").format(f"{float(rate):g}")) for rate in _RATES]
        self._rate = Segment(rates, self.tr("Speed"), compact=True)
        self._rate.set_value("1.0")
        self._legend = wrapped("", "caption", "muted")
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._wave)
        below = QWidget()
        flow = FlowLayout(below, gap=16)
        self._time.setMinimumHeight(self._rate.sizeHint().height())
        flow.addWidget(self._time)
        flow.addWidget(self._rate)
        right.addWidget(below)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self._button.clicked.connect(self.toggle)
        self._wave.seek_requested.connect(lambda seconds: self.play_requested.emit(seconds, -1.0))
        self._rate.value_changed.connect(lambda rate: self.rate_chosen.emit(float(rate)))

    def set_state(self, view: AnswerView) -> None:
        """Show the sound of an answer, at its start."""
        wave = wave_of(view)
        self._duration_s = wave.duration_s
        self._wave.set_wave(wave)
        self.set_playback(PlaybackView())

    def set_playback(self, playback: PlaybackView) -> None:
        """Show where it plays."""
        self._playback = playback
        self._wave.set_position(playback.position_s)
        self._button.set_icon("pause_fill" if playback.playing else "play_fill")
        self._button.set_name(self.tr("Pause") if playback.playing else self.tr("Play"))
        self._time.set_runs([Run(clock(playback.position_s), "ink"), Run(f" / {clock(self._duration_s)}")])

    def toggle(self) -> None:
        """Play from where it stands, or hold."""
        if self._playback.playing:
            self.pause_requested.emit()
        else:
            start_s = self._playback.position_s
            self.play_requested.emit(start_s if start_s < self._duration_s - 0.2 else 0.0, -1.0)

    def step(self, seconds: float) -> None:
        """Go forward or back by some seconds and play."""
        target = min(max(0.0, self._playback.position_s + seconds), self._duration_s)
        self.play_requested.emit(target, -1.0)

    def change_rate(self, way: int) -> None:
        """Choose the next faster (1) or slower (-1) speed."""
        index = _RATES.index(self._rate.value) if self._rate.value in _RATES else 1
        self._rate.choose(_RATES[min(len(_RATES) - 1, max(0, index + way))])
