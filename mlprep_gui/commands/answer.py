"""Grade one answer, given as text or as sound."""

import argparse
import json
import sys
from pathlib import Path

from mlprep_gui.commands.exit_codes import DONE
from mlprep_gui.commands.questions import open_library
from mlprep_gui.commands.record import as_record, print_assessment
from mlprep_gui.commands.speech import ears, local_assessor
from mlprep_gui.domain.errors import InputError
from mlprep_gui.paths import Paths

MAX_TEXT_BYTES = 2_000_000


def assess_one(options: argparse.Namespace, paths: Paths) -> int:
    """Print the verdicts on one answer."""
    if not options.question:
        raise InputError("Which question was answered?", "Name it with --question ID.")
    if options.out is not None:
        raise InputError("--out goes with --batch.", "The result of one answer is printed.")
    library = open_library(paths, options.pack)
    question = library.find(options.question)
    if options.audio is not None:
        words = [word.text for word in ears(paths)(options.audio, question, library.questions).words]
    else:
        words = _read_text(options.text).split()
    assessment = local_assessor(paths, adjusted=options.pack is None).assess(question, words, library.questions)
    if options.json:
        print(json.dumps(as_record(assessment), ensure_ascii=False, indent=1))
    else:
        print_assessment(question, assessment)
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
