"""Mock interviews that are planned by time: what they ask, and for how long."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Final

from mlprep_gui.bank.choose import question_s
from mlprep_gui.domain.question import Level, Question, QuestionId

#: Opening and closing.
FRAME_S: Final = 40.0
#: A follow-up question that is asked: a few words, ten seconds to think, a short answer.
FOLLOW_UP_S: Final = 40.0


@dataclass(frozen=True, slots=True)
class Programme:
    """A mock interview.

    Attributes:
        levels: how demanding its questions are; empty for all.
    """

    name: str
    minutes: int
    think_s: float
    levels: tuple[Level, ...] = ()


PHONE_SCREEN: Final = Programme("phone_screen", 20, 10.0, (Level.EASY, Level.MEDIUM))
BREADTH: Final = Programme("breadth", 45, 20.0)
PROGRAMMES: Final = {programme.name: programme for programme in (PHONE_SCREEN, BREADTH)}


def needed_s(question: Question, programme: Programme, answer_s: float | None, follow_ups: int) -> float:
    """Return how long a question is likely to take in a programme, seconds, with its follow-ups."""
    return question_s(question, programme.think_s, answer_s) + follow_ups * FOLLOW_UP_S


def programme_questions(
    programme: Programme,
    questions: Sequence[Question],
    planned: Sequence[QuestionId] = (),
    seed: int = 0,
    answer_s: float | None = None,
    follow_ups: int = 0,
) -> tuple[Question, ...]:
    """Return as many questions as fit the time, at least one: one topic after the other in turn, easy ones first.

    Args:
        programme: what is asked.
        questions: all questions; without any of the levels of the programme all of them can come.
        planned: what the plan wants, which comes first within its topic; the others are mixed.
        seed: makes that order repeatable.
        answer_s: fixed answer time, or None for what each question suggests.
        follow_ups: how many there may be after each answer.
    """
    wanted = [each for each in questions if each.level in programme.levels] or list(questions)
    random.Random(seed).shuffle(wanted)
    places = {question: place for place, question in enumerate(planned)}
    wanted.sort(key=lambda each: places.get(each.id, len(places)))
    topics: dict[str, list[Question]] = {}
    for question in wanted:
        topics.setdefault(question.topic, []).append(question)
    in_turn = [each for each in chain.from_iterable(zip_longest(*topics.values())) if each is not None]
    chosen: list[Question] = []
    left_s = programme.minutes * 60.0 - FRAME_S
    for question in in_turn:
        length_s = needed_s(question, programme, answer_s, follow_ups)
        if chosen and length_s > left_s:
            break
        chosen.append(question)
        left_s -= length_s
    levels = list(Level)
    return tuple(sorted(chosen, key=lambda each: levels.index(each.level)))
