"""What follows from the choices on the setup page: how many questions, how long, in which order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlprep_gui.app.views import SetupView
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Mode
from mlprep_gui.ui.widgets.layouts import Card, Divider, clear
from mlprep_gui.ui.widgets.text import Label, wrapped

_SHOWN = 10


class SetupSummary(Card):
    """The side card "This round"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self.setAccessibleName(self.tr("This round"))
        self.body.addWidget(Label(self.tr("This round"), "strong"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addLayout(self._lines)

    def set_state(self, view: SetupView) -> None:
        """Show a round that is set up."""
        clear(self._lines)
        self._add(self.tr("Questions"), self.tr("{0} of {1}").format(len(view.questions), view.available))
        if not view.questions:
            advice = self.tr("No question fits. Choose more topics, another level or another pack.")
            self._lines.addWidget(wrapped(advice, "small", "warning"))
            return
        self._add(self.tr("Speaking and thinking"), self.tr("about {0} min").format(max(1, round(view.total_s / 60))))
        self._add(self.tr("Answers"), self._answers_words(view))
        self._add(self.tr("Ends at about"), view.ends_at.astimezone().strftime("%H:%M"))
        self._lines.addWidget(Divider())
        if view.choice.mode is Mode.MOCK:
            self._lines.addWidget(wrapped(self.tr("You get to know each question when it is asked."), "small", "muted"))
            return
        self._lines.addWidget(Label(self.tr("In this order"), "caption", "muted"))
        for number, question in enumerate(view.questions[:_SHOWN], start=1):
            self._lines.addLayout(_numbered(number, question))
        more = len(view.questions) - _SHOWN
        if more > 0:
            self._lines.addWidget(Label(self.tr("and {0} more").format(more), "small", "muted"))

    def _answers_words(self, view: SetupView) -> str:
        if view.choice.typed:
            return self.tr("typed")
        chosen = (each for each in view.microphones if each.id == view.choice.microphone)
        device = next(chosen, next((each for each in view.microphones if each.is_default), None))
        return device.name if device is not None else self.tr("no microphone found")

    def _add(self, name: str, value: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(name, "small", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(value, "small", wrap=True, align="right"), 1)
        self._lines.addLayout(row)


def _numbered(number: int, question: Question) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    figure: QLabel = Label(str(number), "small", "muted")
    figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("00"))
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped(question.prompt, "small"), 1)
    return row
