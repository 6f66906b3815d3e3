"""Finds a query in the display, in slices, so that a hundred reports do not stall the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from hkreader.core.report import Span
from hkreader.qt.slices import Slices
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.folding import FoldedText, fold_query

_BATCH = 2_000
_SMALL = 1 << 16
"""Characters that are searched in one go."""


class Finder(QObject):
    """Holds the hits of one query in one book."""

    finished = Signal()
    """All hits of the query are known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[Span] = ()
        """Stretches of the display, in text order; complete once `finished` was emitted."""
        self.query = ""
        self.special: Callable[[str], list[Span] | None] = lambda _query: None
        """Gives the hits of a query that is no plain text, None for one that is."""
        self._book: Book | None = None
        self._copy: FoldedText | None = None
        self._slices = Slices(self)
        self._slices.finished.connect(self.finished)

    @property
    def busy(self) -> bool:
        """Whether hits are still being looked for."""
        return self._slices.busy

    def take(self, book: Book | None) -> None:
        """Search another book from now on; the query stays and is looked for there."""
        self._book = book
        self._copy = None
        self.search(self.query)

    def search(self, query: str) -> None:
        """Look for `query`; small texts are done when this returns."""
        self.query = query
        self.hits = ()
        small = self._book is None or len(self._book.text) <= _SMALL
        self._slices.run(self._search(query), whole=small)

    def _search(self, query: str) -> Iterator[None]:
        special, book = self.special(query), self._book
        query = fold_query(query)
        if special is not None:
            self.hits = special
            return
        if not query or book is None:
            return
        if self._copy is None:
            copy = FoldedText()
            for _ in copy.build(book.text, book.noise):
                yield
            self._copy = copy
        found: list[Span] = []
        for hit in self._copy.matches(query):
            found.append(hit)
            if not len(found) % _BATCH:
                yield
        self.hits = found
