"""The round engine: advance(state, event) -> (state, effects). No clock, no I/O, no Qt."""

from mlprep_gui.interview.engine import advance
from mlprep_gui.interview.state import Phase, RoundState, start

__all__ = ["Phase", "RoundState", "advance", "start"]
