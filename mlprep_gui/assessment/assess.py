"""Compare an answer with the key points of its question."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from mlprep_gui.assessment.compare import Comparison, compare
from mlprep_gui.assessment.features import features
from mlprep_gui.assessment.model import AssessorModel
from mlprep_gui.assessment.phrases import Phrases, phrases_of
from mlprep_gui.assessment.rivals import lead
from mlprep_gui.assessment.score import credit, decide, score
from mlprep_gui.assessment.text import Token, Window, content_stems, tokenise, windows
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.question import KeyPoint, Question
from mlprep_gui.ports import Embedder

#: Changes when the way of assessing changes; the fitted numbers add their own version.
ASSESSOR_VERSION = "hybrid-1"
#: Fewer words that carry content than this cannot be graded.
_LEAST_CONTENT_WORDS = 3
#: Shared content words count this much beside the cosine when evidence is chosen.
_WORDS_SHARE = 0.3
#: Longer windows are worse evidence: cost of a token.
_LENGTH_COST = 0.004
_GIVING_UP = re.compile(
    r"\b(don't|do not|can't|cannot|didn't) (really |even )?(know|remember|recall|answer)\b"
    r"|\bno (idea|clue)\b|\bnot sure\b|\bi forgot\b|\b(skip|pass)\b"
)

_phrases = lru_cache(maxsize=256)(phrases_of)


def assess(
    question: Question,
    words: Sequence[str],
    embedder: Embedder,
    model: AssessorModel,
    rivals: Sequence[Question] = (),
) -> Assessment:
    """Return the verdicts on every key point of a question, and the score.

    Args:
        question: what was asked; must have key points.
        words: the words of the transcript, in order; evidence counts in these.
        embedder: gives sentence vectors.
        model: the fitted numbers.
        rivals: questions that might have been answered instead; an answer to one of them earns little or nothing here.

    Raises:
        ModelError: when the embedder's model is missing or damaged.
    """
    name = f"{ASSESSOR_VERSION}/{model.version}"
    phrases = _phrases(question)
    tokens = tokenise(words, phrases.vocabulary)
    if not tokens:
        return not_graded("No words were heard.", name)
    if len(content_stems(token.text for token in tokens)) < _LEAST_CONTENT_WORDS:
        if _GIVING_UP.search(" ".join(token.text for token in tokens)):
            return _nothing_said(question, name)
        return not_graded("Too little was said to grade.", name)
    spans = windows(tokens)
    compared = compare(phrases, tokens, spans, embedder)
    covered, contradicted = model.probabilities(features(compared), lead(question, rivals, tokens, spans, embedder))
    verdicts = []
    for index, point in enumerate(question.key_points):
        p_covered, p_contradicted = float(covered[index]), float(contradicted[index])
        verdict = decide(p_covered, p_contradicted, model.threshold, model.threshold_contradicted)
        verdicts.append(
            PointVerdict(
                key_point=point.id,
                verdict=verdict,
                p_covered=round(p_covered, 4),
                p_contradicted=round(p_contradicted, 4),
                evidence=_evidence(compared, index, verdict, spans, tokens, words),
                wrong_claim=_wrong_claim(compared, index, point, phrases) if verdict is Verdict.CONTRADICTED else "",
            )
        )
    earned = [credit(one.verdict, one.p_covered, one.p_contradicted, model.threshold) for one in verdicts]
    chances = [one.p_covered * (1 - one.p_contradicted) for one in verdicts]
    points = score(earned, chances, [point.weight for point in question.key_points])
    return Assessment(tuple(verdicts), points.value, points.low, points.high, name)


def _nothing_said(question: Question, name: str) -> Assessment:
    """Return the assessment of "I don't know": every point missed."""
    verdicts = tuple(PointVerdict(point.id, Verdict.MISSED, 0.0, 0.0) for point in question.key_points)
    return Assessment(verdicts, 0.0, 0.0, 0.0, name)


def _evidence(
    compared: Comparison,
    index: int,
    verdict: Verdict,
    spans: Sequence[Window],
    tokens: Sequence[Token],
    words: Sequence[str],
) -> Evidence | None:
    """Return the shortest good stretch of the transcript that a verdict rests on; nothing for a missed point."""
    if verdict is Verdict.MISSED:
        return None
    if verdict is Verdict.CONTRADICTED and compared.has_wrong[index]:
        likeness = compared.wrong[:, index] + _WORDS_SHARE * compared.wrong_words[:, index]
    else:
        likeness = compared.right[:, index] + _WORDS_SHARE * compared.right_words[:, index]
    lengths = np.array([span.end - span.start for span in spans])
    span = spans[int((likeness - _LENGTH_COST * lengths).argmax())]
    start, end = tokens[span.start].start, tokens[span.end - 1].end
    return Evidence(start, end, " ".join(words[start:end]))


def _wrong_claim(compared: Comparison, index: int, point: KeyPoint, phrases: Phrases) -> str:
    """Return the wrong statement that the answer comes nearest to, or nothing when the point has none."""
    if not compared.has_wrong[index]:
        return ""
    window = int(compared.wrong[:, index].argmax())
    return point.anti[int(compared.nearest_wrong[window, index] - phrases.wrong[index][0])]
