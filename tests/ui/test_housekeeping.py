"""Backup, restore, storage and attempts beside each other, in the window with the whole program behind it."""

import wave
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlprep_gui.__main__ import main
from mlprep_gui.app.program import Program
from mlprep_gui.app.storage import Removal, StorageView
from mlprep_gui.app.views import SessionView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.storage import AudioKept, AudioRule
from mlprep_gui.paths import Paths, locate
from mlprep_gui.settings import Settings
from mlprep_gui.settings import write as write_settings
from mlprep_gui.store import Store
from mlprep_gui.ui.dialogs.export_dialog import ExportDialog
from mlprep_gui.ui.dialogs.moving_dialogs import BackupDialog, RestoreDialog
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.compare_page import ComparePage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.storage_settings import StorageSettings
from mlprep_gui.ui.pages.transcript_part import TranscriptPart
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower
from tests.adapters.stored_values import assessment, session, take, transcript
from tests.fakes.grader import FakeGrader
from tests.ui.conftest import ShowWindows
from tests.ui.seen import button, shown_text
from tests.ui.test_shell import Rig

SCORES = (40.0, 55.0, 70.0)


def fill(paths: Paths, *scores: float, words: str = "so that is about the variance") -> None:
    """Keep an answer to the same question for each score, with a recording."""
    paths.takes.mkdir(parents=True, exist_ok=True)
    with closing(Store.open(paths.database, paths.backups)) as store:
        for day, score in enumerate(scores):
            made = session(f"d{day}", "bias", day=day)
            store.add_session(made)
            given = take(made)
            store.save_take(given)
            store.add_transcript(given.id, transcript(words))
            second = Verdict.COVERED if day else Verdict.MISSED
            store.add_assessment(given.id, assessment(score, Verdict.PARTLY if day else Verdict.COVERED, second))
            with wave.open(str(paths.takes / given.audio), "wb") as file:
                file.setparams((1, 2, 16_000, 0, "NONE", ""))
                file.writeframes(b"\0\1" * 16_000)


@pytest.fixture
def make_rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(*scores: float, words: str = "so that is about the variance") -> Rig:
        paths = locate(tmp_path / "data")
        fill(paths, *scores, words=words)
        rig = Rig(qtbot, qapp, paths, tmp_path, FakeGrader())
        made.append(rig)
        rig.program.open()
        qtbot.waitUntil(lambda: bool(rig.homes) and rig.program.keeping is not None)
        return rig

    yield make
    for rig in made:
        rig.program.close()


def opened_session(rig: Rig, qtbot: QtBot, name: str = "d0") -> SessionPage:
    assert rig.program.review is not None
    with qtbot.waitSignal(rig.program.review.session_opened):
        rig.program.review.open(name)
    page = rig.window.page("session")
    assert isinstance(page, SessionPage)
    return page


def test_attempts_stand_beside_each_other_with_what_was_gained_and_lost(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig(*SCORES)
    rig.player.at_once = False
    rig.window.show()
    page = opened_session(rig, qtbot)
    button(page, "Compare attempts").click()
    qtbot.waitUntil(lambda: rig.window.current_page == "compare")
    compare = rig.window.page("compare")
    assert isinstance(compare, ComparePage)
    assert (compare.before.value, compare.after.value) == ("d0-0-1", "d2-0-1")
    words = shown_text(compare)
    assert "3 attempts" in words
    assert "Covered, was missed" in words and "Partly, was covered" in words
    button(compare, "The earlier take").click()
    assert rig.player.played[-1][0].name == "d0-0-1.wav"
    assert button(compare, "Stop: The earlier take").isVisible()
    QTest.keyClick(compare, Qt.Key.Key_2)
    assert rig.player.played[-1][0].name == "d2-0-1.wav"
    compare.before.setCurrentIndex(1)
    assert "Nothing." in shown_text(compare)
    QTest.keyClick(compare, Qt.Key.Key_Escape)
    assert rig.window.current_page == "session"


def test_one_attempt_says_so_and_one_that_is_not_graded_has_no_changes(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig(40.0)
    rig.window.show()
    button(opened_session(rig, qtbot), "Compare attempts").click()
    qtbot.waitUntil(lambda: rig.window.current_page == "compare")
    assert "One attempt so far" in shown_text(rig.window.page("compare"))
    with pytest.raises(AssertionError, match="no button"):
        button(rig.window.page("compare"), "The later take")


def test_the_session_page_exports_the_session_or_the_answer(make_rig: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = make_rig(40.0)
    rig.window.show()
    page = opened_session(rig, qtbot)
    for words, chosen in (("Export this session", "session"), ("Export this answer…", "answer d0-0-1")):
        button(page, words).click()
        dialog = rig.window.findChildren(ExportDialog)[-1]
        assert dialog.what.value == chosen
        dialog.reject()


def test_a_find_opens_the_answer_with_its_words_in_sight_and_plays_on(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig(40.0, words="a thing " * 400 + "the variance")
    assert rig.program.review is not None
    rig.player.at_once = False
    rig.window.resize(900, 600)
    rig.window.show()
    page = opened_session(rig, qtbot)
    review = rig.window.show_page("review")
    assert isinstance(review, ReviewPage)
    with qtbot.waitSignal(rig.program.review.session_opened):
        review.answer_requested.emit("d0", "d0-0-1", 400.0)
    assert rig.player.played[-1][1:] == (400.0, None)
    part = page.findChildren(TranscriptPart)[0]

    def is_in_sight() -> bool:
        place = part.place_of(400.0)
        view = page.scroll_area.viewport()
        return place is not None and view.rect().contains(part.mapTo(page.scroll_area, place.center()))

    qtbot.waitUntil(is_in_sight)
    assert page.scroll_area.verticalScrollBar().value() > 0


def test_a_rule_removes_only_when_it_is_chosen_and_never_what_is_bookmarked(
    make_rig: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = make_rig(*SCORES)
    keeping, takes = rig.program.keeping, rig.program.paths.takes
    assert keeping is not None and rig.program.archive is not None and rig.program.review is not None
    with qtbot.waitSignal(rig.program.archive.annotated):
        rig.program.archive.mark("d0-0-1", True)
    storage, rule = keeping.storage, AudioRule(AudioKept.LAST, takes=1)
    storage.offer(rule)
    qtbot.waitUntil(lambda: storage.view.offered is not None)
    assert storage.view.offered == Removal(rule, 1, 32_044)
    assert len(list(takes.iterdir())) == 3
    storage.use(rule)
    qtbot.waitUntil(lambda: storage.view.removed is not None)
    assert sorted(file.stem for file in takes.iterdir()) == ["d0-0-1", "d2-0-1"]
    assert (rig.program.settings.audio_kept, rig.program.settings.audio_takes) == ("last", 1)
    opened: list[SessionView] = []
    rig.program.review.session_opened.connect(opened.append)
    opened_session(rig, qtbot, "d1")
    (answer,) = opened[0].answers
    assert answer.audio is None and answer.answer.transcript == transcript("so that is about the variance")
    qtbot.waitUntil(lambda: storage.view.use is not None)
    assert storage.view.use is not None and storage.view.use.recordings == 2


def test_the_settings_show_what_a_rule_would_remove_before_the_button_does_it(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("en")
    part = StorageSettings()
    qtbot.addWidget(part)
    part.show()
    part.set_state(StorageView(AudioRule()))
    assert "Every recording is kept." in shown_text(part)
    chosen: list[AudioRule] = []
    part.rule_chosen.connect(chosen.append)
    with qtbot.waitSignal(part.rule_offered) as offered:
        part.kept.choose(AudioKept.DAYS)
    assert not chosen and not part.use_button.isEnabled()
    rule = offered.args[0]
    part.set_state(StorageView(AudioRule(), offered=Removal(rule, 12, 34_000_000)))
    assert "12 recordings for good, 34 MB" in shown_text(part)
    part.use_button.click()
    assert chosen == [rule]
    part.set_state(StorageView(rule))
    part.kept.choose(AudioKept.ALL)
    assert chosen[-1].kept is AudioKept.ALL


def test_a_backup_is_written_and_looked_into(make_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path) -> None:
    rig = make_rig(*SCORES)
    rig.window.show()
    path = tmp_path / "out.zip"
    rig.shell.housekeeping.open_backup()
    (dialog,) = rig.window.findChildren(BackupDialog)
    dialog.place.setText(str(path))
    button(dialog, "Back up").click()
    qtbot.waitUntil(lambda: "out.zip is written." in shown_text(dialog))
    assert "three answers, three recordings: " in shown_text(dialog)
    button(dialog, "Back up").click()
    qtbot.waitUntil(lambda: "There is a file out.zip already." in shown_text(dialog))
    dialog.reject()
    rig.shell.housekeeping.open_restore()
    (restore,) = rig.window.findChildren(RestoreDialog)
    assert not restore.go_button.isEnabled()
    restore.look_into(str(path))
    qtbot.waitUntil(restore.go_button.isEnabled)
    assert "Here there are three answers now. They are not deleted" in shown_text(restore)
    restore.look_into(str(rig.program.paths.database))
    qtbot.waitUntil(lambda: "Nothing was changed." in shown_text(restore))
    assert not restore.go_button.isEnabled()


@pytest.mark.usefixtures("speak")  # forgets the language of the window afterwards
def test_a_restore_puts_aside_what_was_there_and_opens_the_window_again(
    qtbot: QtBot, show_windows: ShowWindows, tmp_path: Path
) -> None:
    paths, old, backup = locate(tmp_path / "data"), locate(tmp_path / "old"), tmp_path / "old.zip"
    fill(old, *SCORES)
    assert main(["--data-dir", str(old.data), "backup", "--out", str(backup)]) == 0
    fill(paths, 90.0)
    write_settings(paths.settings_file, Settings(first_start_done=True))
    shells: list[Shell] = []

    class Watched(Shell):
        def __init__(self, window: MainWindow, program: Program, themes: ThemeFollower) -> None:
            super().__init__(window, program, themes)
            shells.append(self)
            program.ready.connect(lambda: QTimer.singleShot(0, self, self.act))

        def act(self) -> None:
            keeping = self._program.keeping
            if len(shells) == 1 and keeping is not None:
                keeping.mover.restore(backup)
            else:
                self._window.close()

    assert show_windows(paths, Watched) == 0

    assert len(shells) == 2
    (aside,) = paths.data.glob("before-restore-*")
    assert [file.name for file in (aside / "takes").iterdir()] == ["d0-0-1.wav"]
    for database, count in ((paths.database, 3), (aside / "mlprep.db", 1)):
        with closing(Store.open(database, tmp_path / "no-backups")) as store:
            assert len(store.sessions()) == count
    assert sorted(file.name for file in paths.takes.iterdir()) == [f"d{day}-0-1.wav" for day in range(3)]
    assert not list(paths.data.glob(".restore-*"))
