"""What there is to be asked: check question packs, list the questions."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mlprep_gui.bank import Library, PackReading, load_library, read_pack
from mlprep_gui.commands.exit_codes import DONE, FINDINGS
from mlprep_gui.commands.speech import local_assessor
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import Finding, InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.paths import Paths

if TYPE_CHECKING:
    from mlprep_gui.assessment.lint import Flaw


def check_questions(options: argparse.Namespace, paths: Paths) -> int:
    """Print what is wrong with question packs; 1 when anything is."""
    for file in options.files:
        if not file.is_file():
            raise InputError(f"There is no file {file}.", "Check its name.")
    if options.files:
        readings = [read_pack(file) for file in options.files]
        errors = [error for reading in readings for error in reading.errors]
    else:
        library = open_library(paths)
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


def list_questions(paths: Paths, *, as_json: bool) -> int:
    """Print the questions in use."""
    library = open_library(paths)
    report_errors(library)
    if as_json:
        print(json.dumps([asdict(question) for question in library.questions], ensure_ascii=False, indent=1))
        return DONE
    for number, question in enumerate(library.questions, 1):
        print(f"{number:3}  {question.id:34} {question.prompt}")
    return DONE


def report_errors(library: Library) -> None:
    """Print why packs were left out, to standard error."""
    for finding in library.errors:
        print(finding, file=sys.stderr)


def open_library(paths: Paths, pack: Path | None = None) -> Library:
    """Return the questions in use, or those of one pack.

    Raises:
        InputError: when that pack cannot be read.
    """
    if pack is None:
        return load_library(paths.questions, paths.user_packs)
    if not pack.is_file():
        raise InputError(f"There is no file {pack}.", "Check its name.")
    reading = read_pack(pack)
    if reading.pack is None:
        raise InputError(str(reading.errors[0]), f"See all findings with: mlprep-gui check-questions {pack}")
    return Library((reading.pack,))
