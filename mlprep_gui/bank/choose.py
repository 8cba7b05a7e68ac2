"""Chooses the questions of a round."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mlprep_gui.domain.question import Level, PackId, Question, QuestionId

OVERHEAD_S = 10.0


class Order(StrEnum):
    """In which order questions come."""

    DUE = "due"
    WEAKEST = "weakest"
    PACK = "pack"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the learner asked for; an empty tuple means all.

    Attributes:
        count: how many questions, when minutes is None.
        minutes: how long the round should take; as many questions as fit, at least one.
        seed: makes a mixed order repeatable.
    """

    packs: tuple[PackId, ...] = ()
    topics: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    count: int = 5
    minutes: float | None = None
    order: Order = Order.DUE
    seed: int = 0


def question_s(question: Question, think_s: float, answer_s: float | None) -> float:
    """Return how long a question is likely to take, seconds: reading, thinking, answering."""
    return OVERHEAD_S + think_s + (question.answer_s if answer_s is None else answer_s)


def choose(
    questions: Sequence[Question],
    choice: Choice,
    scores: Mapping[QuestionId, float] | None = None,
    think_s: float = 0.0,
    answer_s: float | None = None,
    planned: Sequence[QuestionId] = (),
) -> tuple[Question, ...]:
    """Return the questions of a round.

    Args:
        questions: all questions, in pack order.
        choice: what is wanted.
        scores: newest score by question, 0..100; a question never answered comes after the weak ones (below 60)
            and before the good ones, so that a round mends before it adds.
        think_s: thinking time, for a round by minutes.
        answer_s: fixed answer time, or None for what each question suggests.
        planned: in which order the plan wants them, for Order.DUE; those it does not want come after these.
    """
    wanted = [
        question
        for question in questions
        if (not choice.packs or question.pack in choice.packs)
        and (not choice.topics or question.topic in choice.topics)
        and (not choice.levels or question.level in choice.levels)
    ]
    if choice.order is Order.MIXED:
        random.Random(choice.seed).shuffle(wanted)
    elif choice.order is Order.DUE:
        places = {question: place for place, question in enumerate(planned)}
        wanted.sort(key=lambda question: places.get(question.id, len(places)))
    elif choice.order is Order.WEAKEST:
        known = scores or {}
        wanted.sort(key=lambda question: known.get(question.id, 60.0))
    if choice.minutes is None:
        return tuple(wanted[: max(1, choice.count)])
    chosen: list[Question] = []
    left_s = choice.minutes * 60.0
    for question in wanted:
        needed_s = question_s(question, think_s, answer_s)
        if chosen and needed_s > left_s:
            break
        chosen.append(question)
        left_s -= needed_s
    return tuple(chosen)
