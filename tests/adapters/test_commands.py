"""The commands: what they print, and one clear line for every kind of bad input."""

import json
import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.question import Question

ANSWER = (
    "Overfitting is when the model memorises the noise of the training data instead of the general pattern. "
    "It does well on training data and poorly on new data. Regularisation and more data help."
)
ASSESSOR = "mlprep_gui.speech.assessor.LocalAssessor"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command on a data folder of its own; gives exit code, standard output and standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        except SystemExit as ended:
            assert isinstance(ended.code, int)
            code = ended.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "answer.txt"
    path.write_text(ANSWER)
    return path


def test_questions_are_listed(run: Run) -> None:
    code, out, _ = run("questions", "--json")
    assert code == 0
    assert len(json.loads(out)) == 30
    assert run("questions")[1].splitlines()[1].split()[:2] == ["2", "overfitting"]


def test_the_shipped_questions_have_no_findings_and_a_broken_pack_has_one(run: Run, tmp_path: Path) -> None:
    assert run("check-questions")[0] == 0
    broken = tmp_path / "broken.yaml"
    broken.write_text("schema: [")
    code, out, _ = run("check-questions", broken)
    assert code == 1
    assert out.startswith("broken.yaml:2: This is not YAML")


def test_one_answer_is_assessed(run: Run, text: Path) -> None:
    code, out, _ = run("assess", "--question", "2", "--text", text, "--json")
    record = json.loads(out)
    assert code == 0
    assert 0 <= record["score_low"] <= record["score"] <= record["score_high"] <= 100
    evidence = record["key_points"][0]["evidence"]
    assert evidence["text"] == " ".join(ANSWER.split()[evidence["start"] : evidence["end"]])


class WordsApart:
    """Finds the first key point in two stretches of any answer, the second in one, the others nowhere."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        stretches = (Evidence(0, 2, " ".join(words[:2])), Evidence(8, 10, " ".join(words[8:10])))
        verdicts = (
            PointVerdict(point.id, Verdict.COVERED if count else Verdict.MISSED, 0.9, 0.0, stretches[:count])
            for point, count in zip(question.key_points, (2, 1, *[0] * len(question.key_points)), strict=False)
        )
        return Assessment(tuple(verdicts), 50.0, 40.0, 60.0, "words apart")


def test_words_said_apart_are_both_named(run: Run, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: WordsApart())
    first, also = {"start": 0, "end": 2, "text": "Overfitting is"}, {"start": 8, "end": 10, "text": "of the"}
    batch = tmp_path / "in.jsonl"
    batch.write_text(json.dumps({"transcript": ANSWER, "question_id": "overfitting"}))
    for arguments in (("--question", "2", "--text", text, "--json"), ("--batch", batch)):
        points = json.loads(run("assess", *arguments)[1])["key_points"]
        found = [(point["evidence"], point["evidence_also"]) for point in points]
        assert found[:2] == [(first, also), (first, None)]
        assert set(found[2:]) == {(None, None)}
    shown = run("assess", "--question", "2", "--text", text)[1].splitlines()
    assert [line.strip() for line in shown if line.strip().startswith('"')] == [
        '"Overfitting is … of the"',
        '"Overfitting is"',
    ]


def test_a_batch_grades_what_it_can_and_names_the_line_it_cannot(run: Run, tmp_path: Path) -> None:
    inline = {"prompt": "What is overfitting?", "key_points": [{"id": "noise", "text": "The model learns the noise."}]}
    lines = [
        json.dumps({"transcript": ANSWER, "question_id": "overfitting"}),
        json.dumps({"transcript": ANSWER + " \ud800", "question": inline}),
        "{broken",
        json.dumps({"transcript": "", "question_id": "overfitting"}),
    ]
    batch, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    batch.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    code, printed, err = run("assess", "--batch", batch, "--out", out)
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (code, printed, err.count("\n")) == (2, "", 1)
    assert "line 3" in err
    assert [record.get("graded") for record in records] == [True, True, None, False]
    assert records[3]["score"] is None
    assert [point["id"] for point in records[1]["key_points"]] == ["noise"]


CLIP = Path(__file__).resolve().parents[2] / "resources" / "sounds" / "recogniser_check.wav"


def test_audio_files_are_written_down_and_graded_and_a_broken_one_does_not_stop_the_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: WordsApart())
    broken = tmp_path / "broken.mp3"
    broken.write_text("no sound")
    code, out, err = run("transcribe", CLIP, broken, CLIP, "--question", "2", "--json")
    first, second, third = json.loads(out)
    assert (code, err.count("\n")) == (2, 1)
    assert "broken.mp3 cannot be read as audio" in err
    assert second == {"file": str(broken), "error": err.removeprefix("mlprep-gui: ").strip()}
    assert first == third
    assert (first["file"], first["model"]) == (str(CLIP), "whisper tiny.en")
    assert first["text"] == " ".join(word["text"] for word in first["words"])
    points = first["assessment"]["key_points"]
    assert points[0]["evidence"]["text"] == " ".join(first["text"].split()[:2])

    code, out, err = run("transcribe", CLIP, "--question", "2")
    assert (code, err) == (0, "")
    prompt, score = "What is overfitting, and how can you avoid it?", "Score 50 of 100, likely 40 to 60."
    assert out.splitlines()[:3] == [first["text"], prompt, score]
    assert run("transcribe", CLIP, CLIP)[1].splitlines() == [f"{CLIP}:", first["text"]] * 2
    assert "assessment" not in json.loads(run("transcribe", CLIP, "--json")[1])


WRONG = "The model learns too little."


class Reversed:
    """Finds every key point contradicted, the first by a known wrong statement; interrupts the answer it is told to."""

    def __init__(self, interrupts: int | None = None) -> None:
        self._interrupts = interrupts
        self._asked = 0

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        self._asked += 1
        if self._asked == self._interrupts:
            raise KeyboardInterrupt
        verdicts = (
            PointVerdict(point.id, Verdict.CONTRADICTED, 0.1, 0.9, wrong_claim="" if number else WRONG)
            for number, point in enumerate(question.key_points)
        )
        return Assessment(tuple(verdicts), 0.0, 0.0, 10.0, "reversed")


def test_a_contradicted_point_tells_what_it_sounds_like(
    run: Run, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed())
    batch = tmp_path / "in.jsonl"
    batch.write_text(json.dumps({"transcript": ANSWER, "question_id": "overfitting"}))
    for arguments in (("--question", "2", "--text", text, "--json"), ("--batch", batch)):
        points = json.loads(run("assess", *arguments)[1])["key_points"]
        assert len(points) > 1
        assert [point["wrong_claim"] for point in points] == [WRONG, *[None] * (len(points) - 1)]
    shown = run("assess", "--question", "2", "--text", text)[1].splitlines()
    told = [line.strip() for line in shown if "reverse" in line]
    assert told == ['This sounds like the reverse: "The model learns too little".']


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Two answers, in a folder of their own."""
    folder = tmp_path / "batch"
    folder.mkdir()
    path = folder / "in.jsonl"
    path.write_text(2 * (json.dumps({"transcript": ANSWER, "question_id": "overfitting"}) + "\n"))
    return path


@pytest.mark.parametrize("before", ["what was there\n", None])
def test_an_interrupted_batch_leaves_what_was_there(
    run: Run, batch: Path, before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed(interrupts=2))
    out = batch.with_name("out.jsonl")
    if before is not None:
        out.write_text(before)
    assert run("assess", "--batch", batch, "--out", out)[0] == 130
    assert {path.name for path in batch.parent.iterdir()} == {"in.jsonl"} | ({"out.jsonl"} if before else set())
    if before is not None:
        assert out.read_text() == before


def test_a_batch_replaces_a_file_as_a_whole(run: Run, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed())
    out = batch.with_name("out.jsonl")
    out.write_text("what was there\n" * 1000)
    out.chmod(0o600)
    with out.open() as before:
        assert run("assess", "--batch", batch, "--out", out)[0] == 0
        assert before.read() == "what was there\n" * 1000
    assert [json.loads(line)["assessor"] for line in out.read_text().splitlines()] == ["reversed"] * 2
    assert {path.name for path in batch.parent.iterdir()} == {"in.jsonl", "out.jsonl"}
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_a_link_stays_a_link(run: Run, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed())
    target, link = batch.with_name("target.jsonl"), batch.with_name("link.jsonl")
    link.symlink_to(target)
    for _ in range(2):
        assert run("assess", "--batch", batch, "--out", link)[0] == 0
        assert link.is_symlink()
        assert len(target.read_text().splitlines()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
def test_a_pipe_is_written_to(run: Run, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed())
    pipe = batch.with_name("pipe")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("assess", "--batch", batch, "--out", pipe)[0] == 0
        assert os.read(reader, 1_000_000).count(b"\n") == 2
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_write_protected_file_is_not_replaced(run: Run, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASSESSOR, lambda *_: Reversed())
    out = batch.with_name("out.jsonl")
    out.write_text("what was there\n")
    out.chmod(0o444)
    if os.access(out, os.W_OK):
        pytest.skip("this user may write everywhere")
    code, _, err = run("assess", "--batch", batch, "--out", out)
    assert (code, err.count("\n")) == (2, 1)
    assert "cannot be written" in err
    assert out.read_text() == "what was there\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("assess", "--question", "2", "--text", "{tmp}/none.txt"), "cannot be read"),
        (("assess", "--question", "2", "--text", "{tmp}"), "cannot be read"),
        (("assess", "--question", "2", "--text", "{tmp}/binary"), "not UTF-8"),
        (("assess", "--question", "2", "--audio", "{tmp}/none.wav"), "no file"),
        (("assess", "--question", "²", "--text", "{tmp}/answer.txt"), "no question"),
        (("assess", "--text", "{tmp}/answer.txt"), "Which question"),
        (("assess", "--question", "2"), "required"),
        (("assess", "--question", "2", "--text", "{tmp}/answer.txt", "--out", "{tmp}/x"), "--batch"),
        (("assess", "--question", "2", "--batch", "{tmp}/answer.txt"), "do not go with --batch"),
        (("assess", "--pack", "{tmp}/binary", "--question", "2", "--text", "{tmp}/answer.txt"), "not UTF-8"),
        (("assess", "--batch", "{tmp}/none.jsonl"), "cannot be read"),
        (("assess", "--batch", "{tmp}/binary"), "not UTF-8"),
        (("assess", "--batch", "{tmp}/good.jsonl", "--out", "{tmp}/none/x"), "cannot be written"),
        (("check-questions", "{tmp}/none.yaml"), "no file"),
        (("transcribe", "{tmp}/none.wav"), "no file"),
        (("transcribe", "{tmp}/binary"), "cannot be read as audio"),
        (("transcribe", "{tmp}/empty.wav"), "empty.wav is empty"),
        (("transcribe", "{tmp}/answer.txt", "--question", "none"), "no question"),
        (("demo", "--out", "{tmp}/binary"), "cannot be written"),
        (("frobnicate",), "invalid choice"),
    ],
)
def test_bad_input_is_one_clear_line(
    run: Run, text: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "binary").write_bytes(bytes(range(128, 256)))
    (tmp_path / "empty.wav").touch()
    (tmp_path / "good.jsonl").write_text(json.dumps({"transcript": "noise", "question_id": "overfitting"}))
    code, out, err = run(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_a_full_disk_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no disk that is always full")
    (tmp_path / "good.jsonl").write_text(json.dumps({"transcript": ANSWER, "question_id": "overfitting"}))
    code, _, err = run("assess", "--batch", tmp_path / "good.jsonl", "--out", full)
    assert (code, err.count("\n")) == (2, 1)
    assert "cannot be written" in err


def test_without_a_display_the_window_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("mlprep_gui.__main__._log_to_file", lambda paths: None)
    code, _, err = run()
    assert (code, err.count("\n")) == (2, 1)
    assert "no display" in err
