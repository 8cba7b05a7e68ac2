"""A card with a sentence, a plot, its table, and both ways to copy it."""

import csv
import io
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPixmap,
    QRegion,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import IconButton
from mlprep_gui.ui.widgets.layouts import Card, FlowLayout
from mlprep_gui.ui.widgets.text import Label, wrapped

_MOST_ROWS_SHOWN = 8
_EDGE_PX = 16


@dataclass(frozen=True, slots=True)
class PlotTable:
    """The values of a plot: a heading for each column, and the rows. The first `wide` columns share the room."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: int = 1

    @property
    def csv(self) -> str:
        """The table as comma-separated values with a head line."""
        lines = io.StringIO()
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return lines.getvalue()


class PlotCard(Card):
    """`show_plot(sentence, table)` after the plot itself was given its values. Without rows the sentence stands alone.

    Args:
        title: what is shown.
        plot: the plot; it carries a sentence about itself as its accessible name.
        controls: stand under the title.
    """

    def __init__(self, title: str, plot: QWidget, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(title)
        self._plot = plot
        self._table = PlotTable((), ())
        self._note = wrapped("", "small", "muted")
        self._view = _Table()
        self._view.setAccessibleName(self.tr("{0}, as a table").format(title))
        self._show_table = IconButton("table", self.tr("Show the table"), checked_icon="table", side_px=32)
        self._show_table.setAccessibleDescription(title)
        self._copy = IconButton("copy", self.tr("Copy"), side_px=32)
        self._copy.setAccessibleDescription(title)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(title, "strong"), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._show_table)
        head.addWidget(self._copy)
        head.addStrut(self._copy.sizeHint().height())
        self.body.addLayout(head)
        if controls:
            choices = QWidget()
            flow = FlowLayout(choices)
            for widget in controls:
                flow.addWidget(widget)
            self.body.addWidget(choices)
        self.body.addWidget(self._note)
        self.body.addWidget(plot)
        self.body.addWidget(self._view)
        self.body.addStretch(1)
        self._view.hide()
        self._show_table.toggled.connect(self._on_table_toggled)
        self._copy.clicked.connect(self._on_copy_clicked)

    def show_plot(self, sentence: str, table: PlotTable) -> None:
        """Show what the plot says in a sentence, and its values."""
        self._table = table
        self._note.setText(sentence)
        self._on_table_toggled(self._show_table.isChecked())
        for button in (self._show_table, self._copy):
            button.setVisible(bool(table.rows))

    def set_sentence(self, sentence: str) -> None:
        """Say something else of the same values."""
        self._note.setText(sentence)

    def show_table(self, on: bool = True) -> None:
        """Show the table in place of the plot, or the plot again."""
        self._show_table.setChecked(on)

    def copy_image(self) -> None:
        """Put a picture of the plot on the clipboard, on the ground that it stands on."""
        if self._plot.isHidden():  # the table stands in its place
            self._plot.resize(self._view.width(), self._plot.sizeHint().height())
        ratio, edge = self.devicePixelRatioF(), look().px(_EDGE_PX)
        size = self._plot.size().grownBy(QMargins(edge, edge, edge, edge))
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(look().colour("surface"))
        self._plot.render(picture, QPoint(edge, edge), QRegion(), QWidget.RenderFlag.DrawChildren)
        QGuiApplication.clipboard().setPixmap(picture)

    def copy_csv(self) -> None:
        """Put the values on the clipboard."""
        QGuiApplication.clipboard().setText(self._table.csv)

    def menu(self) -> QMenu:
        """Return what can be copied; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy as an image"), self.copy_image)
        menu.addAction(self.tr("Copy as CSV"), self.copy_csv)
        return menu

    def _on_table_toggled(self, on: bool) -> None:
        if on:
            self._view.set_table(self._table)
        self._plot.setVisible(bool(self._table.rows) and not on)
        self._view.setVisible(bool(self._table.rows) and on)
        self._show_table.set_name(self.tr("Show the plot") if on else self.tr("Show the table"))

    def _on_copy_clicked(self) -> None:
        self.menu().popup(self._copy.mapToGlobal(self._copy.rect().bottomLeft()))


class _Cell(QStyledItemDelegate):
    """Leaves a gap to the next column and row, which the width for wrapped words does without, too."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(self._within(option), index).grownBy(self._gap())

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, self._within(option), index)

    def _within(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.marginsRemoved(self._gap())
        return inner

    def _gap(self) -> QMargins:
        return QMargins(0, look().px(5), look().px(12), look().px(5))


class _Table(QTableView):
    """Rows as high as their words need where these are, with the first ones in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegate(_Cell(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setStyleSheet(
            "QHeaderView { background: transparent; }"
            "QHeaderView::section { background: transparent; border: 0; padding: 0 12px 0 3px; font-weight: 600; }"
        )

    def set_table(self, table: PlotTable) -> None:
        """Show the rows; the first ones in sight, the others by scrolling."""
        model = QStandardItemModel(len(table.rows), len(table.columns), self)
        model.setHorizontalHeaderLabels(list(table.columns))
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                item = QStandardItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setToolTip(text)
                model.setItem(row, column, item)
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        header = self.horizontalHeader()
        for column in range(len(table.columns)):
            stretched = column < table.wide
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give each row the height of its words in the present columns, and the table that of the first rows."""
        self.resizeRowsToContents()
        model = self.model()
        shown = min(model.rowCount(), _MOST_ROWS_SHOWN) if model is not None else 0
        rows = sum(self.rowHeight(row) for row in range(shown))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()
