"""The state behind a second text beside the first: its own report and place, the same choices."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hkreader.core.errors import HkreaderError
from hkreader.core.report import Span
from hkreader.messages import explain
from hkreader.qt.override import override
from hkreader.qt.session import Session

if TYPE_CHECKING:
    from hkreader.qt.keeper import Keeper
    from hkreader.qt.notes import Notes
    from hkreader.qt.undoing import UndoStack


class SideSession(Session):
    """Follows the choices of another session, and leaves what is remembered to that."""

    def __init__(self, main: Session) -> None:
        super().__init__(main.settings, main)
        self._main = main
        for theirs, ours in (
            (main.zoom_changed, self.zoom_changed),
            (main.theme_changed, self.theme_changed),
            (main.looks_changed, self.looks_changed),
            (main.marks_changed, self.marks_changed),
            (main.language_changed, self.language_changed),
        ):
            theirs.connect(ours)
        self.message_posted.connect(main.message_posted)
        self.report_failed.connect(self._on_failed)
        self.many_found.connect(self.leave_packed)
        main.findings_ready.connect(self._share_findings)
        main.notes_changed.connect(self._share_notes)

    @property
    def shows_same(self) -> bool:
        """Whether it is the report of the other session that is shown here, too."""
        return self.report is not None and self.report is self._main.report

    def show_same(self) -> None:
        """Show the report of the other session with what was found in it, at the same place."""
        report, place = self._main.report, self._main.place
        if report is not None:
            self.take(report)
            self._show(Span(place, place), take_focus=False)
            self._share_findings()
            self._share_notes()

    @override
    def analyse(self) -> None:
        """Look for the figures, unless the other session does so for the same report."""
        if not self.shows_same:
            super().analyse()

    @cached_property
    @override
    def keeper(self) -> Keeper:
        return self._main.keeper

    @cached_property
    @override
    def undoing(self) -> UndoStack:
        return self._main.undoing

    @property
    @override
    def knows_notes(self) -> bool:
        return self._main.knows_notes if self.shows_same else super().knows_notes

    @property
    @override
    def notes(self) -> Notes:
        return self._main.notes if self.shows_same else super().notes

    @override
    def _put_away_review(self) -> bool:
        """The store is the other session's to close."""
        return self._put_down_pen()

    @override
    def _forget_deeds(self) -> None:
        """What was done in the other text can still be undone."""

    @override
    def note_opened(self) -> None:
        """The next start begins with the other text."""

    @override
    def keep_place(self) -> None:
        """Where the reader is in a text is told by the other session."""
        self._place_timer.stop()

    def _share_findings(self) -> None:
        if self.shows_same and self._main.findings is not None:
            self._take_reviewed(self._main.findings)

    def _share_notes(self) -> None:
        if self.shows_same:
            self.notes_changed.emit()

    def _on_failed(self, error: HkreaderError) -> None:
        self.message_posted.emit(explain(error), "error")
