"""Recordings that are written down while they are made."""

import random
import re
from array import array
from pathlib import Path
from typing import Any

import pytest

from mlprep_gui import paths
from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.domain.transcript import Caption, Transcript, Word
from mlprep_gui.ports import Recognizer
from mlprep_gui.speech.following import FULL_BEAM, Following
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.sound import RATE_HZ, decode
from tests.adapters.speech_contracts import check_following, end_process, write_wav
from tests.fakes.recognizer import FakeRecognizer
from tests.word_error import word_error_rate

CLIPS = Path(__file__).parents[1] / "data" / "asr"
CLIP = CLIPS / "ml_09_gan.flac"
PATHS = paths.locate()
HOTWORDS = ["GAN", "generator", "discriminator", "minimax", "mode collapse", "Wasserstein", "spectral normalization"]
STEP_S = 2.5


@pytest.fixture(scope="module")
def whisper() -> WhisperRecognizer:
    return WhisperRecognizer(PATHS.models / "whisper-tiny.en")


@pytest.fixture(scope="module")
def pcm() -> bytes:
    """An answer of 20 s, a pause of 2 s, and another answer."""
    one, other = (decode(CLIPS / f"{name}.flac") for name in ("ml_09_gan", "ml_21_kmeans"))
    quiet = bytes(2 * 2 * RATE_HZ)
    return to_pcm(one) + quiet + to_pcm(other)[: 2 * 6 * RATE_HZ]


def to_pcm(samples: Any) -> bytes:
    return bytes((samples * 32767.0).astype("<i2").tobytes())


def grow(recognizer: Recognizer, path: Path, pcm: bytes, rate_hz: int = RATE_HZ) -> list[Caption]:
    """Let a recording grow by STEP_S each time it is looked at."""
    captions = []
    write_wav(path, b"", rate_hz)
    step = 2 * int(STEP_S * rate_hz)
    for place in range(0, len(pcm), step):
        with path.open("ab") as file:  # the sizes in the header lag behind, as they do while recording
            file.write(pcm[place : place + step])
        captions.append(recognizer.follow(path, HOTWORDS))
    return captions


def said(transcript: Transcript) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", transcript.text.lower()))


def test_whisper_keeps_the_contract(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    check_following(whisper, to_pcm(decode(CLIP))[: 2 * 8 * RATE_HZ], tmp_path)


def test_the_fake_keeps_the_contract(tmp_path: Path) -> None:
    check_following(FakeRecognizer(), array("h", [3000] * 8 * RATE_HZ).tobytes(), tmp_path)


def test_what_was_followed_is_what_a_file_gives(whisper: WhisperRecognizer, pcm: bytes, tmp_path: Path) -> None:
    whole = write_wav(tmp_path / "whole.wav", pcm)
    from_file = whisper.transcribe(whole, HOTWORDS)
    captions = grow(whisper, tmp_path / "grown.wav", pcm)
    before: tuple[Word, ...] = ()
    for caption in captions:
        assert caption.committed[: len(before)] == before  # what stays stays
        before = caption.committed
    assert len(before) > 40  # the first answer was committed at the pause
    grown = write_wav(tmp_path / "grown.wav", pcm)
    transcript = whisper.transcribe(grown, HOTWORDS)
    kept = transcript.words[: len(before)]
    assert [(word.text, word.confidence) for word in kept] == [(word.text, word.confidence) for word in before]
    assert word_error_rate(said(from_file), said(transcript)) <= 0.03
    assert transcript.duration_s == from_file.duration_s
    assert transcript.speech[0] == pytest.approx(from_file.speech[0], abs=0.1)
    assert transcript.speech[-1] == pytest.approx(from_file.speech[-1], abs=0.1)
    assert transcript.model == from_file.model


def test_little_is_left_to_do_at_the_end(
    whisper: WhisperRecognizer, pcm: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captions = grow(whisper, tmp_path / "grown.wav", pcm + bytes(2 * int(STEP_S * RATE_HZ)))  # and then silence
    assert captions[-1].is_still
    assert not captions[1].is_still
    decoded: list[int] = []
    decode_pieces = whisper.recognise_pieces

    def count(samples: object, pieces: list[object], *rest: object) -> object:
        decoded.append(len(pieces))
        return decode_pieces(samples, pieces, *rest)  # type: ignore[arg-type]

    following = whisper._following
    assert following is not None
    monkeypatch.setattr(following, "_recognise", count)
    assert whisper.transcribe(tmp_path / "grown.wav", HOTWORDS).words
    assert decoded == []


def test_a_recording_on_hold_is_written_down_once(pcm: bytes, tmp_path: Path) -> None:
    beams: list[int] = []

    def recognise(_samples: Any, pieces: Any, _hotwords: Any, beam: int) -> list[list[Word]]:
        beams.append(beam)
        return [[Word("generator", piece[0][0], piece[-1][1], 1.0)] for piece in pieces]

    following = Following(write_wav(tmp_path / "held.wav", pcm[: 2 * 4 * RATE_HZ]), recognise)
    captions = [following.follow(HOTWORDS) for _ in range(4)]
    assert [caption.is_still for caption in captions] == [False, True, True, True]
    assert beams == [1, FULL_BEAM]


def test_another_sample_rate_is_followed_too(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    slow = array("h", to_pcm(decode(CLIP))[: 2 * 6 * RATE_HZ])
    fast = array("h", (value for value in slow for _ in range(3)))  # 48 kHz, roughly
    captions = grow(whisper, tmp_path / "fast.wav", fast.tobytes(), 3 * RATE_HZ)
    words = " ".join(captions[-1].words).lower()
    assert "generator" in words
    assert captions[-1].heard_s == pytest.approx(6.0, abs=0.05)


def test_nothing_is_heard_in_noise(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    chance = random.Random(3)
    hiss = array("h", (round(chance.gauss(0, 1600)) for _ in range(6 * RATE_HZ))).tobytes()
    assert all(caption.words == () for caption in grow(whisper, tmp_path / "hiss.wav", hiss))


def test_a_file_of_another_kind_is_refused(whisper: WhisperRecognizer, tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("this is no sound, and it goes on for more than a header is long")
    with pytest.raises(InputError, match="WAV"):
        whisper.follow(tmp_path / "text.wav", [])


def test_a_crash_loses_captions_but_no_word(pcm: bytes, tmp_path: Path) -> None:
    speech = SpeechProcess(PATHS.models, PATHS.resources, tmp_path)
    half = pcm[: len(pcm) // 2]
    before = grow(speech, tmp_path / "take.wav", half)[-1]
    assert before.words
    end_process(speech.pid)
    with (tmp_path / "take.wav").open("ab") as file:
        file.write(pcm[len(half) :])
    after = speech.follow(tmp_path / "take.wav", HOTWORDS)  # a new process listens from the start
    assert len(after.words) > len(before.words)
    end_process(speech.pid)
    write_wav(tmp_path / "take.wav", pcm)
    transcript = speech.transcribe(tmp_path / "take.wav", HOTWORDS)
    speech.close()
    assert word_error_rate(" ".join(after.words), transcript.text) <= 0.05


def test_a_resting_process_comes_back(tmp_path: Path) -> None:
    speech = SpeechProcess(PATHS.models, PATHS.resources, tmp_path)
    assert speech.assessor()
    speech.rest()
    assert speech.pid is None
    speech.rest()
    assert speech.assessor()
    speech.close()
    with pytest.raises(ModelError):
        speech.assessor()
