"""What pages show: frozen values, made by controllers, taken by `set_state`."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from mlprep_gui.bank import Order
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.delivery import Delivery
from mlprep_gui.domain.errors import DeviceError, Finding
from mlprep_gui.domain.question import Level, Pack, Question
from mlprep_gui.domain.regrading import RegradeTally, Stale
from mlprep_gui.domain.session import Answer, Mode, SessionRecord, SessionSummary
from mlprep_gui.interview import Phase
from mlprep_gui.ports import InputDevice, VoiceInfo


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice in its reserved place. kind is "info" or "warning"; action is a button's text or empty."""

    text: str
    kind: str = "info"
    action: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """A question on the home page, with the reason it is there. mark is None for a new question."""

    question: Question
    reason: str
    mark: Verdict | None
    minutes: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. week_min holds minutes practised on each of the last seven days, today last."""

    today: date
    suggested: tuple[SuggestedLine, ...]
    minutes: int
    practised: int
    total: int
    last: SessionSummary | None = None
    week_min: tuple[int, ...] = (0,) * 7
    notices: tuple[NoticeView, ...] = ()


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What is chosen on the setup page. minutes, when set, rules over count. answer_s None: as each suggests."""

    mode: Mode = Mode.PRACTICE
    packs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    count: int = 5
    minutes: int | None = None
    order: Order = Order.WEAKEST
    seed: int = 0
    think_s: int = 30
    answer_s: int | None = None
    cut_at_limit: bool = False
    typed: bool = False
    voice: str = ""
    microphone: str = ""


@dataclass(frozen=True, slots=True)
class SetupView:
    """The setup page: what there is to choose from, what is chosen, and what follows from it."""

    choice: SetupChoice
    packs: tuple[Pack, ...]
    topics: tuple[str, ...]
    questions: tuple[Question, ...]
    available: int
    total_s: float
    ends_at: datetime
    voices: tuple[VoiceInfo, ...] = ()
    microphones: tuple[InputDevice, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer with everything that is known of it.

    Attributes:
        audio: None when there is nothing to play.
        pending: a grade is on its way.
        failure: why there is no grade, with what to do.
        previous_score: score of the attempt before, on the same question, if there was one.
        attempt: 1 for the first attempt ever at this question.
    """

    answer: Answer
    audio: Path | None = None
    delivery: Delivery | None = None
    pending: bool = False
    failure: str = ""
    previous_score: float | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class RoundView:
    """The round, in one phase.

    Attributes:
        spoken: range of the prompt's text that is being spoken, or None.
        listening: sound has arrived and is being kept.
        answer: the newest answer to this question, for GRADING and FEEDBACK.
        pending: answers still being graded, for CLOSING.
    """

    phase: Phase
    mode: Mode
    index: int
    count: int
    question: Question
    think_s: float = 0.0
    think_left_s: float = 0.0
    spent_s: float = 0.0
    limit_s: float = 90.0
    warned: bool = False
    paused: bool = False
    muted: bool = False
    spoken: tuple[int, int] | None = None
    listening: bool = False
    answer: AnswerView | None = None
    kept_s: float = 0.0
    device_error: DeviceError | None = None
    microphones: tuple[InputDevice, ...] = ()
    pending: int = 0
    notice: NoticeView | None = None
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its answers: the report after a round, and a session in review."""

    record: SessionRecord
    answers: tuple[AnswerView, ...]
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The list of sessions, newest first. undo names what was just deleted, or is empty."""

    sessions: tuple[SessionSummary, ...]
    undo: str = ""
    notices: tuple[NoticeView, ...] = ()


@dataclass(frozen=True, slots=True)
class RegradeView:
    """Grading saved answers again: what could be done, what is being done, or what was done last.

    Attributes:
        stale: what could be graded again now.
        tally: of the run that goes on, or of the last one until it is put away.
        running: a run goes on.
        waiting: it holds while a round runs.
        stopping: it was cancelled and ends after the present answer.
        stopped: the last run was cancelled.
    """

    stale: Stale = field(default_factory=Stale)
    tally: RegradeTally | None = None
    running: bool = False
    waiting: bool = False
    stopping: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """How verdicts stand: as shipped, or adjusted to the learner's own.

    Attributes:
        standing: that, in words; empty before it is known.
        words: what came of the last step, or what is there to adjust to.
        busy: thresholds are being fitted.
        can_undo: there is an adjustment to undo.
    """

    standing: str = ""
    words: str = ""
    busy: bool = False
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All questions, and packs that could not be loaded. scores holds the newest score by question id."""

    packs: tuple[Pack, ...]
    errors: tuple[Finding, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    user_packs: Path = Path()


@dataclass(frozen=True, slots=True)
class PlaybackView:
    """What is being played: a take or a spoken text; position in seconds."""

    position_s: float = 0.0
    playing: bool = False
