"""The same work without a window: check-questions, questions, transcribe, assess, models."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from mlprep_gui.bank import Library, inline_question, load_library, read_pack
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.paths import Paths

DONE, FINDINGS, BAD_INPUT = 0, 1, 2
MAX_TEXT_BYTES = 2_000_000


def run_command(options: argparse.Namespace, paths: Paths) -> int:
    """Run one command and return its exit code.

    Raises:
        MLPrepError: for bad input or a missing model.
    """
    match options.command:
        case "check-questions":
            return _check_questions(options.files, paths)
        case "questions":
            return _list_questions(paths, as_json=options.json)
        case "transcribe":
            return _transcribe(options, paths)
        case "assess" if options.batch is not None:
            return _assess_batch(options, paths)
        case "assess":
            return _assess_one(options, paths)
        case "models":
            return _models(paths, repair=options.repair)
    raise InputError(f'There is no command "{options.command}".', "See mlprep-gui --help.")


def _check_questions(files: Sequence[Path], paths: Paths) -> int:
    for file in files:
        if not file.is_file():
            raise InputError(f"There is no file {file}.", "Check its name.")
    if files:
        readings = [read_pack(file) for file in files]
        findings = [finding for reading in readings for finding in (*reading.errors, *reading.remarks)]
        packs = [reading.pack for reading in readings if reading.pack is not None]
    else:
        library = _library(paths)
        packs = list(library.packs)
        remarks = (finding for pack in packs for finding in read_pack(Path(pack.path)).remarks)
        findings = [*library.errors, *remarks]
    for finding in findings:
        print(finding)
    questions = sum(len(pack.questions) for pack in packs)
    print(f"{len(packs)} packs, {questions} questions, {len(findings)} findings.")
    return FINDINGS if findings else DONE


def _list_questions(paths: Paths, *, as_json: bool) -> int:
    library = _library(paths)
    _report_errors(library)
    if as_json:
        print(json.dumps([asdict(question) for question in library.questions], ensure_ascii=False, indent=1))
        return DONE
    for number, question in enumerate(library.questions, 1):
        print(f"{number:3}  {question.id:34} {question.prompt}")
    return DONE


def _report_errors(library: Library) -> None:
    for finding in library.errors:
        print(finding, file=sys.stderr)


def _library(paths: Paths, pack: Path | None = None) -> Library:
    if pack is None:
        return load_library(paths.questions, paths.user_packs)
    if not pack.is_file():
        raise InputError(f"There is no file {pack}.", "Check its name.")
    reading = read_pack(pack)
    if reading.pack is None:
        raise InputError(str(reading.errors[0]), f"See all findings with: mlprep-gui check-questions {pack}")
    return Library((reading.pack,))


def _hear(audio: Path, question: Question | None, siblings: Sequence[Question], paths: Paths) -> Transcript:
    if not audio.is_file():
        raise InputError(f"There is no file {audio}.", "Check its name.")
    from mlprep_gui.speech.glossary import hotwords
    from mlprep_gui.speech.models import require
    from mlprep_gui.speech.recognizer import WhisperRecognizer

    terms = hotwords(question, siblings) if question is not None else ()
    return WhisperRecognizer(require(paths.models, "whisper-tiny.en")).transcribe(audio, terms)


def _transcribe(options: argparse.Namespace, paths: Paths) -> int:
    library = _library(paths)
    question = library.find(options.question) if options.question else None
    transcript = _hear(options.audio, question, library.questions, paths)
    if not options.json:
        print(transcript.text or "(nothing was heard)")
        return DONE
    result = {
        "text": transcript.text,
        "words": [asdict(word) for word in transcript.words],
        "pauses": [asdict(pause) for pause in transcript.pauses],
        "duration_s": transcript.duration_s,
        "model": transcript.model,
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return DONE


class _Assessor:
    """The assessor with its model and embedder, loaded once."""

    def __init__(self, paths: Paths) -> None:
        from mlprep_gui.assessment import assess, load_model
        from mlprep_gui.speech.embedder import OnnxEmbedder

        self._assess = assess
        self._model = load_model(paths.resources / "assessor.json")
        self._embedder = OnnxEmbedder(paths.models)

    def __call__(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        return self._assess(question, words, self._embedder, self._model, rivals)


def as_record(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as the command line prints it; numbers are null where nothing was graded."""
    graded = assessment.graded
    return {
        "graded": graded,
        "reason": assessment.reason,
        "score": round(assessment.score, 1) if graded else None,
        "score_low": round(assessment.score_low, 1) if graded else None,
        "score_high": round(assessment.score_high, 1) if graded else None,
        "key_points": [
            {
                "id": verdict.key_point,
                "verdict": str(verdict.verdict),
                "p_covered": round(verdict.p_covered, 4),
                "p_contradicted": round(verdict.p_contradicted, 4),
                "evidence": asdict(verdict.evidence) if verdict.evidence is not None else None,
            }
            for verdict in assessment.verdicts
        ],
        "assessor": assessment.assessor,
    }


def _assess_one(options: argparse.Namespace, paths: Paths) -> int:
    if not options.question:
        raise InputError("Which question was answered?", "Name it with --question ID.")
    if options.out is not None:
        raise InputError("--out goes with --batch.", "The result of one answer is printed.")
    library = _library(paths, options.pack)
    question = library.find(options.question)
    if options.audio is not None:
        words = [word.text for word in _hear(options.audio, question, library.questions, paths).words]
    else:
        words = _read_text(options.text).split()
    assessment = _Assessor(paths)(question, words, library.questions)
    if options.json:
        print(json.dumps(as_record(assessment), ensure_ascii=False, indent=1))
    else:
        _print_assessment(question, assessment)
    return DONE


def _read_text(path: Path) -> str:
    try:
        if str(path) == "-":
            return sys.stdin.read(MAX_TEXT_BYTES)
        if path.stat().st_size > MAX_TEXT_BYTES:
            raise InputError(f"{path} is larger than {MAX_TEXT_BYTES // 1_000_000} MB.", "Give the text of one answer.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Check its name and permissions.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", "Save it again with the encoding UTF-8.") from error


def _print_assessment(question: Question, assessment: Assessment) -> None:
    print(question.prompt)
    if not assessment.graded:
        print(f"Not graded. {assessment.reason}")
        return
    low, high = assessment.score_low, assessment.score_high
    print(f"Score {assessment.score:.0f} of 100, likely {low:.0f} to {high:.0f}.")
    for point, verdict in zip(question.key_points, assessment.verdicts, strict=True):
        print(f"  {verdict.verdict:12} {point.statement}")
        if verdict.evidence is not None:
            print(f'  {"":12} "{verdict.evidence.text}"')


def _assess_batch(options: argparse.Namespace, paths: Paths) -> int:
    """Grade every line; a line that cannot be graded gets an error of its own and the others go on."""
    if options.question or options.pack:
        raise InputError("--question and --pack do not go with --batch.", "Each line names its question.")
    lines = _read_lines(options.batch)
    library = _library(paths)
    assessor = _Assessor(paths)
    failed: list[str] = []
    with _output(options.out) as out:
        for number, line in lines:
            try:
                record = _grade_line(line, library, assessor)
            except InputError as error:
                record = {"line": number, "error": str(error)}
                failed.append(f"line {number}: {error}")
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    if failed:
        more = f" ({len(failed)} lines in all)" if len(failed) > 1 else ""
        print(f"mlprep-gui: {failed[0]}{more}", file=sys.stderr)
        return BAD_INPUT
    return DONE


def _read_lines(path: Path) -> list[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Check its name and permissions.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", "Save it again with the encoding UTF-8.") from error
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _grade_line(line: str, library: Library, assessor: _Assessor) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("This is not JSON.", "Write one object a line.") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("transcript"), str):
        raise InputError('The line lacks a text "transcript".', 'Write {"transcript": "...", "question_id": "..."}.')
    rivals: tuple[Question, ...] = ()
    if "question" in raw:
        question = inline_question(raw["question"])
    elif isinstance(raw.get("question_id"), str):
        question, rivals = library.find(raw["question_id"]), library.questions
    else:
        raise InputError('The line has neither "question_id" nor "question".', "Say which question was answered.")
    record = as_record(assessor(question, raw["transcript"].split(), rivals))
    return {"question_id": question.id, **record}


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        # A transcript may hold half of a surrogate pair, which UTF-8 cannot: it is written as its JSON escape.
        with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Choose another place with --out.") from error


def _models(paths: Paths, *, repair: bool) -> int:
    from mlprep_gui.speech.models import check_models
    from mlprep_gui.speech.models import repair as repair_models

    if repair:
        repair_models(paths.models)
    statuses = check_models(paths.models, full=True)
    for status in statuses:
        print(f"{status.name:20} {'good' if status.is_good else status.problem}")
    return DONE if all(status.is_good for status in statuses) else FINDINGS
