"""How a row of the outline is drawn: where the reader is, in the accent; the count, quiet."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from hkreader.models.outline_model import OutlineColumn
from hkreader.models.roles import Index, Role
from hkreader.qt.override import override
from hkreader.ui.theme import INTERFACE_PIXELS, Theme

ROW_HEIGHT = 28
BAR_WIDTH = 3
PROPER_LEVELS = 2
"""Below them stand lead sentences: one step back."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws the rows; `lit` is the section the reader is in."""

    lit: int = -1

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        theme = Theme.current()
        section = index.data(Role.RECORD)
        if section is None:
            return
        font = QFont(option.font)
        is_count = index.column() == OutlineColumn.FIGURES
        role = "muted" if is_count or section.level > PROPER_LEVELS else "ink"
        if is_count:
            font.setPixelSize(INTERFACE_PIXELS - 2)
        else:
            font.setBold(section.level == 1)
        option.font = font
        colour = theme.colour("accent" if section.index == self.lit else role)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Text, colour)
        palette.setColor(QPalette.ColorRole.HighlightedText, colour)
        option.palette = palette

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        section = index.data(Role.RECORD)
        if (
            section is not None
            and section.index == self.lit
            and index.column() == OutlineColumn.HEADING
        ):
            bar = QRect(0, option.rect.top() + 4, BAR_WIDTH, option.rect.height() - 8)
            painter.fillRect(bar, Theme.current().colour("accent"))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)
