"""The way through a round: opening, question after question with its follow-ups, closing."""

from dataclasses import replace

from mlprep_gui.domain.session import Mode, SessionState, Take, TakeState
from mlprep_gui.interview import events as ev
from mlprep_gui.interview.followups import next_probe
from mlprep_gui.interview.state import FollowUp, Graded, Phase, RoundState

FOLLOW_UP_THINK_S = 10.0
#: A mock interview goes on without a follow-up when the grade that decides about it takes longer.
MOCK_WAIT_S = 30.0

Step = tuple[RoundState, tuple[ev.Effect, ...]]


def enter(state: RoundState, phase: Phase) -> RoundState:
    """Return the state at the beginning of a phase."""
    return replace(state, phase=phase, spent_s=0.0)


def begin_round(state: RoundState) -> Step:
    """Open a mock interview with a word; practice begins with its first question."""
    if state.plan.mode is Mode.MOCK:
        return enter(state, Phase.OPENING), (ev.SpeakOpening(),)
    return ask(state)


def ask(state: RoundState) -> Step:
    """Ask the present question."""
    think_s = min(state.plan.think_s, FOLLOW_UP_THINK_S) if state.following else state.plan.think_s
    fresh = replace(state, think_s=think_s, warned=False, device_error=None)
    return enter(fresh, Phase.ASKING), (ev.Speak(state.position),)


def heard_out(state: RoundState) -> Step:
    """Go on when the interviewer has spoken, or was not listened to any longer."""
    match state.phase:
        case Phase.OPENING:
            return ask(state)
        case Phase.ASKING:
            return (enter(state, Phase.THINKING), ()) if state.think_s > 0 else begin_answer(state)
        case Phase.FAREWELL:
            return close(state)
        case _:
            return state, ()


def begin_answer(state: RoundState) -> Step:
    """Begin a new take, or go on with the one whose device was lost."""
    hush: tuple[ev.Effect, ...] = (ev.StopSpeech(),)
    fresh = replace(state, warned=False, device_error=None)
    if state.plan.typed:
        return enter(fresh, Phase.TYPING), hush
    if state.phase is Phase.LOST and state.current is not None and state.current.take.state is TakeState.COMPLETE:
        take = replace(state.current.take, state=TakeState.RECORDING)
        recording = replace(replace_take(fresh, take), recording=take)
    else:
        take = fresh.new_take(TakeState.RECORDING)
        recording = replace(fresh, recording=take, takes=(*fresh.takes, Graded(take)))
    return enter(recording, Phase.STARTING), (*hush, ev.SaveTake(take), ev.StartCapture(take))


def replace_take(state: RoundState, take: Take) -> RoundState:
    """Return the state with a take as it is now, and nothing being recorded."""
    takes = tuple(replace(graded, take=take) if graded.take.id == take.id else graded for graded in state.takes)
    return replace(state, takes=takes, recording=None)


def after_answer(state: RoundState) -> Step:
    """Go on after an answer is safe: wait for its verdicts where they decide what comes next."""
    waiting = state.current is not None and state.current.is_pending
    if state.plan.mode is Mode.MOCK:
        if state.following:  # what else is asked depends on the first answer alone
            return follow_up(state)
        waiting = waiting and state.plan.follow_ups > 0
    return (enter(state, Phase.GRADING), ()) if waiting else follow_up(state)


def follow_up(state: RoundState) -> Step:
    """Ask about a point of the answer; when nothing is left to ask, show what it covered or go on."""
    mock = state.plan.mode is Mode.MOCK
    answered, question = state.newest(state.index), state.plan.questions[state.index]
    probed = {
        each.question.key_points[0].id
        for each in state.follow_ups
        if (before := state.find(each.after)) is not None and before.take.position == state.index
    }
    assessment = answered.assessment if answered is not None else None
    point = next_probe(question, assessment, probed, state.plan.follow_ups, asks_why=mock)
    if answered is None or point is None or state.is_time_over:
        return next_question(state) if mock else _show_answer(replace(state, following=False), answered)
    asked = FollowUp(question.follow_up(point.id), answered.take.id)
    state = replace(state, follow_ups=(*state.follow_ups, asked), following=True)
    moved, effects = ask(state)
    return moved, (ev.SaveFollowUp(state.position, asked.question), *effects)


def _show_answer(state: RoundState, answered: Graded | None) -> Step:
    """Show the verdicts, after the learner's own judgement where that is wanted and there is something to judge."""
    graded = answered is not None and answered.assessment is not None and answered.assessment.graded
    judges = state.plan.judge_first and graded and answered is not None and not answered.judged_first
    return enter(state, Phase.JUDGING if judges else Phase.FEEDBACK), ()


def leave(state: RoundState) -> Step:
    """Leave a question; after a follow-up comes what else there is to say about the answer."""
    return follow_up(state) if state.following else next_question(state)


def next_question(state: RoundState) -> Step:
    """Ask the next question; after the last one, or when the planned time is over, the round comes to its close."""
    if state.is_last or state.is_time_over:
        if state.plan.mode is Mode.MOCK:
            return enter(state, Phase.FAREWELL), (ev.SpeakClosing(),)
        return close(state)
    return ask(replace(state, index=state.index + 1, following=False))


def close(state: RoundState) -> Step:
    """End the round, after the grades that are still to come."""
    if state.has_pending:
        return enter(state, Phase.CLOSING), ()
    how = SessionState.ENDED_EARLY if state.ended_early else SessionState.FINISHED
    return enter(state, Phase.FINISHED), (ev.SaveSession(how),)
