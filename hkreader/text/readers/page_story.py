"""The text of pages: its paragraphs over the pages, what pages have around it, and its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hkreader.core.errors import FileScanned
from hkreader.core.report import Noise, Span, Table
from hkreader.text.readers.base import Layout
from hkreader.text.readers.glyphs import Page
from hkreader.text.readers.page_furniture import Furniture, take_furniture
from hkreader.text.readers.page_lines import Line, find_lines, join
from hkreader.text.readers.page_notes import take_notes
from hkreader.text.readers.page_order import Zone, find_zones
from hkreader.text.readers.page_paragraphs import Placed, body_size, continues, place_lines
from hkreader.text.readers.page_tables import take_tables

_WATERMARK = "watermark"


@dataclass(slots=True)
class _Sheet:
    """A page on its way from glyphs to text."""

    lines: list[Line]
    aslant: list[list[Line]]
    """What runs in other directions."""
    pictured: bool = False
    zones: list[Zone] = field(default_factory=list)
    notes: list[Zone] = field(default_factory=list)

    @property
    def holds_text(self) -> bool:
        return bool(self.zones or self.aslant)


def draw_story(path: Path, pages: Iterable[Page]) -> tuple[str, Layout, int]:
    """Draw the text with its layout, and tell how many of its letters have no meaning.

    Raises `FileScanned` about `path` where the pages show pictures alone.
    """
    sheets: list[_Sheet] = []
    undecodable = 0
    for page in pages:
        sheets.append(_sheet(page))
        undecodable += page.undecodable
    furniture = take_furniture([sheet.lines for sheet in sheets])
    for sheet, around in zip(sheets, furniture, strict=True):
        sheet.zones = find_zones(_without(sheet.lines, around))
    body = body_size(zone for sheet in sheets for zone in sheet.zones)
    for sheet in sheets:
        sheet.notes = take_notes(sheet.zones, body)
    text, layout = _write(sheets, furniture)
    scans = tuple(at for at, sheet in enumerate(sheets) if sheet.pictured and not sheet.holds_text)
    if scans and not any(sheet.holds_text for sheet in sheets):
        raise FileScanned(path)
    return text, replace(layout, scans=scans), undecodable


def _sheet(page: Page) -> _Sheet:
    if not page.frames:
        return _Sheet([], [], page.pictured)
    main, *others = page.frames
    glyphs, tables = take_tables(main.glyphs, main.rules)
    lines = sorted([*find_lines(glyphs), *tables], key=_from_the_top)
    return _Sheet(lines, [find_lines(frame.glyphs) for frame in others], page.pictured)


def _from_the_top(line: Line) -> tuple[float, float]:
    return line.base - line.height, line.x0


def _without(lines: Sequence[Line], around: Furniture) -> list[Line]:
    """Leave out the lines at the heights of a page's heads and feet."""
    head = max((line.base + 0.3 * line.size for line, _ in around.heads), default=float("-inf"))
    foot = min((line.base - 0.3 * line.size for line, _ in around.feet), default=float("inf"))
    return [line for line in lines if head < line.base < foot]


class _Writer:
    """Writes lines one after the other and keeps the places of what they are."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.paragraphs: list[Span] = []
        self.tables: list[Table] = []
        self.noise: list[Noise] = []
        self.pages: list[int] = []
        self._open: tuple[int, str] | None = None
        """Where the paragraph begins and how its text ends."""
        self._last: Placed | None = None
        self._waiting: list[tuple[str, str]] = []
        """Noise since the last line, which may lie within a paragraph."""
        self._page_waits: list[int] = []
        """At which of that noise pages begin."""
        self._notes: list[Sequence[Placed]] = []

    def page(self) -> None:
        self._page_waits.append(len(self._waiting))

    def furniture(self, line: Line, reason: str) -> None:
        self._waiting.append((line.text.replace("\t", " "), reason))

    def notes(self, lines: Sequence[Placed]) -> None:
        self._notes.append(lines)

    def line(self, placed: Placed) -> None:
        line = placed.line
        if line.rows is not None:
            self.close()
            self._table(line.rows)
            return
        if self._open is not None and self._last is not None:
            start, ending = self._open
            if continues(self._last, placed, ending):
                self._go_on(line.text)
                self._open = start, self.parts[-1][-2:]
                self._last = placed
                return
        self.close()
        start = self._begin()
        self._put(line.text)
        self._open = start, line.text[-2:]
        self._last = placed

    def close(self, *, whole: bool = True) -> None:
        """End the paragraph; the notes and the noise that waited for it follow."""
        if self._open is not None:
            self.paragraphs.append(Span(self._open[0], self.at))
        self._open = self._last = None
        if not whole:
            return
        notes, self._notes = self._notes, []
        waiting, pages = self._waiting, self._page_waits
        self._waiting, self._page_waits = [], []
        for note in notes:
            for placed in note:
                self.line(placed)
            self.close(whole=False)
        for index in range(len(waiting) + 1):
            if index in pages:
                self.pages += [self.at + (self.at > 0)] * pages.count(index)
            if index < len(waiting):
                text, reason = waiting[index]
                start = self._begin()
                self._put(text)
                self.noise.append(Noise(Span(start, self.at), reason))

    def _go_on(self, text: str) -> None:
        before, between = join(self.parts[-1], text)
        self.at -= len(self.parts[-1]) - len(before)
        self.parts[-1] = before
        self._put(between)
        for index in range(len(self._waiting) + 1):
            self.pages += [self.at] * self._page_waits.count(index)
            if index < len(self._waiting):
                written, reason = self._waiting[index]
                start = self.at
                self._put(written + "\n" if index else f"\n{written}\n")
                self.noise.append(Noise(Span(start, self.at), reason))
        self._waiting, self._page_waits = [], []
        self._put(text)

    def _begin(self) -> int:
        """Begin a line of the text."""
        if self.at:
            self._put("\n")
        return self.at

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.at += len(text)

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        start = self._begin()
        spans: list[tuple[Span, ...]] = []
        for row in rows:
            if spans:
                self._put("\n")
            cells: list[Span] = []
            for cell in row:
                if cells:
                    self._put("\t")
                cells.append(Span(self.at, self.at + len(cell)))
                self._put(cell)
            spans.append(tuple(cells))
        self.tables.append(Table(Span(start, self.at), tuple(spans)))


def _write(sheets: Sequence[_Sheet], furniture: Sequence[Furniture]) -> tuple[str, Layout]:
    writer = _Writer()
    watermarks = _watermarks(sheets)
    placed = place_lines([sheet.zones for sheet in sheets])
    noted = place_lines([sheet.notes for sheet in sheets])
    aslant = place_lines(
        [[z for lines in sheet.aslant for z in find_zones(lines)] for sheet in sheets]
    )
    for index, around in enumerate(furniture):
        writer.page()
        for line, reason in around.heads:
            writer.furniture(line, reason)
        for item in placed[index]:
            writer.line(item)
        if noted[index]:
            writer.notes(noted[index])
        others = [item for item in aslant[index] if item.line.text not in watermarks]
        if others:
            writer.notes(others)
        for item in aslant[index]:
            if item.line.text in watermarks:
                writer.furniture(item.line, _WATERMARK)
        for line, reason in around.feet:
            writer.furniture(line, reason)
    writer.close()
    layout = Layout(
        tuple(writer.paragraphs), tuple(writer.tables), tuple(writer.pages), tuple(writer.noise)
    )
    return "".join(writer.parts), layout


def _watermarks(sheets: Sequence[_Sheet]) -> frozenset[str]:
    """Give what stands aslant on several pages."""
    seen = Counter(
        text for sheet in sheets for text in {line.text for lines in sheet.aslant for line in lines}
    )
    return frozenset(text for text, count in seen.items() if count > 1)
