"""Put everything into one file, and back into an empty data folder."""

import argparse
import sys
from contextlib import closing
from datetime import UTC, datetime

from mlprep_gui.commands.exit_codes import DONE
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.exporting import Selection
from mlprep_gui.export.moving import BackupFacts, read_backup, restore_backup, write_backup
from mlprep_gui.paths import Paths
from mlprep_gui.store import Store
from mlprep_gui.store.database import schema_steps


def back_up_everything(options: argparse.Namespace, paths: Paths) -> int:
    """Write a backup of the data folder and the settings."""
    if not paths.database.exists():
        message = f"There is nothing to back up in {paths.data}."
        raise InputError(message, "Name the folder that holds your answers with --data-dir.")
    with closing(Store.open(paths.database, paths.backups)) as store:
        sessions = store.select(Selection())
        counts = (_newest_schema(), len(sessions), sum(each.answers for each in sessions))
        facts = write_backup(
            options.out,
            paths,
            store.copy_to,
            counts,
            datetime.now(UTC),
            audio=not options.no_audio,
            replace=options.force,
            went_on=_say,
        )
    print(f"{options.out} is written.")
    _print(facts)
    return DONE


def restore_everything(options: argparse.Namespace, paths: Paths) -> int:
    """Show what a backup holds, or restore it where there are no answers yet."""
    if options.preview:
        _print(read_backup(options.file, _newest_schema()))
        return DONE
    if paths.database.exists():
        with closing(Store.open(paths.database, paths.backups)) as store:
            has_answers = bool(store.select(Selection()))
        if has_answers:
            message = f"There are answers in {paths.data} already."
            raise InputError(message, "Restore into an empty folder: name one with --data-dir.")
    facts = restore_backup(options.file, paths, _newest_schema(), _say)
    print(f"{options.file} is restored into {paths.data}.")
    _print(facts)
    return DONE


def _newest_schema() -> int:
    return schema_steps()[-1].version


def _say(done: int, total: int) -> None:
    print(f"{done} of {total} files", end="\r", file=sys.stderr)


def _print(facts: BackupFacts) -> None:
    made_at = datetime.fromisoformat(facts.made_at).astimezone()
    print(f"  made on     {made_at:%Y-%m-%d %H:%M} by {facts.program}")
    print(f"  rounds      {facts.sessions}")
    print(f"  answers     {facts.answers}")
    print(f"  recordings  {facts.recordings if facts.with_audio else 'left out'}")
    print(f"  own packs   {facts.packs}")
    print(f"  size        {facts.size_bytes / 1e6:.1f} MB")
