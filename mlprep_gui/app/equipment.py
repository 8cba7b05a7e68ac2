"""The real devices and engines."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment
from mlprep_gui.audio.cues import CuePlayer
from mlprep_gui.audio.microphone import QtMicrophone
from mlprep_gui.audio.player import QtPlayer
from mlprep_gui.paths import Paths
from mlprep_gui.speech.download_process import DownloadProcess
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.speech.voice_process import VoiceProcess

if TYPE_CHECKING:
    from mlprep_gui.app.awake import Awake


def real_equipment(paths: Paths, parent: QObject) -> Equipment:
    """Return the sound devices of this computer and the engines, each engine in a process started when first used."""
    microphone = QtMicrophone(parent)
    return Equipment(
        microphone=microphone,
        player=QtPlayer(parent),
        voice=VoiceProcess(paths.resources, paths.speech_cache),
        grader=SpeechProcess(paths.models, paths.resources, paths.cache, paths.calibration, paths.recognisers),
        fetcher=DownloadProcess(paths.downloads, paths.recognisers),
        clock=SystemClock(),
        play_cue=CuePlayer(paths.resources / "sounds", parent).play,
        devices_changed=microphone.devices_changed,
        awake=_awake(parent),
    )


def _awake(parent: QObject) -> "Awake | None":
    if not sys.platform.startswith("linux"):
        return None
    from mlprep_gui.app.awake import Awake

    return Awake(parent)
