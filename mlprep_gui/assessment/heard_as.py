"""Words that sound like a term of the question: a second reading for matching key points, never a correction.

A recogniser writes a term it does not expect as something that sounds alike ("Adda boost" for AdaBoost). Such words are
read as the term where their sounds agree. Plain English words and words of the field are what was said, and are never
read as anything else: "can" is no GAN, "tune" no t-SNE, "micro" no macro. Neither is a slip that is nearer to such a
word than to the term: "explloration" is no exploitation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from mlprep_gui.domain.question import Term
from mlprep_gui.paths import locate

_LONGEST_WINDOW: Final = 4
_SHORTEST_TERM: Final = 3
#: Consonants from which on two may differ in one sound.
_LONG_KEY: Final = 5
_ALIKE: Final = 0.6
_ALIKE_BUT_ONE: Final = 0.8
_ALIKE_SHORT: Final = 0.8
_SHORT_KEY: Final = 2
#: Closer than this, two terms cannot be told apart.
_MARGIN: Final = 0.05
_ENDS_CLAUSE = re.compile(r"[.,;:!?]$")
#: Spellings of one sound, in the order in which they are applied; after Philips, "Hanging on the Metaphone" (1990).
_SOUNDS: Final = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"^(?:kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^x", "s"), (r"ph", "f"), (r"gh", ""), (r"ck", "k"),
        (r"[ts]ion", "S"), (r"[sc]h", "S"), (r"tch", "S"), (r"th", "t"), (r"sc(?=[eiy])", "s"), (r"c(?=[eiy])", "s"),
        (r"[cq]", "k"), (r"x", "ks"), (r"dg(?=[ei])", "j"), (r"g(?=[ei])", "j"), (r"z", "s"), (r"v", "f"), (r"y", "i"),
        (r"wh", "w"), (r"e$", ""), (r"(.)\1+", r"\1"), (r"(?<=[aeiou])[aeiouw]+", ""),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeardAs:
    """words[start:end] of a transcript are read as a term."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to say a term."""

    term: str
    letters: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    heard: HeardAs
    alike: float


def heard_as(words: Sequence[str], glossary: Sequence[Term]) -> tuple[HeardAs, ...]:
    """Return the words that sound like a term of a glossary that they do not spell, in their order; none overlap.

    Args:
        words: of a transcript, as written down.
        glossary: of the question, with the look-alikes it names.
    """
    forms, literal = _forms(glossary), _literal(glossary)
    found = [best for start, end in _windows(words, literal) if (best := _best(words, start, end, forms)) is not None]
    chosen: list[HeardAs] = []
    for each in sorted(found, key=lambda one: (-one.alike, one.heard.start - one.heard.end)):
        if all(each.heard.end <= one.start or one.end <= each.heard.start for one in chosen):
            chosen.append(each.heard)
    return tuple(sorted(chosen, key=lambda one: one.start))


def _windows(words: Sequence[str], literal: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield stretches within a clause that hold an unknown word and spell no term."""
    plain = [_letters(word) for word in words]
    odd = [_is_odd(word) for word in words]
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_WINDOW) + 1):
            if any(odd[start:end]) and "".join(plain[start:end]) not in literal:
                yield start, end
            if _ENDS_CLAUSE.search(words[end - 1]):
                break


def _best(words: Sequence[str], start: int, end: int, forms: Sequence[_Form]) -> _Found | None:
    """Return the one term that a stretch sounds like; None where there is none, or another one or word is as near."""
    window = words[start:end]
    letters = "".join(map(_letters, window))
    known = [_letters(word) for word in window if not _is_odd(word)]
    ranked = sorted(
        ((_alike(letters, form.letters), form) for form in forms if all(word in form.letters for word in known)),
        key=lambda one: -one[0],
    )
    if not ranked or ranked[0][0] == 0.0:
        return None
    most, form = ranked[0]
    if any(alike > most - _MARGIN and other.term != form.term for alike, other in ranked):
        return None
    own = form.words if len(window) > 1 else frozenset({form.letters, f"{form.letters}s"})
    apart = _apart(letters, form.letters)
    if any(_is_slip(_letters(word), own, apart) for word in window if _is_odd(word)):
        return None
    return _Found(HeardAs(start, end, form.term), most)


def _alike(letters: str, wanted: str) -> float:
    """Return how alike two words sound, 0..1; 0 unless their consonants agree."""
    sound, other = _sound(letters), _sound(wanted)
    key, other_key = _key(sound), _key(other)
    if not key or not other_key or key[0] != other_key[0]:
        return 0.0
    differing = Levenshtein.distance(key, other_key, score_cutoff=1)
    short = min(len(key), len(other_key))
    if differing > (1 if short >= _LONG_KEY else 0):
        return 0.0
    least = _ALIKE_BUT_ONE if differing else _ALIKE_SHORT if short <= _SHORT_KEY else _ALIKE
    alike = float(Levenshtein.normalized_similarity(sound, other))
    return alike if alike >= least else 0.0


def _apart(letters: str, other: str) -> int:
    """Return in how many letters and sounds two words differ."""
    return int(Levenshtein.distance(letters, other) + Levenshtein.distance(_sound(letters), _sound(other)))


def _is_slip(word: str, own: frozenset[str], apart: int) -> bool:
    """Whether an unknown word is nearer to a known one than so far apart; as near will do for a word of the field.

    Args:
        word: in letters only.
        own: words of the term itself.
        apart: how far what was heard and the term are apart.
    """
    near = extract(word, _known_in_order(), scorer=Levenshtein.distance, score_cutoff=apart, limit=None)
    return any(_apart(word, known) < apart + (known in _field_words()) for known, _, _ in near if known not in own)


def _forms(glossary: Iterable[Term]) -> tuple[_Form, ...]:
    """Return the ways to say terms; what is spelled letter by letter (KNN) has no sound of its own."""
    return tuple(
        _Form(term.text, letters, frozenset({letters, *map(_letters, re.split(r"[\s-]+", way))}))
        for term in glossary
        if not any(_is_spelled(spoken) for spoken in term.spoken)
        for way in (term.text, *term.spoken)
        for letters in (_letters(way),)
        if len(letters) >= _SHORTEST_TERM and not any(sign.isdigit() for sign in way)
    )


def _literal(glossary: Iterable[Term]) -> frozenset[str]:
    spelled = {_letters(way) for term in glossary for way in (term.text, *term.spoken)}
    return frozenset(spelled | {f"{way}s" for way in spelled})


def _is_spelled(spoken: str) -> bool:
    return all(len(part) == 1 for part in spoken.split())


def _is_odd(word: str) -> bool:
    """Whether this is neither plain English nor a word of the field, nor a number, a letter or a contraction."""
    bare = word.strip(".,;:!?\"'()").casefold()
    if len(bare) < _SHORTEST_TERM or not bare.replace("-", "").isalpha():
        return False
    parts = [part for part in bare.split("-") if part]
    return not (_is_known(bare.replace("-", "")) or all(_is_known(part) for part in parts))


def _is_known(word: str) -> bool:
    known = _known_words()
    if len(word) == 1 or word in known or (word.endswith("s") and word[:-1] in known):
        return True
    places = range(_SHORTEST_TERM, len(word) - _SHORTEST_TERM + 1)
    return any(word[:place] in known and word[place:] in known for place in places)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@cache
def _sound(letters: str) -> str:
    """Return letters as they sound, roughly: consonants by their sound, one letter for each run of vowels."""
    sound = letters
    for spelling, spoken in _SOUNDS:
        sound = spelling.sub(spoken, sound)
    return sound


def _key(sound: str) -> str:
    """Return the consonants of a sound, and whether it begins with a vowel."""
    return re.sub(r"(?<!^)[aeiou]", "", re.sub(r"^[aeiou]", "a", sound)) if sound else ""


@cache
def _known_words() -> frozenset[str]:
    return _read("plain_words.txt") | _field_words()


@cache
def _known_in_order() -> tuple[str, ...]:
    return tuple(_known_words())


@cache
def _field_words() -> frozenset[str]:
    return _read("field_words.txt")


def _read(name: str) -> frozenset[str]:
    return frozenset((locate().resources / "words" / name).read_text(encoding="utf-8").split())
