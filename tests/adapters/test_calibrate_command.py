"""`mlprep-gui calibrate`, what the store tells it, and where the learner's thresholds are used."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.assessment.calibration import assessor_name
from mlprep_gui.assessment.calibration_file import adjust, read, undo
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.domain.session import JudgedPoint, TakeId
from mlprep_gui.paths import Paths, locate
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.store import Store
from tests.adapters.stored_values import assessment, session, take
from tests.fakes.learner import GENEROUS, NOW, SHIPPED, judged, keep

NAME = assessor_name(SHIPPED)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], paths: Paths) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main(["--data-dir", str(paths.data), *map(str, arguments)])
        except SystemExit as ended:
            assert isinstance(ended.code, int)
            code = ended.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def fill(paths: Paths, points: tuple[JudgedPoint, ...]) -> None:
    store = Store.open(paths.database, paths.backups)
    keep(store, points)
    store.close()


# The command


def test_thresholds_are_fitted_shown_and_undone(run: Run, paths: Paths) -> None:
    fill(paths, judged(GENEROUS, 20))
    code, out, err = run("calibrate", "--dry-run")
    assert (code, err, paths.calibration.exists()) == (0, "", False)
    assert "This was a trial" in out and "Verdicts are as shipped." in out
    code, out, err = run("calibrate")
    assert (code, err) == (0, "")
    assert "Adjusted to 120 of your verdicts on 20 answers" in out
    assert "Verdicts are adjusted to 120 of your own" in out
    content = paths.calibration.read_bytes()
    code, out, _ = run("calibrate")
    assert (code, paths.calibration.read_bytes()) == (0, content)
    assert "adjusted like this already" in out
    code, out, _ = run("calibrate", "--undo")
    assert (code, paths.calibration.exists()) == (0, False)
    assert "undone" in out and "Verdicts are as shipped." in out
    assert run("calibrate", "--undo")[0] == 1


def test_json_tells_all_there_is(run: Run, paths: Paths) -> None:
    fill(paths, judged(GENEROUS, 20))
    record = json.loads(run("calibrate", "--json")[1])
    assert record["outcome"] == "adjusted"
    assert record["kept"] == [record["fitted"]]
    assert record["fitted"]["threshold"] < SHIPPED.threshold
    assert {**record["own_verdicts"], "said": 0} == {"verdicts": 120, "answers": 20, "said": 0, "older": 0}
    assert 0 < record["own_verdicts"]["said"] < 120
    assert sum(one["points"] for one in record["reliability"]["bins"]) == 120
    shown = json.loads(run("calibrate", "--show", "--json")[1])
    assert shown["reliability"] == record["reliability"]
    assert "outcome" not in shown


def test_the_table_shows_what_was_judged(run: Run, paths: Paths) -> None:
    fill(paths, judged(GENEROUS, 20))
    code, out, _ = run("calibrate", "--show")
    assert code == 0
    rows = [line for line in out.splitlines() if line.startswith("  0.")]
    assert len(rows) == 5
    assert "Expected calibration error: 0." in out


def test_too_few_verdicts_change_nothing(run: Run, paths: Paths) -> None:
    code, out, err = run("calibrate")
    assert (code, err) == (1, "")
    assert "there are 0 on 0" in out
    assert not paths.data.exists()
    fill(paths, judged(GENEROUS, 4))
    code, out, _ = run("calibrate")
    assert code == 1
    assert "30 own verdicts on 5 answers are needed; there are 24 on 4." in out
    assert not paths.calibration.exists()


def test_verdicts_that_agree_change_nothing(run: Run, paths: Paths) -> None:
    fill(paths, judged(SHIPPED.threshold, 20))
    code, out, _ = run("calibrate")
    assert code == 1
    assert "would not surely help" in out
    assert not paths.calibration.exists()


def test_verdicts_on_answers_of_an_older_assessor_are_named(run: Run, paths: Paths) -> None:
    fill(paths, judged(GENEROUS, 20, model=replace(SHIPPED, version="older")))
    code, out, _ = run("calibrate")
    assert code == 1
    assert "120 more are on answers that another assessor graded; grade those again first." in out


def test_a_calibration_of_an_older_assessor_is_named(run: Run, paths: Paths) -> None:
    older = replace(SHIPPED, version="older")
    adjust(paths.calibration, judged(GENEROUS, 20, model=older), older, NOW)
    code, out, _ = run("calibrate", "--show")
    assert code == 0
    assert "the adjustment of 22 November 2026 belongs to another assessor" in out


def test_a_damaged_file_is_one_clear_line(run: Run, paths: Paths) -> None:
    paths.data.mkdir()
    paths.calibration.write_text("{")
    code, out, err = run("calibrate", "--show")
    assert (code, err.count("\n")) == (0, 1)
    assert "kept as calibration.json.broken" in err
    assert "Verdicts are as shipped." in out
    assert run("calibrate", "--show")[2] == ""


def test_a_disk_that_refuses_is_one_clear_line(run: Run, paths: Paths) -> None:
    fill(paths, judged(GENEROUS, 20))
    paths.calibration.with_name("calibration.json.new").mkdir()
    code, _, err = run("calibrate")
    assert (code, err.count("\n")) == (2, 1)
    assert "could not be saved" in err


@pytest.mark.parametrize("both", [("--undo", "--show"), ("--undo", "--dry-run")])
def test_one_thing_at_a_time(run: Run, both: tuple[str, str]) -> None:
    code, out, err = run("calibrate", *both)
    assert (code, out, err.count("\n")) == (2, "", 1)


# Where it is used

ANSWER = "Overfitting is when the model memorises the noise of the training data instead of the general pattern."


def test_one_answer_to_a_question_in_use_is_judged_by_it_and_nothing_else(
    run: Run, paths: Paths, tmp_path: Path
) -> None:
    found = adjust(paths.calibration, judged(GENEROUS, 20), SHIPPED, NOW).calibration
    assert found is not None
    text, batch = tmp_path / "answer.txt", tmp_path / "in.jsonl"
    text.write_text(ANSWER)
    batch.write_text(json.dumps({"transcript": ANSWER, "question_id": "overfitting"}))
    one = ("assess", "--question", "overfitting", "--text", text, "--json")
    pack = paths.questions / "core-30.yaml"
    own, foreign, many = (
        json.loads(run(*arguments)[1]) for arguments in (one, (*one, "--pack", pack), ("assess", "--batch", batch))
    )
    assert own["assessor"] == NAME + found.mark
    assert foreign["assessor"] == many["assessor"] == NAME
    chances = [[point["p_covered"] for point in record["key_points"]] for record in (own, foreign, many)]
    assert chances[0] == chances[1] == chances[2]


def test_a_running_grader_follows_the_file(paths: Paths) -> None:
    question = Question(
        QuestionId("overfitting"),
        "What is overfitting?",
        (KeyPoint(KeyPointId("noise"), "The model learns the noise of its training data."),),
    )
    speech = SpeechProcess(paths.models, paths.resources, paths.cache, paths.calibration)
    try:
        assert speech.assessor() == NAME
        found = adjust(paths.calibration, judged(GENEROUS, 20), SHIPPED, NOW).calibration
        assert found is not None
        assert speech.assessor() == NAME + found.mark
        assert speech.assess(question, ANSWER.split()).assessor == NAME + found.mark
        undo(paths.calibration)
        assert speech.assess(question, ANSWER.split()).assessor == NAME
        paths.calibration.write_text("damaged")
        assert speech.assess(question, ANSWER.split()).assessor == NAME
        assert read(paths.calibration) == ((), ())
    finally:
        speech.close()


# What the store tells


def test_judged_points_are_those_of_answers_with_own_verdicts(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: NOW)
    asked = session("s1", "bias", "auc", "roc", "gone")
    store.add_session(asked)
    gone = session("s2", "bias")
    store.add_session(gone)
    for made in (*(take(asked, place) for place in range(3)), take(gone)):
        store.save_take(made)
        store.add_assessment(made.id, assessment(60.0, Verdict.COVERED, Verdict.MISSED))
    first, taken_back = take(asked, 0).id, take(asked, 1).id
    store.set_own_verdict(first, KeyPointId("a"), Verdict.PARTLY)
    store.set_own_verdict(first, KeyPointId("a"), Verdict.CONTRADICTED)
    store.set_own_verdict(taken_back, KeyPointId("a"), Verdict.PARTLY)
    store.set_own_verdict(taken_back, KeyPointId("a"), None)
    store.set_own_verdict(take(gone).id, KeyPointId("a"), Verdict.PARTLY)
    store.delete_session(gone.id)
    one, other = store.judged_points()
    assert (one.take, one.assessor, one.own, one.left) == (first, "hybrid 1", Verdict.CONTRADICTED, None)
    assert (one.program.verdict, one.program.p_covered) == (Verdict.COVERED, 0.8)
    assert (other.own, other.left) == (None, Verdict.MISSED)
    store.close()


def test_a_point_left_alone_keeps_the_verdict_that_was_seen(tmp_path: Path) -> None:
    """After grading again the probabilities are the new ones; but the learner has not seen the new verdicts."""
    now = [NOW]
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups", lambda: now[0])
    asked = session("s1", "bias")
    store.add_session(asked)
    made = take(asked)
    store.save_take(made)
    store.add_assessment(made.id, assessment(60.0, Verdict.COVERED, Verdict.MISSED))
    store.set_own_verdict(made.id, KeyPointId("a"), Verdict.PARTLY)
    now[0] = NOW.replace(year=2027)
    store.add_assessment(made.id, assessment(80.0, Verdict.COVERED, Verdict.COVERED, assessor="hybrid 2"))
    points = store.judged_points()
    assert [(point.assessor, point.program.verdict, point.own, point.left) for point in points] == [
        ("hybrid 2", Verdict.COVERED, Verdict.PARTLY, None),
        ("hybrid 2", Verdict.COVERED, None, Verdict.MISSED),
    ]
    assert points[0].take == TakeId("s1-0-1")
    store.close()
