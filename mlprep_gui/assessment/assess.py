"""Compare an answer with the key points of its question."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from mlprep_gui.assessment.compare import Comparison, compare
from mlprep_gui.assessment.evidence import find_evidence
from mlprep_gui.assessment.features import features
from mlprep_gui.assessment.heard_as import HeardAs, heard_as
from mlprep_gui.assessment.listed import find_listed
from mlprep_gui.assessment.model import AssessorModel
from mlprep_gui.assessment.phrases import Phrases, phrases_of
from mlprep_gui.assessment.reading import clearly_said, read_answer
from mlprep_gui.assessment.rivals import lead
from mlprep_gui.assessment.score import credit, decide, score
from mlprep_gui.assessment.text import Token, content_stems, is_foreign, phrase_tokens, tokenise, window_text, windows
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.question import KeyPoint, Question
from mlprep_gui.ports import Embedder, TextModels

#: Changes when the way of assessing changes; the fitted numbers add their own version.
ASSESSOR_VERSION = "hybrid-3"
#: Fewer words that carry content than this cannot be graded.
_LEAST_CONTENT_WORDS = 3
#: More words than this, about twenty minutes of speech, are not the answer to one question.
_MOST_WORDS = 3000
#: Share of terms, and of words that join them, that makes an answer a list.
_LIST_SHARE = 0.9
_LISTING_WORDS = frozenset(("and", "or", "a", "an", "the", "of", "also", "then", "plus"))
#: Share of the threshold of contradictions that is left where the cross-encoder clearly reads the point as said.
_DOUBT = 0.9
#: Cosine from which words sound like a known wrong statement.
_NEAR_CLAIM = 0.55
_GIVING_UP = re.compile(
    r"\b(don't|do not|can't|cannot|didn't) (really |even )?(know|remember|recall|answer)\b"
    r"|\bno (idea|clue)\b|\bnot sure\b|\bi forgot\b|\b(skip|pass)\b"
)

_phrases = lru_cache(maxsize=256)(phrases_of)


def assess(
    question: Question,
    words: Sequence[str],
    texts: TextModels,
    model: AssessorModel,
    rivals: Sequence[Question] = (),
) -> Assessment:
    """Return the verdicts on every key point of a question, and the score.

    Args:
        question: what was asked; must have key points.
        words: the words of the transcript, in order; evidence counts in these.
        texts: the models that words are compared with.
        model: the fitted numbers.
        rivals: questions that might have been answered instead; an answer to one of them earns little or nothing here.

    Raises:
        ModelError: when a model is missing or damaged.
    """
    name = f"{ASSESSOR_VERSION}/{model.version}"
    phrases = _phrases(question)
    heard = heard_as(words, question.glossary)
    read_words = _read_as(words, heard)
    tokens = tokenise(read_words, phrases.vocabulary)
    if not tokens:
        reason = (
            "There are no words in Latin letters; answers are graded in English." if words else "No words were heard."
        )
        return not_graded(reason, name)
    if is_foreign(words):
        return not_graded("This does not look like English, the language answers are graded in.", name)
    if len(content_stems(token.text for token in tokens)) < _LEAST_CONTENT_WORDS:
        if _GIVING_UP.search(" ".join(token.text for token in tokens)):
            return _nothing_said(question, name)
        return not_graded("Too little was said to grade.", name)
    if _only_names_terms(question, tokens, phrases):
        return _nothing_said(question, name)
    if len(words) > _MOST_WORDS:
        return not_graded(f"{len(words):,} words are too many for one answer; grade a part of them.", name)
    spans = windows(tokens)
    compared = compare(phrases, tokens, spans, texts.embedder)
    read = read_answer(question, read_words, texts.cross_encoder)
    nearness = lead(question, rivals, tokens, spans, texts.embedder)
    listed = find_listed(phrases, tokens)
    covered, contradicted = model.probabilities(features(compared, read), nearness)
    # A false accusation is worse than a missed one: what was read as said may be doubted, not accused.
    doubt = np.minimum(contradicted, _DOUBT * model.threshold_contradicted)
    covered, contradicted = listed.settle(covered, np.where(clearly_said(read), doubt, contradicted))
    decided = [
        decide(float(said), float(wrong), model.threshold, model.threshold_contradicted)
        for said, wrong in zip(covered, contradicted, strict=True)
    ]
    evidence = find_evidence(question, decided, compared, spans, tokens, read_words, texts.cross_encoder, listed)
    for index, found in enumerate(evidence):
        if not found and decided[index] is not Verdict.MISSED:
            decided[index], covered[index], contradicted[index] = Verdict.MISSED, 0.0, 0.0
    verdicts = [
        PointVerdict(
            key_point=point.id,
            verdict=decided[index],
            p_covered=round(float(covered[index]), 4),
            p_contradicted=round(float(contradicted[index]), 4),
            evidence=tuple(_as_said(one, words, heard) for one in evidence[index]),
            wrong_claim=_wrong_claim(compared, index, point, phrases) if decided[index] is Verdict.CONTRADICTED else "",
        )
        for index, point in enumerate(question.key_points)
    ]
    earned = [credit(one.verdict, one.p_covered, one.p_contradicted, model.threshold) for one in verdicts]
    chances = [one.p_covered * (1 - one.p_contradicted) for one in verdicts]
    points = score(earned, chances, [point.weight for point in question.key_points])
    return Assessment(tuple(verdicts), points.value, points.low, points.high, name)


def _read_as(words: Sequence[str], heard: Sequence[HeardAs]) -> list[str]:
    """Return the words with terms in place of what sounds like them; every other word keeps its index."""
    read = list(words)
    for one in heard:
        read[one.start : one.end] = [one.term, *[""] * (one.end - one.start - 1)]
    return read


def _as_said(evidence: Evidence, words: Sequence[str], heard: Sequence[HeardAs]) -> Evidence:
    """Return evidence in the words of the transcript, whole where a term was heard in several of them."""
    end = max((one.end for one in heard if one.start < evidence.end <= one.end), default=evidence.end)
    return Evidence(evidence.start, end, " ".join(words[evidence.start : end]))


def _only_names_terms(question: Question, tokens: Sequence[Token], phrases: Phrases) -> bool:
    """Whether nearly every word is one of the question's terms or joins them: a list states nothing."""
    texts = (text for term in question.glossary for text in (term.text, *term.spoken))
    terms = {word for text in texts for word in phrase_tokens(text, phrases.vocabulary)} | _LISTING_WORDS
    return sum(token.text in terms for token in tokens) >= _LIST_SHARE * len(tokens)


def anticipate(question: Question, words: Sequence[str], embedder: Embedder) -> None:
    """Embed what was said of an answer so far; an embedder that remembers need not do it again when it is complete.

    Raises:
        ModelError: when the embedder's model is missing or damaged.
    """
    phrases = _phrases(question)
    words = words[:_MOST_WORDS]
    tokens = tokenise(_read_as(words, heard_as(words, question.glossary)), phrases.vocabulary)
    embedder.embed([*phrases.texts, phrases.prompt], keep=True)
    embedder.embed([window_text(tokens, window) for window in windows(tokens)])


def _nothing_said(question: Question, name: str) -> Assessment:
    """Return the assessment of "I don't know": every point missed."""
    verdicts = tuple(PointVerdict(point.id, Verdict.MISSED, 0.0, 0.0) for point in question.key_points)
    return Assessment(verdicts, 0.0, 0.0, 0.0, name)


def _wrong_claim(compared: Comparison, index: int, point: KeyPoint, phrases: Phrases) -> str:
    """Return the wrong statement that the answer comes nearest to, or nothing when it comes near to none."""
    window = int(compared.wrong[:, index].argmax())
    if not compared.has_wrong[index] or compared.wrong[window, index] < _NEAR_CLAIM:
        return ""
    return point.anti[int(compared.nearest_wrong[window, index] - phrases.wrong[index][0])]
