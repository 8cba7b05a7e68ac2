"""Labelled answers, as the files in tests/data/assessment hold them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mlprep_gui.bank import Library, inline_question
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question

#: Credit of a label in the true score.
CREDIT: Final = {"covered": 1.0, "partial": 0.5, "missed": 0.0, "contradicted": 0.0}


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer with a label for each key point of its question.

    Attributes:
        rivals: questions it might answer instead; none when the question stands in the line.
        labels: in the order of the key points.
        listed: whether the wrong claim of a contradicted point is in the bank; None where the file does not say.
    """

    question: Question
    rivals: tuple[Question, ...]
    words: tuple[str, ...]
    labels: tuple[str, ...]
    listed: tuple[bool | None, ...]
    style: str

    @property
    def true_score(self) -> float:
        """The weighted mean credit of the labels, 0..100."""
        return weighted_score([CREDIT[label] for label in self.labels], self.question)


def weighted_score(credit: Sequence[float], question: Question) -> float:
    """Return the mean credit of the key points by their weights, 0..100."""
    weights = [point.weight for point in question.key_points]
    return 100 * sum(one * weight for one, weight in zip(credit, weights, strict=True)) / sum(weights)


def read_answers(files: str, folder: Path, library: Library) -> list[LabelledAnswer]:
    """Read labelled answers from "FILE[:SPLIT]", or from several of these joined by "+".

    A line without a split belongs to "fit".

    Raises:
        InputError: for a file that is missing or holds nothing of that split, or a line that cannot be used.
    """
    answers = []
    for one in files.split("+"):
        name, _, split = one.partition(":")
        path = folder / name
        if not path.is_file():
            raise InputError(f"There is no file {name} in {folder.name}.", "Name files as in tests/data/assessment.")
        lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        rows = [(number, _row(line, f"{name}:{number}")) for number, line in lines if line.strip()]
        chosen = [(number, row) for number, row in rows if split in ("", row.get("split", "fit"))]
        if not chosen:
            raise InputError(f"{name} holds no answers{f' of the split {split}' if split else ''}.", "See its README.")
        answers += [_answer(row, library, f"{name}:{number}") for number, row in chosen]
    return answers


def _row(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{place} is not JSON.", "Write one object a line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("answer"), str) or not isinstance(row.get("labels"), dict):
        raise InputError(f'{place} lacks "answer" or "labels".', "Choose a file with a label for every key point.")
    return row


def _answer(row: dict[str, Any], library: Library, place: str) -> LabelledAnswer:
    if "key_points" in row:
        question = inline_question({"prompt": row.get("question"), "key_points": row["key_points"]})
        rivals: tuple[Question, ...] = ()
    else:
        question, rivals = library.find(str(row.get("question_id"))), library.questions
    points = [str(point.id) for point in question.key_points]
    labels = row["labels"]
    if set(labels) != set(points) or not set(labels.values()) <= set(CREDIT):
        raise InputError(f"{place}: the labels do not fit the key points {', '.join(points)}.", "Label each of them.")
    listed = row.get("listed", {})
    return LabelledAnswer(
        question=question,
        rivals=rivals,
        words=tuple(row["answer"].split()),
        labels=tuple(labels[point] for point in points),
        listed=tuple(listed.get(point) for point in points),
        style=str(row.get("style", "")).replace("-", ""),
    )
