"""One small line under a transcript: what wrote it down and when, and the wish to have it written down again."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, RecogniserList, RecogniserState
from mlprep_gui.ui.pages.words import written_words
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import FlowLayout
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import Label


class WrittenLine(QWidget):
    """Says what wrote the words down; with a recording another recogniser can do it again. `set_answer(view)`.

    Signals:
        again_requested(str, str): write this take down again, with this recogniser.
        cancelled(): stop that.
    """

    again_requested = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AnswerView | None = None
        self._words = Label("", "small", "muted")
        self._again = Button(self.tr("Write it down again…"), Kind.TEXT, size=Size.COMPACT)
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT, size=Size.COMPACT)
        self._cancel.setAccessibleName(self.tr("Cancel writing it down again"))
        self._earlier = Button("", Kind.TEXT, size=Size.COMPACT)
        self.menu = QMenu(self)
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=4)
        self._words.setMinimumHeight(self._again.sizeHint().height())
        for widget in (self._words, self._again, self._cancel, self._earlier):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self._again.clicked.connect(self._on_again)
        self._cancel.clicked.connect(self.cancelled)
        self._earlier.clicked.connect(self._on_earlier)
        self.menu.triggered.connect(self._on_chosen)
        self.hide()

    def set_state(self, view: RecogniserList) -> None:
        """Offer the recognisers that can be used."""
        self.menu.clear()
        for row in view.rows:
            if row.state is RecogniserState.READY:
                words = self.tr("With {0}, in use") if row.is_chosen else self.tr("With {0}")
                self.menu.addAction(words.format(row.title)).setData(row.name)
        self._show()

    def set_answer(self, view: AnswerView) -> None:
        """Show the line of an answer; hidden when there is nothing to say."""
        before, self._view = self._view, view
        self._show()
        if before is not None and before.rewriting and before.answer.take.id == view.answer.take.id:
            if not view.rewriting:
                announce(self, self._words.text())
        elif view.rewriting:
            announce(self, self._words.text())

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        answer, had_focus = view.answer, self._again.hasFocus() or self._cancel.hasFocus()
        words = ""
        if view.rewriting:
            words = self.tr("{0} is writing it down again.").format(view.rewriting)
        elif answer.transcript is not None:
            words = written_words(answer.transcript.model, answer.written_at)
        self._words.setText(words)
        can_play = view.audio is not None and answer.transcript is not None
        self._again.setVisible(can_play and not view.rewriting and not view.pending and not self.menu.isEmpty())
        self._cancel.setVisible(bool(view.rewriting))
        count = len(answer.earlier_transcripts)
        self._earlier.setText(self.tr("Show the transcript before") if count == 1 else self.tr("Show those before"))
        self._earlier.setAccessibleName(self.tr("Show the earlier transcripts"))
        self._earlier.setVisible(bool(count) and not view.rewriting)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if had_focus:
            (self._cancel if view.rewriting else self._again).setFocus()

    def _on_again(self) -> None:
        self.menu.popup(self._again.mapToGlobal(QPoint(0, self._again.height())))

    def _on_chosen(self, action: QAction) -> None:
        if self._view is not None:
            self.again_requested.emit(self._view.answer.take.id, action.data())

    def _on_earlier(self) -> None:
        from mlprep_gui.ui.dialogs.earlier_transcripts_dialog import EarlierTranscriptsDialog

        if self._view is not None:
            EarlierTranscriptsDialog(self._view.answer, self).open()
