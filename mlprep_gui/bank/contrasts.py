"""Pairs that are often mixed up, with the questions about both sides."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from mlprep_gui.domain.question import QuestionId


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two things to tell apart, and the questions about them, the one that compares them first."""

    title: str
    questions: tuple[QuestionId, ...]


def read_contrasts(path: Path) -> tuple[Contrast, ...]:
    """Read the contrasts that travel with the program (TOML, UTF-8)."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Contrast(each["title"], tuple(QuestionId(question) for question in each["questions"]))
        for each in table["contrast"]
    )
