"""Says a text: renders it in a job, plays it, and tells which word is being spoken."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mlprep_gui.app.jobs import JobRunner, Lane
from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.errors import DeviceError, MLPrepError
from mlprep_gui.ports import Player, Utterance, Voice


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """How the interviewer speaks."""

    voice: str = ""
    rate: float = 1.0
    muted: bool = False


class Speaker(QObject):
    """One text at a time; a new one silences the one before, whose `finished` is not emitted."""

    word_reached = Signal(int, int)
    finished = Signal()
    failed = Signal(str)
    noticed = Signal(str)

    def __init__(self, runner: JobRunner, voice: Voice, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._voice = voice
        self._player = player
        self._choice = VoiceChoice()
        self._ticket = 0

    def choose(self, choice: VoiceChoice) -> None:
        """Use this voice from now on."""
        self._choice = choice

    @property
    def is_muted(self) -> bool:
        """Whether nothing is read aloud by itself."""
        return self._choice.muted

    def prepare(self, text: str, spoken: str) -> None:
        """Render ahead, so that say() starts at once; a failure shows when it is said."""
        self._render(text, spoken, lambda _: None, lambda _: None)

    def say(self, text: str, spoken: str) -> None:
        """Say a text; word_reached gives ranges of text, then finished or failed follows."""
        self.stop()
        ticket = self._ticket

        def play(utterance: Utterance) -> None:
            if ticket != self._ticket:
                return
            if utterance.notice:
                self.noticed.emit(in_words(utterance.notice))
            self._player.play(utterance.path, _Following(self, utterance, ticket))

        def fail(error: MLPrepError) -> None:
            if ticket == self._ticket:
                self.failed.emit(in_words(error))

        self._render(text, spoken, play, fail)

    def stop(self) -> None:
        """Be silent; nothing more is emitted for what was being said."""
        self._ticket += 1
        self._player.stop()

    def _render(
        self,
        text: str,
        spoken: str,
        on_success: Callable[[Utterance], None],
        on_error: Callable[[MLPrepError], None],
    ) -> None:
        choice = self._choice
        self._runner.submit(
            lambda: self._voice.render(text, spoken, choice.voice, choice.rate), on_success, on_error, Lane.VOICE
        )

    def _is_current(self, ticket: int) -> bool:
        return ticket == self._ticket


class _Following:
    """Follows one playback for its speaker."""

    def __init__(self, speaker: Speaker, utterance: Utterance, ticket: int) -> None:
        self._speaker = speaker
        self._words = utterance.words
        self._ticket = ticket
        self._reached = -1

    def position_changed(self, position_s: float) -> None:
        if not self._speaker._is_current(self._ticket):
            return
        while self._reached + 1 < len(self._words) and self._words[self._reached + 1].start_s <= position_s:
            self._reached += 1
            word = self._words[self._reached]
            self._speaker.word_reached.emit(word.start, word.end)

    def playback_finished(self) -> None:
        if self._speaker._is_current(self._ticket):
            self._speaker.finished.emit()

    def playback_failed(self, error: DeviceError) -> None:
        if self._speaker._is_current(self._ticket):
            self._speaker.failed.emit(in_words(error))
