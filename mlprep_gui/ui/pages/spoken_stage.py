"""What the interviewer says beside the questions: the opening and the closing of a mock interview."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mlprep_gui.app.views import RoundView
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.limited import Centred
from mlprep_gui.ui.pages.stage import Stage, set_text
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import IconMark
from mlprep_gui.ui.widgets.text import Label
from mlprep_gui.ui.widgets.words_view import PromptView

translate = QCoreApplication.translate


class SpokenStage(Stage):
    """The words in large type while they are said; the spoken one is marked."""

    go_on_requested = Signal()
    replay_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._words = PromptView()
        self._mark = IconMark("voice", "accent", 22)
        self._state = Label("", "body", "muted")
        self._go_on = Button("", Kind.PRIMARY, icon="skip", size=Size.LARGE)
        replay = Button(self.tr("Hear it again"), Kind.TEXT, icon="again")
        self.column.addStretch(2)
        self.column.addWidget(Centred(self._words, 640))
        self.column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._state)
        row.addStretch(1)
        self.column.addLayout(row)
        self.set_next(self._go_on, replay)
        self.column.addStretch(3)
        self._go_on.clicked.connect(self.go_on_requested)
        replay.clicked.connect(self.replay_requested)

    @override
    def set_view(self, view: RoundView) -> None:
        if view.speech != self._said:
            self._said = view.speech
            self._words.set_prompt(view.speech)
        if view.spoken is None:
            self._words.finish()
        else:
            self._words.set_spoken(view.spoken[0], view.spoken[1] - view.spoken[0])
        self._mark.set_icon("voice_off" if view.muted else "voice", "muted" if view.muted else "accent")
        set_text(self._state, self._state_words(view))
        begins = view.phase is Phase.OPENING
        self._go_on.setText(self.tr("Begin now") if begins else self.tr("To the report"))

    def _state_words(self, view: RoundView) -> str:
        if view.muted:
            return self.tr("The voice is muted. Read it yourself.")
        if view.spoken is None:
            return translate("AskingStage", "The interviewer is about to speak")
        return translate("AskingStage", "The interviewer is speaking")
