"""Connects pages with the program: wishes go down, views come up.

`Opening`, `Rounds` and `Housekeeping` do the same for their pages; nothing else knows both.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from mlprep_gui.app.archive import ArchiveController
from mlprep_gui.app.calibrator import Calibrator
from mlprep_gui.app.microphone_check import MicrophoneCheck
from mlprep_gui.app.plan_keeper import PlanKeeper
from mlprep_gui.app.program import Program
from mlprep_gui.app.regrading import Regrading
from mlprep_gui.app.review_controller import ReviewController
from mlprep_gui.app.views import NoticeView, RecogniserList, SessionView
from mlprep_gui.domain.session import TakeId
from mlprep_gui.settings import Settings
from mlprep_gui.ui.dialogs.plan_dialog import PlanDialog
from mlprep_gui.ui.housekeeping import Housekeeping
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.opening import Opening
from mlprep_gui.ui.pages.guide_page import GuidePage
from mlprep_gui.ui.pages.home_page import HomePage
from mlprep_gui.ui.pages.microphone_test import MicrophoneTest
from mlprep_gui.ui.pages.progress_page import ProgressPage
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from mlprep_gui.ui.pages.words import local_today
from mlprep_gui.ui.rounds import Rounds
from mlprep_gui.ui.shortcuts import Keymap, read_keymap
from mlprep_gui.ui.theme import ThemeFollower

T = TypeVar("T")


class _Page(Protocol):
    def set_state(self, view: Any) -> None:
        """Show a view."""


def _opened(part: T | None) -> T:
    """Return a part of the program that is there once the store was opened."""
    if part is None:
        message = "The store is not open yet."
        raise RuntimeError(message)
    return part


class Shell(QObject):
    """Keeps nothing but the newest view of each page, for pages that are built when first shown."""

    def __init__(self, window: MainWindow, program: Program, themes: ThemeFollower) -> None:
        super().__init__(window)
        self._window = window
        self._program = program
        self._themes = themes
        self._checks: dict[str, MicrophoneCheck] = {}
        self._views: dict[str, object] = {}
        self._pages: dict[str, _Page] = {}
        self._answer_to_show = 0
        self._moment_to_show: tuple[str, float] | None = None
        self._rounds = Rounds(window, program, self)
        self._rounds.finished.connect(lambda session: self._review.open(session, is_report=True))
        self.opening = Opening(window, program, self._make_check, self)
        self.housekeeping = Housekeeping(window, program, lambda: not self._rounds.is_running, self)
        self.housekeeping.session_wanted.connect(lambda: window.show_page("session"))
        self._add_pages()
        self._connect_window()
        self._connect_program()
        self._tick_theme(program.settings.theme)
        self._use_shortcuts()

    def _add_pages(self) -> None:
        add = self._window.add_page
        add("home", self._make_home)
        add("setup", self._make_setup)
        add("questions", self._make_questions)
        add("review", self._make_review)
        add("progress", self._make_progress)
        add("session", self._make_session)
        add("settings", self._make_settings)
        add("guide", lambda: GuidePage(self._program.paths.resources))
        add("report", self._make_report, round_=True)

    def _connect_window(self) -> None:
        window, program = self._window, self._program
        window.page_shown.connect(self._on_page_shown)
        window.new_round_requested.connect(lambda: window.show_page("setup"))
        window.find_requested.connect(self._find)
        window.undo_requested.connect(program.undoing.undo)
        program.undoing.changed.connect(window.offer_undo)
        window.text_scale_requested.connect(self._change_text_scale)
        window.theme_requested.connect(lambda name: program.set_settings(replace(program.settings, theme=name)))
        window.regrade_requested.connect(self._regrade_everything)
        window.export_requested.connect(lambda: self.open_export(self._shown_session(window.current_page)))
        window.open_pack_folder_requested.connect(self._open_pack_folder)
        window.back_requested.connect(self._go_back)
        window.close_requested.connect(self._on_close_requested)
        window.geometry_changed.connect(self._keep_geometry)
        window.shortcuts_changed.connect(self._keep_shortcuts)

    def _connect_program(self) -> None:
        program = self._program
        program.ready.connect(self._on_ready)
        program.home_changed.connect(lambda view: self._put("home", view))
        program.setup_changed.connect(lambda view: self._put("setup", view))
        program.questions_changed.connect(lambda view: self._put("questions", view))
        program.settings_changed.connect(self._on_settings_changed)
        program.noticed.connect(self._on_noticed)
        program.recognisers.changed.connect(self._on_recognisers_changed)

    def _put(self, name: str, view: object) -> None:
        self._views[name] = view
        if name in self._pages:
            self._pages[name].set_state(view)

    def _built(self, name: str, page: _Page) -> None:
        self._pages[name] = page
        if name in self._views:
            page.set_state(self._views[name])

    # Pages, each built when first shown

    def _make_home(self) -> QWidget:
        page, program = HomePage(), self._program
        page.start_requested.connect(program.start_suggested)
        page.setup_requested.connect(lambda: self._window.show_page("setup"))
        page.session_requested.connect(self._open_session)
        page.question_requested.connect(program.practise_suggested)
        page.plan_requested.connect(self._change_plan)
        page.guide_requested.connect(lambda: self._window.show_page("guide"))
        page.microphone_test_requested.connect(self._test_microphone)
        page.sample_requested.connect(self.opening.show_sample)
        self._built("home", page)
        return page

    def _make_setup(self) -> QWidget:
        page, program = SetupPage(), self._program
        page.choice_changed.connect(program.choose)
        page.start_requested.connect(program.start_chosen)
        page.hear_requested.connect(program.hear)
        page.cancelled.connect(lambda: self._window.show_page("home"))
        self._make_check("setup", page.microphone_test)
        self._built("setup", page)
        return page

    def _make_check(self, name: str, test: MicrophoneTest) -> MicrophoneCheck:
        """Let the microphone test of a page work; leaving the page ends it."""
        check = MicrophoneCheck(self._program.runner, self._program.equipment, self)
        self._checks[name] = check
        test.test_requested.connect(check.start)
        test.play_requested.connect(check.play)
        check.started.connect(test.show_started)
        check.level_heard.connect(test.set_level)
        check.recorded.connect(test.show_recorded)
        check.heard.connect(test.show_heard)
        check.failed.connect(test.show_failed)
        check.passed.connect(self._program.note_heard)
        return check

    def _make_questions(self) -> QWidget:
        page, program = QuestionsPage(), self._program
        page.practise_requested.connect(program.practise)
        page.file_chosen.connect(program.answer_from_file)
        page.open_folder_requested.connect(self._open_pack_folder)
        page.reload_requested.connect(program.reload_questions)
        page.rating_chosen.connect(lambda question, rating: self._keeper.rate(question, rating))
        page.suspended.connect(lambda question, on: self._keeper.suspend(question, on))
        page.buried.connect(lambda question, on: self._keeper.bury(question, on))
        page.reset_chosen.connect(lambda question, on: self._keeper.reset(question, on))
        self._built("questions", page)
        return page

    def _make_review(self) -> QWidget:
        page = ReviewPage()
        page.session_requested.connect(self._open_session)
        page.answer_requested.connect(self._open_moment)
        page.choice_changed.connect(lambda choice: self._archive.look(choice))
        page.more_requested.connect(lambda: self._archive.more())
        page.play_requested.connect(lambda take: self._archive.play(take))
        page.bookmark_requested.connect(lambda take, is_marked: self._archive.mark(take, is_marked))
        page.delete_requested.connect(self._delete_session)
        page.undo_requested.connect(lambda: self._archive.undo())
        page.regrading.regrade_requested.connect(lambda: self._regrading.start())
        page.regrading.cancelled.connect(lambda: self._regrading.cancel())
        page.regrading.closed.connect(lambda: self._regrading.put_away())
        self._built("review", page)
        self._built("regrading", page.regrading)
        return page

    def _make_progress(self) -> QWidget:
        page, program = ProgressPage(), self._program
        page.period_chosen.connect(self._look_at_progress)
        page.practise_requested.connect(program.practise)
        page.points_requested.connect(program.practise_points)
        self._built("progress", page)
        return page

    def _make_session(self) -> QWidget:
        page, review = SessionPage(), self._review
        page.back_requested.connect(self._go_back)
        page.play_requested.connect(review.play)
        page.stretches_requested.connect(review.play_stretches)
        page.pause_requested.connect(review.pause)
        page.stop_requested.connect(review.stop)
        page.say_requested.connect(review.say)
        page.rate_chosen.connect(review.set_rate)
        page.own_verdict_chosen.connect(review.judge)
        page.words_edited.connect(review.edit_words)
        page.note_written.connect(self._archive.write_note)
        page.bookmark_toggled.connect(self._archive.mark)
        page.answer_selected.connect(review.select)
        page.practise_requested.connect(self._program.practise)
        page.delete_requested.connect(lambda: self._delete_session(self._shown_session("session")))
        page.export_requested.connect(lambda take: self.open_export(self._shown_session("session"), take))
        page.compare_requested.connect(self.housekeeping.compare)
        page.written.again_requested.connect(review.write_again)
        page.written.cancelled.connect(review.stop_writing)
        review.playback_changed.connect(page.set_playback)
        self._built("session", page)
        self._built("written_again_with", page.written)
        return page

    def _make_report(self) -> QWidget:
        page = ReportPage()
        page.home_requested.connect(lambda: self._window.show_page("home"))
        page.practise_requested.connect(self._program.practise)
        page.answer_requested.connect(self._open_answer)
        page.export_requested.connect(lambda: self.open_export(self._shown_session("report")))
        self._built("report", page)
        return page

    def _make_settings(self) -> QWidget:
        page, program = SettingsPage(), self._program
        page.settings_changed.connect(program.set_settings)
        page.hear_requested.connect(program.hear)
        self._make_check("settings", page.microphone_test)
        program.voices_changed.connect(page.set_voices)
        program.microphones_changed.connect(page.set_devices)
        page.set_voices(program.voices)
        page.set_devices(program.equipment.microphone.devices())
        page.verdicts.adjust_requested.connect(lambda: self._calibrator.adjust())
        page.verdicts.undo_requested.connect(lambda: self._calibrator.undo())
        page.recognisers.use_requested.connect(program.recognisers.use)
        page.recognisers.download_requested.connect(program.recognisers.download)
        page.recognisers.cancelled.connect(program.recognisers.cancel)
        page.recognisers.remove_requested.connect(program.recognisers.remove)
        page.recognisers.folder_requested.connect(self._choose_recogniser)
        self.housekeeping.connect_settings(page)
        self._views["settings"] = program.settings
        self._built("settings", page)
        self._built("verdicts", page.verdicts)
        self._built("recognisers", page.recognisers)
        return page

    # What the window wishes

    def _on_page_shown(self, name: str) -> None:
        if self._rounds.is_running and name != "round":
            self._rounds.end()
            return
        if name != "round":
            self._program.speaker.stop()
        if name in ("home", "setup", "questions"):
            self._program.look_again()
        for page, check in self._checks.items():
            if page != name:
                check.discard()
        if name in ("settings", "session"):
            self._program.recognisers.look()
        if name == "settings" and self._program.calibrator is not None:
            self._calibrator.look()
        if name == "progress":
            self._look_at_progress()
        if self._program.archive is not None:
            if name == "review":
                self._program.archive.refresh()
                self._regrading.look()
            else:
                self._program.archive.stop()

    def _find(self) -> None:
        """Search on the review page when it is in front, else among the questions."""
        page = self._window.show_page("review" if self._window.current_page == "review" else "questions")
        if isinstance(page, QuestionsPage | ReviewPage):
            page.focus_search()

    def _go_back(self) -> None:
        back = {"session": "review", "compare": "session"}
        self._window.show_page(back.get(self._window.current_page, "home"))

    def _look_at_progress(self, period: str = "") -> None:
        if self._program.progress is not None:
            self._program.progress.look(period)

    def _change_text_scale(self, step: float) -> None:
        settings = self._program.settings
        scale = 1.0 if step == 0 else min(2.0, max(0.8, round(settings.text_scale + step, 1)))
        self._program.set_settings(replace(settings, text_scale=scale))

    def _choose_recogniser(self) -> None:
        """Ask for the folder of a recogniser; it is tried out before it is used."""
        dialog = QFileDialog(self._window, self.tr("The folder of a Whisper model for CTranslate2"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self._program.recognisers.choose_folder(Path(folder)))
        dialog.open()

    def _test_microphone(self) -> None:
        page = self._window.show_page("settings")
        if isinstance(page, SettingsPage):
            page.show_microphone_test()

    def _change_plan(self) -> None:
        if self._program.keeper is not None:
            dialog = PlanDialog(self._keeper.plan.settings, local_today(), self._window)
            dialog.chosen.connect(self._keeper.set_settings)
            dialog.open()

    def _open_pack_folder(self) -> None:
        folder = self._program.paths.user_packs
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = self.tr("The folder {0} cannot be made: {1}.").format(folder, error.strerror)
            self._on_noticed(NoticeView(text, "warning"))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _regrade_everything(self) -> None:
        """Grade everything again, in sight."""
        if self._program.regrading is not None and not self._rounds.is_running:
            self._window.show_page("review")
            self._program.regrading.start(everything=True)

    def open_export(self, session: str = "", take: str = "") -> None:
        """Ask what to export and where to; with the id of a session that one is chosen, or a take of it."""
        shown = (self._views.get(name) for name in ("session", "report"))
        views = (view for view in shown if isinstance(view, SessionView) and view.record.session.id == session)
        self.housekeeping.open_export(next(views, None), take)

    def _on_close_requested(self, event: QCloseEvent) -> None:
        if self._rounds.can_close():
            for check in self._checks.values():
                check.discard()
        else:
            event.ignore()

    def _use_shortcuts(self) -> None:
        keys, notices = read_keymap(self._program.settings.shortcuts)
        self._window.use_keymap(keys)
        for text in notices:
            self._on_noticed(NoticeView(text, "warning"))

    def _keep_shortcuts(self, changed: dict[str, str]) -> None:
        self._program.set_settings(replace(self._program.settings, shortcuts=changed))
        self._window.use_keymap(Keymap(changed))

    def _keep_geometry(self, geometry: str) -> None:
        self._program.set_settings(replace(self._program.settings, window_geometry=geometry))

    # What the program tells

    @property
    def _archive(self) -> ArchiveController:
        return _opened(self._program.archive)

    @property
    def _review(self) -> ReviewController:
        return _opened(self._program.review)

    @property
    def _keeper(self) -> PlanKeeper:
        return _opened(self._program.keeper)

    @property
    def _regrading(self) -> Regrading:
        return _opened(self._program.regrading)

    @property
    def _calibrator(self) -> Calibrator:
        return _opened(self._program.calibrator)

    def _on_ready(self) -> None:
        review = self._review
        if self._program.progress is not None:
            self._program.progress.changed.connect(lambda view: self._put("progress", view))
            self._program.progress.noticed.connect(lambda text: self._on_noticed(NoticeView(text, "warning")))
        if self._window.current_page == "progress":
            self._look_at_progress()
        self._archive.changed.connect(lambda view: self._put("review", view))
        self._archive.noticed.connect(lambda text: self._on_noticed(NoticeView(text, "warning")))
        review.session_changed.connect(lambda view: self._put(self._name_of(view), view))
        review.session_opened.connect(self._on_session_opened)
        review.noticed.connect(self._on_review_noticed)
        self._regrading.changed.connect(lambda view: self._put("regrading", view))
        self._regrading.noticed.connect(lambda text: self._on_noticed(NoticeView(text, "warning")))
        if self._window.current_page == "review":
            self._regrading.look()
        self._calibrator.changed.connect(lambda view: self._put("verdicts", view))
        if self._window.current_page == "settings":
            self._calibrator.look()

    def _on_recognisers_changed(self, view: RecogniserList) -> None:
        self._put("recognisers", view)
        self._put("written_again_with", view)

    def _on_settings_changed(self, settings: Settings) -> None:
        self._themes.use(settings)
        self._tick_theme(settings.theme)
        self._put("settings", settings)

    def _tick_theme(self, chosen: str) -> None:
        for name, action in self._window.actions_by_name.items():
            if name.startswith("theme_"):
                action.setChecked(name == f"theme_{chosen}")

    def _on_review_noticed(self, text: str) -> None:
        self._on_noticed(NoticeView(text, "warning"))
        if self._window.current_page == "round" and self._program.round is None:
            self._window.show_page("home")  # the report of the round that ended cannot be read

    def _on_noticed(self, notice: NoticeView) -> None:
        if notice.text:
            self._window.status.show_notice(notice.kind, notice.text)
        else:
            self._window.status.hide_notice()

    # Sessions

    def _open_session(self, session: str) -> None:
        self._review.open(session)

    def _open_answer(self, index: int) -> None:
        self._answer_to_show = index
        self._review.open(self._shown_session("report"))

    def _open_moment(self, session: str, take: str, at_s: float) -> None:
        """Open an answer with its recording standing at a moment."""
        self._moment_to_show = (take, at_s)
        self._review.open(session)

    def _on_session_opened(self, view: SessionView) -> None:
        page = self._window.show_page(self._name_of(view))
        moment, self._moment_to_show = self._moment_to_show, None
        if isinstance(page, SessionPage):
            takes = [answer.answer.take.id for answer in view.answers]
            if moment is not None and moment[0] in takes:
                self._answer_to_show = takes.index(TakeId(moment[0]))
            chosen, self._answer_to_show = self._answer_to_show, 0
            page.select_answer(chosen)
            if moment is not None:
                page.show_moment(moment[1])
                if moment[1] > 0 and view.answers[chosen].audio is not None:
                    self._review.play(moment[1], -1.0)

    @staticmethod
    def _name_of(view: SessionView) -> str:
        return "report" if view.is_report else "session"

    def _shown_session(self, name: str) -> str:
        view = self._views.get(name)
        return view.record.session.id if isinstance(view, SessionView) else ""

    def _delete_session(self, session: str) -> None:
        self._archive.delete(session)
        self._window.show_page("review")
