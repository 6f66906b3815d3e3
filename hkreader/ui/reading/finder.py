"""Finds a query in the display, in slices, so that a hundred reports do not stall the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from hkreader.core.report import Span
from hkreader.qt.slices import Slices
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.folding import FoldedText
from hkreader.ui.reading.searches import ExpressionError, Search, search_for

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
        self.expression = False
        """Whether the query is a regular expression."""
        self.within: Span | None = None
        """The stretch of the report that is searched; None for all of it."""
        self.failure: ExpressionError | None = None
        """Why the query cannot be searched for."""
        self.special: Callable[[str], list[Span] | None] = lambda _query: None
        """Gives the hits of a query that is no plain text, None for one that is."""
        self._book: Book | None = None
        self._copy = FoldedText()
        self._slices = Slices(self)
        self._slices.finished.connect(self.finished)

    @property
    def busy(self) -> bool:
        """Whether hits are still being looked for."""
        return self._slices.busy

    @property
    def wish(self) -> tuple[str, bool, Span | None]:
        """What is looked for, how and where."""
        return self.query, self.expression, self.within

    def take(self, book: Book | None) -> None:
        """Search another book from now on; the query stays and is looked for there."""
        self._book = book
        self._copy = FoldedText()
        self.search(self.query)

    def search(self, query: str) -> None:
        """Look for `query`; small texts are done when this returns."""
        self.query = query
        self.hits = ()
        self.failure = None
        small = self._book is None or len(self._book.text) <= _SMALL
        self._slices.run(self._search(query), whole=small and not self.expression)

    def prepared(self) -> Search:
        """Give what is looked for, ready to be used on other books; nothing where it failed."""
        try:
            return search_for(self.query, expression=self.expression, within=self.within)
        except ExpressionError as problem:
            self.failure = problem
            return Search()

    def _search(self, query: str) -> Iterator[None]:
        special = None if self.expression else self.special(query)
        if special is not None:
            self.hits = special
            return
        search, book = self.prepared(), self._book
        if book is None or not search:
            return
        found: list[Span] = []
        try:
            for hit in search.through(book, self._copy):
                if hit is not None:
                    found.append(hit)
                if hit is None or not len(found) % _BATCH:
                    yield
        except ExpressionError as problem:
            self.failure = problem
            return
        self.hits = found
