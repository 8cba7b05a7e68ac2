"""What words of an answer are heard as, for those who read the transcript."""

from typing import TYPE_CHECKING, TypeAlias

from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Transcript

if TYPE_CHECKING:
    from mlprep_gui.assessment.heard_as import HeardAs

Readings: TypeAlias = "tuple[HeardAs, ...]"


def read_as(transcript: Transcript | None, question: Question) -> Readings:
    """Return the words of a spoken answer that sound like a term of its question; reads word lists, so a job."""
    if transcript is None or transcript.is_typed:
        return ()
    from mlprep_gui.assessment.heard_as import heard_as  # it loads as long as the whole window

    return heard_as([word.text for word in transcript.words], question.glossary)
