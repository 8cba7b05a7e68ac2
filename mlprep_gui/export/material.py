"""What every kind of export is given beside the sessions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mlprep_gui.domain.exporting import Paper, Selection


@dataclass(slots=True)
class Material:
    """Where recordings and fonts lie, and how the file is to be.

    Attributes:
        with_audio: recordings are to be part of the file.
        silent: counts recordings that were wanted and have gone.
        step: called between two steps of work that takes long; what it raises ends the export.
    """

    takes: Path
    fonts: Path
    made_at: datetime
    selection: Selection = field(default_factory=Selection)
    with_audio: bool = False
    paper: Paper = Paper.A4
    silent: int = 0
    step: Callable[[], None] = lambda: None

    def recording(self, name: str) -> Path | None:
        """Return the recording of an answer when it is wanted and there is one."""
        if not self.with_audio or not name:
            return None
        path = self.takes / name
        if path.is_file():
            return path
        self.silent += 1
        return None
