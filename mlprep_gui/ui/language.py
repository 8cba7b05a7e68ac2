"""The language of the window: its translation, Qt's own, and the names of days and months."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = {"en": QLocale.Language.English, "de": QLocale.Language.German}


@dataclass(frozen=True, slots=True)
class Reopening:
    """The window is to be built anew in the language that was chosen, and to show this page."""

    page: str


def chosen_language(setting: str, wanted: Sequence[str]) -> str:
    """Return a key of `LANGUAGES`.

    Args:
        setting: "system" or a key of `LANGUAGES`.
        wanted: the languages of the system, the dearest first, as "de-AT".
    """
    if setting in LANGUAGES:
        return setting
    spoken = (name.replace("_", "-").partition("-")[0] for name in wanted)
    return next((language for language in spoken if language in LANGUAGES), "en")


def is_in_use(setting: str) -> bool:
    """Whether what is built now has the language of a setting."""
    return QLocale().language() == LANGUAGES[chosen_language(setting, QLocale.system().uiLanguages())]


def use_language(app: QCoreApplication, resources: Path, setting: str) -> tuple[str, ...]:
    """Translate what is built from now on; returns what to tell the user, nothing when all is well."""
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    system = QLocale.system()
    language = chosen_language(setting, system.uiLanguages())
    same = system.language() == LANGUAGES[language]
    QLocale.setDefault(system if same else QLocale(LANGUAGES[language], system.territory()))
    if language != "en":
        # Qt's own words, as in the dialog for files; where a system comes without them they stay English.
        _install(app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm")
    path = resources / "i18n" / f"mlprep_{language}.qm"  # English has its plurals there
    if _install(app, path):
        return ()
    return (f"The texts of the program in {path.name} are missing, plain English stands in. Run the set-up again.",)


def _install(app: QCoreApplication, path: Path) -> bool:
    translator = QTranslator(app)
    return translator.load(str(path)) and app.installTranslator(translator)
