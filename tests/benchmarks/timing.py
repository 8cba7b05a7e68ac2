"""How long a grade takes, and how much memory a process needs to give one."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final, Protocol

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from tests.benchmarks.labelled import LabelledAnswer

WORDS, KEY_POINTS = 200, 6
#: Words between two looks at an answer that is still being spoken.
_STEP_WORDS: Final = 10


class Assessor(Protocol):
    """Grades an answer."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Grade an answer."""

    def anticipate(self, question: Question, words: Sequence[str]) -> None:
        """Prepare for an answer that begins like this."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question with six key points, and two texts of 200 words that were said about it."""

    question: Question
    first: tuple[str, ...]
    second: tuple[str, ...]


def spoken_answers(answers: Sequence[LabelledAnswer]) -> list[Spoken]:
    """Return the questions with six key points whose answers, one after another, are long enough.

    Raises:
        InputError: when there is none.
    """
    said: dict[str, list[str]] = {}
    questions = {}
    for one in answers:
        if len(one.question.key_points) == KEY_POINTS:
            questions[one.question.prompt] = one.question
            said.setdefault(one.question.prompt, []).extend(one.words)
    found = [
        Spoken(questions[prompt], tuple(words[:WORDS]), tuple(words[WORDS : 2 * WORDS]))
        for prompt, words in said.items()
        if len(words) >= 2 * WORDS
    ]
    if not found:
        raise InputError(f"No question with {KEY_POINTS} key points has {2 * WORDS} words.", "Take other answers.")
    return found


def time_grades(
    make: Callable[[], Assessor], answers: Sequence[LabelledAnswer], rivals: Sequence[Question]
) -> dict[str, list[float]]:
    """Return the seconds that each grade took, by what was known before it.

    Args:
        make: gives a new assessor that holds nothing yet.
        answers: their words are what is graded.
        rivals: the questions of the library.
    """
    spoken = spoken_answers(answers)
    assessor = make()
    example = spoken[0].question.example.split() or spoken[0].question.prompt.split()
    first, cold, last = [_grade_s(assessor, spoken[0].question, example, rivals)], [], []
    for one in spoken:
        assessor.assess(one.question, one.question.prompt.split(), rivals)  # what is timed is the text, not the bank
        cold.append(_grade_s(assessor, one.question, one.first, rivals))
        for end in range(_STEP_WORDS, WORDS, _STEP_WORDS):
            assessor.anticipate(one.question, one.second[:end])
        last.append(_grade_s(assessor, one.question, one.second, rivals))
    return {
        "cold text": cold,
        f"after the last word, anticipated every {_STEP_WORDS} words on the way": last,
        "first grade of a process: models and bank are loaded, an example answer": first,
    }


def _grade_s(assessor: Assessor, question: Question, words: Sequence[str], rivals: Sequence[Question]) -> float:
    begun_s = time.perf_counter()
    assessor.assess(question, words, rivals)
    return time.perf_counter() - begun_s


def measure_memory() -> dict[str, float | None]:
    """Return the peaks of a new process that grades one answer, MB; None where the system does not tell."""
    command = [sys.executable, str(Path(__file__).with_name("grade_once.py"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    peaks: dict[str, float | None] = json.loads(done.stdout)
    return peaks


def busy() -> str:
    """Say how busy the computer is with other things, since that makes grades slow."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} processors; how busy they are is not told here."
    return f"{os.cpu_count()} processors; processes that wanted one in the last minute: {os.getloadavg()[0]:.1f}."


def time_lines(times: dict[str, list[float]], peaks: dict[str, float | None], load: str) -> list[str]:
    """Return what was measured, as a table.

    Args:
        times: seconds of each grade.
        peaks: MB.
        load: what `busy` said before.
    """
    lines = [
        f"{WORDS} spoken words, {KEY_POINTS} key points, rivals of the whole library. {load}", "",
        "| what | grades | median, ms | slowest, ms |", "| --- | ---: | ---: | ---: |",
    ]  # fmt: skip
    lines += [
        f"| {name} | {len(took)} | {1000 * median(took):.0f} | {1000 * max(took):.0f} |" for name, took in times.items()
    ]
    lines += ["", "| peak memory of a new process | MB |", "| --- | ---: |"]
    lines += [f"| {name} | {'not told here' if mb is None else f'{mb:.0f}'} |" for name, mb in peaks.items()]
    return lines
