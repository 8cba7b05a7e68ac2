"""The rules of a round, example by example and under random events."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict, not_graded
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.domain.session import Mode, RoundPlan, SessionId, SessionState, TakeId, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.interview import Phase, RoundState, advance, start
from mlprep_gui.interview import events as ev
from mlprep_gui.ports import CapturedAudio

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
AUDIO = CapturedAudio(Path("take.wav"), 16_000, 12.0, (-30.0,), "Microphone")
GOOD = Assessment((), 80.0, 70.0, 90.0, "test")


def questions(count: int) -> tuple[Question, ...]:
    points = tuple(KeyPoint(KeyPointId(f"k{n}"), f"Statement {n}.", probe=f"Probe {n}?") for n in range(3))
    return tuple(Question(QuestionId(f"q{n}"), f"Prompt {n}?", points, answer_s=60) for n in range(count))


def found_out(*verdicts: Verdict) -> Assessment:
    points = tuple(PointVerdict(KeyPointId(f"k{n}"), verdict, 0.5, 0.1) for n, verdict in enumerate(verdicts))
    return Assessment(points, 40.0, 30.0, 50.0, "test")


def new_round(
    count: int = 2,
    *,
    mode: Mode = Mode.PRACTICE,
    think_s: float = 30,
    cut_at_limit: bool = False,
    typed: bool = False,
) -> RoundState:
    plan = RoundPlan(mode, questions(count), think_s=think_s, cut_at_limit=cut_at_limit, typed=typed)
    return start(SessionId("s"), plan, NOW)


def play(state: RoundState, *events: ev.Event) -> tuple[RoundState, list[ev.Effect]]:
    """Advance through events; the virtual microphone and grader do nothing by themselves."""
    effects: list[ev.Effect] = []
    for event in events:
        state, more = advance(state, event)
        effects.extend(more)
    return state, effects


def answering(count: int = 2, *, mode: Mode = Mode.PRACTICE, cut_at_limit: bool = False) -> RoundState:
    state = new_round(count, mode=mode, cut_at_limit=cut_at_limit)
    state, _ = play(state, ev.Started(), ev.PromptFinished(), ev.AnswerStarted(), ev.CaptureStarted())
    assert state.phase is Phase.ANSWERING
    return state


def test_a_practice_question_goes_from_asking_to_feedback() -> None:
    state, effects = play(answering(), ev.AnswerDone())
    assert state.phase is Phase.STOPPING
    assert ev.StopCapture() in effects
    state, effects = play(state, ev.TakeFinished(AUDIO))
    assert state.phase is Phase.GRADING
    take = state.takes[0].take
    assert take.state is TakeState.COMPLETE
    assert effects == [ev.SaveTake(take), ev.Transcribe(take)]
    transcript = typed_transcript("some words")
    state, effects = play(state, ev.TranscriptReady(take.id, transcript), ev.Assessed(take.id, GOOD))
    assert state.phase is Phase.FEEDBACK
    assert ev.Assess(take, transcript) in effects
    assert ev.SaveAssessment(take.id, GOOD) in effects
    state, effects = play(state, ev.Continued())
    assert (state.phase, state.index) == (Phase.ASKING, 1)
    assert effects == [ev.Speak(1)]


def test_the_row_of_a_take_is_saved_before_recording_starts() -> None:
    _, effects = play(new_round(), ev.Started(), ev.PromptFinished(), ev.AnswerStarted())
    kinds = [type(effect) for effect in effects]
    assert kinds.index(ev.SaveTake) < kinds.index(ev.StartCapture)


def test_thinking_runs_out_into_the_answer_and_time_can_be_added() -> None:
    state, _ = play(new_round(), ev.Started(), ev.PromptFinished(), ev.Ticked(29), ev.TimeAdded(30), ev.Ticked(59))
    assert state.phase is Phase.THINKING
    state, _ = play(state, ev.Ticked(60.5))
    assert state.phase is Phase.STARTING


def test_without_thinking_time_the_answer_follows_the_prompt() -> None:
    state, _ = play(new_round(think_s=0), ev.Started(), ev.PromptFinished())
    assert state.phase is Phase.STARTING


def test_the_limit_warns_once_and_never_cuts_a_speaker_off() -> None:
    state, effects = play(answering(), ev.Ticked(50), ev.Ticked(55), ev.Ticked(500))
    assert state.phase is Phase.ANSWERING
    assert effects == [ev.PlayCue(ev.CueKind.TIME_NEARLY_UP)]


def test_the_limit_stops_only_when_asked_for() -> None:
    state, effects = play(answering(cut_at_limit=True), ev.Ticked(61))
    assert state.phase is Phase.STOPPING
    assert ev.StopCapture() in effects


def test_a_mock_interview_asks_on_and_waits_for_the_grades_at_the_end() -> None:
    state, effects = play(new_round(1, mode=Mode.MOCK), ev.Started())
    assert (state.phase, effects) == (Phase.OPENING, [ev.SpeakOpening()])
    state, _ = play(state, ev.PromptFinished(), ev.PromptFinished(), ev.AnswerStarted(), ev.CaptureStarted())
    state, effects = play(state, ev.AnswerDone(), ev.TakeFinished(AUDIO))
    assert (state.phase, effects[-1]) == (Phase.FAREWELL, ev.SpeakClosing())
    state, _ = play(state, ev.PromptFinished())
    assert state.phase is Phase.CLOSING
    take = state.takes[0].take.id
    state, effects = play(state, ev.TranscriptReady(take, typed_transcript("a")), ev.Assessed(take, GOOD))
    assert state.phase is Phase.FINISHED
    assert effects[-1] == ev.SaveSession(SessionState.FINISHED)


def test_what_the_interviewer_says_is_heard_again_and_waits_in_a_pause() -> None:
    state, effects = play(new_round(1, mode=Mode.MOCK), ev.Started(), ev.PromptReplayed(), ev.Paused(), ev.Resumed())
    assert effects == [ev.SpeakOpening(), ev.SpeakOpening(), ev.StopSpeech(), ev.SpeakOpening()]
    state, _ = play(state, ev.PromptFinished(), ev.Skipped())
    assert state.phase is Phase.FAREWELL
    state, effects = play(state, ev.PromptReplayed(), ev.EndedEarly())
    assert effects[0] == ev.SpeakClosing()
    assert effects[-1] == ev.SaveSession(SessionState.FINISHED)  # everything was asked


def test_when_the_planned_time_is_over_no_further_question_is_asked() -> None:
    state = new_round(3, mode=Mode.MOCK, typed=True)
    state = replace(state, plan=replace(state.plan, length_s=100, follow_ups=2))
    state, _ = play(state, ev.Started(), ev.PromptFinished(), ev.PromptFinished(), ev.AnswerStarted())
    in_time, _ = play(state, ev.Ticked(20), ev.Paused(), ev.Ticked(500), ev.Resumed(), ev.Skipped())
    assert (in_time.phase, in_time.index) == (Phase.ASKING, 1)
    late, _ = play(state, ev.Ticked(101), ev.AnswerTyped("a"))
    late, effects = play(late, ev.Assessed(late.takes[0].take.id, found_out(MISSED)))
    assert (late.phase, effects[-1]) == (Phase.FAREWELL, ev.SpeakClosing())
    assert late.index == 0


def test_a_pause_stops_the_clock_and_the_recording() -> None:
    state, effects = play(answering(), ev.Ticked(10), ev.Paused(), ev.Ticked(500), ev.Resumed(), ev.Ticked(505))
    assert state.spent_s == pytest.approx(15)
    assert effects == [ev.PauseCapture(), ev.ResumeCapture()]


def test_a_first_frame_that_comes_in_a_pause_is_not_missed() -> None:
    begun, _ = play(new_round(), ev.Started(), ev.PromptFinished(), ev.AnswerStarted(), ev.Paused())
    heard, effects = play(begun, ev.CaptureStarted())
    assert (heard.phase, heard.paused, effects) == (Phase.ANSWERING, True, [])
    state, effects = play(heard, ev.Resumed(), ev.AnswerDone())
    assert state.phase is Phase.STOPPING
    assert ev.StopCapture() in effects


def test_a_lost_device_keeps_what_was_heard_and_offers_ways_on() -> None:
    error = DeviceError("The microphone was unplugged.")
    lost, effects = play(answering(), ev.DeviceFailed(error, AUDIO))
    assert lost.phase is Phase.LOST
    assert lost.device_error is error
    assert lost.takes[0].take.state is TakeState.COMPLETE
    assert isinstance(effects[0], ev.SaveTake)
    assert play(lost, ev.TypingChosen())[0].phase is Phase.TYPING
    assert play(lost, ev.AnswerStarted())[0].phase is Phase.STARTING
    assert play(lost, ev.AnswerDone())[0].phase is Phase.GRADING
    assert play(lost, ev.Skipped())[0].index == 1


def test_an_answer_graded_while_the_device_was_lost_is_shown_when_asked_for() -> None:
    lost, _ = play(answering(), ev.DeviceFailed(DeviceError("Gone."), AUDIO))
    take = lost.takes[0].take.id
    lost, _ = play(lost, ev.TranscriptReady(take, typed_transcript("a")), ev.Assessed(take, GOOD))
    assert play(lost, ev.AnswerDone())[0].phase is Phase.FEEDBACK


def test_a_take_is_gone_on_with_and_written_down_once() -> None:
    state, _ = play(answering(), ev.Ticked(12))
    lost, effects = play(state, ev.DeviceFailed(DeviceError("Gone."), AUDIO))
    assert effects == [ev.SaveTake(lost.takes[0].take)]
    again, effects = play(lost, ev.AnswerStarted())
    (graded,) = again.takes
    assert graded.take == replace(lost.takes[0].take, state=TakeState.RECORDING)
    assert effects == [ev.StopSpeech(), ev.SaveTake(graded.take), ev.StartCapture(graded.take)]
    again, _ = play(again, ev.CaptureStarted())
    assert (again.phase, again.spent_s) == (Phase.ANSWERING, AUDIO.duration_s)
    whole = replace(AUDIO, duration_s=30.0)
    done, effects = play(again, ev.AnswerDone(), ev.TakeFinished(whole))
    assert done.phase is Phase.GRADING
    assert done.takes[0].take.duration_s == 30.0
    assert [effect for effect in effects if isinstance(effect, ev.Transcribe)] == [ev.Transcribe(done.takes[0].take)]


def test_another_device_that_does_not_start_leaves_the_first_part() -> None:
    lost, _ = play(answering(), ev.DeviceFailed(DeviceError("Gone."), AUDIO))
    again, effects = play(lost, ev.AnswerStarted(), ev.DeviceFailed(DeviceError("Not there.")))
    assert again.phase is Phase.LOST
    assert again.takes == lost.takes
    assert effects[-1] == ev.SaveTake(lost.takes[0].take)


@pytest.mark.parametrize("left", [ev.AnswerDone(), ev.TypingChosen(), ev.Skipped(), ev.EndedEarly()])
def test_what_was_heard_is_written_down_when_it_is_not_gone_on_with(left: ev.Event) -> None:
    lost, _ = play(answering(), ev.DeviceFailed(DeviceError("Gone."), AUDIO))
    _, effects = play(lost, left)
    assert effects.count(ev.Transcribe(lost.takes[0].take)) == 1


def test_another_microphone_can_be_chosen_while_answering() -> None:
    state, effects = play(answering(), ev.MicrophoneRejected())
    assert (state.phase, effects) == (Phase.STOPPING, [ev.StopCapture()])
    lost, effects = play(state, ev.TakeFinished(AUDIO))
    assert (lost.phase, lost.device_error) == (Phase.LOST, None)
    assert effects == [ev.SaveTake(lost.takes[0].take)]
    assert play(lost, ev.AnswerStarted())[0].recording is not None
    failed, _ = play(state, ev.DeviceFailed(DeviceError("Gone."), AUDIO))
    assert (failed.phase, failed.takes) == (Phase.LOST, lost.takes)


def test_start_over_keeps_the_first_take_and_records_a_second() -> None:
    state, _ = play(answering(), ev.Redone(), ev.TakeFinished(AUDIO))
    assert state.phase is Phase.STARTING
    assert [graded.take.attempt for graded in state.takes] == [1, 2]
    assert state.takes[0].take.state is TakeState.COMPLETE


def test_typing_while_recording_keeps_both() -> None:
    state, _ = play(answering(), ev.TypingChosen(), ev.TakeFinished(AUDIO), ev.AnswerTyped("my answer"))
    assert [graded.take.state for graded in state.takes] == [TakeState.COMPLETE, TakeState.TYPED]


def test_a_skipped_question_is_noted_and_the_next_is_asked() -> None:
    state, _ = play(new_round(), ev.Started(), ev.Skipped())
    assert (state.index, state.phase) == (1, Phase.ASKING)
    assert state.takes[0].take.state is TakeState.SKIPPED


def test_ending_early_while_answering_keeps_and_grades_the_take() -> None:
    state, _ = play(answering(count=3), ev.EndedEarly(), ev.TakeFinished(AUDIO))
    assert state.phase is Phase.CLOSING
    take = state.takes[0].take.id
    state, effects = play(state, ev.GradingFailed(take, "The model is missing."))
    assert state.phase is Phase.FINISHED
    assert effects[-1] == ev.SaveSession(SessionState.ENDED_EARLY)


def test_abandoning_is_final_but_the_take_is_still_kept() -> None:
    state, effects = play(answering(), ev.Abandoned())
    assert ev.StopCapture() in effects
    state, effects = play(state, ev.TakeFinished(AUDIO), ev.Started(), ev.AnswerStarted(), ev.Ticked(99))
    assert state.phase is Phase.ABANDONED
    assert [type(effect) for effect in effects] == [ev.SaveTake]
    assert state.takes[0].take.state is TakeState.COMPLETE


def graded(text: str = "it learns the noise") -> RoundState:
    state, _ = play(new_round(typed=True), ev.Started(), ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped(text))
    return play(state, ev.Assessed(state.takes[0].take.id, GOOD))[0]


def test_corrected_words_are_graded_in_place_of_what_was_heard_and_can_be_taken_back() -> None:
    state = graded()
    take, heard = state.takes[0].take, state.takes[0].transcript
    state, effects = play(state, ev.WordsEdited(take.id, "it learns a signal"))
    now = state.takes[0]
    assert now.transcript is not None
    assert (now.transcript.text, now.heard, now.assessment) == ("it learns a signal", heard, None)
    assert effects == [ev.SaveEdit(take.id, now.transcript), ev.Assess(take, now.transcript)]
    assert state.phase is Phase.FEEDBACK
    state, _ = play(state, ev.Assessed(take.id, GOOD))
    state, effects = play(state, ev.WordsEdited(take.id, None))
    assert (state.takes[0].transcript, state.takes[0].heard) == (heard, None)
    assert heard is not None
    assert effects == [ev.SaveTranscript(take.id, heard), ev.Assess(take, heard)]


def test_words_are_corrected_only_where_there_are_words_that_are_not_being_graded() -> None:
    state, _ = play(answering(), ev.AnswerDone(), ev.TakeFinished(AUDIO))
    take = state.takes[0].take.id
    assert play(state, ev.WordsEdited(take, "words"))[1] == []
    state, _ = play(state, ev.TranscriptReady(take, typed_transcript("a")))
    assert play(state, ev.WordsEdited(take, "words"))[1] == []
    state, _ = play(state, ev.GradingFailed(take, "No model."))
    state, effects = play(state, ev.WordsEdited(take, "words"))
    assert [type(effect) for effect in effects] == [ev.SaveEdit, ev.Assess]
    assert state.takes[0].failure == ""


def test_the_same_words_again_are_no_correction() -> None:
    state = graded()
    take = state.takes[0].take.id
    state, _ = play(state, ev.WordsEdited(take, "other words"), ev.Assessed(take, GOOD))
    assert play(state, ev.WordsEdited(take, "other words"))[1] == []


BROUGHT = CapturedAudio(Path("brought.wav"), 16_000, 42.0, (-20.0,), "phone.m4a")


@pytest.mark.parametrize("events", [(ev.Started(),), (ev.Started(), ev.PromptFinished())])
def test_a_recording_made_elsewhere_is_an_answer(events: tuple[ev.Event, ...]) -> None:
    state, effects = play(new_round(), *events, ev.AnswerBrought(0, BROUGHT))
    (only,) = state.takes
    assert (only.take.state, only.take.audio, only.take.duration_s) == (TakeState.COMPLETE, "brought.wav", 42.0)
    assert state.phase is Phase.GRADING
    assert effects[-3:] == [ev.StopSpeech(), ev.SaveTake(only.take), ev.Transcribe(only.take)]


def test_a_recording_brought_while_answering_ends_the_one_that_runs_and_both_are_kept() -> None:
    state, effects = play(answering(), ev.AnswerBrought(0, BROUGHT))
    assert effects == [ev.StopCapture()]
    state, effects = play(state, ev.TakeFinished(AUDIO))
    assert [each.take.audio for each in state.takes] == ["take.wav", "brought.wav"]
    assert [each.take.attempt for each in state.takes] == [1, 2]
    assert state.phase is Phase.GRADING


def test_a_recording_brought_while_the_round_ends_is_kept() -> None:
    state, _ = play(answering(), ev.AnswerBrought(0, BROUGHT), ev.EndedEarly(), ev.TakeFinished(AUDIO))
    assert [each.take.audio for each in state.takes] == ["take.wav", "brought.wav"]
    assert state.phase is Phase.CLOSING


def test_a_recording_brought_too_late_is_a_further_attempt_at_its_question() -> None:
    state, effects = play(new_round(), ev.Started(), ev.Skipped(), ev.AnswerBrought(0, BROUGHT))
    late = state.takes[-1].take
    assert (state.phase, state.index, late.position, late.attempt) == (Phase.ASKING, 1, 0, 2)
    assert effects[-2:] == [ev.SaveTake(late), ev.Transcribe(late)]
    state, _ = play(new_round(), ev.Started(), ev.Abandoned())
    state, effects = play(state, ev.AnswerBrought(1, BROUGHT))
    assert effects == [ev.SaveTake(state.takes[-1].take)]


def test_a_round_without_questions_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one question"):
        new_round(0)


def answered(*verdicts: Verdict, follow_ups: int = 1, judge_first: bool = False) -> tuple[RoundState, list[ev.Effect]]:
    """Answer the first of two questions by typing, with these verdicts."""
    state = new_round(typed=True)
    plan = replace(state.plan, follow_ups=follow_ups, judge_first=judge_first)
    begun = (ev.Started(), ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped("a"))
    state, _ = play(replace(state, plan=plan), *begun)
    return play(state, ev.Assessed(state.takes[0].take.id, found_out(*verdicts)))


COVERED, MISSED = Verdict.COVERED, Verdict.MISSED


def test_a_missed_point_is_asked_about_and_the_answer_stands_beside_the_first() -> None:
    state, effects = answered(COVERED, MISSED, MISSED)
    asked = questions(1)[0].follow_up(KeyPointId("k1"))
    assert (state.phase, state.question, state.index) == (Phase.ASKING, asked, 0)
    assert effects[-2:] == [ev.SaveFollowUp(2, asked), ev.Speak(2)]
    assert (state.think_s, state.limit_s) == (10.0, 20.0)
    state, _ = play(state, ev.PromptFinished(), ev.Ticked(10.5), ev.AnswerTyped("b"))
    first, second = (each.take for each in state.takes)
    assert (second.id, second.position, second.question) == ("s-03-1", 2, first.question)
    state, effects = play(state, ev.Assessed(second.id, found_out(COVERED)))
    assert effects == [ev.SaveAssessment(second.id, found_out(COVERED))]
    assert (state.phase, state.current) == (Phase.FEEDBACK, state.takes[0])
    assert state.followed_by(first.id) == (state.takes[1],)
    state, effects = play(state, ev.Continued())
    assert (state.index, state.question.prompt, effects) == (1, "Prompt 1?", [ev.Speak(1)])


def test_a_follow_up_is_left_with_one_key_and_never_are_there_more_than_two() -> None:
    state, _ = answered(MISSED, MISSED, MISSED, follow_ups=2)
    state, effects = play(state, ev.Skipped())
    assert (state.question.prompt, effects[-1]) == ("Probe 1?", ev.Speak(3))
    state, effects = play(state, ev.PromptFinished(), ev.Skipped())
    assert (state.phase, len(state.takes)) == (Phase.FEEDBACK, 1)
    state, _ = play(state, ev.Redone(), ev.AnswerTyped("again"))
    state, _ = play(state, ev.Assessed(state.takes[-1].take.id, found_out(MISSED, MISSED, MISSED)))
    assert (state.phase, state.current) == (Phase.FEEDBACK, state.takes[1])


def test_a_follow_up_that_was_skipped_while_speaking_is_kept_and_graded() -> None:
    state, _ = play(answering(), ev.AnswerDone(), ev.TakeFinished(AUDIO))
    state = replace(state, plan=replace(state.plan, follow_ups=1))
    take = state.takes[0].take.id
    state, _ = play(state, ev.TranscriptReady(take, typed_transcript("a")), ev.Assessed(take, found_out(MISSED)))
    state, _ = play(state, ev.PromptFinished(), ev.AnswerStarted(), ev.CaptureStarted(), ev.Skipped())
    state, effects = play(state, ev.TakeFinished(AUDIO))
    assert state.phase is Phase.FEEDBACK
    assert [type(effect) for effect in effects] == [ev.SaveTake, ev.Transcribe]


def test_what_was_said_is_ticked_before_the_verdicts_are_shown() -> None:
    state, _ = answered(COVERED, MISSED, MISSED, follow_ups=0, judge_first=True)
    assert state.phase is Phase.JUDGING
    state, effects = play(state, ev.PointsTicked(frozenset({KeyPointId("k0"), KeyPointId("k2")})))
    said = {KeyPointId("k0"): True, KeyPointId("k1"): False, KeyPointId("k2"): True}
    assert (state.phase, state.takes[0].judged_first) == (Phase.FEEDBACK, said)
    assert effects == [ev.SaveTicks(state.takes[0].take.id, said)]


def test_judging_can_be_left_out_and_what_is_not_graded_is_not_judged() -> None:
    state, _ = answered(COVERED, MISSED, MISSED, follow_ups=0, judge_first=True)
    left, effects = play(state, ev.Skipped())
    assert (left.phase, left.index, left.takes[0].judged_first, effects) == (Phase.FEEDBACK, 0, {}, [])
    again, _ = play(state, ev.Redone(), ev.AnswerTyped("b"))
    again, _ = play(again, ev.GradingFailed(again.takes[1].take.id, "No model."))
    assert again.phase is Phase.FEEDBACK


def test_the_follow_up_comes_before_the_key_points_are_shown() -> None:
    state, _ = answered(COVERED, MISSED, MISSED, judge_first=True)
    assert state.following
    state, _ = play(state, ev.Skipped())
    assert state.phase is Phase.JUDGING


def mock_answered(*verdicts: Verdict, follow_ups: int) -> tuple[RoundState, list[ev.Effect]]:
    """Answer the first of two questions of a mock interview by typing; k1 has a probe that asks why."""
    state = new_round(typed=True, mode=Mode.MOCK)
    first, second = state.plan.questions
    points = tuple(replace(each, probe="And why?") if each.id == "k1" else each for each in first.key_points)
    plan = replace(state.plan, questions=(replace(first, key_points=points), second), follow_ups=follow_ups)
    begun = (ev.Started(), ev.PromptFinished(), ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped("a"))
    state, _ = play(replace(state, plan=plan), *begun)
    if follow_ups:
        assert state.phase is Phase.GRADING
    return play(state, ev.Assessed(state.takes[0].take.id, found_out(*verdicts)))


def test_a_mock_interview_asks_why_and_then_what_was_missed_and_shows_no_verdict() -> None:
    state, effects = mock_answered(MISSED, COVERED, COVERED, follow_ups=2)
    assert (state.phase, state.question.prompt, effects[-1]) == (Phase.ASKING, "And why?", ev.Speak(2))
    state, effects = play(state, ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped("because"))
    assert (state.phase, state.question.prompt, effects[-1]) == (Phase.ASKING, "Probe 0?", ev.Speak(3))
    state, effects = play(state, ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped("that"))
    assert (state.phase, state.index, effects[-1]) == (Phase.ASKING, 1, ev.Speak(1))


def test_the_learner_says_how_many_follow_ups_there_are_in_a_mock_interview() -> None:
    state, effects = mock_answered(MISSED, COVERED, COVERED, follow_ups=1)
    state, effects = play(state, ev.Skipped())
    assert (state.index, effects[-1]) == (1, ev.Speak(1))
    state, _ = mock_answered(MISSED, COVERED, COVERED, follow_ups=0)
    assert (state.index, state.follow_ups) == (1, ())


def test_a_mock_interview_does_not_wait_for_ever_for_a_grade() -> None:
    state = new_round(typed=True, mode=Mode.MOCK)
    state = replace(state, plan=replace(state.plan, follow_ups=1))
    begun = (ev.Started(), ev.PromptFinished(), ev.PromptFinished(), ev.AnswerStarted(), ev.AnswerTyped("a"))
    waiting, _ = play(state, *begun, ev.Redone())
    assert waiting.phase is Phase.GRADING
    assert play(waiting, ev.Continued())[0].index == 1
    state, _ = play(waiting, ev.Ticked(31))
    assert (state.phase, state.index) == (Phase.ASKING, 1)
    state, _ = play(state, ev.Assessed(state.takes[0].take.id, found_out(MISSED)))
    assert (state.phase, state.index, state.follow_ups) == (Phase.ASKING, 1, ())


SIMPLE = (
    ev.Started, ev.PromptFinished, ev.PromptReplayed, ev.TimeAdded, ev.AnswerStarted, ev.CaptureStarted,
    ev.AnswerDone, ev.TypingChosen, ev.Skipped, ev.Redone, ev.Continued, ev.Paused, ev.Resumed, ev.EndedEarly,
    ev.MicrophoneRejected,
)  # fmt: skip
POINTS = (KeyPointId("k0"), KeyPointId("k1"), KeyPointId("k2"))
VERDICTS = st.lists(st.sampled_from(Verdict), min_size=3, max_size=3)
TAKES = st.builds(lambda place, n: TakeId(f"s-{place:02d}-{n}"), st.integers(1, 5), st.integers(1, 3))
EVENTS = st.one_of(
    st.sampled_from(SIMPLE).map(lambda kind: kind()),
    st.floats(0, 5000).map(ev.Ticked),
    st.text(max_size=5).map(ev.AnswerTyped),
    st.just(ev.TakeFinished(AUDIO)),
    st.sampled_from([None, AUDIO]).map(lambda kept: ev.DeviceFailed(DeviceError("Lost."), kept)),
    TAKES.map(lambda take: ev.TranscriptReady(take, typed_transcript("a"))),
    TAKES.map(lambda take: ev.Assessed(take, not_graded("Nothing was heard.", "t"))),
    st.builds(lambda take, found: ev.Assessed(take, found_out(*found)), TAKES, VERDICTS),
    TAKES.map(lambda take: ev.GradingFailed(take, "No model.")),
    st.frozensets(st.sampled_from(POINTS)).map(ev.PointsTicked),
    st.sampled_from([None, "b"]).map(lambda text: ev.WordsEdited(TakeId("s-01-1"), text)),
    st.just(ev.AnswerBrought(0, BROUGHT)),
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(EVENTS, max_size=60),
    st.sampled_from(Mode),
    st.booleans(),
    st.integers(1, 3),
    st.integers(0, 60),
    st.integers(0, 3),
    st.booleans(),
)
def test_no_order_of_events_loses_a_take(
    events: list[ev.Event], mode: Mode, typed: bool, count: int, abandon_at: int, follow_ups: int, judge_first: bool
) -> None:
    state = new_round(count, mode=mode, typed=typed)
    state = replace(state, plan=replace(state.plan, follow_ups=follow_ups, judge_first=judge_first))
    places = set(range(count))
    saved: dict[TakeId, TakeState] = {}
    capturing: TakeId | None = None
    written_down: set[TakeId] = set()
    for number, event in enumerate(events):
        before = state
        state, effects = advance(state, ev.Abandoned() if number == abandon_at else event)
        if isinstance(event, ev.TakeFinished | ev.DeviceFailed) and number != abandon_at:
            capturing = None
        for effect in effects:
            if isinstance(effect, ev.SaveFollowUp):
                assert effect.position == len(places), "a place between others, or twice"
                places.add(effect.position)
            if isinstance(effect, ev.SaveTake):
                assert effect.take.position in places, "a take before its question"
                saved[effect.take.id] = effect.take.state
            if isinstance(effect, ev.StartCapture):
                assert capturing is None, "two captures at a time"
                assert effect.take.id in saved, "recording before the row exists"
                assert effect.take.id not in written_down, "recording into what was written down"
                capturing = effect.take.id
            if isinstance(effect, ev.Transcribe):
                assert saved[effect.take.id] is TakeState.COMPLETE
                written_down.add(effect.take.id)
            if isinstance(effect, ev.Speak):
                assert effect.index in places
        assert 0 <= state.index < count
        assert mode is Mode.PRACTICE or state.phase not in (Phase.JUDGING, Phase.FEEDBACK), "feedback before the end"
        assert len(places) == len(state.asked)
        assert len(state.follow_ups) <= count * min(follow_ups, 2)
        assert {graded.take.id for graded in before.takes} <= {graded.take.id for graded in state.takes}
        assert saved == {graded.take.id: graded.take.state for graded in state.takes}
        if not state.is_over and state.phase is not Phase.LOST:
            assert written_down == {take for take, how in saved.items() if how is TakeState.COMPLETE}
        if before.phase is Phase.ABANDONED:
            assert state.phase is Phase.ABANDONED
        if capturing is not None:
            assert state.recording is not None
            assert state.recording.id == capturing
