"""The plan follows from answers and acts alone, by FSRS, and nothing that was answered is ever lost from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Act, PlanEvent, PlanSettings, Practice, Rating, Recalled
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.domain.session import TakeId
from mlprep_gui.schedule import LEECH_DAYS, Day, Plan, make_plan, plan_day, rate, rate_point, remember, settings_json

TODAY = date(2026, 3, 2)
COVERED, PARTLY, MISSED, CONTRADICTED, UNSURE = Verdict
IDS = tuple(KeyPointId(name) for name in "abcde")


def question(name: str, topic: str = "Basics", answer_s: float = 100.0) -> Question:
    points = tuple(KeyPoint(point, f"{point} is so.", probe=f"What is {point}?") for point in IDS)
    return Question(QuestionId(name), f"What is {name}?", points, topic=topic, answer_s=answer_s)


def answer(
    name: str, day: int, *verdicts: Verdict, score: float | None = -1.0, hour: int = 18, is_judged: bool = False
) -> Recalled:
    """Return an answer so many days after TODAY; without a score of its own it earned what was covered."""
    said = dict(zip(IDS, verdicts, strict=False))
    if score == -1.0:
        score = 100.0 * sum(each is COVERED for each in verdicts) / len(verdicts)
    at = datetime.combine(TODAY, time(hour), UTC) + timedelta(days=day)
    return Recalled(
        TakeId(f"{name}:{at:%y%m%d%H}"), QuestionId(name), at, score, said, dict.fromkeys(IDS, 1.0), is_judged
    )


def graded(name: str, day: int, rating: Rating) -> Recalled:
    """Return an answer of which the points say nothing."""
    scores = {Rating.AGAIN: 10.0, Rating.HARD: 60.0, Rating.GOOD: 80.0, Rating.EASY: 100.0}
    return answer(name, day, score=scores[rating])


def day_of(at: datetime) -> date:
    return at.date()


def plan_of(*answers: Recalled, events: Sequence[PlanEvent] = ()) -> Plan:
    ordered = sorted(answers, key=lambda each: each.answered_at)
    return make_plan(Practice(answers=tuple(ordered), events=tuple(events)), day_of)


def use(**changes: object) -> PlanEvent:
    return PlanEvent(Act.SETTINGS, settings_json(replace(PlanSettings(), **changes)))  # type: ignore[arg-type]


def day_after(days: int, plan: Plan, *questions: Question) -> Day:
    return plan_day(plan, questions, TODAY + timedelta(days=days), lambda each: each.answer_s)


def names(lines: Sequence[object]) -> list[str]:
    return [str(line.question.id) for line in lines]  # type: ignore[attr-defined]


# Ratings


@pytest.mark.parametrize(
    ("score", "verdicts", "expected"),
    [
        (0.0, (MISSED,) * 5, Rating.AGAIN),
        (49.9, (COVERED, COVERED, MISSED, MISSED, MISSED), Rating.AGAIN),
        (50.0, (COVERED, COVERED, PARTLY, MISSED, MISSED), Rating.HARD),
        (74.9, (COVERED,) * 5, Rating.HARD),
        (75.0, (COVERED, COVERED, COVERED, COVERED, MISSED), Rating.GOOD),
        (96.0, (COVERED, COVERED, COVERED, COVERED, MISSED), Rating.GOOD),
        (80.0, (COVERED, COVERED, COVERED, COVERED, CONTRADICTED), Rating.HARD),
        (95.0, (COVERED,) * 5, Rating.EASY),
        (None, (), None),
    ],
)
def test_a_rating_follows_from_coverage(
    score: float | None, verdicts: tuple[Verdict, ...], expected: Rating | None
) -> None:
    assert rate(answer("q", 0, *verdicts, score=score)) is expected


def test_own_verdicts_stand_before_the_score_with_the_weights_of_the_points() -> None:
    judged = answer("q", 0, COVERED, MISSED, UNSURE, score=20.0, is_judged=True)
    assert rate(judged) is Rating.HARD  # one of two known points
    assert rate(replace(judged, weights={IDS[0]: 9.0, IDS[1]: 1.0})) is Rating.GOOD
    assert rate(replace(judged, verdicts={IDS[0]: UNSURE})) is Rating.AGAIN  # nothing is known: the score


def test_a_single_point_is_said_partly_said_or_not() -> None:
    assert [rate_point(verdict) for verdict in Verdict] == [Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.AGAIN, None]


# FSRS

HISTORIES = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Rating)), min_size=1, max_size=25)


@settings(deadline=None)
@given(HISTORIES)
def test_intervals_are_those_of_the_package(gaps: list[tuple[int, Rating]]) -> None:
    package = fsrs.Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
    day, history, card = TODAY, [], fsrs.Card(card_id=1)
    for gap, rating in gaps:
        day += timedelta(days=gap)
        history.append((day, rating))
        card, _ = package.review_card(card, fsrs.Rating(rating), datetime.combine(day, time(), UTC))
    memory = remember(history)
    assert memory is not None and card.last_review is not None
    assert memory.due - memory.last == card.due - card.last_review
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    later = day + timedelta(days=30)
    at = datetime.combine(later, time(), UTC)
    assert memory.retrievability(later) == pytest.approx(package.get_card_retrievability(card, at))


def test_the_plan_uses_these_intervals_for_questions_and_points() -> None:
    plan = plan_of(answer("q", 0, COVERED, COVERED, COVERED, COVERED, MISSED), answer("q", 3, *[COVERED] * 5))
    entry = plan.entries[QuestionId("q")]
    assert entry.whole.memory == remember([(TODAY, Rating.GOOD), (TODAY + timedelta(3), Rating.EASY)])
    (missed,) = entry.points
    assert (missed.key_point, missed.reviews) == ("e", 2)
    assert missed.memory == remember([(TODAY, Rating.AGAIN), (TODAY + timedelta(3), Rating.GOOD)])


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    late, early = answer("q", 0, *[COVERED] * 5, hour=23), answer("q", 1, *[COVERED] * 5, hour=6)
    memory = plan_of(late, early).entries[QuestionId("q")].whole.memory
    assert memory == remember([(TODAY, Rating.EASY), (TODAY + timedelta(1), Rating.EASY)])


def test_a_point_counts_from_the_first_time_it_was_missed() -> None:
    all_said = answer("q", 0, *[COVERED] * 5)
    assert plan_of(all_said).entries[QuestionId("q")].points == ()
    plan = plan_of(all_said, answer("q", 9, COVERED, UNSURE, PARTLY, COVERED, CONTRADICTED))
    assert [(each.key_point, each.reviews) for each in plan.entries[QuestionId("q")].points] == [("e", 1)]


# A day

Q, R, S = question("q"), question("r"), question("s")


def test_what_was_missed_comes_back_before_what_was_said_well() -> None:
    plan = plan_of(graded("q", 0, Rating.GOOD), graded("r", 0, Rating.AGAIN), graded("s", 0, Rating.EASY))
    assert names(day_after(0, plan, Q, R, S).due) == []
    assert names(day_after(1, plan, Q, R, S).due) == ["r"]
    assert names(day_after(2, plan, Q, R, S).due) == ["r", "q"]
    assert names(day_after(8, plan, Q, R, S).due) == ["r", "q", "s"]
    assert [(line.question.id, line.day) for line in day_after(0, plan, Q, R, S).ahead] == [
        ("r", TODAY + timedelta(1)),
        ("q", TODAY + timedelta(2)),
        ("s", TODAY + timedelta(8)),
    ]


def test_single_missed_points_come_up_by_themselves_before_their_question() -> None:
    plan = plan_of(answer("q", 0, COVERED, COVERED, COVERED, MISSED, CONTRADICTED, score=80.0))
    plan_rated = plan_of(
        answer("q", 0, COVERED, COVERED, COVERED, MISSED, CONTRADICTED, score=80.0),
        events=[PlanEvent(Act.RATED, "good", QuestionId("q"), TakeId("q:26030218"))],
    )
    assert day_after(1, plan, Q).due[0].points == ()  # a reversed point: the whole question is hard, due tomorrow
    (line,) = day_after(1, plan_rated, Q).due
    assert [point.id for point in line.points] == ["d", "e"]
    asked = line.asked
    assert (asked.id, asked.is_part, asked.answer_s) == ("q", True, 40.0)
    assert asked.prompt == "What is q? Say only this: What is d? What is e?"
    assert [point.id for point in asked.key_points] == ["d", "e"]
    assert day_after(2, plan_rated, Q).due[0].points == ()  # now it is due as a whole


def test_an_answer_to_a_part_counts_for_its_points_only() -> None:
    whole = answer("q", 0, COVERED, COVERED, COVERED, COVERED, MISSED)
    part = replace(answer("q", 1, score=100.0), verdicts={IDS[4]: COVERED}, is_part=True)
    entry = plan_of(whole, part).entries[QuestionId("q")]
    assert (entry.whole.reviews, entry.points[0].reviews) == (1, 2)
    assert day_after(1, plan_of(whole, part), Q).due == ()
    assert names(day_after(2, plan_of(whole, part), Q).due) == ["q"]


def test_the_day_holds_its_amount_and_the_new_questions_come_last() -> None:
    plan = plan_of(graded("q", -9, Rating.AGAIN), graded("r", -9, Rating.GOOD), events=[use(questions_a_day=3)])
    day = day_after(0, plan, Q, R, S, question("t"))
    assert names(day.chosen) == ["q", "r", "s"]
    again = plan_of(
        graded("q", -9, Rating.AGAIN),
        graded("r", -9, Rating.GOOD),
        graded("q", 0, Rating.GOOD),
        graded("s", 0, Rating.GOOD),
        events=[use(questions_a_day=3)],
    )
    day = day_after(0, again, Q, R, S, question("t"))
    assert (names(day.chosen), [each.id for each in day.done]) == (["r"], ["q", "s"])


def test_after_the_day_s_amount_the_next_questions_are_offered() -> None:
    plan = plan_of(graded("q", 0, Rating.GOOD), graded("r", 0, Rating.GOOD), events=[use(questions_a_day=2)])
    day = day_after(0, plan, Q, R, S)
    assert (names(day.chosen), names(day.more)) == ([], ["s", "q"])


def test_an_amount_in_minutes_counts_lengths_and_holds_one_question_at_least() -> None:
    short, long = question("short", answer_s=60.0), question("long", answer_s=600.0)
    assert names(day_after(0, plan_of(events=[use(minutes_a_day=2)]), short, short, short).chosen) == ["short"] * 2
    assert names(day_after(0, plan_of(events=[use(minutes_a_day=2)]), long, short).chosen) == ["long"]


def test_new_questions_come_from_the_topic_that_was_practised_least() -> None:
    known = [question(f"a{n}", "A") for n in range(4)]
    other = [question(f"b{n}", "B") for n in range(2)]
    plan = plan_of(graded("a0", 0, Rating.EASY), graded("a1", 0, Rating.EASY))
    assert names(day_after(0, plan, *known, *other).new) == ["b0", "a2", "b1", "a3"]


def test_an_answer_that_was_not_graded_is_due_the_day_after() -> None:
    plan = plan_of(answer("q", 0, score=None))
    assert names(day_after(0, plan, Q).due) == []
    assert names(day_after(1, plan, Q).due) == ["q"]
    assert day_after(1, plan, Q).new == ()


def test_a_leech_is_named_after_so_many_days_until_it_is_said_well() -> None:
    failed = [answer("q", 2 * n, COVERED, COVERED, COVERED, COVERED, MISSED) for n in range(LEECH_DAYS)]
    same_day = [answer("q", 0, *[MISSED] * 5, hour=hour) for hour in range(10, 10 + LEECH_DAYS)]
    assert day_after(9, plan_of(*failed[:-1]), Q).leeches == ()
    assert day_after(9, plan_of(*same_day), Q).leeches == ()
    (leech,) = day_after(9, plan_of(*failed), Q).leeches
    assert (leech.question.id, leech.point and leech.point.id, leech.days_failed) == ("q", "e", LEECH_DAYS)
    assert day_after(9, plan_of(*failed, answer("q", 8, *[COVERED] * 5)), Q).leeches == ()
    whole = plan_of(*[graded("q", n, Rating.AGAIN) for n in range(LEECH_DAYS)])
    assert [each.point for each in day_after(9, whole, Q).leeches] == [None]


# Acts


def act(what: Act, value: str | None, name: str = "q") -> PlanEvent:
    return PlanEvent(what, value, QuestionId(name))


def test_suspended_questions_rest_until_they_are_wanted_back() -> None:
    answers = (graded("q", -9, Rating.AGAIN), graded("r", -9, Rating.AGAIN))
    events = [act(Act.SUSPENDED, "yes"), act(Act.SUSPENDED, "yes", "s")]
    day = day_after(0, plan_of(*answers, events=events), Q, R, S)
    assert (names(day.due), names(day.new)) == (["r"], [])
    events.append(act(Act.SUSPENDED, None))
    assert names(day_after(0, plan_of(*answers, events=events), Q, R, S).due) == ["q", "r"]


def test_a_buried_question_rests_until_its_day() -> None:
    tomorrow = (TODAY + timedelta(1)).isoformat()
    plan = plan_of(graded("q", -9, Rating.AGAIN), events=[act(Act.BURIED, tomorrow), act(Act.BURIED, tomorrow, "s")])
    assert (day_after(0, plan, Q, S).due, day_after(0, plan, Q, S).new) == ((), ())
    assert (names(day_after(1, plan, Q, S).due), names(day_after(1, plan, Q, S).new)) == (["q"], ["s"])


def test_a_reset_question_is_new_again_and_the_reset_can_be_taken_back() -> None:
    answers = [answer("q", n, COVERED, COVERED, COVERED, COVERED, MISSED) for n in (-9, -5)]
    before = plan_of(*answers)
    reset = act(Act.RESET, datetime.combine(TODAY, time(), UTC).isoformat())
    plan = plan_of(*answers, events=[reset])
    entry = plan.entries[QuestionId("q")]
    assert [(each.reviews, each.set_aside) for each in (entry.whole, *entry.points)] == [(0, 2), (0, 2)]
    assert (day_after(0, plan, Q).due, names(day_after(0, plan, Q).new)) == ((), ["q"])
    later = plan_of(*answers, graded("q", 0, Rating.EASY), events=[reset]).entries[QuestionId("q")].whole
    assert (later.reviews, later.memory) == (1, remember([(TODAY, Rating.EASY)]))
    back = plan_of(*answers, events=[reset, act(Act.RESET, None)])
    assert (back.entries, day_after(0, back, Q)) == (before.entries, day_after(0, before, Q))


def test_a_corrected_rating_counts_instead_and_can_be_taken_back() -> None:
    given = answer("q", 0, *[COVERED] * 5)
    event = PlanEvent(Act.RATED, "again", QuestionId("q"), given.take)
    whole = plan_of(given, events=[event]).entries[QuestionId("q")].whole
    assert whole.last is not None and (whole.last.rating, whole.last.is_corrected) == (Rating.AGAIN, True)
    assert whole.memory == remember([(TODAY, Rating.AGAIN)])
    assert plan_of(given, events=[event, replace(event, value=None)]).entries == plan_of(given).entries


def test_an_answer_that_was_not_graded_can_be_rated() -> None:
    given = answer("q", 0, score=None)
    event = PlanEvent(Act.RATED, "good", QuestionId("q"), given.take)
    assert plan_of(given, events=[event]).entries[QuestionId("q")].whole.reviews == 1


# The interview

RATINGS = st.sampled_from(Rating)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.integers(1, 5), st.integers(1, 30), st.data())
def test_everything_comes_up_once_more_before_the_interview(
    count: int, a_day: int, days: int, data: st.DataObject
) -> None:
    """A learner who practises all that is due each day has answered everything within the last stretch."""
    questions = [question(f"q{n}") for n in range(count)]
    interview = TODAY + timedelta(days=days)
    events = [use(interview=interview, questions_a_day=a_day)]
    answers = [graded(each.id, -data.draw(st.integers(1, 60)), data.draw(RATINGS)) for each in questions]
    for passed in range(days):
        due = day_after(passed, plan_of(*answers, events=events), *questions).due
        answers += [graded(line.question.id, passed, data.draw(RATINGS)) for line in due]
    stretch = min(14, max(1, -(-count // a_day)))
    last = plan_of(*answers, events=events).entries
    for each in questions:
        assert interview - timedelta(days=stretch) <= last[each.id].day < interview
    assert day_after(days, plan_of(*answers, events=events), *questions).days_left == 0


def test_before_an_interview_the_strongest_come_first_and_no_day_holds_more_than_its_share() -> None:
    questions = [question(f"q{n}") for n in range(6)]
    answers = [graded(f"q{n}", -30 + k, Rating.EASY) for n in range(6) for k in range(0, 5 * (n + 1), 5)]
    events = [use(interview=TODAY + timedelta(days=5), questions_a_day=2)]
    plan = plan_of(*answers, events=events)
    day = day_after(0, plan, *questions)
    pulled = [line for line in (*day.due, *day.ahead) if line.for_interview]
    assert day.to_repeat == 6 and day.days_left == 5 and day.needed_a_day == 2
    days = {line.question.id: line.day for line in (*day.due, *day.ahead)}
    assert [days[QuestionId(f"q{n}")] for n in range(5, 0, -1)] == sorted(line.day for line in pulled if line.day)
    assert max(sum(line.day == other.day for line in pulled) for other in pulled) <= 2
    assert all(line.day is not None and line.day < TODAY + timedelta(days=5) for line in (*day.due, *day.ahead))


def test_an_interview_that_is_over_changes_nothing() -> None:
    answers = [graded("q", -30, Rating.EASY), graded("r", -3, Rating.GOOD)]
    past = day_after(0, plan_of(*answers, events=[use(interview=TODAY - timedelta(days=1))]), Q, R)
    assert past == day_after(0, plan_of(*answers), Q, R)
    assert past.days_left is None


def test_too_little_time_is_told() -> None:
    questions = [question(f"q{n}") for n in range(9)]
    plan = plan_of(
        *[graded(each.id, -1, Rating.EASY) for each in questions],
        events=[use(interview=TODAY + timedelta(days=2), questions_a_day=2)],
    )
    # The last stretch has begun: what was answered in it has come up, and nothing is to be repeated.
    assert day_after(0, plan, *questions).to_repeat == 0
    older = plan_of(
        *[graded(each.id, -20, Rating.EASY) for each in questions],
        events=[use(interview=TODAY + timedelta(days=2), questions_a_day=2)],
    )
    assert (day_after(0, older, *questions).to_repeat, day_after(0, older, *questions).needed_a_day) == (9, 5)


# Nothing is lost

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("answer"), st.sampled_from("qrs"), st.lists(st.sampled_from(Verdict), min_size=5, max_size=5)
        ),
        st.tuples(st.just("rate"), st.integers(0, 20), st.sampled_from([None, *Rating])),
        st.tuples(st.just("suspend"), st.sampled_from("qrs"), st.booleans()),
        st.tuples(st.just("bury"), st.sampled_from("qrs"), st.booleans()),
        st.tuples(st.just("reset"), st.sampled_from("qrs"), st.booleans()),
        st.tuples(st.just("settings"), st.integers(1, 9), st.integers(0, 30)),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(STEPS)
def test_no_operation_loses_a_review(steps: list[tuple[str, ...]]) -> None:
    answers: list[Recalled] = []
    events: list[PlanEvent] = []
    questions = {each.id: each for each in (Q, R, S)}
    for number, (what, *about) in enumerate(steps):
        at = datetime.combine(TODAY + timedelta(days=number), time(18), UTC)
        if what == "answer":
            answers.append(answer(about[0], number, *about[1]))
        else:
            events.extend(_event(what, about, answers, at))
        plan = make_plan(Practice(answers=tuple(answers), events=tuple(events)), day_of)
        _check_nothing_is_lost(plan, answers)
        day = plan_day(plan, tuple(questions.values()), at.date(), lambda each: each.answer_s)
        there = {line.question.id for line in (*day.due, *day.ahead, *day.new)}
        buried_and_new = {each for each in questions if plan.buried.get(each, at.date()) > at.date()}
        assert there | plan.suspended | buried_and_new >= set(questions)  # no question falls out of the plan


def _event(what: str, about: Sequence[object], answers: Sequence[Recalled], at: datetime) -> list[PlanEvent]:
    if what == "settings":
        a_day, days = about
        assert isinstance(days, int)
        return [use(questions_a_day=a_day, interview=at.date() + timedelta(days=days) if days else None)]
    if what == "rate":
        place, rating = about
        assert isinstance(place, int)
        if place >= len(answers):
            return []
        value = rating.name.lower() if isinstance(rating, Rating) else None
        return [PlanEvent(Act.RATED, value, answers[place].question, answers[place].take)]
    name, is_on = about
    tomorrow = (at.date() + timedelta(days=1)).isoformat()
    values: Mapping[str, tuple[Act, str]] = {
        "suspend": (Act.SUSPENDED, "yes"),
        "bury": (Act.BURIED, tomorrow),
        "reset": (Act.RESET, at.isoformat()),
    }
    kind, value = values[what]
    return [PlanEvent(kind, value if is_on else None, QuestionId(str(name)))]


def _check_nothing_is_lost(plan: Plan, answers: Sequence[Recalled]) -> None:
    for name in {each.question for each in answers}:
        given = [each for each in answers if each.question == name]
        whole = plan.entries[name].whole
        assert whole.reviews + whole.set_aside == len(given)
        for point in plan.entries[name].points:
            known = [each.verdicts[point.key_point] for each in given if each.verdicts[point.key_point] is not UNSURE]
            first = next(n for n, verdict in enumerate(known) if verdict in (MISSED, CONTRADICTED))
            assert point.reviews + point.set_aside == len(known) - first
        assert plan.entries[name].newest == given[-1]


@settings(deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_the_same_answers_give_the_same_plan(steps: list[tuple[str, ...]], random: object) -> None:
    """Also from snapshots, of whichever of the questions they hold."""
    answers = [answer(about[0], n, *about[1]) for n, (what, *about) in enumerate(steps) if what == "answer"]
    events = [event for what, *about in steps if what != "answer" for event in _event(what, about, answers, NOON)]
    marks = {each.question: f"mark of {each.question}" for each in answers}
    first = make_plan(Practice(marks, tuple(answers), tuple(events)), day_of)
    kept = {name: snapshot for name, snapshot in first.fresh.items() if random.random() < 0.5}  # type: ignore[attr-defined]
    left = tuple(each for each in answers if each.question not in kept)
    again = make_plan(Practice(marks, left, tuple(events), kept), day_of)
    assert again == first
    assert again.fresh == {name: snapshot for name, snapshot in first.fresh.items() if name not in kept}
    questions = (Q, R, S)
    assert day_after(0, again, *questions) == day_after(0, first, *questions)


NOON = datetime.combine(TODAY, time(12), UTC)
