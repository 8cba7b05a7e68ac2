"""What needs the models: write speech down, and the assessor."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from mlprep_gui.bank import load_library
from mlprep_gui.commands.exit_codes import BAD_INPUT, DONE
from mlprep_gui.commands.models import chosen_recogniser
from mlprep_gui.commands.record import as_record, print_assessment
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.paths import Paths

if TYPE_CHECKING:
    from mlprep_gui.speech.assessor import LocalAssessor

Hear: TypeAlias = Callable[[Path, Question | None, Sequence[Question]], Transcript]


def transcribe(options: argparse.Namespace, paths: Paths) -> int:
    """Print what is said in audio files; one that cannot be read gets an error of its own and the others go on."""
    library = load_library(paths.questions, paths.user_packs)
    question = library.find(options.question) if options.question else None
    hear = ears(paths, options.model or "")
    assessor = local_assessor(paths, adjusted=True) if question is not None else None
    records: list[dict[str, Any]] = []
    for audio in options.audio:
        try:
            transcript = hear(audio, question, library.questions)
        except InputError as error:
            if len(options.audio) == 1:
                raise
            print(f"mlprep-gui: {error}", file=sys.stderr)
            records.append({"file": str(audio), "error": str(error)})
            continue
        assessment = None
        if question is not None and assessor is not None:
            assessment = assessor.assess(question, [word.text for word in transcript.words], library.questions)
        records.append(_record(audio, transcript, assessment))
        if not options.json:
            if len(options.audio) > 1:
                print(f"{audio}:")
            print(transcript.text or "(nothing was heard)")
            if question is not None and assessment is not None:
                print_assessment(question, assessment)
    if options.json:
        print(json.dumps(records if len(records) > 1 else records[0], ensure_ascii=False, indent=1))
    return BAD_INPUT if any("error" in record for record in records) else DONE


def _record(audio: Path, transcript: Transcript, assessment: Assessment | None) -> dict[str, Any]:
    record = {
        "file": str(audio),
        "text": transcript.text,
        "words": [asdict(word) for word in transcript.words],
        "pauses": [asdict(pause) for pause in transcript.pauses],
        "duration_s": transcript.duration_s,
        "model": transcript.model,
    }
    return record if assessment is None else {**record, "assessment": as_record(assessment)}


def ears(paths: Paths, recogniser: str = "") -> Hear:
    """Return what writes an answer down; the terms of its question are expected, before those of the others.

    It takes an audio file, the question that is answered (if that is known) and all questions; it raises InputError
    for a file that cannot be read, without sound or too long, and ModelError when the recogniser is missing.

    Args:
        paths: where models and settings lie.
        recogniser: "tiny.en", "base" or a folder. Without it the one of the settings is used, and where that is gone
            the built-in one, which is said on standard error.

    Raises:
        ModelError: when the recogniser that was asked for by name is missing: nothing stands in.
    """
    from mlprep_gui.speech.catalogue import Catalogue
    from mlprep_gui.speech.chosen import ChosenRecognizer
    from mlprep_gui.speech.glossary import hotwords
    from mlprep_gui.speech.sound_file import check, without_sound

    catalogue = Catalogue(paths.models, paths.recognisers)
    if recogniser:
        catalogue.folder(recogniser)
    wanted, chosen = recogniser or chosen_recogniser(paths), ChosenRecognizer(catalogue, paths.resources / "sounds")

    def hear(audio: Path, question: Question | None, siblings: Sequence[Question]) -> Transcript:
        check(audio)
        terms = hotwords(question, siblings) if question is not None else ()
        transcript = chosen.marked(chosen.recognizer(wanted).transcribe(audio, terms), wanted)
        if not transcript.duration_s:
            raise without_sound(audio)
        if transcript.notice:
            print(f"mlprep-gui: {transcript.notice}", file=sys.stderr)
        return transcript

    return hear


def local_assessor(paths: Paths, *, adjusted: bool = False) -> "LocalAssessor":
    """Return the assessor; adjusted to the learner where that is wanted."""
    from mlprep_gui.speech.assessor import LocalAssessor

    return LocalAssessor(paths.models, paths.resources, paths.cache, paths.calibration if adjusted else None)
