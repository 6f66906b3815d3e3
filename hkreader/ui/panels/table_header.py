"""The head of a table: flat, with a small arrow at the column it is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from hkreader.qt.override import override
from hkreader.ui.theme import Theme

HEIGHT = 28
PADDING = 6
ARROW = 8


class TableHeader(QHeaderView):
    """Names the columns; a click sorts, a second turns round, a third brings text order back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(24)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme, model = Theme.current(), self.model()
        painter.save()
        painter.fillRect(rect, theme.colour("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("rule"))
        sorted_by = self.sortIndicatorSection() == logical_index
        painter.setFont(head_font(self.font()))
        painter.setPen(theme.colour("ink" if sorted_by else "muted"))
        room = rect.adjusted(PADDING, 0, -PADDING, -1)
        if sorted_by:
            self._paint_arrow(painter, room)
            room.adjust(0, 0, -ARROW - 2, 0)
        words = str(model.headerData(logical_index, self.orientation()) or "")
        alignment = model.headerData(
            logical_index, self.orientation(), Qt.ItemDataRole.TextAlignmentRole
        )
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, alignment, words)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, room: QRect) -> None:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        right, middle, half = room.right() + 1.0, room.center().y() + 0.5, ARROW / 4
        tip, foot = (middle - half, middle + half) if up else (middle + half, middle - half)
        shape = [
            QPointF(right - ARROW, foot),
            QPointF(right - ARROW / 2, tip),
            QPointF(right, foot),
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline(QPolygonF(shape))
        painter.restore()


def head_font(font: QFont) -> QFont:
    """Give the smaller font of table heads and notes."""
    smaller = QFont(font)
    smaller.setPixelSize(12)
    return smaller
