"""Connects the first steps and the sample with the program: what is seen before anything is set up."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mlprep_gui.app.microphone_check import MicrophoneCheck
from mlprep_gui.app.program import Program
from mlprep_gui.app.views import FirstStartView, HomeView, NoticeView
from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.first_start_page import FirstStartPage
from mlprep_gui.ui.pages.microphone_test import MicrophoneTest
from mlprep_gui.ui.pages.sample_page import SamplePage
from mlprep_gui.ui.pages.words import local_today


class Opening(QObject):
    """Adds both pages to the window; they are built when they are first shown."""

    def __init__(
        self,
        window: MainWindow,
        program: Program,
        make_check: Callable[[str, MicrophoneTest], MicrophoneCheck],
        parent: QObject | None = None,
    ) -> None:
        """Take what it connects; make_check lets the microphone test of a page work."""
        super().__init__(parent)
        self._window = window
        self._program = program
        self._make_check = make_check
        self._home: HomeView | None = None
        self._page: FirstStartPage | None = None
        self._came_from = "home"
        window.add_page("first_start", self._make_first_start, round_=True)
        window.add_page("sample", self._make_sample, round_=True)
        window.page_shown.connect(self._on_page_shown)
        program.home_changed.connect(self._on_home_changed)
        for changed in (program.settings_changed, program.voices_changed, program.microphones_changed):
            changed.connect(lambda _: self._refresh())
        program.speaker.failed.connect(self._on_voice_failed)

    def show_first_page(self) -> None:
        """Show the first steps when the program is started for the first time, and Home from then on."""
        settings = self._program.settings
        if settings.first_start_done:
            self._window.show_page("home")
            return
        self._program.set_settings(replace(settings, first_start_done=True))
        self._window.show_page("first_start")

    def show_sample(self) -> None:
        """Show what becomes of an answer; closing it leads back."""
        self._came_from = self._window.current_page
        self._window.page("sample")  # it has to stand before there is something to show
        if self._program.open_sample():
            self._window.show_page("sample")

    def _make_first_start(self) -> QWidget:
        page, program = FirstStartPage(), self._program
        check = self._make_check("first_start", page.microphone_test)
        page.settings_changed.connect(program.set_settings)
        page.hear_requested.connect(program.hear)
        page.plan_chosen.connect(self._keep_plan)
        page.sample_requested.connect(self.show_sample)
        page.step_left.connect(program.speaker.stop)
        page.step_left.connect(check.discard)
        page.finished.connect(lambda: self._window.show_page("home"))
        self._page = page
        self._refresh()
        return page

    def _make_sample(self) -> QWidget:
        page, sample = SamplePage(), self._program.sample
        feedback = page.feedback
        feedback.play_requested.connect(sample.play)
        feedback.stretches_requested.connect(sample.play_stretches)
        feedback.stop_requested.connect(sample.stop)
        feedback.say_requested.connect(sample.say)
        feedback.own_verdict_chosen.connect(sample.judge)
        feedback.words_edited.connect(sample.edit_words)
        sample.changed.connect(page.set_state)
        sample.playback_changed.connect(page.set_playback)
        page.closed.connect(lambda: self._window.show_page(self._came_from))
        return page

    def _refresh(self) -> None:
        """Bring the first steps up to date, when they stand."""
        if self._page is None:
            return
        program, home = self._program, self._home
        microphones = program.equipment.microphone.devices()
        view = FirstStartView(program.settings, local_today(), voices=program.voices, microphones=microphones)
        if home is not None:
            view = replace(view, plan=home.plan.settings, has_sample=home.total > 0)
        self._page.set_state(view)

    def _keep_plan(self, plan: PlanSettings) -> None:
        if self._program.keeper is not None:
            self._program.keeper.set_settings(plan)

    def _on_home_changed(self, view: HomeView) -> None:
        self._home = view
        self._refresh()

    def _on_page_shown(self, name: str) -> None:
        if name == "first_start" and self._came_from != "first_start" and self._page is not None:
            self._page.begin()
        if name != "sample":
            self._came_from = name
            self._program.sample.close()

    def _on_voice_failed(self, text: str) -> None:
        """Say why nothing is heard; a round says so itself."""
        if self._program.round is None:
            self._program.noticed.emit(NoticeView(text, "warning"))
