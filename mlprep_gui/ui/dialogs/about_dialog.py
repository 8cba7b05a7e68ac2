"""What this program is, and whose work is in it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui import __version__
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.text import Label, wrapped


class AboutDialog(Dialog):
    """Name, version, licence and the parts of others; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About MLPrep"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(Label("MLPrep", "heading"))
        column.addWidget(Label(self.tr("Version {0}").format(__version__), "small", "muted"))
        column.addWidget(
            wrapped(self.tr("Practise machine-learning interviews aloud. Everything stays on this computer."), "body")
        )
        column.addWidget(
            wrapped(self.tr("Free software under the GNU General Public License, version 3 or later."), "body")
        )
        column.addWidget(
            wrapped(
                self.tr(
                    "It stands on the work of others: Qt and PySide, Whisper and CTranslate2, MiniLM, ONNX Runtime, "
                    "Hibari, eSpeak NG, pyttsx3, SpeechRecognition, Phosphor icons, Inter and Source Serif."
                ),
                "small",
                "muted",
            )
        )
        close = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addStretch(1)
        column.addLayout(foot)
        self.resize(look().px(480), look().px(320))
