"""What was heard."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word; times are seconds from the start of the take, confidence is in 0..1."""

    text: str
    start_s: float
    end_s: float
    confidence: float


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
        model: recogniser and model, or "typed".
    """

    words: tuple[Word, ...]
    speech: tuple[tuple[float, float], ...] = ()
    duration_s: float = 0.0
    model: str = ""

    @property
    def text(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def is_typed(self) -> bool:
        """Whether the answer was typed, not spoken."""
        return self.model == TYPED

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Gaps between stretches of speech, without the silence before and after."""
        return tuple(
            Pause(before[1], after[0])
            for before, after in zip(self.speech, self.speech[1:], strict=False)
            if after[0] > before[1]
        )


TYPED = "typed"


def typed_transcript(text: str) -> Transcript:
    """Return the transcript of a typed answer."""
    return Transcript(tuple(Word(word, 0.0, 0.0, 1.0) for word in text.split()), model=TYPED)
