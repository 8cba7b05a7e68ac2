"""The plan: every question that was answered, and what the learner did to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mlprep_gui.domain.plan import PlanSettings, Practice, Recalled, Snapshot
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.schedule.acts import fold
from mlprep_gui.schedule.entry import Entry, entry_from_json, entry_to_json, make_entry
from mlprep_gui.schedule.memory import SCHEDULER

#: Changes with the code of ratings.py, entry.py and memory.py, so that what older code computed is computed again.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to repeat, whichever day it is.

    Attributes:
        entries: questions that were answered.
        suspended: questions that do not come up until the learner wants them back.
        buried: questions that come up from a day on.
        reset: until when answers do not count.
        fresh: what was computed now and not read from a snapshot, to be kept.
    """

    entries: Mapping[QuestionId, Entry] = field(default_factory=dict)
    suspended: frozenset[QuestionId] = frozenset()
    buried: Mapping[QuestionId, date] = field(default_factory=dict)
    reset: Mapping[QuestionId, datetime] = field(default_factory=dict)
    settings: PlanSettings = field(default_factory=PlanSettings)
    fresh: Mapping[QuestionId, Snapshot] = field(default_factory=dict, compare=False)


def made_by(zone: str) -> str:
    """Name everything but answers and acts that decides about an entry: with another name, snapshots do not hold.

    Args:
        zone: names the learner's clock, which decides where a day ends.
    """
    return f"{VERSION} {SCHEDULER.to_json()} {zone}"


def make_plan(practice: Practice, day_of: Callable[[datetime], date]) -> Plan:
    """Return the plan that follows from all answers and acts.

    Args:
        practice: answers and acts.
        day_of: the learner's day of an instant.
    """
    standing = fold(practice.events)
    answers: dict[QuestionId, list[Recalled]] = {}
    for answer in practice.answers:
        answers.setdefault(answer.question, []).append(answer)
    computed = {
        question: make_entry(given, standing.ratings, standing.reset.get(question), day_of)
        for question, given in answers.items()
    }
    kept = {question: entry_from_json(snapshot.json) for question, snapshot in practice.snapshots.items()}
    return Plan(
        entries=kept | computed,
        suspended=frozenset(standing.suspended),
        buried=standing.buried,
        reset=standing.reset,
        settings=standing.settings,
        fresh={
            question: Snapshot(practice.marks[question], entry_to_json(entry))
            for question, entry in computed.items()
            if question in practice.marks
        },
    )
