"""Questions, as a question pack holds them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

PackId = NewType("PackId", str)
QuestionId = NewType("QuestionId", str)
KeyPointId = NewType("KeyPointId", str)

_SHORTEST_ANSWER_S = 20.0


class Level(StrEnum):
    """How demanding a question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing a good answer says.

    Attributes:
        statement: one atomic, true statement.
        weight: share of the score, relative to the other points of the question; above 0.
        accept: phrasings that count; the first is a full sentence one could say.
        anti: wrong statements that learners make about this point.
        correction: one sentence shown after a wrong statement.
        probe: a follow-up question that asks for just this point.
    """

    id: KeyPointId
    statement: str
    weight: float = 1.0
    accept: tuple[str, ...] = ()
    anti: tuple[str, ...] = ()
    correction: str = ""
    probe: str = ""

    @property
    def sayable(self) -> str:
        """A sentence one could say to cover the point."""
        return self.accept[0] if self.accept else self.statement


@dataclass(frozen=True, slots=True)
class Term:
    """A technical term, with the ways it sounds when they differ from how it is written."""

    text: str
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with everything needed to ask it, grade it and teach it.

    Attributes:
        is_part: it asks for some of its key points only, see `part`.
    """

    id: QuestionId
    prompt: str
    key_points: tuple[KeyPoint, ...]
    spoken_prompt: str = ""
    topic: str = ""
    level: Level = Level.MEDIUM
    answer_s: float = 90.0
    why: str = ""
    how: str = ""
    example: str = ""
    glossary: tuple[Term, ...] = ()
    pack: PackId = PackId("")
    content_hash: str = ""
    is_part: bool = False

    @property
    def said(self) -> str:
        """The prompt as the voice should say it."""
        return self.spoken_prompt or self.prompt

    def grades_like(self, other: "Question") -> bool:
        """Whether answers to both are graded alike: the same prompt, and key points that ask for the same."""
        return self.prompt == other.prompt and self._asked_for == other._asked_for

    def part(self, wanted: Collection[KeyPointId]) -> "Question":
        """Return the question that asks for some of its key points only, by their follow-up questions.

        It keeps its id, and is given time in proportion. Without any wanted point it is the question itself.
        """
        points = tuple(point for point in self.key_points if point.id in wanted)
        if not points:
            return self
        probes = tuple(dict.fromkeys(point.probe for point in points if point.probe))
        only = f"Say only this: {' '.join(probes)}" if probes else f"Say only what was missing ({len(points)})."
        share = len(points) / len(self.key_points)
        return replace(
            self,
            prompt=f"{self.prompt} {only}",
            spoken_prompt=f"{self.said} {only}",
            key_points=points,
            answer_s=max(_SHORTEST_ANSWER_S, round(self.answer_s * share)),
            is_part=True,
        )

    def follow_up(self, wanted: KeyPointId) -> "Question":
        """Return the part for one key point as an interviewer asks for it after an answer: by its probe alone."""
        part = self.part([wanted])
        probe = part.key_points[0].probe
        return replace(part, prompt=probe, spoken_prompt="") if part.is_part and probe else part

    @property
    def is_follow_up(self) -> bool:
        """Whether it asks for one key point by its probe, after an answer to the whole question."""
        return self.is_part and self.prompt == self.key_points[0].probe

    def like(self, asked: "Question") -> "Question":
        """Return this question as a newer text of one that was asked: where that was a part, the same part."""
        if asked.is_follow_up:
            return self.follow_up(asked.key_points[0].id)
        return self.part({point.id for point in asked.key_points}) if asked.is_part else self

    def among(self, questions: Iterable["Question"]) -> "Question":
        """Return a part with the other points of its question, which count for nothing but tell what else may be said.

        Without its question among these, and when it is no part, it stays as it is.
        """
        whole = next((each for each in questions if each.id == self.id), self) if self.is_part else self
        asked = {point.id for point in self.key_points}
        others = (replace(point, weight=0.0) for point in whole.key_points if point.id not in asked)
        return replace(self, key_points=(*self.key_points, *others))

    @property
    def _asked_for(self) -> tuple[tuple[object, ...], ...]:
        return tuple((each.id, each.statement, each.weight, each.accept, each.anti) for each in self.key_points)


@dataclass(frozen=True, slots=True)
class Pack:
    """A question pack: its header and its questions, in order."""

    id: PackId
    title: str
    version: str
    language: str
    licence: str
    authors: tuple[str, ...]
    questions: tuple[Question, ...]
    path: str = ""
