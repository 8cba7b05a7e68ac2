"""Grade many answers, one JSON object a line."""

import argparse
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

from mlprep_gui.bank import Library, inline_question
from mlprep_gui.commands.exit_codes import BAD_INPUT, DONE
from mlprep_gui.commands.questions import open_library
from mlprep_gui.commands.record import as_record
from mlprep_gui.commands.speech import local_assessor
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.paths import Paths

if TYPE_CHECKING:
    from mlprep_gui.speech.assessor import LocalAssessor


def assess_batch(options: argparse.Namespace, paths: Paths) -> int:
    """Grade every line; a line that cannot be graded gets an error of its own and the others go on."""
    if options.question or options.pack:
        raise InputError("--question and --pack do not go with --batch.", "Each line names its question.")
    lines = _read_lines(options.batch)
    library = open_library(paths)
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
    """Give the file to write to; a regular file has the new content at the end, or what it had before.

    Raises:
        InputError: when the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        writing: AbstractContextManager[TextIO] = _replacing(path) if _is_replaceable(path) else _open(path, "w")
        with writing as file:
            yield file
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Choose another place with --out.") from error


def _is_replaceable(path: Path) -> bool:
    """Return whether another file may take this place: not that of a device, a pipe or a link (/dev/stdout is one)."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Give a new file beside path; it takes path's place and permissions when nothing went wrong."""
    existed = path.exists()
    if existed:
        path.open("a").close()  # refused where the file is write-protected: replacing it would not be
    fresh = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        with _open(fresh, "x") as file:
            if existed:
                shutil.copymode(path, fresh)
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _open(path: Path, mode: Literal["w", "x"]) -> TextIO:
    # A transcript may hold half of a surrogate pair, which UTF-8 cannot: it is written as its JSON escape.
    return path.open(mode, encoding="utf-8", errors="backslashreplace")
