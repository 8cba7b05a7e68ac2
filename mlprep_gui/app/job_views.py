"""What pages show of work that takes a while: grading again, exporting, adjusting verdicts, recognisers."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from mlprep_gui.domain.exporting import ExportResult
from mlprep_gui.domain.regrading import RegradeTally, Stale
from mlprep_gui.ports import Trial


@dataclass(frozen=True, slots=True)
class RegradeView:
    """Grading saved answers again: what could be done, what is being done, or what was done last.

    Attributes:
        stale: what could be graded again now.
        tally: of the run that goes on, or of the last one until it is put away.
        running: a run goes on.
        waiting: it holds while a round runs.
        stopping: it was cancelled and ends after the present answer.
        stopped: the last run was cancelled.
    """

    stale: Stale = field(default_factory=Stale)
    tally: RegradeTally | None = None
    running: bool = False
    waiting: bool = False
    stopping: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class ExportView:
    """An export: being written, or what came of the last one until it is put away.

    Attributes:
        done, total: answers written and to be written; total is 0 until it is known.
        stopping: it was cancelled and ends soon.
        stopped: the last one was cancelled; nothing was written.
        result: what was written.
        error: why nothing was written, with what to do.
        in_the_way: a file that stands there already and may be replaced.
    """

    running: bool = False
    done: int = 0
    total: int = 0
    stopping: bool = False
    stopped: bool = False
    result: ExportResult | None = None
    error: str = ""
    in_the_way: Path | None = None


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """How verdicts stand: as shipped, or adjusted to the learner's own.

    Attributes:
        standing: that, in words; empty before it is known.
        words: what came of the last step, or what is there to adjust to.
        busy: thresholds are being fitted.
        can_undo: there is an adjustment to undo.
    """

    standing: str = ""
    words: str = ""
    busy: bool = False
    can_undo: bool = False


class RecogniserState(StrEnum):
    """How a recogniser stands."""

    READY = "ready"
    ABSENT = "absent"
    BEGUN = "begun"
    FETCHING = "fetching"
    CHECKING = "checking"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class RecogniserView:
    """One recogniser.

    Attributes:
        name: "tiny.en", "base" or a folder.
        title: what it is called.
        is_chosen: it writes answers down.
        size: bytes on the disk, or that it will need there; 0 when that is not known.
        arrived, total: bytes of the download.
        trial: what came of trying it out in this run.
        problem: why it cannot be used, with what to do.
    """

    name: str
    title: str
    state: RecogniserState
    is_chosen: bool = False
    size: int = 0
    arrived: int = 0
    total: int = 0
    trial: Trial | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class RecogniserList:
    """The recognisers that can be chosen; busy: one of them is being tried out."""

    rows: tuple[RecogniserView, ...] = ()
    busy: bool = False
