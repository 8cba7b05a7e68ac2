"""A download that goes on as it is told to."""

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.ports import FetchProgress


class FakeFetcher:
    """Implements ports.ModelFetcher: each step gives the next of some values, or raises it when it is an error."""

    def __init__(self, *steps: FetchProgress | ModelError) -> None:
        self.steps = list(steps)
        self.asked = 0
        self.is_stopped = False
        self.is_closed = False

    def advance(self) -> FetchProgress:
        self.asked += 1
        step = self.steps.pop(0)
        if isinstance(step, ModelError):
            raise step
        return step

    def stop(self) -> None:
        self.is_stopped = True

    def close(self) -> None:
        self.is_closed = True
