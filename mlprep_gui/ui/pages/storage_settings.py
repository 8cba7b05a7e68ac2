"""The part of the settings that says what lies on the disk, and which recordings are kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.storage import Removal, StorageView
from mlprep_gui.domain.storage import AudioKept, AudioRule, DiskUse
from mlprep_gui.ui.pages.words import breakable, size_words
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.choices import Segment, Stepper
from mlprep_gui.ui.widgets.layouts import Card, FlowLayout, clear
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import Label, wrapped


class StorageSettings(QWidget):
    """A card: a rule for recordings, what it would remove, and sizes. `set_state(view)`.

    Choosing a rule only shows what it would remove; the button removes it. Keeping all holds at once.

    Signals:
        rule_offered(AudioRule): find out what this rule would remove.
        rule_chosen(AudioRule): put this rule in use.
        move_requested(): move the data folder.
        changed(): it says something else, and may need another height.
    """

    rule_offered = Signal(object)
    rule_chosen = Signal(object)
    move_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: StorageView | None = None
        self.kept = Segment(
            (
                (AudioKept.ALL, self.tr("All")),
                (AudioKept.LAST, self.tr("The last of a question")),
                (AudioKept.DAYS, self.tr("For some time")),
            ),
            self.tr("Recordings to keep"),
            compact=True,
        )
        self.takes = Stepper(self.tr("Recordings of a question to keep"), 1, 20, words=self._takes_words)
        self.days = Stepper(self.tr("Days to keep recordings"), 7, 3650, step=30, words=self._days_words)
        self.use_button = Button("", icon="check")
        self.move_button = Button(self.tr("Move data folder…"), icon="folder")
        self._words = wrapped("", "small", "muted")
        self._place = wrapped("", "small", "muted")
        self._sizes = QGridLayout()
        self._sizes.setHorizontalSpacing(16)
        self._sizes.setVerticalSpacing(4)
        self._sizes.setColumnStretch(1, 1)
        self._build()
        self._connect()

    def set_state(self, view: StorageView) -> None:
        """Show what is kept; what was removed is announced."""
        before, self._view = self._view, view
        if before is None or before.rule != view.rule:
            self._set_rule(view.rule)
        self._show_words()
        self._show_place(view)
        if before is None or before.use != view.use:
            self._show_sizes(view.use)
            self.changed.emit()
        if before is not None and before.busy and not view.busy:
            announce(self, self._words.text())

    def _build(self) -> None:
        choice = QWidget()
        flow = FlowLayout(choice, gap=12)
        for widget in (self.kept, self.takes, self.days):
            flow.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.use_button)
        row.addStretch(1)
        card = Card(padding=16)
        card.body.addWidget(Label(self.tr("Recordings to keep"), "strong"))
        card.body.addWidget(choice)
        card.body.addWidget(self._words)
        card.body.addLayout(row)
        card.body.addSpacing(8)
        card.body.addWidget(Label(self.tr("On this computer"), "strong"))
        card.body.addLayout(self._sizes)
        card.body.addSpacing(8)
        card.body.addWidget(self._place)
        card.body.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(card)
        self._show_sizes(None)
        self._show_words()

    def _connect(self) -> None:
        self.kept.value_changed.connect(lambda _: self._on_changed())
        self.takes.valueChanged.connect(lambda _: self._on_changed())
        self.days.valueChanged.connect(lambda _: self._on_changed())
        self.use_button.clicked.connect(lambda: self.rule_chosen.emit(self._rule()))
        self.move_button.clicked.connect(self.move_requested)

    def _rule(self) -> AudioRule:
        return AudioRule(AudioKept(self.kept.value or AudioKept.ALL), self.takes.value(), self.days.value())

    def _set_rule(self, rule: AudioRule) -> None:
        self.kept.set_value(rule.kept)
        for stepper, value in ((self.takes, rule.takes), (self.days, rule.days)):
            stepper.blockSignals(True)
            stepper.setValue(value)
            stepper.blockSignals(False)
            stepper.refresh()

    def _on_changed(self) -> None:
        rule = self._rule()
        self._show_words()
        if rule.kept is AudioKept.ALL:
            self.rule_chosen.emit(rule)
        else:
            self.rule_offered.emit(rule)
        self.changed.emit()

    def _show_words(self) -> None:
        view, rule = self._view, self._rule()
        self.takes.setVisible(rule.kept is AudioKept.LAST)
        self.days.setVisible(rule.kept is AudioKept.DAYS)
        in_use = view is None or rule.removes_as(view.rule)
        offered = view.offered if view is not None and view.offered is not None and view.offered.rule == rule else None
        self.use_button.setVisible(not in_use)
        self.use_button.setEnabled(offered is not None and view is not None and not view.busy)
        self.use_button.setText(self._button_words(offered))
        self._words.setText(self._rule_words(view, rule, offered, in_use=in_use))

    def _button_words(self, offered: Removal | None) -> str:
        if offered is None or not offered.recordings:
            return self.tr("Use this rule")
        return self.tr("Remove %n recording(s) and use this rule", "", offered.recordings)

    def _rule_words(self, view: StorageView | None, rule: AudioRule, offered: Removal | None, *, in_use: bool) -> str:
        stays = self.tr("Words, verdicts and notes always stay, and so do the recordings of bookmarked answers.")
        if view is not None and view.busy:
            return self.tr("Removing…")
        if in_use:
            if view is not None and view.removed is not None:
                count, size = view.removed.recordings, size_words(view.removed.size_bytes)
                return self.tr("%n recording(s) were removed, {0}.", "", count).format(size)
            return self.tr("Every recording is kept.") if rule.kept is AudioKept.ALL else stays
        if offered is None:
            return self.tr("Looking what this rule would remove…")
        if not offered.recordings:
            words = self.tr("This removes nothing now, and later what falls out of the rule, at the start.")
        else:
            words = self.tr(
                "This removes %n recording(s) for good, {0}, and later what falls out of the rule, at the start.",
                "",
                offered.recordings,
            ).format(size_words(offered.size_bytes))
        return f"{words} {stays}"

    def _show_place(self, view: StorageView) -> None:
        words = self.tr("Everything but the settings is in {0}.").format(breakable(str(view.folder)))
        if view.is_named:
            words += " " + self.tr("That folder was named at the start, so it is not moved from here.")
        self._place.setText(words)
        self.move_button.setEnabled(not view.is_named)

    def _show_sizes(self, use: DiskUse | None) -> None:
        clear(self._sizes)
        if use is None:
            self._sizes.addWidget(Label(self.tr("Being measured…"), "small", "muted"), 0, 0)
            return
        recordings = self.tr("{0} in %n file(s)", "", use.recordings).format(size_words(use.audio))
        lines = (
            (self.tr("Recordings"), recordings),
            (self.tr("Database"), size_words(use.database)),
            (self.tr("Its daily copies"), size_words(use.backups)),
            (self.tr("Models"), size_words(use.models)),
        )
        for at, (name, size) in enumerate(lines):
            self._sizes.addWidget(Label(name, "small", "muted"), at, 0)
            self._sizes.addWidget(Label(size, "small"), at, 1)

    def _takes_words(self, count: int) -> str:
        return self.tr("the last {0}").format(count)

    def _days_words(self, days: int) -> str:
        return self.tr("{0} days").format(days)
