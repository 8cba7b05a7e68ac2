"""Attempts at one question, what lies on the disk, and backups."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mlprep_gui.app.comparing import ComparisonView
from mlprep_gui.app.mover import MoveView
from mlprep_gui.app.storage import Removal, StorageView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.domain.session import TakeId
from mlprep_gui.domain.storage import AudioKept, AudioRule, DiskUse
from mlprep_gui.export.moving import BackupFacts
from mlprep_gui.export.relocating import Relocation
from tests.ui.samples import ANSWER

USE = DiskUse(database=31_400_000, backups=210_000_000, audio=1_840_000_000, recordings=812, models=187_000_000)
DATA = Path("/home/ada/.local/share/mlprep")
KEPT = StorageView(AudioRule(), USE, folder=DATA)
NAMED = replace(KEPT, folder=Path("/media/ada/a-drive-with-a-long-name/practice/interviews/MLPrep"), is_named=True)
LAST_THREE = AudioRule(AudioKept.LAST, takes=3)
OFFERED = StorageView(AudioRule(), USE, Removal(LAST_THREE, 312, 705_000_000), folder=DATA)
MOVED = MoveView(relocation=Relocation(Path("/media/ada/drive/MLPrep"), 834, 2_260_000_000, 61_000_000_000))
FACTS = BackupFacts("2026-11-21T18:30:00+00:00", "MLPrep 0.1.0", 6, 31, 148, True, 140, 2, 412_000_000)
WRITTEN = MoveView(written=Path("mlprep-backup-2026-11-22.zip"), facts=FACTS)
LOOKED_INTO = MoveView(opened=Path("mlprep-backup-2026-11-21.zip"), facts=FACTS, answers=12)
UNPACKING = MoveView(running=True, done=61, total=145)


def attempt(number: int, score: float, *verdicts: Verdict) -> ComparedAttempt:
    """Return an attempt at the question of the samples, a week after the one before."""
    question = ANSWER.answer.question
    return ComparedAttempt(
        take=TakeId(f"attempt-{number}"),
        question=question,
        started_at=datetime(2026, 9, 3, 18, 10, tzinfo=UTC) + timedelta(weeks=number),
        score=score,
        verdicts={point.id: verdict for point, verdict in zip(question.key_points, verdicts, strict=False)},
    )


def compared(attempts: Sequence[ComparedAttempt], chosen: str = "", playing: str = "") -> ComparisonView:
    """Return attempts whose recordings are all there."""
    return ComparisonView(tuple(attempts), chosen, playing, {each.take: Path(f"{each.take}.wav") for each in attempts})


C, P, M, X, U = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED, Verdict.CONTRADICTED, Verdict.UNSURE
ROWS = ((M, M, P, X, M, M), (C, M, P, M, M, M), (C, P, C, M, U, M), (C, C, P, M, M, C), (C, C, M, P, C, C))
ATTEMPTS = tuple(attempt(at, 31.0 + 12 * at, *row) for at, row in enumerate(ROWS))
COMPARED = compared(ATTEMPTS, "attempt-0", playing="attempt-0")
MANY = compared([attempt(at, 40.0 + 3 * at, *ROWS[at % 5]) for at in range(12)])
ONE = compared(ATTEMPTS[:1])


def long_text() -> ComparisonView:
    """Return attempts at a question whose texts are long, the newest one without a recording."""
    question = ANSWER.answer.question
    points = tuple(replace(point, statement=f"{point.statement} {point.statement}") for point in question.key_points)
    wordy = replace(question, prompt=f"{question.prompt} " * 3, key_points=points)
    found = compared([replace(each, question=wordy) for each in ATTEMPTS])
    newest = found.attempts[-1].take
    return replace(found, recordings={take: file for take, file in found.recordings.items() if take != newest})
