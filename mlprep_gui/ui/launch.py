"""Opens the window: first it stands, then everything else is loaded."""

import gc
import logging
import os
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QThread, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from mlprep_gui import __version__
from mlprep_gui import settings as settings_file
from mlprep_gui.app.single_instance import SingleInstance
from mlprep_gui.domain.errors import InputError
from mlprep_gui.paths import Paths
from mlprep_gui.ui.language import Reopening, use_language
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import ThemeFollower

if TYPE_CHECKING:  # imported only when the window stands
    from mlprep_gui.app.program import Program
    from mlprep_gui.export.moving import Unpacked
    from mlprep_gui.export.relocating import Relocation
    from mlprep_gui.ui.shell import Shell

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _Import(QThread):
    """Imports what only the standing window needs; it answers meanwhile."""

    @override
    def run(self) -> None:
        import mlprep_gui.app.equipment
        import mlprep_gui.app.program
        import mlprep_gui.ui.shell  # noqa: F401


def run_window(paths: Paths) -> int:
    """Show the main window until it is closed; returns the exit code. One that stands already comes to the front.

    Raises:
        InputError: when there is no display, or the window that stands already does not answer.
    """
    _require_display()
    qInstallMessageHandler(_log_qt_message)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("MLPrep")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("mlprep")
    _require_data(app, paths)
    if not _is_first(app, paths):
        return 0
    return show_windows(app, paths, ThemeFollower(app, paths.resources))


def show_windows(app: QApplication, paths: Paths, themes: ThemeFollower) -> int:
    """Show a window until it is closed, and where something waits for that, another one; returns the exit code."""
    code, waiting = _run_once(app, paths, themes)
    while waiting is not None:
        paths, told = _put_in_place(waiting, paths, app)
        page = waiting.page if isinstance(waiting, Reopening) else ""
        code, waiting = _run_once(app, paths, themes, told, page)
    return code


def _run_once(
    app: QApplication, paths: Paths, themes: ThemeFollower, told: tuple[str, ...] = (), page: str = ""
) -> "tuple[int, Unpacked | Relocation | Reopening | None]":
    """Show a window, with this page or the first one, until it closes; returns the exit code, and what waits for it."""
    settings, notices = settings_file.read(paths.settings_file)
    notices += (*use_language(app, paths.resources, settings.language), *told)
    themes.use(settings)
    owner = QObject(app)
    shown: list[tuple[Program, Shell]] = []
    window = MainWindow(geometry=settings.window_geometry)
    window.show()
    sys.excepthook = lambda kind, error, trace: _report_crash(window, kind, error, trace)

    def load() -> None:
        from mlprep_gui.app.equipment import real_equipment
        from mlprep_gui.app.program import Program
        from mlprep_gui.app.said_below import in_words
        from mlprep_gui.app.views import NoticeView
        from mlprep_gui.ui.shell import Shell

        gc.freeze()  # modules stay: looking through them for garbage would stop the window for 40 ms now and then
        program = Program(paths, settings, real_equipment(paths, owner), owner)
        shell = Shell(window, program, themes)
        shown.append((program, shell))
        app.aboutToQuit.connect(program.close)
        window.setWindowIcon(QIcon(str(paths.resources / "icons" / "mlprep.svg")))
        shell.opening.show_first_page()
        if page:
            window.show_page(page)
        for text in notices:
            program.noticed.emit(NoticeView(in_words(text), "warning"))
        program.open()

    importing = _Import(owner)
    importing.finished.connect(load)
    importing.start()
    code = app.exec()
    importing.wait()
    program, waiting = (shown[0][0], shown[0][1].housekeeping.waiting) if shown else (None, None)
    if program is not None and waiting is not None:
        app.aboutToQuit.disconnect(program.close)
        window.deleteLater()
        owner.deleteLater()
    return code, waiting


def _put_in_place(
    waiting: "Unpacked | Relocation | Reopening", paths: Paths, app: QApplication
) -> tuple[Paths, tuple[str, ...]]:
    """Put a backup or the data folder in place while nothing is open; returns the paths, and what to tell."""
    if isinstance(waiting, Reopening):
        return paths, ()
    from mlprep_gui.export.relocating import Relocation, settle

    if not isinstance(waiting, Relocation):
        return paths, _restore(waiting, paths)
    try:
        moved = settle(paths, waiting)
    except InputError as error:
        _log.warning("not moved: %s", error)
        return paths, (str(error),)
    _log.info("the data are in %s now", moved.data)
    _is_first(app, moved)
    return moved, ()


def _restore(unpacked: "Unpacked", paths: Paths) -> tuple[str, ...]:
    """Put a backup in place while nothing is open; returns what the learner should be told."""
    from mlprep_gui.export.moving import put_in_place

    aside = paths.data / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    try:
        put_in_place(unpacked, paths, aside)
    except InputError as error:
        _log.warning("not restored: %s", error)
        return (str(error),)
    _log.info("restored a backup made at %s; what was there is in %s", unpacked.facts.made_at, aside)
    return ()


def _is_first(app: QApplication, paths: Paths) -> bool:
    """Whether no other window stands on these data; else that one was asked to come to the front."""
    instance = SingleInstance(paths.data, app)
    if not instance.is_first():
        return False
    instance.asked.connect(_bring_to_front)
    app.aboutToQuit.connect(instance.rest)
    return True


def _require_data(app: QApplication, paths: Paths) -> None:
    """Say in a window when the data are not where they were moved to: an empty program would look like a loss.

    Raises:
        InputError: when they are not.
    """
    if paths.pointer is None or not paths.pointer.exists():
        return
    from mlprep_gui.app.said_below import in_words
    from mlprep_gui.export.relocating import require_there

    try:
        require_there(paths)
    except InputError as error:
        use_language(app, paths.resources, settings_file.read(paths.settings_file)[0].language)
        QMessageBox.critical(None, app.applicationName(), in_words(error))
        raise


def _bring_to_front() -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()


def _require_display() -> None:
    """Say in words that there is no display; Qt would end the program without any."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named):
        message = "There is no display to open a window on."
        raise InputError(message, "Log in to a desktop, or play a round without one: mlprep-gui demo")


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind is QtMsgType.QtFatalMsg and sys.platform.startswith("linux"):
        # The program ends with this message, as when the display refuses: the log alone is not enough.
        sys.stderr.write(f"mlprep-gui: {' '.join(message.split())}\n")
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)


def _report_crash(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        window.close()
        return
    _log.critical("unexpected error", exc_info=(kind, error, trace))
    from mlprep_gui.ui.dialogs.crash_dialog import show_crash

    show_crash(window, kind, error, trace)
