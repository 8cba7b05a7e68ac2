"""All packs together: the shipped ones and the user's own, none overriding another silently."""

from dataclasses import dataclass
from pathlib import Path

from mlprep_gui.bank.reader import read_pack
from mlprep_gui.domain.errors import Finding, InputError
from mlprep_gui.domain.question import Pack, Question


@dataclass(frozen=True, slots=True)
class Library:
    """The packs in use, and what was found wrong with those that are not."""

    packs: tuple[Pack, ...]
    errors: tuple[Finding, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of the packs."""
        return tuple(question for pack in self.packs for question in pack.questions)

    @property
    def topics(self) -> tuple[str, ...]:
        """All topics, in the order in which they first come up."""
        return tuple(dict.fromkeys(question.topic for question in self.questions))

    def find(self, wanted: str) -> Question:
        """Return a question by its id, its "pack/id", or its number from 1.

        Raises:
            InputError: when there is none.
        """
        questions = self.questions
        for question in questions:
            if wanted in (question.id, f"{question.pack}/{question.id}"):
                return question
        if wanted.isdigit() and 1 <= int(wanted) <= len(questions):
            return questions[int(wanted) - 1]
        raise InputError(f'There is no question "{wanted}".', "List them with: mlprep-gui questions")


def pack_files(folder: Path) -> tuple[Path, ...]:
    """Return the pack files of a folder, by name; none when there is no such folder."""
    return tuple(sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])) if folder.is_dir() else ()


def load_library(*folders: Path) -> Library:
    """Load the packs of some folders; earlier folders win when a pack id comes twice, and that is reported."""
    packs: list[Pack] = []
    errors: list[Finding] = []
    for path in (path for folder in folders for path in pack_files(folder)):
        reading = read_pack(path)
        errors.extend(reading.errors)
        if reading.pack is None:
            continue
        twin = next((pack for pack in packs if pack.id == reading.pack.id), None)
        if twin is None:
            packs.append(reading.pack)
        else:
            message = f'The pack id "{twin.id}" is already used by {Path(twin.path).name}.'
            errors.append(Finding(path.name, 1, message, "Give your pack an id of its own; it was left out."))
    return Library(tuple(packs), tuple(errors))
