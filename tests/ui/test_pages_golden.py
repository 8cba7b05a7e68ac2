"""Golden screenshots: every page as it should look, compared with the pictures in tests/golden.

After a wanted change run the tests with MLPREP_UPDATE_GOLDEN=1, and look at each changed picture before it is kept.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.app.comparing import ComparisonView
from mlprep_gui.app.hearing_words import check_verdict
from mlprep_gui.app.mover import MoveView
from mlprep_gui.app.storage import StorageView
from mlprep_gui.app.views import (
    AnswerView,
    ArchiveView,
    CalibrationView,
    ExportView,
    HomeView,
    PlaybackView,
    ProgressView,
    QuestionsView,
    RecogniserList,
    RegradeView,
    RoundView,
    SessionView,
    SetupView,
)
from mlprep_gui.domain.session import Answer
from mlprep_gui.domain.storage import AudioKept
from mlprep_gui.interview import Phase
from mlprep_gui.ui.dialogs.earlier_grades_dialog import EarlierGradesDialog
from mlprep_gui.ui.dialogs.export_dialog import ExportDialog
from mlprep_gui.ui.dialogs.keys_dialog import KeyButton, KeysDialog
from mlprep_gui.ui.dialogs.moving_dialogs import BackupDialog, RelocationDialog, RestoreDialog
from mlprep_gui.ui.dialogs.plan_dialog import PlanDialog
from mlprep_gui.ui.pages.compare_page import ComparePage
from mlprep_gui.ui.pages.first_start_page import FirstStartPage
from mlprep_gui.ui.pages.home_page import HomePage
from mlprep_gui.ui.pages.progress_page import ProgressPage
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.pages.sample_page import SamplePage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from mlprep_gui.ui.pages.storage_settings import StorageSettings
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.plot_card import PlotCard
from mlprep_gui.ui.widgets.point_check import PointCheck
from tests.ui import keeping_samples as keeping
from tests.ui import progress_samples, samples
from tests.ui import recogniser_samples as models
from tests.ui.conftest import ApplyTheme
from tests.ui.pictures import compact, far_share

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
UPDATE = os.environ.get("MLPREP_UPDATE_GOLDEN") == "1"
FAR_SHARE = 0.002
WHOLE, SMALL_WHOLE = (1072, 1600), (960, 2300)
TALL_PAGE, TALL_ROUND, TALL_SMALL = (1072, 1450), (1280, 1350), (960, 1900)
PAGE, ROUND, SMALL_PAGE, SMALL_ROUND = (1072, 770), (1280, 770), (960, 670), (1024, 670)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="text is drawn differently on other systems")


def home(view: HomeView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = HomePage()
        page.set_state(view)
        return page

    return make


def first_start(step: str) -> Callable[[], QWidget]:
    """A step of the first start; the microphone was just tested."""

    def make() -> QWidget:
        page = FirstStartPage()
        page.set_state(samples.FIRST_START)
        page.step.choose(step)
        page.microphone_test.show_recorded()
        text = "I am practicing for a machine learning interview."
        page.microphone_test.show_heard(text, check_verdict(text, (), (-22.0, -18.0)))
        return page

    return make


def sample(view: AnswerView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = SamplePage()
        page.set_state(view)
        return page

    return make


def setup(view: SetupView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = SetupPage()
        page.set_state(view)
        return page

    return make


def running(view: RoundView, level_db: float = -24.0) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = RoundPage()
        page.set_state(view)
        page.set_level(level_db, min(0.0, level_db + 10.0), False)
        return page

    return make


def keys() -> QWidget:
    """The list of keys; one was to have a key that is taken."""
    dialog = KeysDialog()
    pause = next(each for each in dialog.findChildren(KeyButton) if each.text() == "P")
    pause.caught.emit("R")
    return dialog


def judging() -> QWidget:
    """The key points, two of them ticked."""
    page = RoundPage()
    page.set_state(samples.JUDGING)
    for check in page.findChildren(PointCheck)[:2]:
        check.click()
    return page


def tried_out(view: SetupView) -> Callable[[], QWidget]:
    """The setup page after a microphone test."""

    def make() -> QWidget:
        page = SetupPage()
        page.set_state(view)
        test = page.microphone_test
        test.show()
        test.show_recorded()
        quietly = check_verdict("overfitting is", (), (-52.0, -51.0))
        test.show_heard("overfitting is when a model memorizes the noise in the training data", quietly)
        return page

    return make


def report(view: SessionView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = ReportPage()
        page.set_state(view)
        return page

    return make


def questions(view: QuestionsView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = QuestionsPage()
        page.set_state(view)
        return page

    return make


def review(view: ArchiveView, regrading: RegradeView | None = None) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = ReviewPage()
        page.set_state(view)
        page.regrading.set_state(regrading or RegradeView())
        return page

    return make


def session(view: SessionView, index: int = 0, position_s: float = 0.0) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = SessionPage()
        page.written.set_state(models.DOWNLOADED)
        page.set_state(view)
        page.select_answer(index)
        page.set_playback(PlaybackView(position_s, position_s > 0))
        return page

    return make


def plan() -> QWidget:
    return PlanDialog(samples.PLAN.settings, samples.HOME.today)


def editing(view: SessionView) -> Callable[[], QWidget]:
    """The words of an answer while they are corrected."""

    def make() -> QWidget:
        page = session(view)()
        words = QCoreApplication.translate("TranscriptPart", "Edit words")
        next(each for each in page.findChildren(Button) if each.text() == words).click()
        return page

    return make


def progress(view: ProgressView, *, tables: bool = False) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = ProgressPage()
        page.set_state(view)
        for card in page.findChildren(PlotCard) if tables else ():
            card.show_table()
        return page

    return make


def earlier(answer: Answer) -> Callable[[], QWidget]:
    return lambda: EarlierGradesDialog(answer)


def settings(view: CalibrationView, recognisers: RecogniserList = models.OFFERED) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = SettingsPage()
        page.verdicts.set_state(view)
        page.recognisers.set_state(recognisers)
        return page

    return make


def stored(view: StorageView, kept: AudioKept = AudioKept.ALL) -> Callable[[], QWidget]:
    """The part of the settings that is about what lies on the disk."""

    def make() -> QWidget:
        part = StorageSettings()
        part.set_state(view)
        part.kept.choose(kept)
        part.set_state(view)
        return part

    return make


def comparing(view: ComparisonView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = ComparePage()
        page.set_state(view)
        return page

    return make


def backing_up() -> QWidget:
    dialog = BackupDialog(Path("Documents"), date(2026, 11, 22))
    dialog.set_state(keeping.WRITTEN)
    return dialog


def restoring(view: MoveView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        dialog = RestoreDialog(Path("Documents"))
        dialog.look_into("Documents/mlprep-backup-2026-11-21.zip")
        dialog.set_state(view)
        return dialog

    return make


def relocating(view: MoveView) -> Callable[[], QWidget]:
    def make() -> QWidget:
        dialog = RelocationDialog(keeping.DATA)
        dialog.look_at("/media/ada/drive")
        dialog.set_state(view)
        return dialog

    return make


def exporting(view: ExportView, what: str = "") -> Callable[[], QWidget]:
    def make() -> QWidget:
        dialog = ExportDialog(samples.SESSION_VIEW, Path("Documents"), date(2026, 11, 22))
        if what:
            dialog.what.setCurrentIndex(dialog.what.findData(what))
        dialog.set_state(view)
        return dialog

    return make


@dataclass(frozen=True, slots=True)
class Picture:
    """One golden picture."""

    name: str
    make: Callable[[], QWidget]
    size: tuple[int, int] = PAGE
    theme: str = "light"
    text_scale: float = 1.0


WAITING_SAMPLE = replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, assessment=None), pending=True)
LONG = replace(samples.ASKING, question=samples.TUNING, spoken=(4, 9))
UNSURE = replace(samples.FEEDBACK, answer=samples.UNSURE_ANSWER)
UNSURE_SESSION = samples.session_view((samples.UNSURE_ANSWER, *samples.REPORT_ANSWERS[1:]))
WRITTEN_AGAIN = samples.session_view((models.WRITTEN_AGAIN, *samples.REPORT_ANSWERS[1:]))
WRITING = samples.session_view((models.WRITING, *samples.REPORT_ANSWERS[1:]))
EDITED = samples.session_view((samples.EDITED_ANSWER, *samples.REPORT_ANSWERS[1:]))
SILENT = samples.round_view(Phase.FEEDBACK, answer=samples.SILENT_ANSWER, question=samples.CONFUSION)
PICTURES = (
    Picture("home-light", home(samples.HOME)),
    Picture("home-dark", home(samples.HOME), theme="dark"),
    Picture("home-done-dark", home(samples.HOME_DONE), theme="dark"),
    Picture("home-empty-light", home(samples.HOME_EMPTY)),
    Picture("plan-light", plan, (620, 300)),
    Picture("plan-dark", plan, (620, 300), "dark"),
    Picture("plan-text150", plan, (960, 430), text_scale=1.5),
    Picture("home-text150", home(samples.HOME_NOTICE), SMALL_PAGE, text_scale=1.5),
    Picture("first-start-voice-light", first_start("voice"), ROUND),
    Picture("first-start-voice-text150", first_start("voice"), SMALL_ROUND, "dark", 1.5),
    Picture("first-start-microphone-light", first_start("microphone"), ROUND),
    Picture("first-start-microphone-dark", first_start("microphone"), ROUND, "dark"),
    Picture("first-start-microphone-text150", first_start("microphone"), SMALL_ROUND, text_scale=1.5),
    Picture("first-start-plan-dark", first_start("plan"), ROUND, "dark"),
    Picture("first-start-plan-text150", first_start("plan"), SMALL_ROUND, text_scale=1.5),
    Picture("sample-waiting-light", sample(WAITING_SAMPLE), ROUND),
    Picture("sample-light", sample(samples.ANSWER), ROUND),
    Picture("sample-dark", sample(samples.ANSWER), ROUND, "dark"),
    Picture("sample-text150", sample(samples.ANSWER), SMALL_ROUND, text_scale=1.5),
    Picture("setup-light", setup(samples.SETUP)),
    Picture("setup-dark", setup(samples.SETUP_CONTRAST), theme="dark"),
    Picture("setup-text150", setup(samples.SETUP_NONE), SMALL_PAGE, text_scale=1.5),
    Picture("setup-first-light", setup(replace(samples.SETUP, offer_test=True))),
    Picture("setup-test-light", tried_out(samples.SETUP), (1072, 950)),
    Picture("setup-test-dark", tried_out(samples.SETUP), (1072, 950), "dark"),
    Picture("setup-test-text150", tried_out(replace(samples.SETUP, offer_test=True)), (960, 1900), text_scale=1.5),
    Picture("setup-mock-light", setup(samples.SETUP_MOCK)),
    Picture("setup-mock-text150", setup(samples.SETUP_MOCK), SMALL_PAGE, "dark", 1.5),
    Picture("opening-light", running(samples.OPENING), ROUND),
    Picture("opening-text150", running(samples.OPENING), SMALL_ROUND, "dark", 1.5),
    Picture("answering-held-dark", running(samples.HELD), ROUND, "dark"),
    Picture("answering-held-text150", running(samples.HELD), SMALL_ROUND, text_scale=1.5),
    Picture("keys-light", keys, (600, 640)),
    Picture("keys-text150", keys, (900, 640), "dark", 1.5),
    Picture("asking-light", running(samples.ASKING), ROUND),
    Picture("asking-long-text150", running(LONG), SMALL_ROUND, text_scale=1.5),
    Picture("follow-up-asking-light", running(samples.FOLLOW_UP_ASKING), ROUND),
    Picture("follow-up-thinking-text150", running(samples.FOLLOW_UP_THINKING), SMALL_ROUND, "dark", 1.5),
    Picture("judging-light", judging, ROUND),
    Picture("judging-dark", judging, ROUND, "dark"),
    Picture("judging-text150", judging, TALL_SMALL, text_scale=1.5),
    Picture("feedback-followed-light", running(samples.FOLLOWED), TALL_ROUND),
    Picture("feedback-followed-dark", running(samples.FOLLOWED), TALL_ROUND, "dark"),
    Picture("thinking-dark", running(samples.THINKING), ROUND, "dark"),
    Picture("answering-light", running(samples.ANSWERING), ROUND),
    Picture("answering-dark", running(samples.ANSWERING), ROUND, "dark"),
    Picture("answering-uncaptioned-light", running(samples.UNCAPTIONED), ROUND),
    Picture("answering-over-text150", running(samples.OVER), SMALL_ROUND, "dark", 1.5),
    Picture("answering-muted-light", running(samples.MUTED, level_db=-90.0), ROUND),
    Picture("answering-muted-text150", running(samples.MUTED, level_db=-90.0), SMALL_ROUND, "dark", 1.5),
    Picture("typing-on-light", running(samples.TYPING_ON), ROUND),
    Picture("lost-text150", running(samples.LOST), SMALL_ROUND, "dark", 1.5),
    Picture("lost-light", running(samples.LOST), ROUND),
    Picture("feedback-light", running(samples.FEEDBACK), ROUND),
    Picture("feedback-dark", running(samples.FEEDBACK), ROUND, "dark"),
    Picture("feedback-contrast", running(samples.FEEDBACK), ROUND, "contrast_dark"),
    Picture("feedback-text150", running(samples.FEEDBACK), SMALL_ROUND, text_scale=1.5),
    Picture("feedback-unsure-light", running(UNSURE), TALL_ROUND),
    Picture("feedback-unsure-dark", running(UNSURE), TALL_ROUND, "dark"),
    Picture("feedback-unsure-text150", running(UNSURE), TALL_SMALL, text_scale=1.5),
    Picture("feedback-silent-light", running(SILENT), SMALL_ROUND),
    Picture(
        "feedback-heard-dark", running(replace(samples.FEEDBACK, answer=samples.HEARD_AS_ANSWER)), TALL_ROUND, "dark"
    ),
    Picture("report-light", report(samples.REPORT), ROUND),
    Picture("report-ungraded-dark", report(samples.UNGRADED_SESSION), SMALL_ROUND, "dark"),
    Picture("questions-light", questions(samples.QUESTIONS_VIEW)),
    Picture("questions-broken-dark", questions(samples.QUESTIONS_BROKEN), theme="dark"),
    Picture("review-light", review(replace(samples.REVIEW, undo="One session was deleted."))),
    Picture("review-empty-dark", review(samples.REVIEW_EMPTY), SMALL_PAGE, "dark"),
    Picture("review-search-light", review(samples.REVIEW_SEARCH)),
    Picture("review-search-dark", review(samples.REVIEW_SEARCH), theme="dark"),
    Picture("review-search-text150", review(samples.REVIEW_SEARCH), SMALL_PAGE, text_scale=1.5),
    Picture("review-nothing-light", review(samples.REVIEW_NOTHING), SMALL_PAGE),
    Picture("progress-light", progress(progress_samples.view()), (1072, 1660)),
    Picture("progress-dark", progress(progress_samples.view("weeks")), WHOLE, "dark"),
    Picture("progress-tables-light", progress(progress_samples.view(), tables=True), (1072, 1840)),
    Picture("progress-one-light", progress(progress_samples.ONE_ANSWER), SMALL_PAGE),
    Picture("progress-empty-dark", progress(progress_samples.EMPTY), SMALL_PAGE, "dark"),
    Picture("progress-long-text150", progress(progress_samples.LONG), (960, 2760), text_scale=1.5),
    Picture("review-regrade-light", review(samples.REVIEW, samples.REGRADE_OFFER)),
    Picture("review-regrade-dark", review(samples.REVIEW, samples.REGRADE_OFFER), theme="dark"),
    Picture("review-regrading-light", review(samples.REVIEW, samples.REGRADE_RUNNING)),
    Picture("review-regraded-text150", review(samples.REVIEW, samples.REGRADE_RESULT), SMALL_PAGE, text_scale=1.5),
    Picture("session-regraded-light", session(samples.REGRADED_SESSION), SMALL_PAGE),
    Picture("export-light", exporting(ExportView(running=True, done=40, total=120)), (680, 440)),
    Picture("export-dark", exporting(ExportView(in_the_way=Path("mlprep-s1.pdf")), "period"), (680, 440), "dark"),
    Picture("compare-light", comparing(keeping.COMPARED), TALL_PAGE),
    Picture("compare-many-dark", comparing(keeping.MANY), TALL_PAGE, "dark"),
    Picture("compare-one-dark", comparing(keeping.ONE), PAGE, "dark"),
    Picture("compare-long-text150", comparing(keeping.long_text()), SMALL_WHOLE, text_scale=1.5),
    Picture("storage-light", stored(keeping.OFFERED, AudioKept.LAST), (760, 390)),
    Picture("storage-dark", stored(keeping.KEPT), (760, 340), "dark"),
    Picture("storage-named-text150", stored(keeping.NAMED), (960, 500), text_scale=1.5),
    Picture("relocation-light", relocating(keeping.MOVED), (680, 420)),
    Picture("relocation-text150", relocating(keeping.MOVED), (960, 640), text_scale=1.5),
    Picture("backup-light", backing_up, (680, 400)),
    Picture("restore-dark", restoring(keeping.LOOKED_INTO), (680, 400), "dark"),
    Picture("restore-text150", restoring(keeping.UNPACKING), (960, 560), text_scale=1.5),
    Picture("earlier-grades-dark", earlier(samples.REGRADED_ANSWER.answer), (600, 600), "dark"),
    Picture("session-light", session(samples.SESSION_VIEW, position_s=33.2)),
    Picture("session-dark", session(samples.SESSION_VIEW), theme="dark"),
    Picture("session-unsure-light", session(UNSURE_SESSION), TALL_PAGE),
    Picture("session-unsure-dark", session(UNSURE_SESSION), TALL_PAGE, "dark"),
    Picture("session-written-light", session(WRITTEN_AGAIN)),
    Picture("session-writing-dark", session(WRITING), theme="dark"),
    Picture("session-edited-light", session(EDITED)),
    Picture("session-editing-dark", editing(EDITED), theme="dark"),
    Picture("session-editing-text150", editing(EDITED), TALL_SMALL, text_scale=1.5),
    Picture("settings-light", settings(samples.ADJUSTED), WHOLE),
    Picture("settings-dark", settings(samples.AS_SHIPPED, models.DOWNLOADING), WHOLE, "dark"),
    Picture("settings-text150", settings(samples.ADJUSTED, models.OWN_FOLDER_GONE), SMALL_WHOLE, text_scale=1.5),
    Picture("session-text150", session(samples.UNGRADED_SESSION, 1), SMALL_PAGE, text_scale=1.5),
)


@pytest.fixture(autouse=True)
def fixed_place_and_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show every date as in Greenwich on the evening of the samples."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr("mlprep_gui.ui.pages.words.local_today", lambda: date(2026, 11, 22))
    yield
    monkeypatch.undo()
    time.tzset()
    QLocale.setDefault(before)


def taken(qtbot: QtBot, picture: Picture) -> QImage:
    page = picture.make()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setAutoFillBackground(True)
    qtbot.addWidget(page)
    page.resize(*picture.size)
    page.show()
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.sendPostedEvents()
    return page.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_page_looks_as_it_should(
    qtbot: QtBot, themed: ApplyTheme, speak: Callable[[str], None], picture: Picture, tmp_path: Path
) -> None:
    speak("en")  # with its plurals
    themed(picture.theme, picture.text_scale)
    image = taken(qtbot, picture)
    path = GOLDEN / f"{picture.name}.png"
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        assert compact(image).save(str(path), quality=0)
        pytest.skip("golden picture written")
    wanted = QImage(str(path))
    assert not wanted.isNull(), f"{path} is missing; write it with MLPREP_UPDATE_GOLDEN=1"
    assert wanted.size() == image.size()
    far = far_share(image, wanted)
    if far > FAR_SHARE:
        seen = tmp_path / f"{picture.name}.png"
        image.save(str(seen))
        pytest.fail(f"{far:.2%} of the pixels differ from {path}; seen: {seen}")


def test_a_changed_word_is_noticed(qtbot: QtBot) -> None:
    before = taken(qtbot, Picture("before", home(samples.HOME)))
    changed = replace(samples.HOME, suggested=samples.HOME.suggested[:4])
    after = taken(qtbot, Picture("after", home(changed)))
    assert far_share(before, compact(before)) == 0.0
    assert far_share(after, compact(before)) > FAR_SHARE


def test_every_golden_picture_has_a_page() -> None:
    assert {path.stem for path in GOLDEN.glob("*.png")} == {picture.name for picture in PICTURES}
