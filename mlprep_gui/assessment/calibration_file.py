"""The file of the learner's calibrations: the one in use, and those before it, so that each can be undone."""

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from mlprep_gui.assessment.calibration import Calibration, Tally, applied, fit, helps, tally
from mlprep_gui.assessment.model import AssessorModel
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.session import JudgedPoint

VERSION = 1
Calibrations = tuple[Calibration, ...]

_log = logging.getLogger(__name__)
_SHIPPED = "Verdicts are as shipped; you can adjust them again."


def read(path: Path) -> tuple[Calibrations, tuple[str, ...]]:
    """Read the calibrations, oldest first; the last one is in use.

    Returns:
        The calibrations, none where there is no file, and what the learner should be told. A file that cannot be used
        is set aside as calibration.json.broken, so that nothing in it is lost.
    """
    try:
        if not path.exists():
            return (), ()
        content = path.read_bytes()
    except OSError as error:
        return (), (f"The adjustment of the verdicts in {path} could not be read: {error.strerror}. {_SHIPPED}",)
    try:
        table = json.loads(content)
        if table["version"] != VERSION:
            raise ValueError(f"version {table['version']!r} is not known")
        return tuple(_calibration(one) for one in table["calibrations"]), ()
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        why = f"{type(error).__name__}: {error}"
        return (), (f"The adjustment of the verdicts could not be read ({why}). {_SHIPPED} {_set_aside(path)}",)


class Outcome(StrEnum):
    """What came of fitting."""

    ADJUSTED = "adjusted"
    SAME = "same"
    NO_HELP = "no help"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What came of fitting; without a calibration when there was too little to fit on."""

    outcome: Outcome
    tally: Tally
    calibration: Calibration | None = None
    dry_run: bool = False

    @property
    def helped(self) -> bool:
        """Whether verdicts are, or would be, adjusted like this."""
        return self.outcome in (Outcome.ADJUSTED, Outcome.SAME)

    @property
    def words(self) -> str:
        """What happened, for the learner."""
        found = self.calibration
        if found is None:
            return f"{self.tally.words} Nothing was changed."
        measured = (
            f"on answers that it was not fitted to, it disagrees with you on {found.after:g} points instead of"
            f" {found.before:g} (difference ± {found.error:g}; near misses count half)."
        )
        match self.outcome:
            case Outcome.NO_HELP:
                return f"An adjustment would not surely help: {measured} Nothing was changed."
            case Outcome.SAME:
                return f"Verdicts are adjusted like this already: {measured}"
        trial = " This was a trial: nothing was changed." if self.dry_run else ""
        return f"Adjusted to {found.verdicts} of your verdicts on {found.answers} answers: {measured}{trial}"


def adjust(
    path: Path, points: Sequence[JudgedPoint], model: AssessorModel, now: datetime, *, dry_run: bool = False
) -> Adjustment:
    """Fit thresholds to the learner's verdicts, and put them in use where that helps.

    Args:
        path: the file of the calibrations.
        points: what `Store.judged_points` returns.
        model: as shipped.
        now: the present instant, UTC.
        dry_run: leave the file alone.

    Raises:
        StoreError: when the disk refuses.
    """
    found = tally(points, model)
    if not found.is_enough:
        return Adjustment(Outcome.TOO_FEW, found)
    fitted = fit(points, model, now)
    if not helps(fitted):
        return Adjustment(Outcome.NO_HELP, found, fitted)
    kept = read(path)[0]
    if kept and applied(model, kept[-1]) == applied(model, fitted):
        return Adjustment(Outcome.SAME, found, fitted)
    if not dry_run:
        _write(path, (*kept, fitted))
    return Adjustment(Outcome.ADJUSTED, found, fitted, dry_run)


def standing(kept: Calibrations, model: AssessorModel) -> str:
    """Return how verdicts stand now, in words."""
    if not kept:
        return "Verdicts are as shipped."
    last = kept[-1]
    if not last.belongs_to(model):
        return (
            f"Verdicts are as shipped: the adjustment of {last.fitted_at:%d %B %Y} belongs to another assessor."
            " Adjust again once your answers are graded by this one."
        )
    return f"Verdicts are adjusted to {last.verdicts} of your own, on {last.answers} answers."


def undo(path: Path) -> bool:
    """Go back to the calibration before, or to the shipped thresholds; return whether there was anything to undo.

    Raises:
        StoreError: when the disk refuses.
    """
    kept = read(path)[0]
    if kept:
        _write(path, kept[:-1])
    return bool(kept)


class LearnersModel:
    """The shipped numbers with the learner's thresholds; the file is read again when it has changed."""

    def __init__(self, shipped: AssessorModel, path: Path | None) -> None:
        """Without a path the thresholds are as shipped."""
        self._shipped = shipped
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._model = shipped

    def __call__(self) -> AssessorModel:
        """Return the model as it is to be used now."""
        if self._path is None:
            return self._shipped
        stamp = _stamp(self._path)
        if stamp != self._seen:
            calibrations, notices = read(self._path)
            for text in notices:
                _log.error("%s", text)
            self._model = applied(self._shipped, calibrations[-1] if calibrations else None)
            self._seen = stamp
        return self._model


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes with a file; None where there is none, or none that can be read."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _calibration(table: dict[str, Any]) -> Calibration:
    found = Calibration(
        assessor=str(table["assessor"]),
        threshold=_between_0_and(0.9, table["threshold"]),  # from there on no point could earn everything
        threshold_contradicted=_between_0_and(1.0, table["threshold_contradicted"]),
        verdicts=int(table["verdicts"]),
        answers=int(table["answers"]),
        fitted_at=datetime.fromisoformat(table["fitted_at"]),
        before=float(table["before"]),
        after=float(table["after"]),
        error=float(table["error"]),
    )
    if found.fitted_at.tzinfo is None:
        raise ValueError("fitted_at has no time zone")
    return found


def _between_0_and(limit: float, value: Any) -> float:
    number = float(value)
    if not 0 < number < limit:
        raise ValueError(f"{value!r} is no threshold")
    return number


def _set_aside(path: Path) -> str:
    aside = path.with_name(f"{path.name}.broken")
    try:
        path.replace(aside)
    except OSError as error:
        return f"The file could not be set aside: {error.strerror}."
    return f"The file is kept as {aside.name}."


def _write(path: Path, calibrations: Calibrations) -> None:
    """Write to a temporary name, synced, then put in place; no calibrations, no file."""
    rows = [asdict(one) | {"fitted_at": one.fitted_at.isoformat()} for one in calibrations]
    temporary = path.with_name(f"{path.name}.new")
    try:
        if not rows:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as file:
            json.dump({"version": VERSION, "calibrations": rows}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        message = f"The adjustment of the verdicts could not be saved: {error.strerror}."
        raise StoreError(message, f"Check free space and permissions of {path.parent}.") from error
