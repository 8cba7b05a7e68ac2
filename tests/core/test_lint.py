"""What the check of a question's own texts finds, with an assessor that does as it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from mlprep_gui.assessment.lint import Assess, Flaw, FlawKind, check_question
from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId, Term

QUESTION = Question(
    QuestionId("bagging-boosting"),
    "What is the difference between bagging and boosting?",
    (
        KeyPoint(
            KeyPointId("parallel"),
            "Bagging trains its models independently.",
            4,
            ("parallel bootstrap models",),
            ("bagging trains models one after another",),
        ),
        KeyPoint(
            KeyPointId("sequential"),
            "Boosting trains models one after another.",
            2,
            ("each fixes the last one's errors",),
            ("boosting trains models independently",),
        ),
    ),
    example="One trains side by side, the other in turn.",
    glossary=(Term("bagging"), Term("boosting"), Term("bootstrap"), Term("AdaBoost")),
)
PARALLEL, SEQUENTIAL = QUESTION.key_points
GOOD = {
    PARALLEL.statement: "covered missed",
    PARALLEL.accept[0]: "covered missed",
    PARALLEL.anti[0]: "contradicted missed",
    SEQUENTIAL.statement: "missed covered",
    SEQUENTIAL.accept[0]: "missed covered",
    SEQUENTIAL.anti[0]: "missed unsure",
    QUESTION.example: "covered covered",
}


def told(verdicts: Mapping[str, str]) -> Assess:
    """Return an assessor that gives each text the verdicts named for it; other texts are not graded."""

    def assess(question: Question, words: Sequence[str]) -> Assessment:
        names = verdicts.get(" ".join(words))
        if names is None:
            return not_graded("Too little was said to grade.", "told")
        found = tuple(
            PointVerdict(point.id, Verdict(name), 0.9 if name == "covered" else 0.2, 0.1)
            for point, name in zip(question.key_points, names.split(), strict=True)
        )
        score = 100.0 * names.split().count("covered") / len(found)
        return Assessment(found, score, score, score, "told")

    return assess


def check(change: Mapping[str, str | None] = {}, question: Question = QUESTION) -> list[Flaw]:
    verdicts = {text: names for text, names in (GOOD | dict(change)).items() if names is not None}
    return list(check_question(question, told(verdicts)))


def test_a_question_whose_texts_are_graded_as_meant_has_no_flaws() -> None:
    assert check() == []


@pytest.mark.parametrize("verdict", ["missed", "partly", "unsure", "contradicted"])
@pytest.mark.parametrize("phrase", [PARALLEL.statement, PARALLEL.accept[0]])
def test_a_phrasing_must_be_covered_and_nothing_less(phrase: str, verdict: str) -> None:
    (flaw,) = check({phrase: f"{verdict} missed"})
    assert (flaw.kind, flaw.key_point, flaw.text) == (FlawKind.NOT_COVERED, "parallel", phrase)
    assert flaw.verdict is not None
    assert flaw.verdict.p_covered == 0.2
    assert f"{verdict} (probability 0.20)" in flaw.message


def test_the_advice_says_how_to_be_covered() -> None:
    (phrasing,) = check({PARALLEL.accept[0]: "missed missed"})
    assert PARALLEL.statement in phrasing.advice
    (statement,) = check({PARALLEL.statement: "missed missed"})
    assert "plain sentence" in statement.advice
    (reversed_,) = check({PARALLEL.accept[0]: "contradicted missed"})
    assert "its reverse" in reversed_.advice


def test_a_phrasing_too_short_to_be_graded_alone_is_named() -> None:
    (flaw,) = check({PARALLEL.accept[0]: None})
    assert (flaw.kind, flaw.text, flaw.verdict) == (FlawKind.TOO_SHORT, "parallel bootstrap models", None)
    assert "at least three words" in flaw.advice


def test_a_wrong_statement_too_short_to_be_graded_harms_nobody() -> None:
    assert check({PARALLEL.anti[0]: None}) == []


@pytest.mark.parametrize("verdict", ["covered", "partly"])
def test_a_wrong_statement_must_not_be_credited(verdict: str) -> None:
    (flaw,) = check({PARALLEL.anti[0]: f"{verdict} missed"})
    assert (flaw.kind, flaw.key_point, flaw.text) == (FlawKind.ANTI_COVERED, "parallel", PARALLEL.anti[0])
    assert PARALLEL.statement in flaw.advice  # the phrasing it is nearest to


@pytest.mark.parametrize("phrase", [PARALLEL.statement, PARALLEL.accept[0]])
def test_no_phrase_of_one_point_covers_another(phrase: str) -> None:
    own = GOOD[phrase].split()[0]
    (flaw,) = check({phrase: f"{own} covered"})
    assert (flaw.kind, flaw.key_point, flaw.text) == (FlawKind.SIBLING_COVERED, "parallel", phrase)
    assert flaw.verdict is not None
    assert flaw.verdict.key_point == "sequential"
    assert check({phrase: f"{own} partly"}) == []


def test_the_example_must_cover_every_point() -> None:
    (flaw,) = check({QUESTION.example: "covered partly"})
    assert (flaw.kind, flaw.key_point, flaw.text) == (FlawKind.EXAMPLE_INCOMPLETE, "", QUESTION.example)
    assert '"sequential" partly' in flaw.message
    assert SEQUENTIAL.sayable in flaw.advice
    assert [each.kind for each in check({QUESTION.example: None})] == [FlawKind.EXAMPLE_INCOMPLETE] * 2
    assert check(question=replace(QUESTION, example="")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Fine.",
        "I don't know.",
        QUESTION.prompt,
        f"{QUESTION.prompt} {QUESTION.prompt}",
        "bagging, boosting, bootstrap, AdaBoost",
        "bagging and boosting and bootstrap and AdaBoost",
    ],
)
def test_words_that_say_nothing_earn_nothing(words: str) -> None:
    (flaw,) = check({words: "covered missed"})
    assert (flaw.kind, flaw.text) == (FlawKind.NOTHING_SCORES, words)
    assert 'scores 50 at "bagging-boosting": "parallel" covered' in flaw.message
    assert check({words: "missed missed"}) == []


def test_the_prompt_is_also_read_as_it_is_said_and_the_glossary_in_another_order() -> None:
    heard: list[str] = []

    def listen(question: Question, words: Sequence[str]) -> Assessment:
        heard.append(" ".join(words))
        return told(GOOD)(question, words)

    list(check_question(replace(QUESTION, spoken_prompt="How do these two differ?"), listen))
    assert "How do these two differ?" in heard
    terms = {term.text for term in QUESTION.glossary}
    orders = [words.split(" and ") for words in heard if set(words.split(" and ")) == terms]
    assert len(orders) == 2
    assert orders[0] != orders[1]
    assert len(heard) == len(set(heard))  # nothing is graded twice
