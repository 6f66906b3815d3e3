"""The hits of a find as rows, each with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hkreader.core.report import Span
from hkreader.qt.override import override
from hkreader.ui.reading.book import Book

CONTEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_AROUND = 40
_SENTENCE_ENDS = "。！？；!?;"
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Context:
    """A stretch of the text with what stands around it in its paragraph."""

    before: str
    words: str
    after: str
    number: int | None
    """Of the paragraph."""


def context_of(book: Book, stretch: Span) -> Context:
    """Give the words around a stretch of the display."""
    block = book.block_at(stretch.start)
    start = book.positions.starts[block]
    end = start + len(book.paragraphs[block].text)
    before = book.text[max(start, stretch.start - _AROUND) : stretch.start]
    return Context(
        before=before[max(map(before.rfind, _SENTENCE_ENDS)) + 1 :],
        words=book.text[stretch.start : min(stretch.end, end)],
        after=book.text[stretch.end : min(end, stretch.end + _AROUND)],
        number=book.number_of(block),
    )


class HitModel(QAbstractListModel):
    """One row a hit, its context made when it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self._hits: Sequence[Span] = ()

    def show_hits(self, book: Book | None, hits: Sequence[Span]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._book, self._hits = book, hits
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._book is None or not index.isValid() or index.row() >= len(self._hits):
            return None
        if role not in {CONTEXT_ROLE, Qt.ItemDataRole.DisplayRole}:
            return None
        context = context_of(self._book, self._hits[index.row()])
        if role == CONTEXT_ROLE:
            return context
        return f"{context.before}{context.words}{context.after}"
