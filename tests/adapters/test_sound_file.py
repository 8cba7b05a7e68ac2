"""Recordings made elsewhere: every usual kind becomes a take's WAV, and what is no recording is named."""

import math
import struct
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from faster_whisper.audio import av

from mlprep_gui.audio.wav import read_info, read_samples
from mlprep_gui.domain.errors import InputError, StoreError
from mlprep_gui.speech import sound_file
from mlprep_gui.speech.sound_file import check, convert

RATE_HZ = 48_000
KINDS = {"wav": "pcm_s16le", "flac": "flac", "mp3": "libmp3lame", "m4a": "aac", "ogg": "libopus"}


def beep(length_s: float, hz: float = 440.0) -> "array[int]":
    return array(
        "h", (round(12_000 * math.sin(2 * math.pi * hz * n / RATE_HZ)) for n in range(int(length_s * RATE_HZ)))
    )


def write_stereo(path: Path, codec: str, samples: "array[int]") -> Path:
    """Encode samples in both channels."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE_HZ)
        stream.layout = "stereo"
        frame = av.AudioFrame(format="s16", layout="stereo", samples=len(samples))
        frame.planes[0].update(struct.pack(f"<{2 * len(samples)}h", *(one for each in samples for one in (each, each))))
        frame.sample_rate = RATE_HZ
        resampler = av.AudioResampler(stream.format, "stereo", RATE_HZ, frame_size=stream.frame_size or None)
        parts: list[Any] = [*resampler.resample(frame), *resampler.resample(None), None]
        for part in parts:
            for packet in stream.encode(part):
                container.mux(packet)
    return path


def write_mono(path: Path, frames: bytes, rate_hz: int = 8000) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(frames)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_usual_kind_becomes_a_take(tmp_path: Path, kind: str) -> None:
    source = write_stereo(tmp_path / f"answer.{kind}", KINDS[kind], beep(1.5))
    before = source.read_bytes()
    target = tmp_path / "takes" / "take.wav"
    convert(source, target)
    info = read_info(target)
    assert info.rate_hz == 16_000
    assert info.duration_s == pytest.approx(1.5, abs=0.1)
    samples = read_samples(target)[4000:20_000]
    crossings = sum((a < 0) != (b < 0) for a, b in pairwise(samples))
    assert crossings == pytest.approx(2 * 440, rel=0.02)
    assert source.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["take.wav"]


def test_what_is_no_recording_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    (tmp_path / "notes.mp3").write_text("these are no sounds " * 50)
    write_mono(tmp_path / "nothing.wav", b"")
    (tmp_path / "cut.flac").write_bytes(write_stereo(tmp_path / "whole.flac", "flac", beep(0.5)).read_bytes()[:30])
    for name, message in (
        ("none.wav", "no file"),
        ("empty.wav", "empty.wav is empty"),
        ("notes.mp3", "notes.mp3 cannot be read as audio"),
        ("cut.flac", "cut.flac"),
        ("nothing.wav", "nothing.wav has no sound in it"),
    ):
        with pytest.raises(InputError, match=message) as caught:
            convert(tmp_path / name, tmp_path / "take.wav")
        assert caught.value.advice
    assert not (tmp_path / "take.wav").exists()


def test_a_picture_has_no_sound(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "still.mp4"), "w") as container:
        stream = container.add_stream("mpeg4", rate=1)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuv420p"
        for packet in (*stream.encode(av.VideoFrame(32, 32, "yuv420p")), *stream.encode(None)):
            container.mux(packet)
    with pytest.raises(InputError, match=r"still.mp4 has no sound in it"):
        check(tmp_path / "still.mp4")


def test_an_hour_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hour = write_mono(tmp_path / "talk.wav", bytes(2 * 8000 * 3600))
    monkeypatch.setattr(sound_file, "decode", lambda _: pytest.fail("it was decoded"))
    with pytest.raises(InputError, match=r"talk.wav is 60 minutes long; an answer may have 15"):
        convert(hour, tmp_path / "take.wav")
    check(write_mono(tmp_path / "long.wav", bytes(2 * 8000 * 60 * 14)))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    source = write_mono(tmp_path / "answer.wav", bytes(16_000))
    (tmp_path / "takes").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="could not be copied"):
        convert(source, tmp_path / "takes" / "take.wav")
