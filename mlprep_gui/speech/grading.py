"""Writes a take down and grades it; blocking, so the program calls it in jobs of the SPEECH lane."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mlprep_gui.domain.assessment import NOT_ASSESSED, Assessment, not_graded
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer, Take
from mlprep_gui.domain.transcript import Caption, Transcript
from mlprep_gui.ports import Grader
from mlprep_gui.speech.glossary import hotwords

NOTHING_HEARD = "Nothing was heard. Check the microphone, say it again, or type your answer."


def write_down(
    grader: Grader,
    take: Take,
    question: Question,
    siblings: Sequence[Question],
    takes: Path,
    recogniser: str = "",
) -> Transcript:
    """Return the transcript of a recorded take; the terms of its question and their look-alikes are expected.

    Without the name of a recogniser, the one in use writes it down.

    Raises:
        ModelError, InputError: as Grader.transcribe.
    """
    return grader.transcribe(takes / take.audio, hotwords(question, siblings), recogniser)


def caption(grader: Grader, take: Take, question: Question, siblings: Sequence[Question], takes: Path) -> Caption:
    """Return what was heard so far of a take that is being recorded.

    Raises:
        ModelError, InputError: as Grader.follow.
    """
    return grader.follow(takes / take.audio, hotwords(question, siblings))


def prepare(grader: Grader, question: Question, heard: Caption, rivals: Sequence[Question]) -> None:
    """Do ahead what grading the answer will need: compare the words that stay.

    After a silence the answer is graded as if it were over: if it is, the assessor knows the outcome.

    Raises:
        ModelError: as Grader.assess.
    """
    if heard.is_still and heard.words:
        grader.assess(question.among(rivals), heard.words, rivals)
    else:
        grader.anticipate(question, heard.words[: len(heard.committed)], rivals)


def grade(grader: Grader, question: Question, transcript: Transcript, rivals: Sequence[Question]) -> Assessment:
    """Return the assessment of a transcript; without words it says so and has no number.

    Raises:
        ModelError: as Grader.assess.
    """
    if not transcript.words:
        return not_graded(NOTHING_HEARD, NOT_ASSESSED)
    words = tuple(word.text for word in transcript.words)
    return grader.assess(question.among(rivals), words, rivals).only([point.id for point in question.key_points])


def grade_kept(grader: Grader, answer: Answer, question: Question, rivals: Sequence[Question], takes: Path) -> Answer:
    """Return a kept answer graded with a question, written down first where that is still to be done.

    Raises:
        ModelError, InputError: as write_down and grade.
    """
    transcript = answer.transcript or write_down(grader, answer.take, question, rivals, takes)
    assessment = grade(grader, question, transcript, rivals)
    return replace(answer, question=question, transcript=transcript, assessment=assessment)
