"""The recognisers that can be chosen: the built-in one, one that can be downloaded, and any CTranslate2 Whisper folder.

A recogniser is named by "tiny.en", "base", or the path of its folder.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech import models

BUILT_IN: Final = "tiny.en"
BASE: Final = "base"
BASE_FOLDER: Final = "whisper-base"
# What packaged Whisper base for CTranslate2 is made of: size in bytes and sha256.
BASE_FILES: Final = {
    "config.json": (2_309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
    "model.bin": (145_217_532, "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"),
    "tokenizer.json": (2_203_239, "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"),
    "vocabulary.txt": (459_861, "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"),
}
_NEEDED: Final = ("model.bin", "config.json", "tokenizer.json")
_VOCABULARIES: Final = ("vocabulary.txt", "vocabulary.json")
_ENGLISH: Final = "<|en|>"
_BASE_ADVICE: Final = "Remove it, then download it again, under Speech recogniser in the settings."
_FOLDER_ADVICE: Final = "Choose the folder of a Whisper model converted for CTranslate2, or use the built-in one."


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where recognisers lie.

    Attributes:
        shipped: the folder of the models that come with the program.
        own: the folder for what the learner downloads; None: there is none.
    """

    shipped: Path
    own: Path | None = None

    def folder(self, name: str) -> Path:
        """Return the folder of a recogniser whose files are there.

        Raises:
            ModelError: when it is not there or not whole; the advice says what to do.
        """
        if name == BUILT_IN:
            return models.require(self.shipped, models.RECOGNISER)
        if name == BASE:
            return _whole_base(self.own)
        return _whisper_folder(Path(name))

    @property
    def has_base(self) -> bool:
        """Whether there is a folder of Whisper base, whole or not."""
        return self.own is not None and (self.own / BASE_FOLDER).is_dir()

    def is_there(self, name: str) -> bool:
        """Whether a recogniser can be loaded, by its files."""
        try:
            self.folder(name)
        except ModelError:
            return False
        return True


def title(name: str) -> str:
    """Return what a recogniser is called."""
    return f"Whisper {name}" if name in (BUILT_IN, BASE) else f"Whisper ({Path(name).name})"


def size_on_disk(folder: Path) -> int:
    """Return the size of the files in a folder, bytes.

    Raises:
        ModelError: when the folder cannot be read.
    """
    try:
        return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise ModelError(f"The folder {folder} cannot be read: {error.strerror}.", _FOLDER_ADVICE) from error


def advice(name: str) -> str:
    """Return what to do when a recogniser cannot be loaded."""
    if name == BUILT_IN:
        return models.REPAIR_ADVICE
    return _BASE_ADVICE if name == BASE else _FOLDER_ADVICE


def _whole_base(own: Path | None) -> Path:
    folder = own / BASE_FOLDER if own is not None else None
    if folder is None or not folder.is_dir():
        raise ModelError(
            "The recogniser Whisper base is not on this computer.",
            "Download it under Speech recogniser in the settings, or with `mlprep-gui models --download base`.",
        )
    for name, (size, _) in BASE_FILES.items():
        if not (folder / name).is_file() or (folder / name).stat().st_size != size:
            raise ModelError(f"The file {name} of the recogniser Whisper base is missing or damaged.", _BASE_ADVICE)
    return folder


def _whisper_folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise ModelError(f"There is no folder {folder}.", _FOLDER_ADVICE)
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in _VOCABULARIES):
        missing.append(_VOCABULARIES[0])
    if missing:
        raise ModelError(f"The folder {folder.name} holds no {missing[0]}.", _FOLDER_ADVICE)
    try:
        knows_english = _ENGLISH in (folder / "tokenizer.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"The file tokenizer.json in {folder.name} cannot be read.", _FOLDER_ADVICE) from error
    if not knows_english:
        raise ModelError(f"The model in {folder.name} has no English.", _FOLDER_ADVICE)
    return folder
