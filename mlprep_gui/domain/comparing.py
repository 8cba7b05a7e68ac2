"""An attempt at a question, as far as it is held against others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.session import TakeId


@dataclass(frozen=True, slots=True)
class ComparedAttempt:
    """A whole answer without its words: hundreds are read at once.

    Attributes:
        question: as it was graded; as it was asked while it is not.
        audio: name of the recording; empty for none.
        score: 0..100; None when it is not graded.
        verdicts: by key point; the learner's own before the program's.
    """

    take: TakeId
    question: Question
    started_at: datetime
    audio: str = ""
    score: float | None = None
    verdicts: Mapping[KeyPointId, Verdict] = field(default_factory=dict)
