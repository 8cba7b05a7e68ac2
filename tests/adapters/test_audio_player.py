"""The real player, on a virtual loudspeaker, and the fake keep the same contract."""

import math
import time
from abc import ABC, abstractmethod
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.audio.cues import CuePlayer
from mlprep_gui.audio.levels import level_of
from mlprep_gui.audio.player import QtPlayer
from mlprep_gui.audio.wav import WavWriter, read_info, read_samples
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.interview.events import CueKind
from mlprep_gui.paths import locate
from mlprep_gui.ports import Player
from tests.adapters.sound_server import SoundServer
from tests.fakes.microphone import RATE_HZ, tone
from tests.fakes.player import FakePlayer


@dataclass
class HeardPlayback:
    positions_s: list[float] = field(default_factory=list)
    finished: int = 0
    error: DeviceError | None = None

    def position_changed(self, position_s: float) -> None:
        assert not self.finished
        self.positions_s.append(position_s)

    def playback_finished(self) -> None:
        self.finished += 1

    def playback_failed(self, error: DeviceError) -> None:
        self.error = error


class Rig(ABC):
    player: Player

    @abstractmethod
    def until(self, condition: Callable[[], bool]) -> None:
        """Let time pass until the condition holds."""

    @abstractmethod
    def wait(self, duration_s: float) -> None:
        """Let some time pass."""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.wav"
    writer = WavWriter(path, 16_000, "")
    writer.append(tone(1.2, amplitude=0.1))
    writer.close()
    return path


class PlayerContract:
    def test_it_plays_to_the_end_and_tells_where_it_is(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard)
        rig.until(lambda: heard.finished == 1)
        assert heard.error is None
        assert heard.positions_s == sorted(heard.positions_s)
        assert heard.positions_s[-1] == pytest.approx(1.2, abs=0.05)
        steps = [after - before for before, after in zip(heard.positions_s, heard.positions_s[1:], strict=False)]
        assert max(steps) < 0.3

    def test_a_part_is_played_from_and_to(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard, start_s=0.4, end_s=0.8)
        rig.until(lambda: heard.finished == 1)
        assert min(heard.positions_s) >= 0.4
        assert heard.positions_s[-1] == pytest.approx(0.8)

    def test_two_parts_are_played_one_after_the_other(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard, start_s=0.1, end_s=0.3, then=((0.7, 0.9),))
        rig.until(lambda: heard.finished == 1)
        first = [position_s for position_s in heard.positions_s if position_s < 0.5]
        second = heard.positions_s[len(first) :]
        assert min(first) >= 0.1 and first[-1] == pytest.approx(0.3)
        assert min(second) >= 0.7 and second[-1] == pytest.approx(0.9)

    def test_between_two_parts_stop_is_silent(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard, start_s=0.1, end_s=0.2, then=((0.7, 0.9),))
        rig.until(lambda: bool(heard.positions_s) and heard.positions_s[-1] >= 0.2)
        rig.player.stop()
        rig.wait(0.6)
        assert heard.positions_s[-1] == pytest.approx(0.2)
        assert (heard.finished, heard.error) == (0, None)

    def test_between_two_parts_pause_holds_and_resume_goes_on(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard, start_s=0.1, end_s=0.2, then=((0.7, 0.9),))
        rig.until(lambda: bool(heard.positions_s) and heard.positions_s[-1] >= 0.2)
        rig.player.pause()
        rig.wait(0.8)
        assert heard.positions_s[-1] == pytest.approx(0.2)
        assert heard.finished == 0
        rig.player.resume()
        rig.until(lambda: heard.finished == 1)
        assert heard.positions_s[-1] == pytest.approx(0.9)

    # What the first player says when it is ended while it still opens the file.
    @pytest.mark.qt_log_ignore("Immediate exit requested", extend=True)
    def test_a_new_play_silences_the_one_before(self, rig: Rig, sound: Path) -> None:
        first, second = HeardPlayback(), HeardPlayback()
        rig.player.play(sound, first)
        rig.player.play(sound, second, start_s=0.8)
        rig.until(lambda: second.finished == 1)
        assert (first.positions_s, first.finished, first.error) == ([], 0, None)

    def test_pause_holds_and_resume_goes_on(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard)
        rig.until(lambda: bool(heard.positions_s))
        rig.player.pause()
        told = len(heard.positions_s)
        rig.wait(0.3)
        assert (len(heard.positions_s), heard.finished) == (told, 0)
        rig.player.resume()
        rig.until(lambda: heard.finished == 1)

    def test_stop_is_silent(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(sound, heard)
        rig.until(lambda: bool(heard.positions_s))
        rig.player.stop()
        told = len(heard.positions_s)
        rig.wait(0.3)
        assert (len(heard.positions_s), heard.finished, heard.error) == (told, 0, None)

    def test_a_missing_file_fails(self, rig: Rig, tmp_path: Path) -> None:
        heard = HeardPlayback()
        rig.player.play(tmp_path / "gone.wav", heard)
        rig.until(lambda: heard.error is not None)
        assert "gone.wav" in str(heard.error)


class FakeRig(Rig):
    def __init__(self) -> None:
        self.player = self.fake = FakePlayer()

    def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(100):
            if condition():
                return
            self.fake.advance(0.04)
        pytest.fail("It never came true.")

    def wait(self, duration_s: float) -> None:
        self.fake.advance(duration_s)


class TestFakePlayer(PlayerContract):
    @pytest.fixture
    def rig(self) -> Rig:
        return FakeRig()


class QtRig(Rig):
    def __init__(self, player: QtPlayer, qtbot: QtBot) -> None:
        self.player = player
        self._qtbot = qtbot

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=8_000)

    def wait(self, duration_s: float) -> None:
        self._qtbot.wait(round(duration_s * 1000))


class TestQtPlayer(PlayerContract):
    @pytest.fixture
    def rig(self, sound_server: SoundServer, qtbot: QtBot) -> Iterator[Rig]:
        player = QtPlayer()
        yield QtRig(player, qtbot)
        player.stop()

    def test_the_rate_shortens_the_time(self, rig: Rig, sound: Path) -> None:
        heard = HeardPlayback()
        rig.player.set_rate(2.0)
        rig.player.play(sound, heard)
        rig.until(lambda: bool(heard.positions_s))
        began_s, at_s = time.monotonic(), heard.positions_s[-1]
        rig.until(lambda: heard.finished == 1)
        rate = (1.2 - at_s) / (time.monotonic() - began_s)
        assert rate > 1.5

    @pytest.mark.parametrize("start_s", [0.4, 2.35])
    def test_what_is_heard_begins_where_it_should(
        self, start_s: float, rig: Rig, sound_server: SoundServer, tmp_path: Path
    ) -> None:
        path = tmp_path / "rising.wav"
        writer = WavWriter(path, RATE_HZ, "")
        writer.append(rising_tone(3.0))
        writer.close()
        with sound_server.heard(tmp_path / "heard.raw"):
            heard = HeardPlayback()
            rig.player.play(path, heard, start_s, start_s + 0.5)
            rig.until(lambda: heard.finished == 1)
            rig.wait(0.3)
        assert abs(place_in_rising_tone((tmp_path / "heard.raw").read_bytes()) - start_s) < 0.05

    @pytest.mark.qt_log_ignore("Could not open media")
    def test_a_file_that_is_no_sound_fails(self, rig: Rig, tmp_path: Path) -> None:
        (tmp_path / "text.wav").write_text("no sound at all")
        heard = HeardPlayback()
        rig.player.play(tmp_path / "text.wav", heard)
        rig.until(lambda: heard.error is not None)
        assert heard.finished == 0


def rising_tone(duration_s: float) -> "array[int]":
    """A sine of 400 Hz that rises by 400 Hz each second, so that its pitch tells the moment."""
    times_s = (at / RATE_HZ for at in range(round(duration_s * RATE_HZ)))
    return array("h", (round(6000 * math.sin(2 * math.pi * (400 * t + 200 * t * t))) for t in times_s))


def place_in_rising_tone(pcm: bytes) -> float:
    """Return the moment of the rising tone with which a recording of it begins, seconds."""
    samples = array("h", pcm)
    begin = next(at for at, sample in enumerate(samples) if abs(sample) > 2000)
    heard = samples[begin : begin + RATE_HZ // 10]
    crossings = [at for at, (before, after) in enumerate(pairwise(heard)) if before < 0 <= after]
    pitch_hz = (len(crossings) - 1) * RATE_HZ / (crossings[-1] - crossings[0])
    middle_s = (crossings[0] + crossings[-1]) / 2 / RATE_HZ
    return (pitch_hz - 400) / 400 - middle_s


@pytest.mark.parametrize("cue", CueKind)
def test_cues_are_short_calm_and_faded(cue: CueKind) -> None:
    path = locate().resources / "sounds" / f"{cue.value}.wav"
    info = read_info(path)
    samples = read_samples(path)
    assert info.rate_hz == 44_100
    assert 0.05 < info.duration_s < 0.3
    assert -20.0 < level_of(samples).peak_db < -6.0
    assert abs(samples[0]) < 50 and abs(samples[-1]) < 50


def test_a_cue_reaches_the_loudspeaker_and_a_missing_one_does_not_matter(
    sound_server: SoundServer, qtbot: QtBot, tmp_path: Path
) -> None:
    CuePlayer(tmp_path).play(CueKind.DONE)
    cues = CuePlayer(locate().resources / "sounds")
    cues.play(CueKind.LISTENING)
    qtbot.waitUntil(sound_server.is_loudspeaker_running, timeout=5_000)
