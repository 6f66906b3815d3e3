"""Lights what was jumped to: exactly its characters, and faintly the sentence they stand in."""

from __future__ import annotations

from hkreader.core.report import Span
from hkreader.ui.reading.marks import Mark, MarkKind, MarkLayer
from hkreader.ui.reading.page import Page


class Light:
    """One span at a time."""

    def __init__(self, page: Page) -> None:
        self.span: Span | None = None
        self._page = page

    def show(self, span: Span | None) -> None:
        """Light `span`, or nothing."""
        self.span = span
        self._mark("shown", span, MarkKind.SHOWN)
        self._mark("sentence", self._sentence(), MarkKind.SENTENCE)

    def _sentence(self) -> Span | None:
        book, span = self._page.book, self.span
        sentence = None if book is None or span is None else book.report.sentence_at(span.start)
        if sentence is None or span is None or sentence.span.end < span.end:
            return None
        return sentence.span

    def _mark(self, layer: str, span: Span | None, kind: MarkKind) -> None:
        book = self._page.book
        if span is None or book is None:
            self._page.set_layer(layer, None)
        else:
            mark = Mark(*book.positions.stretch_of(span), kind)
            self._page.set_layer(layer, MarkLayer([mark]))
