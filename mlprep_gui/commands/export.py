"""Write answers to a file for other programs and other people."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from mlprep_gui.commands.exit_codes import DONE
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.exporting import ExportedSession, ExportFormat, ExportRequest, Paper, Selection
from mlprep_gui.domain.session import SessionId, TakeId
from mlprep_gui.export import check_request, export
from mlprep_gui.paths import Paths
from mlprep_gui.store import Store


def export_answers(options: argparse.Namespace, paths: Paths) -> int:
    """Export an answer, a session, a period or everything, or list what there is."""
    request = None if options.list else _request(options)
    if not paths.database.exists():
        message = f"There are no answers in {paths.data}."
        raise InputError(message, "Practise first, or name the folder that holds them with --data-dir.")
    store = Store.open(paths.database, paths.backups)
    try:
        for notice in store.notices:
            print(f"mlprep-gui: {notice}", file=sys.stderr)
        if request is None:
            _list(store)
        else:
            _export(request, store, paths)
    finally:
        store.close()
    return DONE


def _request(options: argparse.Namespace) -> ExportRequest:
    if options.out is None:
        raise InputError("It is not said where to write.", "Add --out FILE; --list shows what there is to export.")
    request = ExportRequest(
        selection=_selection(options),
        format=_format(options.format, options.out),
        path=options.out,
        audio=options.audio,
        paper=Paper(options.paper),
        replace=options.force,
    )
    check_request(request)
    return request


def _format(name: str | None, path: Path) -> ExportFormat:
    """Return the format that is named, or the one that the name of the file ends with."""
    if name is not None:
        return ExportFormat(name)
    for kind in ExportFormat:
        if path.suffix.lower() == kind.suffix:
            return kind
    message = f"The name {path.name} does not say which format to write."
    raise InputError(message, f"Add --format with one of {', '.join(ExportFormat)}.")


def _selection(options: argparse.Namespace) -> Selection:
    period = options.since is not None or options.until is not None
    ways = (options.session is not None, options.answer is not None, period, options.all)
    if sum(ways) != 1:
        message = "It is not clear what to export." if any(ways) else "It is not said what to export."
        raise InputError(message, "Add one of --session ID, --answer ID, --since and --until DATE, or --all.")
    if options.session is not None:
        return Selection(session=SessionId(options.session))
    if options.answer is not None:
        return Selection(take=TakeId(options.answer))
    return Selection.of_days(options.since, options.until)


def _list(store: Store) -> None:
    for selected in store.select(Selection()):
        session = store.exported(selected.id)
        print(f"{session.session.id}  {session.session.started_at.astimezone():%Y-%m-%d %H:%M}")
        for each in session.answers:
            print(f"    {each.answer.take.id}  {each.answer.question.prompt}")


def _export(request: ExportRequest, store: Store, paths: Paths) -> None:
    selected = store.select(request.selection)
    if not selected:
        raise InputError("There is no such answer to export.", "mlprep-gui export --list shows what there is.")
    total = sum(each.answers for each in selected)

    def sessions() -> Iterator[ExportedSession]:
        for each in selected:
            yield store.exported(each.id, request.selection.take)

    def say(done: int) -> None:
        if len(selected) > 1:
            print(f"{done} of {total} answers", end="\r", file=sys.stderr)

    result = export(request, sessions(), paths.takes, paths.fonts, datetime.now(UTC), say)
    print(f"{result.path}: answers: {result.answers}, rounds: {result.sessions}")
    if result.silent:
        print(f"mlprep-gui: {result.silent} recordings are no longer there and were left out.", file=sys.stderr)
