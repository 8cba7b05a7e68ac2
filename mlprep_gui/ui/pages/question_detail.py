"""One question and what is behind it; key points and example answer stay shut until they are asked for."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import QuestionPlanView
from mlprep_gui.domain.question import Question
from mlprep_gui.ui.dialogs.audio_file_dialog import choose_audio_file
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.question_plan import QuestionPlan
from mlprep_gui.ui.pages.words import dotted, level_word, weight_word
from mlprep_gui.ui.widgets.audio_drop import AudioDrop
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.layouts import Divider, FlowLayout, Section, clear
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.waveform import clock


class QuestionDetail(QWidget):
    """The right side of the question list.

    Signals:
        practise_requested(str): practise this question.
        file_chosen(str, object): answer this question with a recording made elsewhere (Path).

    How it stands in the plan is `plan`, with its own signals.
    """

    practise_requested = Signal(str)
    file_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = ""
        self._about = wrapped("", "caption", "muted")
        self._prompt = wrapped("", "heading")
        self._score = wrapped("", "small", "muted")
        practise = Button(self.tr("Practise it now"), Kind.PRIMARY, icon="microphone")
        practise.clicked.connect(lambda: self.practise_requested.emit(self._question))
        from_file = Button(self.tr("Answer from a file…"), icon="folder")
        from_file.clicked.connect(lambda: choose_audio_file(self, self._on_file_chosen))
        AudioDrop(self, self.tr("Drop the recording to answer this question")).dropped.connect(self._on_file_chosen)
        self.plan = QuestionPlan()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._about, self._prompt, self._score):
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        row.addWidget(practise)
        row.addWidget(from_file)
        column.addWidget(buttons)
        column.addSpacing(16)
        column.addWidget(self.plan)
        column.addSpacing(12)
        column.addLayout(self._parts)

    def _on_file_chosen(self, path: Path) -> None:
        self.file_chosen.emit(self._question, path)

    def set_state(
        self, question: Question, pack: str, score: float | None, plan: QuestionPlanView | None = None
    ) -> None:
        """Show a question; what was opened for another one is shut again."""
        length = self.tr("about {0} to answer").format(clock(question.answer_s))
        self._about.setText(dotted(question.topic, level_word(question.level), length, pack))
        self._prompt.setText(question.prompt)
        last = self.tr("Your last answer: {0} of 100.").format(round(score)) if score is not None else ""
        self._score.setText(last or self.tr("Not answered yet."))
        self.plan.setVisible(plan is not None)
        if plan is not None:
            self.plan.set_state(plan)
        if question.id == self._question:
            return
        self._question = question.id
        clear(self._parts)
        for title, text in ((self.tr("Why it is asked"), question.why), (self.tr("How to answer"), question.how)):
            if text:
                part = Section(title)
                part.body.addWidget(Reading(text))
                self._parts.addWidget(part)
        self._parts.addWidget(Divider())
        self._parts.addWidget(self._key_points(question))
        if question.example:
            part = Section(self.tr("Show an example answer"), collapsible=True, open_=False)
            part.body.addWidget(Reading(question.example))
            self._parts.addWidget(part)

    def _key_points(self, question: Question) -> Section:
        part = Section(self.tr("Show the key points"), collapsible=True, open_=False)
        heaviest = max((point.weight for point in question.key_points), default=1.0)
        for point in question.key_points:
            row = QHBoxLayout()
            row.setContentsMargins(24, 4, 0, 4)
            row.setSpacing(16)
            row.addWidget(wrapped(point.statement), 1)
            weight = Label(weight_word(point.weight, heaviest), "caption", "muted")
            row.addWidget(weight, 0, Qt.AlignmentFlag.AlignTop)
            part.body.addLayout(row)
        return part
