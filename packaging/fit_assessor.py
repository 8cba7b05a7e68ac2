"""Fit the assessor on labelled answers: `python packaging/fit_assessor.py` writes resources/assessor.json.

Three logistic regressions (covered, contradicted, topic) with an L2 penalty are fitted on the features of
`mlprep_gui.assessment.features`. The veto, the calibration and the threshold of contradictions are fitted on
predictions for questions that the regressions did not see (leave one question out); the gate and the threshold of
covered are chosen, see there. The report says how well the whole does on unseen questions and on unseen sources. Needs
scikit-learn, the sentence model and the labelled answers in tests/data/assessment.
"""

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, fbeta_score, roc_auc_score

_ROOT = Path(__file__).resolve().parent.parent
_DATA = _ROOT / "tests" / "data" / "assessment"
sys.path.insert(0, str(_ROOT))

from mlprep_gui.assessment.compare import compare  # noqa: E402
from mlprep_gui.assessment.features import features  # noqa: E402
from mlprep_gui.assessment.model import AssessorModel, Bend, Head, evidence, sigmoid  # noqa: E402
from mlprep_gui.assessment.phrases import phrases_of  # noqa: E402
from mlprep_gui.assessment.reading import read_answer  # noqa: E402
from mlprep_gui.assessment.text import content_stems, phrase_tokens, tokenise, windows  # noqa: E402
from mlprep_gui.bank import read_pack  # noqa: E402
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Pack, Question, QuestionId  # noqa: E402
from mlprep_gui.ports import CrossEncoder, TextModels  # noqa: E402
from mlprep_gui.speech.cross_encoder import OnnxCrossEncoder  # noqa: E402
from mlprep_gui.speech.embedder import OnnxEmbedder  # noqa: E402
from word_errors import misheard  # noqa: E402

Floats = NDArray[np.float64]

COVERED = (
    "consensus", "centred", "beyond_prompt", "lift", "sibling_margin", "centred_sibling_margin", "like_prompt",
    "like_sibling", "words_statement", "words_mean", "words_answer", "fuzzy", "grammar", "cosine_answer", "prompt",
    "wrong", "wrong_centred_gap", "wrong_words_gap", "wrong_words_there", "wrong_fuzzy_gap", "right_only",
    "wrong_answer", "read_said", "read_partly", "read_opposite", "read_against",
)  # fmt: skip
CONTRADICTED = (
    "centred", "relative", "words_mean", "fuzzy", "grammar", "cosine_answer", "wrong", "wrong_clause", "wrong_margin",
    "wrong_side_at_right", "wrong_side_least", "wrong_words_gap", "wrong_words_there", "wrong_only", "wrong_answer",
    "read_said", "read_opposite", "read_against",
)  # fmt: skip
TOPIC = ("topic_best", "topic_points", "topic_answer", "topic_words")
#: Inverse strength of the L2 penalty, for scaled features.
PENALTY = 0.1
#: Where the lines of the covered head bend: thirds of the feature's values.
KNOTS = (1 / 3, 2 / 3)
PARTIAL_WEIGHT = 0.5
#: The topic has a head of its own: the others need few off-topic judgements.
OFF_TOPIC_WEIGHT = 0.1
OFF_TOPIC_EACH, OFF_TOPIC_THIN = 2, 1
#: How strongly a likely change of topic counts. More would take credit from true answers in unusual words.
GATE = 1.0
#: An answer that is nearer to another question in use earns less; correct answers to their own question, and 19 of 20
#: single phrasings, fall short of the nearest rival by less than this, nine in ten answers to another question by more.
RIVAL_SLACK, RIVAL_SLOPE = 0.1, 60.0
#: Probability at which a point earns half its credit; `score.decide` puts the verdicts around it. Macro-F1 on unseen
#: questions is flat from .40 to .50.
THRESHOLD = 0.45
#: Packs of other people hold fewer phrasings than ours: every answer is judged again by a thinned question.
THIN_ACCEPT, THIN_ANTI = (2, 2, 3), 1
#: Every answer is judged once more with this share of wrong words, every phrasing as an answer of its own, and
#: for every question some answers that say nothing.
MADE_UP = ("other", "noisy", "alone", "empty")
WORD_ERRORS, NOISY_WEIGHT, ALONE_WEIGHT, EMPTY_WEIGHT = 0.12, 0.5, 0.05, 0.5
OVERLAP = 0.3


@dataclass(frozen=True, slots=True)
class Judgements:
    """Features and labels of every judged key point; rows belong together."""

    table: dict[str, Floats]
    label: NDArray[np.str_]
    question: NDArray[np.str_]
    source: NDArray[np.str_]
    style: NDArray[np.str_]
    weight: Floats

    def where(self, rows: NDArray[np.bool_]) -> "Judgements":
        """Return the judgements of some rows."""
        return Judgements(
            {name: values[rows] for name, values in self.table.items()},
            self.label[rows], self.question[rows], self.source[rows], self.style[rows], self.weight[rows],
        )  # fmt: skip

    @property
    def covered(self) -> NDArray[np.bool_]:
        """Which points were covered."""
        return np.asarray(self.label == "covered", np.bool_)

    @property
    def contradicted(self) -> NDArray[np.bool_]:
        """Which points were contradicted."""
        return np.asarray(self.label == "contradicted", np.bool_)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One answer with the labels of its key points, or an answer to another question with none of them said."""

    question: Question
    answer: str
    labels: dict[str, str]
    style: str
    source: str
    weight: float


def read_answers(folder: Path, pack: Pack, split: str) -> list[Labelled]:
    """Read the labelled answers of one split: dev.jsonl has its questions inside, the others name one of the pack."""
    known = {str(question.id): question for question in pack.questions}
    answers = []
    for name in ("dev", "core", "textbook", "other_author"):
        path = folder / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            if row.get("split", "fit") == split:
                question = known[row["question_id"]] if "question_id" in row else read_question(row)
                source = "core" if "question_id" in row else name
                answers.append(Labelled(question, row["answer"], row["labels"], row["style"], source, 1.0))
    return answers


def read_question(row: dict[str, Any]) -> Question:
    """Return the inline question of a labelled line."""
    points = tuple(
        KeyPoint(KeyPointId(p["id"]), p["text"], float(p["weight"]), tuple(p["accept"]), tuple(p["anti"]))
        for p in row["key_points"]
    )
    return Question(QuestionId(row["question"]), row["question"], points)


def thinned(answers: Sequence[Labelled], seed: int = 0) -> list[Labelled]:
    """Return the answers to questions of the pack again, each question with fewer phrasings and wrong statements."""
    rng = random.Random(seed)
    thin: dict[str, Question] = {}
    for one in answers:
        if one.source == "core" and one.question.id not in thin:
            points = (
                replace(
                    point,
                    accept=tuple(rng.sample(point.accept, min(len(point.accept), rng.choice(THIN_ACCEPT)))),
                    anti=tuple(rng.sample(point.anti, min(len(point.anti), THIN_ANTI))),
                )
                for point in one.question.key_points
            )
            thin[one.question.id] = replace(one.question, key_points=tuple(points))
    return [replace(one, question=thin[one.question.id]) for one in answers if one.question.id in thin]


def noisy(answers: Sequence[Labelled], seed: int = 0) -> list[Labelled]:
    """Return the answers again as a recogniser might have heard them."""
    rng = random.Random(seed)
    return [
        replace(
            one, answer=" ".join(misheard(one.answer.split(), WORD_ERRORS, rng)), style="noisy", weight=NOISY_WEIGHT
        )
        for one in answers
        if one.style not in ("asr", "offtopic")
    ]


def alone(answers: Sequence[Labelled]) -> list[Labelled]:
    """Return every phrasing as an answer of its own: it says its own point, a wrong statement the opposite of it."""
    questions = {one.question.prompt: one for one in answers}
    made = []
    for one in questions.values():
        silent = {str(point.id): "missed" for point in one.question.key_points}
        for point in one.question.key_points:
            texts = ((point.statement, *point.accept), "covered"), (point.anti, "contradicted")
            made += [
                replace(one, answer=text, labels={**silent, str(point.id): label}, style="alone", weight=ALONE_WEIGHT)
                for group, label in texts
                for text in group
            ]
    return made


def empty(answers: Sequence[Labelled], seed: int = 0) -> list[Labelled]:
    """Return, for every question, what says nothing: the question read back, and its terms without a statement."""
    rng = random.Random(seed)
    questions = {one.question.prompt: one for one in answers}
    made = []
    for one in questions.values():
        terms = [term.text for term in one.question.glossary] or sorted(set(_content_words(one.question)))
        shuffled = rng.sample(terms, min(len(terms), 25))
        texts = (" ".join(terms[:25]), ", ".join(shuffled), " and ".join(shuffled), f"{one.question.prompt} " * 2)
        silent = {str(point.id): "missed" for point in one.question.key_points}
        made += [replace(one, answer=text, labels=silent, style="empty", weight=EMPTY_WEIGHT) for text in texts]
    return made


def off_topic(answers: Sequence[Labelled], each: int, seed: int = 0) -> list[Labelled]:
    """Pair every answer with a few questions of its source that it does not answer; nothing of them was said.

    Questions whose prompts and key points share much vocabulary are left out: there, some points may well be said.
    """
    rng = random.Random(seed)
    pairs = []
    for source in ("dev", "core"):
        here = [one for one in answers if one.source == source and one.style not in ("stuffed", "offtopic")]
        questions = {one.question.prompt: one.question for one in here}
        for one in here:
            others = [q for q in questions.values() if q is not one.question and not _overlap(q, one.question)]
            pairs += [
                Labelled(q, one.answer, {p.id: "missed" for p in q.key_points}, "other", source, OFF_TOPIC_WEIGHT)
                for q in rng.sample(others, min(each, len(others)))
            ]
    return pairs


def _overlap(first: Question, second: Question) -> bool:
    one, two = (frozenset(_content(question)) for question in (first, second))
    return len(one & two) / min(len(one), len(two)) > OVERLAP


def _content(question: Question) -> list[str]:
    return content_stems([*phrase_tokens(question.prompt), *_words(question)])


def _content_words(question: Question) -> list[str]:
    return [word for word in _words(question) if content_stems([word])]


def _words(question: Question) -> list[str]:
    texts = (text for point in question.key_points for text in (point.statement, *point.accept))
    return [word for text in texts for word in phrase_tokens(text)]


class Remembering:
    """A cross-encoder that reads every pair once: an answer comes up again beside a thinned question."""

    def __init__(self, cross_encoder: CrossEncoder) -> None:
        self._inside = cross_encoder
        self._known: dict[tuple[str, str], Floats] = {}

    def read(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Return what the cross-encoder says about each pair."""
        fresh = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        self._known.update(zip(fresh, self._inside.read(fresh), strict=True))
        return np.stack([self._known[pair] for pair in pairs])


def judge(answers: Sequence[Labelled], texts: TextModels) -> Judgements:
    """Compute the features of every labelled key point."""
    tables: list[dict[str, Floats]] = []
    label, prompt, source, style, weight = [], [], [], [], []
    for one in answers:
        phrases = phrases_of(one.question)
        words = one.answer.split()
        tokens = tokenise(words, phrases.vocabulary)
        compared = compare(phrases, tokens, windows(tokens), texts.embedder)
        tables.append(features(compared, read_answer(one.question, words, texts.cross_encoder)))
        count = len(one.question.key_points)
        label += [one.labels[point.id] for point in one.question.key_points]
        prompt += [one.question.prompt] * count
        source += [one.source] * count
        style += [one.style] * count
        weight += [one.weight] * count
    joined = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    return Judgements(joined, *(np.array(column) for column in (label, prompt, source, style, weight)))


def fit_head(names: Sequence[str], data: Judgements, target: NDArray[np.bool_], knots: Sequence[float] = ()) -> Head:
    """Fit one logistic regression; knots are quantiles at which the line of each feature may bend."""
    table = np.stack([data.table[name] for name in names], axis=1)
    bends = [np.quantile(table, knot, axis=0) for knot in knots]
    table = np.hstack([table, *(np.maximum(table - bend, 0.0) for bend in bends)])
    centre, spread = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-6)
    weight = data.weight * np.where(data.label == "partial", PARTIAL_WEIGHT, 1.0)
    fitted = LogisticRegression(C=PENALTY, max_iter=5000).fit((table - centre) / spread, target, weight)
    slopes = (fitted.coef_[0] / spread).reshape(len(knots) + 1, len(names))
    lines = {
        name: Bend(float(slopes[0, place]), _floats(bend[place] for bend in bends), _floats(slopes[1:, place]))
        for place, name in enumerate(names)
    }
    return Head(float(fitted.intercept_[0] - slopes.reshape(-1) @ centre), lines)


def _floats(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in values)


def fit(data: Judgements) -> AssessorModel:
    """Fit everything."""
    return finish(fit_heads(data), unseen(data), data)


def fit_heads(data: Judgements) -> AssessorModel:
    """Fit the three regressions; how they join and the thresholds are left neutral."""
    about = (data.style != "other") & (data.style != "offtopic")
    equal = replace(data, weight=np.ones(len(about)))
    return AssessorModel(
        version="", covered=fit_head(COVERED, data, data.covered, KNOTS),
        contradicted=fit_head(CONTRADICTED, data, data.contradicted), topic=fit_head(TOPIC, equal, about),
        veto=1.0, gate=1.0, scale=1.0, shift=0.0, rival_slack=RIVAL_SLACK, rival_slope=RIVAL_SLOPE,
        threshold=0.5, threshold_contradicted=0.5,
    )  # fmt: skip


def unseen(data: Judgements) -> tuple[Floats, Floats]:
    """Return the evidence of each judgement, and the log-odds of contradicted, by heads that saw other questions."""
    parts, contradicted = np.zeros((len(data.label), 3)), np.zeros(len(data.label))
    for question in np.unique(data.question):
        held = data.question == question
        model = fit_heads(data.where(~held))
        table = data.where(held).table
        contradicted[held] = model.contradicted.log_odds(table)
        parts[held] = evidence(model.covered.log_odds(table), contradicted[held], model.topic.log_odds(table))
    return parts, contradicted


def finish(model: AssessorModel, judged: tuple[Floats, Floats], data: Judgements) -> AssessorModel:
    """Fit how the heads join, the calibration and the threshold of contradictions on what `unseen` returns."""
    parts, contradicted = judged
    answered = ~np.isin(data.style, ("other", "alone", "empty"))

    def accused(found: NDArray[np.bool_]) -> float:
        # a false accusation is worse than a missed one
        return float(fbeta_score(data.contradicted[answered], found[answered], beta=0.7))

    weight = np.where(data.label == "partial", PARTIAL_WEIGHT, 1.0)[answered]
    fitted = LogisticRegression(C=10.0).fit(parts[answered][:, :2], data.covered[answered], weight)
    scale, veto = (float(value) for value in fitted.coef_[0])
    model = replace(model, scale=scale, veto=max(veto, 0.0), gate=GATE, shift=float(fitted.intercept_[0]))
    return replace(model, threshold=THRESHOLD, threshold_contradicted=_best(accused, sigmoid(contradicted)))


def _best(quality: Callable[[NDArray[np.bool_]], float], probability: Floats) -> float:
    """Return the threshold of the best quality: the middle of those within .004 of the best."""
    steps = np.round(np.arange(0.25, 0.66, 0.01), 2)
    values = np.array([quality(probability >= step) for step in steps])
    return round(float(np.mean(steps[values >= values.max() - 0.004])), 2)


def measure(parts: Sequence[tuple[AssessorModel, NDArray[np.bool_]]], data: Judgements) -> dict[str, float]:
    """Measure covered against the rest, where each model judges rows that it has not seen."""
    chance, opposite, credited, rows = [], [], [], []
    for model, held in parts:
        table = data.where(held).table
        p_covered, p_contradicted = model.probabilities(table)
        chance.append(p_covered)
        opposite.append(p_contradicted)
        credited.append((p_covered >= model.threshold) & (p_contradicted < model.threshold_contradicted))
        rows.append(np.flatnonzero(held))
    p_covered, credit = np.concatenate(chance), np.concatenate(credited)
    order = np.concatenate(rows)
    true, wrong = data.covered[order], data.contradicted[order]
    numbers = {"judgements": len(order), "accuracy": float((credit == true).mean())}
    if true.any():
        numbers["macro_f1"] = float(f1_score(true, credit, average="macro"))
        numbers["auc"] = float(roc_auc_score(true, p_covered))
        numbers["brier"] = float(((p_covered - true) ** 2).mean())
    if wrong.any():
        numbers["contradicted_auc"] = float(roc_auc_score(wrong, np.concatenate(opposite)))
        numbers["contradicted_credited"] = float(credit[wrong].mean())
    return {name: round(value, 3) for name, value in numbers.items()}


def write(model: AssessorModel, out: Path) -> None:
    """Write the numbers, with their digest as version."""
    heads = {name: _plain(getattr(model, name)) for name in ("covered", "contradicted", "topic")}
    joins = {
        name: round(getattr(model, name), 4)
        for name in ("veto", "gate", "scale", "shift", "rival_slack", "rival_slope")
    }
    limits = {name: getattr(model, name) for name in ("threshold", "threshold_contradicted")}
    numbers: dict[str, Any] = {**heads, **joins, **limits}
    version = hashlib.sha256(json.dumps(numbers, sort_keys=True).encode()).hexdigest()[:8]
    out.write_text(json.dumps({"version": version, **numbers}, indent=1) + "\n", encoding="utf-8")


def _plain(head: Head) -> dict[str, Any]:
    bends = {name: asdict(bend) for name, bend in head.bends.items()}
    return {"intercept": round(head.intercept, 6), "bends": bends}


def report(data: Judgements, test: Judgements, model: AssessorModel) -> None:
    """Print how well the assessor does on what it has not seen: questions, a source, the questions kept apart."""
    for source in ("dev", "core", "other_author"):
        own = (data.source == source) & ~np.isin(data.style, MADE_UP)
        parts = [
            (fit(data.where(data.question != q)), own & (data.question == q)) for q in np.unique(data.question[own])
        ]
        print(f"{source}: unseen questions", measure(parts, data))
        print(f"{source}: unseen source", measure([(fit(data.where(data.source != source)), own)], data))
    print("questions kept apart", measure([(model, test.style != "other")], test))
    print("off-topic answers to questions kept apart", measure([(model, test.style == "other")], test))


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description="Fit the assessor on labelled answers.")
    parser.add_argument("--models", type=Path, default=_ROOT / "resources" / "models")
    parser.add_argument("--out", type=Path, default=_ROOT / "resources" / "assessor.json")
    parser.add_argument("--report", action="store_true", help="also measure on what was not seen (minutes)")
    arguments = parser.parse_args()
    reading = read_pack(_ROOT / "questions" / "core-30.yaml")
    if reading.pack is None:
        raise SystemExit(str(reading.errors[0]))
    texts = TextModels(OnnxEmbedder(arguments.models), Remembering(OnnxCrossEncoder(arguments.models)))
    seen, apart = (read_answers(_DATA, reading.pack, split) for split in ("fit", "test"))
    thin = thinned(seen)
    elsewhere = (*off_topic(seen, OFF_TOPIC_EACH), *off_topic(thin, OFF_TOPIC_THIN, seed=5))
    data = judge([*seen, *thin, *noisy(seen), *alone(seen), *empty(seen), *elsewhere], texts)
    model = fit(data)
    write(model, arguments.out)
    print(f"{arguments.out.name}: {len(data.label)} judgements, thresholds {model.threshold:.2f} and ", end="")
    print(f"{model.threshold_contradicted:.2f}, veto {model.veto:.2f}, gate {model.gate:.2f}, scale {model.scale:.2f}")
    if arguments.report:
        report(data, judge([*apart, *off_topic(apart, OFF_TOPIC_EACH, seed=1)], texts), model)


if __name__ == "__main__":
    main()
