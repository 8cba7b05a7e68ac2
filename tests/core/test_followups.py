"""Which point of an answer is asked about."""

from dataclasses import replace

import pytest

from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.interview.followups import next_probe

COVERED, PARTLY, MISSED, CONTRADICTED, UNSURE = Verdict


def question(*weights: float) -> Question:
    points = (KeyPoint(KeyPointId(f"k{n}"), "S.", weight, probe=f"Probe {n}?") for n, weight in enumerate(weights))
    return Question(QuestionId("q"), "Prompt?", tuple(points))


def found(*verdicts: Verdict) -> Assessment:
    points = (PointVerdict(KeyPointId(f"k{n}"), verdict, 0.5, 0.1) for n, verdict in enumerate(verdicts))
    return Assessment(tuple(points), 40.0, 30.0, 50.0, "test")


@pytest.mark.parametrize(
    ("weights", "verdicts", "expected"),
    [
        ((2, 4, 4), (MISSED, MISSED, MISSED), "k1"),
        ((4, 4), (UNSURE, MISSED), "k1"),
        ((4, 2), (UNSURE, MISSED), "k0"),
        ((4, 4, 1), (CONTRADICTED, PARTLY, MISSED), "k2"),
        ((4, 4), (COVERED, PARTLY), None),
    ],
)
def test_the_weightiest_point_that_is_open_comes_first(
    weights: tuple[float, ...], verdicts: tuple[Verdict, ...], expected: str | None
) -> None:
    point = next_probe(question(*weights), found(*verdicts), (), 1)
    assert (point.id if point is not None else None) == expected


def test_each_point_is_asked_about_once_and_never_more_than_two() -> None:
    asked: list[KeyPointId] = []
    while (point := next_probe(question(1, 1, 1), found(MISSED, MISSED, MISSED), asked, 9)) is not None:
        asked.append(point.id)
    assert asked == ["k0", "k1"]
    assert next_probe(question(1), found(MISSED), (), 0) is None


def test_points_with_one_probe_are_asked_about_once() -> None:
    same = replace(question(1, 1), key_points=tuple(replace(each, probe="W?") for each in question(1, 1).key_points))
    assert next_probe(same, found(MISSED, MISSED), [KeyPointId("k0")], 2) is None


def test_a_reason_is_asked_for_first_where_a_covered_point_has_a_probe_for_it() -> None:
    whole = question(1, 3, 2)
    probes = ("Why is that so?", "Which one, and why?", "Whyever?")
    why = replace(
        whole, key_points=tuple(replace(each, probe=p) for each, p in zip(whole.key_points, probes, strict=True))
    )
    some = found(COVERED, COVERED, COVERED)
    first = next_probe(why, some, (), 2, asks_why=True)
    assert first is not None and first.id == "k1"
    assert next_probe(why, some, [KeyPointId("k1")], 2, asks_why=True) is None  # one reason an answer
    assert next_probe(why, some, (), 2) is None
    assert next_probe(whole, some, (), 2, asks_why=True) is None
    missed = next_probe(why, found(COVERED, PARTLY, MISSED), [KeyPointId("k0")], 2, asks_why=True)
    assert missed is not None and missed.id == "k2"


def test_without_a_grade_or_a_probe_and_in_a_part_nothing_is_asked() -> None:
    whole = question(1, 1)
    assert next_probe(whole, None, (), 2) is None
    assert next_probe(whole, not_graded("Nothing was heard.", "t"), (), 2) is None
    assert next_probe(whole.part([KeyPointId("k0")]), found(MISSED), (), 2) is None
    silent = replace(whole, key_points=tuple(replace(each, probe="") for each in whole.key_points))
    assert next_probe(silent, found(MISSED, MISSED), (), 2) is None


def test_a_follow_up_asks_for_one_point_by_its_probe_and_stays_one_in_a_newer_text() -> None:
    asked = question(1, 1).follow_up(KeyPointId("k1"))
    assert (asked.prompt, asked.said, [point.id for point in asked.key_points]) == ("Probe 1?", "Probe 1?", ["k1"])
    assert asked.is_part
    assert asked.is_follow_up
    assert not question(1, 1).part([KeyPointId("k1")]).is_follow_up
    newer = replace(question(1, 1), key_points=tuple(replace(each, probe="N?") for each in question(1, 1).key_points))
    assert newer.like(asked).prompt == "N?"
    assert newer.like(asked).is_follow_up
    assert question(1, 1).like(asked) == asked
