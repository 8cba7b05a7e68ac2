"""All attempts at a question beside each other, to be read and heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.domain.errors import DeviceError
from mlprep_gui.domain.question import KeyPoint, QuestionId
from mlprep_gui.ports import Player
from mlprep_gui.store import Store

EXAMPLE = "example"


_BETTER = (Verdict.CONTRADICTED, Verdict.MISSED, Verdict.PARTLY, Verdict.COVERED)


@dataclass(frozen=True, slots=True)
class Change:
    """A key point whose verdict is another one in a later answer."""

    point: KeyPoint
    before: Verdict
    after: Verdict


def changes(before: ComparedAttempt, after: ComparedAttempt) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return the key points on which a later answer is better, and those on which it is worse; unsure is neither."""
    gained: list[Change] = []
    lost: list[Change] = []
    for point in after.question.key_points:
        first, then = before.verdicts.get(point.id), after.verdicts.get(point.id)
        if first in _BETTER and then in _BETTER and first is not None and then is not None and first is not then:
            better = _BETTER.index(then) > _BETTER.index(first)
            (gained if better else lost).append(Change(point, first, then))
    return tuple(gained), tuple(lost)


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """All whole answers to a question, oldest first.

    Attributes:
        chosen: the take it began from.
        playing: the take that is heard, EXAMPLE for the example answer, or empty.
        recordings: by take, those that are there.
    """

    attempts: tuple[ComparedAttempt, ...]
    chosen: str = ""
    playing: str = ""
    recordings: Mapping[str, Path] = field(default_factory=dict)


class Comparison(QObject):
    """Reads the attempts in a job.

    Signals:
        opened(ComparisonView): what was asked for is there to be shown.
        changed(ComparisonView): what is heard has changed.
        noticed(str): something went wrong.
    """

    opened = Signal(object)
    changed = Signal(object)
    noticed = Signal(str)

    def __init__(
        self,
        runner: JobRunner,
        store: Store,
        player: Player,
        speaker: Speaker,
        takes: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._player = player
        self._speaker = speaker
        self._takes = takes
        self._view = ComparisonView(())
        speaker.finished.connect(self._on_said)
        speaker.failed.connect(self._on_not_said)

    def open(self, question: str, take: str) -> None:
        """Show all attempts at a question; those at single points of it are left out."""
        store, takes = self._store, self._takes

        def work() -> ComparisonView:
            attempts = store.attempts_at(QuestionId(question))
            files = {each.take: takes / each.audio for each in attempts if each.audio}
            recordings: dict[str, Path] = {name: file for name, file in files.items() if file.is_file()}
            return ComparisonView(attempts, take, recordings=recordings)

        def show(view: ComparisonView) -> None:
            if not view.attempts:
                self.noticed.emit(
                    self.tr("Only single points of this question were answered; there is no attempt yet.")
                )
                return
            self._view = view
            self.opened.emit(view)

        self._runner.submit(work, show, lambda error: self.noticed.emit(in_words(error)), Lane.STORE)

    def play(self, take: str) -> None:
        """Play an attempt from its start, or the example answer in the interviewer's voice; again to stop."""
        was_playing = self._view.playing
        self.stop()
        if take == was_playing or not self._view.attempts:
            return
        if take == EXAMPLE:
            example = self._view.attempts[-1].question.example
            self._set_playing(EXAMPLE)
            self._speaker.say(example, example)
            return
        audio = self._view.recordings.get(take)
        if audio is None:
            self.noticed.emit(self.tr("There is no recording of this answer."))
            return
        self._set_playing(take)
        self._player.play(audio, self)

    def stop(self) -> None:
        """Be silent, if something of it is heard."""
        if self._view.playing:
            self._speaker.stop()
            self._set_playing("")

    # ports.PlayListener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on; the page shows only that it does."""

    def playback_finished(self) -> None:
        """Playback ended."""
        self._set_playing("")

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self._set_playing("")
        self.noticed.emit(in_words(error))

    def _on_said(self) -> None:
        if self._view.playing == EXAMPLE:
            self._set_playing("")

    def _on_not_said(self, text: str) -> None:
        if self._view.playing == EXAMPLE:
            self._set_playing("")
            self.noticed.emit(text)

    def _set_playing(self, what: str) -> None:
        self._view = replace(self._view, playing=what)
        self.changed.emit(self._view)
