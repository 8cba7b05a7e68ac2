"""PDF: pages to print, with text that can be searched and copied. The only Qt of this room, and without widgets."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QFile, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)

from mlprep_gui import __version__
from mlprep_gui.domain.exporting import ExportedSession, Paper
from mlprep_gui.export.body import session_body
from mlprep_gui.export.material import Material
from mlprep_gui.export.paging import Span, cut_pages, join_rows
from mlprep_gui.export.report import AnswerReport, SessionReport, session_report

_PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_DPI = 300
_MARGINS_MM = QMarginsF(20, 18, 20, 14)
_FOOT_MM = 9
_HAIR = 0.5  # what only touches a page is not painted on it
_INTERFACE, _SPOKEN = "Inter", "Source Serif 4"
# Letters that an OpenType feature joins or moves have glyphs without a character, and could not be found or copied.
_FEATURES_OFF = ("liga", "clig", "calt", "dlig")


def _px(size_pt: float) -> int:
    """Return a length in pixels of 1/96 inch: style sheets of Qt know no points but for sizes of type."""
    return round(size_pt * 96 / 72)


_STYLE = f"""
h1 {{ font-size: 17pt; font-weight: 600; margin-bottom: {_px(3)}px; }}
h2 {{ font-size: 13pt; font-weight: 600; margin-top: {_px(22)}px; margin-bottom: {_px(2)}px; }}
h3 {{ font-size: 9.5pt; font-weight: 600; color: #575c63; margin-top: {_px(10)}px; margin-bottom: {_px(2)}px; }}
p {{ margin-top: 0; margin-bottom: {_px(3)}px; line-height: 130%; }}
.facts {{ font-size: 9pt; color: #575c63; }}
.score {{ font-weight: 600; margin-top: {_px(5)}px; }}
.said {{ font-family: "{_SPOKEN}"; font-size: 10.5pt; }}
.quote {{ font-family: "{_SPOKEN}"; font-size: 9.5pt; color: #575c63; }}
.own, .advice {{ font-size: 9pt; color: #575c63; }}
td {{ padding-top: {_px(4)}px; padding-bottom: {_px(3)}px; padding-right: {_px(8)}px;
  border-top: 1px solid #c9c4ba; }}
.verdict {{ font-weight: 600; }}
.covered {{ color: #22693b; }} .partly {{ color: #805300; }} .missed {{ color: #545c69; }}
.contradicted {{ color: #a03526; }} .unsure {{ color: #6f4494; }}
"""


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write sessions as PDF, each from a new page on; memory holds one session at a time.

    Raises:
        OSError: when the disk refuses.
    """
    application = _application()
    loop = QEventLoop()  # gives a thread of Python what the timers of text documents need
    _load_fonts(material.fonts)
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    try:
        _write(sessions, file, material.paper)
        file.flush()
        if file.error() is not QFile.FileError.NoError:
            raise OSError(file.errorString())
    finally:
        file.close()
    del loop, application  # kept until here: without an application there are no fonts


def _application() -> QCoreApplication:
    """Return the application, which fonts need; without one, as in a command, one that needs no display."""
    return QGuiApplication.instance() or QGuiApplication(["mlprep-gui", "-platform", "offscreen"])


def _load_fonts(folder: Path) -> None:
    if not {_INTERFACE, _SPOKEN} <= set(QFontDatabase.families()):
        for font in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))


def _write(sessions: Iterable[ExportedSession], file: QFile, paper: Paper) -> None:
    writer = QPdfWriter(file)
    writer.setCreator(f"MLPrep {__version__}")
    writer.setResolution(_DPI)
    page_size = QPageSize(_PAGE_SIZES[paper])
    millimeter = QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(page_size, QPageLayout.Orientation.Portrait, _MARGINS_MM, millimeter))
    painter = QPainter()
    page = 0
    try:
        for exported in sessions:
            report = session_report(exported)
            if not page:
                writer.setTitle(report.title)
                painter.begin(writer)
            page = _paint(report, writer, painter, page)
    finally:
        if painter.isActive():
            painter.end()


def _paint(report: SessionReport, writer: QPdfWriter, painter: QPainter, page: int) -> int:
    """Paint a session from a new page on; returns the number of pages so far."""
    foot = _FOOT_MM / 25.4 * _DPI
    width, height = float(writer.width()), writer.height() - foot
    document = _document(report, writer, width)
    for top, bottom in _make_pages(document, height):
        if page:
            writer.newPage()
        page += 1
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, width, bottom - top).adjusted(0, _HAIR, 0, -_HAIR))
        painter.restore()
        line = QRectF(0, height, width, foot)
        painter.setFont(_font(8))
        painter.setPen(Qt.GlobalColor.darkGray)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, f"MLPrep · {report.title}")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(page))
    return page


def _document(report: SessionReport, writer: QPdfWriter, width: float) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(10))
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml("".join(session_body(report, _no_audio)))
    document.setTextWidth(width)
    return document


def _no_audio(_: AnswerReport) -> Iterator[str]:
    return iter(())


def _make_pages(document: QTextDocument, height: float) -> tuple[tuple[float, float], ...]:
    """Return top and bottom of each page, and split paragraphs that go on from one to the next.

    Qt can make pages too, but leaves headings alone at the foot, and repeats a line of each paragraph that goes on: it
    cannot be seen on the next page, but is found by whoever searches or copies the text.

    Args:
        document: laid out with a width and without a height.
        height: of a page.
    """
    pages = tuple(cut_pages(tuple(join_rows(_lines(document), height)), height))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for page in reversed(pages[1:]):
        _split(cursor, page[0].start)
    cursor.endEditBlock()
    document.setTextWidth(document.textWidth())  # lays everything out anew; going on from a change loses paragraphs
    return tuple((page[0].top, max(span.bottom for span in page)) for page in pages)


def _lines(document: QTextDocument) -> Iterator[Span]:
    """Yield every line, in the order of the text."""
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        layout, row, leads = block.layout(), _row_of(block), block.blockFormat().headingLevel() > 0
        for number in range(layout.lineCount() if block.text() else 0):
            line = layout.lineAt(number)
            line_top = top + line.y()
            yield Span(line_top, line_top + line.height(), block.position() + line.textStart(), row, leads)
        block = block.next()


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return (table.firstPosition(), table.cellAt(cursor).row()) if table is not None else None


def _split(cursor: QTextCursor, position: int) -> None:
    """Split the paragraph before a position, unless one begins there, and leave no gap."""
    cursor.setPosition(position)
    if cursor.atBlockStart():
        return
    cursor.insertBlock()
    after = cursor.blockFormat()
    after.setTopMargin(0)
    cursor.setBlockFormat(after)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    before = cursor.blockFormat()
    before.setBottomMargin(0)
    cursor.setBlockFormat(before)


def _font(size_pt: float) -> QFont:
    font = QFont(_INTERFACE)
    font.setPointSizeF(size_pt)
    for feature in _FEATURES_OFF:
        font.setFeature(QFont.Tag(feature), 0)
    return font
