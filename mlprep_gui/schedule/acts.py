"""What the learner did to the plan, as it stands now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import assert_never

from mlprep_gui.domain.plan import Act, PlanEvent, PlanSettings, Rating
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import TakeId


@dataclass(slots=True)
class Standing:
    """The newest act of each kind on each thing; acts that were taken back are not there."""

    ratings: dict[TakeId, Rating] = field(default_factory=dict)
    suspended: set[QuestionId] = field(default_factory=set)
    buried: dict[QuestionId, date] = field(default_factory=dict)
    reset: dict[QuestionId, datetime] = field(default_factory=dict)
    settings: PlanSettings = field(default_factory=PlanSettings)


def fold(events: Iterable[PlanEvent]) -> Standing:
    """Return how things stand after these events, in their order."""
    newest = {(event.act, event.question, event.take): event for event in events}
    now = Standing()
    for event in newest.values():
        if event.value is None:
            continue
        match event.act:
            case Act.RATED:
                if event.take is not None:
                    now.ratings[event.take] = Rating[event.value.upper()]
            case Act.SUSPENDED:
                now.suspended.add(event.question)
            case Act.BURIED:
                now.buried[event.question] = date.fromisoformat(event.value)
            case Act.RESET:
                now.reset[event.question] = datetime.fromisoformat(event.value)
            case Act.SETTINGS:
                now.settings = settings_from_json(event.value)
            case _:
                assert_never(event.act)
    return now


def settings_json(settings: PlanSettings) -> str:
    """Write settings as the value of a PlanEvent."""
    return json.dumps(
        {
            "interview": settings.interview.isoformat() if settings.interview else None,
            "questions_a_day": settings.questions_a_day,
            "minutes_a_day": settings.minutes_a_day,
        }
    )


def settings_from_json(text: str) -> PlanSettings:
    """Read what `settings_json` wrote."""
    table = json.loads(text)
    interview = table["interview"]
    return PlanSettings(
        interview=date.fromisoformat(interview) if interview else None,
        questions_a_day=table["questions_a_day"],
        minutes_a_day=table["minutes_a_day"],
    )
