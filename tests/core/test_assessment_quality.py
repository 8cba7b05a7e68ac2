"""What the assessor achieves with the real sentence model on labelled answers that it was not fitted on."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mlprep_gui.assessment.assess import assess
from mlprep_gui.assessment.model import AssessorModel, load_model
from mlprep_gui.bank import inline_question, read_pack
from mlprep_gui.domain.assessment import Assessment, Verdict
from mlprep_gui.domain.question import Question
from mlprep_gui.ports import TextModels
from mlprep_gui.speech.cross_encoder import OnnxCrossEncoder
from mlprep_gui.speech.embedder import OnnxEmbedder

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "assessment"
MODELS = ROOT / "resources" / "models"
OFF_TOPIC_EACH = 8


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that is needed to assess, loaded once a module."""

    questions: dict[str, Question]
    texts: TextModels
    model: AssessorModel

    def assess(self, question: str, answer: str) -> Assessment:
        rivals = tuple(self.questions.values())
        return assess(self.questions[question], answer.split(), self.texts, self.model, rivals)


@pytest.fixture(scope="module")
def bench() -> Bench:
    pack = read_pack(ROOT / "questions" / "core-30.yaml").pack
    assert pack is not None
    model = load_model(ROOT / "resources" / "assessor.json")
    texts = TextModels(OnnxEmbedder(MODELS), OnnxCrossEncoder(MODELS))
    return Bench({str(question.id): question for question in pack.questions}, texts, model)


def rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.mark.parametrize(("name", "least"), [("textbook.jsonl", 0.9), ("other_author_textbook.jsonl", 0.85)])
def test_textbook_answers_score_on_their_own_question(bench: Bench, name: str, least: float) -> None:
    scores = [bench.assess(row["question_id"], row["answer"]).score for row in rows(name)]
    assert sum(score >= 60 for score in scores) >= least * len(scores)


def test_textbook_answers_score_little_on_other_questions(bench: Bench) -> None:
    rng = random.Random(7)
    scores = [
        bench.assess(other, row["answer"]).score
        for row in rows("other_author_textbook.jsonl")
        for other in rng.sample([one for one in bench.questions if one != row["question_id"]], OFF_TOPIC_EACH)
    ]
    assert sum(score < 20 for score in scores) >= 0.97 * len(scores)


def test_answers_of_another_author_to_questions_of_another_pack(bench: Bench) -> None:
    right: list[bool] = []
    off_topic: list[bool] = []
    for row in rows("other_author.jsonl"):
        question = inline_question({"prompt": row["question"], "key_points": row["key_points"]})
        result = assess(question, row["answer"].split(), bench.texts, bench.model)
        said = {str(verdict.key_point): verdict.verdict is Verdict.COVERED for verdict in result.verdicts}
        right += [said[point] == (label == "covered") for point, label in row["labels"].items()]
        if row["style"] == "offtopic":
            off_topic += said.values()
    assert sum(right) >= 0.74 * len(right)
    assert sum(off_topic) <= 0.02 * len(off_topic)


def test_answers_to_questions_kept_apart(bench: Bench) -> None:
    right = wrong = opposite = opposite_credited = 0
    for row in (row for row in rows("core.jsonl") if row["split"] == "test"):
        result = bench.assess(row["question_id"], row["answer"])
        for verdict in result.verdicts:
            label = row["labels"][str(verdict.key_point)]
            said = verdict.verdict is Verdict.COVERED
            right += said == (label == "covered")
            wrong += said != (label == "covered")
            opposite += label == "contradicted"
            opposite_credited += said and label == "contradicted"
    assert right / (right + wrong) >= 0.72
    assert opposite_credited / opposite <= 0.2


@pytest.mark.parametrize("text", ["The weather was fine and we went to the sea with our friends and their two dogs."])
def test_small_talk_earns_nothing(text: str, bench: Bench) -> None:
    assert all(bench.assess(question, text).score == 0 for question in bench.questions)


def test_reading_the_question_back_earns_nothing(bench: Bench) -> None:
    scores = [
        bench.assess(str(q.id), f"So you ask me, {q.prompt} Yes, {q.prompt}").score for q in bench.questions.values()
    ]
    assert sum(score < 15 for score in scores) >= 27


def test_the_example_answers_cover_their_questions(bench: Bench) -> None:
    scores = [bench.assess(str(q.id), re.sub(r"\s+", " ", q.example)).score for q in bench.questions.values()]
    assert sum(score >= 70 for score in scores) >= 28
    assert sum(scores) / len(scores) >= 92
