"""Cut an answer into pieces for the recogniser, at its pauses."""

from collections.abc import Sequence

Span = tuple[float, float]

LONGEST_PIECE_S = 28.0
SHORTEST_PIECE_S = 5.0
LONG_PIECE_S = 15.0
CUT_PAUSE_S = 1.5
LONG_CUT_PAUSE_S = 0.3
PADDING_S = 0.2


def cut_into_pieces(speech: Sequence[Span], duration_s: float) -> tuple[tuple[Span, ...], ...]:
    """Group stretches of speech into pieces that fit the recogniser's window of 30 s.

    A piece ends at a pause of CUT_PAUSE_S once it is SHORTEST_PIECE_S long (short pieces cost accuracy). The longer it
    is, the shorter a pause will do, down to LONG_CUT_PAUSE_S at LONG_PIECE_S: little is left to decode at the end. A
    piece without such a pause ends at its longest late one when the next stretch would not fit any more.

    Args:
        speech: stretches of speech, seconds, in order; none longer than LONGEST_PIECE_S.
        duration_s: length of the audio.

    Returns:
        the stretches of each piece.
    """
    pieces: list[tuple[Span, ...]] = []
    current: list[Span] = []
    for stretch in speech:
        while current and stretch[1] - current[0][0] > LONGEST_PIECE_S:
            cut = _best_cut([*current, stretch])
            pieces.append(tuple(current[:cut]))
            current = current[cut:]
        if current and is_over(current, stretch[0]):
            pieces.append(tuple(current))
            current = []
        current.append((max(0.0, stretch[0]), min(duration_s, stretch[1])))
    if current:
        pieces.append(tuple(current))
    return tuple(pieces)


def is_over(piece: Sequence[Span], now_s: float) -> bool:
    """Whether the last piece of a recording that goes on is complete: what is said from now on starts another."""
    length_s = piece[-1][1] - piece[0][0]
    if length_s < SHORTEST_PIECE_S:
        return False
    share = min(1.0, (length_s - SHORTEST_PIECE_S) / (LONG_PIECE_S - SHORTEST_PIECE_S))
    return now_s - piece[-1][1] >= CUT_PAUSE_S + share * (LONG_CUT_PAUSE_S - CUT_PAUSE_S)


def padded(piece: Sequence[Span], duration_s: float) -> Span:
    """Return where a piece starts and ends, with a little of what is around it: soft first sounds are not lost."""
    return max(0.0, piece[0][0] - PADDING_S), min(duration_s, piece[-1][1] + PADDING_S)


def _best_cut(stretches: Sequence[Span]) -> int:
    """Return the index of the stretch that starts the next piece: after the longest pause of the later half."""
    middle_s = stretches[0][0] + LONGEST_PIECE_S / 2
    cuts = range(1, len(stretches))
    late = [cut for cut in cuts if stretches[cut][0] >= middle_s] or [cuts[-1]]
    return max(late, key=lambda cut: stretches[cut][0] - stretches[cut - 1][1])
