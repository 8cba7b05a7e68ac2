"""What to say about how the learner is heard, and what to do next."""

from collections.abc import Collection, Sequence
from statistics import quantiles
from typing import Final

from PySide6.QtCore import QCoreApplication

from mlprep_gui.app.views import NoticeView
from mlprep_gui.ports import Hearing

translate = QCoreApplication.translate
_QUIET_DB: Final = -45.0


def hearing_notice(hearing: Hearing) -> NoticeView | None:
    """Return what a round says while the learner is heard like this; None when there is no trouble.

    Two lines at most in the head of a small window with large text; what to do stands beside the meter, with a way to
    another microphone.
    """
    match hearing:
        case Hearing.GOOD:
            return None
        case Hearing.WAITING:
            text = translate("Hearing", "No sound comes from the microphone yet.")
        case Hearing.SILENT:
            text = translate("Hearing", "I can't hear you: is the microphone muted?")
        case Hearing.LOUD:
            text = translate("Hearing", "Too loud: move back or turn the level down.")
        case Hearing.NARROW:
            text = translate("Hearing", "Telephone quality: words may be misheard.")
    return NoticeView(text, "warning")


def check_verdict(text: str, hearings: Collection[Hearing], levels_db: Sequence[float]) -> str:
    """Return what came out of a microphone test: the words understood, what was noticed, one level each 50 ms."""
    if not text:
        return _nothing_understood(hearings, levels_db)
    if Hearing.LOUD in hearings:
        return translate("Hearing", "Your words arrive, but too loud. Move back, or turn the input level down.")
    if _is_quiet(levels_db):
        return translate("Hearing", "Your words arrive, but very quietly. Come closer, or raise the input level.")
    if Hearing.NARROW in hearings:
        return translate(
            "Hearing", "Your words arrive in telephone quality. Another microphone would be understood better."
        )
    return translate("Hearing", "Your words arrive. You are ready for a round.")


def _nothing_understood(hearings: Collection[Hearing], levels_db: Sequence[float]) -> str:
    if Hearing.SILENT in hearings:
        return translate(
            "Hearing",
            "Only silence arrived. Look for a mute switch on the microphone and in the system's sound settings, or "
            "choose another microphone.",
        )
    if Hearing.LOUD in hearings:
        return translate("Hearing", "Too loud to be understood. Move back, or turn the input level down.")
    if _is_quiet(levels_db):
        return translate(
            "Hearing", "Too quiet to be understood. Come closer, raise the input level, or choose another microphone."
        )
    return translate("Hearing", "Sound arrives, but no words were understood. Say a whole sentence, or come closer.")


def _is_quiet(levels_db: Sequence[float]) -> bool:
    """Whether even the louder moments are quieter than speech should be."""
    return len(levels_db) < 2 or quantiles(levels_db, n=20)[-2] < _QUIET_DB
