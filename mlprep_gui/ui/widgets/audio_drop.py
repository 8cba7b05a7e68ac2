"""Dropping a recording made elsewhere onto a part of a page."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of


class _Veil(QWidget):
    """Covers the part while a file is held over it, and says what dropping it will do."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill_round(painter, box, look().px(10), look().colour("accent_soft"), look().colour("accent"))
        draw_text(painter, box, self._words, look().font("strong"), look().colour("ink"), "center")


class AudioDrop(QObject):
    """Lets one file be dropped onto a widget; whether there is sound in it is found out later.

    Signals:
        dropped(object): Path of the file.
    """

    dropped = Signal(object)

    def __init__(self, target: QWidget, words: str) -> None:
        super().__init__(target)
        self._target = target
        self._words = words
        self._veil: _Veil | None = None
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                return self._on_drop(event)
            case QDragEnterEvent() | QDragMoveEvent():
                return self._on_held(event)
        if event.type() == QEvent.Type.DragLeave:
            self._lift()
            return True
        return False

    def _on_held(self, event: QDragMoveEvent) -> bool:
        if _file_of(event) is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self._veil is None:
            self._veil = _Veil(self._words, self._target)
            self._veil.show()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self._lift()
        path = _file_of(event)
        if path is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(path)
        return True

    def _lift(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None


def _file_of(event: QDropEvent) -> Path | None:
    """Return the one file that is held; None for several, for folders and for what is no file."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.is_file() else None
