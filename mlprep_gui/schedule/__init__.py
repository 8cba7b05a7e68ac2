"""When each question, and each point that was missed, should come up again: computed from the answers, never stored."""

from mlprep_gui.schedule.acts import settings_json
from mlprep_gui.schedule.day import Day, Due, Leech, plan_day
from mlprep_gui.schedule.entry import LEECH_DAYS, Entry, Planned, Review
from mlprep_gui.schedule.memory import Memory, remember
from mlprep_gui.schedule.plan import Plan, made_by, make_plan
from mlprep_gui.schedule.ratings import GOOD_FROM, coverage, rate, rate_point
from mlprep_gui.schedule.retention import Retained, Retention, retention

__all__ = [
    "GOOD_FROM",
    "LEECH_DAYS",
    "Day",
    "Due",
    "Entry",
    "Leech",
    "Memory",
    "Plan",
    "Planned",
    "Retained",
    "Retention",
    "Review",
    "coverage",
    "made_by",
    "make_plan",
    "plan_day",
    "rate",
    "rate_point",
    "remember",
    "retention",
    "settings_json",
]
