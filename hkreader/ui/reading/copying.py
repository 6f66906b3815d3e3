"""What is copied from the page: the words selected, or the sentence at the caret, with its source."""

from __future__ import annotations

from hkreader.ui.reading.citation import cite
from hkreader.ui.reading.page import Page


def cited_selection(page: Page) -> str:
    """Word the selection, or else the sentence at the caret, with where it stands."""
    book = page.book
    if book is None:
        return ""
    start, end = page.selected()
    span = book.positions.span_of(start, end)
    if start == end:
        sentence = book.report.sentence_at(span.start)
        if sentence is None:
            return ""
        span = sentence.span
    shown = book.positions.display_of(span)
    return cite(book.report, span, book.text[shown.start : shown.end].strip())
