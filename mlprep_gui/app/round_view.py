"""Makes what the round page shows from the engine's state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mlprep_gui.app.answers import Past, graded_view
from mlprep_gui.app.heard import Readings
from mlprep_gui.app.hearing_words import hearing_notice
from mlprep_gui.app.interviewer import speech_of
from mlprep_gui.app.views import AnswerView, NoticeView, RoundView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId, QuestionId
from mlprep_gui.domain.session import TakeId, TakeState
from mlprep_gui.domain.transcript import Caption
from mlprep_gui.interview import Phase, RoundState
from mlprep_gui.interview.state import Graded
from mlprep_gui.ports import Hearing, InputDevice


@dataclass(slots=True)
class Screen:
    """What is shown beside the engine's state: the word being spoken, a notice, the learner's own verdicts.

    heard_as: what the words of the newest transcripts sound like, by take.
    push_to_talk: recording goes on only while talks, for the learner holds a key.
    caption: what was heard of the answer that is being given; it is kept up to date also while it is not shown.
    """

    spoken: tuple[int, int] | None = None
    notice: NoticeView | None = None
    own: dict[TakeId, dict[KeyPointId, Verdict]] = field(default_factory=dict)
    heard_as: dict[TakeId, Readings] = field(default_factory=dict)
    hearing: Hearing = Hearing.GOOD
    narrow_told: bool = False
    push_to_talk: bool = False
    talks: bool = False
    caption: Caption = field(default_factory=Caption)
    shows_caption: bool = True
    caption_notice: NoticeView | None = None

    def hear(self, hearing: Hearing) -> None:
        """Show how the learner is heard; telephone quality once a round, for it will hardly change."""
        self.hearing = Hearing.GOOD if hearing is Hearing.NARROW and self.narrow_told else hearing
        self.narrow_told = self.narrow_told or hearing is Hearing.NARROW


def round_view(
    state: RoundState,
    screen: Screen,
    past: Mapping[QuestionId, Past],
    takes: Path,
    muted: bool,
    microphones: tuple[InputDevice, ...],
) -> RoundView:
    """Return the view of a round."""
    shows_answer = state.phase in (Phase.GRADING, Phase.JUDGING, Phase.FEEDBACK)
    return RoundView(
        phase=state.phase,
        mode=state.plan.mode,
        index=state.index,
        count=len(state.plan.questions),
        question=state.question,
        think_s=state.think_s,
        think_left_s=max(0.0, state.think_s - state.spent_s),
        spent_s=state.spent_s,
        limit_s=state.limit_s,
        warned=state.warned,
        paused=state.paused,
        muted=muted,
        spoken=screen.spoken,
        speech=speech_of(state),
        programme=state.plan.programme,
        listening=state.phase is Phase.ANSWERING and not state.paused,
        answer=newest_answer(state, screen, past, takes) if shows_answer else None,
        is_follow_up=state.following,
        push_to_talk=screen.push_to_talk and not state.plan.typed,
        kept_s=state.current.take.duration_s if state.current is not None else 0.0,
        said=_said(state),
        hearing=screen.hearing,
        device_error=state.device_error,
        microphones=microphones,
        pending=sum(graded.is_pending for graded in state.takes),
        notice=hearing_notice(screen.hearing) or screen.notice or screen.caption_notice,
        caption=screen.caption if screen.shows_caption else None,
    )


def newest_answer(state: RoundState, screen: Screen, past: Mapping[QuestionId, Past], takes: Path) -> AnswerView | None:
    """Return the view of the newest answer to the present question, or None when there is none yet."""
    graded = state.current
    if graded is None:
        return None
    earlier = [each for each in state.takes if each.take.position == state.position and each is not graded]
    before = past.get(graded.take.question, Past())
    said = sum(each.take.state is not TakeState.SKIPPED for each in earlier)
    so_far = Past(before.attempts + said, _newest_score(earlier, before))
    view = graded_view(graded, state.question, takes, so_far)
    own = dict(screen.own.get(graded.take.id, {}))
    return replace(
        view,
        answer=replace(view.answer, own_verdicts=own),
        heard_as=screen.heard_as.get(graded.take.id, ()),
        follow_ups=tuple(
            graded_view(each, state.asked[each.take.position], takes, Past())
            for each in state.followed_by(graded.take.id)
        ),
    )


def _newest_score(earlier: Sequence[Graded], past: Past) -> float | None:
    for graded in reversed(earlier):
        if graded.assessment is not None and graded.assessment.graded:
            return graded.assessment.score
    return past.score


def _said(state: RoundState) -> str | None:
    """Return what was said before the answer was gone on with by typing; None while it is being written down."""
    graded = state.current
    if state.phase is not Phase.TYPING or graded is None or graded.take.state is not TakeState.COMPLETE:
        return ""
    if graded.transcript is None:
        return "" if graded.failure else None
    return graded.transcript.text
