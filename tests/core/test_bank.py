"""Question packs: what is read, what is reported, what is chosen."""

from pathlib import Path

import pytest
import yaml

from mlprep_gui.bank import Choice, Order, choose, inline_question, load_library, read_pack
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import KeyPointId, Level, PackId
from mlprep_gui.paths import locate

POINT = {
    "id": "k1",
    "text": "A true statement.",
    "weight": 2,
    "accept": ["A true statement, said aloud.", "truly short phrase", "in other words"],
    "anti": ["A false statement.", "Another false one."],
    "correction": "It is true.",
    "probe": "What is true?",
}
QUESTION = {
    "id": "q1",
    "prompt": "What is true?",
    "topic": "Foundations",
    "level": "easy",
    "why": "Because.",
    "how": "Plainly.",
    "example": "This is true.",
    "key_points": [POINT | {"id": f"k{n}"} for n in range(4)],
}
PACK = {
    "schema": 1,
    "pack": {
        "id": "mine",
        "title": "Mine",
        "version": "1",
        "language": "en",
        "licence": "CC0-1.0",
        "authors": ["Me"],
    },
    "questions": [QUESTION],
}


def write(folder: Path, content: object, name: str = "pack.yaml") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False))
    return path


def test_a_good_pack_is_read_whole(tmp_path: Path) -> None:
    reading = read_pack(write(tmp_path, PACK))
    assert reading.errors == reading.remarks == ()
    assert reading.pack is not None
    question = reading.pack.questions[0]
    assert question.level is Level.EASY
    assert question.pack == "mine"
    assert question.key_points[0].weight == 2
    assert question.key_points[0].sayable == "A true statement, said aloud."
    assert len(question.content_hash) == 16


def test_the_content_hash_follows_what_is_graded(tmp_path: Path) -> None:
    other = PACK | {"questions": [QUESTION | {"prompt": "What is false?"}]}
    hashes = set()
    for content in (PACK, other, PACK):
        pack = read_pack(write(tmp_path, content)).pack
        assert pack is not None
        hashes.add(pack.questions[0].content_hash)
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("schema: 1\npack: [\n", 3, "not YAML"),
        ("", 1, "empty"),
        ("- a\n- b\n", 1, "should be a mapping"),
        ("schema: 7\n", 1, "schema of the pack is not 1"),
        ("schema: 1\n\nquestionz: []\n", 3, 'unknown key "questionz"'),
        ("schema: 1\npack: {id: a, title: b, version: c, language: d, licence: e}\nquestions: 3\n", 3, "be a list"),
        ("\x00\x01", 1, "not YAML"),
    ],
)
def test_a_broken_file_is_reported_with_its_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    reading = read_pack(write(tmp_path, content))
    assert reading.pack is None
    assert any(finding.line == line and message in finding.message for finding in reading.errors), reading.errors
    assert all(finding.file == "pack.yaml" for finding in reading.errors)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"level": "impossible"}, 'level "impossible" is not known'),
        ({"prompt": ""}, '"prompt"'),
        ({"key_points": []}, "no key points"),
        ({"key_points": [POINT, POINT]}, '"k1" is used twice'),
        ({"key_points": [POINT | {"weight": "heavy"}]}, "should be a number"),
        ({"key_points": [POINT | {"accept": [{"a": "b"}]}]}, "should be text"),
        ({"answer_s": 1e9}, "should be a number"),
    ],
)
def test_a_wrong_question_is_an_error(tmp_path: Path, change: dict[str, object], message: str) -> None:
    reading = read_pack(write(tmp_path, PACK | {"questions": [QUESTION | change]}))
    assert reading.pack is None
    assert any(message in finding.message for finding in reading.errors), reading.errors


def test_a_thin_question_is_used_and_remarked_on(tmp_path: Path) -> None:
    thin = QUESTION | {"why": "", "key_points": [POINT | {"accept": ["one phrase only here"], "anti": []}]}
    reading = read_pack(write(tmp_path, PACK | {"questions": [thin]}))
    assert reading.pack is not None
    assert len(reading.remarks) == 4


def test_a_broken_pack_does_not_keep_the_others_out(tmp_path: Path) -> None:
    write(tmp_path, "schema: [", "a-broken.yaml")
    write(tmp_path, PACK, "b-good.yaml")
    library = load_library(tmp_path, tmp_path / "missing")
    assert [pack.id for pack in library.packs] == ["mine"]
    assert [finding.file for finding in library.errors] == ["a-broken.yaml"]


def test_a_user_pack_overrides_nothing_silently(tmp_path: Path) -> None:
    for name in ("shipped", "user"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, PACK, f"{name}.yaml")
    library = load_library(tmp_path / "shipped", tmp_path / "user")
    assert Path(library.packs[0].path).name == "shipped.yaml"
    assert "already used by shipped.yaml" in library.errors[0].message


def test_a_question_id_that_is_taken_is_reported_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, PACK, "a-first.yaml")
    other = yaml.safe_dump(PACK | {"questions": [QUESTION | {"id": "q2"}, QUESTION]}, sort_keys=False)
    second = write(tmp_path, other.replace("id: mine", "id: other"), "b-second.yaml")
    library = load_library(tmp_path)
    assert [pack.id for pack in library.packs] == ["mine"]
    (finding,) = library.errors
    assert 'question id "q1" is already used by a-first.yaml' in finding.message
    assert second.read_text().splitlines()[finding.line - 1] == "- id: q1"


def test_deep_nesting_is_reported_and_does_not_end_the_program(tmp_path: Path) -> None:
    (finding,) = read_pack(write(tmp_path, "[" * 200_000)).errors
    assert "too deeply" in finding.message


def test_a_question_is_found_by_id_pack_and_number(tmp_path: Path) -> None:
    write(tmp_path, PACK)
    library = load_library(tmp_path)
    assert library.find("q1") is library.find("mine/q1") is library.find("1")
    for stranger in ("q2", "0", "2", "²", "9" * 5_000):
        with pytest.raises(InputError, match=f'no question "{stranger}"'):
            library.find(stranger)


def test_the_shipped_pack_holds_the_thirty_questions_without_a_finding() -> None:
    library = load_library(locate().questions)
    assert library.errors == ()
    assert len(library.questions) == 30
    assert library.questions[0].prompt == "What are the different types of machine learning?"
    assert library.questions[29].prompt == "What is transfer learning?"
    assert [finding for pack in library.packs for finding in read_pack(Path(pack.path)).remarks] == []


def test_essential_points_hold_most_of_the_weight() -> None:
    for question in load_library(locate().questions).questions:
        weights = [point.weight for point in question.key_points]
        assert sum(weight for weight in weights if weight >= 4) >= 0.7 * sum(weights), question.id


def test_a_choice_filters_and_counts() -> None:
    questions = load_library(locate().questions).questions
    easy = choose(questions, Choice(levels=(Level.EASY,), count=3, order=Order.PACK))
    assert len(easy) == 3
    assert all(question.level is Level.EASY for question in easy)
    topic = choose(questions, Choice(topics=("Ensembles",), count=99))
    assert {question.topic for question in topic} == {"Ensembles"}
    assert choose(questions, Choice(packs=(PackId("other"),))) == ()


def test_a_mixed_order_is_repeatable_and_mixed() -> None:
    questions = load_library(locate().questions).questions
    first, second = (choose(questions, Choice(count=30, order=Order.MIXED, seed=7)) for _ in range(2))
    assert first == second
    assert first != questions
    assert set(first) == set(questions)


def test_minutes_hold_as_many_questions_as_fit_and_at_least_one() -> None:
    questions = load_library(locate().questions).questions
    assert len(choose(questions, Choice(minutes=0.1))) == 1
    chosen = choose(questions, Choice(minutes=15), think_s=30, answer_s=60)
    assert len(chosen) == 9


def test_the_weakest_come_first_then_the_new_then_the_good() -> None:
    questions = load_library(locate().questions).questions[:3]
    scores = {questions[0].id: 95.0, questions[1].id: 20.0}
    chosen = choose(questions, Choice(count=3, order=Order.WEAKEST), scores)
    assert chosen == (questions[1], questions[2], questions[0])


def test_an_inline_question_needs_a_prompt_and_points() -> None:
    question = inline_question({"prompt": "P?", "key_points": [{"id": "a", "text": "T", "accept": ["x"], "weight": 2}]})
    assert question.key_points[0].accept == ("x",)
    for bad in (
        None,
        {"prompt": "P?"},
        {"prompt": "P?", "key_points": []},
        {"key_points": [{"text": "T"}]},
        {"prompt": "P?", "key_points": ["text"]},
        {"prompt": "P?", "key_points": [{"text": "T", "weight": -1}]},
        {"prompt": "P?", "key_points": [{"text": "T", "accept": "x"}]},
        {"prompt": "P?", "key_points": [{"id": "a", "text": "T"}, {"id": "a", "text": "U"}]},
    ):
        with pytest.raises(InputError):
            inline_question(bad)


def test_every_graded_text_knows_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, PACK)
    lines = path.read_text().splitlines()
    reading = read_pack(path)
    assert reading.pack is not None
    for question in reading.pack.questions:
        for text in (question.prompt, question.example):
            assert text in lines[reading.line_of(question.id, KeyPointId(""), text) - 1]
        for point in question.key_points:
            for text in (point.statement, *point.accept, *point.anti):
                assert text in lines[reading.line_of(question.id, point.id, text) - 1]
            assert point.id in lines[reading.line_of(question.id, point.id, "not there") - 1]
        assert question.id in lines[reading.line_of(question.id, KeyPointId(""), "not there") - 1]


CONTRASTS = locate().resources / "contrasts.toml"


def test_every_contrast_has_questions_of_the_shipped_packs_about_both_sides() -> None:
    library = load_library(locate().questions, contrasts=CONTRASTS)
    known = {question.id: question for question in library.questions}
    titles = [contrast.title for contrast in library.contrasts]
    assert titles == [
        "Bagging / boosting",
        "L1 / L2",
        "Classification / regression",
        "PCA / feature selection",
        "Precision / recall",
        "Parametric / non-parametric",
    ]
    for contrast in library.contrasts:
        assert len(contrast.questions) >= 2
        assert set(contrast.questions) <= set(known)
        first = known[contrast.questions[0]]
        said = " ".join([first.example, *(point.statement for point in first.key_points)]).lower()
        assert all(side.strip().lower() in said for side in contrast.title.split("/")), contrast.title


def test_contrasts_give_their_questions_once_and_in_their_order() -> None:
    library = load_library(locate().questions, contrasts=CONTRASTS)
    asked = library.contrasted(("Parametric / non-parametric", "Classification / regression"))
    assert [each.id for each in asked] == [
        "classification-regression",
        "model-evaluation",
        "knn",
        "parametric-nonparametric",
    ]
    assert library.contrasted(("Cats / dogs",)) == ()


def test_a_contrast_without_a_question_in_the_packs_is_left_out(tmp_path: Path) -> None:
    assert load_library(tmp_path, contrasts=CONTRASTS).contrasts == ()
