"""One whole round without display, microphone or loudspeaker: the real window, voice, recogniser, assessor and store.

The answers are example answers of the questions, spoken by the built-in voice; the second is cut to its first half, to
show what a missed point looks like. Screenshots and a report are left in a folder.
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.program import Equipment, Program
from mlprep_gui.app.rehearsal import RecordedMicrophone, SilentPlayer
from mlprep_gui.app.round_controller import RoundController
from mlprep_gui.app.views import NoticeView, RoundView, SessionView
from mlprep_gui.bank import load_library
from mlprep_gui.commands import as_record
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Mode, RoundPlan
from mlprep_gui.interview import Phase
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import Utterance
from mlprep_gui.settings import Settings
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.speech.voice_process import VoiceProcess
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.pages.answer_view import key_point_views
from mlprep_gui.ui.shell import Shell
from mlprep_gui.ui.theme import ThemeFollower

ASKED = ("overfitting", "bagging-boosting")
PAGES = ("home", "setup", "questions", "review", "settings", "guide")
GIVE_UP_MS = 240_000
SETTLE_MS = 500
SPEAKING_DB = -30.0
DONE, NOT_GRADED, FAILED = 0, 1, 2


def run_demo(out: Path, data_dir: Path | None = None) -> int:
    """Play the round; screenshots, report.md and report.json go into out. Returns the exit code.

    What is practised is kept in data_dir, or in out/data.

    Raises:
        InputError: when the folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob("*.png"):
            old.unlink()
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror}.", "Choose another folder with --out.") from error
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([sys.argv[0]])
    paths = locate(out / "data")
    if data_dir is not None:  # the settings there are the learner's, and stay as they are
        paths = replace(locate(data_dir), config=paths.config)
    demo = _Demo(app, paths, out)
    sys.excepthook = demo.report_crash
    QTimer.singleShot(0, demo.begin)
    app.exec()
    return demo.exit_code


def first_half(text: str) -> str:
    """Return the first half of the sentences of a text, at least one."""
    sentences = text.split(". ")
    kept = ". ".join(sentences[: max(1, len(sentences) // 2)])
    return kept if kept.endswith(".") else kept + "."


class _Demo(QObject):
    """Plays the learner: waits for each phase, looks at it, and takes the next step."""

    def __init__(self, app: QApplication, paths: Paths, out: Path) -> None:
        super().__init__(app)
        self.exit_code = FAILED
        self._has_failed = False
        self._app = app
        self._out = out
        self._started_s = time.monotonic()
        self._phase: tuple[int, Phase] | None = None
        self._answers: list[Utterance] = []
        self._questions: tuple[Question, ...] = ()
        self._microphone = RecordedMicrophone(self)
        equipment = Equipment(
            microphone=self._microphone,
            player=SilentPlayer(self),
            voice=VoiceProcess(paths.resources, paths.speech_cache),
            grader=SpeechProcess(paths.models, paths.resources, paths.cache),
            clock=SystemClock(),
            play_cue=lambda _: None,
        )
        self._themes = ThemeFollower(app, paths.resources)
        self._settings = Settings(theme="light", reduced_motion=True)
        self._themes.use(self._settings)
        self._window = MainWindow()
        self._window.resize(1280, 800)
        self._program = Program(paths, self._settings, equipment, self)
        self._shell = Shell(self._window, self._program, self._themes)
        self._program.round_started.connect(self._on_round_started)
        self._program.noticed.connect(self._on_noticed)
        self._program.ready.connect(self._prepare)
        self._microphone.exhausted.connect(self._on_exhausted)
        app.aboutToQuit.connect(self._program.close)

    def begin(self) -> None:
        """Open the window and the program."""
        self._window.show()
        self._window.show_page("home")
        self._program.open()
        QTimer.singleShot(GIVE_UP_MS, self, lambda: self._fail("The round did not come to its end in four minutes."))

    def report_crash(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """End the round for an unexpected error; nobody is there to read a dialog."""
        traceback.print_exception(kind, error, trace)
        self._fail("The round could not be played.")

    def _prepare(self) -> None:
        """Let the voice speak the answers, as a learner would."""
        library = load_library(self._program.paths.questions)
        self._questions = tuple(library.find(question) for question in ASKED)
        texts = [self._questions[0].example, first_half(self._questions[1].example)]
        voice = self._program.equipment.voice
        self._program.runner.submit(
            lambda: [voice.render(text, text, "", 1.0) for text in texts], self._start, lambda e: self._fail(str(e))
        )

    def _start(self, answers: list[Utterance]) -> None:
        self._answers = answers
        self._look("home")
        self._program.start_round(RoundPlan(Mode.PRACTICE, self._questions, think_s=20))

    def _on_round_started(self, running: RoundController) -> None:
        running.view_changed.connect(self._on_view)
        running.level_heard.connect(self._on_level)

    def _on_view(self, view: RoundView) -> None:
        if (view.index, view.phase) == self._phase:
            return
        self._phase = (view.index, view.phase)
        running = self._program.round
        if running is None:
            return
        match view.phase:
            case Phase.ASKING:
                self._microphone.load(self._answers[view.index].path)
                self._look(f"round-{view.index + 1}-asking")
            case Phase.THINKING:
                self._later(lambda: self._look(f"round-{view.index + 1}-thinking"), running.answer)
            case Phase.FEEDBACK:
                self._later(lambda: self._look(f"round-{view.index + 1}-feedback"), running.go_on)
            case Phase.LOST:
                self._fail(str(view.device_error))
            case Phase.FINISHED:
                QTimer.singleShot(2 * SETTLE_MS, self, self._tour)
            case _:
                pass

    def _on_level(self, level_db: float, _peak_db: float, _clipped: bool) -> None:
        """Look once while the learner is speaking."""
        running = self._program.round
        if running is not None and level_db > SPEAKING_DB:
            name = f"round-{running.state.index + 1}-answering"
            if not (self._out / f"{name}.png").exists():
                self._look(name)

    def _on_exhausted(self) -> None:
        running = self._program.round
        if running is not None:
            running.finish_answer()

    def _tour(self) -> None:
        """Look at the report, at every page, and at all of it in the dark."""
        review = self._program.review
        session = review.shown_session if review is not None else None
        if review is None or session is None or self._window.current_page != "report":
            self._fail("The report was not shown.")
            return
        self._look("report")
        review.session_opened.connect(self._on_session)
        for page in PAGES:
            self._window.show_page(page)
            self._look(page)
        review.open(session)

    def _on_session(self, view: SessionView) -> None:
        def finish() -> None:
            self._look("session")
            self._program.set_settings(Settings(theme="dark", reduced_motion=True))
            self._look("session-dark")
            self._write_report(view)
            if not self._has_failed:
                assessments = [shown.answer.assessment for shown in view.answers]
                graded = all(assessment is not None and assessment.graded for assessment in assessments)
                self.exit_code = DONE if graded else NOT_GRADED
            self._app.quit()

        QTimer.singleShot(SETTLE_MS, self, finish)

    def _write_report(self, view: SessionView) -> None:
        answers = []
        lines = ["# A round, played without a display", ""]
        for shown in view.answers:
            answer, assessment = shown.answer, shown.answer.assessment
            text = answer.transcript.text if answer.transcript is not None else ""
            lines += [f"## {answer.question.prompt}", "", f"> {text}", ""]
            if assessment is None or not assessment.graded:
                lines += [f"Not graded. {shown.failure or (assessment.reason if assessment else '')}", ""]
            else:
                low, high = assessment.score_low, assessment.score_high
                lines += [f"Score {assessment.score:.0f} of 100, likely {low:.0f} to {high:.0f}.", ""]
                for row in key_point_views(shown):
                    lines.append(f"- **{row.verdict or 'not graded'}**: {row.statement}")
                    lines += [f"  “{row.quote}”"] if row.quotes else []
                    lines += [f"  {row.reversal} {row.correction}".rstrip()] if row.reversal else []
                lines.append("")
            answers.append(
                {
                    "question": answer.question.id,
                    "transcript": text,
                    "audio_s": answer.take.duration_s,
                    "assessment": as_record(assessment) if assessment is not None else None,
                }
            )
        took_s = time.monotonic() - self._started_s
        lines.append(f"The whole round took {took_s:.0f} seconds on this computer.")
        (self._out / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = {"took_s": round(took_s, 1), "answers": answers}
        (self._out / "report.json").write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
        print(f"The round was played. Screenshots and report.md are in {self._out}.")

    def _look(self, name: str) -> None:
        path = self._out / f"{name}.png"
        if not self._window.grab().save(str(path)):
            self._fail(f"{path} cannot be written. Choose another folder with --out.")

    def _later(self, *steps: Callable[[], None]) -> None:
        def run() -> None:
            for step in steps:
                step()

        QTimer.singleShot(SETTLE_MS, self, run)

    def _on_noticed(self, notice: NoticeView) -> None:
        print(f"mlprep-gui: {notice.text}", file=sys.stderr)

    def _fail(self, why: str) -> None:
        if not self._has_failed:
            print(f"mlprep-gui: {why}", file=sys.stderr)
        self._has_failed = True
        self._app.exit(FAILED)
