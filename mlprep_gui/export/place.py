"""The file that is written: it takes its place when it is whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mlprep_gui.domain.errors import InputError


class FileThereError(InputError):
    """There is a file of that name, and nobody said that it may be replaced."""

    def __init__(self, path: Path) -> None:
        message = f"There is a file {path} already."
        super().__init__(message, "Choose another name, or add --force to replace it.")
        self.path = path


@contextmanager
def whole_file(path: Path, *, replace: bool) -> Iterator[Path]:
    """Give the path of a new file in a folder of its own beside path; it is put in place when nothing went wrong.

    Raises:
        FileThereError: when there is a file already and it may not be replaced.
        InputError: when nothing can be written there.
    """
    _check(path, replace=replace)
    try:
        with tempfile.TemporaryDirectory(prefix=".mlprep-export-", dir=path.parent) as folder:
            fresh = Path(folder) / path.name
            yield fresh
            with fresh.open("rb+") as file:
                os.fsync(file.fileno())
            _check(path, replace=replace)
            fresh.replace(path)
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}."
        raise InputError(message, "Check the free space and the permissions, or choose another place.") from error


def _check(path: Path, *, replace: bool) -> None:
    if path.is_dir():
        message = f"{path} is a folder."
        raise InputError(message, "Add the name of the file to be written.")
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent}."
        raise InputError(message, "Make it first, or choose another place.")
    if path.exists() and not replace:
        raise FileThereError(path)
