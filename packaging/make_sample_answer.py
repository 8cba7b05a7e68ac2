"""Make the recorded answer of the sample, in resources/sounds. Run it again only to change it.

It says some key points of its question, leaves one out and has one the wrong way round, to show what a learner sees.
"""

import wave
from array import array

from mlprep_gui.app.sample import AUDIO
from mlprep_gui.audio.resampling import Resampler
from mlprep_gui.paths import locate
from mlprep_gui.speech.hibari_voice import VOICE_ID, HibariVoice
from mlprep_gui.speech.voice import pronunciations_file

TEXT = (
    "Overfitting means that the model memorizes the noise in the training data "
    "instead of learning the general pattern. "
    "So it does very well on the training data, but poorly on new data. "
    "To avoid it, I would collect more training data, and I would make the model more complex. "
    "Cross validation helps me to notice it."
)
_RATE_HZ = 16_000


def main() -> None:
    """Have the built-in voice say the answer."""
    resources = locate().resources
    said = HibariVoice(pronunciations_file(resources)).synthesize(TEXT, VOICE_ID, 1.0)
    resampler = Resampler(said.rate_hz, _RATE_HZ)
    samples = resampler.feed(array("h", said.pcm))
    samples.extend(resampler.rest())
    with wave.open(str(resources / "sounds" / AUDIO), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE_HZ)
        file.writeframes(samples.tobytes())


if __name__ == "__main__":
    main()
