"""What every Voice and every Recognizer must do, the fakes included."""

import os
import select
import signal
import wave
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.transcript import Caption
from mlprep_gui.ports import Recognizer, Voice

TEXT = "What does t-SNE do, and why?"
SPOKEN = "What does tee snee do, and why?"


def write_wav(path: Path, pcm: bytes, rate_hz: int = 16_000, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm)
    return path


def end_process(pid: int | None) -> None:
    """Kill a process and wait until it has ended."""
    assert pid is not None
    watch = os.pidfd_open(pid)
    os.kill(pid, signal.SIGKILL)
    assert select.select([watch], [], [], 30)[0]
    os.close(watch)


def check_voice(voice: Voice) -> None:
    offered = voice.voices()
    assert offered
    assert all(":" in info.id and info.name for info in offered)
    utterance = voice.render(TEXT, SPOKEN, offered[0].id, 1.0)
    assert (utterance.voice, utterance.notice) == (offered[0].id, "")
    with wave.open(str(utterance.path)) as file:
        assert file.getnchannels() == 1
        assert file.getnframes() / file.getframerate() == pytest.approx(utterance.duration_s, abs=0.01)
    assert [TEXT[word.start : word.end] for word in utterance.words] == TEXT.split()
    starts = [word.start_s for word in utterance.words]
    assert starts == sorted(starts)
    assert all(word.start_s <= word.end_s <= utterance.duration_s for word in utterance.words)
    assert voice.render(TEXT, SPOKEN, offered[0].id, 1.5).duration_s < utterance.duration_s
    elsewhere = voice.render(TEXT, SPOKEN, "system:nobody", 1.0)
    assert elsewhere.voice != "system:nobody"
    assert "nobody" in elsewhere.notice


def check_recognizer(recognizer: Recognizer, spoken: Path, folder: Path) -> None:
    transcript = recognizer.transcribe(spoken, ["generator", "discriminator"])
    assert transcript.words
    assert transcript.speech
    assert transcript.model
    starts = [word.start_s for word in transcript.words]
    assert starts == sorted(starts)
    for word in transcript.words:
        assert word.text == word.text.strip() != ""
        assert 0.0 <= word.start_s <= word.end_s <= transcript.duration_s
        assert 0.0 <= word.confidence <= 1.0
        assert type(word.start_s) is type(word.confidence) is float
    silence = recognizer.transcribe(write_wav(folder / "silence.wav", bytes(2 * 16_000 * 3)), ["ROC", "AUC"])
    assert (silence.words, silence.speech, silence.duration_s) == ((), (), 3.0)
    (folder / "not.wav").write_text("this is no sound")
    for path in (folder / "not.wav", folder / "absent.wav"):
        with pytest.raises(InputError):
            recognizer.transcribe(path, [])


def check_following(recognizer: Recognizer, spoken: bytes, folder: Path) -> None:
    """Follow a recording of some seconds, 16 kHz mono, that comes in two halves."""
    path = folder / "followed.wav"
    assert recognizer.follow(path, ["generator"]) == Caption()  # not there yet
    write_wav(path, b"")
    assert recognizer.follow(path, ["generator"]) == Caption()
    half = len(spoken) // 4 * 2
    for part in (spoken[:half], spoken[half:]):
        with path.open("ab") as file:
            file.write(part)
        caption = recognizer.follow(path, ["generator"])
        assert caption.words
        assert caption.words == tuple(word.text for word in (*caption.committed, *caption.tentative))
        times = [word.start_s for word in (*caption.committed, *caption.tentative)]
        assert times == sorted(times)
        assert caption.behind_s == 0.0
    assert caption.heard_s == len(spoken) / 2 / 16_000
    settled = recognizer.follow(path, ["generator"])  # what does not grow is decoded as well as a finished recording
    assert settled.committed == caption.committed
    assert recognizer.follow(path, ["generator"]) == settled
    write_wav(path, spoken)
    transcript = recognizer.transcribe(path, ["generator"])
    assert transcript.duration_s == caption.heard_s
    assert len(transcript.words) >= len(caption.committed)
    assert recognizer.follow(folder / "another.wav", []) == Caption()
