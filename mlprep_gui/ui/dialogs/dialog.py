"""What all dialogs have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.widgets.focus_ring import FocusRing


class Dialog(QDialog):
    """A dialog that shows where the keyboard is, and whose focused button Enter presses, as on the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ring = FocusRing(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (is_enter(event) and click_focused(self)):
            super().keyPressEvent(event)
