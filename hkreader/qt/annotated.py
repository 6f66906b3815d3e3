"""What the user says of the report in view: decisions, notes, names; stored, undone, offered."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkreader.core.report import Report
from hkreader.qt.navigator import Navigator
from hkreader.qt.override import override
from hkreader.qt.settings import Settings

if TYPE_CHECKING:
    from hkreader.core.findings import Findings
    from hkreader.library.store import Store
    from hkreader.qt.keeper import Keeper
    from hkreader.qt.learning import Learning
    from hkreader.qt.notes import Notes
    from hkreader.qt.review import Review
    from hkreader.qt.scribe import Scribe
    from hkreader.qt.undoing import UndoStack

# ruff: noqa: PLC0415  nothing of it is needed before the text is painted


class Annotated(Navigator):
    """A report with the user's word on it; each part of that is made when it is first asked for."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.is_over = False
        """Whether the store is closed, and nothing is asked of it any more."""
        self._stamp: int | None = None
        """What the store gave as its stamp when it was last asked."""

    @cached_property
    def keeper(self) -> Keeper:
        """The door to the user's store; not needed before there are figures."""
        from hkreader.library.place import store_path
        from hkreader.qt.keeper import Keeper
        from hkreader.qt.own_files import data_folder, program_folder

        keeper = Keeper(store_path(data_folder(), program_folder()), self)
        keeper.failed.connect(self.report_failed)
        keeper.unsaved_changed.connect(self._on_unsaved)
        return keeper

    @property
    def knows_store(self) -> bool:
        """Whether the store was ever asked for anything."""
        return "keeper" in self.__dict__

    @property
    def knows_notes(self) -> bool:
        """Whether notes were ever asked for."""
        return "_own_notes" in self.__dict__

    @cached_property
    def scribe(self) -> Scribe:
        """What signs the user's word."""
        from hkreader.qt.scribe import Scribe

        return Scribe(self.settings, self)

    @cached_property
    def undoing(self) -> UndoStack:
        """What can be undone."""
        from hkreader.qt.undoing import UndoStack

        return UndoStack(self)

    @cached_property
    def review(self) -> Review:
        """What the user decided about the figures of the report in view."""
        from hkreader.qt.review import Review

        review = Review(self.keeper, self.scribe, self.undoing, self)
        review.reviewed.connect(self._take_reviewed)
        return review

    @cached_property
    def learning(self) -> Learning:
        """What the user's word may mean elsewhere."""
        from hkreader.qt.learning import Learning

        return Learning(self.review, self.keeper, self.undoing)

    @property
    def notes(self) -> Notes:
        """What the user marked and wrote on the report in view."""
        return self._own_notes

    @cached_property
    def _own_notes(self) -> Notes:
        from hkreader.qt.notes import Notes

        notes = Notes(self.keeper, self.scribe, self.undoing, self)
        notes.changed.connect(self.notes_changed)
        return notes

    def review_again(self) -> None:
        """Ask the store anew for what was said of the report in view; nothing can be undone then."""
        self.undoing.clear()
        self._reload()

    def look_again(self) -> None:
        """Ask the store anew where another program has stored something there."""
        if self.knows_store and self.keeper.knows_anything and not self.is_over:
            self.keeper.read(_stamp, self._on_stamp)

    def _on_stamp(self, stamp: int) -> None:
        before, self._stamp = self._stamp, stamp
        if before not in (None, stamp) and self.report is not None:
            self._reload()

    def _reload(self) -> None:
        self.notes.reload()
        if self.findings is not None:
            self.review.reload()

    def _on_unsaved(self, count: int) -> None:
        """Look anew once the store has all: it was asked while it had not."""
        if not count and self.report is not None and not self.is_over:
            self._reload()

    def _begin_notes(self, report: Report) -> None:
        """Take up what was noted; the text is painted by now."""
        self.scribe.take(report)
        self._own_notes.begin(report)

    def _signed(self, findings: Findings) -> Findings:
        """Give the findings with what the user decided on them."""
        notes = tuple(self.notes.all)
        return replace(findings, decisions=tuple(self.review.decisions), notes=notes)

    @abstractmethod
    def _take_reviewed(self, findings: Findings) -> None:
        """Show the findings with the user's word in them."""

    @override
    def _begin(self, report: Report | None, place: int = 0) -> None:
        super()._begin(report, place)
        if self.knows_notes:
            self._own_notes.leave()
            self.scribe.take(None)
            self._forget_deeds()
        if "review" in self.__dict__:
            self.review.leave()

    def _forget_deeds(self) -> None:
        """Nothing of the report before can be undone any more."""
        self.undoing.clear()

    def _put_away_review(self) -> bool:
        """Store what is still to be stored; tell whether it was."""
        ended = self._put_down_pen()
        # What is stored in the end is not asked for any more.
        self.is_over = True
        return (not self.knows_store or self.keeper.shut_down()) and ended

    def _put_down_pen(self) -> bool:
        """Wait for what is under way around the user's word; tell whether it ended in time."""
        parts = [self.__dict__[name] for name in ("review", "scribe") if name in self.__dict__]
        ended = [part.shut_down() for part in parts]
        return all(ended)


def _stamp(store: Store) -> int:
    return store.stamp()
