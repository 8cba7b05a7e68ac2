"""Turns the effects of the round engine into calls, and what devices report into events."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from mlprep_gui.app import interviewer
from mlprep_gui.app.answers import Past, prepare_to_play
from mlprep_gui.app.captions import Captions
from mlprep_gui.app.from_file import bring_in
from mlprep_gui.app.heard import Readings
from mlprep_gui.app.jobs import Lane
from mlprep_gui.app.round_grading import RoundGrading
from mlprep_gui.app.round_services import RoundServices as RoundServices
from mlprep_gui.app.round_view import Screen, newest_answer, round_view
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import NoticeView, PlaybackView, RoundView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import RoundPlan, Session, SessionId, Take, TakeId
from mlprep_gui.domain.transcript import Caption
from mlprep_gui.interview import Phase, RoundState, advance, start
from mlprep_gui.interview import events as ev
from mlprep_gui.ports import CapturedAudio, Hearing

_log = logging.getLogger(__name__)
TICK_MS = 100
SPOKEN = (Phase.OPENING, Phase.ASKING, Phase.THINKING, Phase.FAREWELL)
RECORDING = (Phase.STARTING, Phase.ANSWERING)
TIMED = (Phase.THINKING, Phase.ANSWERING, Phase.TYPING, Phase.LOST)


class RoundController(QObject):
    """Runs one round. Gestures come in as methods; views go out as signals."""

    view_changed = Signal(object)
    level_heard = Signal(float, float, bool)
    playback_changed = Signal(object)
    announced = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        services: RoundServices,
        session: SessionId,
        plan: RoundPlan,
        past: Mapping[QuestionId, Past],
        microphone_id: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._past = past
        self._microphone_id = microphone_id
        self._started_s = services.clock.monotonic_s()
        self._state = start(session, plan, services.clock.now())
        self._events: deque[ev.Event] = deque()
        self._busy = False
        self._capturing = False
        self._screen = Screen()
        self._grading = RoundGrading(services, self._dispatch, self._on_noticed, self._on_read)
        self._captions = Captions(services.runner, services.grader, services.takes, self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._captions.changed.connect(self._on_caption)
        self._captions.given_up.connect(self._on_captions_given_up)
        services.speaker.word_reached.connect(self._on_word_reached)
        services.speaker.finished.connect(self._on_prompt_finished)
        services.speaker.failed.connect(self._on_voice_failed)
        services.speaker.noticed.connect(self._on_noticed)

    @property
    def state(self) -> RoundState:
        """The round as it stands."""
        return self._state

    def begin(self) -> None:
        """Keep the session, load the models ahead, and ask the first question."""
        state = self._state
        plan = state.plan
        session = Session(state.session, plan.mode, state.started_at, plan.questions, plan.think_s)
        self._keep(lambda: self._services.store.add_session(session))
        self._services.runner.submit(self._services.grader.warm_up, None, self._on_warm_up_failed, Lane.SPEECH)
        self._timer.start()
        self._dispatch(ev.Started())

    # Gestures

    def skip_prompt(self) -> None:
        """Stop reading the question."""
        self._services.speaker.stop()
        self._dispatch(ev.PromptFinished())

    def replay(self) -> None:
        """Read the question again."""
        self._dispatch(ev.PromptReplayed())

    def follow_mute(self) -> None:
        """Fall silent at once when the voice was muted, or read the question again when it was not."""
        if self._services.speaker.is_muted:
            self._services.speaker.stop()
            self._screen.spoken = None
            self._show()
        else:
            self.replay()

    def add_time(self) -> None:
        """Think longer."""
        self._dispatch(ev.TimeAdded())

    def answer(self) -> None:
        """Start answering."""
        self._dispatch(ev.AnswerStarted())

    def talk(self, holds: bool) -> None:
        """Hold the key to talk, or let it go: the recording waits until it is held again, or the answer is done."""
        self._screen.talks = holds
        if holds and self._state.phase in RECORDING:
            self._dispatch(ev.Resumed())
        elif holds:
            self.answer()
        else:
            self._hold_back()

    def _hold_back(self) -> None:
        if self._screen.push_to_talk and not self._screen.talks and self._state.phase in RECORDING:
            self._dispatch(ev.Paused())

    def finish_answer(self) -> None:
        """Be done speaking, also while the key to talk is not held."""
        if self._screen.push_to_talk:
            self._dispatch(ev.Resumed())
        self._dispatch(ev.AnswerDone())

    def type_instead(self) -> None:
        """Type the answer."""
        self._dispatch(ev.TypingChosen())

    def anticipate(self, text: str) -> None:
        """Prepare for an answer that begins like this, unless that is still being done for fewer of its words."""
        self._grading.anticipate(self._state.question, text)

    def answer_from_file(self, source: Path) -> None:
        """Take a recording made elsewhere as the answer to the present question."""
        services, state = self._services, self._state
        position, session = state.position, state.session
        services.runner.submit(
            lambda: bring_in(services.grader, source, services.takes, session),
            lambda audio: self._dispatch(ev.AnswerBrought(position, audio)),
            lambda error: self._on_noticed(in_words(error)),
            Lane.SPEECH,
        )

    def edit_words(self, take: str, text: str | None) -> None:
        """Grade the learner's words in place of what was heard; None takes that back."""
        graded = self._state.find(TakeId(take))
        if graded is not None and graded.transcript is not None and not graded.is_pending:
            before = graded.transcript.text if graded.heard is not None else None
            self._dispatch(ev.WordsEdited(graded.take.id, text))
            self._services.undoing.did(
                self, self.tr("your correction"), lambda: self._dispatch(ev.WordsEdited(graded.take.id, before))
            )

    def finish_typing(self, text: str) -> None:
        """Be done typing."""
        self._dispatch(ev.AnswerTyped(text))

    def skip(self) -> None:
        """Leave this question."""
        self._dispatch(ev.Skipped())

    def tick(self, said: Iterable[str]) -> None:
        """Say which key points were in the answer, before the verdicts are shown."""
        self._dispatch(ev.PointsTicked(frozenset(map(KeyPointId, said))))

    def redo(self) -> None:
        """Say it again from the start."""
        self._stop_playback()
        self._dispatch(ev.Redone())

    def go_on(self) -> None:
        """Go to the next question."""
        self._stop_playback()
        self._dispatch(ev.Continued())

    def toggle_pause(self) -> None:
        """Pause the round, or go on."""
        self._dispatch(ev.Resumed() if self._state.paused else ev.Paused())

    def end_early(self) -> None:
        """End the round; what was answered is kept."""
        self._stop_playback()
        self._dispatch(ev.EndedEarly())

    def abandon(self) -> None:
        """Leave for good, as when the window closes."""
        self._dispatch(ev.Abandoned())

    def choose_microphone(self, device_id: str) -> None:
        """Record with this microphone from the next answer on."""
        self._microphone_id = device_id
        self._show()

    def show_captions(self, shown: bool) -> None:
        """Show what is heard while the learner speaks, or do not."""
        self._screen.shows_caption = shown
        self._show()

    def hold_to_talk(self, wanted: bool) -> None:
        """Record only while a key is held, or from the start of an answer to its end."""
        self._screen.push_to_talk = wanted
        self._show()

    def change_microphone(self) -> None:
        """Hold the answer where it is and choose another microphone to go on with."""
        self._dispatch(ev.MicrophoneRejected())

    def judge(self, key_point: str, verdict: Verdict | None) -> None:
        """Keep the learner's own verdict on a point of the newest answer; None takes it back."""
        graded = self._state.current
        if graded is None:
            return
        take, point = graded.take.id, KeyPointId(key_point)
        before = self._screen.own.get(take, {}).get(point)
        self._judge(take, point, verdict)
        self._services.undoing.did(self, self.tr("your verdict"), lambda: self._judge(take, point, before))

    def _judge(self, take: TakeId, point: KeyPointId, verdict: Verdict | None) -> None:
        mine = self._screen.own.setdefault(take, {})
        if verdict is None:
            mine.pop(point, None)
        else:
            mine[point] = verdict
        self._keep(lambda: self._services.store.set_own_verdict(take, point, verdict))
        self._show()

    def play(self, start_s: float, end_s: float) -> None:
        """Play the newest answer between two instants; end_s below 0 plays to the end."""
        self._play(start_s, end_s if end_s >= 0 else None)

    def play_stretches(self, stretches: Sequence[tuple[float, float]], take: str = "") -> None:
        """Play stretches of the newest answer or a follow-up to it, at least one, one after the other."""
        (start_s, end_s), *then = stretches
        self._play(start_s, end_s, then, take)

    def _play(
        self, start_s: float, end_s: float | None, then: Sequence[tuple[float, float]] = (), take: str = ""
    ) -> None:
        view = newest_answer(self._state, self._screen, self._past, self._services.takes)
        if view is not None:
            audio, listener = prepare_to_play(view, take, self)
            self._services.speaker.stop()
            if audio is not None:
                self._services.player.play(audio, listener, start_s, end_s, then)

    def stop_playback(self) -> None:
        """Be silent."""
        self._stop_playback()

    def say(self, text: str) -> None:
        """Read a text aloud in the interviewer's voice."""
        self._services.speaker.say(text, text)

    # What devices report (ports.CaptureListener, ports.PlayListener)

    def capture_started(self) -> None:
        """The learner is heard."""
        self._dispatch(ev.CaptureStarted())
        self.announced.emit(self.tr("Recording started"))

    def level_changed(self, level_db: float, peak_db: float, clipped: bool) -> None:
        """A new level, dBFS."""
        self._captions.listen(level_db, self._services.clock.monotonic_s())
        self.level_heard.emit(level_db, peak_db, clipped)

    def hearing_changed(self, hearing: Hearing) -> None:
        """The learner is heard well, or not, which is said until it changes again."""
        self._screen.hear(hearing)
        self._show()

    def capture_finished(self, audio: CapturedAudio) -> None:
        """A take is on disk."""
        self._capturing = False
        self._screen.hear(Hearing.GOOD)
        self._dispatch(ev.TakeFinished(audio))
        self.announced.emit(self.tr("Recording stopped"))

    def capture_failed(self, error: DeviceError, kept: CapturedAudio | None) -> None:
        """The microphone failed."""
        self._capturing = False
        self._screen.hear(Hearing.GOOD)
        self._dispatch(ev.DeviceFailed(error, kept))
        self.announced.emit(in_words(error))

    def position_changed(self, position_s: float) -> None:
        """Playback of the answer goes on."""
        self.playback_changed.emit(PlaybackView(position_s, True))

    def playback_finished(self) -> None:
        """Playback of the answer ended."""
        self.playback_changed.emit(PlaybackView())

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self.playback_changed.emit(PlaybackView())
        self._on_noticed(in_words(error))

    # Events in, effects out

    def _dispatch(self, event: ev.Event) -> None:
        self._events.append(event)
        if self._busy:
            return
        self._busy = True
        before = (self._state.position, self._state.phase)
        try:
            while self._events:
                self._state, effects = advance(self._state, self._events.popleft())
                for effect in effects:
                    self._carry_out(effect)
        finally:
            self._busy = False
        moved = before != (self._state.position, self._state.phase)
        if moved:
            self._screen.spoken = None
            self._screen.caption, self._screen.caption_notice = Caption(), None
            place = f"{self._state.index + 1}{', follow-up' if self._state.following else ''}"
            _log.info("round %s, question %s: %s", self._state.session, place, self._state.phase)
        self._follow()
        if moved:
            self._hold_back()
        if moved or not isinstance(event, ev.Ticked) or self._state.phase in TIMED:
            self._show()
        if self._state.is_over and not self._capturing and self._timer.isActive():
            self._close()

    def _follow(self) -> None:
        """Have captions made of what is being recorded."""
        state = self._state
        # What was said before the key was let go is still being written down.
        heard = state.phase is Phase.ANSWERING and (self._screen.push_to_talk or not state.paused)
        self._captions.follow(state.recording if heard else None, state.question, self._services.rivals)

    def _carry_out(self, effect: ev.Effect) -> None:
        services = self._services
        match effect:
            case ev.Speak(index):
                self._speak(lambda: interviewer.say_question(services.speaker, self._state, index))
            case ev.SpeakOpening():
                self._speak(lambda: interviewer.say_opening(services.speaker, self._state))
            case ev.SpeakClosing():
                words = interviewer.closing_words(self._state)
                self._speak(lambda: services.speaker.say(words, words))
            case ev.StopSpeech():
                services.speaker.stop()
            case ev.PlayCue(kind):
                services.play_cue(kind)
                if kind is ev.CueKind.TIME_NEARLY_UP:
                    self.announced.emit(self.tr("Time is nearly up. Nothing is cut off."))
            case ev.SaveFollowUp(position, question):
                session = self._state.session
                self._keep(lambda: services.store.add_follow_up(session, position, question))
            case ev.SaveTake(take):
                self._keep(lambda: services.store.save_take(take))
            case ev.StartCapture(take):
                self._start_when_kept(take)
            case ev.PauseCapture():
                services.microphone.pause()
            case ev.ResumeCapture():
                services.microphone.resume()
            case ev.StopCapture():
                self._stop_capture()
            case ev.Transcribe(take):
                self._grading.transcribe(take, self._state.asked[take.position])
            case ev.SaveTranscript(take_id, transcript):
                self._keep(lambda: services.store.add_transcript(take_id, transcript))
            case ev.SaveEdit(take_id, transcript):
                self._keep(lambda: services.store.add_edit(take_id, transcript))
            case ev.Assess(take, transcript):
                self._grading.assess(take, self._state.asked[take.position], transcript)
            case ev.SaveAssessment(take_id, assessment):
                self._keep(lambda: services.store.add_assessment(take_id, assessment))
                if self._state.phase is Phase.FEEDBACK:
                    self.announced.emit(self.tr("The verdicts are ready"))
            case ev.SaveTicks(take_id, said):
                self._keep(lambda: services.store.add_judged_first(take_id, said))
                self.announced.emit(self.tr("The verdicts are ready"))
            case ev.SaveSession(how):
                session, ended = self._state.session, services.clock.now()
                self._keep(lambda: services.store.set_session_state(session, how, ended))
            case _:
                assert_never(effect)

    def _speak(self, say: Callable[[], None]) -> None:
        if self._services.speaker.is_muted:
            self._leave_time_to_read()
        else:
            say()

    def _leave_time_to_read(self) -> None:
        """Nothing is read aloud: think at once, or without thinking time wait until the learner has read."""
        if self._state.plan.think_s > 0 and self._state.phase is Phase.ASKING:
            self._dispatch(ev.PromptFinished())

    def _keep(self, write: Callable[[], None]) -> None:
        self._services.runner.submit(write, None, self._on_store_failed, Lane.STORE)

    def _start_when_kept(self, take: Take) -> None:
        """Start recording after the store lane has kept the row of the take."""
        self._services.runner.submit(lambda: take, self._start_capture, None, Lane.STORE)

    def _start_capture(self, take: Take) -> None:
        if self._state.recording != take or self._state.phase is not Phase.STARTING:
            return
        self._capturing = True
        try:
            self._services.microphone.start(self._services.takes / take.audio, self._microphone_id or None, self)
        except DeviceError as error:
            self._capturing = False
            self._dispatch(ev.DeviceFailed(error))
            return
        if self._state.paused:
            self._services.microphone.pause()

    def _stop_capture(self) -> None:
        if self._capturing:
            self._services.microphone.stop()
        else:
            error = DeviceError(self.tr("The recording had not started."))
            self._events.append(ev.DeviceFailed(error))

    def _on_read(self, take: TakeId, readings: Readings) -> None:
        self._screen.heard_as[take] = readings
        if not self._state.is_over:
            self._show()

    def _close(self) -> None:
        self._timer.stop()
        self._services.speaker.disconnect(self)
        self._services.runner.submit(
            lambda: self._state.session, lambda session: self.finished.emit(session), None, Lane.STORE
        )

    # Slots

    def _on_tick(self) -> None:
        self._dispatch(ev.Ticked(self._services.clock.monotonic_s() - self._started_s))

    def _on_word_reached(self, begin: int, end: int) -> None:
        if self._state.phase in SPOKEN:
            self._screen.spoken = (begin, end)
            self._show()

    def _on_prompt_finished(self) -> None:
        self._screen.spoken = None
        self._dispatch(ev.PromptFinished())

    def _on_voice_failed(self, message: str) -> None:
        self._on_noticed(message)
        self._leave_time_to_read()

    def _on_noticed(self, message: str) -> None:
        self._screen.notice = NoticeView(message, "warning")
        self._show()

    def _on_caption(self, heard: Caption) -> None:
        self._screen.caption = heard
        self._show()

    def _on_captions_given_up(self) -> None:
        text = self.tr("Captions are paused; your words are written down at the end.")
        self._screen.caption_notice = NoticeView(text)
        self._show()

    def _on_store_failed(self, error: MLPrepError) -> None:
        _log.error("not kept: %s", error)
        self._on_noticed(in_words(error))

    def _on_warm_up_failed(self, error: MLPrepError) -> None:
        self._on_noticed(self.tr("{error} You can record now and grade later.").format(error=error))

    def _stop_playback(self) -> None:
        self._services.speaker.stop()
        self.playback_changed.emit(PlaybackView())

    def _show(self) -> None:
        self.view_changed.emit(self._view())

    def _view(self) -> RoundView:
        services = self._services
        lost = self._state.phase is Phase.LOST
        microphones = services.microphone.devices() if lost else ()
        return round_view(self._state, self._screen, self._past, services.takes, services.speaker.is_muted, microphones)
