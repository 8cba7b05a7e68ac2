"""The verdicts that an answer had before it was graded again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlprep_gui.app.said_below import in_words
from mlprep_gui.domain.session import Answer, EarlierGrade
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.pages.answer_view import quotes_of
from mlprep_gui.ui.pages.words import instant_words, score_words
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.layouts import Divider
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel


class EarlierGradesDialog(Dialog):
    """Lists the earlier assessments of an answer, newest first; Esc closes it."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier verdicts"))
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(wrapped(answer.question.prompt, "title"))
        for grade in answer.earlier:
            column.addWidget(Divider())
            column.addLayout(self._grade(grade))
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
        foot.addWidget(wrapped(self.tr("Your own verdicts belong to the answer and stay."), "small", "muted"), 1)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)
        self.resize(look().px(600), min(look().px(600), self.screen().availableGeometry().height() - 64))

    def _grade(self, grade: EarlierGrade) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        when = self.tr("Graded on {0}").format(instant_words(grade.graded_at))
        column.addWidget(wrapped(when, "strong"))
        found = grade.assessment
        by = self.tr("Assessor {0}").format(found.assessor)
        if not found.graded:
            column.addWidget(wrapped(self.tr("Not graded. {0}").format(in_words(found.reason)), "body"))
            column.addWidget(Label(by, "caption", "muted"))
            return column
        column.addWidget(wrapped(score_words(found.score, found.score_low, found.score_high), "body"))
        column.addWidget(wrapped(by, "caption", "muted"))
        column.addLayout(self._points(grade))
        return column

    def _points(self, grade: EarlierGrade) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        statements = {point.id: point.statement for point in grade.question.key_points}
        for line, found in enumerate(grade.assessment.verdicts):
            grid.addWidget(VerdictLabel(found.verdict), 2 * line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(statements.get(found.key_point, found.key_point), "small"), 2 * line, 1)
            if found.evidence:
                said = " … ".join(quotes_of(None, found.evidence))
                grid.addWidget(wrapped(f"“{said}”", "quote"), 2 * line + 1, 1)
        return grid
