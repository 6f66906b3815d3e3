"""What the reader sees of a report: joined lines, collapsed blanks, hidden noise, mapped both ways.

The report's text is never changed; a `DisplayParagraph` says how its characters sit in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hkreader.core.report import Noise, Paragraph, ParagraphKind, Report, Span
from hkreader.text.lines import find_lines

Run = tuple[int, int, int]
"""Display start, source start, length: characters that sit side by side in both."""

_BREAK = r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|\\r\\n|\\n|\\r"
_GAP = re.compile(rf"(?:{_BREAK}|[\s\u00ad\u200b-\u200f\u2060\ufeff]|&nbsp;|&#160;)+")
_HAS_BREAK = re.compile(_BREAK)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class DisplayParagraph:
    """A paragraph as it is shown; `paragraph` is None for noise."""

    text: str
    paragraph: Paragraph | None
    runs: tuple[Run, ...]
    """Display offsets count from the start of this paragraph."""


class DisplayMap:
    """Offsets of the whole display (paragraphs joined by single newlines) against the report's."""

    def __init__(self, paragraphs: Sequence[DisplayParagraph]) -> None:
        """Lay the paragraphs' runs end to end."""
        runs: list[Run] = []
        starts: list[int] = []
        position = 0
        for paragraph in paragraphs:
            starts.append(position)
            runs.extend((position + shown, source, size) for shown, source, size in paragraph.runs)
            position += len(paragraph.text) + 1
        self.length = max(0, position - 1)
        """Characters of the whole display."""
        self.starts = tuple(starts)
        """Where each display paragraph begins."""
        self._shown = [run[0] for run in runs]
        self._source = [run[1] for run in runs]
        self._sizes = [run[2] for run in runs]

    def to_display(self, offset: int) -> int:
        """Give the display place of a source offset; of a hidden one, the next that is shown."""
        index = bisect_right(self._source, offset) - 1
        if index >= 0 and offset < self._source[index] + self._sizes[index]:
            return self._shown[index] + offset - self._source[index]
        return self._shown[index + 1] if index + 1 < len(self._shown) else self.length

    def to_source(self, display: int) -> int:
        """Give the source offset of a display place; between paragraphs, the end of the one before."""
        index = bisect_right(self._shown, display) - 1
        if index < 0:
            return self._source[0] if self._source else 0
        within = min(display - self._shown[index], self._sizes[index])
        return self._source[index] + within

    def span_to_display(self, span: Span) -> Span:
        """Give the stretch of the display that shows `span`; empty where all of it is hidden."""
        start = self.to_display(span.start)
        index = bisect_right(self._source, span.end - 1) - 1
        if index < 0:
            return Span(start, start)
        within = min(span.end - self._source[index], self._sizes[index])
        return Span(start, max(start, self._shown[index] + within))


def display_paragraphs(report: Report, *, noise: bool) -> tuple[DisplayParagraph, ...]:
    """Set the report for reading, in text order, with its noise or without."""
    shown: list[tuple[int, DisplayParagraph]] = []
    inside = _Inside(report.noise)
    for paragraph in report.paragraphs:
        if paragraph.kind is ParagraphKind.TABLE:
            rows = _table_rows(report, paragraph)
            shown.extend((row.runs[0][1], row) for row in rows)
            continue
        holes = inside.within(paragraph.span) if not noise else []
        shown.append((paragraph.span.start, _set(report.text, paragraph.span, paragraph, holes)))
    if noise:
        lines = _noise_lines(report)
        shown.extend((span.start, _set(report.text, span, None, [])) for span in lines)
        shown.sort(key=_start)
    return tuple(paragraph for _, paragraph in shown)


def _table_rows(report: Report, paragraph: Paragraph) -> Iterator[DisplayParagraph]:
    """Give the rows of a table, each as it stands: its cells parted by tabs."""
    start = paragraph.span.start
    for line in report.quote(paragraph.span).split("\n"):
        # A row may begin with empty cells, whose tabs are no blanks to drop.
        row = line.rstrip()
        if row:
            yield DisplayParagraph(row, paragraph, ((0, start, len(row)),))
        start += len(line) + 1


class _Inside:
    """Finds the noise that stands inside paragraphs, walking both in text order."""

    def __init__(self, noise: Sequence[Noise]) -> None:
        self._noise = noise
        self._at = 0

    def within(self, span: Span) -> list[Span]:
        """Give the noise that lies in `span`; call it with spans in text order."""
        while self._at < len(self._noise) and self._noise[self._at].span.end <= span.start:
            self._at += 1
        found: list[Span] = []
        for noise in self._noise[self._at :]:
            if noise.span.start >= span.end:
                break
            found.append(noise.span)
        return found


def _start(placed: tuple[int, DisplayParagraph]) -> int:
    return placed[0]


def _noise_lines(report: Report) -> Iterator[Span]:
    """Give the lines of the noise that stands outside paragraphs."""
    paragraphs = report.paragraphs
    for noise in report.noise:
        paragraph = report.paragraph_at(noise.span.start) if paragraphs else None
        if paragraph is not None and noise.span.start < paragraph.span.end:
            continue
        for line in find_lines(report.quote(noise.span)):
            yield Span(line.start + noise.span.start, line.end + noise.span.start)


def _set(
    text: str, span: Span, paragraph: Paragraph | None, holes: Sequence[Span]
) -> DisplayParagraph:
    """Join, collapse and leave out, keeping count of what stands where."""
    pieces: list[str] = []
    runs: list[Run] = []
    position = 0
    for start, end, blank in _kept(text, span, holes):
        if end > start:
            pieces.append(text[start:end])
            runs.append((position, start, end - start))
            position += end - start
        if blank:
            pieces.append(" ")
            runs.append((position, end, 1))
            position += 1
    return DisplayParagraph("".join(pieces), paragraph, tuple(runs))


def _kept(text: str, span: Span, holes: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Give stretches that are shown as they are, each with whether one blank follows it."""
    start = span.start
    for hole in (*holes, Span(span.end, span.end)):
        stop = min(max(start, hole.start), span.end)
        for gap in _GAP.finditer(text, start, stop):
            blank = _blank_for(text, gap.start(), gap.end(), span)
            yield start, gap.start(), blank
            start = gap.end()
        yield start, stop, False
        start = max(stop, min(hole.end, span.end))


def _blank_for(text: str, start: int, end: int, span: Span) -> bool:
    """Tell whether a gap is shown as a blank: not at the edges, nor where a line was only broken."""
    if start == span.start or end == span.end:
        return False
    gap = text[start:end]
    if _INVISIBLE.fullmatch(gap):
        return False
    if not _HAS_BREAK.search(gap):
        return True
    before, after = text[start - 1], text[end]
    letters = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return letters and not (before.isdigit() and after.isdigit())
