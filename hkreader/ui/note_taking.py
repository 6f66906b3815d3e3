"""Marking by keys: what is selected in the text, or the figure that a table has in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hkreader.core.reviews import Note
from hkreader.messages import tr

if TYPE_CHECKING:
    from hkreader.ui.panels.note_page import NotePage
    from hkreader.ui.reading.noting import Noting
    from hkreader.ui.workspace import Workspace

# ruff: noqa: PLC0415  the first paint needs none of it


class NoteTaking(QObject):
    """What the window's actions call."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session

    def note(self) -> None:
        """Highlight what the keys are at, and let the user write something on it."""
        came_from = QApplication.focusWidget()
        if not self._noting.is_ready:
            self._tell("not_yet")
            return
        note = self._figure_note() or self._noting.mark()
        if note is None:
            self._tell("nothing_here")
        elif self._session.notes.get(note.id) is not None:
            self._page().write(note, came_from)

    def bookmark(self) -> None:
        """Put a bookmark at the caret, or take it away."""
        if not self._noting.is_ready:
            self._tell("not_yet")
            return
        put = self._noting.toggle_bookmark()
        self._tell({None: "nothing_here", True: "bookmarked", False: "unmarked"}[put])

    def show_bookmarks(self) -> None:
        """List the bookmarks."""
        self._list("bookmark")

    def show_lost(self) -> None:
        """List what was said of another version and has no place in this one."""
        self._list("lost")

    def _list(self, sign: str) -> None:
        from hkreader.models.signs import NoteSign

        page = self._page()
        page.show_only(NoteSign(sign))
        (page.focus_target or page).setFocus()

    @property
    def _noting(self) -> Noting:
        """Where the keys are: in the text, or in the one beside it."""
        beside = self._workspace.beside
        here = beside.pane if beside.here("reading") is not None else None
        return self._workspace.reading.noting if here is None else here.reading.noting

    def _figure_note(self) -> Note | None:
        """Mark the figure of the row that has the keys."""
        side, focus = self._workspace.side, QApplication.focusWidget()
        if focus is None or not side.isAncestorOf(focus):
            return None
        figures = side.page.chosen_figures[:1]
        notes = self._session.notes
        for figure in figures:
            same = (note for note in notes.all if note.anchor.span == figure.span)
            return next(same, None) or notes.highlight(figure.span)
        return None

    def _page(self) -> NotePage:
        from hkreader.ui.panels.note_page import NotePage

        self._workspace.commands.show_notes()
        page = self._workspace.side.page
        if not isinstance(page, NotePage):
            raise TypeError(page)
        return page

    def _tell(self, name: str) -> None:
        self._session.message_posted.emit(tr(f"panels.notes.message.{name}"), "info")
