"""How an answer sounded, measured from timed words and from stretches of speech; never a judgement."""

import re
from collections.abc import Sequence
from typing import Final

from mlprep_gui.domain.delivery import Delivery, Filler
from mlprep_gui.domain.transcript import Transcript

#: Changes whenever `measure` would measure a kept answer differently: what was measured before is measured again.
MEASURE: Final = 1
LONG_PAUSE_S: Final = 1.0
_SHORTEST_SPEECH_S: Final = 1.0
MEASURED_RECOGNISER: Final = "whisper tiny.en"
#: Fillers that this recogniser wrote down, of those that artificial voices had spoken: sounds, and phrases.
#: Measured by tests/benchmarks/fillers.py; from voice to voice it is anything between none and most of the sounds.
SOUNDS_WRITTEN: Final = (44, 200)
PHRASES_WRITTEN: Final = (65, 70)
SOUNDS: Final = {"um", "umm", "uh", "uhh", "uhm", "er", "erm", "hmm", "hm", "mm", "mmm", "ah", "eh"}
# A phrase is a filler unless the word before it makes it mean something: "a kind of model", "if you know the labels".
_DETERMINERS: Final = {"a", "an", "the", "this", "that", "these", "those", "some", "any", "what", "which", "every"}
_MEANT: Final = {"if", "do", "did", "don't", "does", "when", "what", "that", "as", "because", "once", "unless"}
_PHRASES: Final = {
    ("you", "know"): _MEANT,
    ("i", "mean"): {"what", "do", "did"},
    ("sort", "of"): _DETERMINERS,
    ("kind", "of"): _DETERMINERS,
}


def measure(transcript: Transcript) -> Delivery:
    """Return what can be measured of an answer.

    Pace and pauses come from voice activity detection, which finds the edges of speech more exactly than word times do.
    A typed answer has a number of words and nothing else.
    """
    words = len(transcript.words)
    fillers = () if transcript.is_typed else find_fillers([word.text for word in transcript.words])
    if not transcript.speech:
        return Delivery(words, transcript.duration_s, None, None, None, fillers, None)
    spoken_s = sum(end - start for start, end in transcript.speech)
    pauses = [pause.duration_s for pause in transcript.pauses]
    return Delivery(
        words=words,
        duration_s=transcript.duration_s,
        pace_wpm=60.0 * words / spoken_s if words and spoken_s >= _SHORTEST_SPEECH_S else None,
        long_pauses=sum(pause >= LONG_PAUSE_S for pause in pauses),
        longest_pause_s=max(pauses, default=0.0),
        fillers=fillers,
        latency_s=transcript.speech[0][0],
    )


def find_fillers(words: Sequence[str]) -> tuple[Filler, ...]:
    """Return the fillers among some words, in their order; punctuation does not matter."""
    plain = [re.sub(r"[^\w']", "", word).casefold() for word in words]
    found: list[Filler] = []
    for index, word in enumerate(plain):
        if word in SOUNDS:
            found.append(Filler(word, index, index + 1))
            continue
        pair = tuple(plain[index : index + 2])
        before = plain[index - 1] if index else ""
        if pair in _PHRASES and before not in _PHRASES[pair]:
            found.append(Filler(" ".join(pair), index, index + 2))
    return tuple(found)
