"""What a child of the tests serves."""

import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Client
from pathlib import Path

from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.question import Question
from tests.fakes.grader import FakeGrader


class Adder:
    """Adds to a number, and misbehaves when asked to."""

    def __init__(self, base: int) -> None:
        self._base = base

    def add(self, number: int) -> int:
        return self._base + number

    def priority(self) -> int:
        return os.getpriority(os.PRIO_PROCESS, 0)

    def print_and_add(self, number: int) -> int:
        sys.stdout.write("a library that talks\n")
        os.write(1, b"a library in C that talks\n")
        return self.add(number)

    def divide_by_zero(self) -> float:
        return self._base / 0

    def crash(self) -> None:
        sys.stderr.write("last words\n")
        sys.stderr.flush()
        os._exit(3)

    def note_and_crash(self, notes: Path) -> None:
        with notes.open("a") as file:
            file.write("once\n")
        self.crash()

    def connect_and_wait(self, address: str) -> None:
        """Tell the test that the call has begun, then wait until killed."""
        with Client(address) as connection:
            connection.recv()


class FragileAssessor(FakeGrader):
    """Assesses as a grader of tests does, but its process dies in the middle of an answer about GANs."""

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        if question.id == "gan":
            os._exit(3)
        return super().assess(question, words, rivals)
