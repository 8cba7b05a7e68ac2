"""Make the cues in resources/sounds: soft sines with fades, 16-bit mono. Run it again only to change them."""

import math
import struct
import wave
from pathlib import Path

_RATE_HZ = 44_100
_PEAK = 0.25
_FADE_S = 0.02
# Notes as (pitch in Hz, length in s): rising to begin, level as a hint, falling at the end.
CUES = {
    "listening": ((659.26, 0.10), (880.0, 0.16)),
    "time_nearly_up": ((659.26, 0.09), (0.0, 0.06), (659.26, 0.12)),
    "done": ((880.0, 0.10), (659.26, 0.16)),
}


def note(pitch_hz: float, duration_s: float) -> list[int]:
    """Return the samples of one note, faded in and out."""
    count = round(duration_s * _RATE_HZ)
    samples = []
    for at in range(count):
        nearest_end_s = min(at, count - 1 - at) / _RATE_HZ
        fade = 0.5 - 0.5 * math.cos(math.pi * min(1.0, nearest_end_s / _FADE_S))
        decay = math.exp(-4.0 * at / count)
        samples.append(round(32767 * _PEAK * fade * decay * math.sin(2 * math.pi * pitch_hz * at / _RATE_HZ)))
    return samples


def main() -> None:
    """Write every cue."""
    folder = Path(__file__).resolve().parent.parent / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in CUES.items():
        samples = [sample for pitch_hz, duration_s in notes for sample in note(pitch_hz, duration_s)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE_HZ)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
