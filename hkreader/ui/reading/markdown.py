"""A stretch of the page as Markdown: headings, leads, paragraphs, tables, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hkreader.core.markdown import escaped, escaped_start
from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.citation import source_of
from hkreader.ui.reading.typesetting import settings_of, strong_stretches

_HEADINGS = {"title": "# ", "heading1": "## ", "heading2": "### ", "heading3": "#### "}
_PUNCTUATION = "。：:；;，,、.！!？? "


def markdown_of(book: Book, stretch: Span) -> str:
    """Word a stretch of the display, not empty, as Markdown that ends in its source."""
    names, strong = settings_of(book), strong_stretches(book)
    blocks = range(book.block_at(stretch.start), book.block_at(stretch.end - 1) + 1)
    parts: list[str] = []
    for name, group in groupby(blocks, key=names.__getitem__):
        cuts = [_cut(book, block, stretch) for block in group]
        if name == "table":
            parts.append("\n".join(_table([book.text[cut.start : cut.end] for cut in cuts])))
            continue
        for cut in cuts:
            bold = () if name in _HEADINGS else strong
            text = "".join(_pieces(book.text, cut, bold)).strip()
            if text:
                parts.append(_HEADINGS.get(name, "") + escaped_start(text))
    source = source_of(book.report, book.positions.span_of_display(stretch))
    parts.append(tr("reading.cite.markdown", source=escaped(source)))
    return "\n\n".join(parts) + "\n"


def _cut(book: Book, block: int, stretch: Span) -> Span:
    """Give what of a block lies in the stretch."""
    start = book.positions.starts[block]
    end = start + len(book.paragraphs[block].text)
    return Span(max(start, stretch.start), min(end, stretch.end))


def _pieces(text: str, cut: Span, strong: Sequence[Span]) -> Iterator[str]:
    at = cut.start
    for bold in strong:
        first, last = max(bold.start, cut.start), min(bold.end, cut.end)
        # Behind a mark in front of a letter, Markdown takes two stars for no end of bold letters.
        last = first + len(text[first:last].rstrip(_PUNCTUATION))
        if first < at or last <= first:
            continue
        yield escaped(text[at:first])
        yield f"**{escaped(text[first:last])}**"
        at = last
    yield escaped(text[at : cut.end])


def _table(rows: Sequence[str]) -> Iterator[str]:
    cells = [[escaped(cell.strip()) for cell in row.split("\t")] for row in rows]
    width = max(map(len, cells))
    for number, row in enumerate(cells):
        yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
        if number == 0:
            yield f"|{' --- |' * width}"
