"""The one dialog for a bug: the takes are safe, what happened, and how to hand it on."""

import traceback
from types import TracebackType

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.text import Label, wrapped


class CrashDialog(Dialog):
    """Shows an error nobody expected.

    Args:
        details: the traceback.
        log_path: where the log lies, shown to the user; empty when there is none.

    Signals:
        quit_requested(): the user wants to close the program.
    """

    quit_requested = Signal()

    def __init__(self, details: str, log_path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._text = QPlainTextEdit(details)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("Details"))
        copy = Button(self.tr("Copy the details"), icon="copy")
        leave = Button(self.tr("Close the program"), Kind.TEXT)
        stay = Button(self.tr("Go on"), Kind.PRIMARY, key="Enter")
        stay.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Something went wrong in MLPrep."), "title"))
        column.addWidget(
            wrapped(self.tr("Your answers are safe: each one is saved as soon as it is recorded."), "body")
        )
        advice = self.tr(
            "You can go on. If it happens again, close the program, start it anew, and report the details below."
        )
        if log_path:
            advice += " " + self.tr("They are also in {0}").format(log_path)
        column.addWidget(wrapped(advice, "small", "muted"))
        column.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(stay)
        column.addLayout(foot)
        copy.clicked.connect(self._on_copy_clicked)
        leave.clicked.connect(self.quit_requested)
        leave.clicked.connect(self.reject)
        stay.clicked.connect(self.accept)
        self.resize(look().px(640), look().px(420))
        stay.setFocus()

    @property
    def details(self) -> str:
        """What is shown for handing on."""
        return self._text.toPlainText()

    def add_details(self, details: str) -> None:
        """Add another error to the one shown."""
        self._text.appendPlainText(details)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def show_crash(
    window: QWidget, kind: type[BaseException], error: BaseException, trace: TracebackType | None, log_path: str = ""
) -> CrashDialog:
    """Show an error nobody expected; while one is shown a second one only adds its details."""
    _end_painting(trace)
    details = "".join(traceback.format_exception(kind, error, trace))
    for shown in window.findChildren(CrashDialog):
        if shown.isVisible():
            shown.add_details(details)
            return shown
    dialog = CrashDialog(details, log_path, window)
    dialog.quit_requested.connect(window.close)
    dialog.open()
    return dialog


def _end_painting(trace: TracebackType | None) -> None:
    """End painters that an error has left at work: Qt may end the program when it finds one the next time it paints."""
    for frame, _ in traceback.walk_tb(trace):
        for value in frame.f_locals.values():
            if isinstance(value, QPainter) and value.isActive():
                value.end()
