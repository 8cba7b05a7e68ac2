"""Phrases of the bank that were said word for word."""

import numpy as np
import pytest

from mlprep_gui.assessment.listed import Listed, find_listed
from mlprep_gui.assessment.phrases import phrases_of
from mlprep_gui.assessment.text import Window, tokenise
from mlprep_gui.bank import inline_question

QUESTION = inline_question(
    {
        "prompt": "How do bagging and boosting differ?",
        "key_points": [
            {
                "id": "bagging",
                "text": "In bagging the models are trained independently of each other.",
                "accept": ["bagging trains its models in parallel"],
                "anti": ["bagging trains its models one after another"],
            },
            {
                "id": "boosting",
                "text": "In boosting each model corrects the errors of those before.",
                "accept": ["boosting trains one after another"],
                "anti": ["boosting trains its models independently"],
            },
        ],
    }
)


def listed(answer: str) -> Listed:
    phrases = phrases_of(QUESTION)
    return find_listed(phrases, tokenise(answer.split(), phrases.vocabulary))


def test_a_phrase_is_found_in_other_forms_and_with_other_articles() -> None:
    found = listed("well, a bagging trained its model in parallel. so it is fast")
    assert found.right == (Window(1, 8), None)
    assert found.wrong == (None, None)


def test_a_wrong_statement_is_found() -> None:
    assert listed("boosting trains its models independently").wrong == (None, Window(0, 5))


@pytest.mark.parametrize(
    "answer",
    [
        "it is not true that bagging trains its models in parallel",
        "bagging trains its models in parallel no wait that was boosting",
        "it isn't so that bagging trains its models in parallel",
        "bagging trains models for speed, and in parallel",
    ],
)
def test_what_is_denied_or_taken_back_or_in_other_words_is_not(answer: str) -> None:
    assert listed(answer).right == (None, None)


def test_words_of_two_statements_are_no_phrase() -> None:
    assert listed("what comes from boosting trains its models independently is faster").wrong == (None, None)
    assert listed("errors are what boosting trains. its models independently guess").wrong == (None, None)


def test_a_phrase_inside_a_longer_one_does_not_count() -> None:
    question = inline_question(
        {
            "prompt": "What?",
            "key_points": [
                {
                    "id": "a",
                    "text": "Large trees overfit noisy data.",
                    "accept": [],
                    "anti": ["large trees overfit noisy data only without pruning"],
                }
            ],
        }
    )
    phrases = phrases_of(question)
    found = find_listed(phrases, tokenise(["large", "trees", "overfit", "noisy", "data", "only", "without", "pruning"]))
    assert (found.right, found.wrong) == ((None,), (Window(0, 8),))


def test_one_phrase_settles_its_point_and_leaves_the_others() -> None:
    found = listed("bagging trains its models in parallel")
    covered, contradicted = found.settle(np.array([0.2, 0.4]), np.array([0.1, 0.3]))
    assert covered[0] > 0.9 > 0.1 > contradicted[0]
    assert (covered[1], contradicted[1]) == (0.4, 0.3)


def test_the_rest_of_the_answer_may_speak_against_a_phrase() -> None:
    found = listed("bagging trains its models in parallel")
    covered, contradicted = found.settle(np.array([0.2, 0.4]), np.array([0.7, 0.3]))
    assert (covered[0], contradicted[0]) == (0.2, 0.7)


def test_words_of_another_point_and_of_the_prompt_are_borrowed() -> None:
    found = listed("How do bagging and boosting differ? bagging trains its models in parallel")
    everything = Window(0, 12)
    assert found.is_borrowed(1, everything)
    assert not found.is_borrowed(0, everything)
    assert found.is_borrowed(0, Window(0, 6))
