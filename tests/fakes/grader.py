"""A grader that hears and finds what it is told to."""

from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.transcript import Caption, Transcript, Word
from mlprep_gui.ports import Trial


class FakeGrader:
    """Implements ports.Grader: every recording holds the same words, and the first of them covers every key point.

    The last key point rests on the last word too.
    """

    def __init__(self, text: str = "it learns the noise", error: ModelError | None = None) -> None:
        self.text = text
        self.error = error
        self.name = "fake"
        self.score = 90.0
        self.hotwords: list[tuple[str, ...]] = []
        self.anticipated: list[tuple[str, tuple[str, ...]]] = []
        self.assessed: list[tuple[str, tuple[str, ...]]] = []
        self.is_closed = False
        self.recogniser = "tiny.en"
        self.unusable: dict[str, ModelError] = {}
        self.stand_in = ""
        self.cancelled = 0
        self.captions: list[Caption | ModelError] = []
        self.followed: list[str] = []
        self.rests = 0

    def use(self, recogniser: str) -> None:
        self.recogniser = recogniser

    def try_out(self, recogniser: str) -> Trial:
        if recogniser in self.unusable:
            raise self.unusable[recogniser]
        return Trial(4.3, 1.2)

    def cancel(self) -> None:
        self.cancelled += 1

    def assessor(self) -> str:
        if self.error is not None:
            raise self.error
        return self.name

    def transcribe(self, audio: Path, hotwords: Sequence[str], recogniser: str = "") -> Transcript:
        if self.error is not None:
            raise self.error
        assert audio.is_file()
        self.hotwords.append(tuple(hotwords))
        words = tuple(Word(word, n * 0.4, n * 0.4 + 0.3, 0.9) for n, word in enumerate(self.text.split()))
        model = f"fake {recogniser}".strip()
        return Transcript(words, ((0.0, 0.4 * len(words)),) if words else (), 3.0, model, notice=self.stand_in)

    def follow(self, audio: Path, hotwords: Sequence[str]) -> Caption:
        """Give the next of the captions it was given; the last one again and again."""
        self.followed.append(audio.name)
        if self.error is not None:
            raise self.error
        answer = self.captions.pop(0) if len(self.captions) > 1 else next(iter(self.captions), Caption())
        if isinstance(answer, ModelError):
            raise answer
        return answer

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        if self.error is not None:
            raise self.error
        self.assessed.append((question.id, tuple(words)))
        first, last = Evidence(0, 1, words[0]), Evidence(len(words) - 1, len(words), words[-1])
        verdicts = tuple(
            PointVerdict(
                point.id, Verdict.COVERED, 0.9, 0.01, (first, last) if point is question.key_points[-1] else (first,)
            )
            for point in question.key_points
        )
        return Assessment(verdicts, self.score, self.score - 10.0, self.score + 6.0, self.name)

    def anticipate(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> None:
        if self.error is not None:
            raise self.error
        self.anticipated.append((question.id, tuple(words)))

    def convert(self, source: Path, target: Path) -> None:
        if self.error is not None:
            raise self.error
        if source.suffix != ".wav":
            raise InputError(f"{source.name} cannot be read as audio.", "Give a recording.")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())

    def warm_up(self) -> None:
        if self.error is not None:
            raise self.error

    def rest(self) -> None:
        self.rests += 1

    def close(self) -> None:
        self.is_closed = True
