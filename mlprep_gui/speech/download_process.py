"""The download of a recogniser in a process of its own, which alone may open a connection."""

from pathlib import Path
from typing import cast

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.ports import FetchProgress
from mlprep_gui.speech.child import ChildEndedError, ChildProcess


class DownloadProcess:
    """The ModelFetcher port behind a pipe; the process starts with the first step."""

    def __init__(self, downloads: Path, own: Path) -> None:
        """Packages arrive in one folder, and the model is put into another."""
        self._child = ChildProcess("mlprep_gui.speech.download:BaseDownload", downloads, own)

    def advance(self) -> FetchProgress:
        """Go on for less than a second, or a few where a connection begins; what has arrived is kept.

        Raises:
            ModelError: when the network or the disk refuses, something else arrived, or the process ended.
        """
        try:
            return cast(FetchProgress, self._child.call("advance"))
        except ChildEndedError as ended:
            message = "The download was stopped." if ended.stopped else "The download ended unexpectedly."
            raise ModelError(message, "What has arrived is kept: start it again to go on.") from ended

    def stop(self) -> None:
        """End the step that is running, at once; its caller gets a ModelError."""
        self._child.cancel()

    @property
    def pid(self) -> int | None:
        """Process id of the process behind it, or None when there is none."""
        return self._child.pid

    def close(self) -> None:
        """End the process for good."""
        self._child.close()
