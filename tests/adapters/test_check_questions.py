"""The strict check of question packs: what is graded otherwise than it is meant, with file and line."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from mlprep_gui.__main__ import main
from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict
from mlprep_gui.domain.question import Question
from mlprep_gui.paths import locate

SHIPPED = locate().questions / "core-30.yaml"
OFF_TOPIC = "on Sundays my neighbour bakes a cake with apples and cinnamon"


class LenientAssessor:
    """Finds every point covered by every answer, and remembers what was asked of it."""

    def __init__(self) -> None:
        self.rivals: set[str] = set()

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        self.rivals |= {rival.id for rival in rivals}
        verdicts = tuple(PointVerdict(point.id, Verdict.COVERED, 0.9, 0.1) for point in question.key_points)
        return Assessment(verdicts, 100.0, 90.0, 100.0, "lenient")


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> LenientAssessor:
    assessor = LenientAssessor()
    monkeypatch.setattr("mlprep_gui.speech.assessor.LocalAssessor", lambda *_: assessor)
    return assessor


def pack_of(folder: Path, *questions: dict[str, Any]) -> Path:
    pack = shipped() | {"questions": list(questions)}
    path = folder / "mine.yaml"
    path.write_text(yaml.safe_dump(pack, sort_keys=False, width=10_000))
    return path


def shipped() -> dict[str, Any]:
    pack: dict[str, Any] = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return pack


def test_findings_name_file_line_and_kind(
    tmp_path: Path, lenient: LenientAssessor, capsys: pytest.CaptureFixture[str]
) -> None:
    file = pack_of(tmp_path, *shipped()["questions"][:2])
    assert main(["check-questions", "--strict", str(file)]) == 1
    *findings, summary = capsys.readouterr().out.splitlines()
    assert summary == f"1 packs, 2 questions, {len(findings)} findings."
    lines = file.read_text().splitlines()
    antis = [finding.split(":") for finding in findings if ": anti-covered: " in finding]
    assert antis
    for name, number, _, message, *_ in antis:
        assert name == "mine.yaml"
        assert lines[int(number) - 1].strip(" -'") in message
    assert lenient.rivals == {"types-of-ml", "overfitting"}


def test_findings_as_json_hold_what_was_found(
    tmp_path: Path, lenient: LenientAssessor, capsys: pytest.CaptureFixture[str]
) -> None:
    question = shipped()["questions"][0]
    del question["why"]
    assert main(["check-questions", "--strict", "--json", str(pack_of(tmp_path, question))]) == 1
    report = json.loads(capsys.readouterr().out)
    remark, *flaws = report["findings"]
    assert (report["packs"], report["questions"]) == (1, 1)
    assert (remark["kind"], remark["file"]) == ("remark", "mine.yaml")
    anti = next(flaw for flaw in flaws if flaw["kind"] == "anti-covered")
    assert anti["text"] == question["key_points"][0]["anti"][0]
    assert (anti["question"], anti["key_point"]) == (question["id"], question["key_points"][0]["id"])
    assert anti["verdict"]["p_covered"] == 0.9
    assert anti["line"] > 1


def test_a_pack_that_cannot_be_read_is_reported_and_the_others_are_graded(
    tmp_path: Path, lenient: LenientAssessor, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("schema: [")
    assert main(["check-questions", "--strict", str(broken), str(pack_of(tmp_path, shipped()["questions"][0]))]) == 1
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("broken.yaml:2: This is not YAML")
    assert any("sibling-covered" in finding for finding in others)


def test_a_terminal_shows_progress_and_a_file_does_not(
    tmp_path: Path, lenient: LenientAssessor, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(pack_of(tmp_path, *shipped()["questions"][:2]))
    main(["check-questions", "--strict", file])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["check-questions", "--strict", file])
    shown = [line.rstrip() for line in capsys.readouterr().err.split("\r")]
    assert shown == ["Graded 0 of 2 questions", "Graded 1 of 2 questions", "", ""]


def test_the_real_assessor_finds_a_phrasing_too_short_and_an_example_off_the_topic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = shipped()["questions"][1]
    question["key_points"][0]["accept"][-1] = "the noise"
    question["example"] = OFF_TOPIC
    file = pack_of(tmp_path, question)
    assert main(["--data-dir", str(tmp_path / "data"), "check-questions", "--strict", "--json", str(file)]) == 1
    found = [(flaw["kind"], flaw["text"]) for flaw in json.loads(capsys.readouterr().out)["findings"]]
    assert ("accept-too-short", "the noise") in found
    assert found.count(("example-incomplete", OFF_TOPIC)) == len(question["key_points"])
    assert not [text for _, text in found if text in ("Fine.", "I don't know.")]
