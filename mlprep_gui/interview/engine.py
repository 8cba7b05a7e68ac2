"""advance(state, event) -> (state, effects): the rules of a round."""

from dataclasses import replace
from typing import assert_never

from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import Mode, SessionState, Take, TakeId, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.interview import events as ev
from mlprep_gui.interview.course import (
    MOCK_WAIT_S,
    Step,
    after_answer,
    begin_answer,
    begin_round,
    close,
    enter,
    follow_up,
    heard_out,
    leave,
    replace_take,
)
from mlprep_gui.interview.state import Graded, Next, Phase, RoundState
from mlprep_gui.ports import CapturedAudio

WARN_BEFORE_LIMIT_S = 15.0

_BEFORE_ANSWER = (Phase.ASKING, Phase.THINKING)
_SPEAKING = (Phase.OPENING, Phase.ASKING, Phase.FAREWELL)
_HEARING = (Phase.STARTING, Phase.ANSWERING)
_AFTER_ANSWER = (Phase.GRADING, Phase.FEEDBACK)


def advance(state: RoundState, event: ev.Event) -> Step:
    """Return the state after an event, and what is to be done.

    An event that has no meaning in the present phase changes nothing. What devices and graders report is
    kept in every phase, also after the end: a take is never lost. A take whose device was lost is written down
    only when it is not gone on with.
    """
    moved, effects = _advance(state, event)
    if state.phase is not Phase.LOST or moved.phase in (Phase.LOST, Phase.ABANDONED):
        return moved, effects
    left = moved.find(state.current.take.id) if state.current is not None else None
    if left is not None and left.take.state is TakeState.COMPLETE:
        effects = (*effects, ev.Transcribe(left.take))
    return moved, effects


def _advance(state: RoundState, event: ev.Event) -> Step:
    match event:
        case ev.TakeFinished(audio):
            return _take_finished(state, audio)
        case ev.DeviceFailed():
            return _device_failed(state, event)
        case ev.TranscriptReady() | ev.Assessed() | ev.GradingFailed():
            return _graded(state, event)
        case ev.WordsEdited(take, text):
            return _words_edited(state, take, text)
        case ev.AnswerBrought(position, audio):
            return _answer_brought(state, position, audio)
        case ev.Abandoned():
            return _abandoned(state)
    if state.is_over:
        return state, ()
    match event:
        case ev.Ticked(now_s):
            return _ticked(state, now_s)
        case ev.Paused() | ev.Resumed():
            return _paused(state, isinstance(event, ev.Paused))
        case ev.CaptureStarted():
            return _capture_started(state)
        case ev.EndedEarly():
            return _ended_early(state)
    if state.paused:
        return state, ()
    return _spoken_to(state, event)


def _spoken_to(state: RoundState, event: ev.Event) -> Step:
    """Handle what the learner or the voice did while the round is running."""
    match event:
        case ev.Started():
            return begin_round(state) if state.phase is Phase.READY else (state, ())
        case ev.PromptFinished():
            return heard_out(state)
        case ev.PromptReplayed():
            return state, _speech(state)
        case ev.TimeAdded(extra_s):
            return (
                (replace(state, think_s=state.think_s + extra_s), ()) if state.phase is Phase.THINKING else (state, ())
            )
        case ev.AnswerStarted():
            return begin_answer(state) if state.phase in (*_BEFORE_ANSWER, Phase.LOST) else (state, ())
        case ev.AnswerDone():
            return _answer_done(state)
        case ev.TypingChosen():
            return _typing_chosen(state)
        case ev.AnswerTyped(text):
            return _answer_typed(state, text) if state.phase is Phase.TYPING else (state, ())
        case ev.Skipped():
            return _skipped(state)
        case ev.Redone():
            return _redone(state)
        case ev.MicrophoneRejected():
            return _stop_capture(state, Next.CHANGE) if state.phase in _HEARING else (state, ())
        case ev.Continued():
            return leave(state) if state.phase in _AFTER_ANSWER else (state, ())
        case ev.PointsTicked(said):
            return _ticked_points(state, said) if state.phase is Phase.JUDGING else (state, ())
        case (
            ev.Ticked()
            | ev.TakeFinished()
            | ev.DeviceFailed()
            | ev.TranscriptReady()
            | ev.Assessed()
            | ev.GradingFailed()
            | ev.WordsEdited()
            | ev.AnswerBrought()
            | ev.Paused()
            | ev.Resumed()
            | ev.CaptureStarted()
            | ev.EndedEarly()
            | ev.Abandoned()
        ):
            return state, ()
        case _:
            assert_never(event)


def _capture_started(state: RoundState) -> Step:
    """Answering begins with the first frame, which may come in a pause."""
    if state.phase is not Phase.STARTING:
        return state, ()
    cue: tuple[ev.Effect, ...] = () if state.paused else (ev.PlayCue(ev.CueKind.LISTENING),)
    before_s = state.recording.duration_s if state.recording is not None else 0.0
    return replace(enter(state, Phase.ANSWERING), spent_s=before_s), cue


def _answer_done(state: RoundState) -> Step:
    if state.phase is Phase.ANSWERING:
        stopping, effects = _stop_capture(state, Next.GRADE)
        return stopping, (*effects, ev.PlayCue(ev.CueKind.DONE))
    if state.phase is Phase.LOST and state.current is not None and state.current.take.state is TakeState.COMPLETE:
        return after_answer(state)
    return state, ()


def _stop_capture(state: RoundState, then: Next) -> Step:
    return replace(enter(state, Phase.STOPPING), after_stop=then, paused=False), (ev.StopCapture(),)


def _typing_chosen(state: RoundState) -> Step:
    if state.phase in _HEARING:
        return _stop_capture(state, Next.TYPE)
    if state.phase in (*_BEFORE_ANSWER, Phase.LOST):
        return enter(replace(state, device_error=None), Phase.TYPING), (ev.StopSpeech(),)
    return state, ()


def _answer_typed(state: RoundState, text: str) -> Step:
    take = replace(state.new_take(TakeState.TYPED), duration_s=state.spent_s)
    transcript = typed_transcript(text)
    taken = replace(state, takes=(*state.takes, Graded(take, transcript)))
    moved, effects = after_answer(taken)
    return moved, (ev.SaveTake(take), ev.SaveTranscript(take.id, transcript), ev.Assess(take, transcript), *effects)


def _answer_brought(state: RoundState, position: int, audio: CapturedAudio) -> Step:
    """Take a recording made elsewhere as the answer; one that comes too late is a further attempt at its question."""
    if position == state.position and not state.is_over:
        bringing = replace(state, brought=audio)
        if state.phase in _HEARING:
            return _stop_capture(bringing, Next.BRING)
        if state.phase in (*_BEFORE_ANSWER, Phase.TYPING, Phase.LOST):
            moved, effects = _take_brought(bringing)
            return moved, (ev.StopSpeech(), *effects)
    take = _kept(state.new_take(TakeState.COMPLETE, position), audio)
    save: tuple[ev.Effect, ...] = (ev.SaveTake(take), ev.Transcribe(take))
    return replace(state, takes=(*state.takes, Graded(take))), save[:1] if state.is_over else save


def _take_brought(state: RoundState) -> Step:
    assert state.brought is not None
    take = _kept(state.new_take(TakeState.COMPLETE), state.brought)
    taken = replace(state, takes=(*state.takes, Graded(take)), brought=None, paused=False, device_error=None)
    moved, effects = close(taken) if state.ended_early else after_answer(taken)
    return moved, (ev.SaveTake(take), ev.Transcribe(take), *effects)


def _words_edited(state: RoundState, take: TakeId, text: str | None) -> Step:
    """Grade the learner's words in place of those that were heard, or those that were heard again."""
    found = state.find(take)
    if found is None or found.transcript is None or found.is_pending:
        return state, ()
    heard = found.heard or found.transcript
    transcript = edited(heard, text) if text is not None else heard
    if transcript == found.transcript:
        return state, ()
    now = replace(found, transcript=transcript, heard=heard if text is not None else None, assessment=None, failure="")
    save = ev.SaveEdit(take, transcript) if text is not None else ev.SaveTranscript(take, transcript)
    taken = replace(state, takes=tuple(now if graded is found else graded for graded in state.takes))
    return taken, (save,) if state.is_over else (save, ev.Assess(found.take, transcript))


def _skipped(state: RoundState) -> Step:
    if state.phase in _HEARING:
        return _stop_capture(state, Next.SKIP)
    if state.phase in _AFTER_ANSWER:
        return leave(state)
    if state.phase is Phase.JUDGING:
        return enter(state, Phase.FEEDBACK), ()
    if state.phase not in (*_BEFORE_ANSWER, Phase.TYPING, Phase.LOST):
        return state, ()
    hush: tuple[ev.Effect, ...] = (ev.StopSpeech(),)
    if state.current is None and not state.following:
        take = state.new_take(TakeState.SKIPPED)
        state = replace(state, takes=(*state.takes, Graded(take)))
        hush = (*hush, ev.SaveTake(take))
    moved, effects = leave(state)
    return moved, (*hush, *effects)


def _redone(state: RoundState) -> Step:
    if state.phase in _HEARING:
        return _stop_capture(state, Next.REDO)
    if state.phase in (*_AFTER_ANSWER, Phase.JUDGING) and state.plan.mode is Mode.PRACTICE:
        return begin_answer(state)
    return state, ()


def _ticked_points(state: RoundState, said: frozenset[KeyPointId]) -> Step:
    judged = state.current
    if judged is None or judged.is_pending:  # a recording brought meanwhile is not what was judged
        return enter(state, Phase.FEEDBACK), ()
    first = {point.id: point.id in said for point in state.question.key_points}
    takes = tuple(replace(each, judged_first=first) if each is judged else each for each in state.takes)
    return enter(replace(state, takes=takes), Phase.FEEDBACK), (ev.SaveTicks(judged.take.id, first),)


def _ended_early(state: RoundState) -> Step:
    if state.phase is Phase.CLOSING:
        return state, ()
    if state.phase is Phase.FAREWELL:  # everything was asked
        moved, effects = close(replace(state, paused=False))
        return moved, (ev.StopSpeech(), *effects)
    ended = replace(state, ended_early=True, paused=False)
    if state.phase in (*_HEARING, Phase.STOPPING):
        then = Next.BRING if state.brought is not None else Next.END
        stopping = replace(enter(ended, Phase.STOPPING), after_stop=then)
        return stopping, () if state.phase is Phase.STOPPING else (ev.StopCapture(),)
    moved, effects = close(ended)
    return moved, (ev.StopSpeech(), *effects)


def _abandoned(state: RoundState) -> Step:
    if state.is_over:
        return state, ()
    stop: tuple[ev.Effect, ...] = (ev.StopCapture(),) if state.phase in _HEARING else ()
    left = replace(enter(state, Phase.ABANDONED), ended_early=True, paused=False)
    return left, (ev.StopSpeech(), *stop, ev.SaveSession(SessionState.ENDED_EARLY))


def _paused(state: RoundState, paused: bool) -> Step:
    if state.paused == paused or state.phase in (Phase.READY, Phase.STOPPING, Phase.CLOSING):
        return state, ()
    now = replace(state, paused=paused)
    if state.phase in _HEARING:
        return now, (ev.PauseCapture() if paused else ev.ResumeCapture(),)
    if state.phase in _SPEAKING:
        return now, (ev.StopSpeech(),) if paused else _speech(state)
    return now, ()


def _speech(state: RoundState) -> tuple[ev.Effect, ...]:
    """Return what is read aloud in this phase, and may be heard again."""
    match state.phase:
        case Phase.OPENING:
            return (ev.SpeakOpening(),)
        case Phase.ASKING | Phase.THINKING:
            return (ev.Speak(state.position),)
        case Phase.FAREWELL:
            return (ev.SpeakClosing(),)
        case _:
            return ()


def _ticked(state: RoundState, now_s: float) -> Step:
    passed = max(0.0, now_s - state.now_s)
    state = replace(state, now_s=max(now_s, state.now_s))
    if state.paused:
        return state, ()
    state = replace(state, spent_s=state.spent_s + passed, used_s=state.used_s + passed)
    if state.phase is Phase.THINKING and state.spent_s >= state.think_s:
        return begin_answer(state)
    if state.phase is Phase.ANSWERING:
        return _answer_clock(state)
    if state.phase is Phase.GRADING and state.plan.mode is Mode.MOCK and state.spent_s >= MOCK_WAIT_S:
        return leave(state)
    return state, ()


def _answer_clock(state: RoundState) -> Step:
    """Warn softly near the limit; stop at it only when the learner asked for that."""
    if state.plan.cut_at_limit and state.spent_s >= state.limit_s:
        return _answer_done(state)
    if not state.warned and state.spent_s >= state.limit_s - WARN_BEFORE_LIMIT_S:
        return replace(state, warned=True), (ev.PlayCue(ev.CueKind.TIME_NEARLY_UP),)
    return state, ()


def _kept(take: Take, audio: CapturedAudio) -> Take:
    return replace(
        take,
        state=TakeState.COMPLETE,
        audio=audio.path.name,
        rate_hz=audio.rate_hz,
        duration_s=audio.duration_s,
        levels_db=audio.levels_db,
        device=audio.device,
    )


def _take_finished(state: RoundState, audio: CapturedAudio) -> Step:
    if state.recording is None:
        return state, ()
    take = _kept(state.recording, audio)
    state = replace_take(state, take)
    if state.is_over:
        return state, (ev.SaveTake(take),)
    moved, effects = _after_stop(state)
    return moved, (*_kept_effects(moved, take), *effects)


def _kept_effects(moved: RoundState, take: Take) -> tuple[ev.Effect, ...]:
    """Save a take that has ended, and write down what was heard, unless it may be gone on with."""
    if moved.phase is Phase.LOST or take.state is not TakeState.COMPLETE:
        return (ev.SaveTake(take),)
    return ev.SaveTake(take), ev.Transcribe(take)


def _after_stop(state: RoundState) -> Step:
    match state.after_stop:
        case Next.GRADE:
            return after_answer(state)
        case Next.REDO:
            return begin_answer(state)
        case Next.BRING:
            return _take_brought(state)
        case Next.SKIP:
            return leave(state)
        case Next.TYPE:
            return enter(state, Phase.TYPING), ()
        case Next.CHANGE:
            return enter(state, Phase.LOST), ()
        case Next.END:
            return close(state)
        case _:
            assert_never(state.after_stop)


def _device_failed(state: RoundState, event: ev.DeviceFailed) -> Step:
    if state.recording is None:
        return state, ()
    if event.kept is not None:
        take = _kept(state.recording, event.kept)
    elif state.recording.duration_s > 0:
        take = replace(state.recording, state=TakeState.COMPLETE)  # another device did not start: the first part stays
    else:
        take = replace(state.recording, state=TakeState.SKIPPED, audio="")
    state = replace_take(state, take)
    if state.is_over:
        return state, (ev.SaveTake(take),)
    if state.phase is Phase.STOPPING and state.after_stop not in (Next.GRADE, Next.CHANGE):
        moved, effects = _after_stop(state)
        return moved, (*_kept_effects(moved, take), *effects)
    lost = replace(enter(state, Phase.LOST), device_error=event.error, paused=False)
    return lost, (ev.SaveTake(take),)


def _graded(state: RoundState, event: ev.TranscriptReady | ev.Assessed | ev.GradingFailed) -> Step:
    found = state.find(event.take)
    if found is None:
        return state, ()
    effects: tuple[ev.Effect, ...]
    match event:
        case ev.TranscriptReady(take_id, transcript):
            now = replace(found, transcript=transcript)
            effects = (ev.SaveTranscript(take_id, transcript), ev.Assess(found.take, transcript))
        case ev.Assessed(take_id, assessment):
            now = replace(found, assessment=assessment, failure="")
            effects = (ev.SaveAssessment(take_id, assessment),)
        case ev.GradingFailed(_, message):
            now = replace(found, failure=message)
            effects = ()
        case _:
            assert_never(event)
    takes = tuple(now if graded.take.id == event.take else graded for graded in state.takes)
    state = replace(state, takes=takes)
    if state.phase is Phase.CLOSING and not state.has_pending:
        moved, closing = close(state)
        return moved, (*effects, *closing)
    if state.phase is Phase.GRADING and state.current is not None and not state.current.is_pending:
        moved, then = follow_up(state)
        return moved, (*effects, *then)
    return state, effects
