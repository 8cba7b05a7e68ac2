"""What lies on the disk, and which recordings the learner wants to keep."""

from dataclasses import dataclass
from enum import StrEnum


class AudioKept(StrEnum):
    """How recordings are kept; transcripts and verdicts always are."""

    ALL = "all"
    LAST = "last"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class AudioRule:
    """Which recordings are kept: all, the last takes of each question, or those of the last days."""

    kept: AudioKept = AudioKept.ALL
    takes: int = 3
    days: int = 180

    def removes_as(self, other: "AudioRule") -> bool:
        """Whether another rule removes the same recordings; numbers that do not count in it do not matter."""
        if self.kept is not other.kept:
            return False
        return {
            AudioKept.ALL: True,
            AudioKept.LAST: self.takes == other.takes,
            AudioKept.DAYS: self.days == other.days,
        }[self.kept]


@dataclass(frozen=True, slots=True)
class DiskUse:
    """How much the program keeps, bytes.

    Attributes:
        database: with its journal.
        backups: the copies of the database.
        audio, recordings: the takes folder, and how many files there are in it.
        models: what came with the program and what was downloaded.
    """

    database: int
    backups: int
    audio: int
    recordings: int
    models: int
