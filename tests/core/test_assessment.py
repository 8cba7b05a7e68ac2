"""The assessor's parts, with a fake embedder: no model files are needed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mlprep_gui.assessment.assess import ASSESSOR_VERSION, assess
from mlprep_gui.assessment.compare import compare
from mlprep_gui.assessment.features import features
from mlprep_gui.assessment.model import AssessorModel, Bend, Head, load_model
from mlprep_gui.assessment.phrases import phrases_of
from mlprep_gui.assessment.reading import PASSAGE_WORDS, passages, plain, read_answer
from mlprep_gui.assessment.rivals import lead
from mlprep_gui.assessment.score import credit, decide, score
from mlprep_gui.assessment.text import clauses, content_stems, is_foreign, phrase_tokens, tokenise, windows
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId, Term
from mlprep_gui.ports import TextModels

ROOT = Path(__file__).resolve().parents[2]
QUESTION = Question(
    QuestionId("bagging-boosting"),
    "What is the difference between bagging and boosting?",
    (
        KeyPoint(
            KeyPointId("parallel"),
            "Bagging trains its models independently in parallel.",
            4,
            ("parallel bootstrap models",),
            ("bagging trains models one after another",),
        ),
        KeyPoint(KeyPointId("variance"), "Bagging mainly reduces variance.", 2, ("averaging steadies it",)),
    ),
)


class WordEmbedder:
    """Embeds a text as its bag of stems, hashed into 384 places."""

    def embed(self, texts: Sequence[str], *, keep: bool = False) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), 384), np.float32)
        for row, text in enumerate(texts):
            for stem in content_stems(text.split()):
                vectors[row, sum(map(ord, stem)) % 384] += 1
            vectors[row, 0] += 0.1
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


class WordReader:
    """Reads a claim as said when the answer holds half of its statement's stems, and as not said else."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        rows = []
        for claim, said in pairs:
            wanted = set(content_stems(claim.partition("[SEP]")[2].split()))
            share = len(wanted & set(content_stems(said.split()))) / len(wanted)
            rows.append([0.9, 0.04, 0.04, 0.02] if share >= 0.5 else [0.04, 0.04, 0.9, 0.02])
        return np.array(rows).reshape(-1, 4)


TEXTS = TextModels(WordEmbedder(), WordReader())


def features_of(question: Question, words: list[str]) -> dict[str, NDArray[np.float64]]:
    tokens = tokenise(words)
    compared = compare(phrases_of(question), tokens, windows(tokens), WordEmbedder())
    return features(compared, read_answer(question, words, WordReader()))


@pytest.fixture(scope="module")
def model() -> AssessorModel:
    return load_model(ROOT / "resources" / "assessor.json")


def split(text: str) -> list[str]:
    return text.split()


def tokens_of(text: str, *vocabulary: str) -> list[str]:
    return [token.text for token in tokenise(text.split(), frozenset(vocabulary))]


def test_fillers_go_and_hyphens_split() -> None:
    assert tokens_of("So, um, cross-validation uh works.") == ["so", "cross", "validation", "works"]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("an l two penalty", ["an", "l2", "penalty"]),
        ("the f one score", ["the", "f1", "score"]),
        ("use p c a here", ["use", "pca", "here"]),
        ("i took a look", ["i", "took", "a", "look"]),
        ("k means", ["k", "means"]),
        ("with a k n n model", ["with", "a", "knn", "model"]),
        ("over fitting", ["overfitting"]),
        ("x g boost", ["xgboost"]),
    ],
)
def test_spelled_and_split_words_join(said: str, heard: list[str]) -> None:
    assert tokens_of(said, "overfitting", "xgboost", "knn", "auc") == heard


@given(
    st.lists(
        st.sampled_from(["um", "p", "c", "a", "l", "two", "cross-validation", "and", "fit.", "?", ""]), max_size=60
    )
)
def test_tokens_and_windows_stay_inside_the_transcript(words: list[str]) -> None:
    tokens = tokenise(words, frozenset({"pca"}))
    ends = [0, *(token.end for token in tokens)]
    assert all(0 <= token.start < token.end <= len(words) for token in tokens)
    assert ends == sorted(ends)
    found = windows(tokens)
    assert all(0 <= window.start <= window.end <= len(tokens) for window in found)
    covered = {place for window in found for place in range(window.start, window.end)}
    assert covered == set(range(len(tokens)))
    assert len(found) == len(set(found))


def test_clauses_are_cut_at_connectives_and_stops() -> None:
    tokens = tokenise(split("bagging trains in parallel while boosting goes step by step. It reduces bias"))
    pieces = [" ".join(token.text for token in tokens[piece.start : piece.end]) for piece in clauses(tokens)]
    assert pieces == ["bagging trains in parallel", "while boosting goes step by step", "it reduces bias"]


def test_spellings_share_a_stem() -> None:
    assert content_stems(["regularisation", "regularization"])[0] == content_stems(["regularization"])[0]


def test_prompt_words_weigh_less() -> None:
    phrases = phrases_of(QUESTION)
    assert phrases.rarity["bag"] < phrases.rarity["parallel"]
    said = frozenset(content_stems(phrase_tokens("Bagging trains its models independently in parallel")))
    assert phrases.recall([said])[0][0] == pytest.approx(1)
    assert phrases.recall([frozenset()])[0][0] == 0


def test_features_are_finite_and_zero_without_wrong_statements() -> None:
    found = features_of(QUESTION, split("bagging trains models in parallel and reduces variance"))
    assert all(values.shape == (2,) and np.isfinite(values).all() for values in found.values())
    assert all(found[name][1] == 0 for name in ("wrong", "wrong_words_gap", "wrong_only"))
    assert found["wrong"][0] > 0


def test_a_single_key_point_has_no_siblings() -> None:
    alone = replace(QUESTION, key_points=QUESTION.key_points[:1])
    found = features_of(alone, split("bagging trains models in parallel"))
    assert all(np.isfinite(values).all() for values in found.values())


@pytest.mark.parametrize("text", ["", "um uh", "Fine.", "yes okay", "it is good"])
def test_too_little_is_not_graded(text: str, model: AssessorModel) -> None:
    result = assess(QUESTION, text.split(), TEXTS, model)
    assert not result.graded
    assert not result.verdicts
    assert result.reason


@pytest.mark.parametrize("text", ["I don't know", "no idea sorry", "Um, I can't remember."])
def test_giving_up_is_an_answer_without_points(text: str, model: AssessorModel) -> None:
    result = assess(QUESTION, text.split(), TEXTS, model)
    assert result.graded
    assert (result.score, result.score_high) == (0, 0)
    assert {verdict.verdict for verdict in result.verdicts} == {Verdict.MISSED}


def test_evidence_is_the_learners_own_words(model: AssessorModel) -> None:
    words = split("Well, um, bagging trains its models independently in parallel. And it mainly reduces variance.")
    result = assess(QUESTION, words, TEXTS, replace(model, threshold=1e-9, threshold_contradicted=2.0))
    assert result.assessor == f"{ASSESSOR_VERSION}/{model.version}"
    for verdict in result.verdicts:
        assert len(verdict.evidence) == 1
        assert all(span.text == " ".join(words[span.start : span.end]) for span in verdict.evidence)
    assert "parallel" in result.verdicts[0].evidence[0].text
    assert "variance" in result.verdicts[1].evidence[0].text


def test_a_contradiction_names_the_wrong_claim(model: AssessorModel) -> None:
    words = split("bagging trains models one after another")
    result = assess(QUESTION, words, TEXTS, replace(model, threshold_contradicted=0.0))
    assert result.verdicts[0].verdict is Verdict.CONTRADICTED
    assert result.verdicts[0].wrong_claim == QUESTION.key_points[0].anti[0]
    assert result.verdicts[1].wrong_claim == ""
    assert result.score == 0


def test_the_likelier_of_covered_and_contradicted_wins() -> None:
    assert decide(0.6, 0.9, 0.5, 0.4) is Verdict.CONTRADICTED
    assert decide(0.45, 0.41, 0.5, 0.4) is Verdict.CONTRADICTED
    assert decide(0.9, 0.41, 0.5, 0.4) is Verdict.UNSURE
    assert decide(0.59, 0.2, 0.5, 0.4) is Verdict.UNSURE
    assert decide(0.9, 0.2, 0.5, 0.4) is Verdict.COVERED
    assert decide(0.9, 0.1, 0.5, 0.4) is Verdict.COVERED
    assert decide(0.55, 0.1, 0.5, 0.4) is Verdict.PARTLY
    assert decide(0.45, 0.1, 0.5, 0.4) is Verdict.UNSURE
    assert decide(0.1, 0.1, 0.5, 0.4) is Verdict.MISSED


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.25, 0.65))
def test_credit_grows_with_probability(first: float, second: float, threshold: float) -> None:
    low, high = sorted((first, second))
    earned = [credit(Verdict.COVERED, chance, 0.1, threshold) for chance in (low, high)]
    assert 0 <= earned[0] <= earned[1] <= 1
    assert credit(Verdict.COVERED, threshold, 0.1, threshold) == pytest.approx(0.5)


def test_doubt_costs_credit_and_contradiction_all_of_it() -> None:
    assert credit(Verdict.UNSURE, 1.0, 0.4, 0.5) == pytest.approx(0.6)
    assert credit(Verdict.CONTRADICTED, 0.9, 0.9, 0.5) == 0
    assert credit(Verdict.MISSED, 0.1, 0.0, 0.5) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 5)), min_size=1, max_size=12))
def test_the_score_lies_in_its_range(points: list[tuple[float, float, float]]) -> None:
    earned, chances, weights = zip(*points, strict=True)
    found = score(earned, chances, weights)
    assert 0 <= found.low <= found.value <= found.high <= 100


def test_sure_verdicts_leave_no_range() -> None:
    found = score([1.0, 0.0], [1.0, 0.0], [3, 1])
    assert (found.low, found.value, found.high) == (75, 75, 75)


def test_doubt_widens_the_range() -> None:
    found = score([1.0, 1.0, 0.0, 0.0], [0.7, 0.7, 0.3, 0.3], [1, 1, 1, 1])
    assert found.value == 50
    assert found.low <= 25
    assert found.high >= 75


def test_a_line_bends_at_its_knots() -> None:
    bend = Bend(1.0, (0.0, 1.0), (1.0, -2.0))
    assert bend(np.array([-1.0, 0.5, 2.0])).tolist() == [-1.0, 1.0, 2.0]
    head = Head(0.5, {"one": bend})
    assert head.log_odds({"one": np.array([0.5])}).tolist() == [1.5]


def test_doubt_about_topic_or_contradiction_lowers_covered(model: AssessorModel) -> None:
    assert model.veto > 0
    assert model.gate > 0
    assert model.scale > 0


@pytest.mark.parametrize("damage", ["{}", "not json", '{"version": "1"}'])
def test_damaged_numbers_say_what_to_do(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "assessor.json"
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(ModelError, match="Install MLPrep again"):
        load_model(path)


def test_labels_name_every_key_point_of_the_inline_questions() -> None:
    lines = (ROOT / "tests" / "data" / "assessment" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        assert set(row["labels"]) == {point["id"] for point in row["key_points"]}


def test_an_answer_to_another_question_earns_nothing_here(model: AssessorModel) -> None:
    rival = Question(
        QuestionId("pca"),
        "What is PCA?",
        (KeyPoint(KeyPointId("k"), "PCA projects the data onto the directions of highest variance"),),
    )
    words = split("pca projects the data onto directions of highest variance")
    tokens = tokenise(words)
    assert lead(QUESTION, (), tokens, windows(tokens), WordEmbedder()) == 0
    assert lead(QUESTION, (QUESTION,), tokens, windows(tokens), WordEmbedder()) == 0
    behind = lead(QUESTION, (QUESTION, rival), tokens, windows(tokens), WordEmbedder())
    assert behind < -0.1
    assert lead(rival, (QUESTION, rival), tokens, windows(tokens), WordEmbedder()) == pytest.approx(-behind)
    found = features_of(QUESTION, words)
    assert (model.probabilities(found, behind)[0] < model.probabilities(found)[0]).all()


def test_a_long_answer_is_read_in_passages_that_overlap() -> None:
    words = [f"w{number}" for number in range(500)]
    parts = [part.split() for part in passages(words)]
    assert parts[0] == words[:PASSAGE_WORDS]
    assert parts[-1][-1] == "w499"
    assert all(first[-1] in second for first, second in pairwise(parts))
    assert passages(words[:PASSAGE_WORDS]) == [" ".join(words[:PASSAGE_WORDS])]
    assert passages(["one"]) == ["one"]


def test_the_passage_that_says_most_counts() -> None:
    words = ["so"] * 400 + split("bagging trains its models independently in parallel")
    assert read_answer(QUESTION, words, WordReader())[0].argmax() == 0
    assert read_answer(QUESTION, words[:400], WordReader())[0].argmax() == 2


def test_plain_words_are_what_the_cross_encoder_knows() -> None:
    assert plain("K-Means’ σ, won't   (ever) stop!") == "k means' won't ever stop"


def test_a_point_said_in_two_places_rests_on_both(model: AssessorModel) -> None:
    question = replace(QUESTION, key_points=QUESTION.key_points[:1])
    words = split(
        "bagging trains. we had rain and sun and snow and wind all day there. models independently in parallel."
    )
    result = assess(question, words, TEXTS, replace(model, threshold=1e-9, threshold_contradicted=2.0))
    spans = result.verdicts[0].evidence
    assert spans[0].end <= spans[-1].start or len(spans) == 1
    assert "parallel" in spans[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "Overfitting ist, wenn das Modell die Daten auswendig lernt und auf neuen Daten nicht gut ist.",
        "le modèle apprend les données par coeur et ne généralise pas sur des données qui sont nouvelles",
        "过拟合 是 模型 记住 训练 数据",
        "🙂 🙂 🙂",
    ],
)
def test_other_languages_and_signs_are_not_graded(text: str, model: AssessorModel) -> None:
    result = assess(QUESTION, text.split(), TEXTS, model)
    assert not result.graded
    assert "English" in result.reason


def test_a_term_is_read_where_it_was_heard_as_something_else(model: AssessorModel) -> None:
    point = KeyPoint(KeyPointId("loss"), "AdaBoost reweights misclassified examples.", 4)
    question = Question(QuestionId("adaboost"), "How does it work?", (point,), glossary=(Term("AdaBoost"),))
    words = split("adda boost reweights misclassified examples")
    [verdict] = assess(question, words, TEXTS, replace(model, threshold_contradicted=2.0)).verdicts
    assert verdict.verdict is Verdict.COVERED
    assert verdict.evidence[0].text == "adda boost reweights misclassified examples"


def test_naming_terms_states_nothing(model: AssessorModel) -> None:
    question = replace(
        QUESTION,
        glossary=(Term("bagging"), Term("boosting"), Term("AdaBoost", ("ada boost",)), Term("bootstrap sample")),
    )
    for text in (
        "bagging, boosting, AdaBoost, bootstrap sample",
        "bagging and boosting and ada boost and the bootstrap sample",
    ):
        result = assess(question, text.split(), TEXTS, model)
        assert (result.graded, result.score) == (True, 0)
    said = assess(question, split("bagging trains each model on a bootstrap sample"), TEXTS, model)
    assert any(verdict.p_covered > 0 for verdict in said.verdicts)


def test_no_labelled_answer_looks_foreign() -> None:
    folder = ROOT / "tests" / "data" / "assessment"
    for name in ("training_answers", "dev", "core", "other_author", "textbook"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            assert not is_foreign(json.loads(line)["answer"].split()), line


def test_far_too_many_words_are_not_graded(model: AssessorModel) -> None:
    result = assess(QUESTION, ["bagging", "trains", "models", "in", "parallel"] * 4000, TEXTS, model)
    assert not result.graded
    assert "20,000 words" in result.reason
