"""A player without a loudspeaker."""

import wave
from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import PlayListener


class FakePlayer:
    """Plays in silence: at once with `at_once`, else when told by `advance` and `finish`.

    Attributes:
        played: what was begun: path, start_s, end_s; further stretches follow at once, without the gap.
        failure: when set, every play fails with it.
    """

    def __init__(self, at_once: bool = False, failure: DeviceError | None = None) -> None:
        self.at_once = at_once
        self.failure = failure
        self.played: list[tuple[Path, float, float | None]] = []
        self.rate = 1.0
        self.is_held = False
        self._listener: PlayListener | None = None
        self._position_s = self._end_s = 0.0
        self._path = Path()
        self._then: list[tuple[float, float]] = []

    @property
    def is_playing(self) -> bool:
        return self._listener is not None and not self.is_held

    def play(
        self,
        path: Path,
        listener: PlayListener,
        start_s: float = 0.0,
        end_s: float | None = None,
        then: Sequence[tuple[float, float]] = (),
    ) -> None:
        self.stop()
        self._then = list(then)
        self._begin(path, listener, start_s, end_s)

    def _begin(self, path: Path, listener: PlayListener, start_s: float, end_s: float | None) -> None:
        self.played.append((path, start_s, end_s))
        self._listener, self.is_held = listener, False
        failure = self.failure
        if failure is None and not path.is_file():
            failure = DeviceError(f"The sound file {path.name} is not there.", "Look into the takes folder.")
        if failure is not None:
            self._listener = None
            listener.playback_failed(failure)
            return
        self._path = path
        with wave.open(str(path)) as file:
            duration_s = file.getnframes() / file.getframerate()
        self._position_s = start_s
        self._end_s = duration_s if end_s is None else min(end_s, duration_s)
        if self.at_once:
            self.finish()

    def advance(self, by_s: float) -> None:
        """Let time pass."""
        if self._listener is None or self.is_held:
            return
        self._position_s += by_s * self.rate
        if self._position_s >= self._end_s:
            self.finish()
        else:
            self._listener.position_changed(self._position_s)

    def finish(self) -> None:
        """Reach the end."""
        listener = self._listener
        assert listener is not None
        if self._then:
            listener.position_changed(self._end_s)
            if self._listener is listener:
                self._begin(self._path, listener, *self._then.pop(0))
            return
        self._listener = None
        listener.position_changed(self._end_s)
        listener.playback_finished()

    def pause(self) -> None:
        self.is_held = True

    def resume(self) -> None:
        self.is_held = False

    def stop(self) -> None:
        self._listener = None

    def set_rate(self, rate: float) -> None:
        self.rate = max(0.5, min(2.0, rate))
