"""WAV files and levels: what is written can be measured, cut off anywhere, and mended."""

import math
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlprep_gui.audio.levels import FLOOR_DB, LevelMeter, level_of, to_mono_int16
from mlprep_gui.audio.wav import WavWriter, read_samples, repair
from mlprep_gui.domain.errors import InputError
from tests.fakes.microphone import tone

HEADER_BYTES = 44


def _written(path: Path, samples: "array[int]", rate_hz: int = 16_000) -> WavWriter:
    writer = WavWriter(path, rate_hz, "Desk")
    writer.append(samples)
    writer.meter.feed(samples)
    return writer


def test_what_is_written_is_read_by_the_standard_library(tmp_path: Path) -> None:
    samples = tone(0.3, rate_hz=48_000)
    audio = _written(tmp_path / "deep" / "one.wav", samples, 48_000).close()
    with wave.open(str(audio.path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48_000)
        assert array("h", file.readframes(file.getnframes())) == samples
    assert audio.duration_s == pytest.approx(0.3)
    assert len(audio.levels_db) == 6


def test_the_header_is_never_more_than_half_a_second_behind(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    writer = WavWriter(path, 16_000, "Desk")
    for number in range(1, 61):
        writer.append(tone(0.05))
        with wave.open(str(path)) as file:
            assert file.getnframes() >= number * 800 - 8_000
        assert path.stat().st_size == HEADER_BYTES + number * 1_600
    writer.close()


@given(cut=st.integers(0, HEADER_BYTES + 3_200))
def test_a_file_cut_off_anywhere_is_mended_or_holds_no_sound(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "one.wav"
    samples = tone(0.1)
    _written(path, samples).close()
    path.write_bytes(path.read_bytes()[:cut])
    audio = repair(path)
    frames = max(0, (cut - HEADER_BYTES) // 2)
    if not frames:
        assert audio is None
        return
    assert audio is not None
    assert read_samples(path) == samples[:frames]
    assert audio.duration_s == frames / 16_000
    with wave.open(str(path)) as file:
        assert file.getnframes() == frames


def test_mending_measures_as_recording_does(tmp_path: Path) -> None:
    samples = tone(3.33)
    audio = _written(tmp_path / "one.wav", samples).close()
    mended = repair(audio.path)
    assert mended is not None
    assert (mended.duration_s, mended.levels_db, mended.rate_hz) == (audio.duration_s, audio.levels_db, 16_000)


def test_what_is_no_recording_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    path.write_bytes(b"something else entirely" * 10)
    with pytest.raises(InputError, match=r"one\.wav is not a 16-bit mono WAV file"):
        repair(path)
    assert path.read_bytes() == b"something else entirely" * 10


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "one.wav").write_text("precious")
    with pytest.raises(FileExistsError):
        WavWriter(tmp_path / "one.wav", 16_000, "Desk")


@pytest.mark.parametrize(
    ("samples", "rms_db", "peak_db", "clipped"),
    [
        (array("h", [0] * 800), FLOOR_DB, FLOOR_DB, False),
        (array("h"), FLOOR_DB, FLOOR_DB, False),
        (array("h", [16384, -16384] * 400), -6.0, -6.0, False),
        (array("h", [-32768] * 800), 0.0, 0.0, True),
        (tone(0.05, amplitude=0.1), -23.0, -20.0, False),
    ],
)
def test_levels(samples: "array[int]", rms_db: float, peak_db: float, clipped: bool) -> None:
    level = level_of(samples)
    assert level.rms_db == pytest.approx(rms_db, abs=0.1)
    assert level.peak_db == pytest.approx(peak_db, abs=0.1)
    assert level.clipped is clipped


@given(st.lists(st.integers(0, 3_000), max_size=12))
def test_levels_do_not_depend_on_how_the_sound_is_cut(sizes: list[int]) -> None:
    samples = tone(sum(sizes) / 16_000)[: sum(sizes)]
    whole, pieces = LevelMeter(16_000), LevelMeter(16_000)
    whole.feed(samples)
    at = 0
    for size in sizes:
        pieces.feed(samples[at : at + size])
        at += size
    assert pieces.levels_db == whole.levels_db
    assert len(whole.levels_db) == len(samples) // 800


@pytest.mark.parametrize(
    ("data", "sample", "channels", "mono"),
    [
        (array("h", [5, -7]), "i2", 1, [5, -7]),
        (array("h", [100, 300, -200, 0]), "i2", 2, [200, -100]),
        (array("i", [65536 * 7, -65536 * 9]), "i4", 1, [7, -9]),
        (array("f", [0.5, 0.0, 2.0, 2.0]), "f4", 2, [8192, 32767]),
        (array("B", [128, 0, 255]), "u1", 1, [0, -32768, 32512]),
    ],
)
def test_any_format_becomes_16_bit_mono(
    data: "array[int] | array[float]", sample: str, channels: int, mono: list[int]
) -> None:
    assert list(to_mono_int16(data.tobytes(), sample, channels)) == mono
    assert math.prod((len(mono), channels)) == len(data)


def test_a_recording_gone_on_with_is_the_one_recording(tmp_path: Path) -> None:
    whole = WavWriter(tmp_path / "whole.wav", 16_000, "Desk")
    parts = WavWriter(tmp_path / "parts.wav", 16_000, "Desk")
    first, second = tone(0.73), tone(0.5, pitch_hz=660.0)
    for samples in (first, second):
        whole.append(samples)
        whole.meter.feed(samples)
    parts.append(first)
    parts.close()
    with (tmp_path / "parts.wav").open("ab") as file:
        file.write(b"x")  # half a frame, as a crash may leave
    parts = WavWriter(tmp_path / "parts.wav", 16_000, "Headset", go_on=True)
    parts.append(second)
    parts.meter.feed(second)
    one, other = whole.close(), parts.close()
    assert one.path.read_bytes() == other.path.read_bytes()
    assert (one.duration_s, one.levels_db) == (other.duration_s, other.levels_db)
    assert other.device == "Headset"
