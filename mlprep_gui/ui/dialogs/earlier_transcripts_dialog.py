"""What was written down of an answer before it was written down again or corrected."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlprep_gui.domain.session import Answer
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.pages.words import written_words
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.layouts import Divider
from mlprep_gui.ui.widgets.text import wrapped


class EarlierTranscriptsDialog(Dialog):
    """Lists the earlier transcripts of an answer, newest first; Esc closes it."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier transcripts"))
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(wrapped(answer.question.prompt, "title"))
        for earlier in answer.earlier_transcripts:
            column.addWidget(Divider())
            column.addWidget(wrapped(written_words(earlier.transcript.model, earlier.written_at), "strong"))
            column.addWidget(wrapped(earlier.transcript.text or self.tr("(no words)"), "quote"))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(content)
        close = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        note = self.tr("The newest transcript is the one that is graded.")
        foot.addWidget(wrapped(note, "small", "muted"), 1)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)
        self.resize(look().px(600), min(look().px(520), 680))
