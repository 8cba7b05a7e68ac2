"""What was said in a folder of clips, what was heard, and how far these are apart."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import InputError

_KINDS: Final = (".flac", ".wav", ".ogg", ".mp3", ".m4a")
_SMALL: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {word: str(number) for number, word in enumerate(_SMALL)} | {
    word: str(10 * number) for number, word in enumerate(_TENS, 2)
}


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording and what is said in it: nothing, when text is empty.

    Attributes:
        terms: technical terms that are said.
        hotwords: terms that the recogniser is told to expect: those, and look-alikes that are not said.
        question: id of the question of the bank that it answers, if any.
    """

    path: Path
    text: str
    terms: tuple[str, ...]
    hotwords: tuple[str, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """How one recogniser did on one clip; counts.

    Attributes:
        words: that were said.
        errors: words to insert, delete or replace in what was heard; 0 for a clip without speech.
        terms: that were said.
        found: of these, how many were written at least once.
        false_terms: expected terms written more often than they were said.
        invented: words written for a clip without speech.
    """

    words: int
    errors: int
    terms: int
    found: int
    false_terms: int
    invented: int


def read_clips(folder: Path) -> list[Clip]:
    """Read refs.json: {NAME: {"text", "terms", "hotwords", "question"}}, all but the text optional.

    Raises:
        InputError: when a recording is missing.
    """
    references = json.loads((folder / "refs.json").read_text(encoding="utf-8"))
    return [_clip(folder, name, reference) for name, reference in references.items()]


def compare(clip: Clip, text: str) -> Heard:
    """Count what of a clip was heard."""
    said, heard = plain(clip.text), plain(text)
    if not said:
        return Heard(0, 0, 0, 0, 0, len(heard))
    said, heard = _spelled_as(said, heard), _spelled_as(heard, said)
    run = "".join(heard)
    found = sum("".join(plain(term)) in run for term in clip.terms)
    extra = (_count(term, heard) - _count(term, said) for term in dict.fromkeys(clip.hotwords))
    false_terms = sum(max(0, more) for more in extra)
    return Heard(len(said), distance(said, heard), len(clip.terms), found, false_terms, 0)


def plain(text: str) -> list[str]:
    """Return the words of a text in lower case: without punctuation, hyphens read as spaces, numbers as digits."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("%", " percent "))
    return [_NUMBERS.get(word, word) for word in words]


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return the least number of words to insert, delete or replace."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


def _spelled_as(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Join two words that the other text writes as one (data set, dataset): a spelling, not an error."""
    known = set(other)
    joined: list[str] = []
    at = 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        is_one = at + 1 < len(words) and pair in known
        joined.append(pair if is_one else words[at])
        at += 2 if is_one else 1
    return joined


def _clip(folder: Path, name: str, reference: dict[str, object]) -> Clip:
    paths = [folder / f"{name}{kind}" for kind in _KINDS]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise InputError(f"There is no recording {name} in {folder}.", "Add it, or take it out of refs.json.")
    terms = _strings(reference.get("terms"))
    hotwords = _strings(reference.get("hotwords")) or terms
    return Clip(path, str(reference["text"]), terms, hotwords, str(reference.get("question", "")))


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _count(term: str, words: Sequence[str]) -> int:
    wanted = plain(term)
    return sum(list(words[at : at + len(wanted)]) == wanted for at in range(len(words) - len(wanted) + 1))
