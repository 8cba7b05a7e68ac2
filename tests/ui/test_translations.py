"""Every text of the window is translated: none is forgotten in the code, in the collection or in a translation."""

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

import bootstrap
from mlprep_gui.ui.language import LANGUAGES, chosen_language, use_language
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.words import (
    date_words,
    decimal_words,
    long_day,
    minutes_words,
    questions_words,
    recordings_words,
)
from tests.ui.samples import NOON

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
# What the window calls by its own name in every language.
NAMES = {"MLPrep"}
SHOWING = {"Label", "Button", "wrapped", "elided", "Run", "ComboBox", "Switch", "FormRow", "QAction", "NoticeView"}
SHOWING |= {"setText", "setTitle", "setWindowTitle", "setToolTip", "setAccessibleName", "setAccessibleDescription"}
SHOWING |= {"setPlaceholderText", "addAction", "addMenu", "addTab", "announce", "show_notice", "add_item"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a translation; German and English have two forms where a number decides."""

    context: str
    source: str
    forms: tuple[str, ...]
    unfinished: bool

    @property
    def key(self) -> tuple[str, str]:
        """What Qt looks it up by."""
        return self.context, self.source


def entries(path: Path) -> list[Entry]:
    found = []
    for context in ElementTree.parse(path).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            numbered = [form.text or "" for form in translation.iter("numerusform")]
            forms = tuple(numbered or [translation.text or ""])
            found.append(Entry(name, message.findtext("source", ""), forms, "type" in translation.attrib))
    return found


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in bootstrap.translated_files():
        yield file, ast.parse((ROOT / file).read_text(encoding="utf-8"))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_translation(call: ast.Call) -> bool:
    """Whether this asks Qt for a text; painters have a translate of their own."""
    names = ("translate", "QCoreApplication.translate", "QT_TRANSLATE_NOOP")
    return name_of(call) == "tr" or ast.unparse(call.func) in names


def literal(node: ast.expr, problem: str) -> str:
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), problem
    return node.value


def texts_in(node: ast.AST, where: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Context and text of each call of tr or translate, as Qt looks them up at run time."""
    for child in ast.iter_child_nodes(node):
        within = child.name if isinstance(child, ast.ClassDef) else inside
        if isinstance(child, ast.Call) and is_translation(child):
            arguments = list(child.args)
            context = inside
            if name_of(child) != "tr":
                context = literal(arguments.pop(0), f"{where}:{child.lineno}: the context is not a literal")
            assert context, f"{where}:{child.lineno}: tr outside of a class; use translate"
            yield context, literal(arguments[0], f"{where}:{child.lineno}: the text is not a literal")
        yield from texts_in(child, where, within)


@pytest.fixture(scope="module")
def used() -> set[tuple[str, str]]:
    return {text for file, tree in trees() for text in texts_in(tree, file)}


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{[^}]*\}|%n", text))


def test_every_text_of_the_code_stands_in_the_german_translation(used: set[tuple[str, str]]) -> None:
    have = {entry.key for entry in entries(I18N / "mlprep_de.ts")}
    assert used - have == set(), "run `make translations`, then translate what is unfinished"
    assert have - used == set(), "run `make translations`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translation_is_as_new_as_the_code(language: str, tmp_path: Path) -> None:
    """Qt's own collector, which reads Python in another way, finds nothing else."""
    kept = I18N / f"mlprep_{language}.ts"
    copy = tmp_path / kept.name
    shutil.copy(kept, copy)
    plural = ["-pluralonly"] if language == "en" else []
    tool = str(Path(PySide6.__file__).parent / "lupdate")
    command = [tool, "-silent", "-no-obsolete", *plural, "-locations", "none", *bootstrap.translated_files()]
    subprocess.run([*command, "-ts", copy], check=True, cwd=ROOT)
    assert entries(copy) == entries(kept), "run `make translations`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_unfinished_or_loses_a_placeholder(language: str) -> None:
    for entry in entries(I18N / f"mlprep_{language}.ts"):
        assert not entry.unfinished, f"{entry.key} is unfinished"
        for form in entry.forms:
            assert form.strip(), f"{entry.key} is empty"
            assert placeholders(form) == placeholders(entry.source), f"{entry.key}: {form}"
            edges = [(text[:1].isspace(), text[-1:].isspace()) for text in (form, entry.source)]
            assert edges[0] == edges[1], f"{entry.key}: {form}"
            assert form.count("&") == entry.source.count("&"), f"{entry.key}: {form}"


def test_what_ends_a_sentence_ends_it_in_german_too() -> None:
    ends = (".", "?", ":", "…")
    for entry in entries(I18N / "mlprep_de.ts"):
        wanted = entry.source.rstrip(" ”")[-1:]
        if wanted in ends:
            assert all(form.rstrip(" “")[-1:] == wanted for form in entry.forms), entry


def test_no_text_is_shown_that_was_not_translated() -> None:
    plain = []
    for file, tree in trees():
        if file.endswith("ui/demo.py"):  # prints for whoever started it from a console
            continue
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if name_of(call) not in SHOWING:
                continue
            for value in (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("note", "text"))):
                if isinstance(value, ast.Constant) and is_words(str(value.value)):
                    plain += [(file, call.lineno, value.value)]
    assert [each for each in plain if each[2] not in NAMES] == []


def is_words(text: str) -> bool:
    """Whether this is for people: a large first letter or a space; small single words are names in the code."""
    return bool(re.match(r"[A-Z][a-z]|.* .*[a-z]{2}", text))


class _Base(QObject):
    def words(self) -> str:
        return self.tr("Close")


class AboutDialog(_Base):
    """Named as a class of the window, so that its base asks in its name."""


def test_german_reaches_texts_numbers_and_days(speak: Callable[[str], None]) -> None:
    speak("de")
    assert AboutDialog().words() == "Schließen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "Qt's own words"
    assert (questions_words(1), questions_words(5)) == ("eine Frage", "fünf Fragen")
    assert minutes_words(900) == "15 Minuten"
    assert date_words(NOON) == "22. November 2026"
    assert long_day(date(2026, 11, 22)) == "Sonntag, 22. November"
    assert decimal_words(1.25) in ("1,2", "1,3")
    assert recordings_words(1) == "eine Aufnahme"


def test_english_has_its_plurals(speak: Callable[[str], None]) -> None:
    speak("en")
    text = "Remove %n recording(s) and use this rule"
    assert QCoreApplication.translate("StorageSettings", text, "", 1) == "Remove 1 recording and use this rule"
    assert QCoreApplication.translate("StorageSettings", text, "", 3) == "Remove 3 recordings and use this rule"
    assert QLocale().toString(QDate(2026, 11, 22), "dddd") == "Sunday"


def test_the_language_is_the_chosen_one_or_the_first_of_the_system() -> None:
    assert chosen_language("de", ("en-GB",)) == "de"
    assert chosen_language("en", ("de-DE",)) == "en"
    assert chosen_language("system", ("de-AT", "de", "en")) == "de"
    assert chosen_language("system", ("fr-FR", "de_DE")) == "de"
    assert chosen_language("system", ("fr-FR", "C")) == "en"
    assert chosen_language("system", ()) == "en"


def test_a_translation_that_is_missing_is_told(qapp: QApplication, tmp_path: Path) -> None:
    before = QLocale()
    (notice,) = use_language(qapp, tmp_path, "en")
    assert "mlprep_en.qm are missing" in notice
    assert "Run the set-up again" in notice
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_letter(
    language: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak(language)
    window = MainWindow()
    qtbot.addWidget(window)

    def check(actions: list[QAction], where: str) -> None:
        letters = Counter(action.text().partition("&")[2][:1].lower() for action in actions if "&" in action.text())
        assert [letter for letter, count in letters.items() if count > 1] == [], where
        for action in actions:
            inner = action.menu()
            if isinstance(inner, QMenu):
                check(inner.actions(), action.text())

    check(window.menuBar().actions(), "menu bar")
