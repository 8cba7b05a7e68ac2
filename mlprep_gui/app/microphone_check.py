"""The microphone test: a few seconds are recorded, played back and written down."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mlprep_gui.app.hearing_words import check_verdict
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.program import Equipment
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import CapturedAudio, Hearing

LENGTH_MS = 5_000


class MicrophoneCheck(QObject):
    """Records five seconds into a temporary file that is removed with the test.

    Signals:
        heard(str, str): the words that were understood, empty when there were none, and what to make of it.
        passed(): words were understood.
    """

    started = Signal()
    level_heard = Signal(float, float, bool)
    recorded = Signal()
    heard = Signal(str, str)
    passed = Signal()
    failed = Signal(str)

    def __init__(self, runner: JobRunner, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._equipment = equipment
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._audio: CapturedAudio | None = None
        self._hearings: set[Hearing] = set()
        self._recording = False
        self._unwanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LENGTH_MS)
        self._timer.timeout.connect(equipment.microphone.stop)

    def start(self, device_id: str) -> None:
        """Record for five seconds; the words that were heard follow. One test at a time."""
        if self._recording:
            return
        self.discard()
        self._folder = tempfile.TemporaryDirectory(prefix="mlprep-")
        self._recording, self._unwanted = True, False
        self._hearings.clear()
        try:
            path = Path(self._folder.name) / "check.wav"
            self._equipment.microphone.start(path, device_id or None, self)
        except DeviceError as error:
            self._recording = False
            self.failed.emit(in_words(error))

    def play(self) -> None:
        """Play what was recorded."""
        if self._audio is not None:
            self._equipment.player.play(self._audio.path, self)

    def discard(self) -> None:
        """Forget the recording; one that is running is stopped first, so that a round finds the microphone free."""
        self._timer.stop()
        self._audio = None
        if self._recording:
            self._unwanted = True
            self._equipment.microphone.stop()
        elif self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # ports.CaptureListener

    def capture_started(self) -> None:
        """Sound arrives."""
        if not self._unwanted:
            self._timer.start()
        self.started.emit()

    def level_changed(self, level_db: float, peak_db: float, clipped: bool) -> None:
        """A new level, dBFS."""
        self.level_heard.emit(level_db, peak_db, clipped)

    def hearing_changed(self, hearing: Hearing) -> None:
        """How the learner is heard has changed; it counts in the verdict."""
        self._hearings.add(hearing)

    def capture_finished(self, audio: CapturedAudio) -> None:
        """The recording is there: write it down."""
        self._recording = False
        if self._unwanted:
            self.discard()
            self.failed.emit(self.tr("The test was stopped."))
            return
        self._audio = audio
        self.recorded.emit()
        self._runner.submit(
            lambda: self._equipment.grader.transcribe(audio.path, ()),
            lambda transcript: self._on_transcript(audio, transcript),
            self._on_error,
            Lane.SPEECH,
        )

    def capture_failed(self, error: DeviceError, kept: CapturedAudio | None) -> None:
        """The microphone failed."""
        self._timer.stop()
        self._recording = False
        if self._unwanted:
            self.discard()
        self.failed.emit(in_words(error))

    # ports.PlayListener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on; nothing to show."""

    def playback_finished(self) -> None:
        """Playback ended; nothing to show."""

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self.failed.emit(in_words(error))

    def _on_transcript(self, audio: CapturedAudio, transcript: Transcript) -> None:
        if self._audio is not audio:
            return
        self.heard.emit(transcript.text, check_verdict(transcript.text, self._hearings, audio.levels_db))
        if transcript.words:
            self.passed.emit()

    def _on_error(self, error: MLPrepError) -> None:
        self.failed.emit(in_words(error))
