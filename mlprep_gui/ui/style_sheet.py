"""The application's one style sheet, for the parts that Qt paints: menus, inputs, lists, scroll bars, tooltips."""

from collections.abc import Mapping
from string import Template
from typing import Final

_SHEET: Final = Template("""
QMainWindow, QDialog, QStackedWidget { background: $background; }
QMenuBar { background: $background; color: $muted; padding: 2px 8px;
  border-bottom: 1px solid $line; font-size: ${small}px; }
QMenuBar::item { padding: ${p4}px ${p10}px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $ink; }
QMenuBar::item:pressed { background: $track; color: $ink; }
QMenu { background: $raised; color: $ink; border: ${lw}px solid $control_line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $disabled_ink; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $ink; color: $background; border: 0; border-radius: 6px; padding: 5px 8px;
  font-size: ${caption}px; }
QScrollArea, QScrollArea > QWidget > QWidget#column { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $control_line; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {
  background: $surface; color: $ink; border: ${lw}px solid $control_line; border-radius: 8px; padding: 0 ${p12}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QDateEdit, QComboBox { min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: ${p8}px; }
QLineEdit:hover, QDateEdit:hover, QComboBox:hover { border-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QComboBox:focus {
  border: 2px solid $focus; padding: 0 ${p11}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${p7}px; }
QLineEdit[error="true"] { border-color: $warning; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: $disabled_fill; color: $disabled_ink; border-color: $disabled_fill; }
QDateEdit::up-button, QDateEdit::down-button { subcontrol-origin: border; width: 0; height: 0; border: 0; }
QComboBox, QComboBox:focus { padding-right: ${p32}px; }
QComboBox::drop-down { border: 0; width: 0; }
QComboBox QAbstractItemView { background: $raised; color: $ink; border: ${lw}px solid $control_line; padding: 4px;
  outline: 0; selection-background-color: $accent_soft; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 ${p8}px; border-radius: 6px; }
QTextBrowser, QTextBrowser:focus { background: transparent; border: 0; padding: 0; }
QListView, QTreeView, QTableView { background: transparent; border: 0; outline: 0; }
QListView { background: $background; }
QListView::item, QTreeView::item { min-height: ${row}px; padding: 0 ${p8}px; border-radius: 8px; color: $ink; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $ink;
  border-left: 3px solid $accent; }
QListView:focus, QTreeView:focus { border: 2px solid $focus; border-radius: 8px; }
""")


def style_sheet(colours: Mapping[str, str], text_scale: float, line_width: int) -> str:
    """Return the style sheet of a theme's colours at a text size."""

    def px(length: float) -> str:
        return str(round(length * text_scale))

    return _SHEET.substitute(
        colours,
        lw=str(line_width),
        small=px(13),
        caption=px(12),
        field=str(round(36 * text_scale) - 2 * line_width),
        row=px(32),
        **{f"p{n}": px(n) for n in (4, 6, 7, 8, 10, 11, 12, 24, 32)},
    )
