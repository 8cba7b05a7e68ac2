"""Mock interviews that are planned by time."""

from itertools import pairwise

import pytest

from mlprep_gui.bank import load_library
from mlprep_gui.bank.programmes import BREADTH, FRAME_S, PHONE_SCREEN, Programme, needed_s, programme_questions
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Level, Question, QuestionId
from mlprep_gui.paths import locate

QUESTIONS = load_library(locate().questions).questions
LEVELS = list(Level)


@pytest.mark.parametrize("programme", [PHONE_SCREEN, BREADTH])
@pytest.mark.parametrize("follow_ups", [0, 1, 2])
def test_a_programme_fits_its_time_and_uses_it(programme: Programme, follow_ups: int) -> None:
    chosen = programme_questions(programme, QUESTIONS, (), 7, None, follow_ups)
    lengths = [needed_s(each, programme, None, follow_ups) for each in chosen]
    used_s = FRAME_S + sum(lengths)
    assert programme.minutes * 60 - 210 <= used_s <= programme.minutes * 60
    assert len(set(chosen)) == len(chosen)
    assert all(LEVELS.index(one.level) <= LEVELS.index(next_.level) for one, next_ in pairwise(chosen))


def test_a_breadth_round_asks_about_every_topic_and_a_phone_screen_nothing_hard() -> None:
    topics = {each.topic for each in QUESTIONS}
    assert {each.topic for each in programme_questions(BREADTH, QUESTIONS, (), 3)} == topics
    screened = programme_questions(PHONE_SCREEN, QUESTIONS, (), 3)
    assert Level.HARD not in {each.level for each in screened}
    assert len({each.topic for each in screened}) >= 5


def test_what_is_due_comes_and_the_rest_is_mixed() -> None:
    due = [each.id for each in QUESTIONS if each.level is Level.EASY][-3:]
    chosen = programme_questions(PHONE_SCREEN, QUESTIONS, due, 1)
    assert due[0] in {each.id for each in chosen}
    assert programme_questions(PHONE_SCREEN, QUESTIONS, due, 1) == chosen
    assert programme_questions(PHONE_SCREEN, QUESTIONS, (), 2) != programme_questions(PHONE_SCREEN, QUESTIONS, (), 5)


def test_a_pack_without_the_levels_and_a_question_that_is_too_long_are_asked_all_the_same() -> None:
    point = KeyPoint(KeyPointId("k"), "S.")
    long = Question(QuestionId("q"), "Q?", (point,), level=Level.HARD, answer_s=3600)
    assert programme_questions(PHONE_SCREEN, [long]) == (long,)
    assert programme_questions(PHONE_SCREEN, []) == ()
