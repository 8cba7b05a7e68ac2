"""All attempts at a question beside each other: verdicts over time, what was gained and lost, and how it sounded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.comparing import EXAMPLE, Change, ComparisonView, changes
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.words import date_words, instant_words
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.attempt_table import AttemptColumn, AttemptTable
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.choices import ComboBox
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.layouts import Card, FlowLayout, TwoColumns, clear
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.plot_card import PlotCard, PlotTable
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel, verdict_word

_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class ComparePage(Page):
    """The page. `set_state(view)` shows attempts, and follows what is heard of them.

    Signals:
        back_requested(): back to the answer.
        play_requested(str): play this take, or `comparing.EXAMPLE`; again to stop.
        practise_requested(str): practise this question.
    """

    back_requested = Signal()
    play_requested = Signal(str)
    practise_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Compare attempts"))
        self._view = ComparisonView(())
        self._back = Button(self.tr("Back to the answer"), Kind.TEXT, icon="back", size=Size.COMPACT)
        self._prompt = wrapped("", "heading")
        self._about = wrapped("", "body", "muted")
        self.before, self.after = ComboBox(self.tr("Earlier attempt")), ComboBox(self.tr("Later attempt"))
        self._plays = tuple(Button("", icon="play") for _ in _KEYS)
        self._changes = TwoColumns(side_px=420, gap=16, narrow_px=760)
        self._gained, self._lost = Card(), Card()
        self._table = AttemptTable()
        self._over_time = PlotCard(self.tr("Verdicts over time"), self._table)
        self._practise = Button(self.tr("Say it again"), Kind.PRIMARY, icon="microphone")
        self._choices = QWidget()
        self._build()
        self._connect()

    def set_state(self, view: ComparisonView) -> None:
        """Show attempts; while only what is heard changes, what was chosen stays."""
        before, self._view = self._view, view
        if before.attempts is not view.attempts or before.chosen != view.chosen:
            self._fill()
        self._follow_playback()

    def _build(self) -> None:
        flow = FlowLayout(self._choices, gap=12)
        for box, words in ((self.before, self.tr("Earlier")), (self.after, self.tr("Later"))):
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(Label(words, "small", "muted"))
            column.addWidget(box)
            flow.addWidget(pair)
        listen = QWidget()
        buttons = FlowLayout(listen, gap=8)
        for button in self._plays:
            buttons.addWidget(button)
        self._changes.main.addWidget(self._gained)
        self._changes.side.addWidget(self._lost)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        self.body.setSpacing(16)
        self.body.addLayout(head)
        for widget in (self._prompt, self._about, self._choices, listen, self._changes, self._over_time):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        hints = ((("1", "2", "3"), self.tr("Listen")), ((self.tr("Esc"),), self.tr("Back")))
        self.set_foot(KeyHintBar(hints), self._practise)
        self.first_focus = self._plays[0]

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._practise.clicked.connect(self._on_practise)
        self._table.moved.connect(self._table_words)
        for box in (self.before, self.after):
            box.currentIndexChanged.connect(self._show_choice)
        for number, button in enumerate(self._plays):
            button.clicked.connect(lambda _=False, at=number: self.play_requested.emit(self._sounds()[at]))

    # Showing

    def _fill(self) -> None:
        attempts = self._view.attempts
        if not attempts:
            return
        self._prompt.setText(attempts[-1].question.prompt)
        self._about.setText(self._about_words(attempts))
        options: list[tuple[str, str]] = [(each.take, self._attempt_words(each)) for each in attempts]
        names: list[str] = [name for name, _ in options]
        newest = len(names) - 1
        chosen = names.index(self._view.chosen) if self._view.chosen in names else newest
        # The answer it began from stands against the newest one, and the newest against the one before it.
        self.before.set_options(options, names[chosen if chosen < newest else max(0, newest - 1)])
        self.after.set_options(options, names[newest])
        several = len(attempts) > 1
        for widget in (self._choices, self._changes, self._plays[1]):
            widget.setVisible(several)
        self._plays[2].setVisible(bool(attempts[-1].question.example))
        self._show_table(attempts)
        self._show_choice()
        set_reading_order(self)

    def _about_words(self, attempts: Sequence[ComparedAttempt]) -> str:
        first, last = attempts[0].started_at, attempts[-1].started_at
        if len(attempts) == 1:
            words = self.tr("One attempt so far, on {0}. Say it again, and both stand here beside each other.")
            return words.format(date_words(first))
        return self.tr("{0} attempts, from {1} to {2}.").format(len(attempts), date_words(first), date_words(last))

    def _attempt_words(self, attempt: ComparedAttempt) -> str:
        score = self.tr("not graded")
        if attempt.score is not None:
            score = self.tr("{0} of 100").format(round(attempt.score))
        return f"{instant_words(attempt.started_at)}, {score}"

    def _show_choice(self) -> None:
        before, after = self._chosen(self.before), self._chosen(self.after)
        if before is None or after is None:
            return
        gained, lost = changes(before, after)
        both_graded = before.score is not None and after.score is not None
        nothing = self.tr("Nothing.") if both_graded else self.tr("One of the two was not graded.")
        self._show_changes(self._gained, self.tr("Gained"), gained, nothing)
        self._show_changes(self._lost, self.tr("Lost"), lost, nothing)
        self._follow_playback()

    def _show_changes(self, card: Card, title: str, found: Sequence[Change], nothing: str) -> None:
        clear(card.body)
        card.setAccessibleName(title)
        card.body.addWidget(Label(title, "strong"))
        if not found:
            card.body.addWidget(wrapped(nothing, "body", "muted"))
        for number, each in enumerate(found):
            if number:
                card.body.addSpacing(8)
            card.body.addWidget(wrapped(each.point.statement, "body"))
            words = self.tr("{0}, was {1}").format(verdict_word(each.after), verdict_word(each.before).lower())
            card.body.addWidget(VerdictLabel(each.after, words, small=True))
        card.body.addStretch(1)

    def _show_table(self, attempts: Sequence[ComparedAttempt]) -> None:
        points = attempts[-1].question.key_points
        columns = [
            AttemptColumn(
                date_words(each.started_at),
                str(round(each.score)) if each.score is not None else "–",
                tuple(each.verdicts.get(point.id) for point in points),
            )
            for each in attempts
        ]
        self._table.set_attempts([point.statement for point in points], columns)
        heads = (self.tr("Key point"), *(column.when for column in columns))
        score = (self.tr("Score"), *(column.score for column in columns))
        words: dict[Verdict | None, str] = {None: "–"}
        words |= {verdict: verdict_word(verdict) for verdict in Verdict}
        rows = [
            (point.statement, *(words[column.verdicts[at]] for column in columns)) for at, point in enumerate(points)
        ]
        self._over_time.show_plot(self._table.words, PlotTable(heads, (score, *rows)))

    def _table_words(self) -> None:
        self._over_time.set_sentence(self._table.words)

    def _follow_playback(self) -> None:
        texts = (self.tr("The earlier take"), self.tr("The later take"), self.tr("The example answer"))
        if len(self._view.attempts) == 1:
            texts = (self.tr("Your take"), *texts[1:])
        playable = {*self._view.recordings, EXAMPLE}
        for button, text, sound in zip(self._plays, texts, self._sounds(), strict=True):
            playing = bool(sound) and sound == self._view.playing
            button.setText(text)
            button.set_icon("stop" if playing else "play")
            button.setAccessibleName(self.tr("Stop: {0}").format(text) if playing else text)
            button.setEnabled(sound in playable)
            button.setToolTip("" if sound in playable else self.tr("There is no recording of this answer."))

    # What is chosen

    def _chosen(self, box: ComboBox) -> ComparedAttempt | None:
        return next((each for each in self._view.attempts if each.take == box.value), None)

    def _sounds(self) -> tuple[str, str, str]:
        return self.before.value, self.after.value, EXAMPLE

    def _on_practise(self) -> None:
        if self._view.attempts:
            self.practise_requested.emit(self._view.attempts[-1].question.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif key in _KEYS:
            button = self._plays[_KEYS.index(key)]
            if button.isVisible() and button.isEnabled():
                button.click()
        else:
            super().keyPressEvent(event)
