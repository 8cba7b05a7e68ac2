"""What needs the models: write speech down, the assessor, and the check of the models themselves."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mlprep_gui.bank import load_library
from mlprep_gui.commands.exit_codes import DONE, FINDINGS
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.paths import Paths

if TYPE_CHECKING:
    from mlprep_gui.speech.assessor import LocalAssessor


def transcribe(options: argparse.Namespace, paths: Paths) -> int:
    """Print what is said in an audio file."""
    library = load_library(paths.questions, paths.user_packs)
    question = library.find(options.question) if options.question else None
    transcript = hear(options.audio, question, library.questions, paths)
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


def hear(audio: Path, question: Question | None, siblings: Sequence[Question], paths: Paths) -> Transcript:
    """Write an answer down; the terms of its question are expected, before those of the siblings.

    Raises:
        InputError: when the audio cannot be read.
        MLPrepError: when the model is missing.
    """
    if not audio.is_file():
        raise InputError(f"There is no file {audio}.", "Check its name.")
    from mlprep_gui.speech.glossary import hotwords
    from mlprep_gui.speech.models import require
    from mlprep_gui.speech.recognizer import WhisperRecognizer

    terms = hotwords(question, siblings) if question is not None else ()
    return WhisperRecognizer(require(paths.models, "whisper-tiny.en")).transcribe(audio, terms)


def local_assessor(paths: Paths, *, adjusted: bool = False) -> "LocalAssessor":
    """Return the assessor; adjusted to the learner where that is wanted."""
    from mlprep_gui.speech.assessor import LocalAssessor

    return LocalAssessor(paths.models, paths.resources, paths.cache, paths.calibration if adjusted else None)


def check_speech_models(paths: Paths, *, repair: bool) -> int:
    """Print which models are good; first put back what is not, where that is wanted."""
    from mlprep_gui.speech.models import check_models
    from mlprep_gui.speech.models import repair as repair_models

    if repair:
        repair_models(paths.models)
    statuses = check_models(paths.models, full=True)
    for status in statuses:
        print(f"{status.name:20} {'good' if status.is_good else status.problem}")
    return DONE if all(status.is_good for status in statuses) else FINDINGS
