"""Notices with what can be done about them, and the bar that offers to undo."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, IconButton, Kind
from mlprep_gui.ui.widgets.layouts import Card, IconMark
from mlprep_gui.ui.widgets.painting import fill_round, painter_of
from mlprep_gui.ui.widgets.text import Label, wrapped


def announce(widget: QWidget, text: str = "") -> None:
    """Tell screen readers a text, or without one, that this widget has something to say."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
    else:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Notice(QWidget):
    """A sentence about what happened, what is safe and what to do, with buttons.

    `show_notice("warning", title, text, {"change": "Built-in microphone"})`, `hide_notice()`. With `reserved` its
    place is kept while there is nothing to say, so that nothing jumps. A compact one fits into the head of a page.

    Signals:
        action_chosen(str): key of the button; "close" for the cross.
    """

    action_chosen = Signal(str)

    def __init__(
        self,
        *,
        reserved: bool = False,
        closable: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        padding = 6 if compact else 14
        self._card = Card(padding=padding)
        self._card.body.setContentsMargins(14, padding, padding, padding)
        self._mark = IconMark("info", "accent", 20)
        self._title = wrapped("", "strong")
        self._text = wrapped("", "small")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._close = IconButton("close", self.tr("Close"), side_px=28)
        self._close.setVisible(closable)
        self._closable = closable
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self._close)
        self._card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._close.clicked.connect(self._on_close_clicked)
        self._card.hide()
        if reserved:
            self.setMinimumHeight(70)

    def show_notice(self, kind: str, title: str, text: str = "", actions: dict[str, str] | None = None) -> None:
        """Show a notice.

        Args:
            kind: "info" or "warning".
            title: one sentence, strong.
            text: what is safe and what to do; may be empty.
            actions: key and words of each button.
        """
        warning = kind == "warning"
        self._card.set_colours("warning_soft" if warning else "accent_soft", "warning" if warning else "accent")
        self._mark.set_icon("warning" if warning else "info", "warning" if warning else "accent")
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        while (item := self._actions.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for key, words in (actions or {}).items():
            button = Button(words)
            button.clicked.connect(lambda _=False, chosen=key: self.action_chosen.emit(chosen))
            self._actions.addWidget(button)
        self.setAccessibleName(f"{title} {text}".strip())
        self._card.show()
        announce(self)

    def hide_notice(self) -> None:
        """Take the notice away; a reserved place stays."""
        self._card.hide()
        self.setAccessibleName("")

    @property
    def is_shown(self) -> bool:
        """Whether there is something to say."""
        return not self._card.isHidden()

    @property
    def has_actions(self) -> bool:
        """Whether there are buttons that answer it."""
        return self._actions.count() > 0

    def _on_close_clicked(self) -> None:
        self.hide_notice()
        self.action_chosen.emit("close")


class UndoBar(QWidget):
    """Says what was deleted and offers to undo it. `show_undo("Answer deleted.")`, `hide()`.

    Signals:
        undo_requested(): the user wants it back. The bar hides itself.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "body", "background")
        self._undo = _InverseButton(self.tr("Undo"), Kind.TEXT)
        self._key = Label(self.tr("Ctrl Z"), "caption", "background")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._undo.clicked.connect(self._on_undo_clicked)
        self.hide()

    def show_undo(self, words: str) -> None:
        """Say what was deleted."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        announce(self)

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_requested.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(painter_of(self), QRectF(self.rect()), look().px(8), look().colour("ink"))


class _InverseButton(Button):
    """Underlined words on the dark bar."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        font = look().font("strong")
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(look().colour("background"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
