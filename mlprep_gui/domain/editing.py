"""The learner's correction of what was heard; a word that stays keeps its time, so that it can still be played."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from mlprep_gui.domain.transcript import EDITED, Transcript, Word


def edited(heard: Transcript, text: str) -> Transcript:
    """Return a transcript with other words.

    A word that was there before, but for its case and punctuation, keeps its time and its confidence. New words share
    the time of those they stand for, or the gap they were put into; the learner is sure of them.

    Args:
        heard: as it was recognised or typed, so that several corrections in turn lose no times.
        text: what the learner says was said.
    """
    wanted = text.split()
    before, after = [_plain(word.text) for word in heard.words], [_plain(word) for word in wanted]
    words: list[Word] = []
    for what, i, j, k, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            words.extend(replace(word, text=new) for word, new in zip(heard.words[i:j], wanted[k:end], strict=True))
        else:
            words.extend(_spread(wanted[k:end], *_room(heard.words, i, j)))
    return replace(heard, words=tuple(words), model=heard.model + EDITED)


def _plain(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum()) or word


def _room(words: Sequence[Word], start: int, end: int) -> tuple[float, float]:
    """Return the time of words[start:end], or of the gap before words[start]."""
    if start < end:
        return words[start].start_s, words[end - 1].end_s
    start_s = words[start - 1].end_s if start else 0.0
    end_s = words[start].start_s if start < len(words) else start_s
    return start_s, max(start_s, end_s)


def _spread(texts: Sequence[str], start_s: float, end_s: float) -> Iterator[Word]:
    step_s = (end_s - start_s) / max(1, len(texts))
    for place, text in enumerate(texts):
        yield Word(text, round(start_s + place * step_s, 3), round(start_s + (place + 1) * step_s, 3), 1.0)
