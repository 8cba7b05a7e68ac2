"""What becomes of what is kept: backups, restores, what lies on the disk, and attempts beside each other."""

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.comparing import Comparison
from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.mover import Mover
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.storage import Storage, rule_of
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.domain.storage import AudioRule
from mlprep_gui.paths import Paths
from mlprep_gui.ports import Clock, Player
from mlprep_gui.settings import Settings
from mlprep_gui.store import Store


class Keeping(QObject):
    """Makes the three that need an open store.

    Attributes:
        mover: backs up and prepares restores.
        storage: measures the disk, and removes recordings by the learner's rule.
        comparison: attempts at one question.

    Signals:
        rule_chosen(dict): fields of the settings that hold a new rule for recordings.
        audio_removed(): recordings have gone.
        noticed(str): something went wrong.
    """

    rule_chosen = Signal(dict)
    audio_removed = Signal()
    noticed = Signal(str)

    def __init__(
        self,
        runner: JobRunner,
        store: Store,
        speaker: Speaker,
        player: Player,
        clock: Clock,
        paths: Paths,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._paths = paths
        self.mover = Mover(runner, store, paths, clock, self)
        self.storage = Storage(runner, store, paths, rule_of(settings), self)
        self.comparison = Comparison(runner, store, player, speaker, paths.takes, self)
        self.storage.rule_chosen.connect(self._on_rule_chosen)
        self.storage.removed.connect(self.audio_removed)
        self.storage.noticed.connect(self.noticed)
        self.comparison.noticed.connect(self.noticed)

    def tidy(self) -> None:
        """Remove what was deleted, make the backup of the day, then let go what has fallen out of the rule.

        For the time after the pages are filled, and before anything can be deleted and be wanted back.
        """
        store, takes, backups, sweep = self._store, self._paths.takes, self._paths.backups, self.mover.sweep

        def work() -> None:
            store.purge_deleted(takes)
            store.back_up_when_due(backups)
            sweep()

        def then(_: None) -> None:
            self.storage.tidy()
            self.mover.clear_old()

        self._runner.submit(work, then, self._on_error, Lane.STORE)

    def _on_rule_chosen(self, rule: AudioRule) -> None:
        changes = {"audio_kept": rule.kept.value, "audio_takes": rule.takes, "audio_days": rule.days}
        self.rule_chosen.emit(changes)

    def _on_error(self, error: MLPrepError) -> None:
        self.noticed.emit(in_words(error))
