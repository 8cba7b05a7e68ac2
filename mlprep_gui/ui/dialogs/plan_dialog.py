"""The interview date and the daily amount."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.domain.plan import PlanSettings
from mlprep_gui.ui.dialogs.dialog import Dialog
from mlprep_gui.ui.pages.plan_fields import PlanFields
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.text import wrapped


class PlanDialog(Dialog):
    """Asks for how much is practised a day and for when; Esc leaves everything as it is.

    Signals:
        chosen(object): the new PlanSettings.
    """

    chosen = Signal(object)

    def __init__(self, settings: PlanSettings, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The plan"))
        self.fields = PlanFields()
        self.fields.fill(settings, today)
        self._save = Button(self.tr("Use this plan"), Kind.PRIMARY)
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT)
        self._save.setDefault(True)
        self._build()
        self._save.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.fields.chosen))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(wrapped(self.tr("The plan"), "title"))
        about = self.tr(
            "What you missed comes back soon, what you said well comes back late. With an interview date everything "
            "comes up once more in the days before it."
        )
        column.addWidget(wrapped(about, "body", "muted"))
        column.addSpacing(8)
        column.addWidget(self.fields)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column.addLayout(foot)
        self.resize(look().px(620), self.sizeHint().height())
