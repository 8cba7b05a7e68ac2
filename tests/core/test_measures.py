"""What the benchmark of the assessor calculates from verdicts and labels."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score

from tests.benchmarks.measures import (
    LISTED,
    MACRO_F1,
    MEASURES,
    UNKNOWN,
    UNLISTED,
    Judged,
    auc,
    calibration_error,
    estimates,
    loss,
    macro_f1,
    quadratic_kappa,
    reliability,
    samples,
)

MEASURE = {measure.name: measure.of for measure in MEASURES}


def judged(
    labels: Sequence[str],
    verdicts: Sequence[str],
    *,
    chances: Sequence[float] | None = None,
    questions: Sequence[int] | None = None,
    styles: Sequence[str] | None = None,
    claims: Sequence[str] | None = None,
) -> Judged:
    """Return judgements with one answer each, whose true score is 100 or 0 and whose score is 80."""
    count = len(labels)
    question = np.array(questions if questions is not None else range(count), np.intp)
    return Judged(
        question=question,
        label=np.array(labels),
        verdict=np.array(verdicts),
        p_covered=np.array(chances if chances is not None else [0.5] * count),
        style=np.array(styles if styles is not None else ["terse"] * count),
        claim=np.array(claims if claims is not None else [UNKNOWN] * count),
        question_of_answer=question,
        score=np.full(count, 80.0),
        true_score=np.array([100.0 if label == "covered" else 0.0 for label in labels]),
    )


def some(count: int, seed: int, questions: int = 12) -> Judged:
    """Return random judgements that are right more often than not."""
    rng = np.random.default_rng(seed)
    labels = rng.choice(["covered", "partial", "missed", "contradicted"], count)
    guesses = rng.choice(["covered", "partly", "unsure", "missed", "contradicted"], count)
    verdicts = np.where(rng.random(count) < 0.6, np.where(labels == "partial", "partly", labels), guesses)
    chances = np.round(0.5 * (verdicts == "covered") + 0.5 * rng.random(count), 2)
    return judged(
        labels.tolist(),
        verdicts.tolist(),
        chances=chances.tolist(),
        questions=rng.integers(0, questions, count).tolist(),
    )


@pytest.mark.parametrize("seed", range(3))
def test_measures_agree_with_scikit_learn(seed: int) -> None:
    one = some(200, seed)
    level = {"covered": 2, "partly": 1, "unsure": 1, "partial": 1, "missed": 0, "contradicted": 0}
    true, given = ([level[word] for word in words.tolist()] for words in (one.label, one.verdict))
    assert macro_f1(one.said, one.credited) == pytest.approx(f1_score(one.said, one.credited, average="macro"))
    assert auc(one.said, one.p_covered) == pytest.approx(roc_auc_score(one.said, one.p_covered))
    assert MEASURE["QWK"](one) == pytest.approx(cohen_kappa_score(true, given, weights="quadratic"))


def test_one_class_gives_no_auc_and_constant_levels_no_kappa() -> None:
    assert math.isnan(auc(np.array([True, True]), np.array([0.1, 0.9])))
    assert math.isnan(quadratic_kappa(np.array([2, 2]), np.array([2, 2])))
    assert quadratic_kappa(np.array([2, 0]), np.array([2, 2])) == 0


def test_only_the_verdict_covered_is_credit() -> None:
    one = judged(["covered", "covered", "partial", "missed"], ["covered", "partly", "partly", "unsure"])
    assert MEASURE["accuracy"](one) == 0.75
    assert MEASURE["unsure share"](one) == 0.25
    assert MEASURE["accuracy of the rest"](one) == pytest.approx(2 / 3)


def test_contradictions_are_split_by_whether_the_bank_lists_them() -> None:
    one = judged(
        ["contradicted"] * 4 + ["missed"],
        ["contradicted", "covered", "covered", "missed", "covered"],
        claims=[LISTED, LISTED, UNLISTED, UNKNOWN, UNKNOWN],
    )
    assert MEASURE["contradicted caught, listed"](one) == 0.5
    assert MEASURE["contradicted credited, listed"](one) == 0.5
    assert MEASURE["contradicted credited, unlisted"](one) == 1
    assert MEASURE["contradicted credited, all"](one) == 0.5


def test_claims_that_the_file_does_not_place_are_not_guessed() -> None:
    one = judged(["contradicted"], ["covered"])
    assert math.isnan(MEASURE["contradicted credited, listed"](one))
    assert math.isnan(MEASURE["contradicted credited, unlisted"](one))


def test_stuffed_and_off_topic_points() -> None:
    one = judged(
        ["missed", "missed", "covered", "missed", "missed"],
        ["covered", "partly", "covered", "covered", "partly"],
        styles=["stuffed", "stuffed", "stuffed", "offtopic", "offtopic"],
    )
    assert MEASURE["stuffed credited"](one) == 0.5
    assert MEASURE["off-topic right"](one) == 0.5


def test_score_error_is_a_mean_over_answers() -> None:
    assert MEASURE["score MAE, of 100"](judged(["covered", "missed"], ["covered", "missed"])) == 50


def test_calibration_error_weighs_bins_by_points() -> None:
    one = judged(["covered", "missed", "covered"], ["covered"] * 3, chances=[0.95, 0.95, 1.0])
    last = reliability(one)[-1]
    assert last.points == 3
    assert last.predicted == pytest.approx(2.9 / 3)
    assert last.said == pytest.approx(2 / 3)
    assert calibration_error(one) == pytest.approx(0.9 / 3)


def test_a_draw_takes_whole_questions() -> None:
    one = some(60, 0, questions=5)
    for sample in samples(one, 20, seed=3):
        counts = np.bincount(sample.judgements, minlength=60)
        for number in range(5):
            assert len(set(counts[one.question == number].tolist())) == 1
        assert one.question_of_answer[sample.answers].tolist() == one.question[sample.judgements].tolist()


def test_intervals_are_repeatable_and_hold_the_value() -> None:
    one = some(300, 1)
    first, again, other = (estimates(MEASURES, one, samples(one, 200, seed)) for seed in (4, 4, 5))
    assert first["accuracy"] == again["accuracy"] != other["accuracy"]
    assert first["accuracy"].low < first["accuracy"].value < first["accuracy"].high
    assert math.isnan(first["contradicted caught, listed"].high)


def test_intervals_are_as_wide_as_questions_differ() -> None:
    right, wrong = ["covered", "missed"], ["missed", "covered"]
    alike = judged(right * 20, ["covered", "covered"] * 20, questions=[place // 2 for place in range(40)])
    unlike = judged(right * 20, (right * 5 + wrong * 5) * 2, questions=[place // 10 for place in range(40)])
    widths = []
    for one in (alike, unlike):
        accuracy = estimates(MEASURES, one, samples(one, 500, 1))["accuracy"]
        assert accuracy.value == 0.5
        widths.append(accuracy.high - accuracy.low)
    assert widths == [0, 1]


def test_loss_is_drawn_in_pairs() -> None:
    one = judged(["covered", "missed"] * 10, ["covered", "missed"] * 10, questions=[place // 2 for place in range(20)])
    worse = judged(["covered", "missed"] * 10, ["missed", "missed"] * 10, questions=[place // 2 for place in range(20)])
    drawn = samples(one, 100, 1)
    same, lost = loss(MACRO_F1, one, one, drawn), loss(MACRO_F1, one, worse, drawn)
    assert (same.value, same.low, same.high) == (0, 0, 0)
    assert lost.value == pytest.approx(2 / 3)
    assert lost.low == pytest.approx(lost.high)
