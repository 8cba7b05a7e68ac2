"""The review list: one view over thousands of lines, which paints those in sight and reads on at its end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from mlprep_gui.domain.archive import AnswerLine, ArchiveLine
from mlprep_gui.domain.session import SessionSummary
from mlprep_gui.ui.pages.archive_rows import LineDelegate, LineView, Part, line_of, line_size
from mlprep_gui.ui.pages.keys import is_enter
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.shortcuts import Place, keymap

_Index = QModelIndex | QPersistentModelIndex
#: Makes a line from what is kept, whether it is the first of its day, and whether it is being played.
Present = Callable[[ArchiveLine, bool, bool], LineView]


class ArchiveModel(QStandardItemModel):
    """The lines read so far. What is asked of every line at once, its size, is answered without Python.

    Signals:
        more_wanted(): the end of the list came in sight, and there is more.
    """

    more_wanted = Signal()

    def __init__(self, present: Present, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._present = present
        self._lines: tuple[ArchiveLine, ...] = ()
        self._playing = ""
        self._has_more = False

    def set_lines(self, lines: tuple[ArchiveLine, ...], *, playing: str, has_more: bool) -> None:
        """Show other lines; those that stay are kept, so that nothing jumps when the list grows."""
        old, self._has_more = self._lines, has_more
        differing = [row for row, (a, b) in enumerate(zip(old, lines, strict=False)) if a is not b]
        if len(lines) < len(old) or any(_key(old[row]) != _key(lines[row]) for row in differing):
            self.clear()
            old, differing = (), []
        changed = [row for row in differing if old[row] != lines[row]]
        if playing != self._playing:
            changed += [row for row, line in enumerate(old) if _key(line) in (playing, self._playing)]
        self._lines, self._playing = lines, playing
        for row in changed:
            self._fill(self.item(row), row)
        added = [self._fill(QStandardItem(), row) for row in range(len(old), len(lines))]
        if added:
            self.invisibleRootItem().appendRows(added)

    def fit_text_size(self) -> None:
        """Give every line the room it needs at the present text size."""
        for row in range(self.rowCount()):
            item = self.item(row)
            item.setSizeHint(line_size(item.data(Qt.ItemDataRole.UserRole)))

    def row_of(self, key: str) -> int:
        """Return the row of a take or a session; -1 when it is not there."""
        return next((row for row, line in enumerate(self._lines) if _key(line) == key), -1)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return self._has_more

    @override
    def fetchMore(self, parent: _Index) -> None:
        self.more_wanted.emit()

    def _fill(self, item: QStandardItem, row: int) -> QStandardItem:
        line = self._lines[row]
        is_first = begins_day(line, self._lines[row - 1] if row else None)
        view = self._present(line, is_first, _key(line) == self._playing)
        item.setData(view, Qt.ItemDataRole.UserRole)
        item.setSizeHint(line_size(view))
        item.setText(view.name)
        item.setAccessibleText(view.name)
        item.setToolTip("\n".join(text for text in (view.title.text, view.detail.text) if text))
        item.setEditable(False)
        return item


def begins_day(line: ArchiveLine, before: ArchiveLine | None) -> bool:
    """Whether a line is the first of its day; an answer given after midnight belongs to the day of its session."""
    if before is None:
        return True
    if isinstance(line, AnswerLine) and isinstance(before, SessionSummary):
        return False
    return line.started_at.astimezone().date() != before.started_at.astimezone().date()


def _key(line: ArchiveLine) -> str:
    return line.take if isinstance(line, AnswerLine) else line.id


class ArchiveList(QListView):
    """The list. Arrows move, Enter opens, Space plays, B bookmarks, Delete deletes a session; the menu key has all.

    Signals:
        opened(LineView): a line was chosen.
        play_requested(str): play this take, or stop playing it.
        bookmark_requested(str, bool): put a bookmark on this take, or take it off.
        question_requested(LineView): show all answers to the question of this line.
        delete_requested(str): delete this session.
    """

    opened = Signal(object)
    play_requested = Signal(str)
    bookmark_requested = Signal(str, bool)
    question_requested = Signal(object)
    delete_requested = Signal(str)

    def __init__(self, present: Present, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sessions and answers"))
        self.lines = ArchiveModel(present, self)
        self._lines_at = LineDelegate(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._lines_at)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The ring of focus is painted around a line, not around the list.
        self.setStyleSheet("QListView, QListView:focus { border: 0; background: transparent; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def set_lines(self, lines: Sequence[ArchiveLine], *, playing: str, has_more: bool) -> None:
        """Show lines; the current one stays the current one when it is still there."""
        current = line_of(self.currentIndex()) if self.currentIndex().isValid() else None
        self.lines.set_lines(tuple(lines), playing=playing, has_more=has_more)
        if current is not None and not self.currentIndex().isValid():
            row = max(0, self.lines.row_of(current.take or current.session))
            self.setCurrentIndex(self.lines.index(row, 0))
        elif not self.currentIndex().isValid() and lines:
            self.setCurrentIndex(self.lines.index(0, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self.lines.fit_text_size()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        view = line_of(index) if index.isValid() else None
        if view is None:
            super().keyPressEvent(event)
        elif is_enter(event):
            self.opened.emit(view)
        elif event.key() == Qt.Key.Key_Space and view.plays:
            self.play_requested.emit(view.take)
        elif keymap().name_of(event, Place.REVIEW) == "bookmark" and view.take:
            self.bookmark_requested.emit(view.take, not view.bookmarked)
        elif event.key() == Qt.Key.Key_Delete and view.is_session:
            self.delete_requested.emit(view.session)
        elif event.text() and event.key() not in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # no search by typing: there is a field for that
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position()
        index = self.indexAt(place.toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        view = line_of(index)
        part = self._lines_at.part_at(QRectF(self.visualRect(index)), view, place.x(), place.y())
        if part is Part.PLAY:
            self.play_requested.emit(view.take)
        elif part is Part.BOOKMARK:
            self.bookmark_requested.emit(view.take, not view.bookmarked)
        elif part is Part.DELETE:
            self.delete_requested.emit(view.session)
        else:
            self.opened.emit(view)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_of(line_of(index)).popup(self.viewport().mapToGlobal(QPoint(place)))

    def menu_of(self, view: LineView) -> QMenu:
        """Return the menu of a line; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.opened.emit(view))
        if view.plays:
            words = self.tr("Stop") if view.playing else self.tr("Play")
            menu.addAction(words, lambda: self.play_requested.emit(view.take))
        if view.take:
            words = self.tr("Remove the bookmark") if view.bookmarked else self.tr("Bookmark")
            menu.addAction(words, lambda: self.bookmark_requested.emit(view.take, not view.bookmarked))
            menu.addAction(self.tr("All answers to this question"), lambda: self.question_requested.emit(view))
        else:
            menu.addAction(self.tr("Delete this session"), lambda: self.delete_requested.emit(view.session))
        return menu
