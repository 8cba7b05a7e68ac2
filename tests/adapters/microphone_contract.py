"""What every Microphone does."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mlprep_gui.audio.wav import read_info
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import CapturedAudio, Hearing, Microphone


@dataclass
class HeardListener:
    """Notes what it is told."""

    calls: list[str] = field(default_factory=list)
    levels_db: list[float] = field(default_factory=list)
    hearings: list[Hearing] = field(default_factory=list)
    audio: CapturedAudio | None = None
    error: DeviceError | None = None

    def capture_started(self) -> None:
        self.calls.append("started")

    def level_changed(self, level_db: float, peak_db: float, clipped: bool) -> None:
        assert -90.0 <= level_db <= peak_db <= 0.0
        if "level" not in self.calls:
            self.calls.append("level")
        self.levels_db.append(level_db)

    def hearing_changed(self, hearing: Hearing) -> None:
        self.hearings.append(hearing)

    def capture_finished(self, audio: CapturedAudio) -> None:
        self.calls.append("finished")
        self.audio = audio

    def capture_failed(self, error: DeviceError, kept: CapturedAudio | None) -> None:
        self.calls.append("failed")
        self.audio, self.error = kept, error


class Rig(ABC):
    """A microphone and the room it stands in."""

    microphone: Microphone
    listener: HeardListener

    def begin(self, path: Path) -> HeardListener:
        """Start a capture on the default device."""
        self.listener = HeardListener()
        self.microphone.start(path, None, self.listener)
        return self.listener

    @abstractmethod
    def until(self, condition: Callable[[], bool]) -> None:
        """Let time pass until the condition holds."""

    @abstractmethod
    def sound(self, duration_s: float) -> None:
        """Make a tone of about -13 dBFS (root mean square) and let it be heard to its end."""

    @abstractmethod
    def silence(self, duration_s: float) -> None:
        """Let nothing but digital silence be heard."""

    @abstractmethod
    def unplug(self) -> None:
        """Take the microphone away."""


def loud_s(audio: CapturedAudio) -> float:
    return sum(level > -30.0 for level in audio.levels_db) * 0.05


class MicrophoneContract:
    """Inherit and give a fixture `rig`."""

    def test_the_devices_hold_one_default(self, rig: Rig) -> None:
        assert [device.is_default for device in rig.microphone.devices()].count(True) == 1

    def test_a_take_holds_what_was_said(self, rig: Rig, tmp_path: Path) -> None:
        path = tmp_path / "takes" / "one.wav"
        listener = rig.begin(path)
        rig.sound(1.5)
        rig.microphone.stop()
        rig.until(lambda: "finished" in listener.calls)

        assert listener.calls == ["started", "level", "finished"]
        assert listener.audio is not None
        audio = listener.audio
        assert audio.path == path
        assert audio.device == rig.microphone.devices()[0].name
        assert len(audio.levels_db) == int(audio.duration_s / 0.05 + 1e-6)
        assert loud_s(audio) == pytest.approx(1.5, abs=0.11)
        assert max(audio.levels_db) == pytest.approx(-13.5, abs=1.0)
        assert max(listener.levels_db) == pytest.approx(-13.5, abs=1.0)
        info = read_info(path)
        assert (info.rate_hz, info.duration_s) == (audio.rate_hz, audio.duration_s)
        assert path.read_bytes()[40:44] == (2 * info.frames).to_bytes(4, "little")

    def test_what_is_heard_in_a_pause_is_not_kept(self, rig: Rig, tmp_path: Path) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.sound(0.5)
        rig.microphone.pause()
        rig.sound(1.0)
        rig.microphone.resume()
        rig.sound(0.5)
        rig.microphone.stop()
        rig.until(lambda: "finished" in listener.calls)
        assert listener.audio is not None
        assert loud_s(listener.audio) == pytest.approx(1.0, abs=0.25)

    def test_a_recording_is_gone_on_with_at_its_end(self, rig: Rig, tmp_path: Path) -> None:
        for _ in range(2):
            listener = rig.begin(tmp_path / "one.wav")
            rig.sound(0.5)
            rig.microphone.stop()
            rig.until(lambda: "finished" in rig.listener.calls)
        assert listener.audio is not None
        assert loud_s(listener.audio) == pytest.approx(1.0, abs=0.15)
        info = read_info(tmp_path / "one.wav")
        assert (info.rate_hz, info.duration_s) == (listener.audio.rate_hz, listener.audio.duration_s)
        assert len(listener.audio.levels_db) == int(info.duration_s / 0.05 + 1e-6)

    def test_a_device_that_is_refused_leaves_what_is_there(self, rig: Rig, tmp_path: Path) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.sound(0.3)
        rig.microphone.stop()
        rig.until(lambda: "finished" in listener.calls)
        before = (tmp_path / "one.wav").read_bytes()
        with pytest.raises(DeviceError):
            rig.microphone.start(tmp_path / "one.wav", "no such device", HeardListener())
        assert (tmp_path / "one.wav").read_bytes() == before

    def test_digital_silence_is_noticed_and_taken_back_when_sound_comes(self, rig: Rig, tmp_path: Path) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.silence(2.0)
        rig.until(lambda: listener.hearings == [Hearing.SILENT])
        rig.sound(0.5)
        rig.until(lambda: listener.hearings[:2] == [Hearing.SILENT, Hearing.GOOD])
        rig.microphone.stop()
        rig.until(lambda: "finished" in listener.calls)

    def test_only_one_capture_at_a_time_and_then_the_next(self, rig: Rig, tmp_path: Path) -> None:
        first = rig.begin(tmp_path / "one.wav")
        with pytest.raises(DeviceError):
            rig.begin(tmp_path / "two.wav")
        rig.microphone.stop()
        rig.until(lambda: "finished" in first.calls)
        second = rig.begin(tmp_path / "two.wav")
        rig.sound(0.3)
        rig.microphone.stop()
        rig.until(lambda: "finished" in second.calls)
        assert second.audio is not None and second.audio.duration_s > 0.2

    def test_an_unknown_device_is_refused(self, rig: Rig, tmp_path: Path) -> None:
        with pytest.raises(DeviceError, match="not there"):
            rig.microphone.start(tmp_path / "one.wav", "no such device", HeardListener())
        assert not (tmp_path / "one.wav").exists()

    def test_a_lost_device_keeps_what_was_said_and_is_not_listed_any_more(self, rig: Rig, tmp_path: Path) -> None:
        lost = rig.microphone.devices()[0].id
        listener = rig.begin(tmp_path / "one.wav")
        rig.sound(0.5)
        rig.unplug()
        rig.until(lambda: "failed" in listener.calls)
        assert listener.calls == ["started", "level", "failed"]
        assert listener.error is not None and "safe" in listener.error.advice
        assert listener.audio is not None
        assert loud_s(listener.audio) == pytest.approx(0.5, abs=0.11)
        assert read_info(listener.audio.path).duration_s == listener.audio.duration_s
        assert lost not in {device.id for device in rig.microphone.devices()}
        with pytest.raises(DeviceError, match="type your answers"):
            rig.microphone.start(tmp_path / "two.wav", lost, HeardListener())
