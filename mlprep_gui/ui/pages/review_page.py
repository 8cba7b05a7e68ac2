"""Review: every session with its answers, newest first, and a search over all of them."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mlprep_gui.app.views import ArchiveChoice, ArchiveView
from mlprep_gui.domain.archive import COUNTED_ANSWERS, ArchiveLine
from mlprep_gui.ui.pages import words
from mlprep_gui.ui.pages.archive_filters import ArchiveFilters
from mlprep_gui.ui.pages.archive_lines import present_line
from mlprep_gui.ui.pages.archive_list import ArchiveList
from mlprep_gui.ui.pages.archive_rows import LineView
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.regrade_notice import RegradeNotice
from mlprep_gui.ui.pages.words import answers_words, sentence
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.layouts import IconMark, clear
from mlprep_gui.ui.widgets.notice import Notice, UndoBar, announce
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.text import wrapped

_LIST_PX = 260


class ReviewPage(Page):
    """Sessions and answers in one list.

    Signals:
        choice_changed(ArchiveChoice): something else is looked for.
        more_requested(): the end of what was read is in sight.
        session_requested(str): open this session.
        answer_requested(str, str, float): session, take and second; open the answer where its words were found.
        play_requested(str): play this take, or stop playing it.
        bookmark_requested(str, bool): put a bookmark on this take, or take it off.
        delete_requested(str): delete a session; also Delete on its line. It can be undone.
        undo_requested(): bring the deleted session back.

    What concerns grading again is `regrading`, with its own signals; `shown` is what `set_state` was given last.
    """

    choice_changed = Signal(object)
    more_requested = Signal()
    session_requested = Signal(str)
    answer_requested = Signal(str, str, float)
    play_requested = Signal(str)
    bookmark_requested = Signal(str, bool)
    delete_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=1000, parent=parent)
        self.setAccessibleName(self.tr("Review"))
        self.shown: ArchiveView | None = None
        self._undo = UndoBar()
        self._about = wrapped("", "body", "muted")
        self._clear = Button(self.tr("Clear all"), Kind.TEXT, size=Size.COMPACT)
        self._notices = QVBoxLayout()
        self._shown_notices: tuple[object, ...] = ()
        self.regrading = RegradeNotice()
        self.filters = ArchiveFilters()
        self.list = ArchiveList(self._present)
        self._empty = _Empty()
        self._nothing = wrapped("", "reading", "muted")
        self._build()
        self._connect()

    def set_state(self, view: ArchiveView) -> None:
        """Show what was found."""
        self.shown = view
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        is_bare = not view.extent.sessions
        self.filters.set_state(view)
        self.filters.setVisible(not is_bare)
        self._show_about(view)
        self._show_notices(view)
        if view.undo:
            if self._undo.isHidden():
                self._undo.show_undo(view.undo)
        else:
            self._undo.hide()
        self.list.set_lines(view.lines, playing=view.playing, has_more=view.has_more)
        self.list.setVisible(bool(view.lines))
        self._instead.setVisible(not view.lines)
        self._empty.setVisible(is_bare)
        self._nothing.setVisible(not is_bare and not view.lines)
        self._nothing.setText(self._nothing_words(view.choice))
        self.first_focus = self.list if view.lines else self.filters.search if not is_bare else None
        set_reading_order(self)
        if had_focus and (focused is self or focused is None or not focused.isVisible()):
            # What had the focus is gone; what follows can take it only after the layout has shown it.
            QTimer.singleShot(0, self, self.take_focus)

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(wrapped(self.tr("Review"), "heading"))
        self.body.addLayout(self._notices)
        self.body.addWidget(self.regrading)
        self.body.addWidget(self._undo)
        self.body.addWidget(self.filters)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._about, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._clear)
        self.body.addLayout(row)
        self.list.setMinimumHeight(look().px(_LIST_PX))
        self.body.addWidget(self.list, 1)
        self._instead = QWidget()
        column = QVBoxLayout(self._instead)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.body.addWidget(self._instead, 1)
        self.list.hide()
        self._nothing.hide()
        self._empty.hide()
        self.filters.hide()
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the list does not jump
        self._clear.setSizePolicy(policy)
        self._clear.hide()

    def _connect(self) -> None:
        self._undo.undo_requested.connect(self.undo_requested)
        self._clear.clicked.connect(lambda: self.filters.choose(ArchiveChoice()))
        self.filters.choice_changed.connect(self.choice_changed)
        self.list.lines.more_wanted.connect(self.more_requested)
        self.list.opened.connect(self._on_opened)
        self.list.play_requested.connect(self.play_requested)
        self.list.bookmark_requested.connect(self.bookmark_requested)
        self.list.delete_requested.connect(self.delete_requested)
        self.list.question_requested.connect(self._on_question_requested)

    def _present(self, line: ArchiveLine, begins_day: bool, is_playing: bool) -> LineView:
        is_grouped = self.shown is None or self.shown.choice == ArchiveChoice()
        return present_line(line, begins_day, is_playing, words.local_today(), is_grouped=is_grouped)

    def _show_about(self, view: ArchiveView) -> None:
        before = self._about.text()
        self._about.setText(self._about_words(view))
        self._about.setVisible(bool(view.extent.sessions))
        is_filtered = view.choice != ArchiveChoice()
        self._clear.setVisible(is_filtered)
        if is_filtered and self._about.text() != before:
            announce(self, self._about.text())

    def _about_words(self, view: ArchiveView) -> str:
        sessions, count = view.extent.sessions, view.count
        if view.choice == ArchiveChoice():
            if sessions == 1:
                return self.tr("One session is kept on this computer.")
            return self.tr("{0} sessions with {1} are kept on this computer.").format(sessions, answers_words(count))
        if count > COUNTED_ANSWERS:
            found = self.tr("More than {0} answers").format(COUNTED_ANSWERS)
        else:
            found = sentence(answers_words(count))
        text = view.choice.text.strip()
        if text:
            holds = self.tr("{0} holds “{1}”.") if count == 1 else self.tr("{0} hold “{1}”.")
            return holds.format(found, text)
        return self.tr("{0} of {1}.").format(found, view.extent.answers)

    def _nothing_words(self, choice: ArchiveChoice) -> str:
        if choice == replace(ArchiveChoice(), text=choice.text):
            return self.tr(
                "Nothing you said, noted or were asked holds this. "
                "The beginning of a word is enough: try fewer letters."
            )
        return self.tr("No answer fits all of this. Take something away, or clear all.")

    def _show_notices(self, view: ArchiveView) -> None:
        if view.notices == self._shown_notices:
            return
        self._shown_notices = view.notices
        clear(self._notices)
        for notice in view.notices:
            place = Notice()
            place.show_notice(notice.kind, notice.text)
            self._notices.addWidget(place)

    def _on_opened(self, view: LineView) -> None:
        if view.is_session:
            self.session_requested.emit(view.session)
        else:
            self.answer_requested.emit(view.session, view.take, view.at_s)

    def _on_question_requested(self, view: LineView) -> None:
        self.filters.choose(replace(ArchiveChoice(), question=(view.question, view.title.text)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.filters.search.hasFocus():
            if self.list.isVisible():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Down and self.filters.search.hasFocus() and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif not is_enter(event) or not click_focused(self):
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
        row.addLayout(column, 1000)
        row.addStretch(1)
