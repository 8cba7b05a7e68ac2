"""Recordings made elsewhere: checked, and written as a take is written."""

import wave
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mlprep_gui.domain.errors import InputError, StoreError
from mlprep_gui.speech.sound import RATE_HZ, decode

if TYPE_CHECKING:
    from mlprep_gui.speech.sound import Samples

LONGEST_S: Final = 15 * 60.0
_ADVICE: Final = "Give a recording such as WAV, FLAC, MP3, M4A or Ogg."


def check(source: Path) -> None:
    """Look into a file without decoding it.

    Raises:
        InputError: when it is missing, empty, no recording, without sound, or longer than an answer can be.
    """
    from faster_whisper.audio import av  # PyAV, which faster-whisper decodes with

    if not source.is_file():
        raise InputError(f"There is no file {source}.", "Check its name.")
    if not source.stat().st_size:
        raise InputError(f"{source.name} is empty.", _ADVICE)
    try:
        with av.open(str(source), mode="r", metadata_errors="ignore") as container:
            has_sound = bool(container.streams.audio)
            duration_s = (container.duration or 0) / av.time_base
    except Exception as error:  # PyAV has an exception of its own for each way a file can be broken
        raise InputError(f"{source.name} cannot be read as audio.", _ADVICE) from error
    if not has_sound:
        raise without_sound(source)
    _check_length(source, duration_s)


def convert(source: Path, target: Path) -> None:
    """Write the sound of a file as 16-bit mono WAV at 16 kHz.

    Args:
        source: a recording of any kind that PyAV reads; it is left as it is.
        target: where the WAV goes, whole or not at all.

    Raises:
        InputError: as check, and when there is not a single sample in the file.
        StoreError: when the WAV cannot be written.
    """
    check(source)
    samples = decode(source)
    if not len(samples):
        raise without_sound(source)
    _check_length(source, len(samples) / RATE_HZ)
    try:
        _write(samples, target)
    except OSError as error:
        message = f"{source.name} could not be copied to {target.parent}: {error.strerror or error}."
        raise StoreError(message, "Free some space or check the folder, then try again.") from error


def without_sound(source: Path) -> InputError:
    """Return what is wrong with a file in which there is nothing to hear."""
    return InputError(f"{source.name} has no sound in it.", _ADVICE)


def _write(samples: "Samples", target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    try:
        with wave.open(str(fresh), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes((samples * 32768.0).clip(-32768.0, 32767.0).astype("<i2").tobytes())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _check_length(source: Path, duration_s: float) -> None:
    if duration_s > LONGEST_S:
        message = f"{source.name} is {duration_s / 60:.0f} minutes long; an answer may have {LONGEST_S / 60:.0f}."
        raise InputError(message, "Cut the answer out of it with an audio editor.")
