"""How high the rows of a table are, and what a tip adds to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from hkreader.models.roles import Index
from hkreader.qt.override import override
from hkreader.ui.panels.row_painter import PADDING, ROW_HEIGHT, TWO_LINES


class RowDelegate(QStyledItemDelegate):
    """What stands in the rows is a `RowPainter`'s to draw."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.two_lines = False
        """Whether names stand on a line of their own above the figures."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, TWO_LINES if self.two_lines else ROW_HEIGHT)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A tip that only repeats what can be read is left out."""
        words = index.data()
        if words and words == index.data(Qt.ItemDataRole.ToolTipRole):
            above = self.two_lines and index.column() == 0
            room = view.viewport().width() if above else option.rect.width()
            if view.fontMetrics().horizontalAdvance(words) <= room - 2 * PADDING - 2:
                QToolTip.hideText()
                return True
        return super().helpEvent(event, view, option, index)
