"""Make the spoken sentence that tries a recogniser out, in resources/sounds. Run it again only to change it."""

import wave

from mlprep_gui.paths import locate
from mlprep_gui.speech.chosen import CHECK_CLIP, CHECK_TEXT
from mlprep_gui.speech.hibari_voice import VOICE_ID, HibariVoice
from mlprep_gui.speech.voice import pronunciations_file


def main() -> None:
    """Have the built-in voice say the sentence."""
    resources = locate().resources
    said = HibariVoice(pronunciations_file(resources)).synthesize(CHECK_TEXT, VOICE_ID, 1.0)
    with wave.open(str(resources / "sounds" / CHECK_CLIP), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(said.rate_hz)
        file.writeframes(said.pcm)


if __name__ == "__main__":
    main()
