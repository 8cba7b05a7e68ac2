"""Words are read as the term they sound like; plain words, and the opposite of a term, never are."""

import pytest
from rapidfuzz.distance import Levenshtein

from mlprep_gui.assessment.heard_as import HeardAs, heard_as
from mlprep_gui.bank import load_library
from mlprep_gui.domain.question import Term
from mlprep_gui.paths import locate

QUESTIONS = load_library(locate().questions).questions
BANK = tuple({term.text: term for question in QUESTIONS for term in question.glossary}.values())


def terms(text: str, glossary: tuple[Term, ...] = BANK) -> list[str]:
    return [found.term for found in heard_as(text.split(), glossary)]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("smoat", "SMOTE"),
        ("Adda boost", "AdaBoost"),
        ("euclidian distance", "Euclidean distance"),
        ("baysian optimisation", "Bayesian optimisation"),
        ("auto-incoder", "autoencoder"),
        ("backpropogation through time", "backpropagation through time"),
        ("Tsni", "t-SNE"),
        ("umapp", "UMAP"),
        ("lorra", "LoRA"),
        ("softmacks", "softmax"),
        ("discrimanator", "discriminator"),
        ("nayve bayes", "naive Bayes"),
        ("cross-valadation", "cross-validation"),
        ("hyper-playne", "hyperplane"),
        ("gann", "GAN"),
    ],
)
def test_what_sounds_like_a_term_is_read_as_it(said: str, term: str) -> None:
    words = f"So I would use {said}, and then look".split()
    (found,) = heard_as(words, BANK)
    assert found == HeardAs(4, 4 + len(said.split()), term)


OPPOSITES = (
    ("bagging", "boosting"),
    ("precision", "recall"),
    ("L1", "L2"),
    ("bias", "variance"),
    ("overfitting", "underfitting"),
    ("supervised learning", "unsupervised learning"),
    ("encoder", "decoder"),
    ("generator", "discriminator"),
    ("type one error", "type two error"),
    ("false positive", "false negative"),
    ("over-sampling", "under-sampling"),
    ("heteroscedasticity", "homoscedasticity"),
    ("parametric", "non-parametric"),
    ("micro average", "macro average"),
    ("exploration", "exploitation"),
    ("minority class", "majority class"),
    ("vanishing gradient", "exploding gradient"),
    ("argmin", "argmax"),
    ("concave", "convex"),
    ("downsampling", "upsampling"),
    ("lasso", "ridge"),
    ("soft margin", "hard margin"),
    ("eigenvalue", "eigenvector"),
    ("discriminative model", "generative model"),
    ("K-medoids", "k-means"),
    ("CNN", "RNN"),
    ("unigram", "trigram"),
)


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_the_opposite_of_a_term_is_never_read_as_it(one: str, other: str) -> None:
    for said, expected in ((one, other), (other, one)):
        for way in (said, said.lower(), said.capitalize(), said.replace("-", " "), said.replace("-", ""), f"{said}s"):
            assert terms(f"it is {way} here", (Term(expected),)) == []


def slips(said: str, expected: str) -> list[str]:
    """Return words with one letter too few, too many or wrong, without those that are one letter from both."""
    places = [at for at, letter in enumerate(said) if letter.isalpha()]
    made = [said[:at] + said[at + 1 :] for at in places]
    made += [said[:at] + letter + said[at:] for at in places for letter in "aeilnst"]
    made += [said[:at] + letter + said[at + 1 :] for at in places for letter in "aeioulnst"]
    return [slip for slip in made if Levenshtein.distance(slip, expected) > 1]


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_a_slip_of_one_letter_does_not_turn_a_term_into_its_opposite(one: str, other: str) -> None:
    for said, expected in ((one, other), (other, one)):
        assert [slip for slip in slips(said, expected) if terms(slip, (Term(expected),))] == []


@pytest.mark.parametrize(
    "plain",
    [
        "you can see that", "the same tune again", "then you map the inputs", "a rock and a curve", "it is adamant",
        "they smoke a lot", "the gain is small", "a lasting effect", "my sister Sarah called", "we ran it again",
        "tea and snacks", "the ray looked fine", "the poison spread", "that is logic", "a bird in the hand",
    ],
)  # fmt: skip
def test_plain_words_are_never_turned_into_jargon(plain: str) -> None:
    assert terms(plain) == []
    assert terms(plain.upper()) == []
    assert terms(f"{plain.replace(' ', ', ')}.") == []


def test_a_correct_answer_is_read_as_it_stands() -> None:
    for question in QUESTIONS:
        for glossary in (question.glossary, BANK):
            assert terms(question.example, glossary) == []


def test_a_term_that_is_spelled_out_or_written_apart_is_there_already() -> None:
    assert terms("auto encoder, ada boost, soft max, k n n, KNN, autoencoders, cross validation, GANs") == []


def test_words_of_two_clauses_are_not_joined() -> None:
    assert terms("a cross. Valadation is next") == []
    assert terms("a cross valadation is next") == ["cross-validation"]


def test_what_could_be_two_terms_is_neither() -> None:
    assert terms("we use zebrax", (Term("zebraks"), Term("sebrax"))) == []
    assert terms("we use zebrax", (Term("zebraks"),)) == ["zebraks"]


def test_nothing_is_read_without_a_glossary_or_words() -> None:
    assert heard_as(["smoat"], ()) == ()
    assert heard_as((), BANK) == ()
    assert heard_as(["smoat"], (Term("K"), Term("F1", ("f one",)), Term("--"))) == ()
