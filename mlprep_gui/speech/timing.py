"""Word times that agree with the pauses that were heard."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mlprep_gui.domain.transcript import Word
from mlprep_gui.speech.pieces import Span

#: A recogniser is rarely further off than that.
_REACH_S = 0.6
_LONGEST_WORD_S = 2.0


def beside_pauses(words: Sequence[Word], speech: Sequence[Span]) -> tuple[Word, ...]:
    """Return words of which one ends where a pause begins, and the next begins where it ends.

    The recogniser's own times drift into pauses and over them; those of pauses are good to 0.01 s.

    Args:
        words: in order.
        speech: the stretches of speech they were heard in, in order; the pauses lie between them.
    """
    placed, taken = list(words), set[int]()
    starts = [word.start_s for word in words]
    for (_, begin_s), (end_s, _) in pairwise(speech):
        pause = (begin_s, end_s)
        first = max(1, bisect_left(starts, begin_s - _LONGEST_WORD_S))
        near = set(range(first, bisect_right(starts, end_s + _LONGEST_WORD_S))) - taken
        off = {i: sorted((_off(words[i - 1].end_s, pause), _off(words[i].start_s, pause))) for i in near}
        nearest = min(off, key=lambda i: off[i], default=None)
        if nearest is None or off[nearest][0] > _REACH_S:
            continue
        taken.add(nearest)
        before, after = placed[nearest - 1], placed[nearest]
        if before.start_s < begin_s and end_s < after.end_s:
            placed[nearest - 1] = replace(before, end_s=round(begin_s, 3))
            placed[nearest] = replace(after, start_s=round(end_s, 3))
    return tuple(placed)


def _off(at_s: float, pause: Span) -> float:
    """Return how far an instant is from a pause; 0 inside."""
    return max(0.0, pause[0] - at_s, at_s - pause[1])
