"""Answers as files for other programs and other people. No Qt but for pages of PDF."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import assert_never

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.exporting import ExportedSession, ExportFormat, ExportRequest, ExportResult
from mlprep_gui.export.material import Material
from mlprep_gui.export.place import FileThereError, whole_file

__all__ = ["FileThereError", "check_request", "export"]

Write = Callable[[Iterable[ExportedSession], Path, Material], None]


def check_request(request: ExportRequest) -> None:
    """Raise InputError for a wish that cannot be met."""
    if request.audio and not request.format.holds_audio:
        message = f"A file of the format {request.format.value} cannot hold recordings."
        raise InputError(message, "Choose html or anki, or leave the recordings out.")


def export(
    request: ExportRequest,
    sessions: Iterable[ExportedSession],
    takes: Path,
    fonts: Path,
    now: datetime,
    went_on: Callable[[int], None] = lambda _: None,
) -> ExportResult:
    """Write sessions to a file, which takes its place only when it is whole.

    Args:
        request: what is wanted.
        sessions: oldest first; each is read when it is its turn, and what reading raises ends the export.
        takes: the takes folder.
        fonts: the folder of the program's fonts, for PDF.
        now: instant of the export.
        went_on: called with the number of answers so far, after each session and now and then; what it raises ends
            the export.

    Raises:
        FileThereError: when there is such a file already.
        InputError: when there is nothing to export, or it cannot be written there.
    """
    check_request(request)
    written, is_any = ExportResult(request.path), False

    def counting() -> Iterator[ExportedSession]:
        nonlocal written, is_any
        for exported in sessions:
            yield exported
            is_any |= bool(exported.answers)
            answers = written.answers + exported.given
            written = replace(written, sessions=written.sessions + 1, answers=answers)
            went_on(answers)

    material = Material(takes, fonts, now, request.selection, request.audio, request.paper)
    material.step = lambda: went_on(written.answers)
    with whole_file(request.path, replace=request.replace) as fresh:
        _writer(request.format)(counting(), fresh, material)
        if not is_any:
            message = "There is no answer to export."
            raise InputError(message, "Practise first, or choose another session or period.")
    return replace(written, silent=material.silent)


def _writer(kind: ExportFormat) -> Write:
    """Return what writes a format, imported only now: what one stands on need not be loaded for another."""
    match kind:
        case ExportFormat.MARKDOWN:
            from mlprep_gui.export.markdown import write
        case ExportFormat.HTML:
            from mlprep_gui.export.html_file import write
        case ExportFormat.PDF:
            from mlprep_gui.export.pdf import write
        case ExportFormat.CSV:
            from mlprep_gui.export.table import write
        case ExportFormat.JSON:
            from mlprep_gui.export.json_file import write
        case ExportFormat.ANKI:
            from mlprep_gui.export.anki import write
        case _:
            assert_never(kind)
    return write
