"""The report laid out for reading: paragraphs as they are shown, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hkreader.core.report import ParagraphKind, Report, Span
from hkreader.ui.reading.positions import Positions

_LOWEST_LINE = 20
"""Pixels that a line takes at least."""
_LONGEST_LINE = 60
"""Characters that a line holds at most."""

if TYPE_CHECKING:
    from hkreader.text.view import DisplayParagraph


@dataclass(frozen=True, slots=True)
class Book:
    """A report as it is shown: its paragraphs, their text and the way from one to the other."""

    report: Report
    paragraphs: tuple[DisplayParagraph, ...]
    text: str
    """The display: paragraphs joined by single newlines, one to a block of the document."""
    positions: Positions
    noise: tuple[Span, ...]
    """What of the display is noise inside a paragraph."""

    @property
    def extent(self) -> Span:
        """The stretch of the text from the first paragraph shown to the last."""
        shown = self.report.paragraphs
        return Span(shown[0].span.start, shown[-1].span.end) if shown else Span(0, 0)

    def block_at(self, display: int) -> int:
        """Give the block that holds an offset of the display."""
        return max(0, bisect_right(self.positions.starts, display) - 1)

    def number_of(self, block: int) -> int | None:
        """Give the number that stands beside a block; none beside titles and noise."""
        paragraph = self.paragraphs[block].paragraph
        if paragraph is None or paragraph.kind in {ParagraphKind.TITLE, ParagraphKind.BYLINE}:
            return None
        return None if self.goes_on(block) else paragraph.number

    def goes_on(self, block: int) -> bool:
        """Tell whether a block is a further row of the table that the one before belongs to."""
        if not 0 < block < len(self.paragraphs):
            return False
        paragraph = self.paragraphs[block].paragraph
        return paragraph is not None and self.paragraphs[block - 1].paragraph is paragraph


def beginning_of(report: Report, height: int) -> Report:
    """Give as much of a report as surely fills `height` pixels."""
    lines = height // _LOWEST_LINE + 1
    for count, paragraph in enumerate(report.paragraphs, 1):
        lines -= 1 + len(paragraph.span) // _LONGEST_LINE
        if lines <= 0:
            return replace(report, paragraphs=report.paragraphs[:count], noise=(), glossary=())
    return report


def open_book(report: Report, *, noise: bool) -> Book:
    """Lay the report out for reading, with its noise or without."""
    # Imported with the first report: the empty window is painted without it.
    from hkreader.text.view import DisplayMap, display_paragraphs  # noqa: PLC0415

    paragraphs = display_paragraphs(report, noise=noise)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    positions = Positions(DisplayMap(paragraphs), text)
    inside: tuple[Span, ...] = ()
    if noise:
        shown = {paragraph.runs[0][1] for paragraph in paragraphs if not paragraph.paragraph}
        inside = tuple(
            stretch
            for found in report.noise
            if not any(start in found.span for start in shown)
            and len(stretch := positions.display_of(found.span))
        )
    return Book(report, paragraphs, text, positions, inside)
