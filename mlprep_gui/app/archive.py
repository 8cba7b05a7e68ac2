"""The review page: search what is kept, play it, bookmark it, delete a session and bring it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.undoing import Step, Undoing
from mlprep_gui.app.views import ArchiveChoice, ArchiveView, NoticeView
from mlprep_gui.domain.archive import AnswerLine, ArchiveExtent, ArchiveFilter, ArchiveLine, Place
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.domain.session import SessionId, SessionSummary, TakeId
from mlprep_gui.ports import Clock, Player
from mlprep_gui.store import Store

T = TypeVar("T")
MIDDLE_SCORE: Final = 50.0
HIGH_SCORE: Final = 80.0
_SCORES: Final = {"low": (None, MIDDLE_SCORE), "middle": (MIDDLE_SCORE, HIGH_SCORE), "high": (HIGH_SCORE, None)}
_DAYS: Final = {"today": 1, "week": 7, "month": 30, "year": 365}
_BEFORE_S = 0.3
_MOST_AT_ONCE = 120


@dataclass(frozen=True, slots=True)
class _Read:
    lines: tuple[ArchiveLine, ...]
    has_more: bool
    count: int
    extent: ArchiveExtent


class ArchiveController(QObject):
    """Reads the list part by part; every call to the store is a job, and one that nobody waits for is left out.

    Signals:
        changed(ArchiveView): what the page shows.
        noticed(str): something went wrong.
        removed(): a session was deleted, or came back.
        annotated(): a note or a bookmark was kept.
    """

    changed = Signal(object)
    noticed = Signal(str)
    removed = Signal()
    annotated = Signal()

    def __init__(
        self,
        runner: JobRunner,
        store: Store,
        player: Player,
        clock: Clock,
        takes: Path,
        undoing: Undoing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._player = player
        self._clock = clock
        self._takes = takes
        self.packs: dict[str, str] = {}
        self._choice = ArchiveChoice()
        self._read = _Read((), False, 0, ArchiveExtent())
        self._asked = 0
        self._reading_more = False
        self._playing = ""
        self._undoing = undoing
        self._deletion: Step | None = None

    def look(self, choice: ArchiveChoice) -> None:
        """Look for other answers."""
        if choice != self._choice:
            self._choice = choice
            self._ask_for(0)

    def refresh(self) -> None:
        """Read again what is shown."""
        self._ask_for(len(self._read.lines))

    def more(self) -> None:
        """Read on, where the list ends."""
        if self._read.has_more and not self._reading_more:
            self._reading_more = True
            archive, wanted, asked, before = self._store.archive, self._filter(), self._asked, self._read

            def work() -> _Read:
                part = archive.part(wanted, _last(before.lines))
                found = part.lines
                while part.has_more and len(found) < min(len(before.lines) / 2, _MOST_AT_ONCE):
                    part = archive.part(wanted, _last(found))
                    found += part.lines
                return _Read(before.lines + found, part.has_more, before.count, before.extent)

            self._ask(work, lambda read: self._show_if_wanted(asked, read))

    def mark(self, take: str, is_marked: bool) -> None:
        """Put a bookmark on an answer, or take it off."""
        self._change(lambda: self._store.archive.set_bookmark(TakeId(take), is_marked=is_marked))

    def write_note(self, take: str, text: str) -> None:
        """Keep a note on an answer; an empty one takes it away."""
        self._change(lambda: self._store.archive.set_note(TakeId(take), text.strip()))

    def delete(self, session: str) -> None:
        """Delete a session; undo() brings it back."""
        deleted = SessionId(session)

        def restore() -> None:
            self._deletion = None
            self._ask(lambda: self._store.restore_session(deleted), lambda _: self.removed.emit())

        self._ask(lambda: self._store.delete_session(deleted), lambda _: self.removed.emit())
        self._deletion = self._undoing.did(self, self.tr("deleting a session"), restore)

    def undo(self) -> None:
        """Bring the session that was just deleted back."""
        if self._deletion is not None:
            self._undoing.undo(self._deletion)

    def play(self, take: str) -> None:
        """Play an answer of the list from the words that were found, or from its start; again to stop."""
        line = next((each for each in self._read.lines if isinstance(each, AnswerLine) and each.take == take), None)
        if line is None or take == self._playing:
            self.stop()
            return
        audio = self._takes / line.audio
        if not line.audio or not audio.is_file():
            self.noticed.emit(self.tr("There is no recording of this answer."))
            return
        at_s = line.found.at_s if line.found is not None and line.found.place is Place.HEARD else None
        self._playing = take
        self._player.play(audio, self, max(0.0, (at_s or 0.0) - _BEFORE_S))
        self._show()

    def stop(self) -> None:
        """Be silent, if an answer of the list is being played."""
        if self._playing:
            self._player.stop()
            self.playback_finished()

    # ports.PlayListener

    def position_changed(self, position_s: float) -> None:
        """Playback goes on; the list shows only that it does."""

    def playback_finished(self) -> None:
        """Playback ended."""
        self._playing = ""
        self._show()

    def playback_failed(self, error: DeviceError) -> None:
        """Nothing can be heard."""
        self.playback_finished()
        self.noticed.emit(in_words(error))

    # Reading

    def _ask_for(self, lines: int) -> None:
        """Read the first part, and further ones until there are as many lines as before."""
        self._asked += 1
        asked, archive, wanted = self._asked, self._store.archive, self._filter()

        def work() -> _Read | None:
            if asked != self._asked:  # something else was typed meanwhile
                return None
            part = archive.part(wanted)
            found = part.lines
            while part.has_more and len(found) < lines:
                part = archive.part(wanted, _last(found))
                found += part.lines
            extent = archive.extent()
            return _Read(found, part.has_more, extent.answers if wanted.is_empty else archive.count(wanted), extent)

        self._ask(work, lambda read: self._show_if_wanted(asked, read))

    def _show_if_wanted(self, asked: int, read: _Read | None) -> None:
        self._reading_more = False
        if read is not None and asked == self._asked:
            self._read = read
            self._show()

    def _show(self) -> None:
        read = self._read
        view = ArchiveView(
            choice=self._choice,
            lines=read.lines,
            today=self._clock.now().astimezone().date(),
            count=read.count,
            has_more=read.has_more,
            extent=read.extent,
            packs=self.packs,
            playing=self._playing,
            undo=self.tr("One session was deleted.") if self._deletion is not None else "",
            notices=tuple(NoticeView(in_words(text), "warning") for text in self._store.notices),
        )
        self.changed.emit(view)

    def _filter(self) -> ArchiveFilter:
        return archive_filter(self._choice, self._clock.now())

    def _change(self, work: Callable[[], None]) -> None:
        def then(_: None) -> None:
            self.refresh()
            self.annotated.emit()

        self._ask(work, then)

    def _ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._runner.submit(work, then, self._on_error, Lane.STORE)

    def _on_error(self, error: MLPrepError) -> None:
        self._reading_more = False
        self.noticed.emit(in_words(error))


def archive_filter(choice: ArchiveChoice, now: datetime) -> ArchiveFilter:
    """Return the filter of a choice; days begin at midnight where the learner is."""
    since, until = _span(choice.period, now)
    score_from, score_below = _SCORES.get(choice.score, (None, None))
    return ArchiveFilter(
        text=choice.text.strip(),
        since=since,
        until=until,
        pack=choice.pack,
        topic=choice.topic,
        question=choice.question[0],
        score_from=score_from,
        score_below=score_below,
        ungraded=choice.score == "none",
        verdict=Verdict(choice.verdict) if choice.verdict else None,
        bookmarked=choice.bookmarked,
        recovered=choice.recovered,
    )


def _span(period: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    today = now.astimezone().date()
    if period in _DAYS:
        return _midnight(today - timedelta(days=_DAYS[period] - 1)), None
    if not period:
        return None, None
    first = date.fromisoformat(f"{period}-01")
    return _midnight(first), _midnight((first + timedelta(days=31)).replace(day=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _last(lines: tuple[ArchiveLine, ...]) -> str:
    """Return what the next part of the list comes after."""
    for line in reversed(lines):
        if isinstance(line, SessionSummary):
            return line.id
    last = lines[-1]
    return last.take if isinstance(last, AnswerLine) else last.id
