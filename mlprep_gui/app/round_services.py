"""What a round works with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.undoing import Undoing
from mlprep_gui.domain.question import Question
from mlprep_gui.ports import Clock, Grader, Microphone, Player
from mlprep_gui.store import Store


@dataclass(frozen=True, slots=True)
class RoundServices:
    """What a round works with.

    Attributes:
        play_cue: gives a short sound and never fails.
        rivals: all questions in use; an answer to another one earns little or nothing.
    """

    runner: JobRunner
    store: Store
    speaker: Speaker
    player: Player
    microphone: Microphone
    grader: Grader
    clock: Clock
    takes: Path
    play_cue: Callable[[str], None]
    undoing: Undoing
    rivals: tuple[Question, ...] = ()
