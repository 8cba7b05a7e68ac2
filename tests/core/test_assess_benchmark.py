"""How the benchmark of the assessor reads labelled answers, grades them with baselines, and prints what it measured."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from mlprep_gui.bank import Library, load_library
from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from tests.benchmarks.assess import by_assessor, judge, parse
from tests.benchmarks.baselines import Grade, best_cosine, fit_baseline, fit_majority, keyword_match
from tests.benchmarks.labelled import LabelledAnswer, read_answers
from tests.benchmarks.measures import LISTED, UNKNOWN, Estimate
from tests.benchmarks.tables import cell
from tests.benchmarks.timing import KEY_POINTS, WORDS, spoken_answers

QUESTIONS = Path(__file__).resolve().parents[2] / "questions"
POINTS = [
    {"id": "K1", "text": "Bagging trains models in parallel", "accept": ["independent bootstrap samples"], "weight": 3},
    {"id": "K2", "text": "Boosting corrects earlier errors", "accept": ["sequential weak learners"], "weight": 1},
]


def row(answer: str, first: str, second: str, **more: Any) -> dict[str, Any]:
    labels = {"K1": first, "K2": second}
    return {"question": "Bagging or boosting?", "key_points": POINTS, "answer": answer, "labels": labels, **more}


ROWS = [
    row("Bagging trains the models in parallel", "covered", "missed", style="terse"),
    row("boosting corrects the earlier errors", "missed", "covered", split="test"),
    row("bagging goes one after another", "contradicted", "missed", style="contra", listed={"K1": True}),
    row("the weather was fine", "missed", "missed", style="off-topic"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.jsonl").write_text("\n".join(map(json.dumps, ROWS)) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def answers(folder: Path) -> list[LabelledAnswer]:
    return read_answers("mine.jsonl", folder, Library(()))


def test_inline_questions_have_no_rivals_and_labels_follow_the_key_points(answers: list[LabelledAnswer]) -> None:
    assert [one.labels for one in answers[:2]] == [("covered", "missed"), ("missed", "covered")]
    assert [one.true_score for one in answers] == [75, 25, 0, 0]
    assert not any(one.rivals for one in answers)
    assert answers[3].style == "offtopic"


def test_listed_is_read_and_never_guessed(answers: list[LabelledAnswer]) -> None:
    assert answers[2].listed == (True, None)
    assert answers[0].listed == (None, None)


def test_splits_and_joined_files(folder: Path) -> None:
    assert len(read_answers("mine.jsonl:test", folder, Library(()))) == 1
    assert len(read_answers("mine.jsonl:fit", folder, Library(()))) == 3
    assert len(read_answers("mine.jsonl:test+mine.jsonl:fit", folder, Library(()))) == 4


def test_questions_of_the_bank_have_the_library_as_rivals(tmp_path: Path) -> None:
    library = load_library(QUESTIONS)
    question = library.questions[0]
    line = {"question_id": question.id, "answer": "so", "labels": {point.id: "missed" for point in question.key_points}}
    (tmp_path / "bank.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (one,) = read_answers("bank.jsonl", tmp_path, library)
    assert one.question is question
    assert one.rivals == library.questions


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ('{"answer": "so"}', "lacks"),
        (json.dumps(row("so", "covered", "perhaps")), "labels do not fit"),
        (json.dumps(row("so", "covered", "missed") | {"labels": {"K1": "covered"}}), "labels do not fit"),
    ],
)
def test_lines_that_cannot_be_used_are_named(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"bad.jsonl:2.*{said}"):
        read_answers("bad.jsonl", tmp_path, Library(()))


@pytest.mark.parametrize("files", ["none.jsonl", "mine.jsonl:unheard"])
def test_files_without_answers_are_an_error(files: str, folder: Path) -> None:
    with pytest.raises(InputError):
        read_answers(files, folder, Library(()))


def test_keyword_match_takes_the_best_phrasing_and_forgives_misspelling(answers: list[LabelledAnswer]) -> None:
    found = keyword_match(answers[0].question, ["independant", "bootstrap", "samples,", "and", "boosting"])
    assert found[0] == 1
    assert found[1] == pytest.approx(1 / 4)


class LetterEmbedder:
    """Embeds a text as how often each letter comes up."""

    def embed(self, texts: Sequence[str], *, keep: bool = False) -> NDArray[np.float32]:
        counts = np.array([[text.count(chr(97 + letter)) for letter in range(26)] for text in texts], np.float32)
        return np.asarray(counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-6), np.float32)


def test_best_cosine_is_one_for_the_phrase_itself(answers: list[LabelledAnswer]) -> None:
    found = best_cosine(LetterEmbedder())(answers[0].question, ["sequential", "weak", "learners"])
    assert found[1] == pytest.approx(1)
    assert found[0] < 1
    assert best_cosine(LetterEmbedder())(answers[0].question, ()).tolist() == [0, 0]


def test_a_fitted_baseline_separates_what_can_be_separated(answers: list[LabelledAnswer]) -> None:
    baseline = fit_baseline(keyword_match, answers)
    grade = baseline(answers[0].question, answers[0].words)
    assert grade.verdicts == ("covered", "missed")
    assert grade.p_covered[0] > 0.5 > grade.p_covered[1]
    assert grade.score == 75


def test_the_majority_reads_no_words(answers: list[LabelledAnswer]) -> None:
    grade = fit_majority(answers)(answers[0].question, answers[0].words)
    assert grade.verdicts == ("missed", "missed")
    assert grade.p_covered == pytest.approx((0.25, 0.25))


def test_cells() -> None:
    assert cell(Estimate(0.8666, 0.8, 1.0), 3) == ".867 (.800 to 1.000)"
    assert cell(Estimate(0.01, -0.02, -0.0001), 3) == ".010 (-.020 to .000)"
    assert cell(Estimate(10.55, 9.0, 12.0), 1) == "10.6 (9.0 to 12.0)"
    assert cell(Estimate(math.nan, math.nan, math.nan), 3) == cell(None, 3) == "-"


def test_timing_takes_real_words_and_says_when_there_are_too_few(answers: list[LabelledAnswer]) -> None:
    with pytest.raises(InputError):
        spoken_answers(answers)
    library = load_library(QUESTIONS)
    spoken = spoken_answers(read_answers("core.jsonl", QUESTIONS.parent / "tests" / "data" / "assessment", library))
    assert spoken
    for one in spoken:
        assert len(one.question.key_points) == KEY_POINTS
        assert len(one.first) == len(one.second) == WORDS
        assert one.first != one.second


class SaysAll:
    """Credits every point of an answer of more than four words; grades no other."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        if len(words) <= 4:
            return not_graded("Too little was said to grade.", "fake")
        verdicts = tuple(PointVerdict(point.id, Verdict.COVERED, 0.9, 0.0) for point in question.key_points)
        return Assessment(verdicts, 90.0, 80.0, 100.0, "fake")

    def anticipate(self, question: Question, words: Sequence[str]) -> None:
        pass


def test_what_is_not_graded_counts_as_missed(answers: list[LabelledAnswer]) -> None:
    grade = by_assessor(SaysAll())
    assert grade(answers[0], answers[0].words) == Grade(("covered", "covered"), (0.9, 0.9), 90.0)
    assert grade(answers[0], ["hm"]) == Grade(("missed", "missed"), (0.0, 0.0), 0.0, graded=False)


def test_grades_stand_beside_their_labels(answers: list[LabelledAnswer]) -> None:
    grade = by_assessor(SaysAll())
    one = judge(answers, [grade(answer, answer.words) for answer in answers])
    assert one.label.tolist()[:6] == ["covered", "missed", "missed", "covered", "contradicted", "missed"]
    assert one.verdict.tolist() == ["covered"] * 6 + ["missed"] * 2
    assert one.claim.tolist()[4:6] == [LISTED, UNKNOWN]
    assert one.style.tolist()[-2:] == ["offtopic", "offtopic"]
    assert one.question.tolist() == [0] * 8
    assert one.true_score.tolist() == [75, 25, 0, 0]


@pytest.mark.parametrize("option", [["--word-error", "12"], ["--draws", "0"], ["--questions", "-1"]])
def test_numbers_out_of_range_are_refused(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(option)
    assert option[0] in capsys.readouterr().err
