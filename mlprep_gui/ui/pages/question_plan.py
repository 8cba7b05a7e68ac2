"""How a question stands in the plan, and what the learner can do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.app.plan_words import rating_word
from mlprep_gui.app.views import QuestionPlanView
from mlprep_gui.domain.plan import Rating
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.choices import Segment
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.text import Label, wrapped


class QuestionPlan(QWidget):
    """The part "In the plan" of a question. `set_state(view)`.

    Signals:
        rating_chosen(object): the last answer was like this Rating; None: as the program rates it.
        suspended(bool), buried(bool), reset_chosen(bool): do that, or take it back.
    """

    rating_chosen = Signal(object)
    suspended = Signal(bool)
    buried = Signal(bool)
    reset_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("In the plan"))
        self._view = QuestionPlanView("")
        self._words = wrapped("", "body")
        ratings = [(rating.name, rating_word(rating)) for rating in Rating]
        self.rating = Segment(ratings, self.tr("How well it was remembered the last time"), compact=True)
        self.own_again = Button(self.tr("As the program rates it"), Kind.TEXT, size=Size.COMPACT)
        self.suspend_button = Button("", size=Size.COMPACT)
        self.bury_button = Button("", size=Size.COMPACT)
        self.reset_button = Button(self.tr("Begin anew"), size=Size.COMPACT)
        self.reset_button.setToolTip(self.tr("Answers until now stay, but do not count in the plan any more."))
        self.unreset_button = Button(self.tr("Count earlier answers again"), size=Size.COMPACT)
        self._build()
        self.rating.value_changed.connect(lambda name: self.rating_chosen.emit(Rating[name]))
        self.own_again.clicked.connect(lambda: self.rating_chosen.emit(None))
        self.suspend_button.clicked.connect(lambda: self.suspended.emit(not self._view.is_suspended))
        self.bury_button.clicked.connect(lambda: self.buried.emit(not self._view.is_buried))
        self.reset_button.clicked.connect(lambda: self.reset_chosen.emit(True))
        self.unreset_button.clicked.connect(lambda: self.reset_chosen.emit(False))

    def set_state(self, view: QuestionPlanView) -> None:
        """Show how the question stands."""
        self._view = view
        self._words.setText(view.words)
        self._rated.setVisible(view.rating is not None)
        self.rating.set_value(view.rating.name if view.rating is not None else "")
        self.own_again.setVisible(view.is_corrected)
        self.suspend_button.setText(self.tr("Bring it back") if view.is_suspended else self.tr("Suspend"))
        self.bury_button.setText(
            self.tr("Bring it back today") if view.is_buried else self.tr("Put off until tomorrow")
        )
        self.bury_button.setVisible(not view.is_suspended)
        self.reset_button.setVisible(view.can_reset)
        self.unreset_button.setVisible(view.is_reset)

    def _build(self) -> None:
        self._rated = QWidget()
        rated = QVBoxLayout(self._rated)
        rated.setContentsMargins(0, 0, 0, 4)
        rated.setSpacing(6)
        rated.addWidget(Label(self.tr("Your last answer was"), "caption", "muted"))
        choice = QWidget()
        row = FlowLayout(choice)
        row.addWidget(self.rating)
        row.addWidget(self.own_again)
        rated.addWidget(choice)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self.suspend_button, self.bury_button, self.reset_button, self.unreset_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("In the plan"), "strong"))
        column.addWidget(self._words)
        column.addWidget(self._rated)
        column.addWidget(acts)
