"""What happened (events, past tense) and what to do about it (effects, imperative)."""

from dataclasses import dataclass
from enum import StrEnum

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import KeyPointId, Question
from mlprep_gui.domain.session import SessionState, Take, TakeId
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import CapturedAudio


@dataclass(frozen=True, slots=True)
class Started:
    """The learner started the round."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time went on; now_s counts from the start of the round."""

    now_s: float


@dataclass(frozen=True, slots=True)
class PromptFinished:
    """What the interviewer says was said to its end, or hearing it was skipped."""


@dataclass(frozen=True, slots=True)
class PromptReplayed:
    """The learner wants to hear it again."""


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """The learner wants more time to think."""

    extra_s: float = 30.0


@dataclass(frozen=True, slots=True)
class AnswerStarted:
    """The learner wants to answer now."""


@dataclass(frozen=True, slots=True)
class CaptureStarted:
    """The first frame has arrived: the learner is heard from here on."""


@dataclass(frozen=True, slots=True)
class AnswerDone:
    """The learner is done speaking."""


@dataclass(frozen=True, slots=True)
class TypingChosen:
    """The learner would rather type."""


@dataclass(frozen=True, slots=True)
class AnswerTyped:
    """The learner is done typing."""

    text: str


@dataclass(frozen=True, slots=True)
class TakeFinished:
    """The recording is complete and on disk."""

    audio: CapturedAudio


@dataclass(frozen=True, slots=True)
class DeviceFailed:
    """The microphone failed; kept is what was heard until then."""

    error: DeviceError
    kept: CapturedAudio | None = None


@dataclass(frozen=True, slots=True)
class TranscriptReady:
    """An answer was written down."""

    take: TakeId
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Assessed:
    """An answer was graded, or found impossible to grade."""

    take: TakeId
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class GradingFailed:
    """An answer could not be written down or graded; the take is safe."""

    take: TakeId
    message: str


@dataclass(frozen=True, slots=True)
class WordsEdited:
    """The learner corrected what was heard in an answer; None takes that back."""

    take: TakeId
    text: str | None


@dataclass(frozen=True, slots=True)
class AnswerBrought:
    """The learner gave a recording made elsewhere as the answer to a question of the round."""

    position: int
    audio: CapturedAudio


@dataclass(frozen=True, slots=True)
class Skipped:
    """The learner left this question."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The learner wants to say it again from the start."""


@dataclass(frozen=True, slots=True)
class MicrophoneRejected:
    """The learner wants to go on with another microphone."""


@dataclass(frozen=True, slots=True)
class PointsTicked:
    """The learner said which key points were in the answer, before seeing the verdicts."""

    said: frozenset[KeyPointId]


@dataclass(frozen=True, slots=True)
class Continued:
    """The learner has read the feedback and goes on."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The learner paused the round."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The learner goes on after a pause."""


@dataclass(frozen=True, slots=True)
class EndedEarly:
    """The learner ended the round; what was answered is kept and graded."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The round was left for good, as when the window closes."""


Event = (
    Started
    | Ticked
    | PromptFinished
    | PromptReplayed
    | TimeAdded
    | AnswerStarted
    | CaptureStarted
    | AnswerDone
    | TypingChosen
    | AnswerTyped
    | TakeFinished
    | DeviceFailed
    | TranscriptReady
    | Assessed
    | GradingFailed
    | WordsEdited
    | AnswerBrought
    | Skipped
    | Redone
    | MicrophoneRejected
    | PointsTicked
    | Continued
    | Paused
    | Resumed
    | EndedEarly
    | Abandoned
)


class CueKind(StrEnum):
    """Short sounds, each with something visible beside it."""

    LISTENING = "listening"
    TIME_NEARLY_UP = "time_nearly_up"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Speak:
    """Read the question at this index of `RoundState.asked` aloud."""

    index: int


@dataclass(frozen=True, slots=True)
class SpeakOpening:
    """Open a mock interview: say who asks what, and for how long."""


@dataclass(frozen=True, slots=True)
class SpeakClosing:
    """Close a mock interview with a word of thanks."""


@dataclass(frozen=True, slots=True)
class StopSpeech:
    """Stop reading."""


@dataclass(frozen=True, slots=True)
class PlayCue:
    """Give a cue."""

    kind: CueKind


@dataclass(frozen=True, slots=True)
class SaveFollowUp:
    """Keep a question that is asked after an answer, behind those of the plan, before anything is said to it."""

    position: int
    question: Question


@dataclass(frozen=True, slots=True)
class SaveTake:
    """Keep a take as it is now: before recording starts, and again when it ends."""

    take: Take


@dataclass(frozen=True, slots=True)
class StartCapture:
    """Record into the take, or go on with what is there of it."""

    take: Take


@dataclass(frozen=True, slots=True)
class PauseCapture:
    """Hold the recording."""


@dataclass(frozen=True, slots=True)
class ResumeCapture:
    """Go on recording."""


@dataclass(frozen=True, slots=True)
class StopCapture:
    """Finish the recording."""


@dataclass(frozen=True, slots=True)
class Transcribe:
    """Write the take down; TranscriptReady or GradingFailed follows."""

    take: Take


@dataclass(frozen=True, slots=True)
class SaveTranscript:
    """Keep a transcript."""

    take: TakeId
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class SaveEdit:
    """Keep the learner's correction of a transcript."""

    take: TakeId
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Assess:
    """Grade the take; Assessed or GradingFailed follows."""

    take: Take
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class SaveAssessment:
    """Keep an assessment."""

    take: TakeId
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class SaveTicks:
    """Keep which key points the learner believed to have said, and which not."""

    take: TakeId
    said: dict[KeyPointId, bool]


@dataclass(frozen=True, slots=True)
class SaveSession:
    """Keep how the session ended."""

    state: SessionState


Effect = (
    Speak
    | SpeakOpening
    | SpeakClosing
    | StopSpeech
    | PlayCue
    | SaveFollowUp
    | SaveTake
    | StartCapture
    | PauseCapture
    | ResumeCapture
    | StopCapture
    | Transcribe
    | SaveTranscript
    | SaveEdit
    | Assess
    | SaveAssessment
    | SaveTicks
    | SaveSession
)
