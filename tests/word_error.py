"""Word error rate of a transcript."""

import re

from rapidfuzz.distance import Levenshtein


def plain(text: str) -> list[str]:
    """Return the words of a text without case and punctuation."""
    return re.findall(r"[a-z0-9']+", text.lower().replace("-", " "))


def word_error_rate(said: str, heard: str) -> float:
    """Return substitutions, deletions and insertions by number of words said."""
    words = plain(said)
    return Levenshtein.distance(words, plain(heard)) / len(words)
