"""Counts the hits of a query in every part of a long report, in slices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from hkreader.qt.slices import Slices
from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.folding import FoldedText
from hkreader.ui.reading.parts import Parts
from hkreader.ui.reading.searches import ExpressionError, Search


class PartCounter(QObject):
    """Holds, for one query, the number of hits of each part."""

    counted = Signal()
    """All parts are counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: list[int | None] = []
        """None for a part that is still to be looked at; empty where there are no parts."""
        self._slices = Slices(self)
        self._slices.finished.connect(self.counted)

    @property
    def busy(self) -> bool:
        """Whether parts are still being looked at."""
        return self._slices.busy

    @property
    def total(self) -> int:
        """The hits that are known by now."""
        return sum(filter(None, self.counts))

    def before(self, index: int) -> int:
        """Give the hits in the parts before `index` that are known by now."""
        return sum(filter(None, self.counts[:index]))

    def count(
        self, parts: Parts | None, search: Search, *, index: int, hits: int, noise: bool
    ) -> None:
        """Count the hits in `parts`, of which the part `index` is known to have so many."""
        self._slices.stop()
        self.counts = []
        if parts is not None and len(parts) > 1 and search:
            self.counts = [None] * len(parts)
            self.counts[index] = hits
            self._slices.run_later(self._count(parts, search, noise=noise))

    def know(self, counts: Sequence[int]) -> None:
        """Take counts that are known without looking."""
        self._slices.stop()
        self.counts = list(counts)

    def _count(self, parts: Parts, search: Search, *, noise: bool) -> Iterator[None]:
        for index, known in enumerate(self.counts):
            if known is None:
                book = open_book(parts[index], noise=noise)
                yield
                count = 0
                try:
                    for hit in search.through(book, FoldedText()):
                        count += hit is not None
                        if hit is None:
                            yield
                except ExpressionError:
                    # The part in view has told it where it could; what took too long counts none.
                    count = 0
                self.counts[index] = count
                yield
