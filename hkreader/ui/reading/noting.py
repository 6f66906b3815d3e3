"""What the user marks on one page: passages, notes, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkreader.core.report import Span
from hkreader.qt.session import Session
from hkreader.ui.reading.marks import note_marks
from hkreader.ui.reading.page import Page

if TYPE_CHECKING:
    from hkreader.core.reviews import Note

# ruff: noqa: PLC0415  the text is painted before anything of notes is loaded


class Noting(QObject):
    """Shows the notes of the session on its page, and marks what is selected there."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        session.notes_changed.connect(self.show_notes)

    @property
    def is_ready(self) -> bool:
        """Whether anything can be noted here."""
        return self._session.notes.is_ready

    def show_notes(self) -> None:
        """Mark what is noted on the book that the page shows now."""
        book = self._page.book
        if book is not None and self._session.knows_notes:
            self._page.set_layer("notes", note_marks(self._session.notes.all, book))

    def mark(self) -> Note | None:
        """Highlight the selection, or else the sentence at the caret; give the note.

        What is marked already is not marked once more.
        """
        selected, here = self._selected(), self._session.caret
        notes = self._session.notes
        if selected is None and (passages := list(filter(_is_passage, notes.at(here)))):
            return passages[0]
        span = selected or self._sentence()
        if span is None:
            return None
        passages = [it for it in notes.all if _is_passage(it) and it.anchor.span == span]
        self._page.drop_selection()
        return passages[0] if passages else notes.highlight(span)

    def toggle_bookmark(self) -> bool | None:
        """Put a bookmark on the sentence at the caret, or take it away; tell whether there is one."""
        from hkreader.core.reviews import NoteKind

        span = self._sentence()
        if span is None:
            return None
        notes = self._session.notes
        here = [
            it for it in notes.all if not _is_passage(it) and it.anchor.span.start == span.start
        ]
        if here:
            notes.remove(here)
        else:
            notes.add(span, NoteKind.BOOKMARK)
        return not here

    def _selected(self) -> Span | None:
        book, (start, end) = self._page.book, self._page.selected()
        return None if book is None or start == end else book.positions.span_of(start, end)

    def _sentence(self) -> Span | None:
        report, caret = self._session.report, self._session.caret
        if report is None:
            return None
        sentence = report.sentence_at(caret)
        if sentence is not None:
            return sentence.span
        paragraph = report.paragraph_at(caret)
        return None if paragraph is None else paragraph.span


def _is_passage(note: Note) -> bool:
    from hkreader.core.reviews import NoteKind

    return note.kind is not NoteKind.BOOKMARK
