"""A card with a few texts, one shown at a time, each of which can be read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.ui.pages.limited import Reading
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, Kind, Size
from mlprep_gui.ui.widgets.focus_ring import ring_around
from mlprep_gui.ui.widgets.layouts import Card, Divider, FlowLayout, clear
from mlprep_gui.ui.widgets.painting import draw_text, painter_of, text_width


class _Tab(QPushButton):
    """The name of a text; the chosen one is strong and has a bar below."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ring_around(self, 6)

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), look().font("strong")) + look().px(20)
        return QSize(round(width), look().px(40))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        chosen = self.isChecked()
        ink = look().colour("ink" if chosen or self.underMouse() else "muted")
        words = QRectF(0, 0, self.width() - look().px(20), self.height())
        draw_text(painter, words, self.text(), look().font("strong" if chosen else "body"), ink)
        if chosen:
            bar = QRectF(0, self.height() - 2, words.width(), 2)
            painter.fillRect(bar, look().colour("accent"))


class TextTabs(Card):
    """Why it is asked, how to answer, an example answer. A text that is empty has no tab.

    Signals:
        say_requested(str): read this text aloud.
    """

    say_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._texts: tuple[tuple[str, str], ...] = ()
        self._index = 0
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_tab_toggled)
        tabs = QWidget(self)
        self._tabs = FlowLayout(tabs, gap=0)
        self._say = Button(self.tr("Read aloud"), Kind.TEXT, icon="voice", size=Size.COMPACT)
        self._say.clicked.connect(self._on_say_clicked)
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(tabs, 1)
        self._head.addWidget(self._say, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = Reading()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(Divider())
        column.addSpacing(12)
        column.addWidget(self._words)
        self.body.setContentsMargins(20, 8, 20, 18)
        self.body.addLayout(column)

    def set_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show pairs of name and text; the tab that was chosen stays chosen when it is still there."""
        shown = tuple((name, text) for name, text in texts if text)
        if shown == self._texts:
            return
        same_names = [name for name, _ in shown] == [name for name, _ in self._texts]
        self._texts = shown
        self.setVisible(bool(shown))
        if not same_names:
            self._build_tabs()
            self._index = 0
        self._show(min(self._index, max(0, len(shown) - 1)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().width() - self._tabs.sizeHint().width() - self._say.sizeHint().width() - 48
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if room >= 0 else way.TopToBottom)

    def _build_tabs(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._tabs)
        for index, (name, _) in enumerate(self._texts):
            tab = _Tab(name)
            self._group.addButton(tab, index)
            self._tabs.addWidget(tab)

    def _show(self, index: int) -> None:
        self._index = index
        if not self._texts:
            return
        tab = self._group.button(index)
        if tab is not None:
            tab.setChecked(True)
        self._words.setText(self._texts[index][1])
        self._say.setAccessibleName(self.tr("Read aloud: {0}").format(self._texts[index][0]))

    def _on_tab_toggled(self, index: int, is_chosen: bool) -> None:
        if is_chosen:
            self._show(index)

    def _on_say_clicked(self) -> None:
        if self._texts:
            self.say_requested.emit(self._texts[self._index][1])
