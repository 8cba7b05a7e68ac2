"""The learner's words that a verdict rests on."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.compare import Comparison
from mlprep_gui.assessment.listed import Listed
from mlprep_gui.assessment.reading import Read, claims, plain
from mlprep_gui.assessment.text import Token, Window, clauses
from mlprep_gui.domain.assessment import Evidence, Verdict
from mlprep_gui.domain.question import Question
from mlprep_gui.ports import CrossEncoder

Floats = NDArray[np.float64]
#: One span or two, in the order they were said.
Choice = tuple[Window, ...]

#: Shared content words count this much beside the cosine when spans are looked for.
_WORDS_SHARE = 0.3
#: Longer spans are worse evidence, and those that begin or end inside a clause: cost of a token, and of an end.
_LENGTH_COST, _INSIDE_COST = 0.004, 0.06
#: Spans of each point that the cross-encoder reads alone.
_CANDIDATES = 3
#: A shorter span is taken when it is read nearly as surely as the best one; two spans, when both together are read much
#: more surely than either alone.
_NEARLY, _MUCH = 0.85, 0.25


def find_evidence(
    question: Question,
    verdicts: Sequence[Verdict],
    compared: Comparison,
    spans: Sequence[Window],
    tokens: Sequence[Token],
    words: Sequence[str],
    cross_encoder: CrossEncoder,
    listed: Listed,
) -> list[tuple[Evidence, ...]]:
    """Return the shortest stretch, or two, of the answer that says what each verdict says; nothing for a missed point.

    Phrases of the bank for one point are no evidence for another, nor is the question read back.

    Raises:
        ModelError: when the cross-encoder's model is missing or damaged.
    """
    wanted, costs = claims(question), _costs(spans, tokens)
    best: dict[int, list[Window]] = {}
    for point, verdict in enumerate(verdicts):
        own = np.array([not listed.is_borrowed(point, span) for span in spans])
        if verdict is not Verdict.MISSED and own.any():
            order = np.argsort(costs - _likeness(compared, point, verdict), kind="stable")
            best[point] = [spans[place] for place in order if own[place]]

    def read(choices: Mapping[int, Sequence[Choice]]) -> dict[int, list[float]]:
        """Return how surely each choice of each point says what its verdict says."""
        pairs = [(wanted[point], _said(each, tokens, words)) for point, options in choices.items() for each in options]
        rows = iter(cross_encoder.read(pairs))
        return {point: [_support(next(rows), verdicts[point]) for _ in options] for point, options in choices.items()}

    singles = {point: [(span,) for span in order[:_CANDIDATES]] for point, order in best.items()}
    alone = read(singles)
    # Two are read only where one alone leaves room for them.
    pairs = {point: _apart(best[point]) for point, sure in alone.items() if max(sure) + _MUCH < 1.0}
    together = read(pairs)
    found: list[tuple[Evidence, ...]] = [()] * len(verdicts)
    for point, sure in alone.items():
        chosen: Choice = _shortest(singles[point], sure)
        for pair, value in zip(pairs.get(point, ()), together.get(point, ()), strict=True):
            if value > max(sure) + _MUCH:
                chosen = pair
        found[point] = tuple(_quote(span, tokens, words) for span in chosen)
    return found


def _support(row: Floats, verdict: Verdict) -> float:
    """Return how surely a span was read (shape (4,)) to say what the verdict says."""
    if verdict is Verdict.CONTRADICTED:
        return float(row[Read.OPPOSITE])
    return float(row[Read.SAID] + row[Read.PARTLY] / 2)


def _likeness(compared: Comparison, point: int, verdict: Verdict) -> Floats:
    if verdict is Verdict.CONTRADICTED and compared.has_wrong[point]:
        return np.maximum(
            compared.wrong[:, point] + _WORDS_SHARE * compared.wrong_words[:, point],
            compared.right[:, point] + _WORDS_SHARE * compared.right_words[:, point],
        )
    return np.asarray(compared.right[:, point] + _WORDS_SHARE * compared.right_words[:, point], np.float64)


def _costs(spans: Sequence[Window], tokens: Sequence[Token]) -> Floats:
    borders = {place for piece in clauses(tokens) for place in (piece.start, piece.end)}
    return np.array(
        [
            _LENGTH_COST * (span.end - span.start)
            + _INSIDE_COST * ((span.start not in borders) + (span.end not in borders))
            for span in spans
        ]
    )


def _apart(best: Sequence[Window]) -> list[Choice]:
    """Return the best span together with the next best that does not touch it, if there is one."""
    first = best[0]
    for other in best[1:]:
        if other.end < first.start or first.end < other.start:
            return [(first, other) if first.start < other.start else (other, first)]
    return []


def _shortest(options: Sequence[Choice], sure: Sequence[float]) -> Choice:
    """Return the shortest of the spans that are read nearly as surely as the best."""
    enough = _NEARLY * max(sure)
    return min(
        (choice for choice, value in zip(options, sure, strict=True) if value >= enough),
        key=lambda choice: choice[0].end - choice[0].start,
    )


def _said(choice: Choice, tokens: Sequence[Token], words: Sequence[str]) -> str:
    return plain(" ".join(_quote(span, tokens, words).text for span in choice))


def _quote(span: Window, tokens: Sequence[Token], words: Sequence[str]) -> Evidence:
    start, end = tokens[span.start].start, tokens[span.end - 1].end
    return Evidence(start, end, " ".join(words[start:end]))
