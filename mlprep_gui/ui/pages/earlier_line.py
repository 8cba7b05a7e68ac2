"""One small line under the score of an answer that was graded again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.domain.session import Answer
from mlprep_gui.ui.pages.words import date_words
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.text import Label


class EarlierLine(QWidget):
    """Says when the answer was graded again and what its score was; the earlier verdicts are a click away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._words = Label("", "small", "muted")
        show = Button(self.tr("Show the earlier verdicts"), Kind.TEXT, size=Size.COMPACT)
        show.clicked.connect(self._on_show)
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=4)
        self._words.setMinimumHeight(show.sizeHint().height())
        flow.addWidget(self._words)
        flow.addWidget(show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.hide()

    def set_state(self, answer: Answer) -> None:
        """Show the line of an answer; hidden when it was graded once."""
        self._answer = answer
        self.setVisible(bool(answer.earlier) and answer.graded_at is not None)
        if not answer.earlier or answer.graded_at is None:
            return
        before, day = answer.earlier[0].assessment, date_words(answer.graded_at)
        if before.graded:
            words = self.tr("Graded again on {0}, was {1}.").format(day, round(before.score))
        else:
            words = self.tr("Graded again on {0}, had no score before.").format(day)
        self._words.setText(words)
        self.setAccessibleName(words)

    def _on_show(self) -> None:
        from mlprep_gui.ui.dialogs.earlier_grades_dialog import EarlierGradesDialog

        if self._answer is not None:
            EarlierGradesDialog(self._answer, self).open()
