"""The part of the settings that adjusts verdicts to the learner's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import CalibrationView
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.layouts import Card
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import wrapped


class VerdictSettings(QWidget):
    """A card: how verdicts stand, buttons to adjust them and to undo that, and what came of it. `set_state(view)`.

    Signals:
        adjust_requested(), undo_requested(): the buttons.
        changed(): it says something else, and may need another height.
    """

    adjust_requested = Signal()
    undo_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = CalibrationView()
        self._standing = wrapped("", "strong")
        self.adjust_button = Button(self.tr("Adjust to my own verdicts"), icon="compare")
        self.undo_button = Button(self.tr("Undo"), icon="again")
        self.undo_button.setAccessibleName(self.tr("Undo the adjustment of the verdicts"))
        self._words = wrapped("", "small", "muted")
        card = Card(padding=16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.adjust_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        card.body.addWidget(self._standing)
        card.body.addLayout(row)
        card.body.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(card)
        self.adjust_button.clicked.connect(self.adjust_requested)
        self.undo_button.clicked.connect(self.undo_requested)
        self.set_state(self._view)

    @property
    def words(self) -> str:
        """How it stands and what came of the last step, as shown."""
        return f"{self._standing.text()} {self._words.text()}".strip()

    def set_state(self, view: CalibrationView) -> None:
        """Show how verdicts stand; what came of a step is announced."""
        was_busy, self._view = self._view.busy, view
        self._standing.setText(view.standing)
        self._words.setText(self.tr("Adjusting…") if view.busy else view.words)
        if not view.can_undo and self.undo_button.hasFocus():
            self.adjust_button.setFocus()
        self.undo_button.setVisible(view.can_undo)
        self.adjust_button.setEnabled(bool(view.standing))
        if was_busy and not view.busy:
            announce(self, self.words)
            self.changed.emit()
