"""The Player port on Qt Multimedia."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import PlayListener

_POSITION_MS = 40
_GAP_MS = 350
_STALLED_S = 3.0
_MIN_RATE, _MAX_RATE = 0.5, 2.0


class QtPlayer(QObject):
    """Plays files on the system's default loudspeaker. Use it from the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rate = 1.0
        self._player: QMediaPlayer | None = None
        self._listener: PlayListener | None = None
        self._path = Path()
        self._start_s = 0.0
        self._end_s: float | None = None
        self._then: tuple[tuple[float, float], ...] = ()
        self._is_held = False
        self._moved_s = self._position_s = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.timeout.connect(self._on_gap_over)

    def play(
        self,
        path: Path,
        listener: PlayListener,
        start_s: float = 0.0,
        end_s: float | None = None,
        then: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Play path from start_s to end_s, then further stretches; see ports.Player. Failures go to the listener."""
        self.stop()
        self._listener, self._path, self._then, self._is_held = listener, path, tuple(then), False
        self._begin(start_s, end_s)

    def _begin(self, start_s: float, end_s: float | None) -> None:
        """Open the file and play a stretch of it, or wait there while the playback is held."""
        path = self._path
        self._start_s, self._end_s = start_s, end_s
        self._position_s, self._moved_s = start_s, time.monotonic()
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            self._fail_soon("No loudspeaker was found.", "Plug one in; until then, read along.")
        elif not path.is_file():
            self._fail_soon(f"The sound file {path.name} is not there.", "Look into the takes folder.")
        else:
            # A new one each time: nothing that the one before still has to say can be taken for this one's news.
            self._player = player = QMediaPlayer(self)
            player.setAudioOutput(QAudioOutput(output, player))
            self._apply_rate()
            player.mediaStatusChanged.connect(self._on_status)
            player.errorOccurred.connect(self._on_error)
            player.setSource(QUrl.fromLocalFile(str(path)))
            self._timer.start(_POSITION_MS)

    def pause(self) -> None:
        """Hold; resume() goes on."""
        self._is_held = True
        if self._player is not None:
            self._player.pause()

    def resume(self) -> None:
        """Go on after pause()."""
        if not self._is_held:
            return
        self._is_held = False
        self._moved_s = time.monotonic()
        if self._player is not None:
            self._player.play()

    def stop(self) -> None:
        """Stop at once; the listener hears nothing more."""
        self._listener = None
        self._gap.stop()
        self._let_go()

    def _let_go(self) -> None:
        """Close the file; whatever else it still has to say is not heard."""
        self._timer.stop()
        if self._player is not None:
            self._player.mediaStatusChanged.disconnect(self._on_status)
            self._player.errorOccurred.disconnect(self._on_error)
            self._player.stop()
            self._player.deleteLater()
            self._player = None

    def set_rate(self, rate: float) -> None:
        """Set the playback rate, 0.5 to 2.0; the pitch stays where Qt can keep it."""
        self._rate = max(_MIN_RATE, min(_MAX_RATE, rate))
        self._apply_rate()

    def _apply_rate(self) -> None:
        if self._player is None:
            return
        if hasattr(self._player, "setPitchCompensation"):  # since Qt 6.10
            self._player.setPitchCompensation(True)
        self._player.setPlaybackRate(self._rate)

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._player is None:
            return
        if status == QMediaPlayer.MediaStatus.LoadedMedia and self._player.playbackState() == (
            QMediaPlayer.PlaybackState.StoppedState
        ):
            if self._start_s > 0:
                self._player.setPosition(round(self._start_s * 1000))
            if not self._is_held:
                self._player.play()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._finish(self._player.duration() / 1000)

    @Slot()
    def _on_error(self) -> None:
        text = self._player.errorString() if self._player is not None else ""
        self._fail(f"The sound could not be played: {text}".rstrip(": ") + ".", "Check the loudspeaker.")

    @Slot()
    def _on_tick(self) -> None:
        if self._player is None or self._listener is None or self._is_held:
            return
        position_s = self._player.position() / 1000
        now_s = time.monotonic()
        if self._end_s is not None and position_s >= self._end_s:
            self._finish(self._end_s)
        elif position_s > self._position_s:
            self._position_s, self._moved_s = position_s, now_s
            self._listener.position_changed(position_s)
        elif now_s - self._moved_s > _STALLED_S:
            self._fail(
                "The loudspeaker takes no sound.", "Check that it is plugged in, or choose another in the system."
            )

    def _finish(self, position_s: float) -> None:
        listener = self._listener
        if listener is not None and self._then:
            self._let_go()
            self._gap.start(_GAP_MS)
            listener.position_changed(position_s)
            return
        self.stop()
        if listener is not None:
            listener.position_changed(position_s)
            listener.playback_finished()

    @Slot()
    def _on_gap_over(self) -> None:
        (start_s, end_s), *rest = self._then
        self._then = tuple(rest)
        self._begin(start_s, end_s)

    def _fail_soon(self, message: str, advice: str) -> None:
        listener = self._listener

        def fail() -> None:
            if self._listener is listener:
                self._fail(message, advice)

        QTimer.singleShot(0, self, fail)

    def _fail(self, message: str, advice: str) -> None:
        listener = self._listener
        self.stop()
        if listener is not None:
            listener.playback_failed(DeviceError(message, advice))
