"""The same work without a window: check-questions, questions, transcribe, assess, models."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from mlprep_gui.bank import Library, PackReading, inline_question, load_library, read_pack
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import Finding, InputError, MLPrepError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.regrading import RegradeTally, StaleAnswer
from mlprep_gui.domain.session import JudgedPoint
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Grader

if TYPE_CHECKING:
    from mlprep_gui.assessment.calibration import Calibration
    from mlprep_gui.assessment.lint import Flaw
    from mlprep_gui.store import Store

if TYPE_CHECKING:
    from mlprep_gui.speech.assessor import LocalAssessor

DONE, FINDINGS, BAD_INPUT = 0, 1, 2
MAX_TEXT_BYTES = 2_000_000


def run_command(options: argparse.Namespace, paths: Paths) -> int:
    """Run one command and return its exit code.

    Raises:
        MLPrepError: for bad input or a missing model.
    """
    match options.command:
        case "check-questions":
            return _check_questions(options, paths)
        case "questions":
            return _list_questions(paths, as_json=options.json)
        case "transcribe":
            return _transcribe(options, paths)
        case "assess" if options.batch is not None:
            return _assess_batch(options, paths)
        case "assess":
            return _assess_one(options, paths)
        case "calibrate":
            return _calibrate(options, paths)
        case "regrade":
            return _regrade(options, paths)
        case "models":
            return _models(paths, repair=options.repair)
    raise InputError(f'There is no command "{options.command}".', "See mlprep-gui --help.")


def _check_questions(options: argparse.Namespace, paths: Paths) -> int:
    for file in options.files:
        if not file.is_file():
            raise InputError(f"There is no file {file}.", "Check its name.")
    if options.files:
        readings = [read_pack(file) for file in options.files]
        errors = [error for reading in readings for error in reading.errors]
    else:
        library = _library(paths)
        readings = [read_pack(Path(pack.path)) for pack in library.packs]
        errors = list(library.errors)
    packs = [reading.pack for reading in readings if reading.pack is not None]
    remarks = [remark for reading in readings for remark in reading.remarks]
    records: list[dict[str, Any]] = [
        {"kind": kind, **asdict(finding)}
        for kind, findings in (("error", errors), ("remark", remarks))
        for finding in findings
    ]
    if not options.json:
        print(*errors, *remarks, sep="\n", end="\n" if errors or remarks else "")
    if options.strict:
        for finding, flaw in _misgraded(readings, paths):
            records.append({**asdict(flaw), "file": finding.file, "line": finding.line})
            if not options.json:
                print(finding)
    count = {"packs": len(packs), "questions": sum(len(pack.questions) for pack in packs)}
    if options.json:
        print(json.dumps({**count, "findings": records}, ensure_ascii=False, indent=1))
    else:
        print(f"{count['packs']} packs, {count['questions']} questions, {len(records)} findings.")
    return FINDINGS if records else DONE


def _misgraded(readings: Sequence[PackReading], paths: Paths) -> Iterator[tuple[Finding, "Flaw"]]:
    """Grade the texts of every question that could be read, and yield what is graded otherwise than it is meant."""
    from mlprep_gui.assessment.lint import check_question

    found = [(reading, reading.pack) for reading in readings if reading.pack is not None]
    rivals = [question for _, pack in found for question in pack.questions]
    assessor = local_assessor(paths)

    def assess(question: Question, words: Sequence[str]) -> Assessment:
        return assessor.assess(question, words, rivals)

    done = 0
    for reading, pack in found:
        for question in pack.questions:
            _show_progress(f"Graded {done} of {len(rivals)} questions")
            for flaw in check_question(question, assess):
                line = reading.line_of(flaw.question, flaw.key_point, flaw.text)
                yield Finding(Path(pack.path).name, line, f"{flaw.kind}: {flaw.message}", flaw.advice), flaw
            done += 1
    _show_progress("")


def _show_progress(text: str) -> None:
    """Show a line that the next one overwrites, on a terminal only."""
    if sys.stderr.isatty():
        print(f"{text:40}", end="\r", file=sys.stderr, flush=True)


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


def local_assessor(paths: Paths, *, adjusted: bool = False) -> "LocalAssessor":
    """Return the assessor; adjusted to the learner where that is wanted."""
    from mlprep_gui.speech.assessor import LocalAssessor

    return LocalAssessor(paths.models, paths.resources, paths.cache, paths.calibration if adjusted else None)


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
                "evidence": asdict(verdict.evidence[0]) if verdict.evidence else None,
                "evidence_also": asdict(verdict.evidence[1]) if len(verdict.evidence) > 1 else None,
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
    assessment = local_assessor(paths, adjusted=options.pack is None).assess(question, words, library.questions)
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
        if verdict.evidence:
            said = " … ".join(stretch.text for stretch in verdict.evidence)
            print(f'  {"":12} "{said}"')


def _assess_batch(options: argparse.Namespace, paths: Paths) -> int:
    """Grade every line; a line that cannot be graded gets an error of its own and the others go on."""
    if options.question or options.pack:
        raise InputError("--question and --pack do not go with --batch.", "Each line names its question.")
    lines = _read_lines(options.batch)
    library = _library(paths)
    assessor = local_assessor(paths)
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


def _grade_line(line: str, library: Library, assessor: "LocalAssessor") -> dict[str, Any]:
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
    record = as_record(assessor.assess(question, raw["transcript"].split(), rivals))
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


def _calibrate(options: argparse.Namespace, paths: Paths) -> int:
    """Adjust the verdicts to the learner's own, undo that, or show how they stand; 1 when nothing could be changed."""
    from mlprep_gui.assessment import calibration_file, load_model
    from mlprep_gui.assessment.calibration import reliability, tally

    model = load_model(paths.resources / "assessor.json")
    for notice in calibration_file.read(paths.calibration)[1]:
        print(f"mlprep-gui: {notice}", file=sys.stderr)
    report: dict[str, Any] = {}
    code = DONE
    if options.undo:
        undone = calibration_file.undo(paths.calibration)
        report["message"] = "The last adjustment is undone." if undone else "There is no adjustment to undo."
        code = DONE if undone else FINDINGS
    else:
        points = _judged_points(paths)
        if not options.show:
            done = calibration_file.adjust(paths.calibration, points, model, datetime.now(UTC), dry_run=options.dry_run)
            report |= {"message": done.words, "outcome": str(done.outcome), "fitted": _plain(done.calibration)}
            code = DONE if done.helped else FINDINGS
        found = tally(points, model)
        report.setdefault("message", found.words)
        report |= {"own_verdicts": asdict(found), "reliability": asdict(reliability(points, model))}
    kept = calibration_file.read(paths.calibration)[0]
    report |= {"standing": calibration_file.standing(kept, model), "kept": [_plain(one) for one in kept]}
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print_calibration(report)
    return code


def _judged_points(paths: Paths) -> tuple[JudgedPoint, ...]:
    """Read the learner's verdicts; without a database there are none, and none is made."""
    if not paths.database.exists():
        return ()
    from mlprep_gui.store import Store

    store = Store.open(paths.database, paths.backups)
    for notice in store.notices:
        print(f"mlprep-gui: {notice}", file=sys.stderr)
    try:
        return store.judged_points()
    finally:
        store.close()


def _plain(calibration: "Calibration | None") -> dict[str, Any] | None:
    return asdict(calibration) | {"fitted_at": calibration.fitted_at.isoformat()} if calibration is not None else None


def _print_calibration(report: dict[str, Any]) -> None:
    print(report["message"])
    print(report["standing"])
    bins = report.get("reliability", {}).get("bins")
    if not bins:
        return
    print("\nHow likely it seemed, and how often you said it was said (partly counts half):")
    print("  likely      points  judged by you  on average  said")
    for one in bins:
        print(
            f"  {one['low']:.1f} to {one['high']:.1f}  {one['points']:6}  {one['judged']:13}"
            f"  {one['predicted']:10.2f}  {one['said']:.2f}"
        )
    print(
        f"Expected calibration error: {report['reliability']['error']:.3f}. Points that you left alone count as seen."
    )


def _regrade(options: argparse.Namespace, paths: Paths) -> int:
    """Grade saved answers again, one at a time; each is kept at once, so that an interruption loses nothing."""
    library = _library(paths)
    _report_errors(library)
    wanted = (library.find(options.question),) if options.question else library.questions
    if not paths.database.exists():
        return _report_regrading(RegradeTally(0), [], as_json=options.json)
    from mlprep_gui.speech.process import SpeechProcess
    from mlprep_gui.store import Store

    with ExitStack() as open_until_the_end:
        store = Store.open(paths.database, paths.backups)
        open_until_the_end.callback(store.close)
        grader = SpeechProcess(paths.models, paths.resources, paths.cache, paths.calibration)
        open_until_the_end.callback(grader.close)
        for notice in store.notices:
            print(f"mlprep-gui: {notice}", file=sys.stderr)
        stale = store.stale_answers(grader.assessor(), wanted, everything=options.all)
        tally = RegradeTally(len(stale.answers), gone=0 if options.question else stale.gone)
        records: list[dict[str, Any]] = []
        try:
            for one in stale.answers:
                tally, record = _regrade_one(one, tally, store, grader, library, paths)
                records.append(record)
                change = record.get("error") or f"{record['score_before']} -> {record['score']}"
                print(f"{tally.done} of {tally.total}  {one.question}: {change}", file=sys.stderr)
        except KeyboardInterrupt:
            print(f"{tally.graded} of {tally.total} graded again; the others are as they were.", file=sys.stderr)
            raise
    return _report_regrading(tally, records, as_json=options.json)


def _regrade_one(
    stale: StaleAnswer, tally: RegradeTally, store: "Store", grader: Grader, library: Library, paths: Paths
) -> tuple[RegradeTally, dict[str, Any]]:
    """Grade one answer again; one that fails keeps its old assessment."""
    from mlprep_gui.speech.grading import grade_kept

    question, answer = library.find(stale.question), store.answer(stale.take)
    assert answer is not None  # nobody else can have deleted it: the database is open here alone
    before = answer.assessment
    record: dict[str, Any] = {"take": stale.take, "question_id": question.id, "reason": str(stale.reason)}
    try:
        graded = grade_kept(grader, answer, question, library.questions, paths.takes)
        store.keep_grade(graded)
    except MLPrepError as error:
        return tally.with_failure(stale.take, question.prompt, str(error)), {**record, "error": str(error)}
    after = graded.assessment
    assert after is not None
    record |= {"score_before": _shown_score(before), "score": _shown_score(after), "assessor": after.assessor}
    return tally.with_grade(before, after), record


def _shown_score(assessment: Assessment | None) -> float | None:
    return round(assessment.score, 1) if assessment is not None and assessment.graded else None


def _report_regrading(tally: RegradeTally, records: Sequence[dict[str, Any]], *, as_json: bool) -> int:
    counts = {"total": tally.total, "graded": tally.graded, "first": tally.first, "rose": tally.rose}
    counts |= {"fell": tally.fell, "failed": len(tally.failed), "gone": tally.gone}
    if as_json:
        print(json.dumps({**counts, "answers": records}, ensure_ascii=False, indent=1))
    else:
        print(
            f"{tally.graded} of {tally.total} answers graded again: {tally.rose} scores rose, {tally.fell} fell,"
            f" {tally.first} graded for the first time, {len(tally.failed)} could not be graded."
        )
        if tally.gone:
            print(f"{tally.gone} answers keep their old verdicts: their question is no longer there.")
    return FINDINGS if tally.failed else DONE


def _models(paths: Paths, *, repair: bool) -> int:
    from mlprep_gui.speech.models import check_models
    from mlprep_gui.speech.models import repair as repair_models

    if repair:
        repair_models(paths.models)
    statuses = check_models(paths.models, full=True)
    for status in statuses:
        print(f"{status.name:20} {'good' if status.is_good else status.problem}")
    return DONE if all(status.is_good for status in statuses) else FINDINGS
