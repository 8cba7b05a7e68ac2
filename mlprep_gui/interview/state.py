"""The state of a round."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.session import RoundPlan, SessionId, Take, TakeId, TakeState
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import CapturedAudio


class Phase(StrEnum):
    """Where the round stands."""

    READY = "ready"
    OPENING = "opening"
    ASKING = "asking"
    THINKING = "thinking"
    STARTING = "starting"
    ANSWERING = "answering"
    TYPING = "typing"
    STOPPING = "stopping"
    LOST = "lost"
    GRADING = "grading"
    JUDGING = "judging"
    FEEDBACK = "feedback"
    FAREWELL = "farewell"
    CLOSING = "closing"
    FINISHED = "finished"
    ABANDONED = "abandoned"


class Next(StrEnum):
    """What follows when the recording that is being stopped is complete."""

    GRADE = "grade"
    REDO = "redo"
    BRING = "bring"
    SKIP = "skip"
    TYPE = "type"
    CHANGE = "change"
    END = "end"


@dataclass(frozen=True, slots=True)
class Graded:
    """A take with what is known about it.

    Attributes:
        failure: why it could not be graded.
        heard: as it was recognised or typed, when the learner corrected the transcript.
        judged_first: which key points the learner ticked before seeing the verdicts; empty when not asked.
    """

    take: Take
    transcript: Transcript | None = None
    assessment: Assessment | None = None
    failure: str = ""
    heard: Transcript | None = None
    judged_first: Mapping[KeyPointId, bool] = field(default_factory=dict)

    @property
    def is_pending(self) -> bool:
        """Whether a grade is still to come."""
        gradable = self.take.state in (TakeState.COMPLETE, TakeState.TYPED)
        return gradable and self.assessment is None and not self.failure


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that is asked after an answer, for one point of it.

    Attributes:
        after: the answer it was asked after.
    """

    question: Question
    after: TakeId


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round as it stands; only `advance` makes new ones.

    Attributes:
        now_s: seconds since the round was created.
        spent_s: seconds in the present phase, pauses left out.
        used_s: seconds of the round so far, pauses left out.
        think_s: thinking time of this question, with what was added.
        index: the question of the plan that is being asked, or talked about.
        follow_ups: every follow-up question of the round; they stand behind those of the plan.
        following: the last of them is being asked now.
        takes: every take of the round, in the order they were begun.
        recording: the take being recorded, if one is.
        brought: a recording made elsewhere that becomes the answer when the one that runs has stopped.
        warned: whether the soft time warning was given for this answer.
    """

    session: SessionId
    plan: RoundPlan
    started_at: datetime
    phase: Phase = Phase.READY
    index: int = 0
    now_s: float = 0.0
    spent_s: float = 0.0
    used_s: float = 0.0
    think_s: float = 0.0
    follow_ups: tuple[FollowUp, ...] = ()
    following: bool = False
    takes: tuple[Graded, ...] = ()
    recording: Take | None = None
    brought: CapturedAudio | None = None
    after_stop: Next = Next.GRADE
    paused: bool = False
    warned: bool = False
    ended_early: bool = False
    device_error: DeviceError | None = None

    @property
    def question(self) -> Question:
        """The question being asked or answered."""
        return self.asked[self.position]

    @property
    def asked(self) -> tuple[Question, ...]:
        """All questions, by position: those of the plan, then the follow-ups so far."""
        return (*self.plan.questions, *(each.question for each in self.follow_ups))

    @property
    def position(self) -> int:
        """Where the question being asked or answered stands in `asked`."""
        return len(self.plan.questions) + len(self.follow_ups) - 1 if self.following else self.index

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.index + 1 == len(self.plan.questions)

    @property
    def is_time_over(self) -> bool:
        """Whether the time that was planned for the round is used up; without a plan it never is."""
        return 0 < self.plan.length_s <= self.used_s

    @property
    def is_over(self) -> bool:
        """Whether the round is finished or abandoned."""
        return self.phase in (Phase.FINISHED, Phase.ABANDONED)

    @property
    def limit_s(self) -> float:
        """Answer time of the present question."""
        return self.question.answer_s if self.following else self.plan.limit_s(self.index)

    @property
    def current(self) -> Graded | None:
        """The newest take of the present question."""
        return self.newest(self.position)

    def newest(self, position: int) -> Graded | None:
        """Return the newest take of the question at a position."""
        return next((graded for graded in reversed(self.takes) if graded.take.position == position), None)

    def followed_by(self, take: TakeId) -> tuple[Graded, ...]:
        """Return the newest take of each follow-up question that was asked after an answer."""
        places = enumerate(self.follow_ups, start=len(self.plan.questions))
        found = (self.newest(place) for place, each in places if each.after == take)
        return tuple(graded for graded in found if graded is not None)

    @property
    def has_pending(self) -> bool:
        """Whether any grade is still to come."""
        return any(graded.is_pending for graded in self.takes)

    def find(self, take: TakeId) -> Graded | None:
        """Return the take with this id."""
        return next((graded for graded in self.takes if graded.take.id == take), None)

    def new_take(self, state: TakeState, position: int | None = None) -> Take:
        """Return the next take of the present question, or of another; its id says where it stands in the session."""
        position = self.position if position is None else position
        attempt = 1 + sum(graded.take.position == position for graded in self.takes)
        take_id = TakeId(f"{self.session}-{position + 1:02d}-{attempt}")
        return Take(
            id=take_id,
            session=self.session,
            question=self.asked[position].id,
            position=position,
            attempt=attempt,
            started_at=self.started_at + timedelta(seconds=self.now_s),
            state=state,
            audio=f"{take_id}.wav" if state is TakeState.RECORDING else "",
        )


def start(session: SessionId, plan: RoundPlan, started_at: datetime) -> RoundState:
    """Return a round that waits for `Started`.

    Raises:
        ValueError: when the plan has no question.
    """
    if not plan.questions:
        message = "A round needs at least one question."
        raise ValueError(message)
    return RoundState(session=session, plan=plan, started_at=started_at)
