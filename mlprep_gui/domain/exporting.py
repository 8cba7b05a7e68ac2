"""Taking answers out of the program: which, as what, and what came of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import Answer, Session, SessionId, TakeId, TakeState


class ExportFormat(StrEnum):
    """What kind of file is written."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"
    ANKI = "anki"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends, with the dot."""
        return ".apkg" if self is ExportFormat.ANKI else f".{self.value}"

    @property
    def holds_audio(self) -> bool:
        """Whether recordings can be part of the file."""
        return self in (ExportFormat.HTML, ExportFormat.ANKI)


class Paper(StrEnum):
    """The size of a printed page."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is exported: one session, one answer, or the sessions that began in a period; by default everything.

    Attributes:
        since, until: the period, with its beginning and without its end; None for no bound.
    """

    session: SessionId | None = None
    take: TakeId | None = None
    since: datetime | None = None
    until: datetime | None = None

    @classmethod
    def of_days(cls, first: date | None, last: date | None) -> "Selection":
        """Return the selection of the sessions from one day to another, both with it, where the learner is."""
        return cls(
            since=_midnight(first) if first is not None else None,
            until=_midnight(last + timedelta(days=1)) if last is not None else None,
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A wish to export.

    Attributes:
        audio: put the recordings into the file; only for formats that hold them.
        replace: a file of that name may be replaced.
    """

    selection: Selection
    format: ExportFormat
    path: Path
    audio: bool = False
    paper: Paper = Paper.A4
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The learner's own verdict on a key point; verdict None takes the one before back."""

    judged_at: datetime
    key_point: KeyPointId
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note of the learner on an answer; an empty one takes the one before away."""

    written_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class KeptRating:
    """The learner's own rating of an answer for the plan; rating None takes the one before back."""

    rated_at: datetime
    rating: str | None


@dataclass(frozen=True, slots=True)
class ExportedAnswer:
    """An answer with everything that is kept about it; of each kind the oldest first, and the last one counts."""

    answer: Answer
    judgements: tuple[Judgement, ...] = ()
    notes: tuple[KeptNote, ...] = ()
    ratings: tuple[KeptRating, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedSession:
    """A session with those of its answers that are exported, in the order they were given."""

    session: Session
    answers: tuple[ExportedAnswer, ...]

    @property
    def given(self) -> int:
        """How many of them were said or typed: a question that was passed over has no answer."""
        return sum(each.answer.take.state is not TakeState.SKIPPED for each in self.answers)


@dataclass(frozen=True, slots=True)
class SelectedSession:
    """A session of a selection, and how many answers were given in it that belong to the selection."""

    id: SessionId
    answers: int


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written.

    Attributes:
        silent: answers whose recording was asked for and has gone.
    """

    path: Path
    sessions: int = 0
    answers: int = 0
    silent: int = 0
