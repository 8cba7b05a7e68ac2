"""All questions: search, filter, read what is behind each, practise one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import QuestionsView
from mlprep_gui.domain.errors import Finding
from mlprep_gui.domain.question import Level, Question
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.question_detail import QuestionDetail
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.split import SplitPage
from mlprep_gui.ui.pages.words import dotted, level_word
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.audio_drop import AudioDrop
from mlprep_gui.ui.widgets.button import Button, IconButton, Kind
from mlprep_gui.ui.widgets.choices import ComboBox
from mlprep_gui.ui.widgets.fields import SearchField
from mlprep_gui.ui.widgets.layouts import Card, IconMark, clear
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import Label, wrapped

# What two filters beside each other need of the list.
_ABREAST_PX = 300


class QuestionsPage(SplitPage):
    """The question list; a question's example answer is hidden until asked for.

    Signals:
        practise_requested(str): practise this question.
        file_chosen(str, object): answer this question with a recording made elsewhere (Path).
        open_folder_requested(): open the folder of the user's own packs.
        reload_requested(): read the packs again.
        rating_chosen(str, object), suspended(str, bool), buried(str, bool), reset_chosen(str, bool): of a question, as
            of QuestionPlan.
    """

    practise_requested = Signal(str)
    file_chosen = Signal(str, object)
    open_folder_requested = Signal()
    reload_requested = Signal()
    rating_chosen = Signal(str, object)
    suspended = Signal(str, bool)
    buried = Signal(str, bool)
    reset_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(list_px=330, parent=parent)
        self.setAccessibleName(self.tr("Questions"))
        self._view = QuestionsView(())
        self._selected = ""
        self._rows: dict[str, QuestionRow] = {}
        self.search = SearchField(self.tr("Search questions"))
        self._topic = ComboBox(self.tr("Topic"))
        self._level = ComboBox(self.tr("Level"))
        self._count = Label("", "caption", "muted", wrap=True)
        self._errors = QVBoxLayout()
        self._detail = QuestionDetail()
        self._empty = wrapped("", "reading", "muted")
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.search.textChanged.connect(self._show_list)
        self._topic.currentIndexChanged.connect(self._show_list)
        self._level.currentIndexChanged.connect(self._show_list)
        self._detail.practise_requested.connect(self.practise_requested)
        plan = self._detail.plan
        plan.rating_chosen.connect(lambda rating: self.rating_chosen.emit(self._selected, rating))
        plan.suspended.connect(lambda on: self.suspended.emit(self._selected, on))
        plan.buried.connect(lambda on: self.buried.emit(self._selected, on))
        plan.reset_chosen.connect(lambda on: self.reset_chosen.emit(self._selected, on))
        self._detail.file_chosen.connect(self.file_chosen)
        self.first_focus = self.search

    def set_state(self, view: QuestionsView) -> None:
        """Show the questions of all packs that could be loaded, and what is wrong with the others."""
        self._view = view
        questions = self._questions()
        topics = sorted({question.topic for question in questions if question.topic})
        options = [("", self.tr("All topics")), *((topic, topic) for topic in topics)]
        self._topic.set_options(options, self._topic.value)
        levels = [("", self.tr("All levels")), *((str(level), level_word(level)) for level in Level)]
        self._level.set_options(levels, self._level.value)
        self.search.setPlaceholderText(self.tr("Search {0} questions").format(len(questions)))
        self._show_errors(view.errors)
        if self._selected not in {question.id for question in questions}:
            self._selected = questions[0].id if questions else ""
        self._show_list()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Questions"), "title"), 1)
        folder = IconButton("folder", self.tr("Open the folder of my own packs"))
        folder.clicked.connect(self.open_folder_requested)
        reload_ = IconButton("again", self.tr("Read the packs again"))
        reload_.clicked.connect(self.reload_requested)
        head.addWidget(folder)
        head.addWidget(reload_)
        self.head.addLayout(head)
        self.head.addWidget(self.search)
        self._filters.setSpacing(8)
        for box in (self._topic, self._level):
            box.setMinimumWidth(60)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._filters.addWidget(box, 1)
        self.head.addLayout(self._filters)
        self.head.addWidget(self._count)
        self.body.addLayout(self._errors)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._detail)
        self.body.addStretch(1)

    def _questions(self) -> tuple[Question, ...]:
        return tuple(question for pack in self._view.packs for question in pack.questions)

    def _matching(self) -> tuple[Question, ...]:
        wanted = self.search.text().casefold().split()
        return tuple(
            question
            for question in self._questions()
            if (not self._topic.value or question.topic == self._topic.value)
            and (not self._level.value or question.level == self._level.value)
            and all(word in _searchable(question) for word in wanted)
        )

    def _show_list(self) -> None:
        clear(self.rows)
        self._rows = {}
        found = self._matching()
        total = len(self._questions())
        self._count.setText(self.tr("{0} of {1} questions").format(len(found), total))
        by_topic: dict[str, list[Question]] = {}
        for question in found:
            by_topic.setdefault(question.topic, []).append(question)
        for topic, questions in by_topic.items():
            self.rows.addSpacing(12 if self._rows else 0)
            self.rows.addWidget(Label(topic or self.tr("Without a topic"), "caption", "muted"))
            self.rows.addSpacing(4)
            for question in questions:
                self._add_row(question)
        self.rows.addStretch(1)
        if found and self._selected not in self._rows:
            self._selected = found[0].id
        self._show_empty(total, len(found))
        self._show_selected()

    def _add_row(self, question: Question) -> None:
        score = self._view.scores.get(question.id)
        state = self.tr("{0} of 100 last time").format(round(score)) if score is not None else self.tr("New")
        row = QuestionRow(RowView(question.prompt, dotted(level_word(question.level), state)), divider=False)
        row.clicked.connect(lambda _=False, name=question.id: self._select(name))
        drop = AudioDrop(row, self.tr("Drop to answer this question"))
        drop.dropped.connect(lambda path, name=question.id: self.file_chosen.emit(name, path))
        self._rows[question.id] = row
        self.rows.addWidget(row)

    def _show_empty(self, total: int, found: int) -> None:
        if not total:
            words = self.tr("No question pack is loaded. Put a pack into your folder, then read the packs again.")
        elif not found:
            words = self.tr("No question fits. Search for fewer words, or choose all topics and levels.")
        else:
            words = ""
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self._detail.setVisible(bool(found))

    def _show_selected(self) -> None:
        for name, row in self._rows.items():
            row.set_selected(name == self._selected)
        question = next((each for each in self._questions() if each.id == self._selected), None)
        if question is not None:
            pack = next(pack for pack in self._view.packs if question in pack.questions)
            plan = self._view.plans.get(question.id)
            self._detail.set_state(question, pack.title, self._view.scores.get(question.id), plan)
        set_reading_order(self)

    def _select(self, name: str) -> None:
        self._selected = name
        self._show_selected()
        self.show_top()

    def _show_errors(self, errors: Sequence[Finding]) -> None:
        clear(self._errors)
        if not errors:
            return
        card = Card(padding=18, fill="warning_soft", outline="warning")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconMark("warning", "warning", 20))
        title = self.tr("One thing to mend in your packs.") if len(errors) == 1 else ""
        title = title or self.tr("{0} things to mend in your packs.").format(len(errors))
        head.addWidget(wrapped(title, "strong"), 1)
        card.body.addLayout(head)
        for finding in errors:
            where = self.tr("{0}, line {1}").format(finding.file, finding.line)
            card.body.addSpacing(4)
            card.body.addWidget(wrapped(where, "caption", "muted"))
            card.body.addWidget(wrapped(f"{finding.message} {finding.advice}".strip(), "small"))
        card.body.addSpacing(6)
        card.body.setSpacing(2)
        buttons = QHBoxLayout()
        folder = Button(self.tr("Open the folder"), icon="folder")
        folder.clicked.connect(self.open_folder_requested)
        again = Button(self.tr("Read the packs again"), Kind.TEXT)
        again.clicked.connect(self.reload_requested)
        buttons.addWidget(folder)
        buttons.addWidget(again)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        self._errors.addWidget(card)
        self._errors.addSpacing(16)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        abreast = self.panel.width() >= look().px(_ABREAST_PX)
        direction = QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom
        self._filters.setDirection(direction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.search.hasFocus() and self._rows:
            self._rows.get(self._selected, next(iter(self._rows.values()))).setFocus()
        elif not is_enter(event) or not click_focused(self):
            super().keyPressEvent(event)


def _searchable(question: Question) -> str:
    parts = [question.prompt, question.topic, *(point.statement for point in question.key_points)]
    return " ".join(parts).casefold()
