"""Whether a question's own texts are graded as they are meant, by the assessor that grades the learner.

Every phrase is taken as an answer of its own and compared with all key points of its question at once. The statement
and the accepted phrasings must cover their point and no other, wrong statements must not cover theirs (a swap of roles
may be true of another), the example answer must cover all, and words that say nothing (the question or the glossary
read aloud) must earn next to nothing.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId

#: Grades an answer, given as words, to a question.
Assess = Callable[[Question, Sequence[str]], Assessment]

#: What an answer that says nothing may score at most, of 100.
MOST_FOR_NOTHING = 5.0
_WHOLE_QUESTION = KeyPointId("")


class FlawKind(StrEnum):
    """In what way a text is graded otherwise than it is meant."""

    TOO_SHORT = "accept-too-short"
    NOT_COVERED = "accept-not-covered"
    SIBLING_COVERED = "sibling-covered"
    ANTI_COVERED = "anti-covered"
    EXAMPLE_INCOMPLETE = "example-incomplete"
    NOTHING_SCORES = "nothing-scores"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One text of a question that is graded otherwise than it is meant.

    Attributes:
        key_point: the point the text belongs to; empty for texts of the question as a whole.
        text: the words that were graded, as the bank holds them.
        verdict: what was found about the point concerned; None when nothing was graded or all points are concerned.
    """

    kind: FlawKind
    question: QuestionId
    key_point: KeyPointId
    text: str
    verdict: PointVerdict | None
    message: str
    advice: str


def check_question(question: Question, assess: Assess) -> Iterator[Flaw]:
    """Grade every text of a question and yield what is graded otherwise than it is meant.

    Raises:
        ModelError: when a model of the assessor is missing or damaged.
    """
    for point in question.key_points:
        for phrase in dict.fromkeys((point.statement, *point.accept)):
            yield from _check_right(question, point, phrase, assess(question, phrase.split()))
        for phrase in dict.fromkeys(point.anti):
            yield from _check_wrong(question, point, phrase, assess(question, phrase.split()))
    if question.example:
        yield from _check_example(question, assess(question, question.example.split()))
    for words, name in _words_for_nothing(question).items():
        yield from _check_nothing(question, name, words, assess(question, words.split()))


def _check_right(question: Question, point: KeyPoint, phrase: str, assessment: Assessment) -> Iterator[Flaw]:
    own = assessment.verdict_of(point.id)
    if own is None:
        message = f'"{phrase}" is not graded when it is said alone. {assessment.reason}'
        advice = "Write at least three words that carry content."
        yield Flaw(FlawKind.TOO_SHORT, question.id, point.id, phrase, None, message, advice)
    elif own.verdict is not Verdict.COVERED:
        message = f'"{phrase}" leaves its point "{point.id}" {_judged(own)}.'
        yield Flaw(FlawKind.NOT_COVERED, question.id, point.id, phrase, own, message, _how_to_cover(point, phrase, own))
    yield from _credited_elsewhere(question, point, phrase, assessment)


def _how_to_cover(point: KeyPoint, phrase: str, verdict: PointVerdict) -> str:
    if verdict.verdict is Verdict.CONTRADICTED:
        like = f'the wrong statement "{verdict.wrong_claim}"' if verdict.wrong_claim else "its reverse"
        return f"It is read like {like}: tell the two further apart."
    if phrase == point.statement:
        return "Write one plain sentence that says all of the point and needs no other to be understood."
    return f'Say more of the statement: "{point.statement}"'


def _check_wrong(question: Question, point: KeyPoint, phrase: str, assessment: Assessment) -> Iterator[Flaw]:
    own = assessment.verdict_of(point.id)
    if own is not None and own.verdict in (Verdict.COVERED, Verdict.PARTLY):
        nearest = max((point.statement, *point.accept), key=lambda right: fuzz.token_set_ratio(right, phrase))
        message = f'The wrong statement "{phrase}" leaves its point "{point.id}" {_judged(own)}.'
        advice = f'Say what is wrong in it more plainly, it differs too little from: "{nearest}"'
        yield Flaw(FlawKind.ANTI_COVERED, question.id, point.id, phrase, own, message, advice)


def _credited_elsewhere(question: Question, point: KeyPoint, phrase: str, assessment: Assessment) -> Iterator[Flaw]:
    for other in question.key_points:
        verdict = assessment.verdict_of(other.id)
        if other is not point and verdict is not None and verdict.verdict is Verdict.COVERED:
            message = f'"{phrase}" of "{point.id}" leaves another point, "{other.id}", {_judged(verdict)}.'
            advice = f'Leave out what says "{other.statement}", sharpen that statement, or make the two points one.'
            yield Flaw(FlawKind.SIBLING_COVERED, question.id, point.id, phrase, verdict, message, advice)


def _check_example(question: Question, assessment: Assessment) -> Iterator[Flaw]:
    for point in question.key_points:
        verdict = assessment.verdict_of(point.id)
        if verdict is None or verdict.verdict is not Verdict.COVERED:
            judged = _judged(verdict) if verdict is not None else f"ungraded: {assessment.reason}"
            message = f'The example answer of "{question.id}" leaves "{point.id}" {judged}.'
            advice = f'Say it as plainly as: "{point.sayable}"'
            yield Flaw(
                FlawKind.EXAMPLE_INCOMPLETE, question.id, _WHOLE_QUESTION, question.example, verdict, message, advice
            )


def _words_for_nothing(question: Question) -> dict[str, str]:
    """Return answers that say nothing, with what they are called."""
    terms = [term.text for term in question.glossary]
    shuffled = random.Random(question.id).sample(terms, len(terms))
    answers = {
        "Fine.": '"Fine."',
        "I don't know.": '"I don\'t know."',
        f"{question.prompt} {question.prompt}": "The question read back twice",
        question.said: "The question read back as it is said",
        question.prompt: "The question read back",
    }
    for order, name in ((terms, "The glossary read aloud"), (shuffled, "The glossary read aloud in another order")):
        answers[" and ".join(order)] = f'{name}, with "and" between the terms,'
        answers[", ".join(order)] = name
    return answers


def _check_nothing(question: Question, name: str, words: str, assessment: Assessment) -> Iterator[Flaw]:
    if not assessment.graded or assessment.score <= MOST_FOR_NOTHING:
        return
    earning = ", ".join(
        f'"{verdict.key_point}" {_judged(verdict)}'
        for verdict in assessment.verdicts
        if verdict.verdict not in (Verdict.MISSED, Verdict.CONTRADICTED)
    )
    message = f'{name} scores {assessment.score:.0f} at "{question.id}": {earning}.'
    advice = "Make the statement of each such point say more than the terms themselves."
    yield Flaw(FlawKind.NOTHING_SCORES, question.id, _WHOLE_QUESTION, words, None, message, advice)


def _judged(verdict: PointVerdict) -> str:
    return f"{verdict.verdict} (probability {verdict.p_covered:.2f})"
