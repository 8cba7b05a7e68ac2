"""After a crash: nothing that was said is lost, and nothing is made up."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.audio.wav import WavWriter, repair
from mlprep_gui.domain.session import SessionId, SessionState, TakeState
from mlprep_gui.store import Store
from tests.adapters.sound_server import SoundServer
from tests.adapters.stored_values import session, take
from tests.fakes.microphone import tone


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    yield opened
    opened.close()


def _cut_off_recording(path: Path, duration_s: float) -> None:
    """As a killed process leaves it: the header says nothing of the frames."""
    writer = WavWriter(path, 16_000, "Desk")
    samples = tone(duration_s)
    writer.append(samples)
    writer.close()
    content = bytearray(path.read_bytes())
    content[4:8] = content[40:44] = bytes(4)
    path.write_bytes(content)


def test_a_take_left_recording_is_recovered(store: Store, tmp_path: Path) -> None:
    asked = session("s1", "bias", "auc")
    left = replace(take(asked, 1, state=TakeState.RECORDING), duration_s=0.0, levels_db=(), rate_hz=0, device="")
    store.add_session(asked)
    store.save_take(take(asked, 0))
    store.save_take(left)
    _cut_off_recording(tmp_path / left.audio, 2.5)
    _cut_off_recording(tmp_path / take(asked, 0).audio, 1.0)

    (recovered,) = store.recover(tmp_path, repair)

    assert recovered == replace(
        left, state=TakeState.RECOVERED, rate_hz=16_000, duration_s=2.5, levels_db=recovered.levels_db
    )
    assert len(recovered.levels_db) == 50 and min(recovered.levels_db) > -20.0
    record = store.session(asked.id)
    assert [answer.take for answer in record.answers] == [take(asked, 0), recovered]
    assert record.session.state is SessionState.ENDED_EARLY
    assert record.session.ended_at == left.started_at + timedelta(seconds=2.5)
    assert store.sessions()[0].recovered == 1
    assert store.notices == ()
    assert store.recover(tmp_path, repair) == ()


@pytest.mark.parametrize("content", [None, b"", b"RIFF"])
def test_a_take_without_sound_is_skipped_not_invented(store: Store, tmp_path: Path, content: bytes | None) -> None:
    asked = session("s1", "bias")
    left = replace(take(asked, state=TakeState.RECORDING), duration_s=0.0)
    store.add_session(asked)
    store.save_take(left)
    if content is not None:
        (tmp_path / left.audio).write_bytes(content)
    assert [one.state for one in store.recover(tmp_path, repair)] == [TakeState.SKIPPED]
    assert store.sessions()[0].answered == 0


def test_a_file_that_is_no_recording_is_kept_and_named(store: Store, tmp_path: Path) -> None:
    asked = session("s1", "bias")
    store.add_session(asked)
    store.save_take(take(asked, state=TakeState.RECORDING))
    (tmp_path / take(asked).audio).write_bytes(b"scrambled" * 100)
    assert [one.state for one in store.recover(tmp_path, repair)] == [TakeState.SKIPPED]
    assert (tmp_path / take(asked).audio).read_bytes() == b"scrambled" * 100
    (notice,) = store.notices
    assert take(asked).audio in notice and "left as it is" in notice


def test_recordings_without_a_row_are_left_alone_and_named(store: Store, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"strange-{number}.wav").write_bytes(b"sound")
    assert store.recover(tmp_path, repair) == ()
    (notice,) = store.notices
    assert "strange-0.wav" in notice and "and 2 more" in notice
    assert len(list(tmp_path.glob("strange-*.wav"))) == 5


def test_an_unreadable_recording_waits_for_the_next_start(store: Store, tmp_path: Path) -> None:
    asked = session("s1", "bias")
    left = take(asked, state=TakeState.RECORDING)
    store.add_session(asked)
    store.save_take(left)
    _cut_off_recording(tmp_path / left.audio, 1.0)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    assert store.recover(tmp_path, refuse) == ()
    assert "Permission denied" in store.notices[0]
    assert [one.state for one in store.recover(tmp_path, repair)] == [TakeState.RECOVERED]


_RECORDING_PROCESS = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from mlprep_gui.audio.microphone import QtMicrophone
from mlprep_gui.domain.session import TakeState
from mlprep_gui.store import Store
from tests.adapters.microphone_contract import HeardListener
from tests.adapters.stored_values import session, take

folder = Path(sys.argv[1])
store = Store.open(folder / "mlprep.db", folder / "backups")
asked = session("s1", "bias")
left = replace(take(asked, state=TakeState.RECORDING), duration_s=0.0, levels_db=(), rate_hz=0)
store.add_session(asked)
store.save_take(left)

class Listener(HeardListener):
    def capture_started(self):
        print("started", flush=True)
        QTimer.singleShot(4_000, lambda: print("now", flush=True))

app = QCoreApplication([])
microphone = QtMicrophone()
microphone.start(folder / "takes" / left.audio, None, Listener())
app.exec()
"""


def test_a_process_killed_while_recording_loses_at_most_one_second(
    sound_server: SoundServer, qtbot: QtBot, tmp_path: Path
) -> None:
    sound_server.plug_microphone()
    sound = WavWriter(tmp_path / "said.wav", 16_000, "")
    sound.append(tone(8.0))
    sound.close()
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", _RECORDING_PROCESS, str(tmp_path)],
        cwd=root,
        env={**os.environ, **sound_server.environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    speaking = sound_server.say(tmp_path / "said.wav")
    try:
        assert child.stdout is not None
        assert [child.stdout.readline().strip() for _ in range(2)] == ["started", "now"]
        child.send_signal(signal.SIGKILL)
        assert child.wait(10) == -signal.SIGKILL
    finally:
        child.kill()
        child.communicate()
        speaking.kill()
        speaking.wait()

    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    (recovered,) = store.recover(tmp_path / "takes", repair)
    record = store.session(SessionId("s1"))
    store.close()

    assert recovered.state is TakeState.RECOVERED
    assert 3.0 <= recovered.duration_s <= 5.0
    assert sum(level > -30.0 for level in recovered.levels_db) * 0.05 > 2.5
    assert record.session.state is SessionState.ENDED_EARLY
    assert record.answers[0].take == recovered
