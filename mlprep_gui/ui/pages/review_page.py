"""Review: every session, newest first, by day."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import ReviewView
from mlprep_gui.domain.session import SessionState, SessionSummary
from mlprep_gui.ui.pages import words
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.regrade_notice import RegradeNotice
from mlprep_gui.ui.pages.words import answers_words, day_words, dotted, minutes_words, mode_word, sentence
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Divider, IconMark, clear
from mlprep_gui.ui.widgets.notice import Notice, UndoBar
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import Label, wrapped


class ReviewPage(Page):
    """The list of sessions.

    Signals:
        session_requested(str): open this session.
        delete_requested(str): delete it; also Delete on its line. It can be undone.
        undo_requested(): bring the deleted session back.

    What concerns grading again is `regrading`, with its own signals.
    """

    session_requested = Signal(str)
    delete_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Review"))
        self._ids: dict[QObject, str] = {}
        self._undo = UndoBar()
        self._undo.undo_requested.connect(self.undo_requested)
        self._about = wrapped("", "body", "muted")
        self._notices = QVBoxLayout()
        self.regrading = RegradeNotice()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.setSpacing(8)
        self.body.addWidget(wrapped(self.tr("Review"), "heading"))
        self.body.addWidget(self._about)
        self.body.addLayout(self._notices)
        self.body.addWidget(self.regrading)
        self.body.addWidget(self._undo)
        self.body.addSpacing(8)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def set_state(self, view: ReviewView) -> None:
        """Show the sessions."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        self._show_about(view)
        clear(self._notices)
        for notice in view.notices:
            place = Notice()
            place.show_notice(notice.kind, notice.text)
            self._notices.addWidget(place)
        if view.undo:
            self._undo.show_undo(view.undo)
        else:
            self._undo.hide()
        self._show_list(view)
        set_reading_order(self)
        if had_focus:
            # The rows were just made; they can take the focus only after the layout has shown them.
            QTimer.singleShot(0, self, self.take_focus)

    def _show_about(self, view: ReviewView) -> None:
        count = len(view.sessions)
        if not count:
            self._about.setText("")
        elif count == 1:
            self._about.setText(self.tr("One session is kept on this computer."))
        else:
            self._about.setText(self.tr("{0} sessions are kept on this computer.").format(count))
        self._about.setVisible(bool(count))

    def _show_list(self, view: ReviewView) -> None:
        clear(self._list)
        self._ids = {}
        self.first_focus = None
        if not view.sessions:
            self._list.addWidget(_Empty())
            return
        today = words.local_today()
        shown: date | None = None
        for session in view.sessions:
            day = session.started_at.astimezone().date()
            if day != shown:
                self._list.addSpacing(0 if shown is None else 20)
                self._list.addWidget(Label(day_words(day, today), "caption", "muted"))
                self._list.addSpacing(8)
                self._list.addWidget(Divider())
                shown = day
            self._add_row(session)

    def _add_row(self, session: SessionSummary) -> None:
        row = QuestionRow(self._row_view(session))
        row.clicked.connect(lambda: self.session_requested.emit(session.id))
        row.installEventFilter(self)
        self._ids[row] = session.id
        delete = IconButton("delete", self.tr("Delete this session"))
        delete.setAccessibleDescription(session.first_prompt)
        delete.clicked.connect(lambda: self.delete_requested.emit(session.id))
        holder = QHBoxLayout()
        holder.setSpacing(8)
        holder.addWidget(row, 1)
        holder.addWidget(delete)
        self._list.addLayout(holder)
        if self.first_focus is None:
            self.first_focus = row

    def _row_view(self, session: SessionSummary) -> RowView:
        started = session.started_at.astimezone().strftime("%H:%M")
        answers = sentence(answers_words(session.answered))
        if session.answered < session.questions:
            answers = self.tr("{0} of {1} answered").format(session.answered, session.questions)
        recovered = self.tr("recovered after a crash") if session.recovered else ""
        early = self.tr("ended early") if session.state is SessionState.ENDED_EARLY else ""
        why = dotted(started, mode_word(session.mode), answers, minutes_words(session.duration_s), early, recovered)
        graded = session.mean_score is not None
        figure = str(round(session.mean_score)) if session.mean_score is not None else ""
        right = self.tr("of 100 on average") if graded else self.tr("Not graded")
        return RowView(session.first_prompt, why, right=right, figure=figure, name=f"{session.first_prompt}, {why}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._ids and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete:
                self.delete_requested.emit(self._ids[watched])
                return True
            return False
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event) or not click_focused(self):
            super().keyPressEvent(event)


class _Empty(QWidget):
    """What will stand here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 24, 0, 0)
        row.setSpacing(20)
        row.addWidget(IconMark("review", "muted", 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(wrapped(self.tr("Nothing to review yet."), "title"))
        about = self.tr(
            "After a round every answer stands here: the recording, the words, the key points you said, "
            "and an example answer. Everything stays on this computer."
        )
        column.addWidget(Reading(about, "reading", "muted"))
        row.addLayout(column, 1)
