"""The one place where report offsets, display offsets and Qt's UTF-16 positions meet.

Nobody else in this room may hand a number to a text cursor that did not come from here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from hkreader.core.report import Span

if TYPE_CHECKING:
    from hkreader.text.view import DisplayMap

_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts as two, such as 𠮷."""


class Positions:
    """Turns offsets of the report or its display into positions of the document, and back."""

    def __init__(self, places: DisplayMap, text: str) -> None:
        """Take the map of the display and its `text`, paragraphs joined by single newlines."""
        self._map = places
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_positions = [offset + index for index, offset in enumerate(self._wide)]
        self.end = len(text) + len(self._wide)
        """The last position of the document."""

    @property
    def starts(self) -> tuple[int, ...]:
        """Where in the display each paragraph begins."""
        return self._map.starts

    def position_of_display(self, display: int) -> int:
        """Give the position of a display offset."""
        return display + bisect_left(self._wide, display)

    def display_of_position(self, position: int) -> int:
        """Give the display offset of a position; inside a wide character, its start."""
        before = bisect_right(self._wide_positions, position - 2)
        inside = before < len(self._wide_positions) and self._wide_positions[before] + 1 == position
        return position - before - inside

    def position_of(self, offset: int) -> int:
        """Give the position of a report offset; of a hidden one, the next that is shown."""
        return self.position_of_display(self._map.to_display(offset))

    def offset_of(self, position: int) -> int:
        """Give the report offset of a position."""
        return self._map.to_source(self.display_of_position(position))

    def display_of(self, span: Span) -> Span:
        """Give the stretch of the display that shows a span of the report."""
        return self._map.span_to_display(span)

    def stretch_of(self, span: Span) -> tuple[int, int]:
        """Give the positions of a span of the report; equal where all of it is hidden."""
        return self.stretch_of_display(self._map.span_to_display(span))

    def stretch_of_display(self, span: Span) -> tuple[int, int]:
        """Give the positions of a stretch of the display."""
        return self.position_of_display(span.start), self.position_of_display(span.end)

    def span_of(self, start: int, end: int) -> Span:
        """Give the span of the report between two positions; hard breaks inside it included."""
        first, last = self.display_of_position(start), self.display_of_position(end)
        if last <= first:
            offset = self._map.to_source(first)
            return Span(offset, offset)
        return self.span_of_display(Span(first, last))

    def span_of_display(self, stretch: Span) -> Span:
        """Give the span of the report that a stretch of the display, not empty, was made of."""
        start = self._map.to_source(stretch.start)
        return Span(start, max(start, self._map.to_source(stretch.end - 1) + 1))
