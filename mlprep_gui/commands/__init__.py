"""The same work without a window: one module for each kind of command; imports nothing heavy before it must."""

import argparse

from mlprep_gui.commands.answer import assess_one
from mlprep_gui.commands.batch import assess_batch
from mlprep_gui.commands.calibration import calibrate
from mlprep_gui.commands.models import manage_models
from mlprep_gui.commands.questions import check_questions, list_questions
from mlprep_gui.commands.record import as_record
from mlprep_gui.commands.regrading import regrade
from mlprep_gui.commands.speech import local_assessor, transcribe
from mlprep_gui.domain.errors import InputError
from mlprep_gui.export.relocating import require_there
from mlprep_gui.paths import Paths

__all__ = ["as_record", "local_assessor", "run_command"]


def run_command(options: argparse.Namespace, paths: Paths) -> int:
    """Run one command and return its exit code.

    Raises:
        MLPrepError: for bad input or a missing model.
    """
    require_there(paths)
    match options.command:
        case "check-questions":
            return check_questions(options, paths)
        case "questions":
            return list_questions(paths, as_json=options.json)
        case "transcribe":
            return transcribe(options, paths)
        case "assess" if options.batch is not None:
            return assess_batch(options, paths)
        case "assess":
            return assess_one(options, paths)
        case "calibrate":
            return calibrate(options, paths)
        case "regrade":
            return regrade(options, paths)
        case "export":
            from mlprep_gui.commands.export import export_answers  # the store is not needed by most commands

            return export_answers(options, paths)
        case "backup" | "restore":
            from mlprep_gui.commands.moving import back_up_everything, restore_everything

            return (back_up_everything if options.command == "backup" else restore_everything)(options, paths)
        case "models":
            return manage_models(options, paths)
    raise InputError(f'There is no command "{options.command}".', "See mlprep-gui --help.")
