"""A recorded answer that shows what the program does before anything is set up; nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.answers import Past, answer_view
from mlprep_gui.app.heard import Readings, read_as
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.audio.wav import read_info
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.domain.question import KeyPointId, Question, QuestionId
from mlprep_gui.domain.session import Answer, SessionId, Take, TakeId, TakeState
from mlprep_gui.ports import Clock, Grader, Player
from mlprep_gui.speech.grading import grade_kept

AUDIO: Final = "sample_answer.wav"  # made by packaging/make_sample_answer.py
QUESTION: Final = QuestionId("overfitting")


class Sample(QObject):
    """Writes the sample down and grades it, as any answer, each time it is opened; it can be judged and corrected.

    Signals:
        changed(AnswerView): what is known of it now.
        playback_changed(PlaybackView), noticed(str): as they say.
    """

    changed = Signal(object)
    playback_changed = Signal(object)
    noticed = Signal(str)

    def __init__(
        self,
        runner: JobRunner,
        player: Player,
        speaker: Speaker,
        grader: Grader,
        clock: Clock,
        sounds: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._player = player
        self._speaker = speaker
        self._grader = grader
        self._clock = clock
        self._sounds = sounds
        self._rivals: tuple[Question, ...] = ()
        self._view: AnswerView | None = None
        self._ticket = 0

    def open(self, questions: Sequence[Question]) -> bool:
        """Grade the sample anew among these questions; False when its question is not one of them."""
        question = next((each for each in questions if each.id == QUESTION), None)
        if question is None:
            self.noticed.emit(self.tr("The question of the sample is in none of the packs, so it cannot be shown."))
            return False
        self._rivals = tuple(questions)
        self._grade(Answer(self._take(), question))
        return True

    def close(self) -> None:
        """Be silent, and forget it."""
        self.stop()
        self._view = None
        self._ticket += 1

    def judge(self, key_point: str, verdict: Verdict | None) -> None:
        """Show a verdict of the learner's own; None takes it back."""
        if self._view is not None:
            answer = self._view.answer
            own = {point: each for point, each in answer.own_verdicts.items() if point != key_point}
            if verdict is not None:
                own[KeyPointId(key_point)] = verdict
            self._show(replace(self._view, answer=replace(answer, own_verdicts=own)))

    def edit_words(self, _take: str, text: str | None) -> None:
        """Grade other words in place of what was heard; None takes that back."""
        answer = self._view.answer if self._view is not None else None
        if answer is None or answer.transcript is None:
            return
        heard = answer.heard or answer.transcript
        transcript = edited(heard, text) if text is not None else heard
        if transcript != answer.transcript:
            kept = heard if text is not None else None
            self._grade(replace(answer, transcript=transcript, assessment=None, heard=kept))

    def play(self, start_s: float, end_s: float) -> None:
        """Play it; end_s below 0 plays to the end."""
        self._play(start_s, end_s if end_s >= 0 else None)

    def play_stretches(self, stretches: Sequence[tuple[float, float]]) -> None:
        """Play stretches of it, at least one, one after the other."""
        (start_s, end_s), *then = stretches
        self._play(start_s, end_s, then)

    def say(self, text: str) -> None:
        """Read a text aloud in the interviewer's voice."""
        self.playback_changed.emit(PlaybackView())
        self._speaker.say(text, text)

    def stop(self) -> None:
        """Be silent."""
        self._speaker.stop()
        self.playback_changed.emit(PlaybackView())

    # ports.PlayListener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on."""
        self.playback_changed.emit(PlaybackView(position_s, True))

    def playback_finished(self) -> None:
        """Playback ended."""
        self.playback_changed.emit(PlaybackView())

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self.playback_finished()
        self.noticed.emit(in_words(error))

    def _take(self) -> Take:
        info = read_info(self._sounds / AUDIO)
        return Take(
            id=TakeId("sample"),
            session=SessionId("sample"),
            question=QUESTION,
            position=0,
            attempt=1,
            started_at=self._clock.now(),
            state=TakeState.COMPLETE,
            audio=AUDIO,
            rate_hz=info.rate_hz,
            duration_s=info.duration_s,
        )

    def _grade(self, answer: Answer) -> None:
        self._ticket += 1
        ticket, waiting = self._ticket, answer_view(answer, self._sounds, Past())
        self._show(replace(waiting, pending=True))

        def work() -> tuple[Answer, Readings]:
            graded = grade_kept(self._grader, answer, answer.question, self._rivals, self._sounds)
            return graded, read_as(graded.transcript, answer.question)

        def show(done: tuple[Answer, Readings]) -> None:
            if ticket == self._ticket:
                self._show(replace(answer_view(done[0], self._sounds, Past()), heard_as=done[1]))

        def fail(error: MLPrepError) -> None:
            if ticket == self._ticket:
                self._show(replace(waiting, failure=in_words(error)))

        self._runner.submit(work, show, fail, Lane.SPEECH)

    def _show(self, view: AnswerView) -> None:
        self._view = view
        self.changed.emit(view)

    def _play(self, start_s: float, end_s: float | None, then: Sequence[tuple[float, float]] = ()) -> None:
        self._speaker.stop()
        self._player.play(self._sounds / AUDIO, self, start_s, end_s, then)
