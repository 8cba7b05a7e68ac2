"""The learner's words that a verdict rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

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

#: Shared content words count this much beside the cosine when spans are looked for.
_WORDS_SHARE = 0.3
#: Longer spans are worse evidence, and those that begin or end inside a clause: cost of a token, and of an end.
_LENGTH_COST, _INSIDE_COST = 0.004, 0.06
#: Spans of each point that the cross-encoder reads alone.
_CANDIDATES = 3
#: A shorter span is taken when it is read nearly as surely as the best one; two spans, when both together are read much
#: more surely than either alone.
_NEARLY, _MUCH = 0.85, 0.25


@dataclass(frozen=True, slots=True)
class _Choice:
    """One or two spans, in the order they were said."""

    spans: tuple[Window, ...]

    @property
    def length(self) -> int:
        return sum(span.end - span.start for span in self.spans)


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
    choices: dict[int, list[_Choice]] = {}
    for point, verdict in enumerate(verdicts):
        own = np.array([not listed.is_borrowed(point, span) for span in spans])
        if verdict is not Verdict.MISSED and own.any():
            worth = (_likeness(compared, point, verdict) - costs)[own]
            choices[point] = _choices(worth, [span for span, is_own in zip(spans, own, strict=True) if is_own])
    pairs = [(wanted[point], _said(choice, tokens, words)) for point, options in choices.items() for choice in options]
    read = iter(cross_encoder.read(pairs))
    found: list[tuple[Evidence, ...]] = [()] * len(verdicts)
    for point, options in choices.items():
        sure = [_support(row, verdicts[point]) for _, row in zip(options, read, strict=False)]
        best = _shortest(options, sure)
        found[point] = tuple(_quote(span, tokens, words) for span in best.spans)
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


def _choices(worth: Floats, spans: Sequence[Window]) -> list[_Choice]:
    """Return the best spans, and the best two that do not touch, in the order they were said."""
    order = np.argsort(-worth, kind="stable")
    singles = [spans[place] for place in order[:_CANDIDATES]]
    choices = [_Choice((span,)) for span in singles]
    apart = next((spans[place] for place in order[1:] if _are_apart(spans[place], singles[0])), None)
    if apart is not None:
        first, second = sorted((singles[0], apart), key=lambda span: span.start)
        choices.append(_Choice((first, second)))
    return choices


def _are_apart(one: Window, other: Window) -> bool:
    return one.end < other.start or other.end < one.start


def _shortest(options: Sequence[_Choice], sure: Sequence[float]) -> _Choice:
    alone = [(choice, value) for choice, value in zip(options, sure, strict=True) if len(choice.spans) == 1]
    best = max(value for _, value in alone)
    for choice, value in zip(options, sure, strict=True):
        if len(choice.spans) == 2 and value > best + _MUCH:
            return choice
    return min((choice for choice, value in alone if value >= _NEARLY * best), key=lambda choice: choice.length)


def _said(choice: _Choice, tokens: Sequence[Token], words: Sequence[str]) -> str:
    return plain(" ".join(_quote(span, tokens, words).text for span in choice.spans))


def _quote(span: Window, tokens: Sequence[Token], words: Sequence[str]) -> Evidence:
    start, end = tokens[span.start].start, tokens[span.end - 1].end
    return Evidence(start, end, " ".join(words[start:end]))
