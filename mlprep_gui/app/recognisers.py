"""The recognisers that can be chosen: downloaded, tried out, used and removed, in jobs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import RecogniserList, RecogniserState, RecogniserView
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.paths import Paths
from mlprep_gui.ports import FetchProgress, Grader, ModelFetcher, Trial
from mlprep_gui.speech import base_model
from mlprep_gui.speech.catalogue import BASE, BUILT_IN, Catalogue, size_on_disk, title


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on the disk.

    Attributes:
        sizes: bytes of each recogniser whose files are there.
        problems: why each of the others cannot be loaded.
        arrived: bytes of the download.
        has_base: there is a folder of Whisper base, whole or not.
    """

    sizes: dict[str, int]
    problems: dict[str, str]
    arrived: int = 0
    has_base: bool = False


class Recognisers(QObject):
    """Knows which recognisers there are; a connection is opened by download() alone, in a process of its own.

    Signals:
        changed(RecogniserList): on every step.
        chosen(str): another recogniser is to write answers down from now on.
        noticed(str): what the learner should be told.
    """

    changed = Signal(object)
    chosen = Signal(str)
    noticed = Signal(str)

    def __init__(
        self,
        runner: JobRunner,
        paths: Paths,
        grader: Grader,
        fetcher: ModelFetcher | None,
        in_use: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._catalogue = Catalogue(paths.models, paths.recognisers)
        self._own = paths.recognisers
        self._downloads = paths.downloads
        self._grader = grader
        self._fetcher = fetcher
        self._in_use = in_use
        self._folder = "" if in_use in (BUILT_IN, BASE) else in_use
        self._found = _Found({}, {})
        self._fetching: FetchProgress | None = None
        self._stopping = False
        self._checking = ""
        self._trials: dict[str, Trial] = {}
        self._problems: dict[str, str] = {}
        grader.use(in_use)

    @property
    def usable(self) -> tuple[str, ...]:
        """The recognisers whose files are there, as they were found last."""
        return tuple(self._found.sizes)

    def look(self) -> None:
        """Find out what is on the disk."""
        self._look_again(lambda _: None)

    def warn(self) -> None:
        """Say so when the recogniser in use is not there, and which one stands in."""

        def tell(found: _Found) -> None:
            problem = found.problems.get(self._in_use, "")
            if problem:
                self.noticed.emit(self.tr("{0} Until then {1} stands in for it.").format(problem, title(BUILT_IN)))

        self._look_again(tell)

    def set_in_use(self, name: str) -> None:
        """Take over which recogniser is in use."""
        if name != self._in_use:
            self._in_use = name
            self._grader.use(name)
            self._show()

    def use(self, name: str) -> None:
        """Try a recogniser out, and use it from now on when it works."""
        if self._checking:
            return
        self._checking = name
        self._problems.pop(name, None)
        self._show()

        def work(trial: Trial) -> None:
            self._checking = ""
            self._trials[name] = trial
            self.look()
            self.chosen.emit(name)

        def fail(error: MLPrepError) -> None:
            self._checking = ""
            self._problems[name] = in_words(error)
            self._show()

        self._runner.submit(lambda: self._grader.try_out(name), work, fail, Lane.SPEECH)

    def choose_folder(self, folder: Path) -> None:
        """Use the recogniser of a folder, when it works."""
        if not self._checking:
            self._folder = str(folder.resolve())
            self.use(self._folder)

    def download(self) -> None:
        """Download Whisper base, or go on with that."""
        if self._fetching is not None or self._fetcher is None:
            return
        self._stopping = False
        self._problems.pop(BASE, None)
        self._fetching = FetchProgress(self._found.arrived, base_model.DOWNLOAD_BYTES)
        self._show()
        self._fetch_on()

    def cancel(self) -> None:
        """Stop the download; what has arrived is kept."""
        if self._fetching is not None and self._fetcher is not None:
            self._stopping = True
            self._fetcher.stop()

    def remove(self, name: str) -> None:
        """Remove what was downloaded, or take a folder off the list; its files stay where they are."""
        if self._checking or (name == BASE and self._fetching is not None):
            return
        self._problems.pop(name, None)
        self._trials.pop(name, None)
        if name == self._in_use:
            self.chosen.emit(BUILT_IN)
        if name != BASE:
            self._folder = ""
            self.look()
            return

        def fail(error: MLPrepError) -> None:
            self._problems[BASE] = in_words(error)
            self.look()

        self._runner.submit(lambda: base_model.remove(self._own, self._downloads), lambda _: self.look(), fail)

    def _fetch_on(self) -> None:
        assert self._fetcher is not None
        self._runner.submit(self._fetcher.advance, self._on_arrived, self._on_fetch_failed)

    def _on_arrived(self, progress: FetchProgress) -> None:
        self._fetching = progress
        if progress.installed or self._stopping:
            self._fetching = None
            self.look()
            return
        self._show()
        self._fetch_on()

    def _on_fetch_failed(self, error: MLPrepError) -> None:
        self._fetching = None
        if not self._stopping:
            self._problems[BASE] = in_words(error)
        self.look()

    def _look_again(self, then: Callable[[_Found], None]) -> None:
        names = tuple(dict.fromkeys((BUILT_IN, BASE, *filter(None, (self._folder, self._in_use)))))

        def take(found: _Found) -> None:
            self._found = found
            self._show()
            then(found)

        self._runner.submit(lambda: _look(self._catalogue, names, self._downloads), take, None)

    def _show(self) -> None:
        names = (BUILT_IN, BASE, *((self._folder,) if self._folder else ()))
        view = RecogniserList(tuple(self._row(name) for name in names), busy=bool(self._checking))
        self.changed.emit(view)

    def _row(self, name: str) -> RecogniserView:
        fetching = self._fetching if name == BASE else None
        size = self._found.sizes.get(name, base_model.INSTALLED_BYTES if name == BASE else 0)
        problem = self._problems.get(name, "")
        state = self._state(name)
        if not problem and (state is RecogniserState.BROKEN or name == self._in_use):
            problem = self._found.problems.get(name, "")
        return RecogniserView(
            name=name,
            title=title(name),
            state=state,
            is_chosen=name == self._in_use,
            size=size,
            arrived=fetching.arrived if fetching is not None else self._found.arrived,
            total=base_model.DOWNLOAD_BYTES if name == BASE else 0,
            trial=self._trials.get(name),
            problem=problem,
        )

    def _state(self, name: str) -> RecogniserState:
        if name == self._checking:
            return RecogniserState.CHECKING
        if name == BASE and self._fetching is not None:
            return RecogniserState.FETCHING
        if name in self._found.sizes:
            return RecogniserState.READY
        if name == BASE and not self._found.has_base:
            return RecogniserState.BEGUN if self._found.arrived else RecogniserState.ABSENT
        return RecogniserState.BROKEN


def _look(catalogue: Catalogue, names: tuple[str, ...], downloads: Path) -> _Found:
    """Look at the files of some recognisers; in a job."""
    sizes: dict[str, int] = {}
    problems: dict[str, str] = {}
    for name in names:
        try:
            sizes[name] = size_on_disk(catalogue.folder(name))
        except MLPrepError as error:
            problems[name] = in_words(error)
    return _Found(sizes, problems, base_model.arrived_bytes(downloads), catalogue.has_base)
