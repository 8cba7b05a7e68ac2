"""Short sounds that tell where the round stands."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

_log = logging.getLogger(__name__)
_VOLUME = 0.6


class CuePlayer(QObject):
    """Plays the files of resources/sounds. One that cannot be heard is noted in the log and holds nothing up."""

    def __init__(self, sounds: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._effects: dict[str, QSoundEffect] = {}

    def play(self, cue: str) -> None:
        """Play a cue from its beginning; its name is that of its file."""
        path = self._sounds / f"{cue}.wav"
        if QMediaDevices.defaultAudioOutput().isNull() or not path.is_file():
            _log.info("The cue %s cannot be played: no loudspeaker, or no file %s.", cue, path.name)
            return
        if cue not in self._effects:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(path)))
            effect.setVolume(_VOLUME)
            self._effects[cue] = effect
        self._effects[cue].play()
