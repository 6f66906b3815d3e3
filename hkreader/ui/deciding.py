"""Checking figures by keys: what an action is about is told by where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hkreader.core.findings import Measurement
from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.qt.learning import NameOffer, Offer

if TYPE_CHECKING:
    from hkreader.ui.panels.review_page import ReviewPage
    from hkreader.ui.workspace import Workspace

# ruff: noqa: PLC0415  the first paint needs none of it


class Deciding(QObject):
    """Acts on the selected rows where a table has the keys, else on the figure at the caret."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._session.findings_ready.connect(self._listen)

    def confirm(self) -> None:
        """Say that figures are right as they stand."""
        self._decide("confirm")

    def reject(self) -> None:
        """Say that they are no figures."""
        self._decide("reject")

    def withdraw(self) -> None:
        """Take back what was said of figures."""
        self._decide("withdraw")

    def edit(self) -> None:
        """Put a figure, or what else the row in view is of, right in its fields."""
        if self._has_keys() and self._workspace.side.page.edit_row():
            return
        chosen = self._chosen()
        if chosen:
            self._review_page().edit(chosen[0])

    def next_open(self) -> None:
        """Go to the next figure that is to be looked at."""
        page = self._review_page()
        page.table.setFocus()
        if not page.go_to_next_open():
            self._tell("all_done")

    def merge(self) -> None:
        """Say that the selected figures are one."""
        chosen = self._chosen()
        if len(chosen) > 1:
            self._session.review.merge(chosen)
        else:
            self._tell("merge_needs_two")

    def split(self) -> None:
        """Say that a figure is several, one for each number in it."""
        from hkreader.extract.proposals import parts_of

        report, chosen = self._session.report, self._chosen()
        parts = parts_of(report, chosen[0]) if report is not None and chosen else ()
        if len(parts) > 1:
            self._session.review.split(chosen[0], parts)
        else:
            self._tell("only_one_number")

    def add(self) -> None:
        """Take what is selected in the text for a figure, and show its fields."""
        from hkreader.extract.proposals import propose

        report, page = self._session.report, self._workspace.reading.page
        if report is None or page.book is None:
            return
        span = page.book.positions.span_of(*page.selected())
        figure = propose(report, span)
        if figure is None:
            self._tell("no_number_here")
            return
        known = self._session.review.decision_at(figure.span)
        found = next((it for it in self._measurements() if _touch(it.span, figure.span)), None)
        if found is None and known is None:
            self._session.review.add(figure)
        self._review_page().edit(found or figure)

    def take_offer(self) -> None:
        """Do what was offered after the last word."""
        if self._session.findings is None or not self._session.learning.take():
            self._tell("no_offer")

    def undo(self) -> None:
        """Undo the last change."""
        self._session.undoing.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self._session.undoing.redo()

    def _decide(self, what: str) -> None:
        if self._has_keys():
            self._workspace.side.page.decide(what)
        elif chosen := self._chosen():
            self._session.review.decide(what, chosen)
        else:
            self._tell("no_figure_here")

    def _chosen(self) -> list[Measurement]:
        if self._has_keys():
            return self._workspace.side.page.chosen_figures
        caret = self._session.caret
        return [it for it in self._measurements() if it.span.start <= caret <= it.span.end][:1]

    def _measurements(self) -> tuple[Measurement, ...]:
        findings = self._session.findings
        return () if findings is None else findings.measurements

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._workspace.side.isAncestorOf(focus)

    def _review_page(self) -> ReviewPage:
        from hkreader.ui.panels.review_page import ReviewPage

        self._workspace.commands.show_review()
        page = self._workspace.side.page
        if not isinstance(page, ReviewPage):
            raise TypeError(page)
        return page

    def _tell(self, name: str) -> None:
        self._session.message_posted.emit(tr(f"panels.review.message.{name}"), "info")

    def _listen(self) -> None:
        """Hear of the store, once there is something to store."""
        self._session.findings_ready.disconnect(self._listen)
        self._session.keeper.unsaved_changed.connect(self._on_unsaved)
        self._session.learning.taken.connect(self._on_taken)

    def _on_taken(self, offer: Offer) -> None:
        if isinstance(offer, NameOffer):
            words = tr("panels.learn.named", name=offer.name, canonical=offer.canonical)
        else:
            words = tr("panels.learn.rejected", count=len(offer.figures))
        self._session.message_posted.emit(words, "info")

    def _on_unsaved(self, count: int) -> None:
        if count:
            words = tr("panels.review.message.unsaved", count=count)
            self._session.message_posted.emit(words, "warning")
        else:
            self._tell("saved_again")


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
