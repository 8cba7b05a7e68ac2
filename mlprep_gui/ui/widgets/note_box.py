"""The learner's note on an answer, and its bookmark."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.text import Label

_SAVE_AFTER_MS = 1500
_LEAST_LINES, _MOST_LINES = 2, 8


class NoteBox(QWidget):
    """A note that saves itself: after a pause, when the keyboard leaves it, and when it is put away.

    Signals:
        note_written(str): keep this text; empty takes the note away.
        bookmark_toggled(bool): put a bookmark on the answer, or take it off.
    """

    note_written = Signal(str)
    bookmark_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._bookmarked = False
        self._title = Label(self.tr("Your note"), "strong")
        self._mark = Button("", Kind.TEXT, icon="bookmark", size=Size.COMPACT)
        self._edit = _Lines()
        self._edit.setAccessibleName(self.tr("Your note on this answer"))
        self._edit.setPlaceholderText(self.tr("What to remember the next time. Search finds it."))
        self._pause = QTimer(self, interval=_SAVE_AFTER_MS, singleShot=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._edit)
        self._edit.textChanged.connect(self._pause.start)
        self._edit.installEventFilter(self)
        self._pause.timeout.connect(self.save)
        self._mark.clicked.connect(lambda: self.bookmark_toggled.emit(not self._bookmarked))
        self.set_state("", bookmarked=False)

    def set_state(self, note: str, *, bookmarked: bool) -> None:
        """Show the note and the bookmark of an answer; what is being written to the note stays."""
        self._bookmarked = bookmarked
        self._mark.setText(self.tr("Bookmarked") if bookmarked else self.tr("Bookmark"))
        self._mark.setAccessibleName(self.tr("Remove the bookmark") if bookmarked else self.tr("Bookmark this answer"))
        self._mark.set_icon("bookmark_fill" if bookmarked else "bookmark")
        if note != self._kept and not self._is_written_to():
            self._kept = note
            self._edit.setPlainText(note)
        self._pause.stop()
        if self._is_written_to():
            self._pause.start()

    def show_other(self, note: str, *, bookmarked: bool) -> None:
        """Save what is being written, then show the note of another answer."""
        self.save()
        self._kept = note
        self._edit.setPlainText(note)
        self.set_state(note, bookmarked=bookmarked)

    def save(self) -> None:
        """Tell what was written, if anything."""
        self._pause.stop()
        text = self._edit.toPlainText().strip()
        if text != self._kept:
            self._kept = text
            self.note_written.emit(text)

    def _is_written_to(self) -> bool:
        return self._edit.toPlainText().strip() != self._kept

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)


class _Lines(QPlainTextEdit):
    """As high as its text, within bounds; Tab leaves it, Esc is left to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        lines = min(_MOST_LINES, max(_LEAST_LINES, round(self.document().size().height())))
        height = (
            lines * QFontMetricsF(self.font()).lineSpacing() + 2 * look().px(8) + 2 * self.document().documentMargin()
        )
        return QSize(look().px(320), round(height) + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
