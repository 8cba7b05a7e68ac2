"""What was heard."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word; times are seconds from the start of the take, confidence is in 0..1."""

    text: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Caption:
    """What was heard of an answer that is still being given.

    Attributes:
        committed: words that stay as they are.
        tentative: the words after them; they may still change.
        heard_s: length of the recording that was listened to.
        behind_s: length of what was recorded since: it grows where this computer cannot keep up.
        is_still: nothing was said of late; unless the learner goes on, these are all the words.
    """

    committed: tuple[Word, ...] = ()
    tentative: tuple[Word, ...] = ()
    heard_s: float = 0.0
    behind_s: float = 0.0
    is_still: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All words, as text."""
        return tuple(word.text for word in (*self.committed, *self.tentative))


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch without speech inside an answer."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        """Length of the pause."""
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class Transcript:
    """The words of one answer.

    Attributes:
        words: in the order they were said. A typed answer has words without times (all 0).
        speech: stretches of speech found by voice activity detection, seconds.
        duration_s: length of the audio; 0 for a typed answer.
        model: recogniser and model, or "typed"; "+edited" follows when the learner corrected the words.
        notice: what the learner should be told of how it was made, in this run; it is not kept.
    """

    words: tuple[Word, ...]
    speech: tuple[tuple[float, float], ...] = ()
    duration_s: float = 0.0
    model: str = ""
    notice: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def is_typed(self) -> bool:
        """Whether the answer was typed, not spoken."""
        return self.model.removesuffix(EDITED) == TYPED

    @property
    def is_edited(self) -> bool:
        """Whether the learner corrected the words."""
        return self.model.endswith(EDITED)

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Gaps between stretches of speech, without the silence before and after."""
        return tuple(
            Pause(before[1], after[0])
            for before, after in zip(self.speech, self.speech[1:], strict=False)
            if after[0] > before[1]
        )


TYPED = "typed"
EDITED = "+edited"


def typed_transcript(text: str) -> Transcript:
    """Return the transcript of a typed answer."""
    return Transcript(tuple(Word(word, 0.0, 0.0, 1.0) for word in text.split()), model=TYPED)
