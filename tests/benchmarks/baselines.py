"""Three simple graders to compare the assessor with; their thresholds are chosen on answers for fitting alone."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.linear_model import LogisticRegression

from mlprep_gui.assessment.phrases import phrases_of
from mlprep_gui.assessment.text import content_stems, tokenise, window_text, windows
from mlprep_gui.domain.question import Question
from mlprep_gui.ports import Embedder
from tests.benchmarks.labelled import CREDIT, LabelledAnswer, weighted_score
from tests.benchmarks.measures import LEVEL, Floats, macro_f1, quadratic_kappa

#: How alike two stems of some length are when they pass for one word, misheard or mistyped (0..100).
_SAME_WORD, _LEAST_LETTERS = 85, 5
#: Thresholds to choose from, as quantiles of the likeness found on the answers for fitting.
_STEPS = 100

Likeness = Callable[[Question, Sequence[str]], Floats]


@dataclass(frozen=True, slots=True)
class Grade:
    """What a grader says of one answer; verdicts and probabilities in the order of the key points."""

    verdicts: tuple[str, ...]
    p_covered: tuple[float, ...]
    score: float
    graded: bool = True


@dataclass(frozen=True, slots=True)
class Baseline:
    """Grades by one number a key point.

    Attributes:
        likeness: how much of each point an answer holds, shape (points,).
        covered, partly: likeness from which a point is covered, or partly so.
        slope, intercept: log-odds of covered by likeness.
    """

    likeness: Likeness
    covered: float
    partly: float
    slope: float
    intercept: float

    def __call__(self, question: Question, words: Sequence[str]) -> Grade:
        """Grade one answer."""
        found = self.likeness(question, words)
        verdicts = np.where(found >= self.covered, "covered", np.where(found >= self.partly, "partly", "missed"))
        chances = 1 / (1 + np.exp(-(self.slope * found + self.intercept)))
        credit = [CREDIT["partial" if verdict == "partly" else verdict] for verdict in verdicts.tolist()]
        return Grade(tuple(verdicts.tolist()), tuple(chances.tolist()), weighted_score(credit, question))


def keyword_match(question: Question, words: Sequence[str]) -> Floats:
    """Return the share of the content words of each point's best phrasing that were said, forgiving misspellings."""
    phrases = phrases_of(question)
    said = sorted(set(content_stems(token.text for token in tokenise(words, phrases.vocabulary))))

    def heard(stem: str) -> bool:
        if stem in said:
            return True
        return len(stem) >= _LEAST_LETTERS and (
            process.extractOne(stem, said, scorer=fuzz.ratio, score_cutoff=_SAME_WORD) is not None
        )

    found = [sum(map(heard, stems)) / max(len(stems), 1) for stems in phrases.stems]
    return np.array([max(found[row] for row in rows) for rows in phrases.right])


def best_cosine(embedder: Embedder) -> Likeness:
    """Return the baseline: highest cosine of any window of the answer with any right phrase of the point."""

    def likeness(question: Question, words: Sequence[str]) -> Floats:
        phrases = phrases_of(question)
        tokens = tokenise(words, phrases.vocabulary)
        if not tokens:
            return np.zeros(len(phrases.right))
        said = embedder.embed([window_text(tokens, window) for window in windows(tokens)])
        cosine = (said @ embedder.embed(phrases.texts).T).max(axis=0)
        return np.array([cosine[rows].max() for rows in phrases.right], np.float64)

    return likeness


def fit_baseline(likeness: Likeness, answers: Sequence[LabelledAnswer]) -> Baseline:
    """Choose the threshold of covered by macro-F1, that of partly by QWK, and the probability by regression."""
    found = np.concatenate([likeness(one.question, one.words) for one in answers])
    labels = [label for one in answers for label in one.labels]
    said, level = np.array([label == "covered" for label in labels]), np.array([LEVEL[label] for label in labels])
    steps = np.unique(np.quantile(found, np.linspace(0, 1, _STEPS)))
    covered = float(max(steps, key=lambda step: macro_f1(said, found >= step)))

    def agreement(step: float) -> float:
        return quadratic_kappa(level, np.where(found >= covered, 2, np.where(found >= step, 1, 0)))

    partly = float(max(steps[steps <= covered], key=agreement))
    fitted = LogisticRegression(C=100.0).fit(found[:, None], said)
    return Baseline(likeness, covered, partly, float(fitted.coef_[0, 0]), float(fitted.intercept_[0]))


def fit_majority(answers: Sequence[LabelledAnswer]) -> Baseline:
    """Return the grader that gives every point the commoner of covered and not covered."""
    labels = [label for one in answers for label in one.labels]
    chance = labels.count("covered") / len(labels)
    threshold = 0.0 if chance >= 0.5 else math.inf
    return Baseline(
        lambda question, words: np.zeros(len(question.key_points)),
        covered=threshold, partly=threshold, slope=0.0, intercept=math.log(chance / (1 - chance)),
    )  # fmt: skip
