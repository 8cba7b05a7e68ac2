"""The learner's calibration: what moves the thresholds, what does not, and the file that can be undone."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlprep_gui.assessment import calibration_file
from mlprep_gui.assessment.calibration import (
    Calibration,
    applied,
    assessor_name,
    disagreement,
    fit,
    helps,
    reliability,
    shipped_name,
    tally,
)
from mlprep_gui.assessment.calibration_file import LearnersModel, Outcome, adjust, read, standing, undo
from mlprep_gui.domain.assessment import PointVerdict, Verdict
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import JudgedPoint, TakeId
from tests.fakes import learner
from tests.fakes.learner import NOW

#: Thresholds of the test's own, so that another fit of the assessor changes nothing here.
SHIPPED = replace(learner.SHIPPED, threshold=0.43, threshold_contradicted=0.58)
GENEROUS = 0.25
judged = partial(learner.judged, model=SHIPPED)
graded = partial(learner.graded, model=SHIPPED)
C, P, M, W, U = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED, Verdict.CONTRADICTED, Verdict.UNSURE


def fitted(threshold: float, answers: int = 12) -> Calibration:
    return fit(judged(threshold, answers), SHIPPED, NOW)


# Fitting


@pytest.mark.parametrize("share", [0.6, 1.5])
def test_the_threshold_goes_where_the_learner_has_it(share: float) -> None:
    own = share * SHIPPED.threshold
    found = fitted(own, answers=40)
    assert abs(found.threshold - own) < 0.35 * abs(SHIPPED.threshold - own)
    assert helps(found)
    assert found.after < 0.6 * found.before
    assert (found.verdicts, found.answers, found.fitted_at) == (240, 40, NOW)


def test_a_few_verdicts_move_it_less_than_many() -> None:
    own = 1.5 * SHIPPED.threshold
    few, many = (fitted(own, answers).threshold for answers in (5, 60))
    assert SHIPPED.threshold <= few < many <= own + 0.02


def test_a_learner_who_agrees_changes_nothing() -> None:
    found = fitted(SHIPPED.threshold, answers=20)
    assert (found.threshold, found.threshold_contradicted) == (SHIPPED.threshold, SHIPPED.threshold_contradicted)
    assert not helps(found)


def test_verdicts_at_random_are_seldom_followed() -> None:
    rng = np.random.default_rng(7)
    learners = ([replace(point, own=(C, M)[rng.integers(2)]) for point in judged(0.5, answers=8)] for _ in range(50))
    assert sum(helps(fit(points, SHIPPED, NOW)) for points in learners) <= 12


def test_points_left_as_they_were_hold_the_threshold() -> None:
    """Only what is wrong gets corrected, mostly: what was left alone must count, or a few corrections rule."""
    corrected = [
        point if point.own is not point.program.verdict else replace(point, own=None)
        for point in judged(1.3 * SHIPPED.threshold, answers=40)
    ]
    left = [point if point.own else replace(point, left=point.program.verdict) for point in corrected]
    assert sum(point.left is not None for point in left) > 100
    alone, beside = (abs(fit(points, SHIPPED, NOW).threshold - SHIPPED.threshold) for points in (corrected, left))
    assert 0 < beside <= alone


def test_the_threshold_of_contradictions_needs_evidence() -> None:
    accused = tuple(
        JudgedPoint(
            TakeId(f"take-{n % 8}"),
            assessor_name(SHIPPED),
            PointVerdict(KeyPointId(f"w{n}"), W, 0.1, SHIPPED.threshold_contradicted + 0.02),
            M,
        )
        for n in range(40)
    )
    points = judged(SHIPPED.threshold)
    assert fit((*points, *accused[:4]), SHIPPED, NOW).threshold_contradicted == SHIPPED.threshold_contradicted
    found = fit((*points, *accused), SHIPPED, NOW)
    assert found.threshold_contradicted > SHIPPED.threshold_contradicted + 0.02
    assert helps(found)


verdicts = st.sampled_from([C, P, M, W, U, None])
chances = st.floats(0, 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(chances, chances, verdicts, verdicts), min_size=1, max_size=60))
def test_any_verdicts_give_thresholds_that_can_be_used(rows: list[tuple[float, float, Verdict, Verdict]]) -> None:
    points = [
        JudgedPoint(TakeId(str(n % 7)), assessor_name(SHIPPED), PointVerdict(KeyPointId("k"), M, a, b), own, left)
        for n, (a, b, own, left) in enumerate(rows)
    ]
    found = fit(points, SHIPPED, NOW)
    assert 0.05 <= found.threshold <= 0.75
    assert 0.05 <= found.threshold_contradicted <= 0.75
    assert found.before >= 0 and found.after >= 0


@pytest.mark.parametrize(
    ("program", "own", "expected"),
    [(C, C, 0), (C, P, 0.5), (C, M, 1), (C, W, 1), (M, W, 0.5), (W, M, 0.5), (W, P, 1), (P, M, 0.5), (U, C, 0.5)],
)
def test_how_far_verdicts_are_apart(program: Verdict, own: Verdict, expected: float) -> None:
    assert disagreement(program, own) == expected


# When there is enough


def test_too_few_verdicts_or_answers_are_counted() -> None:
    few = tally(judged(0.5, answers=4), SHIPPED)
    assert not few.is_enough
    assert few.words.startswith("30 own verdicts on 5 answers are needed; there are 24 on 4.")
    crowded = tuple(replace(point, take=TakeId("one")) for point in judged(0.5))
    assert not tally(crowded, SHIPPED).is_enough
    assert "72 on 1" in tally(crowded, SHIPPED).words
    assert tally(judged(0.5, answers=5), SHIPPED).is_enough


@pytest.mark.parametrize(("verdict", "words"), [(C, "you did not say"), (W, "you said")])
def test_verdicts_of_one_kind_are_not_enough(verdict: Verdict, words: str, tmp_path: Path) -> None:
    points = tuple(replace(point, own=verdict) for point in judged(0.5))
    found = adjust(tmp_path / "calibration.json", points, SHIPPED, NOW)
    assert found.outcome is Outcome.TOO_FEW
    assert words in found.words
    assert not any(tmp_path.iterdir())


def test_verdicts_on_answers_of_another_assessor_do_not_count() -> None:
    points = learner.judged(0.5, model=replace(SHIPPED, version="older"))
    found = tally(points, SHIPPED)
    assert (found.verdicts, found.older) == (0, 72)
    assert "72 more are on answers that another assessor graded" in found.words
    assert reliability(points, SHIPPED).error is None


def test_answers_graded_with_a_calibration_count_as_before() -> None:
    points = tuple(replace(point, assessor=point.assessor + "+own-12345678") for point in judged(0.3))
    assert fit(points, SHIPPED, NOW) == fit(judged(0.3), SHIPPED, NOW)


# Reliability


def test_the_reliability_table_counts_what_was_said() -> None:
    points = [
        JudgedPoint(TakeId("a"), assessor_name(SHIPPED), graded(0.9, 0), C),
        JudgedPoint(TakeId("a"), assessor_name(SHIPPED), graded(0.9, 1), None, C),
        JudgedPoint(TakeId("a"), assessor_name(SHIPPED), graded(0.1, 2), P),
        JudgedPoint(TakeId("a"), assessor_name(SHIPPED), graded(0.5, 3), None, U),
    ]
    table = reliability(points, SHIPPED)
    assert [(one.low, one.points, one.judged, one.said) for one in table.bins] == [(0.0, 1, 1, 0.5), (0.8, 2, 1, 1.0)]
    assert table.error == pytest.approx((1 * 0.4 + 2 * 0.1) / 3)


# Using it


def test_a_calibration_changes_thresholds_and_the_name_only() -> None:
    found = fitted(0.3, answers=40)
    model = applied(SHIPPED, found)
    assert assessor_name(model) == assessor_name(SHIPPED) + found.mark
    assert shipped_name(assessor_name(model)) == assessor_name(SHIPPED)
    assert replace(model, version=SHIPPED.version, threshold=SHIPPED.threshold) == SHIPPED
    assert applied(SHIPPED, None) is SHIPPED


def test_a_calibration_of_another_assessor_is_not_used() -> None:
    newer = replace(SHIPPED, version="newer")
    assert applied(newer, fitted(0.3)) is newer
    assert "belongs to another assessor" in standing((fitted(0.3),), newer)
    assert standing((fitted(0.3),), SHIPPED) == "Verdicts are adjusted to 72 of your own, on 12 answers."
    assert standing((), SHIPPED) == "Verdicts are as shipped."


# The file


def test_adjusting_twice_and_undoing_restores_exactly(tmp_path: Path) -> None:
    path = tmp_path / "data" / "calibration.json"
    first = adjust(path, judged(GENEROUS, 20), SHIPPED, NOW)
    assert first.outcome is Outcome.ADJUSTED
    assert first.words.startswith("Adjusted to 120 of your verdicts on 20 answers: ")
    content = path.read_bytes()
    assert adjust(path, judged(GENEROUS, 20), SHIPPED, NOW).outcome is Outcome.SAME
    assert path.read_bytes() == content
    second = adjust(path, judged(1.5 * SHIPPED.threshold, 30), SHIPPED, NOW)
    assert read(path) == ((first.calibration, second.calibration), ())
    assert undo(path)
    assert path.read_bytes() == content
    assert undo(path)
    assert not any(path.parent.iterdir())
    assert not undo(path)


def test_a_trial_and_a_fit_that_does_not_help_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    assert "This was a trial" in adjust(path, judged(GENEROUS, 20), SHIPPED, NOW, dry_run=True).words
    agreeing = adjust(path, judged(SHIPPED.threshold, 20), SHIPPED, NOW)
    assert agreeing.outcome is Outcome.NO_HELP
    assert "Nothing was changed" in agreeing.words
    assert not any(tmp_path.iterdir())


def damaged_by(**changes: object) -> str:
    row = {
        "assessor": "x", "threshold": 0.4, "threshold_contradicted": 0.6, "verdicts": 30, "answers": 5,
        "fitted_at": "2026-11-22T18:00:00+00:00", "before": 9.0, "after": 4.0, "error": 1.0,
    }  # fmt: skip
    return json.dumps({"version": 1, "calibrations": [row | changes]})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\x00\xff",
        "[]",
        "null",
        "[" * 100_000,
        '{"version": 1}',
        '{"version": 9, "calibrations": []}',
        '{"version": 1, "calibrations": {"a": 1}}',
        damaged_by(threshold=None),
        damaged_by(threshold=float("nan")),
        damaged_by(threshold=0.95),
        damaged_by(threshold_contradicted=-1),
        damaged_by(verdicts=float("inf")),
        damaged_by(fitted_at="yesterday"),
        damaged_by(fitted_at="2026-11-22T18:00:00"),
    ],
)
def test_a_damaged_file_is_kept_aside_and_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(content, encoding="latin-1")
    found, (notice,) = read(path)
    assert found == ()
    assert "as shipped" in notice and "calibration.json.broken" in notice
    assert (tmp_path / "calibration.json.broken").read_text(encoding="latin-1") == content
    assert read(path) == ((), ())


def test_a_well_formed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(damaged_by())
    (found,), notices = read(path)
    assert (found.threshold, found.error, notices) == (0.4, 1.0, ())


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.mkdir()
    found, (notice,) = read(path)
    assert found == () and "could not be read" in notice
    with pytest.raises(StoreError, match="could not be saved"):
        adjust(path, judged(GENEROUS, 20), SHIPPED, NOW)


def test_the_model_follows_the_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "calibration.json"
    model = LearnersModel(SHIPPED, path)
    assert model() is SHIPPED
    found = adjust(path, judged(GENEROUS, 20), SHIPPED, NOW).calibration
    assert found is not None
    assert model().threshold == found.threshold
    assert model() is model()
    path.write_text("{")
    assert model() is SHIPPED
    assert "kept as calibration.json.broken" in caplog.text
    assert LearnersModel(SHIPPED, None)() is SHIPPED
    assert calibration_file.read(path) == ((), ())
