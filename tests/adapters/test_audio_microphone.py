"""The real microphone, against a private sound server, and the fake keep the same contract."""

import errno
import os
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.audio.microphone import QtMicrophone
from mlprep_gui.audio.wav import WavWriter, read_info
from tests.adapters.microphone_contract import MicrophoneContract, Rig, loud_s
from tests.adapters.sound_server import SoundServer
from tests.fakes.microphone import FakeMicrophone, tone


class FakeRig(Rig):
    def __init__(self) -> None:
        self.microphone = self.fake = FakeMicrophone()

    def until(self, condition: Callable[[], bool]) -> None:
        assert condition()

    def sound(self, duration_s: float) -> None:
        self.fake.hear(tone(duration_s))

    def silence(self, duration_s: float) -> None:
        self.fake.hear(tone(duration_s, amplitude=0.0))

    def unplug(self) -> None:
        self.fake.unplug()


class TestFakeMicrophone(MicrophoneContract):
    @pytest.fixture
    def rig(self) -> Rig:
        return FakeRig()


class QtRig(Rig):
    def __init__(self, microphone: QtMicrophone, server: SoundServer, qtbot: QtBot, folder: Path) -> None:
        self.microphone = microphone
        self._server, self._qtbot, self._folder = server, qtbot, folder
        self._sounds = 0

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=8_000)

    def sound(self, duration_s: float) -> None:
        self.until(lambda: "started" in self.listener.calls)
        playing = self.say(duration_s)
        self.until(lambda: playing.poll() is not None)
        assert playing.returncode == 0

    def say(self, duration_s: float) -> "subprocess.Popen[bytes]":
        """Begin to make a tone."""
        self._sounds += 1
        path = self._folder / f"sound-{self._sounds}.wav"
        writer = WavWriter(path, 16_000, "")
        writer.append(tone(duration_s))
        writer.close()
        return self._server.say(path)

    def silence(self, duration_s: float) -> None:
        """Nothing is played, and the time passes while the test waits for what it expects."""

    def unplug(self) -> None:
        self._server.unplug_microphone()


@pytest.fixture
def microphone(sound_server: SoundServer) -> Iterator[QtMicrophone]:
    opened = QtMicrophone()
    yield opened
    opened.close()


class TestQtMicrophone(MicrophoneContract):
    @pytest.fixture
    def rig(self, microphone: QtMicrophone, sound_server: SoundServer, qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
        sound_server.plug_microphone()
        qtbot.waitUntil(lambda: microphone.devices()[0].id == "mic", timeout=3_000)
        yield QtRig(microphone, sound_server, qtbot, tmp_path)
        sound_server.plug_microphone()

    def test_a_device_that_hangs_is_reported_with_what_was_heard(
        self, rig: Rig, sound_server: SoundServer, tmp_path: Path
    ) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.sound(0.3)
        sound_server.silence_microphone()
        try:
            rig.until(lambda: "failed" in listener.calls)
        finally:
            sound_server.silence_microphone(False)
        assert listener.audio is not None and listener.audio.duration_s > 0.25

    def test_a_file_that_exists_is_never_overwritten(self, rig: Rig, tmp_path: Path) -> None:
        (tmp_path / "one.wav").write_text("precious")
        listener = rig.begin(tmp_path / "one.wav")
        rig.until(lambda: "failed" in listener.calls)
        assert listener.error is not None and "is not a 16-bit mono WAV file" in listener.error.message
        assert (tmp_path / "one.wav").read_text() == "precious"

    def test_a_full_disk_is_reported_with_what_was_written(
        self, rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        append = WavWriter.append

        def append_until_full(writer: WavWriter, samples: "array[int]") -> None:
            if writer.frames > 4_000:
                raise OSError(errno.ENOSPC, "No space left on device")
            append(writer, samples)

        monkeypatch.setattr(WavWriter, "append", append_until_full)
        listener = rig.begin(tmp_path / "one.wav")
        rig.until(lambda: "failed" in listener.calls)
        assert str(listener.error).startswith("The recording could not be written: No space left on device. Free some")
        assert listener.audio is not None and listener.audio.duration_s > 0.25
        assert read_info(tmp_path / "one.wav").duration_s == listener.audio.duration_s

    def test_closing_finishes_a_recording(self, microphone: QtMicrophone, rig: Rig, tmp_path: Path) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.sound(0.5)
        microphone.close()
        assert read_info(tmp_path / "one.wav").duration_s > 0.4
        rig.until(lambda: "finished" in listener.calls)

    def test_nothing_is_lost_while_the_interpreter_is_busy(self, rig: Rig, tmp_path: Path) -> None:
        listener = rig.begin(tmp_path / "one.wav")
        rig.until(lambda: "started" in listener.calls)
        assert isinstance(rig, QtRig)
        playing = rig.say(2.0)
        rig.until(lambda: bool(listener.levels_db) and listener.levels_db[-1] > -20.0)
        pow(7, 1_600_000)  # one C call that never lets go of the interpreter lock
        rig.until(lambda: playing.poll() is not None)
        rig.microphone.stop()
        rig.until(lambda: "finished" in listener.calls)
        assert listener.audio is not None
        assert loud_s(listener.audio) == pytest.approx(2.0, abs=0.11)


_WITHOUT_DEVICES = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mlprep_gui.audio.microphone import QtMicrophone
from mlprep_gui.domain.errors import DeviceError
from tests.adapters.microphone_contract import HeardListener

app = QCoreApplication([])
microphone = QtMicrophone()
assert microphone.devices() == ()
try:
    microphone.start(Path(sys.argv[1]), None, HeardListener())
except DeviceError as error:
    print(error)
"""


def test_without_any_microphone_the_error_says_what_to_do(tmp_path: Path) -> None:
    nowhere = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/nothing", "PULSE_RUNTIME_PATH": str(tmp_path)}
    path = tmp_path / "one.wav"
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_DEVICES, str(path)],
        env=nowhere,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "No microphone was found. Plug one in, or type your answers."
    assert not path.exists()
