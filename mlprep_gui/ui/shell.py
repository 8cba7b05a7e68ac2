"""Connects pages with the program: wishes go down, views come up. Nothing else knows both."""

from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QWidget

from mlprep_gui.app.calibrator import Calibrator
from mlprep_gui.app.microphone_check import MicrophoneCheck
from mlprep_gui.app.program import Program
from mlprep_gui.app.regrading import Regrading
from mlprep_gui.app.review_controller import ReviewController
from mlprep_gui.app.round_controller import RoundController
from mlprep_gui.app.views import NoticeView, SessionView
from mlprep_gui.settings import Settings
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.guide_page import GuidePage
from mlprep_gui.ui.pages.home_page import HomePage
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.pages.settings_page import SettingsPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from mlprep_gui.ui.theme import ThemeFollower
from mlprep_gui.ui.widgets.notice import announce


class _Page(Protocol):
    def set_state(self, view: Any) -> None:
        """Show a view."""


class Shell(QObject):
    """Keeps nothing but the newest view of each page, for pages that are built when first shown."""

    def __init__(self, window: MainWindow, program: Program, themes: ThemeFollower) -> None:
        super().__init__(window)
        self._window = window
        self._program = program
        self._themes = themes
        self._check = MicrophoneCheck(program.runner, program.equipment, self)
        self._views: dict[str, object] = {}
        self._pages: dict[str, _Page] = {}
        self._answer_to_show = 0
        self._closing = False
        self._add_pages()
        self._connect_window()
        self._connect_program()
        self._tick_theme(program.settings.theme)

    def _add_pages(self) -> None:
        add = self._window.add_page
        add("home", self._make_home)
        add("setup", self._make_setup)
        add("questions", self._make_questions)
        add("review", self._make_review)
        add("session", self._make_session)
        add("settings", self._make_settings)
        add("guide", lambda: GuidePage(self._program.paths.resources))
        add("round", self._make_round, round_=True)
        add("report", self._make_report, round_=True)

    def _connect_window(self) -> None:
        window, program = self._window, self._program
        window.page_shown.connect(self._on_page_shown)
        window.new_round_requested.connect(lambda: window.show_page("setup"))
        window.find_requested.connect(self._find)
        window.undo_requested.connect(self._undo)
        window.text_scale_requested.connect(self._change_text_scale)
        window.theme_requested.connect(lambda name: program.set_settings(replace(program.settings, theme=name)))
        window.end_round_requested.connect(self._end_round)
        window.regrade_requested.connect(self._regrade_everything)
        window.open_pack_folder_requested.connect(self._open_pack_folder)
        window.back_requested.connect(self._go_back)
        window.close_requested.connect(self._on_close_requested)
        window.geometry_changed.connect(self._keep_geometry)

    def _connect_program(self) -> None:
        program = self._program
        program.ready.connect(self._on_ready)
        program.home_changed.connect(lambda view: self._put("home", view))
        program.setup_changed.connect(lambda view: self._put("setup", view))
        program.questions_changed.connect(lambda view: self._put("questions", view))
        program.settings_changed.connect(self._on_settings_changed)
        program.noticed.connect(self._on_noticed)
        program.round_started.connect(self._on_round_started)

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
        page.question_requested.connect(program.practise)
        page.guide_requested.connect(lambda: self._window.show_page("guide"))
        page.microphone_test_requested.connect(self._test_microphone)
        self._built("home", page)
        return page

    def _make_setup(self) -> QWidget:
        page, program = SetupPage(), self._program
        page.choice_changed.connect(program.choose)
        page.start_requested.connect(program.start_chosen)
        page.hear_requested.connect(program.hear)
        page.cancelled.connect(lambda: self._window.show_page("home"))
        self._built("setup", page)
        return page

    def _make_questions(self) -> QWidget:
        page, program = QuestionsPage(), self._program
        page.practise_requested.connect(program.practise)
        page.open_folder_requested.connect(self._open_pack_folder)
        page.reload_requested.connect(program.reload_questions)
        self._built("questions", page)
        return page

    def _make_review(self) -> QWidget:
        page = ReviewPage()
        page.session_requested.connect(self._open_session)
        page.delete_requested.connect(self._delete_session)
        page.undo_requested.connect(self._undo)
        page.regrading.regrade_requested.connect(lambda: self._regrading.start())
        page.regrading.cancelled.connect(lambda: self._regrading.cancel())
        page.regrading.closed.connect(lambda: self._regrading.put_away())
        self._built("review", page)
        self._built("regrading", page.regrading)
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
        page.answer_selected.connect(review.select)
        page.practise_requested.connect(self._program.practise)
        page.delete_requested.connect(lambda: self._delete_session(self._shown_session("session")))
        review.playback_changed.connect(page.set_playback)
        self._built("session", page)
        return page

    def _make_report(self) -> QWidget:
        page = ReportPage()
        page.home_requested.connect(lambda: self._window.show_page("home"))
        page.practise_requested.connect(self._program.practise)
        page.answer_requested.connect(self._open_answer)
        self._built("report", page)
        return page

    def _make_settings(self) -> QWidget:
        page, program, check = SettingsPage(), self._program, self._check
        page.settings_changed.connect(program.set_settings)
        page.hear_requested.connect(program.hear)
        page.microphone_test.test_requested.connect(check.start)
        page.microphone_test.play_requested.connect(check.play)
        check.started.connect(page.microphone_test.show_started)
        check.level_heard.connect(page.microphone_test.set_level)
        check.recorded.connect(page.microphone_test.show_recorded)
        check.heard.connect(page.microphone_test.show_heard)
        check.failed.connect(page.microphone_test.show_failed)
        program.voices_changed.connect(page.set_voices)
        program.microphones_changed.connect(page.set_devices)
        page.set_voices(program.voices)
        page.set_devices(program.equipment.microphone.devices())
        page.verdicts.adjust_requested.connect(lambda: self._calibrator.adjust())
        page.verdicts.undo_requested.connect(lambda: self._calibrator.undo())
        self._views["settings"] = program.settings
        self._built("settings", page)
        self._built("verdicts", page.verdicts)
        return page

    def _make_round(self) -> QWidget:
        page = RoundPage()
        self._built("round", page)
        return page

    # What the window wishes

    def _on_page_shown(self, name: str) -> None:
        if self._is_round_running and name != "round":
            self._end_round()
            return
        if name != "round":
            self._program.speaker.stop()
        if name != "settings":
            self._check.discard()
        if name == "settings" and self._program.calibrator is not None:
            self._calibrator.look()
        if name == "review" and self._program.review is not None:
            self._program.review.refresh()
            self._regrading.look()

    @property
    def _is_round_running(self) -> bool:
        running = self._program.round
        return running is not None and not running.state.is_over

    def _find(self) -> None:
        page = self._window.show_page("questions")
        if isinstance(page, QuestionsPage):
            page.focus_search()

    def _go_back(self) -> None:
        self._window.show_page("review" if self._window.current_page == "session" else "home")

    def _undo(self) -> None:
        if self._program.review is not None:
            self._program.review.undo()

    def _change_text_scale(self, step: float) -> None:
        settings = self._program.settings
        scale = 1.0 if step == 0 else min(2.0, max(0.8, round(settings.text_scale + step, 1)))
        self._program.set_settings(replace(settings, text_scale=scale))

    def _test_microphone(self) -> None:
        page = self._window.show_page("settings")
        if isinstance(page, SettingsPage):
            page.show_microphone_test()

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
        if self._program.regrading is not None and not self._is_round_running:
            self._window.show_page("review")
            self._program.regrading.start(everything=True)

    def _end_round(self) -> None:
        """Ask on the round page whether to end the round; it goes on until that is answered."""
        if self._is_round_running:
            page = self._window.show_page("round")
            if isinstance(page, RoundPage):
                page.ask_to_end()

    def _on_close_requested(self, event: QCloseEvent) -> None:
        """Let a running round put its take in safety first; then the window closes by itself."""
        running = self._program.round
        asked_again = self._closing and running is not None and running.state.is_over
        if running is None or asked_again:  # asked again: a device does not answer; the take is recovered at the start
            self._check.discard()
            return
        event.ignore()
        self._closing = True
        if not running.state.is_over:
            page = self._window.page("round")
            if isinstance(page, RoundPage):
                page.hand_in_draft()
            running.abandon()

    def _keep_geometry(self, geometry: str) -> None:
        self._program.set_settings(replace(self._program.settings, window_geometry=geometry))

    # What the program tells

    @property
    def _review(self) -> ReviewController:
        review = self._program.review
        if review is None:
            message = "Sessions are shown only after the store was opened."
            raise RuntimeError(message)
        return review

    @property
    def _regrading(self) -> Regrading:
        regrading = self._program.regrading
        if regrading is None:
            message = "Answers are graded again only after the store was opened."
            raise RuntimeError(message)
        return regrading

    @property
    def _calibrator(self) -> Calibrator:
        calibrator = self._program.calibrator
        if calibrator is None:
            message = "Verdicts are adjusted only after the store was opened."
            raise RuntimeError(message)
        return calibrator

    def _on_ready(self) -> None:
        review = self._review
        review.list_changed.connect(lambda view: self._put("review", view))
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
        self._window.status.show_notice(notice.kind, notice.text)

    def _on_round_started(self, running: RoundController) -> None:
        self._views.pop("round", None)
        page = self._window.show_page("round")
        if not isinstance(page, RoundPage):
            return
        for wish, answer in (
            (page.prompt_skipped, running.skip_prompt),
            (page.replay_requested, running.replay),
            (page.mute_toggled, self._toggle_mute),
            (page.more_time_requested, running.add_time),
            (page.answer_requested, running.answer),
            (page.done_requested, running.finish_answer),
            (page.typing_requested, running.type_instead),
            (page.typing, running.anticipate),
            (page.typed, running.finish_typing),
            (page.skip_requested, running.skip),
            (page.redo_requested, running.redo),
            (page.again_requested, running.redo),
            (page.pause_toggled, running.toggle_pause),
            (page.end_requested, running.end_early),
            (page.microphone_chosen, running.choose_microphone),
            (page.continue_requested, running.go_on),
            (page.play_requested, running.play),
            (page.stretches_requested, running.play_stretches),
            (page.stop_requested, running.stop_playback),
            (page.say_requested, running.say),
            (page.own_verdict_chosen, running.judge),
        ):
            wish.connect(answer)
        running.view_changed.connect(page.set_state)
        running.level_heard.connect(page.set_level)
        running.playback_changed.connect(page.set_playback)
        running.announced.connect(lambda text: announce(self._window, text))
        running.finished.connect(self._on_round_finished)

    def _toggle_mute(self) -> None:
        settings, running = self._program.settings, self._program.round
        self._program.set_settings(replace(settings, muted=not settings.muted))
        if running is not None:
            running.follow_mute()

    def _on_round_finished(self, session: str) -> None:
        if self._closing:
            self._window.close()
        else:
            self._review.open(session, is_report=True)

    # Sessions

    def _open_session(self, session: str) -> None:
        self._review.open(session)

    def _open_answer(self, index: int) -> None:
        self._answer_to_show = index
        self._review.open(self._shown_session("report"))

    def _on_session_opened(self, view: SessionView) -> None:
        page = self._window.show_page(self._name_of(view))
        if isinstance(page, SessionPage):
            page.select_answer(self._answer_to_show)
            self._answer_to_show = 0

    @staticmethod
    def _name_of(view: SessionView) -> str:
        return "report" if view.is_report else "session"

    def _shown_session(self, name: str) -> str:
        view = self._views.get(name)
        return view.record.session.id if isinstance(view, SessionView) else ""

    def _delete_session(self, session: str) -> None:
        self._review.delete(session)
        self._window.show_page("review")
