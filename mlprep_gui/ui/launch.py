"""Opens the window: first it stands, then everything else is loaded."""

import logging
import os
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mlprep_gui import __version__
from mlprep_gui import settings as settings_file
from mlprep_gui.domain.errors import InputError
from mlprep_gui.paths import Paths
from mlprep_gui.ui.main_window import MainWindow
from mlprep_gui.ui.theme import ThemeFollower

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_window(paths: Paths) -> int:
    """Show the main window until it is closed; returns the exit code.

    Raises:
        InputError: when there is no display.
    """
    _require_display()
    qInstallMessageHandler(_log_qt_message)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("MLPrep")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("mlprep")
    settings, notices = settings_file.read(paths.settings_file)
    themes = ThemeFollower(app, paths.resources)
    themes.use(settings)
    window = MainWindow(geometry=settings.window_geometry)
    window.show()
    sys.excepthook = lambda kind, error, trace: _report_crash(window, kind, error, trace)

    def load() -> None:
        # Imported here so that the window stands first: sound devices and engines are not needed to show it.
        from mlprep_gui.app.equipment import real_equipment
        from mlprep_gui.app.program import Program
        from mlprep_gui.app.views import NoticeView
        from mlprep_gui.ui.shell import Shell

        program = Program(paths, settings, real_equipment(paths, app), app)
        shell = Shell(window, program, themes)
        app.aboutToQuit.connect(program.close)
        window.setWindowIcon(QIcon(str(paths.resources / "icons" / "mlprep.svg")))
        shell.opening.show_first_page()
        for text in notices:
            program.noticed.emit(NoticeView(text, "warning"))
        program.open()

    QTimer.singleShot(0, load)
    return app.exec()


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
