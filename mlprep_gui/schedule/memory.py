"""What is left in memory after a row of reviews, by FSRS (the free spaced repetition scheduler, package `fsrs`).

Days are those of the learner, so that an answer in the evening and one the next morning are a day apart. Intervals are
whole days (no learning steps) and are not fuzzed: the same answers always give the same plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Final, Self

import fsrs

from mlprep_gui.domain.plan import Rating

#: Chance, at the time of a review, that it is still remembered.
RETENTION: Final = 0.9
SCHEDULER: Final = fsrs.Scheduler(
    desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
)

_RATINGS: Final = {rating: fsrs.Rating(rating) for rating in Rating}

History = Sequence[tuple[date, Rating]]


@dataclass(frozen=True, slots=True)
class Memory:
    """How well something is remembered.

    Attributes:
        stability: days until the chance of remembering falls to 90 %.
        difficulty: 1 (easy) to 10.
        last, due: the day of the last review, and of the next one.
    """

    stability: float
    difficulty: float
    last: date
    due: date

    def retrievability(self, day: date) -> float:
        """Return the chance (0..1) that it is still remembered on a day."""
        return self.chances((day,))[0]

    def chances(self, days: Sequence[date]) -> tuple[float, ...]:
        """Return the chance (0..1) that it is still remembered on each of some days."""
        card = _card(self)
        return tuple(SCHEDULER.get_card_retrievability(card, _instant(day)) for day in days)


def remember(history: History) -> Memory | None:
    """Return the memory after reviews, oldest first; None without any."""
    # A card of its own id, or it would wait a millisecond for one.
    card: fsrs.Card = _OwnCard(card_id=0, due=datetime.min.replace(tzinfo=UTC))
    for day, rating in history:
        card, _ = SCHEDULER.review_card(card, _RATINGS[rating], _instant(day))
    if card.stability is None or card.difficulty is None or card.last_review is None:
        return None
    return Memory(card.stability, card.difficulty, card.last_review.date(), card.due.date())


class _OwnCard(fsrs.Card):
    """A card that nobody else holds, so that a review may change it: a copy for each takes as long as the review."""

    def __copy__(self) -> Self:
        return self


@lru_cache(maxsize=8192)  # the points of an answer share its day
def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _card(memory: Memory) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_instant(memory.due),
        last_review=_instant(memory.last),
    )
