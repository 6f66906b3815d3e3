"""A long report is shown a part at a time.

Qt places no text below 8,388,607 pixels, and to set much text at once would stall the window.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hkreader.core.report import Mask, Noise, Report, Span

WHOLE = 100_000
"""Characters of a report that is shown in one piece."""
_PART = 20_000
"""To set so much and lay out all of it takes some 20 ms."""

_Item = TypeVar("_Item", Mask, Noise)


class Parts:
    """The parts of one report, each a report of its own with the same text and sections."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._firsts = [0]
        """Index of the first paragraph of each part."""
        self._starts = [0]
        """Where in the text each part begins."""
        if len(report.text) > WHOLE:
            for index, paragraph in enumerate(report.paragraphs):
                if paragraph.span.start - self._starts[-1] >= _PART:
                    self._firsts.append(index)
                    self._starts.append(paragraph.span.start)

    def __len__(self) -> int:
        """Give the number of parts, at least one."""
        return len(self._firsts)

    def __getitem__(self, index: int) -> Report:
        """Give a part; the only one of a short report is the report itself."""
        if len(self) == 1:
            return self.report
        report, extent = self.report, self.extent(index)
        last = self._firsts[index + 1] if index + 1 < len(self) else None
        return replace(
            report,
            paragraphs=report.paragraphs[self._firsts[index] : last],
            masks=_within(report.masks, extent),
            noise=_within(report.noise, extent),
        )

    def extent(self, index: int) -> Span:
        """Give the stretch of the text that a part covers."""
        last = index + 1 == len(self)
        return Span(self._starts[index], len(self.report.text) if last else self._starts[index + 1])

    def holding(self, offset: int) -> int:
        """Give the part that holds `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def numbers(self, index: int) -> tuple[int, int]:
        """Give the numbers of the first and the last paragraph of a part."""
        paragraphs = self.report.paragraphs
        last = self._firsts[index + 1] if index + 1 < len(self) else len(paragraphs)
        return paragraphs[self._firsts[index]].number, paragraphs[last - 1].number


def _within(items: Sequence[_Item], extent: Span) -> tuple[_Item, ...]:
    return tuple(item for item in items if item.span.start in extent)
