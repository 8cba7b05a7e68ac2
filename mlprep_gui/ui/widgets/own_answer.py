"""Where the program is unsure, the learner decides: yes, partly or no."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.segment import Segment


class OwnAnswer(QWidget):
    """Yes, partly or no in one tap; what was chosen stays marked, can be changed and taken back.

    Args:
        question: what is asked, for screen readers; it stands above, with the learner's words.

    Signals:
        chosen(object): a Verdict, or None to take it back.
    """

    chosen = Signal(object)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = (
            (Verdict.COVERED.value, self.tr("Yes")),
            (Verdict.PARTLY.value, self.tr("Partly")),
            (Verdict.MISSED.value, self.tr("No")),
        )
        self._own: Verdict | None = None
        self._answers = Segment(options, question, compact=True)
        self._back = Button(self.tr("Take back"), Kind.TEXT, size=Size.COMPACT)
        self._back.setAccessibleDescription(question)
        flow = FlowLayout(self, gap=8)
        flow.addWidget(self._answers)
        flow.addWidget(self._back)
        self._answers.value_changed.connect(self._on_chosen)
        self._back.clicked.connect(lambda: self.chosen.emit(None))
        self.set_own(None)

    def set_own(self, own: Verdict | None) -> None:
        """Show what was chosen; a verdict that is no answer here marks none."""
        self._own = own
        self._answers.set_value(own.value if own is not None else "")
        if own is None and self._back.hasFocus():
            self.focusPreviousChild()
        self._back.setVisible(own is not None)

    def _on_chosen(self, value: str) -> None:
        verdict = Verdict(value)
        if verdict is not self._own:
            self.chosen.emit(verdict)
