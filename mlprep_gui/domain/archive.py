"""What is kept, as a list that can be searched."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import SessionId, SessionSummary, TakeId, TakeState

#: Counting stops here, so that a search takes as long with a million answers as with a thousand.
COUNTED_ANSWERS = 1000


@dataclass(frozen=True, slots=True)
class ArchiveFilter:
    """Which answers are wanted; what is empty or None does not matter.

    Attributes:
        text: words, or beginnings of words, that all have to be in the transcript, the note or the question;
            a stretch in double quotes has to be there as it stands.
        since, until: when the answer was begun; until is not included.
        score_from, score_below: 0..100; below is not included.
        ungraded: there is no score.
        verdict: of at least one key point; the learner's own verdicts count before the program's.
    """

    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    pack: str = ""
    topic: str = ""
    question: str = ""
    score_from: float | None = None
    score_below: float | None = None
    ungraded: bool = False
    verdict: Verdict | None = None
    bookmarked: bool = False
    recovered: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether every answer is wanted."""
        return self == ArchiveFilter()


class Place(StrEnum):
    """Where the words of a search were found."""

    HEARD = "heard"
    NOTE = "note"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a search with what stands around them.

    Attributes:
        marks: where they stand in the text: start and end, characters.
        at_s: when the first of them was said, seconds from the start of the take; None when it was not spoken.
    """

    place: Place
    text: str
    marks: tuple[tuple[int, int], ...]
    at_s: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer as a line of the list.

    Attributes:
        score, score_low, score_high: 0..100; None when it was not graded.
        reason: why it was not graded, when that is known.
        verdicts: in the order of the key points; the learner's own before the program's.
        opening: the first words of the answer.
        found: what a search found; None without a search.
        is_follow_up: the question was asked about one point of the answer before.
    """

    take: TakeId
    session: SessionId
    question: QuestionId
    prompt: str
    topic: str
    started_at: datetime
    state: TakeState
    audio: str
    duration_s: float
    score: float | None = None
    score_low: float = 0.0
    score_high: float = 0.0
    reason: str = ""
    verdicts: tuple[Verdict, ...] = ()
    opening: str = ""
    note: str = ""
    bookmarked: bool = False
    found: Found | None = None
    is_follow_up: bool = False


ArchiveLine = SessionSummary | AnswerLine


@dataclass(frozen=True, slots=True)
class ArchivePart:
    """Some lines of the list, newest first.

    Without a filter each session stands before its answers; with one there are answers alone.

    Attributes:
        has_more: further lines come after the last one.
    """

    lines: tuple[ArchiveLine, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class ArchiveExtent:
    """What there is to choose from: packs and topics that were answered, and when the first answer was given."""

    packs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    first_at: datetime | None = None
    sessions: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was known of its question before an answer: attempts, and the newest score, if any was graded."""

    take: TakeId
    attempts: int
    score: float | None
