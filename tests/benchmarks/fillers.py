"""How many fillers the recogniser writes down: run `python -m tests.benchmarks.fillers`.

Fillers are put into the example answers of the bank at random, spoken by the built-in voice at two rates and by the
system's voices, and counted in what the built-in recogniser writes down. What comes out stands in
`mlprep_gui.delivery`, for the note beside the count.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mlprep_gui.bank import load_library
from mlprep_gui.delivery import SOUNDS, find_fillers
from mlprep_gui.paths import locate
from mlprep_gui.speech.glossary import hotwords
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.voice_process import VoiceProcess

ANSWERS = 8
WORDS = 45
PUT_IN = ("um", "uh", "um", "uh", "you know", "um", "sort of")
SYSTEM_VOICES = ("en-us", "en", "en-gb-x-rp")


def with_fillers(text: str, chance: random.Random) -> str:
    """Return the beginning of an answer with fillers between its words."""
    words = text.split()[:WORDS]
    places = sorted(chance.sample(range(3, len(words) - 3), len(PUT_IN)), reverse=True)
    for place, filler in zip(places, PUT_IN, strict=True):
        words.insert(place, f", {filler},")
    return re.sub(r"([,.;:]),", r"\1", re.sub(r"\s+,", ",", " ".join(words)))


def counts(text: str) -> Counter[str]:
    """Count sounds ("um", "uh") and phrases ("you know")."""
    return Counter("sounds" if filler.text in SOUNDS else "phrases" for filler in find_fillers(text.split()))


def voices(voice: VoiceProcess) -> Iterator[tuple[str, float]]:
    """Yield the voices to speak with, each with its rate."""
    for each in voice.voices():
        if each.id.startswith("hibari:"):
            yield from ((each.id, 0.9), (each.id, 1.1))
        elif each.id.rpartition("/")[2] in SYSTEM_VOICES:
            yield each.id, 1.0


def main() -> int:
    """Print how many fillers of how many are written down, by voice and in all."""
    chance, total, kept = random.Random(5), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        paths = locate(Path(folder))
        library, voice = load_library(paths.questions), VoiceProcess(paths.resources, paths.speech_cache)
        recogniser = WhisperRecognizer(paths.models / "whisper-tiny.en")
        chosen = tuple(voices(voice))
        for question in library.questions[:ANSWERS]:
            text = with_fillers(question.example, chance)
            for voice_id, rate in chosen:
                spoken = voice.render(text, text, voice_id, rate)
                written = recogniser.transcribe(spoken.path, hotwords(question, library.questions)).text
                total += counts(text)
                kept += counts(text) & counts(written)
        voice.close()
    for kind in ("sounds", "phrases"):
        sys.stdout.write(
            f"{kind}: {kept[kind]} of {total[kind]} written down, {len(chosen)} voices, {ANSWERS} answers\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
