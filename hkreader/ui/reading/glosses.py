"""What the page explains on the spot: terms, figures and masked characters, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.reading.hover import Hover
from hkreader.ui.reading.marks import NOTES, Mark, MarkKind, MarkLayer, term_marks
from hkreader.ui.reading.page import Page
from hkreader.ui.reading.terms import Hold, terms_at, with_nested

if TYPE_CHECKING:
    from hkreader.ui.reading.mark_tip import MarkTip
    from hkreader.ui.reading.term_popup import TermPopup

_LEAVE = 250
"""Milliseconds to reach a pop-up with the mouse."""
_TIP_STAYS = 1800
_GOES_WITH = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
    QEvent.Type.WindowStateChange,
}


class Glosses(QObject):
    """Owns the tip and the glossary pop-up of one page."""

    def __init__(self, session: Session, page: Page, pane: QWidget) -> None:
        super().__init__(pane)
        self._session = session
        self._page = page
        self._pane = pane
        self._terms = MarkLayer()
        self._watched: QObject | None = None
        self._tip: MarkTip | None = None
        self._popup: TermPopup | None = None
        self._leave_timer = self._timer(self._on_left_for_good)
        self._tip_timer = self._timer(self._hide_tip)
        self._hover = Hover(page)
        self._hover.rested.connect(self._on_rested)
        self._hover.left.connect(self._let_go)
        session.terms_changed.connect(self._mark_terms)
        page.scrolled.connect(self._on_scrolled)
        page.cursorPositionChanged.connect(self._on_caret_moved)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_changed)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    @property
    def popup(self) -> TermPopup:
        """The pop-up; made when first asked for."""
        if self._popup is None:
            from hkreader.ui.reading.term_popup import TermPopup  # noqa: PLC0415

            self._popup = popup = TermPopup(self._pane)
            popup.place_wished.connect(self._on_place_wished)
            popup.mouse_entered.connect(self._leave_timer.stop)
            popup.mouse_left.connect(self._on_popup_left)
            popup.pinned_changed.connect(self._on_pinned_changed)
            self._watch_window()
        return self._popup

    @property
    def tip(self) -> MarkTip:
        """The tip; made when first asked for."""
        if self._tip is None:
            from hkreader.ui.reading.mark_tip import MarkTip  # noqa: PLC0415

            self._tip = MarkTip(self._pane)
            self._watch_window()
        return self._tip

    def take_book(self) -> None:
        """Mark the terms of the book that the page shows now."""
        self.close_all()
        self._mark_terms()

    def _mark_terms(self) -> None:
        """Mark what is explained; what stands in quotation marks only is known, but not marked."""
        book, terms = self._page.book, self._session.terms
        self._terms = MarkLayer() if book is None else term_marks(book, terms)
        explained = [mark for mark in self._terms.marks if terms[mark.item].definition]
        self._page.set_layer("terms", MarkLayer(explained))

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        for card in (self._popup, self._tip):
            if card is not None:
                card.dress()

    # ── by key ──

    def look_up(self) -> None:
        """Explain the term at the caret; asked again, keep the pop-up until it is closed."""
        book = self._page.book
        if book is None:
            return
        caret = self._page.selected()[0]
        terms = self._session.terms
        items = terms_at(terms, self._terms, caret, book.positions.offset_of(caret))
        if self._popup is not None and self._popup.keeps(items):
            return
        if not items:
            key = "none_here" if terms else "no_glossary"
            self._tell(tr(f"reading.term.{key}"))
            return
        hold = Hold.PINNED if self.pinned else Hold.CARET
        self._show_terms(items, self._caret_anchor(caret, items[0]), hold)

    @property
    def pinned(self) -> bool:
        """Whether the pop-up stays until it is closed."""
        return self._popup is not None and self._popup.pinned

    def take_key(self, key: int) -> bool:
        """Hand a key to a pinned pop-up; tell whether it was of use there."""
        return self._popup is not None and self._popup.take_key(key)

    def close_popup(self) -> bool:
        """Close the pop-up; tell whether it was open."""
        self._hide_tip()
        return self._popup is not None and self._popup.close_popup()

    def close_all(self) -> None:
        """Put everything away that floats over the page."""
        self._hover.forget()
        self._leave_timer.stop()
        self.close_popup()

    def _tell(self, text: str) -> None:
        self._page.show_caret()
        caret = self._page.cursorRect()
        self.tip.show_line(text, self._on_screen(caret))
        self._tip_timer.start(_TIP_STAYS)

    def _caret_anchor(self, caret: int, item: int) -> QRect:
        self._page.show_caret()
        for mark in (*self._terms.at(caret), *self._terms.at(max(0, caret - 1))):
            if mark.item == item:
                return self._on_screen(self._page.anchor_of(mark, self._page.cursorRect().center()))
        return self._on_screen(self._page.cursorRect())

    # ── by mouse ──

    def _on_rested(self, mark: Mark, spot: QPoint) -> None:
        book = self._page.book
        if book is None:
            return
        anchor = self._on_screen(self._page.anchor_of(mark, spot))
        self._tip_timer.stop()
        if mark.kind is MarkKind.TERM:
            under = [found.item for found in self._page.marks_under(spot, "terms")]
            if self._popup is None or self._popup.hold is Hold.HOVER:
                self._leave_timer.stop()
                self._show_terms(with_nested(self._session.terms, under), anchor, Hold.HOVER)
        elif mark.kind is MarkKind.MASK:
            self.tip.show_mask(book.report.masks[mark.item], anchor)
        elif mark.kind in NOTES:
            note = self._session.notes.all[mark.item]
            if note.text or note.tags:
                self.tip.show_note(note, anchor)
        elif self._session.findings is not None:
            self.tip.show_figure(self._session.findings.measurements[mark.item], anchor)

    def _show_terms(self, items: list[int], anchor: QRect, hold: Hold) -> None:
        book = self._page.book
        if book is not None:
            self._hide_tip()
            self.popup.show_terms(book, self._session.terms, items, (anchor, hold))

    def _let_go(self) -> None:
        if not self._tip_timer.isActive():
            self._hide_tip()
        if self._popup is not None and self._popup.isVisible():
            self._leave_timer.start(_LEAVE)

    def _on_pinned_changed(self, pinned: bool) -> None:  # noqa: FBT001  Qt's signature
        self._page.wants_tab = pinned

    def _on_popup_left(self) -> None:
        self._leave_timer.start(_LEAVE)

    def _on_left_for_good(self) -> None:
        popup = self._popup
        if popup is not None and popup.hold is Hold.HOVER and not popup.underMouse():
            popup.close_popup()

    # ── what puts them away ──

    def _hide_tip(self) -> None:
        self._tip_timer.stop()
        if self._tip is not None:
            self._tip.hide()

    def _on_scrolled(self) -> None:
        self._hide_tip()
        self._hover.forget()
        if not self.pinned:
            self.close_popup()

    def _on_caret_moved(self) -> None:
        if self._popup is not None and self._popup.hold is Hold.CARET:
            self._popup.close_popup()

    def _on_place_wished(self, span: Span) -> None:
        self._session.show_span(span, take_focus=self.pinned)
        book = self._page.book
        if book is not None and self._popup is not None and self.pinned:
            # What was jumped to must not lie under the pop-up.
            place = Mark(*book.positions.stretch_of(span), MarkKind.SHOWN)
            low = self._page.viewport().rect().bottomLeft()
            self._popup.follow(self._on_screen(self._page.anchor_of(place, low)))

    def _on_application_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.close_all()

    def _watch_window(self) -> None:
        """Hear when the window moves away from under what floats over it."""
        window = self._pane.window()
        if self._watched is not window:
            self._watched = window
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() in _GOES_WITH:
            self.close_all()
        return super().eventFilter(watched, event)

    def _on_screen(self, box: QRect) -> QRect:
        return QRect(self._page.viewport().mapToGlobal(box.topLeft()), box.size())
