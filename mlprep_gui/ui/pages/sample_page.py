"""The sample: what the program makes of a recorded answer, before anything is set up."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.ui.pages.answer_view import grade_of
from mlprep_gui.ui.pages.feedback_view import FeedbackView
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import Button, Kind
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.text import wrapped


class SamplePage(Page):
    """The feedback on a recorded answer, or that it is on its way.

    Signals:
        closed(): back; also Enter and Esc.

    What can be done with the answer is `feedback`, with its own signals.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1032, centred=True, parent=parent)
        self.setAccessibleName(self.tr("A sample"))
        self._view: AnswerView | None = None
        about = self.tr("A sample: a voice has given this answer. Nothing of it is kept.")
        self._about = wrapped(about, "small", "muted")
        self._waiting = QWidget()
        self._prompt = wrapped("", "heading")
        self._hear = Button(self.tr("Hear the answer"), icon="play")
        self.feedback = FeedbackView()
        self._hints = KeyHintBar()
        self._close = Button(self.tr("Close the sample"), Kind.PRIMARY, key=self.tr("Enter"))
        self._build()
        self._hear.clicked.connect(lambda: self.feedback.play_requested.emit(0.0, -1.0))
        self._close.clicked.connect(self.closed)
        self.first_focus = self._close

    def set_state(self, view: AnswerView) -> None:
        """Show how the sample stands."""
        before, self._view = self._view, view
        self._prompt.setText(view.answer.question.prompt)
        self._waiting.setVisible(view.pending)
        self.feedback.setVisible(not view.pending)
        self._show_hints(view)
        if view.pending:
            self.show_top()
            announce(self, self._words.text())
        else:
            self.feedback.set_state(view)
            if before is not None and before.pending:
                announce(self, self.tr("The verdicts are ready."))
                # The rows were just made; they can take the focus only after the layout has shown them.
                QTimer.singleShot(0, self, self._focus_first_point)
        set_reading_order(self)

    def set_playback(self, playback: PlaybackView) -> None:
        """Follow the playback."""
        self.feedback.set_playback(playback)

    def _build(self) -> None:
        words = self.tr("It is being written down and graded on this computer now, as yours will be. A moment…")
        self._words = wrapped(words, "lead", "muted")
        column = QVBoxLayout(self._waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._prompt)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._hear)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addWidget(self._about)
        self.body.addWidget(self._waiting)
        self.body.addWidget(self.feedback)
        self.body.addStretch(1)
        self.set_foot(self._hints, self._close)

    def _show_hints(self, view: AnswerView) -> None:
        """Tell the keys of the key points, once there are some."""
        hints = (
            (("↑", "↓"), self.tr("Points")),
            ((self.tr("Space"),), self.tr("Play the words")),
            (("1", "–", "4"), self.tr("Correct a verdict")),
        )
        self._hints.set_hints(hints if grade_of(view) is not None else ())

    def _focus_first_point(self) -> None:
        first = self.feedback.first_focus
        if first is not None and first.isVisible() and self._close.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif not click_focused(self):
            self.closed.emit()
