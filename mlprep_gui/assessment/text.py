"""Spoken words made comparable: tokens, spelled letters, windows and clauses.

Every token remembers which words of the transcript it stands for, so that evidence can be shown and played.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

FILLERS = frozenset({"um", "uh", "uhm", "er", "erm", "eh", "ah", "hmm", "hm", "mm", "mhm"})

#: Words that carry grammar, not content. Negations and quantities stay content words: they carry meaning here.
_FUNCTION_WORDS = """
    a an the this that these those it its it's he she they them their there here i i'm i'd i'll i've you you're
    your we we're our us my me one's who whom whose which what when where why how and or but so then because as while
    whereas if though although of to in on at by for from with into onto over about between through during per is are
    was were be been being am do does did doing done has have had having can could will would shall should may might
    must get gets got let lets let's just also very really quite some any each every other another than too like
    basically actually kind sort well yeah okay ok right sure thing things stuff lot lots bit say said mean means
    called such way ways example instance etc mostly usually often maybe think know want need use used using uses
    that's there's what's you'd they're we'd he's she's up out again still even now"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

#: Commonest words of German, French, Spanish, Italian, Portuguese and Dutch that are no English words.
_FOREIGN_TEXT = """
    der das und ist nicht ein eine einen zu den dem mit auf für von wenn wird sind aber auch weil dass oder wie
    le les des est une pas que pour dans qui sur avec sont ne du et mais ou plus ce cette
    el los las una por para del como pero sin más este se y es lo
    il di che non sono della nel gli una è dei anche più questo
    o os as um uma não com em são mais isso
    de het een niet van voor op zijn met maar"""
_FOREIGN = frozenset(_FOREIGN_TEXT.split()) - FUNCTION_WORDS - FILLERS
_LEAST_FOREIGN = 4

_CONNECTIVES_TEXT = (
    "and but so because while whereas which then or if when however although though unlike since that where"
)
_CONNECTIVES = frozenset(_CONNECTIVES_TEXT.split())
_LETTER_NUMBERS = {"one": "1", "two": "2", "three": "3", "zero": "0"}
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_STOP = re.compile(r"[.,;:!?]$")
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Token:
    """A normalised word; it stands for the transcript's words[start:end]."""

    text: str
    start: int
    end: int
    ends_clause: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of tokens[start:end] that is compared with the key points."""

    start: int
    end: int


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; British and American spellings meet."""
    word = word.replace("isation", "ization").replace("ise", "ize").replace("our", "or").replace("labell", "label")
    return str(_STEMMER.stemWord(word))


def tokenise(words: Sequence[str], vocabulary: frozenset[str] = frozenset()) -> list[Token]:
    """Split, lower-case and repair the words of a transcript or of a bank phrase.

    Fillers go, hyphens split, spelled letters join ("l two" -> "l2", "p c a" -> "pca"), and two neighbours join when
    together they are a word of the vocabulary that they are not apart ("over fitting" -> "overfitting").
    """
    raw = [
        Token(part, index, index + 1, bool(_STOP.search(word)) and place == last)
        for index, word in enumerate(words)
        for parts in [_WORD.findall(word.lower().replace("’", "'"))]
        for last in [len(parts) - 1]
        for place, part in enumerate(parts)
        if part not in FILLERS
    ]
    return _join_known(_join_letters(raw, vocabulary), vocabulary)


def is_foreign(words: Sequence[str]) -> bool:
    """Whether words look like another language: small words of others outnumber the English ones."""
    plain = [word.lower().strip('.,;:!?"()') for word in words]
    foreign = sum(word in _FOREIGN for word in plain)
    return foreign >= _LEAST_FOREIGN and foreign > sum(word in FUNCTION_WORDS for word in plain)


def _join(tokens: Sequence[Token], text: str = "") -> Token:
    """Return one token in place of several neighbours."""
    joined = text or "".join(token.text for token in tokens)
    return Token(joined, tokens[0].start, tokens[-1].end, tokens[-1].ends_clause)


def _join_letters(tokens: Sequence[Token], vocabulary: frozenset[str]) -> list[Token]:
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        end = place
        while end < len(tokens) and _is_letter(tokens[end]) and not _starts_letter_number(tokens, end):
            end += 1
            if tokens[end - 1].ends_clause:
                break
        if end > place:
            joined.extend(_join_run(tokens[place:end], vocabulary))
            place = end
        elif _starts_letter_number(tokens, place):
            pair = tokens[place : place + 2]
            joined.append(_join(pair, pair[0].text + _LETTER_NUMBERS[pair[1].text]))
            place += 2
        else:
            joined.append(tokens[place])
            place += 1
    return joined


def _is_letter(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha()


def _starts_letter_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether "l one", "l two" or "f one" starts here."""
    return tokens[place].text in "lf" and place + 1 < len(tokens) and tokens[place + 1].text in _LETTER_NUMBERS


def _join_run(run: Sequence[Token], vocabulary: frozenset[str]) -> list[Token]:
    """Join a run of letters: known abbreviations first, then two or more letters that are not "a" or "i"."""
    for length in range(len(run), 1, -1):
        for first in range(len(run) - length + 1):
            if "".join(token.text for token in run[first : first + length]) in vocabulary:
                before, after = run[:first], run[first + length :]
                known = _join(run[first : first + length])
                return [*_join_run(before, vocabulary), known, *_join_run(after, vocabulary)]
    if sum(token.text not in "ai" for token in run) >= 2:
        return [_join(run)]
    return list(run)


def _join_known(tokens: Sequence[Token], vocabulary: frozenset[str]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if joined and not joined[-1].ends_clause and joined[-1].text + token.text in vocabulary:
            joined[-1] = _join([joined[-1], token])
        else:
            joined.append(token)
    return joined


def phrase_tokens(text: str, vocabulary: frozenset[str] = frozenset()) -> list[str]:
    """Return the normalised words of a phrase of the bank."""
    return [token.text for token in tokenise(text.split(), vocabulary)]


def content_stems(words: Iterable[str]) -> list[str]:
    """Return the stems of the words that carry content, in order."""
    return [stem(word) for word in words if word not in FUNCTION_WORDS]


def clauses(tokens: Sequence[Token]) -> list[Window]:
    """Cut at punctuation and at spoken connectives; pieces of under three tokens join the next one."""
    cuts = [0]
    for place, token in enumerate(tokens):
        if place and (token.text in _CONNECTIVES or tokens[place - 1].ends_clause) and place - cuts[-1] >= 3:
            cuts.append(place)
    cuts.append(len(tokens))
    return [Window(start, end) for start, end in pairwise(cuts) if end > start]


def windows(tokens: Sequence[Token], sizes: Sequence[tuple[int, int]] = ((12, 4), (20, 7))) -> list[Window]:
    """Return clauses, pairs of neighbouring clauses, and sliding windows of (length, step) tokens, without repeats."""
    pieces = clauses(tokens)
    found = dict.fromkeys(piece for piece in pieces if piece.end - piece.start <= 30)
    pairs = (Window(first.start, second.end) for first, second in pairwise(pieces))
    found.update(dict.fromkeys(pair for pair in pairs if pair.end - pair.start <= 24))
    for length, step in sizes:
        last = max(len(tokens) - length, 0)
        starts = sorted({*range(0, last + 1, step), last})
        found.update(dict.fromkeys(Window(start, min(start + length, len(tokens))) for start in starts))
    return list(found)


def window_text(tokens: Sequence[Token], window: Window) -> str:
    """Return the words of a window, joined by spaces."""
    return " ".join(token.text for token in tokens[window.start : window.end])
