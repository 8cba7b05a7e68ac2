"""Makes what pages show of an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mlprep_gui.app.views import AnswerView
from mlprep_gui.delivery import measure
from mlprep_gui.domain.archive import Attempt
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Answer, TakeId
from mlprep_gui.interview.state import Graded
from mlprep_gui.ports import PlayListener


@dataclass(frozen=True, slots=True)
class Past:
    """What was known of a question before an answer: attempts, and the newest score, if any was graded."""

    attempts: int = 0
    score: float | None = None


def pasts(attempts: Iterable[Attempt]) -> dict[TakeId, Past]:
    """Return what was known of its question before each of some answers."""
    return {attempt.take: Past(attempt.attempts, attempt.score) for attempt in attempts}


def answer_view(answer: Answer, takes: Path, past: Past) -> AnswerView:
    """Return the view of a kept answer; its audio is left out when the file has gone."""
    return AnswerView(
        answer=answer,
        audio=recording_of(answer, takes),
        delivery=measure(answer.transcript) if answer.transcript is not None else None,
        previous_score=past.score,
        attempt=past.attempts + 1,
    )


def recording_of(answer: Answer, takes: Path) -> Path | None:
    """Return the recording of an answer; None when it has none, or the file has gone."""
    audio = takes / answer.take.audio
    return audio if answer.take.audio and audio.is_file() else None


def prepare_to_play(view: AnswerView, take: str, listener: PlayListener) -> tuple[Path | None, PlayListener]:
    """Return the recording of an answer, or of one to a follow-up question, and who is to be told of playing it.

    Of a follow-up only the end is told, and what was played before ends: its words have no place in the transcript
    that is shown.
    """
    follow_up = next((each for each in view.follow_ups if each.answer.take.id == take), None)
    if follow_up is None:
        return view.audio, listener
    listener.playback_finished()
    return follow_up.audio, _EndListener(listener)


class _EndListener:
    def __init__(self, listener: PlayListener) -> None:
        self._listener = listener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on; nothing shows where."""

    def playback_finished(self) -> None:
        self._listener.playback_finished()

    def playback_failed(self, error: DeviceError) -> None:
        self._listener.playback_failed(error)


def with_follow_ups(views: Iterable[AnswerView]) -> tuple[AnswerView, ...]:
    """Return the answers of a session, in their order, each with the newest answer to each of its follow-ups."""
    found: list[AnswerView] = []
    for view in views:
        found.append(view)
        answer = view.answer
        if not answer.question.is_follow_up:
            continue
        for place in range(len(found) - 2, -1, -1):
            main = found[place]
            if main.answer.question.id == answer.question.id and not main.answer.question.is_part:
                others = (each for each in main.follow_ups if each.answer.take.position != answer.take.position)
                found[place] = replace(main, follow_ups=(*others, view))
                break
    return tuple(found)


def graded_view(graded: Graded, question: Question, takes: Path, past: Past) -> AnswerView:
    """Return the view of an answer of the running round."""
    answer = Answer(
        graded.take,
        question,
        graded.transcript,
        graded.assessment,
        judged_first=dict(graded.judged_first),
        heard=graded.heard,
    )
    return replace(answer_view(answer, takes, past), pending=graded.is_pending, failure=graded.failure)
