"""One question in the plan, with the points of it that were ever missed."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.plan import Rating, Recalled
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import TakeId
from mlprep_gui.schedule.memory import Memory, remember
from mlprep_gui.schedule.ratings import rate, rate_point

#: On so many days something has to fail, and not be said well since, to be named.
LEECH_DAYS = 4
WHOLE = KeyPointId("")


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, as it counts for the question or for one of its points."""

    take: TakeId
    at: datetime
    day: date
    rating: Rating
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """What is known of a question, or of one point of it.

    Attributes:
        key_point: WHOLE for the question.
        reviews: how many answers count.
        set_aside: how many do not, since they came before a reset; they come back when it is taken back.
        days_failed: on how many days it failed.
        last: the newest answer that counts.
        memory: None when no answer counts.
    """

    key_point: KeyPointId
    reviews: int
    set_aside: int
    days_failed: int
    last: Review | None
    memory: Memory | None

    @property
    def is_leech(self) -> bool:
        """Whether it fails again and again: then another way to learn it is worth more than once more."""
        return self.last is not None and self.last.rating < Rating.GOOD and self.days_failed >= LEECH_DAYS


@dataclass(frozen=True, slots=True)
class Entry:
    """A question that was answered.

    Attributes:
        whole: the question; without reviews when no answer is graded yet, or all were set aside.
        points: those that were missed at least once.
        newest: the newest answer, also to a part of the question, and its day.
    """

    question: QuestionId
    whole: Planned
    points: tuple[Planned, ...]
    newest: Recalled
    day: date


def make_entry(
    answers: Sequence[Recalled],
    ratings: Mapping[TakeId, Rating],
    reset: datetime | None,
    day_of: Callable[[datetime], date],
) -> Entry:
    """Return what follows from the answers to one question, at least one, oldest first.

    Args:
        answers: all of them.
        ratings: what the learner corrected.
        reset: answers until then do not count.
        day_of: the learner's day of an instant.
    """
    given = [(day_of(answer.answered_at), answer) for answer in answers]
    day, newest = given[-1]
    points = tuple(_planned(point, reviews, reset) for point, reviews in _of_points(given).items())
    return Entry(newest.question, _planned(WHOLE, _of_question(given, ratings), reset), points, newest, day)


_Given = Sequence[tuple[date, Recalled]]


def _of_question(given: _Given, ratings: Mapping[TakeId, Rating]) -> list[Review]:
    reviews = []
    for day, answer in given:
        own = ratings.get(answer.take)
        rating = own or rate(answer)
        if rating is not None and not answer.is_part:
            reviews.append(Review(answer.take, answer.answered_at, day, rating, own is not None))
    return reviews


def _of_points(given: _Given) -> dict[KeyPointId, list[Review]]:
    """Return the reviews of each point since it was missed first."""
    found: dict[KeyPointId, list[Review]] = {}
    for day, answer in given:
        for point, verdict in answer.verdicts.items():
            rating = rate_point(verdict)
            if rating is not None and (point in found or rating is Rating.AGAIN):
                found.setdefault(point, []).append(Review(answer.take, answer.answered_at, day, rating))
    return found


def _planned(key_point: KeyPointId, reviews: Sequence[Review], reset: datetime | None) -> Planned:
    counting = [review for review in reviews if reset is None or review.at > reset]
    return Planned(
        key_point=key_point,
        reviews=len(counting),
        set_aside=len(reviews) - len(counting),
        days_failed=len({review.day for review in counting if review.rating is Rating.AGAIN}),
        last=counting[-1] if counting else None,
        memory=remember([(review.day, review.rating) for review in counting]),
    )


def entry_to_json(entry: Entry) -> str:
    """Write an entry down."""
    return json.dumps(asdict(entry), default=lambda value: value.isoformat(), separators=(",", ":"))


def entry_from_json(text: str) -> Entry:
    """Read what `entry_to_json` wrote."""
    table = json.loads(text)
    newest = table["newest"]
    newest["answered_at"] = datetime.fromisoformat(newest["answered_at"])
    newest["verdicts"] = {KeyPointId(point): Verdict(verdict) for point, verdict in newest["verdicts"].items()}
    return Entry(
        question=QuestionId(table["question"]),
        whole=_planned_from(table["whole"]),
        points=tuple(map(_planned_from, table["points"])),
        newest=Recalled(**newest),
        day=date.fromisoformat(table["day"]),
    )


def _planned_from(table: dict[str, Any]) -> Planned:
    last, memory = table["last"], table["memory"]
    if last is not None:
        at, day = datetime.fromisoformat(last["at"]), date.fromisoformat(last["day"])
        table["last"] = Review(**{**last, "at": at, "day": day, "rating": Rating(last["rating"])})
    if memory is not None:
        days = {name: date.fromisoformat(memory[name]) for name in ("last", "due")}
        table["memory"] = Memory(**{**memory, **days})
    return Planned(**table)
