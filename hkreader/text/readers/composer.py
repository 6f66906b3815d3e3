"""Puts the text of a document together, line by line and table by table, with spans to all of it."""

from __future__ import annotations

from collections.abc import Sequence

from hkreader.core.report import Noise, Span, Table
from hkreader.text.readers.base import Layout

Row = Sequence[str | None]
"""The cells of a row; None for one that a neighbour covers."""


class Composer:
    """Grows a text; lines end with single newlines."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._tables: list[Table] = []
        self._noise: list[Noise] = []

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._pieces).removesuffix("\n")

    @property
    def layout(self) -> Layout:
        """Where tables and noise stand in it."""
        return Layout(tables=tuple(self._tables), noise=tuple(self._noise))

    def line(self, words: str, noise: str = "") -> Span:
        """Add a line, which is noise where a reason is given."""
        start = self._size
        self._add(words)
        span = Span(start, self._size)
        if noise and words.strip():
            self._noise.append(Noise(span, noise))
        self._add("\n")
        return span

    def table(self, rows: Sequence[Row]) -> None:
        """Add a table: a line a row, cells parted by tabs."""
        start = self._size
        cells = [self._row(row) for row in rows]
        self._tables.append(Table(Span(start, self._size - 1), tuple(cells)))

    def _row(self, row: Row) -> tuple[Span, ...]:
        spans = []
        for place, cell in enumerate(row):
            if place:
                self._add("\t")
            words = " ".join((cell or "").split())
            start = self._size
            self._add(words)
            spans.append(Span(start, self._size))
        self._add("\n")
        return tuple(spans)

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._size += len(words)


def is_table(rows: Sequence[Row]) -> bool:
    """Tell a table of things from one that only lays out a page: several rows of short cells."""
    cells = [cell for row in rows for cell in row if cell and cell.strip()]
    if len(rows) < _FEWEST or max(map(len, rows), default=0) < _FEWEST or not cells:
        return False
    return max(map(len, cells)) <= _LONGEST and len(cells) >= len(rows)


_FEWEST = 2
_LONGEST = 600
"""Characters of a cell; a page that is laid out by a table has its whole text in one."""
