"""F1: every key, by place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.key_hint import KeyHint
from mlprep_gui.ui.widgets.text import Label, wrapped


class KeysDialog(QDialog):
    """Lists the keys of the program; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        content = QWidget()
        content.setObjectName("column")
        grid = QGridLayout(content)
        grid.setContentsMargins(28, 24, 28, 24)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        line = 0
        for place, keys in self._keys():
            grid.addWidget(Label(place, "strong"), line, 0, 1, 2)
            line += 1
            for caps, words in keys:
                grid.addWidget(KeyHint(caps), line, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(wrapped(words, "small", "muted"), line, 1)
                line += 1
            grid.setRowMinimumHeight(line, 10)
            line += 1
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        close = Button(self.tr("Close"), Kind.OUTLINED, key="Esc")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(Label(self.tr("Single letters rest while you type."), "small", "muted"), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(foot)
        self.resize(look().px(560), min(look().px(640), 680))

    def _keys(self) -> Sequence[tuple[str, Sequence[tuple[Sequence[str], str]]]]:
        return (
            (
                self.tr("Everywhere"),
                (
                    (("Ctrl 1", "–", "Ctrl 5"), self.tr("Home, Questions, Review, Progress, Guide")),
                    (("Ctrl N",), self.tr("Set up a round")),
                    (("Ctrl F",), self.tr("Search")),
                    (("Ctrl E",), self.tr("Export answers")),
                    (("Ctrl Z",), self.tr("Undo")),
                    (("Ctrl +", "Ctrl −"), self.tr("Larger and smaller text; Ctrl 0 for the usual size")),
                    (("Ctrl ,",), self.tr("Settings")),
                    (("Esc",), self.tr("Back; asks first if a take runs")),
                    (("Tab",), self.tr("To the next control; arrows move in lists")),
                ),
            ),
            (
                self.tr("In a round"),
                (
                    (("Space",), self.tr("Next: skip the reading, answer, done")),
                    (("R",), self.tr("Hear the question")),
                    (("M",), self.tr("More time to think; while answering, another microphone")),
                    (("P",), self.tr("Pause")),
                    (("C",), self.tr("Show or hide captions while answering")),
                    (("T",), self.tr("Type the answer")),
                    (("S",), self.tr("Skip the question, or a follow-up")),
                    (("Ctrl Enter",), self.tr("Done, while typing")),
                    (("Space", "Enter"), self.tr("On the checklist: tick a point, show the verdicts")),
                ),
            ),
            (
                self.tr("Feedback"),
                (
                    (("↑", "↓"), self.tr("To the next point")),
                    (("Space",), self.tr("Play your words")),
                    (("1", "–", "4"), self.tr("Correct a verdict: covered, partly, missed, contradicted")),
                    (("0",), self.tr("Take your own verdict back")),
                    (("A",), self.tr("Say it again")),
                    (("Enter",), self.tr("Next question")),
                ),
            ),
            (
                self.tr("Review"),
                (
                    (("Space",), self.tr("Play from the words that were found, or stop")),
                    (("B",), self.tr("Bookmark, or take it off")),
                    (("Enter",), self.tr("Open")),
                    (("Delete",), self.tr("Delete a session")),
                ),
            ),
            (
                self.tr("Listening to an answer"),
                (
                    (("Space",), self.tr("Play and pause")),
                    (("←", "→"), self.tr("5 seconds back and forth")),
                    (("B",), self.tr("Bookmark, or take it off")),
                ),
            ),
        )
