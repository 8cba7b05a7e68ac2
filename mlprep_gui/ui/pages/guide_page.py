"""The guide: how to prepare beyond these questions. Topics at the left, text at the right."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import Label


class GuidePage(QWidget):
    """Shows resources/guide/*.md, in the order of their names; the first line of each is its title."""

    _stands = False

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Guide"))
        self._texts = [path.read_text(encoding="utf-8") for path in sorted((resources / "guide").glob("*.md"))]
        self._rows = [QuestionRow(RowView(title), divider=False) for title in self.titles]
        self._shown = 0
        self._reader = QTextBrowser()
        self._reader.setOpenLinks(False)
        self._reader.setFrameShape(QFrame.Shape.NoFrame)
        self._reader.setAccessibleName(self.tr("Guide"))
        self._build()
        for number, row in enumerate(self._rows):
            row.clicked.connect(lambda _=False, topic=number: self.show_topic(topic))
        if self._rows:
            self.setFocusProxy(self._rows[0])
            self.show_topic(0)
        self._stands = bool(self._rows)

    @property
    def titles(self) -> list[str]:
        """The topics in their order."""
        return [text.partition("\n")[0].lstrip("# ") for text in self._texts]

    @property
    def text(self) -> str:
        """The topic in front, as plain text."""
        return self._reader.toPlainText()

    def show_topic(self, number: int) -> None:
        """Bring a topic to the front, counted from 0."""
        self._shown = number
        for row, line in enumerate(self._rows):
            line.set_selected(row == number)
        document = self._reader.document()
        document.setDefaultFont(look().font("reading"))
        document.setMarkdown(self._texts[number])
        self._set_type()
        self._reader.moveCursor(QTextCursor.MoveOperation.Start)

    def _build(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(2)
        left.addWidget(Label(self.tr("Guide"), "heading"))
        left.addSpacing(12)
        for line in self._rows:
            left.addWidget(line)
        left.addStretch(1)
        topics = QScrollArea()
        topics.setFrameShape(QFrame.Shape.NoFrame)
        topics.setWidgetResizable(True)
        topics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        topics.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._left.setObjectName("column")
        topics.setWidget(self._left)
        self._topics = topics
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 32, 24, 0)
        row.setSpacing(40)
        row.addWidget(topics)
        row.addWidget(self._reader, 1000)
        row.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        self._topics.setFixedWidth(min(look().px(272), max(180, round(0.3 * self.width()))))
        self._reader.setMaximumWidth(look().px(720))

    def _set_type(self) -> None:
        """Give headings and paragraphs the type styles of the theme; Markdown has none of its own."""
        document = self._reader.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            style = {0: "reading", 1: "heading"}.get(level, "title")
            form = QTextBlockFormat(block.blockFormat())
            line = QTextBlockFormat.LineHeightTypes.MinimumHeight
            form.setLineHeight(float(look().line(style)), line.value)
            form.setTopMargin(look().px(22) if level > 1 else 0)
            form.setBottomMargin(look().px(4 if block.textList() else 10))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            self._set_font(cursor, block, style, level)
            block = block.next()
        cursor.endEditBlock()

    def _set_font(self, cursor: QTextCursor, block: QTextBlock, style: str, level: int) -> None:
        """Set the typeface run by run, so that strong words stay strong."""
        runs: list[tuple[int, int, bool]] = []
        fragments = block.begin()
        while not fragments.atEnd():
            run = fragments.fragment()
            strong = run.charFormat().fontWeight() > QFont.Weight.Normal and not level
            runs.append((run.position(), run.length(), strong))
            fragments += 1
        for start, length, strong in runs:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setFont(look().font(style, weight=600 if strong else None))
            form.setForeground(self.palette().color(QPalette.ColorRole.Text))
            cursor.setCharFormat(form)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._stands:
            self._fit()
            self.show_topic(self._shown)
