"""With the window in German, what the rooms below say in English is said in German."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui import settings
from mlprep_gui.app.said_below import SAID_BELOW, in_words, is_known
from mlprep_gui.assessment import calibration_file
from mlprep_gui.domain.assessment import not_graded
from mlprep_gui.domain.errors import DeviceError, InputError, StoreError
from mlprep_gui.export.moving import read_backup
from mlprep_gui.interview import Phase
from mlprep_gui.speech import models
from mlprep_gui.speech.catalogue import Catalogue
from mlprep_gui.speech.grading import NOTHING_HEARD
from mlprep_gui.store import Store
from mlprep_gui.ui.pages.answer_view import ungraded_reason
from mlprep_gui.ui.pages.round_page import RoundPage
from tests.ui import samples
from tests.ui.seen import shown_text

PACKAGE = Path(settings.__file__).parent
ROOMS = ("audio", "speech", "store", "export", "assessment", "settings.py", "app/from_file.py", "app/rehearsal.py")
RAISED = {"DeviceError", "VoiceError", "StoreError", "ModelError", "InputError", "not_graded"}
CHANGING = "Xy"


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        found = PACKAGE / room
        for file in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def texts_of(node: ast.expr, scopes: list[ast.AST]) -> Iterator[str]:
    """The texts that an argument may be, with CHANGING for what changes; none for what is made elsewhere."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else CHANGING for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from texts_of(node.body, scopes)
        yield from texts_of(node.orelse, scopes)
    elif isinstance(node, ast.Name):
        for inner in (inner for scope in scopes for inner in ast.walk(scope)):
            if isinstance(inner, ast.Assign | ast.AnnAssign) and inner.value is not None:
                targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
                if any(isinstance(target, ast.Name) and target.id == node.id for target in targets):
                    yield from texts_of(inner.value, scopes)


def raised() -> Iterator[tuple[str, str]]:
    """Where an error or an ungraded answer is made, and what it says."""
    for file, tree in sources():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        tops = ast.Module([node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)], [])
        for function in functions:
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                name = getattr(call.func, "id", "")
                if name in RAISED:
                    for argument in call.args[: 1 if name == "not_graded" else 2]:
                        for text in texts_of(argument, [function, tops]):
                            yield f"{file.relative_to(PACKAGE)}:{call.lineno}", text


def test_everything_that_is_raised_below_can_be_said_in_the_language_of_the_window() -> None:
    found = list(raised())
    assert len(found) > 100
    assert [(where, text) for where, text in found if text and not is_known(text)] == []


def test_no_sentence_stays_english(speak: Callable[[str], None]) -> None:
    speak("de")
    same = [str(source) for source in SAID_BELOW if in_words(re.sub(r"\{\d\}", CHANGING, str(source))) == source]
    assert same == []


def test_what_changes_is_kept_and_said_in_german_where_it_is_known(speak: Callable[[str], None]) -> None:
    speak("de")
    error = StoreError("Could not save the take: disk I/O error.", "Free some space on the disk, then try again.")
    told = "Das ging nicht: die Aufnahme speichern (disk I/O error). Schaffe Platz auf der Platte, und versuch es dann"
    assert in_words(error) == f"{told} noch einmal."
    gone = "The model in tiny. en has no English. Whisper tiny.en, the built-in one, stood in for it."
    assert in_words(gone) == (
        "Das Modell in tiny. en kann kein Englisch. Whisper tiny.en, die eingebaute Erkennung, ist eingesprungen."
    )
    for own in ("Die Aufnahme ist gesichert.", "a sentence of mine. And one more.", ""):
        assert in_words(own) == own


def test_english_stays_as_it_was_said(speak: Callable[[str], None]) -> None:
    speak("en")
    said = "The recording s1-0.wav could not be recovered: s1-0.wav has no sample rate. The file is left as it is."
    assert (is_known(said), in_words(said)) == (True, said)


def told(tmp_path: Path) -> Iterator[str]:
    """What the rooms below tell of a data folder in a bad state."""
    bad = tmp_path / "bad"
    bad.write_bytes(b"\x00 no file of ours, and far too short")
    yield from settings.read(bad)[1]
    (tmp_path / "settings.toml").write_text('version = 99\ntheme = "mauve"\n', encoding="utf-8")
    yield from settings.read(tmp_path / "settings.toml")[1]
    bad.write_bytes(b"no calibration")
    yield from calibration_file.read(bad)[1]
    (tmp_path / "mlprep.db").write_bytes(b"no database at all" * 100)
    store = Store.open(tmp_path / "mlprep.db", tmp_path / "backups")
    yield from store.notices
    store.close()
    yield from (status.problem for status in models.check_models(tmp_path / "none"))
    bad.write_bytes(b"no backup")
    for broken in (bad, tmp_path / "none"):
        with pytest.raises(InputError) as caught:
            read_backup(broken, 1)
        yield str(caught.value)
    with pytest.raises(Exception, match="There is no folder") as gone:
        Catalogue(tmp_path).folder(str(tmp_path / "none"))
    yield str(gone.value)


def test_a_data_folder_in_a_bad_state_is_told_in_german(speak: Callable[[str], None], tmp_path: Path) -> None:
    speak("de")
    found = list(told(tmp_path))
    assert len(found) > 7
    assert [text for text in found if in_words(text) == text] == []


def test_the_round_and_the_answer_say_it_in_german(speak: Callable[[str], None], qtbot: QtBot) -> None:
    speak("de")
    page = RoundPage()
    qtbot.addWidget(page)
    page.show()
    error = DeviceError("No microphone was found.", "Plug one in, or type your answers.")
    page.set_state(samples.round_view(Phase.LOST, kept_s=31.0, device_error=error))
    assert "Es wurde kein Mikrofon gefunden." in shown_text(page)
    assert "Steck eines ein, oder tippe deine Antworten." in shown_text(page)
    unheard = replace(samples.ANSWER.answer, assessment=not_graded(NOTHING_HEARD, ""))
    assert ungraded_reason(replace(samples.ANSWER, answer=unheard)) == ("Nicht bewertet.", in_words(NOTHING_HEARD))
    assert in_words(NOTHING_HEARD).startswith("Es war nichts zu hören.")
