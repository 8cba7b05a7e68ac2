"""Choosing a recording made elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
_ENDINGS = ("wav", "flac", "mp3", "m4a", "ogg", "oga", "opus", "aac", "webm", "mp4")


def choose_audio_file(parent: QWidget, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for one recording; nothing happens when the dialog is left without a choice."""
    dialog = QFileDialog(parent, translate("AudioFile", "Answer from a file"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*.{ending} *.{ending.upper()}" for ending in _ENDINGS)
    recordings, any_file = translate("AudioFile", "Recordings"), translate("AudioFile", "All files")
    dialog.setNameFilters([f"{recordings} ({patterns})", f"{any_file} (*)"])
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.open()
    return dialog
