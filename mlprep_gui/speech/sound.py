"""From an audio file to samples, and to the stretches of them that are speech."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from mlprep_gui.domain.errors import InputError
from mlprep_gui.speech.models import stay_offline
from mlprep_gui.speech.pieces import LONGEST_PIECE_S, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

RATE_HZ: Final = 16_000
_SHORTEST_PAUSE_MS: Final = 200
_EDGE_MS: Final = 30
_QUIET: Final = 0.5
_LARGEST_GAIN: Final = 100.0
_EMPHASIS: Final = 0.6


def decode(audio: Path) -> "Samples":
    """Return an audio file as 16 kHz mono, -1..1.

    Raises:
        InputError: when there is no such file, or PyAV cannot read it.
    """
    stay_offline()
    from faster_whisper.audio import decode_audio

    if not audio.is_file():
        raise InputError(f"There is no file {audio}.", "Give the name of an audio file.")
    try:
        samples: Samples = decode_audio(str(audio), sampling_rate=RATE_HZ)
    except Exception as error:  # PyAV has an exception of its own for each way a file can be broken
        advice = "Give a recording such as WAV, FLAC, MP3, M4A or Ogg."
        raise InputError(f"{audio.name} cannot be read as audio.", advice) from error
    return samples


def amplified(samples: "Samples", loudest: float | None = None) -> "Samples":
    """Bring a quiet recording up to half of full scale, by 40 dB at most: 16 bits and the detector need it.

    Args:
        samples: the recording, or a part of it.
        loudest: the peak of the whole recording; None: samples are all of it.
    """
    loudest = peak(samples) if loudest is None else loudest
    if not 0.0 < loudest < _QUIET:
        return samples
    louder: Samples = samples * min(_QUIET / loudest, _LARGEST_GAIN)
    return louder


def peak(samples: "Samples") -> float:
    """Return how far the loudest sample is from silence, 0..1."""
    return float(abs(samples).max(initial=0.0))


def brightened(samples: "Samples") -> "Samples":
    """Return samples with the bass taken back (pre-emphasis): a muffled or droning voice is easier to read so."""
    brighter: Samples = samples.copy()
    brighter[1:] -= _EMPHASIS * samples[:-1]
    return brighter


def find_speech(samples: "Samples") -> list[Span]:
    """Return the stretches of speech, seconds, none longer than LONGEST_PIECE_S."""
    stay_offline()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    if not len(samples):
        return []
    options = VadOptions(
        min_speech_duration_ms=100,
        min_silence_duration_ms=_SHORTEST_PAUSE_MS,
        max_speech_duration_s=LONGEST_PIECE_S,
        speech_pad_ms=_EDGE_MS,
    )
    stretches = get_speech_timestamps(samples, options, sampling_rate=RATE_HZ)
    return [(stretch["start"] / RATE_HZ, stretch["end"] / RATE_HZ) for stretch in stretches]
