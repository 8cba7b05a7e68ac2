"""Fields: a line to search or type in, an error below it, and rows of a form."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Divider
from mlprep_gui.ui.widgets.painting import painter_of
from mlprep_gui.ui.widgets.text import wrapped

_LABEL_PX = 190


class SearchField(QLineEdit):
    """A line to search in, with a glass and a cross. Signals: `textChanged(str)`; Esc empties it first."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._cross = IconButton("close", self.tr("Clear"), side_px=28, parent=self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        self.textChanged.connect(self._on_text_changed)
        self.setTextMargins(look().px(24), 0, look().px(20), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look().px(18)
        square = QRectF(look().px(12), (self.height() - side) / 2, side, side)
        paint_icon(painter_of(self), "search", square, look().colour("muted"))

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self._cross.adjustSize()
        self._cross.move(self.width() - self._cross.width() - 6, (self.height() - self._cross.height()) // 2)


class FormRow(QWidget):
    """A row of a form: the question at the left, the control, and the consequence in words; a hairline below.

    The consequence breaks into lines where there is little room beside the control.
    """

    _stands = False

    def __init__(
        self, label: str, *controls: QWidget, note: str = "", divider: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = wrapped(label, "body")
        self.label.setFixedWidth(look().px(_LABEL_PX))
        self.note = wrapped(note, "small", "muted")
        self.note.setVisible(bool(note))
        row = QHBoxLayout()
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(16)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if note or not controls or controls[-1].sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        if not note:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if divider:
            column.addWidget(Divider())
        self._stands = True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._stands:
            self.label.setFixedWidth(look().px(_LABEL_PX))

    def set_note(self, words: str) -> None:
        """Change the consequence in words."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
