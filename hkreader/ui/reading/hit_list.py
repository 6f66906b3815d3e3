"""The list of hits under the find bar, walked by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from hkreader.core.report import Span
from hkreader.qt.override import override
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.card import CardList
from hkreader.ui.reading.hit_delegate import ROW_HEIGHT, HitDelegate
from hkreader.ui.reading.hit_model import HitModel

_MOST_ROWS = 8


class HitList(CardList):
    """Shows the hits it is given; says which one is passed over, chosen, or left."""

    row_wished = Signal(int)
    """The arrows have come to this row."""
    row_chosen = Signal(int)
    """Enter or a click on this row."""
    left = Signal()
    """Up from the first row: back to the query."""
    close_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._hits = HitModel()
        super().__init__(self._hits, parent)
        self._hits.setParent(self)
        self.setItemDelegate(HitDelegate(self))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.clicked.connect(self._on_clicked)

    def show_hits(self, book: Book | None, hits: Sequence[Span]) -> None:
        """Show other hits, which are in `book`."""
        self._hits.show_hits(book, hits)
        self.setFixedHeight(min(_MOST_ROWS, len(hits)) * ROW_HEIGHT)

    def show_row(self, row: int) -> None:
        """Choose a row and bring it into view; -1 chooses none."""
        index = self._hits.index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, last = self.currentIndex().row(), self._hits.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.row_chosen.emit(row)
            case Qt.Key.Key_Up if row <= 0:
                self.left.emit()
            case Qt.Key.Key_Up:
                self.row_wished.emit(row - 1)
            case Qt.Key.Key_Down:
                self.row_wished.emit(min(last, row + 1))
            case Qt.Key.Key_Escape:
                self.close_wished.emit()
            case _:
                super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())
