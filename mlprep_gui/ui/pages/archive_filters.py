"""What is looked for on the review page: a search field and what narrows the list."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlprep_gui.app.views import ArchiveChoice, ArchiveView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.widgets.choices import Chip, ComboBox
from mlprep_gui.ui.widgets.fields import SearchField
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.verdicts import verdict_word

_LONGEST_SEARCH = 200


class ArchiveFilters(QWidget):
    """The field and the filters; `set_state(view)`.

    Signals:
        choice_changed(ArchiveChoice): something else is looked for.
    """

    choice_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = ArchiveChoice()
        self.search = SearchField(self.tr("Search what you said, your notes and the questions"))
        self.search.setMaxLength(_LONGEST_SEARCH)
        self._period = ComboBox(self.tr("When"))
        self._verdict = ComboBox(self.tr("Verdict"))
        self._score = ComboBox(self.tr("Score"))
        self._topic = ComboBox(self.tr("Topic"))
        self._pack = ComboBox(self.tr("Question pack"))
        self._bookmarked = Chip(self.tr("Bookmarked"))
        self._recovered = Chip(self.tr("Recovered"))
        self._question = Chip("", removable=True)
        self._asked = _in_line(self._question)
        self._build()
        self._fill_fixed()
        self.search.textChanged.connect(lambda text: self._change(text=text))
        self._question.clicked.connect(lambda: self._change(question=("", "")))
        for box, name in self._boxes():
            box.currentIndexChanged.connect(lambda _, box=box, name=name: self._change(**{name: box.value}))
        self._bookmarked.toggled.connect(lambda on: self._change(bookmarked=on))
        self._recovered.toggled.connect(lambda on: self._change(recovered=on))

    @property
    def choice(self) -> ArchiveChoice:
        """What is looked for now."""
        return self._choice

    def set_state(self, view: ArchiveView) -> None:
        """Show what is looked for, and what there is to choose from."""
        choice = self._choice = view.choice
        self._period.set_options(self._periods(view), choice.period)
        topics = [("", self.tr("All topics")), *((topic, topic) for topic in view.extent.topics)]
        self._topic.set_options(topics, choice.topic)
        packs = [("", self.tr("All packs")), *((pack, view.packs.get(pack, pack)) for pack in view.extent.packs)]
        self._pack.set_options(packs, choice.pack)
        self._pack.setVisible(len(packs) > 2 or bool(choice.pack))
        self._verdict.set_options(self._verdicts(), choice.verdict)
        self._score.set_options(self._scores(), choice.score)
        for control, value in ((self._bookmarked, choice.bookmarked), (self._recovered, choice.recovered)):
            control.blockSignals(True)
            control.setChecked(value)
            control.blockSignals(False)
        if self.search.text() != choice.text:
            self.search.blockSignals(True)
            self.search.setText(choice.text)
            self.search.blockSignals(False)
        prompt = choice.question[1]
        short = prompt if len(prompt) <= 40 else prompt[:39].rstrip() + "…"
        self._question.setText(short)
        self._question.setAccessibleName(self.tr("Remove {0}").format(prompt))
        self._asked.setVisible(bool(choice.question[0]))

    def choose(self, choice: ArchiveChoice) -> None:
        """Look for something else."""
        if choice != self._choice:
            self._choice = choice
            self.choice_changed.emit(choice)

    def _change(self, **changes: object) -> None:
        self.choose(replace(self._choice, **changes))  # type: ignore[arg-type]  # names and values of the fields

    def _boxes(self) -> Iterable[tuple[ComboBox, str]]:
        return (
            (self._period, "period"),
            (self._verdict, "verdict"),
            (self._score, "score"),
            (self._topic, "topic"),
            (self._pack, "pack"),
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        below = QWidget()
        flow = FlowLayout(below)
        flow.addWidget(self._asked)
        for box, _ in self._boxes():
            flow.addWidget(box)
        for chip in (self._bookmarked, self._recovered):
            flow.addWidget(_in_line(chip))
        column.addWidget(below)
        self.search.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _fill_fixed(self) -> None:
        self._asked.hide()
        self._pack.hide()
        self._period.set_options(self._periods(ArchiveView(ArchiveChoice(), (), date.min)))
        self._topic.set_options([("", self.tr("All topics"))])
        self._verdict.set_options(self._verdicts())
        self._score.set_options(self._scores())

    def _periods(self, view: ArchiveView) -> list[tuple[str, str]]:
        periods = [
            ("", self.tr("Any time")),
            ("today", self.tr("Today")),
            ("week", self.tr("Last 7 days")),
            ("month", self.tr("Last 30 days")),
            ("year", self.tr("Last 365 days")),
        ]
        if view.extent.first_at is None:
            return periods
        first, month = view.extent.first_at.astimezone().date().replace(day=1), view.today.replace(day=1)
        while month >= first:
            words = QLocale().toString(QDate(month.year, month.month, 1), "MMMM yyyy")
            periods.append((f"{month:%Y-%m}", words))
            month = month.replace(year=month.year - (month.month == 1), month=(month.month - 2) % 12 + 1)
        return periods

    def _verdicts(self) -> list[tuple[str, str]]:
        words = self.tr("Has a point: {0}")
        return [
            ("", self.tr("Any verdict")),
            *((str(verdict), words.format(verdict_word(verdict).lower())) for verdict in Verdict),
        ]

    def _scores(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Any score")),
            ("low", self.tr("Below 50")),
            ("middle", self.tr("50 to 79")),
            ("high", self.tr("80 and more")),
            ("none", self.tr("Not graded")),
        ]


def _in_line(chip: Chip) -> QWidget:
    """Let a chip stand in the middle of the line beside the higher boxes."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 4)
    column.addWidget(chip)
    return holder
