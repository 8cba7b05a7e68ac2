"""Make the recorded answer of the sample, in resources/sounds. Run it again only to change it.

It covers most key points of its question, leaves one out and has one the wrong way round, to show what a learner sees.
"""

import wave
from array import array

from mlprep_gui.app.sample import AUDIO
from mlprep_gui.audio.resampling import Resampler
from mlprep_gui.paths import locate
from mlprep_gui.speech.hibari_voice import VOICE_ID, HibariVoice
from mlprep_gui.speech.voice import pronunciations_file

TEXT = (
    "In bagging, many models are trained in parallel, independently of each other. "
    "Each model sees its own random sample of the training data, drawn with replacement. "
    "In boosting, the models are trained one after another, "
    "and each new model focuses on the mistakes of the models before it. "
    "Bagging mainly reduces bias. "
    "Random forest is an example of bagging, and gradient boosting is an example of boosting."
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
