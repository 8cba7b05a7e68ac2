"""All packs together: the shipped ones and the user's own, none overriding another silently."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mlprep_gui.bank.contrasts import Contrast, read_contrasts
from mlprep_gui.bank.reader import PackReading, read_pack
from mlprep_gui.domain.errors import Finding, InputError
from mlprep_gui.domain.question import Pack, Question


@dataclass(frozen=True, slots=True)
class Library:
    """The packs in use, and what was found wrong with those that are not."""

    packs: tuple[Pack, ...]
    errors: tuple[Finding, ...] = ()
    contrasts: tuple[Contrast, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of the packs."""
        return tuple(question for pack in self.packs for question in pack.questions)

    @property
    def topics(self) -> tuple[str, ...]:
        """All topics, in the order in which they first come up."""
        return tuple(dict.fromkeys(question.topic for question in self.questions))

    def contrasted(self, titles: Collection[str]) -> tuple[Question, ...]:
        """Return the questions of some contrasts, each once, in the order of these."""
        ids = [question for each in self.contrasts if each.title in titles for question in each.questions]
        questions = {question.id: question for question in self.questions}
        return tuple(questions[each] for each in dict.fromkeys(ids) if each in questions)

    def find(self, wanted: str) -> Question:
        """Return a question by its id, its "pack/id", or its number from 1.

        Raises:
            InputError: when there is none.
        """
        questions = self.questions
        for question in questions:
            if wanted in (question.id, f"{question.pack}/{question.id}"):
                return question
        numbered = {str(number): question for number, question in enumerate(questions, 1)}
        if wanted in numbered:
            return numbered[wanted]
        raise InputError(f'There is no question "{wanted}".', "List them with: mlprep-gui questions")


def pack_files(folder: Path) -> tuple[Path, ...]:
    """Return the pack files of a folder, by name; none when there is no such folder."""
    return tuple(sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])) if folder.is_dir() else ()


def _twins(file: str, reading: PackReading, packs: Sequence[Pack]) -> Iterator[Finding]:
    """Name every id of a pack that an earlier pack has already."""
    assert reading.pack is not None
    pack = next((pack for pack in packs if pack.id == reading.pack.id), None)
    if pack is not None:
        message = f'The pack id "{pack.id}" is already used by {Path(pack.path).name}.'
        yield Finding(file, 1, message, "Give your pack an id of its own; it was left out.")
        return
    owners = {question.id: pack for pack in packs for question in pack.questions}
    for question, line in reading.lines.items():
        if question in owners:
            message = f'The question id "{question}" is already used by {Path(owners[question].path).name}.'
            yield Finding(file, line, message, "Give the question an id of its own; the pack was left out.")


def load_library(*folders: Path, contrasts: Path | None = None) -> Library:
    """Load the packs of some folders; earlier ones win when an id comes twice, and that is reported.

    Question ids are unique over all packs, since what was answered is kept by question id. Contrasts without a question
    in these packs are left out.
    """
    packs: list[Pack] = []
    errors: list[Finding] = []
    for path in (path for folder in folders for path in pack_files(folder)):
        reading = read_pack(path)
        errors.extend(reading.errors)
        if reading.pack is None:
            continue
        twins = tuple(_twins(path.name, reading, packs))
        errors.extend(twins)
        if not twins:
            packs.append(reading.pack)
    known = {question.id for pack in packs for question in pack.questions}
    offered = read_contrasts(contrasts) if contrasts is not None else ()
    return Library(tuple(packs), tuple(errors), tuple(each for each in offered if not known.isdisjoint(each.questions)))
