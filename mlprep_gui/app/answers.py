"""Makes what pages show of an answer."""

from dataclasses import replace
from pathlib import Path

from mlprep_gui.app.views import AnswerView
from mlprep_gui.delivery import measure
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer
from mlprep_gui.interview.state import Graded


def answer_view(answer: Answer, takes: Path, previous_score: float | None = None, attempt: int = 1) -> AnswerView:
    """Return the view of a kept answer; its audio is left out when the file has gone."""
    audio = takes / answer.take.audio if answer.take.audio else None
    return AnswerView(
        answer=answer,
        audio=audio if audio is not None and audio.is_file() else None,
        delivery=measure(answer.transcript) if answer.transcript is not None else None,
        previous_score=previous_score,
        attempt=attempt,
    )


def graded_view(
    graded: Graded, question: Question, takes: Path, previous_score: float | None, attempt: int
) -> AnswerView:
    """Return the view of an answer of the running round."""
    answer = Answer(graded.take, question, graded.transcript, graded.assessment)
    view = answer_view(answer, takes, previous_score, attempt)
    return replace(view, pending=graded.is_pending, failure=graded.failure)
