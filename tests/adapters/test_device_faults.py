"""Microphones that misbehave, on a virtual sound server: noticed within two seconds, and nothing is lost."""

import subprocess
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat
from pytestqt.qtbot import QtBot

from mlprep_gui.audio import capture
from mlprep_gui.audio.microphone import QtMicrophone
from mlprep_gui.audio.wav import WavWriter, read_samples
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.ports import CapturedAudio, Hearing
from tests.adapters.microphone_contract import HeardListener, loud_s
from tests.adapters.sound_server import SoundServer
from tests.fakes.microphone import tone

NOTICED_WITHIN_S = 2.0
# How much a tone may be stretched or shortened by a sound server that gets no time.
BUSY_S = 0.3


class Desk:
    """A microphone, a loudspeaker before it, and the learner's patience."""

    def __init__(self, microphone: QtMicrophone, server: SoundServer, qtbot: QtBot, folder: Path) -> None:
        self.microphone, self.server = microphone, server
        self.path = folder / "take.wav"
        self.listener = HeardListener()
        self._qtbot, self._folder = qtbot, folder
        self._playing: list[subprocess.Popen[bytes]] = []

    def until(self, condition: Callable[[], bool]) -> float:
        """Wait for something and return how long it took, seconds."""
        began_s = time.monotonic()
        self._qtbot.waitUntil(condition, timeout=8_000)
        return time.monotonic() - began_s

    def record(self, device: str) -> HeardListener:
        """Record the take with a device, or go on with it."""
        self.listener = HeardListener()
        self.until(lambda: device in {each.id for each in self.microphone.devices()})
        self.microphone.start(self.path, device, self.listener)
        self.until(lambda: "started" in self.listener.calls)
        return self.listener

    def stop(self) -> CapturedAudio:
        self.microphone.stop()
        self.until(lambda: "finished" in self.listener.calls)
        assert self.listener.audio is not None
        return self.listener.audio

    def play(self, samples: "array[int]") -> Callable[[], bool]:
        """Begin to play 16 kHz samples; what is returned tells whether they are over."""
        sound = self._folder / f"sound-{len(list(self._folder.iterdir()))}.wav"
        writer = WavWriter(sound, 16_000, "")
        writer.append(samples)
        writer.close()
        playing = self.server.say(sound)
        self._playing.append(playing)
        return lambda: playing.poll() is not None

    def hear(self, samples: "array[int]") -> None:
        """Play samples to their end."""
        self.until(self.play(samples))

    def begin_tone(self, duration_s: float = 20.0) -> Callable[[], bool]:
        """Begin a tone and wait until it is heard; what was said of the silence before it is forgotten."""
        is_over = self.play(tone(duration_s))
        self.until(lambda: self.is_loud and self.listener.hearings[-1:] in ([], [Hearing.GOOD]))
        self.listener.hearings.clear()
        return is_over

    def hush(self) -> None:
        """End what still sounds."""
        for playing in self._playing:
            playing.kill()
            playing.wait()

    @property
    def is_loud(self) -> bool:
        return bool(self.listener.levels_db) and self.listener.levels_db[-1] > -20.0


@pytest.fixture
def desk(sound_server: SoundServer, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    microphone = QtMicrophone()
    sound_server.plug_microphone()
    qtbot.waitUntil(lambda: microphone.devices()[0].id == "mic", timeout=3_000)
    made = Desk(microphone, sound_server, qtbot, tmp_path)
    yield made
    made.hush()
    made.microphone.close()
    sound_server.plug_microphone()
    sound_server.mute_microphone(False)


def pitch_hz(audio: CapturedAudio) -> float:
    """The pitch of a recording where it is loud first, from its zero crossings; a gap of a busy machine is no pitch."""
    samples = read_samples(audio.path)
    first = next(at for at, level in enumerate(audio.levels_db) if level > -20.0)
    begin = round((first + 6) * 0.05 * audio.rate_hz)
    middle = samples[begin : begin + round(0.5 * audio.rate_hz)]
    rising = [at for at in range(1, len(middle)) if middle[at - 1] < 0 <= middle[at]]
    periods = [later - earlier for earlier, later in pairwise(rising)]
    usual = median(periods)
    return audio.rate_hz / mean(period for period in periods if abs(period - usual) <= 2)


def test_a_muted_microphone_is_noticed_and_taken_back(desk: Desk) -> None:
    listener = desk.record("mic")
    desk.begin_tone()
    desk.server.mute_microphone()
    assert desk.until(lambda: listener.hearings == [Hearing.SILENT]) <= NOTICED_WITHIN_S
    desk.server.mute_microphone(False)
    assert desk.until(lambda: listener.hearings == [Hearing.SILENT, Hearing.GOOD]) <= NOTICED_WITHIN_S
    assert loud_s(desk.stop()) > 0.0
    assert listener.calls == ["started", "level", "finished"]


def test_unplugging_the_only_microphone_is_noticed_and_another_one_goes_on(desk: Desk) -> None:
    with desk.server.only_one_microphone():
        listener = desk.record("mic")
        desk.begin_tone()
        # The sound server moves the stream to a monitor and tells nobody.
        desk.server.unplug_microphone()
        noticed_s = desk.until(lambda: listener.hearings == [Hearing.SILENT] or "failed" in listener.calls)
        assert noticed_s <= NOTICED_WITHIN_S
        desk.hush()
        if "failed" not in listener.calls:
            desk.stop()
    before = listener.audio
    assert before is not None
    with desk.server.another_microphone("headset", 16_000, 1):
        desk.record("headset")
        desk.hear(tone(0.5))
        after = desk.stop()
    assert after.duration_s > before.duration_s + 0.5
    assert after.levels_db[: len(before.levels_db)] == before.levels_db
    assert loud_s(after) == pytest.approx(loud_s(before) + 0.5, abs=BUSY_S)


def test_a_microphone_that_is_taken_away_fails_with_what_was_heard(desk: Desk) -> None:
    listener = desk.record("mic")
    desk.begin_tone()
    desk.server.unplug_microphone()
    assert desk.until(lambda: "failed" in listener.calls) <= NOTICED_WITHIN_S
    assert listener.error is not None
    assert "is gone" in listener.error.message and "go on with another one" in listener.error.advice
    assert listener.audio is not None and loud_s(listener.audio) > 0


def test_a_profile_that_changes_under_way_is_said_and_the_recording_goes_on(desk: Desk) -> None:
    listener = desk.record("mic")
    is_over = desk.begin_tone(3.0)
    with desk.server.other_profile(8_000):
        assert desk.until(lambda: listener.hearings == [Hearing.NARROW]) <= NOTICED_WITHIN_S
        desk.until(is_over)
        audio = desk.stop()
    assert loud_s(audio) == pytest.approx(3.0, abs=0.5)


@pytest.mark.parametrize(("rate_hz", "channels", "narrow"), [(44_100, 2, False), (8_000, 1, True)])
def test_a_device_with_a_rate_of_its_own_is_heard_at_the_right_pitch(
    desk: Desk, rate_hz: int, channels: int, narrow: bool
) -> None:
    with desk.server.another_microphone("own_rate", rate_hz, channels):
        listener = desk.record("own_rate")
        desk.hear(tone(1.0))
        audio = desk.stop()
    assert loud_s(audio) == pytest.approx(1.0, abs=BUSY_S)
    assert pitch_hz(audio) == pytest.approx(440.0, rel=0.01)
    assert (Hearing.NARROW in listener.hearings) == narrow


def test_a_take_goes_on_at_its_rate_with_a_device_that_has_only_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record("mic")
    desk.hear(tone(0.5))
    before = desk.stop()

    def own(device: QAudioDevice, _rate_hz: int = 0) -> QAudioFormat:
        return device.preferredFormat()

    monkeypatch.setattr(capture, "speech_format", own)
    with desk.server.another_microphone("stereo", 44_100, 2):
        desk.record("stereo")
        desk.hear(tone(1.0, pitch_hz=660.0))
        after = desk.stop()
    assert (before.rate_hz, after.rate_hz) == (16_000, 16_000)
    assert loud_s(after) == pytest.approx(loud_s(before) + 1.0, abs=BUSY_S)
    said = read_samples(after.path)
    assert said[: round(before.duration_s * 16_000)] == read_samples(before.path)[: round(before.duration_s * 16_000)]
    heard_before = len(before.levels_db)
    second = replace(after, levels_db=(-90.0,) * heard_before + after.levels_db[heard_before:])
    assert pitch_hz(second) == pytest.approx(660.0, rel=0.01)


def test_clipping_is_said_once(desk: Desk) -> None:
    listener = desk.record("mic")
    desk.hear(array("h", (max(-32768, min(32767, 4 * value)) for value in tone(1.0))))
    desk.until(lambda: Hearing.LOUD in listener.hearings)
    desk.hear(array("h", (max(-32768, min(32767, 4 * value)) for value in tone(0.5))))
    desk.stop()
    assert listener.hearings.count(Hearing.LOUD) == 1


class Guard:
    """A permission the test gives or refuses."""

    def __init__(self, status: Qt.PermissionStatus) -> None:
        self._status = status
        self._then: Callable[[], None] | None = None

    def status(self) -> Qt.PermissionStatus:
        return self._status

    def ask(self, then: Callable[[], None]) -> None:
        self._then = then

    def answer(self, status: Qt.PermissionStatus) -> None:
        assert self._then is not None, "nobody asked"
        self._status = status
        self._then()


def test_a_refused_permission_says_what_to_do(sound_server: SoundServer, tmp_path: Path) -> None:
    microphone = QtMicrophone(permission=Guard(Qt.PermissionStatus.Denied))
    with pytest.raises(DeviceError, match=r"may not use the microphone\. Allow it in .* or type your answers\."):
        microphone.start(tmp_path / "one.wav", None, HeardListener())
    assert not (tmp_path / "one.wav").exists()


def test_a_permission_refused_when_asked_fails_the_recording(sound_server: SoundServer, tmp_path: Path) -> None:
    guard, listener = Guard(Qt.PermissionStatus.Undetermined), HeardListener()
    microphone = QtMicrophone(permission=guard)
    microphone.start(tmp_path / "one.wav", None, listener)
    with pytest.raises(DeviceError, match="still recording"):
        microphone.start(tmp_path / "two.wav", None, HeardListener())
    guard.answer(Qt.PermissionStatus.Denied)
    assert listener.calls == ["failed"]
    assert "may not use the microphone" in str(listener.error)


@pytest.mark.parametrize("answer", [Qt.PermissionStatus.Granted, Qt.PermissionStatus.Undetermined])
def test_the_recording_starts_when_the_permission_is_given(desk: Desk, answer: Qt.PermissionStatus) -> None:
    guard, listener = Guard(Qt.PermissionStatus.Undetermined), desk.listener
    desk.microphone = QtMicrophone(permission=guard)
    desk.microphone.start(desk.path, None, listener)
    guard.answer(answer)
    desk.until(lambda: "started" in listener.calls)
    desk.stop()


def test_a_recording_that_was_stopped_before_the_answer_never_starts(sound_server: SoundServer, tmp_path: Path) -> None:
    guard, listener = Guard(Qt.PermissionStatus.Undetermined), HeardListener()
    microphone = QtMicrophone(permission=guard)
    microphone.start(tmp_path / "one.wav", None, listener)
    microphone.stop()
    assert listener.calls == ["failed"]
    guard.answer(Qt.PermissionStatus.Granted)
    assert not (tmp_path / "one.wav").exists()
