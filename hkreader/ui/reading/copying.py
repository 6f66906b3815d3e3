"""What is copied from the page: the words selected, or the sentence at the caret, with its source."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.qt.session import Session
from hkreader.ui.reading.citation import cite
from hkreader.ui.reading.page import Page


class Copying(QObject):
    """Copies from one page, in several forms."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(page)
        self._session = session
        self.settings = session.settings
        self.page = page

    def copy_with_citation(self) -> None:
        """Copy the selection, or else the sentence at the caret, with where it stands."""
        book, stretch = self.page.book, self._stretch()
        if book is not None and stretch is not None:
            span = book.positions.span_of_display(stretch)
            words = book.text[stretch.start : stretch.end].strip()
            self._copy(cite(book.report, span, words))

    def copy_markdown(self) -> None:
        """Copy the selection, or else the sentence at the caret, as Markdown."""
        from hkreader.ui.reading.markdown import markdown_of  # noqa: PLC0415  seldom needed

        book, stretch = self.page.book, self._stretch()
        if book is not None and stretch is not None:
            self._copy(markdown_of(book, stretch))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._session.message_posted.emit(tr("reading.copied"), "info")

    def _stretch(self) -> Span | None:
        """Give what of the display is to be copied; None where the caret is in no sentence."""
        book = self.page.book
        if book is None:
            return None
        start, end = self.page.selected()
        if start != end:
            return Span(*map(book.positions.display_of_position, (start, end)))
        sentence = book.report.sentence_at(book.positions.offset_of(start))
        stretch = None if sentence is None else book.positions.display_of(sentence.span)
        return stretch if stretch else None
