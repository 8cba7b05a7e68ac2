"""The terms a recogniser should expect in an answer."""

from collections.abc import Iterable, Iterator, Sequence

from mlprep_gui.domain.question import Question

MOST_TERMS = 48


def hotwords(question: Question, siblings: Sequence[Question] = ()) -> tuple[str, ...]:
    """Return the terms that may come up, best first.

    First come the terms of the question, which hold look-alikes that were not asked for (precision beside recall), so
    that nobody gets credit for a word the recogniser only expected; then the terms of questions of the same topic.
    The recogniser cuts the list where its prompt ends.
    """
    related = (each for each in siblings if each.topic == question.topic and each.id != question.id)
    return tuple(_first_of_each(_terms((question, *related))))[:MOST_TERMS]


def _terms(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        for term in question.glossary:
            yield term.text


def _first_of_each(terms: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for term in terms:
        if term.casefold() not in seen:
            seen.add(term.casefold())
            yield term
