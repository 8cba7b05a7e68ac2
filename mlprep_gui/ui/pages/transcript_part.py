"""What was heard of an answer, word by word, and the learner's correction of it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from mlprep_gui.app.views import AnswerView
from mlprep_gui.ui.pages.answer_stages import AnswerField
from mlprep_gui.ui.pages.answer_view import marks_of, notes_of
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import FlowLayout, Section
from mlprep_gui.ui.widgets.text import Label, wrapped
from mlprep_gui.ui.widgets.words_view import TranscriptView

_WORD_TAIL_S = 0.25


class _WordsField(AnswerField):
    """The words of an answer, to be corrected; Ctrl+Enter saves them, Esc does not."""

    cancelled = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class TranscriptPart(Section):
    """The transcript with its evidence; a word that is clicked is played, and the words can be corrected.

    Whoever goes on to another answer while correcting keeps what was written so far; it can be undone there.

    Args:
        tells_edit: say that the words were corrected, where nothing else on the page does.

    Signals:
        play_requested(float, float): play the answer from start to end, seconds.
        words_edited(str, object): id of the take, and its words as the learner corrected them; None takes that back.
    """

    play_requested = Signal(float, float)
    words_edited = Signal(str, object)

    def __init__(self, *, tells_edit: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What was heard"), parent=parent)
        self._view: AnswerView | None = None
        self._tells_edit = tells_edit
        self._words = TranscriptView()
        self._field = _WordsField(self.tr("The words of your answer"))
        self._note = wrapped("", "small", "muted")
        self._by_you = Label(self.tr("Edited by you."), "small")
        self._edit = Button(self.tr("Edit words"), Kind.TEXT, icon="edit", size=Size.COMPACT)
        self._undo = Button(self.tr("Undo the edit"), Kind.TEXT, icon="again", size=Size.COMPACT)
        self._save = Button(self.tr("Save"), icon="check", key=self.tr("Ctrl Enter"))
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT, key=self.tr("Esc"))
        self._build()
        self._connect()

    def set_state(self, view: AnswerView) -> None:
        """Show the words of an answer; what is being corrected stays while it is the same answer."""
        before, self._view = self._view, view
        if self.is_editing and before is not None and before.answer.take.id != view.answer.take.id:
            self._close_editor(before, keep=True)
        transcript = view.answer.transcript
        words = transcript.words if transcript is not None else ()
        playable = view.audio is not None
        self._words.set_transcript(words, marks_of(view), notes_of(view), playable=playable)
        for button in (self._edit, self._undo):
            button.setEnabled(not view.pending)
        self._note.setText(self._note_words(view) if words else "")
        self._show_parts()

    def set_position(self, seconds: float | None) -> None:
        """Mark the word spoken at this time; None for none."""
        self._words.set_position(seconds)

    def place_of(self, seconds: float) -> QRect | None:
        """Return where the word stands that is said at a time, or next after it; None when no words are shown."""
        words = self._view.answer.transcript.words if self._view is not None and self._view.answer.transcript else ()
        index = next((at for at, word in enumerate(words) if seconds < word.end_s), None)
        if index is None or self.is_editing:
            return None
        rect = self._words.word_rect(index).toAlignedRect()
        return rect.translated(self._words.mapTo(self, QPoint(0, 0)))

    @property
    def is_editing(self) -> bool:
        """Whether the words are being corrected."""
        return not self._field.isHidden()

    def save(self) -> None:
        """Hand in what was corrected so far, if anything is being corrected."""
        if self.is_editing and self._view is not None:
            self._close_editor(self._view, keep=True)

    def _build(self) -> None:
        self._field.hide()
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        self._by_you.setMinimumHeight(self._undo.sizeHint().height())
        for widget in (self._save, self._cancel, self._by_you, self._undo, self._edit):
            flow.addWidget(widget)
        for part in (self._words, self._field, self._note, holder):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self._words.word_clicked.connect(self._on_word_clicked)
        self._field.done.connect(self._on_save)
        self._field.cancelled.connect(self._on_cancel)
        self._field.textChanged.connect(lambda: self._save.setEnabled(bool(self._field.toPlainText().split())))
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._on_cancel)
        self._edit.clicked.connect(self._on_edit)
        self._undo.clicked.connect(self._on_undo)

    def _show_parts(self) -> None:
        """Show what belongs to reading, or what belongs to correcting."""
        answer, editing = self._view.answer if self._view is not None else None, self.is_editing
        transcript = answer.transcript if answer is not None else None
        has_words = transcript is not None and bool(transcript.words)
        self._words.setVisible(has_words and not editing)
        self._note.setVisible(bool(self._note.text()) and not editing)
        self._edit.setVisible(transcript is not None and not editing)
        edited = answer is not None and answer.heard is not None and not editing
        self._undo.setVisible(edited)
        self._by_you.setVisible(edited and self._tells_edit)
        self._save.setVisible(editing)
        self._cancel.setVisible(editing)

    def _note_words(self, view: AnswerView) -> str:
        note = self.tr("Dotted words were heard with doubt. Click a word to hear it.") if view.audio is not None else ""
        terms = ", ".join(dict.fromkeys(found.term for found in view.heard_as))
        heard = self.tr("Heard as, for the key points: {0}.").format(terms) if terms else ""
        return f"{note} {heard}".strip()

    def _close_editor(self, view: AnswerView, *, keep: bool) -> None:
        text, transcript = " ".join(self._field.toPlainText().split()), view.answer.transcript
        self._field.hide()
        self._show_parts()
        if keep and text and transcript is not None and text != transcript.text:
            self.words_edited.emit(view.answer.take.id, text)

    def _on_edit(self) -> None:
        transcript = self._view.answer.transcript if self._view is not None else None
        if transcript is None:
            return
        lines_px = self._words.heightForWidth(max(look().px(300), self.width()))
        self._field.setMinimumHeight(max(look().px(120), lines_px + look().px(40)))
        self._field.setPlainText(transcript.text)
        self._field.show()
        self._show_parts()
        self._field.moveCursor(QTextCursor.MoveOperation.Start)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        if self._view is not None and self._save.isEnabled():
            self._close_editor(self._view, keep=True)
            self._focus_again()

    def _on_cancel(self) -> None:
        if self._view is not None:
            self._close_editor(self._view, keep=False)
            self._focus_again()

    def _on_undo(self) -> None:
        if self._view is not None:
            self.words_edited.emit(self._view.answer.take.id, None)

    def _focus_again(self) -> None:
        """Give the keyboard back to where the correction began; to the words while they are being graded."""
        target = self._edit if self._edit.isEnabled() else self._words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_word_clicked(self, index: int) -> None:
        view = self._view
        if view is not None and view.audio is not None and view.answer.transcript is not None:
            word = view.answer.transcript.words[index]
            self.play_requested.emit(word.start_s, word.end_s + _WORD_TAIL_S)
