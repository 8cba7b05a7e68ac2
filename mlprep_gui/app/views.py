"""What pages show: frozen values, made by controllers, taken by `set_state`."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from mlprep_gui.app.heard import Readings
from mlprep_gui.app.job_views import CalibrationView as CalibrationView
from mlprep_gui.app.job_views import ExportView as ExportView
from mlprep_gui.app.job_views import RecogniserList as RecogniserList
from mlprep_gui.app.job_views import RecogniserState as RecogniserState
from mlprep_gui.app.job_views import RecogniserView as RecogniserView
from mlprep_gui.app.job_views import RegradeView as RegradeView
from mlprep_gui.bank import Order
from mlprep_gui.domain.archive import ArchiveExtent, ArchiveLine
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.delivery import Delivery
from mlprep_gui.domain.errors import DeviceError, Finding
from mlprep_gui.domain.plan import PlanSettings, Rating
from mlprep_gui.domain.progress import Progress
from mlprep_gui.domain.question import Level, Pack, Question
from mlprep_gui.domain.session import Answer, Mode, SessionRecord, SessionSummary
from mlprep_gui.domain.transcript import Caption
from mlprep_gui.interview import Phase
from mlprep_gui.ports import Hearing, InputDevice, VoiceInfo
from mlprep_gui.schedule import Retention
from mlprep_gui.settings import Settings


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice in its reserved place; an empty text takes the last one away.

    kind is "info" or "warning"; action is a button's text or empty.
    """

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
class LeechLine:
    """What fails again and again: a question or, when it is known, one point of it."""

    question: Question
    point: str
    days_failed: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """How the plan stands today.

    Attributes:
        due: questions that are due, also those beyond today's amount.
        done: questions answered today.
        is_more: today's amount is done; what is suggested would come next.
        next_day: when the next one is due; None when nothing was answered yet.
        new: questions never answered.
        days_left: days until the interview; None without one, or when it is over.
        to_repeat: questions that have still to come up once more before it, needed_a_day so many each day.
        amount: questions that make up a day.
    """

    settings: PlanSettings = field(default_factory=PlanSettings)
    due: int = 0
    done: int = 0
    is_more: bool = False
    next_day: date | None = None
    new: int = 0
    days_left: int | None = None
    to_repeat: int = 0
    needed_a_day: int = 0
    amount: int = 5
    leeches: tuple[LeechLine, ...] = ()


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
    plan: PlanView = field(default_factory=PlanView)


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What is chosen on the setup page. minutes, when set, rules over count. answer_s None: as each suggests.

    Attributes:
        contrasts: titles of pairs that are often mixed up; without any, all questions can come.
        programme: name of the programme of a mock interview, which then rules over levels, length, order and time
            to think; empty for one that is put together by hand.
    """

    mode: Mode = Mode.PRACTICE
    programme: str = ""
    contrasts: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    count: int = 5
    minutes: int | None = None
    order: Order = Order.DUE
    seed: int = 0
    think_s: int = 30
    answer_s: int | None = None
    cut_at_limit: bool = False
    typed: bool = False
    follow_ups: int = 1
    judge_first: bool = True
    voice: str = ""
    microphone: str = ""


@dataclass(frozen=True, slots=True)
class SetupView:
    """The setup page: what there is to choose from, what is chosen, and what follows from it.

    Attributes:
        offer_test: the learner was never heard, so the microphone should be tested first.
    """

    choice: SetupChoice
    packs: tuple[Pack, ...]
    topics: tuple[str, ...]
    questions: tuple[Question, ...]
    available: int
    total_s: float
    ends_at: datetime
    voices: tuple[VoiceInfo, ...] = ()
    microphones: tuple[InputDevice, ...] = ()
    offer_test: bool = False
    contrasts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstStartView:
    """The first start: what there is to choose from, and what is chosen.

    Attributes:
        today: the day where the learner is.
        has_sample: there are questions, so that a sample can be shown.
    """

    settings: Settings
    today: date
    plan: PlanSettings = field(default_factory=PlanSettings)
    voices: tuple[VoiceInfo, ...] = ()
    microphones: tuple[InputDevice, ...] = ()
    has_sample: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer with everything that is known of it.

    Attributes:
        audio: None when there is nothing to play.
        pending: a grade is on its way.
        failure: why there is no grade, with what to do.
        rewriting: what the recogniser is called that writes the answer down once more now; else empty.
        previous_score: score of the attempt before, on the same question, if there was one.
        attempt: 1 for the first attempt ever at this question.
        heard_as: words of the transcript that sound like a term of the question.
        follow_ups: the answers to what was asked after it, each about one point.
    """

    answer: Answer
    audio: Path | None = None
    delivery: Delivery | None = None
    pending: bool = False
    failure: str = ""
    rewriting: str = ""
    previous_score: float | None = None
    attempt: int = 1
    heard_as: Readings = ()
    follow_ups: "tuple[AnswerView, ...]" = ()


@dataclass(frozen=True, slots=True)
class RoundView:
    """The round, in one phase.

    Attributes:
        programme: name of the programme of a mock interview; empty without one.
        speech: what the interviewer says in OPENING and FAREWELL.
        spoken: range of that, or of the prompt, that is being spoken, or None.
        listening: sound has arrived and is being kept.
        said: what was said before the answer was gone on with by typing; None while it is being written down.
        answer: the newest answer to this question, for GRADING, JUDGING and FEEDBACK.
        is_follow_up: the question is asked about one point of the answer before.
        pending: answers still being graded, for CLOSING.
        push_to_talk: recording goes on only while the learner holds a key; a pause then is nothing but that.
        caption: what was heard of the answer so far; None when the learner does not want to see it.
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
    programme: str = ""
    speech: str = ""
    spoken: tuple[int, int] | None = None
    listening: bool = False
    said: str | None = ""
    hearing: Hearing = Hearing.GOOD
    answer: AnswerView | None = None
    kept_s: float = 0.0
    device_error: DeviceError | None = None
    microphones: tuple[InputDevice, ...] = ()
    pending: int = 0
    notice: NoticeView | None = None
    reduced_motion: bool = False
    is_follow_up: bool = False
    push_to_talk: bool = False
    caption: Caption | None = None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its answers: the report after a round, and a session in review."""

    record: SessionRecord
    answers: tuple[AnswerView, ...]
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class ArchiveChoice:
    """What is looked for on the review page; empty means all.

    Attributes:
        period: "today", "week", "month", "year" (the last so many days), or a calendar month as "2026-11".
        question: id of a question, and its words.
        score: "low", "middle", "high", or "none" for answers that are not graded.
        verdict: value of a Verdict.
    """

    text: str = ""
    period: str = ""
    pack: str = ""
    topic: str = ""
    question: tuple[str, str] = ("", "")
    score: str = ""
    verdict: str = ""
    bookmarked: bool = False
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The review page: the lines read so far, newest first.

    Attributes:
        today: the day where the learner is.
        count: answers that are looked for; one more than COUNTED_ANSWERS when there are more than that.
        packs: titles by pack id.
        playing: take that is being played, or empty.
        undo: names what was just deleted, or is empty.
    """

    choice: ArchiveChoice
    lines: tuple[ArchiveLine, ...]
    today: date
    count: int = 0
    has_more: bool = False
    extent: ArchiveExtent = field(default_factory=ArchiveExtent)
    packs: dict[str, str] = field(default_factory=dict)
    playing: str = ""
    undo: str = ""
    notices: tuple[NoticeView, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The progress page.

    Attributes:
        period: "weeks" (the last two), "months" (the last three) or "all".
        starts: first days of the stretches that plots are divided into, in order; the last one holds today.
        step: what such a stretch is: "day", "week" or "month".
        retention: what is likely remembered today and later, whichever period is looked at.
    """

    period: str
    today: date
    starts: tuple[date, ...]
    step: str
    facts: Progress
    retention: Retention = field(default_factory=Retention)


@dataclass(frozen=True, slots=True)
class QuestionPlanView:
    """How one question stands in the plan.

    Attributes:
        words: when it comes up, and why.
        rating: of the last answer to the whole question; None when there is none.
        is_corrected: the rating is the learner's own.
        is_reset: its answers until a day do not count; that can be taken back.
        can_reset: there are answers that count.
    """

    words: str
    rating: Rating | None = None
    is_corrected: bool = False
    is_suspended: bool = False
    is_buried: bool = False
    is_reset: bool = False
    can_reset: bool = False


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All questions, and packs that could not be loaded.

    Attributes:
        scores: the newest score by question id.
        plans: how each question stands in the plan, by question id.
    """

    packs: tuple[Pack, ...]
    errors: tuple[Finding, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    user_packs: Path = Path()
    plans: dict[str, QuestionPlanView] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaybackView:
    """What is being played: a take or a spoken text; position in seconds."""

    position_s: float = 0.0
    playing: bool = False
