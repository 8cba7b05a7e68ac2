"""The round page and the round that runs: begun, steered, ended, and brought to safety when the window closes."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mlprep_gui.app.program import Program
from mlprep_gui.app.round_controller import RoundController
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.widgets.notice import announce


class Rounds(QObject):
    """Connects the page with one round after the other.

    Signals:
        finished(str): a round has ended, and the window stays open; the id of its session.
    """

    finished = Signal(str)

    def __init__(self, window: MainWindow, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._program = program
        self._closing = False
        window.add_page("round", self._make_page, round_=True)
        window.end_round_requested.connect(self.end)
        program.round_started.connect(self._on_started)

    @property
    def is_running(self) -> bool:
        """Whether a round is under way."""
        running = self._program.round
        return running is not None and not running.state.is_over

    def end(self) -> None:
        """Ask on the page whether to end the round; it goes on until that is answered."""
        if self.is_running:
            page = self._window.show_page("round")
            if isinstance(page, RoundPage):
                page.ask_to_end()

    def can_close(self) -> bool:
        """Whether the window may close now; else the take is brought to safety first, and then it closes by itself."""
        running = self._program.round
        if running is None or (self._closing and running.state.is_over):
            return True  # asked again: a device does not answer; the take is recovered at the start
        self._closing = True
        if not running.state.is_over:
            page = self._window.page("round")
            if isinstance(page, RoundPage):
                page.hand_in_draft()
            running.abandon()
        return False

    def _make_page(self) -> QWidget:
        return RoundPage()

    def _on_started(self, running: RoundController) -> None:
        page = self._window.show_page("round")
        if not isinstance(page, RoundPage):
            return
        for wish, answer in (
            (page.prompt_skipped, running.skip_prompt),
            (page.replay_requested, running.replay),
            (page.mute_toggled, self._toggle_mute),
            (page.captions_toggled, self._toggle_captions),
            (page.more_time_requested, running.add_time),
            (page.answer_requested, running.answer),
            (page.talk_held, running.talk),
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
            (page.microphone_rejected, running.change_microphone),
            (page.ticked, running.tick),
            (page.continue_requested, running.go_on),
            (page.play_requested, running.play),
            (page.stretches_requested, running.play_stretches),
            (page.stop_requested, running.stop_playback),
            (page.say_requested, running.say),
            (page.own_verdict_chosen, running.judge),
            (page.words_edited, running.edit_words),
            (page.file_dropped, running.answer_from_file),
        ):
            wish.connect(answer)
        running.view_changed.connect(page.set_state)
        running.level_heard.connect(page.set_level)
        running.playback_changed.connect(page.set_playback)
        running.announced.connect(lambda text: announce(self._window, text))
        running.finished.connect(self._on_finished)

    def _toggle_mute(self) -> None:
        settings, running = self._program.settings, self._program.round
        self._program.set_settings(replace(settings, muted=not settings.muted))
        if running is not None:
            running.follow_mute()

    def _toggle_captions(self) -> None:
        settings = self._program.settings
        self._program.set_settings(replace(settings, captions=not settings.captions))

    def _on_finished(self, session: str) -> None:
        if self._closing:
            self._window.close()
        else:
            self.finished.emit(session)
