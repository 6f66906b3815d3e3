"""What is copied from the page: the words selected, or the sentence at the caret, with its source."""

from __future__ import annotations

from hkreader.core.report import Span
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.citation import cite
from hkreader.ui.reading.page import Page


def cited_selection(page: Page) -> str:
    """Word the selection, or else the sentence at the caret, with where it stands."""
    book = page.book
    stretch = None if book is None else _stretch(book, page)
    if book is None or stretch is None:
        return ""
    span = book.positions.span_of_display(stretch)
    return cite(book.report, span, book.text[stretch.start : stretch.end].strip())


def marked_down_selection(page: Page) -> str:
    """Word the selection, or else the sentence at the caret, as Markdown."""
    from hkreader.ui.reading.markdown import markdown_of  # noqa: PLC0415  seldom needed

    book = page.book
    stretch = None if book is None else _stretch(book, page)
    return "" if book is None or stretch is None else markdown_of(book, stretch)


def _stretch(book: Book, page: Page) -> Span | None:
    """Give what of the display is to be copied; None where the caret is in no sentence."""
    start, end = page.selected()
    if start != end:
        return Span(*map(book.positions.display_of_position, (start, end)))
    sentence = book.report.sentence_at(book.positions.offset_of(start))
    stretch = None if sentence is None else book.positions.display_of(sentence.span)
    return stretch if stretch else None
