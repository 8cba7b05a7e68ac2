"""A kept session: open, play, judge, correct, grade what was not graded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.answers import Past, answer_view, pasts, prepare_to_play, with_follow_ups
from mlprep_gui.app.heard import Readings, read_as
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.rewriting import Rewriting
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.undoing import Undoing
from mlprep_gui.app.views import AnswerView, PlaybackView, SessionView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.session import Answer, SessionId, SessionRecord, TakeId
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import Grader, Player
from mlprep_gui.speech.grading import grade_kept
from mlprep_gui.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Opened:
    record: SessionRecord
    pasts: dict[TakeId, Past]
    heard_as: dict[TakeId, Readings]


class ReviewController(QObject):
    """Reads and changes what is kept; every call to the store is a job.

    Signals:
        session_opened(SessionView): a session that was asked for is there to be shown.
        session_changed(SessionView): just before that, and whenever something about it changes.
        playback_changed(PlaybackView), noticed(str): as they say.
    """

    session_opened = Signal(object)
    session_changed = Signal(object)
    playback_changed = Signal(object)
    noticed = Signal(str)

    def __init__(
        self,
        runner: JobRunner,
        store: Store,
        player: Player,
        speaker: Speaker,
        grader: Grader,
        takes: Path,
        undoing: Undoing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._player = player
        self._speaker = speaker
        self._grader = grader
        self._takes = takes
        self._undoing = undoing
        self.rivals: tuple[Question, ...] = ()
        self._view: SessionView | None = None
        self._selected = 0
        self._position_s = 0.0
        self._failures: dict[TakeId, str] = {}
        self._grading: set[TakeId] = set()
        self._rewriting = Rewriting(runner, store, grader, takes, self)
        self._rewriting.changed.connect(self.reload)
        self._rewriting.written.connect(self._show_again)
        self._rewriting.noticed.connect(self.noticed)

    @property
    def shown_session(self) -> SessionId | None:
        """The session that is shown, if one is."""
        return self._view.record.session.id if self._view is not None else None

    def open(self, session: str, *, is_report: bool = False) -> None:
        """Show a session; as the report when its round has just ended. What is not graded yet is graded now."""
        self._selected = 0
        self._failures.clear()

        def show(opened: _Opened) -> None:
            self._show_session(opened, is_report=is_report)
            self.session_opened.emit(self._view)

        self._ask(lambda: self._read(SessionId(session)), show)

    def reload(self) -> None:
        """Read the session that was opened last again, when its answers may have been graded again."""
        if self._view is not None:
            self._show_again(self._view.record.session.id)

    def select(self, index: int) -> None:
        """Have another answer of the session to play."""
        self.stop()
        self._selected = index

    def judge(self, take: str, key_point: str, verdict: Verdict | None) -> None:
        """Keep the learner's own verdict; None takes it back."""
        answer, point = self._find(take), KeyPointId(key_point)
        if answer is None:
            return
        session = answer.take.session

        def write(own: Verdict | None) -> None:
            self._ask(
                lambda: self._store.set_own_verdict(TakeId(take), point, own), lambda _: self._show_again(session)
            )

        before = answer.own_verdicts.get(point)
        write(verdict)
        self._undoing.did(self, self.tr("your verdict"), lambda: write(before))

    def edit_words(self, take: str, text: str | None) -> None:
        """Keep the learner's words in place of what was heard, and grade them; None takes that back."""
        answer = self._find(take)
        if answer is None or answer.transcript is None:
            return
        heard = answer.heard or answer.transcript
        transcript = edited(heard, text) if text is not None else heard
        if transcript != answer.transcript:
            self._keep_words(answer, transcript, is_edit=text is not None)
            before, was_edited = answer.transcript, answer.heard is not None
            self._undoing.did(
                self, self.tr("your correction"), lambda: self._keep_words(answer, before, is_edit=was_edited)
            )

    def _keep_words(self, answer: Answer, transcript: Transcript, *, is_edit: bool) -> None:
        keep = self._store.add_edit if is_edit else self._store.add_transcript
        self._failures.pop(answer.take.id, None)
        self._ask(lambda: keep(answer.take.id, transcript), lambda _: self._show_again(answer.take.session))

    def write_again(self, take: str, recogniser: str) -> None:
        """Write a recorded answer down once more with a recogniser; it is graded again then."""
        answer = self._find(take)
        if answer is not None:
            self._failures.pop(answer.take.id, None)
            self._rewriting.start(answer, recogniser, self.rivals)

    def stop_writing(self) -> None:
        """Stop writing an answer down once more; its transcript stays as it is."""
        self._rewriting.cancel()

    def _find(self, take: str) -> Answer | None:
        answers = self._view.answers if self._view is not None else ()
        return next((view.answer for view in answers if view.answer.take.id == take), None)

    def play(self, start_s: float, end_s: float) -> None:
        """Play the selected answer; end_s below 0 plays to the end."""
        self._play(start_s, end_s if end_s >= 0 else None)

    def play_stretches(self, stretches: Sequence[tuple[float, float]], take: str = "") -> None:
        """Play stretches of the selected answer or a follow-up to it, at least one, one after the other."""
        (start_s, end_s), *then = stretches
        self._play(start_s, end_s, then, take)

    def _play(
        self, start_s: float, end_s: float | None, then: Sequence[tuple[float, float]] = (), take: str = ""
    ) -> None:
        view = self._view
        if view is None or not 0 <= self._selected < len(view.answers):
            return
        audio, listener = prepare_to_play(view.answers[self._selected], take, self)
        if audio is None:
            self.noticed.emit(self.tr("There is no recording of this answer."))
            return
        self._speaker.stop()
        self._player.play(audio, listener, start_s, end_s, then)

    def pause(self) -> None:
        """Hold the playback."""
        self._player.pause()
        self.playback_changed.emit(PlaybackView(self._position_s, False))

    def stop(self) -> None:
        """Be silent."""
        self._speaker.stop()
        self._position_s = 0.0
        self.playback_changed.emit(PlaybackView())

    def say(self, text: str) -> None:
        """Read a text aloud in the interviewer's voice."""
        self.playback_changed.emit(PlaybackView())
        self._speaker.say(text, text)

    def set_rate(self, rate: float) -> None:
        """Play slower or faster, 0.5 to 2.0."""
        self._player.set_rate(rate)

    # ports.PlayListener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on."""
        self._position_s = position_s
        self.playback_changed.emit(PlaybackView(position_s, True))

    def playback_finished(self) -> None:
        """Playback ended."""
        self._position_s = 0.0
        self.playback_changed.emit(PlaybackView())

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self.playback_finished()
        self.noticed.emit(in_words(error))

    def _ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._runner.submit(work, then, self._on_error, Lane.STORE)

    def _read(self, session: SessionId) -> _Opened:
        """Read a session and what was known before each answer; runs on the store's thread."""
        record = self._store.session(session)
        heard = {answer.take.id: read_as(answer.transcript, answer.question) for answer in record.answers}
        return _Opened(record, pasts(self._store.archive.attempts(session)), heard)

    def _show_session(self, opened: _Opened, *, is_report: bool) -> None:
        record = opened.record
        for answer in record.answers:
            if answer.is_ungraded and answer.take.id not in self._grading | self._failures.keys():
                self._grade_later(record, answer)
        answers = with_follow_ups(
            self._answer_view(answer, opened.pasts.get(answer.take.id, Past()), opened.heard_as[answer.take.id])
            for answer in record.answers
        )
        self._view = SessionView(record, answers, is_report)
        self.session_changed.emit(self._view)

    def _answer_view(self, answer: Answer, past: Past, heard_as: Readings) -> AnswerView:
        view = answer_view(answer, self._takes, past)
        take = answer.take.id
        return replace(
            view,
            heard_as=heard_as,
            pending=take in self._grading,
            failure=self._failures.get(take, ""),
            rewriting=self._rewriting.running(take),
        )

    def _grade_later(self, record: SessionRecord, answer: Answer) -> None:
        """Write down and grade an answer of an earlier run; the session is shown again when that is done."""
        take = answer.take
        self._grading.add(take.id)

        def keep(graded: Answer) -> None:
            self._grading.discard(take.id)
            self._tell_of_stand_in(graded)
            self._ask(lambda: self._store.keep_grade(graded), lambda _: self._show_again(record.session.id))

        def fail(error: MLPrepError) -> None:
            self._grading.discard(take.id)
            self._failures[take.id] = in_words(error)
            self._show_again(record.session.id)

        rivals = self.rivals
        self._runner.submit(
            lambda: grade_kept(self._grader, answer, answer.question, rivals, self._takes), keep, fail, Lane.SPEECH
        )

    def _tell_of_stand_in(self, graded: Answer) -> None:
        if graded.transcript is not None and graded.transcript.notice:
            self.noticed.emit(in_words(graded.transcript.notice))

    def _show_again(self, session: SessionId) -> None:
        """Read a session again, if it is still the one that is shown."""
        view = self._view
        if view is not None and view.record.session.id == session:
            is_report = view.is_report
            self._ask(lambda: self._read(session), lambda opened: self._show_session(opened, is_report=is_report))

    def _on_error(self, error: MLPrepError) -> None:
        self.noticed.emit(in_words(error))
