"""Adjusts the verdicts to the learner's own; a grader looks the result up by itself at its next assessment."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import CalibrationView
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Clock
from mlprep_gui.store import Store


@dataclass(frozen=True, slots=True)
class _Done:
    view: CalibrationView
    has_changed: bool = False
    notices: tuple[str, ...] = ()


class Calibrator(QObject):
    """Every step is a job of the store's lane, so that the steps keep their order.

    Signals:
        changed(CalibrationView): on every step.
        adjusted(): other thresholds are in use now; earlier answers are stale.
        noticed(str): what the learner should be told about the file.
    """

    changed = Signal(object)
    adjusted = Signal()
    noticed = Signal(str)

    def __init__(
        self, runner: JobRunner, store: Store, paths: Paths, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._paths = paths
        self._clock = clock
        self._view = CalibrationView()

    @property
    def view(self) -> CalibrationView:
        """What is shown."""
        return self._view

    def look(self) -> None:
        """Find out how the verdicts stand."""
        if not self._view.busy:
            self._run(self._read)

    def adjust(self) -> None:
        """Fit the thresholds to the learner's verdicts, and use them where that helps."""

        def work() -> _Done:
            from mlprep_gui.assessment import calibration_file
            from mlprep_gui.assessment.model import load_model

            model = load_model(self._paths.resources / "assessor.json")
            points = self._store.judged_points()
            done = calibration_file.adjust(self._paths.calibration, points, model, self._clock.now())
            return self._read(done.words, has_changed=done.outcome is calibration_file.Outcome.ADJUSTED)

        self._change(work)

    def undo(self) -> None:
        """Go back to the thresholds before."""

        def work() -> _Done:
            from mlprep_gui.assessment import calibration_file

            undone = calibration_file.undo(self._paths.calibration)
            return self._read(self.tr("The adjustment is undone.") if undone else "", has_changed=undone)

        self._change(work)

    def _read(self, result: str = "", *, has_changed: bool = False) -> _Done:
        """Read how the verdicts stand; runs on the store's thread."""
        # Imported here: numpy takes a tenth of a second to load, and the window stands before anything needs it.
        from mlprep_gui.assessment import calibration_file
        from mlprep_gui.assessment.calibration import tally
        from mlprep_gui.assessment.model import load_model

        model = load_model(self._paths.resources / "assessor.json")
        kept, notices = calibration_file.read(self._paths.calibration)
        words = result or tally(self._store.judged_points(), model).words
        view = CalibrationView(in_words(calibration_file.standing(kept, model)), in_words(words), can_undo=bool(kept))
        return _Done(view, has_changed, notices)

    def _change(self, work: Callable[[], _Done]) -> None:
        if not self._view.busy:
            self._show(replace(self._view, busy=True, words=""))
            self._run(work)

    def _run(self, work: Callable[[], _Done]) -> None:
        self._runner.submit(work, self._on_done, self._on_error, Lane.STORE)

    def _on_done(self, done: _Done) -> None:
        self._show(done.view)
        for text in done.notices:
            self.noticed.emit(in_words(text))
        if done.has_changed:
            self.adjusted.emit()

    def _on_error(self, error: MLPrepError) -> None:
        self._show(replace(self._view, busy=False, words=in_words(error)))

    def _show(self, view: CalibrationView) -> None:
        self._view = view
        self.changed.emit(view)
