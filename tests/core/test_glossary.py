"""What the recogniser is told to expect."""

from dataclasses import replace

import pytest

from mlprep_gui.bank import load_library
from mlprep_gui.domain.question import Term
from mlprep_gui.paths import locate
from mlprep_gui.speech.glossary import MOST_TERMS, hotwords

QUESTIONS = load_library(locate().questions).questions


def test_the_terms_of_the_question_come_first_each_once() -> None:
    for question in QUESTIONS:
        terms = hotwords(question, QUESTIONS)
        own = [term.text for term in question.glossary]
        assert list(terms[: len(own)]) == own
        assert len({term.casefold() for term in terms}) == len(terms) <= MOST_TERMS


def test_look_alikes_that_were_not_asked_for_are_expected_too() -> None:
    bagging = next(question for question in QUESTIONS if question.id == "bagging-boosting")
    assert {"bagging", "boosting"} <= set(hotwords(bagging))


@pytest.mark.parametrize(
    ("term", "opposite"),
    [
        ("bagging", "boosting"),
        ("boosting", "bagging"),
        ("mixed precision", "recall"),
        ("L1", "L2"),
        ("minority class", "majority class"),
        ("unsupervised learning", "supervised learning"),
        ("true positive rate", "true negative rate"),
        ("parametric", "non-parametric"),
        ("non-parametric", "parametric"),
    ],
)
def test_the_opposite_of_a_term_is_expected_too(term: str, opposite: str) -> None:
    question = replace(QUESTIONS[0], glossary=(Term(term), Term("dropout")))
    assert hotwords(question) == (term, "dropout", opposite)


def test_what_is_in_the_list_is_not_expected_twice() -> None:
    question = replace(QUESTIONS[0], glossary=(Term("precision"), Term("Recall")))
    assert hotwords(question) == ("precision", "Recall")
