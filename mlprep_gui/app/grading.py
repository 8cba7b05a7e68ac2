"""Writes a take down and grades it; blocking, so called in a job of the SPEECH lane."""

from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.assessment import Assessment, not_graded
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer, Take, TakeState
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import Grader
from mlprep_gui.speech.glossary import hotwords

NOT_ASSESSED = "none"
NOTHING_HEARD = "Nothing was heard. Check the microphone, say it again, or type your answer."


def write_down(grader: Grader, take: Take, question: Question, siblings: Sequence[Question], takes: Path) -> Transcript:
    """Return the transcript of a recorded take; the terms of its question and their look-alikes are expected.

    Raises:
        ModelError, InputError: as Grader.transcribe.
    """
    return grader.transcribe(takes / take.audio, hotwords(question, siblings))


def grade(grader: Grader, question: Question, transcript: Transcript, rivals: Sequence[Question]) -> Assessment:
    """Return the assessment of a transcript; without words it says so and has no number.

    Raises:
        ModelError: as Grader.assess.
    """
    if not transcript.words:
        return not_graded(NOTHING_HEARD, NOT_ASSESSED)
    return grader.assess(question, tuple(word.text for word in transcript.words), rivals)


def is_ungraded(answer: Answer) -> bool:
    """Whether an answer was given but not graded yet, as after a crash or without a model."""
    return answer.take.state is not TakeState.SKIPPED and answer.assessment is None
