"""One key point of an answer: verdict, statement, the learner's own words, and what to say instead."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Card
from mlprep_gui.ui.widgets.own_answer import OwnAnswer
from mlprep_gui.ui.widgets.painting import focus_edge, painter_of
from mlprep_gui.ui.widgets.rows import move_between
from mlprep_gui.ui.widgets.text import Label, Run, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictLabel, verdict_word


class QuotePlay(QWidget):
    """The learner's own words in the serif, with a round play button and the time.

    Signals:
        play_requested(): by click or Space on the button.
    """

    play_requested = Signal()

    def __init__(
        self, quote: str = "", time: str = "", *, playable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._button = IconButton("play_fill", self.tr("Play these words"), soft=True, side_px=28)
        self._quote = wrapped("", "quote")
        self._time = Label("", "small", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._quote, 1)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        self._button.clicked.connect(self.play_requested)
        self.set_quote(quote, time, playable=playable)

    def set_quote(self, quote: str, time: str = "", *, playable: bool = True) -> None:
        """Show other words; without `playable` (a typed answer) there is no button."""
        self._quote.setText(f"“{quote}”")
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self._button.setVisible(playable)

    def set_playing(self, playing: bool) -> None:
        """Show whether these words sound now."""
        self._button.set_icon("stop" if playing else "play_fill")
        self._button.set_name(self.tr("Stop") if playing else self.tr("Play these words"))


@dataclass(frozen=True, slots=True)
class KeyPointView:
    """What a KeyPointRow shows.

    Attributes:
        key_point: id, comes back in the signals.
        statement: the key point in one sentence.
        verdict: the program's verdict; None when the answer was not graded.
        quotes: the learner's words it rests on: none, one stretch, or two said apart.
        quote_time: when they were said, as "0:19" or "0:19, 0:42".
        playable: there is sound for the quotes.
        reversal: for a contradicted point: what it sounds like, a sentence.
        correction: for a contradicted point: what is right, where that is known.
        could_say: for a missed or partly covered point: a sentence to say.
        question: for an unsure verdict: what the program asks the user, above the quotes.
        own: the user's own verdict, None for none.
        after: says that the verdict is that of a follow-up answer, or that it did not change it; else empty.
        ticked: whether the user believed to have said it before the verdicts were shown; None: was not asked.
        tick_agrees: the program's verdict on the first answer is the same.
    """

    key_point: str
    statement: str
    verdict: Verdict | None
    quotes: tuple[str, ...] = ()
    quote_time: str = ""
    playable: bool = True
    reversal: str = ""
    correction: str = ""
    could_say: str = ""
    question: str = ""
    own: Verdict | None = None
    after: str = ""
    ticked: bool | None = None
    tick_agrees: bool = True

    @property
    def quote(self) -> str:
        """The learner's words in one line."""
        return " … ".join(self.quotes)


_LEFT_PX = 120
_GAP_PX = 12
_EDGE_PX = 8
_PAD_PX = 14
_KEYS = {
    Qt.Key.Key_1: Verdict.COVERED,
    Qt.Key.Key_2: Verdict.PARTLY,
    Qt.Key.Key_3: Verdict.MISSED,
    Qt.Key.Key_4: Verdict.CONTRADICTED,
}


class KeyPointRow(QWidget):
    """A key point with its verdict, focusable: arrows move, Space plays, 1 to 4 correct the verdict, 0 takes it back.

    An unsure verdict asks the learner at once.

    Signals:
        play_requested(str): id of the key point; play the learner's words.
        hear_requested(str): read the sentence to say aloud.
        own_verdict_chosen(str, object): id, and a Verdict or None to take it back.
    """

    play_requested = Signal(str)
    hear_requested = Signal(str)
    own_verdict_chosen = Signal(str, object)
    _left: QWidget | None = None
    _verdict: VerdictLabel | None = None

    def __init__(self, view: KeyPointView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._inner: QWidget | None = None
        self._ask: OwnAnswer | None = None
        self.quote: QuotePlay | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_state(view)

    @property
    def view(self) -> KeyPointView:
        """What is shown."""
        return self._view

    def set_state(self, view: KeyPointView) -> None:
        """Show another state of the key point."""
        self._view = view
        if self._inner is not None:
            self._outer.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget(self)
        left = self._left = QWidget(self._inner)
        row = QHBoxLayout(self._inner)
        row.setContentsMargins(_EDGE_PX, _PAD_PX, _EDGE_PX, _EDGE_PX if view.verdict is Verdict.UNSURE else _PAD_PX)
        row.setSpacing(_GAP_PX)
        left.setLayout(self._verdict_column(view))
        left.setFixedWidth(look().px(_LEFT_PX))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words_column(view), 1)
        self._outer.insertWidget(0, self._inner)
        self._show_ask(view)
        parts = [verdict_word(view.verdict) if view.verdict else self.tr("Not graded"), view.after, view.statement]
        if view.ticked is not None:
            parts.append(self._ticked_words(view.ticked))
        if view.own is not None:
            parts.append(self.tr("You: {0}").format(self._own_words(view.own)))
        elif view.verdict is Verdict.UNSURE:
            parts.append(self.tr("you decide"))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(self._description(view))

    def set_playing(self, playing: bool) -> None:
        """Show whether the quote sounds now."""
        if self.quote is not None:
            self.quote.set_playing(playing)

    def reveal(self, place: int) -> None:
        """Let the verdict appear, after those of so many other points."""
        if self._verdict is not None:
            self._verdict.reveal(place)

    def _show_ask(self, view: KeyPointView) -> None:
        """Ask the learner below an unsure verdict; the answers stay where they are, so that they keep the focus."""
        asks = view.verdict is Verdict.UNSURE
        if asks and self._ask is None:
            self._ask = OwnAnswer(self.tr("Did you say this? {0}").format(view.statement), self)
            self._ask.chosen.connect(lambda own: self.own_verdict_chosen.emit(self._view.key_point, own))
            self._outer.addWidget(self._ask)
            self._indent()
        if self._ask is not None:
            self._ask.set_own(view.own)
            self._ask.setVisible(asks)

    def _description(self, view: KeyPointView) -> str:
        said = ""
        if view.quotes:
            said = self.tr("You said: “{0}”").format(view.quotes[0])
        for later in view.quotes[1:]:
            said += " " + self.tr("and then: “{0}”").format(later)
        keys = self.tr("Press 1 for yes, 2 for partly, 3 for no.") if view.verdict is Verdict.UNSURE else ""
        parts = (view.question, said, view.reversal, view.correction, view.could_say, keys)
        return " ".join(part for part in parts if part)

    def _verdict_column(self, view: KeyPointView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, look().px(4), 0, 0)
        column.setSpacing(4)
        self._verdict = None
        if view.verdict is None:
            column.addWidget(Label(self.tr("Not graded"), "small", "muted"))
        else:
            self._verdict = VerdictLabel(view.verdict)
            column.addWidget(self._verdict)
        own = Label("", "caption", "muted", wrap=True)
        if view.own is not None:
            words = self._own_words(view.own)
            same = view.own is view.verdict
            apart = not same and view.verdict is not Verdict.UNSURE
            text = self.tr("But you: {0}") if apart else self.tr("You: {0}")
            own.setText(text.format(words))
            if not same:
                own.set_runs([Run(text.format(words), "ink", "caption")])
                own.set_colour("ink")
        indent = QVBoxLayout()
        indent.setContentsMargins(look().px(24), 0, 0, 0)
        if view.after:
            indent.addWidget(Label(view.after, "caption", "muted", wrap=True))
        if view.ticked is not None:
            style = ("caption", "muted") if view.tick_agrees else ("caption", "ink")
            indent.addWidget(Label(self._ticked_words(view.ticked), *style, wrap=True))
        indent.addWidget(own)
        column.addLayout(indent)
        column.addStretch(1)
        return column

    def _ticked_words(self, ticked: bool) -> str:
        return self.tr("You ticked it") if ticked else self.tr("Not ticked")

    def _words_column(self, view: KeyPointView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        own = IconButton("more", self.tr("Give your own verdict"), side_px=28)
        own.setAccessibleName(f"{own.accessibleName()}: {view.statement}")
        own.clicked.connect(lambda: self.verdict_menu().popup(own.mapToGlobal(own.rect().bottomLeft())))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(wrapped(view.statement, "strong"), 1, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(own, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        if view.question:
            column.addWidget(wrapped(view.question, "body", "unsure"))
        self.quote = None
        if view.quotes:
            self.quote = QuotePlay(view.quote, view.quote_time, playable=view.playable)
            self.quote.play_requested.connect(lambda: self.play_requested.emit(view.key_point))
            column.addWidget(self.quote)
        if view.reversal:
            card = Card(padding=11, fill="contradicted_soft", outline="")
            words = wrapped("", "body")
            words.set_runs([Run(f"{view.reversal} ", style="strong"), Run(view.correction)])
            card.body.addWidget(words)
            column.addWidget(card)
        if view.could_say:
            column.addLayout(self._could_say(view))
        column.addStretch(1)
        return column

    def _could_say(self, view: KeyPointView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        hear = IconButton("voice", self.tr("Hear this sentence"), soft=True, side_px=28)
        hear.setAccessibleName(f"{hear.accessibleName()}: {view.could_say}")
        hear.clicked.connect(lambda: self.hear_requested.emit(view.key_point))
        words = wrapped("", "body")
        lead = self.tr("Fuller:") if view.verdict is Verdict.PARTLY else self.tr("You could say:")
        words.set_runs([Run(f"{lead} ", "muted"), Run(view.could_say)])
        row.addWidget(hear, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _own_words(self, verdict: Verdict) -> str:
        words = {
            Verdict.COVERED: self.tr("said it"),
            Verdict.PARTLY: self.tr("partly"),
            Verdict.MISSED: self.tr("not said"),
            Verdict.CONTRADICTED: self.tr("contradicted"),
            Verdict.UNSURE: self.tr("unsure"),
        }
        return words[verdict]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.own_verdict_chosen.emit(self._view.key_point, _KEYS[key])
        elif key == Qt.Key.Key_0:
            self.own_verdict_chosen.emit(self._view.key_point, None)
        elif key == Qt.Key.Key_Space and self._view.quotes and self._view.playable:
            self.play_requested.emit(self._view.key_point)
        elif key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not move_between(self, -1 if key == Qt.Key.Key_Up else 1):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.verdict_menu()
        menu.popup(event.globalPos())

    def verdict_menu(self) -> QMenu:
        """Return a menu with which the user gives their own verdict."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, verdict in enumerate(_KEYS.values(), start=1):
            action = menu.addAction(f"{verdict_word(verdict)}\t{number}")
            action.triggered.connect(
                lambda _=False, chosen=verdict: self.own_verdict_chosen.emit(self._view.key_point, chosen)
            )
        menu.addSeparator()
        back = menu.addAction(self.tr("Take my verdict back") + "\t0")
        back.triggered.connect(lambda: self.own_verdict_chosen.emit(self._view.key_point, None))
        back.setEnabled(self._view.own is not None)
        return menu

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._left is not None:
            self._left.setFixedWidth(look().px(_LEFT_PX))
            self._indent()

    def _indent(self) -> None:
        """The answers to an unsure verdict stand under its words."""
        if self._ask is not None:
            left = _EDGE_PX + look().px(_LEFT_PX) + _GAP_PX
            self._ask.setContentsMargins(left, 0, _EDGE_PX, _PAD_PX)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), look().colour("line"))
        if self.hasFocus():
            focus_edge(painter, QRectF(self.rect()), look().px(8))
