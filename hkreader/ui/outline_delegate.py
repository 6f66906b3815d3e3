"""How a row of the outline is drawn: where the reader is, in the accent; the count, quiet."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hkreader.models.outline_model import OutlineColumn
from hkreader.models.roles import Index, Role
from hkreader.qt.override import override
from hkreader.ui.theme import INTERFACE_PIXELS, Theme

ROW_HEIGHT = 28
BAR_WIDTH = 3
PROPER_LEVELS = 2
"""Below them stand lead sentences: one step back."""
_MARGIN = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OutlineDelegate(QStyledItemDelegate):
    """Draws the rows; `lit` is the section the reader is in.

    Words are drawn here and not by the style, which would ask the model for eight more things a cell.
    """

    lit: int = -1

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section, words = index.data(Role.RECORD), index.data()
        if section is None:
            return
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(ground, option, painter, option.widget)
        theme, is_lit = Theme.current(), section.index == self.lit
        is_count = index.column() == OutlineColumn.FIGURES
        font = QFont(option.font)
        if is_count:
            font.setPixelSize(INTERFACE_PIXELS - 2)
        else:
            font.setBold(section.level == 1)
        role = "muted" if is_count or section.level > PROPER_LEVELS else "ink"
        painter.save()
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if is_lit else role))
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        side = Qt.AlignmentFlag.AlignRight if is_count else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, option.textElideMode, room.width())
        painter.drawText(room, side | _MIDDLE, shown)
        if is_lit and not is_count:
            bar = QRect(0, option.rect.top() + 4, BAR_WIDTH, option.rect.height() - 8)
            painter.fillRect(bar, theme.colour("accent"))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)
