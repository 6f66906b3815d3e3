"""The glossary pop-up: how it comes, stays and goes; the focus never goes to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkreader.core.report import Span, Term
from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.card import FloatingCard, card_palette
from hkreader.ui.reading.term_sheet import TermSheet
from hkreader.ui.reading.terms import Hold
from hkreader.ui.theme import Theme

_FIRM = {Hold.PINNED, Hold.ENTERED}


class TermPopup(FloatingCard):
    """Shows one term at a time; shorter ones that lie within it are a click away."""

    place_wished = Signal(Span)
    """A place where the term stands is to be shown."""
    pinned_changed = Signal(bool)
    """Whether it stays until it is closed, and may be entered with Tab."""
    mouse_left = Signal()
    mouse_entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hold = Hold.HOVER
        self._book: Book | None = None
        self._terms: Sequence[Term] = ()
        self._items: list[int] = []
        self._shown = -1
        self._anchor = QRect()
        self.sheet = TermSheet(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self.sheet.place_wished.connect(self.place_wished)
        self.sheet.term_wished.connect(self._turn_to)
        self.sheet.close_wished.connect(self.close_popup)
        self.dress()

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        self.setPalette(card_palette(Theme.current()))
        self.setAccessibleName(tr("reading.term.title"))
        self.sheet.dress()
        if self._items:
            self._show_item(self._shown)
        self._set_hold(self.hold)

    def show_terms(
        self, book: Book, terms: Sequence[Term], items: list[int], placed: tuple[QRect, Hold]
    ) -> None:
        """Show the first of `items` among `terms` beside a stretch of the screen."""
        anchor, hold = placed
        self._book, self._terms, self._items, self._anchor = book, terms, items, anchor
        self._show_item(items[0])
        self._set_hold(hold)
        self.show_beside(anchor)

    def _show_item(self, item: int) -> None:
        if self._book is not None:
            self._shown = item
            others = [other for other in self._items if other != item]
            self.sheet.show_term(self._book, self._terms, item, others)

    def _turn_to(self, item: int) -> None:
        self._show_item(item)
        self.show_beside(self._anchor)

    def follow(self, anchor: QRect) -> None:
        """Stand beside another stretch of the screen."""
        self._anchor = anchor
        self.show_beside(anchor)

    # ── how it stays and goes ──

    @property
    def pinned(self) -> bool:
        """Whether it stays until it is closed."""
        return self.isVisible() and self.hold in _FIRM

    def keeps(self, items: list[int]) -> bool:
        """Answer a second look-up: pin what is in view unless `items` ask for something else."""
        if not self.isVisible():
            return False
        if self.hold is not Hold.HOVER and items and self._shown not in items:
            return False
        self._set_hold(Hold.PINNED)
        return True

    def close_popup(self) -> bool:
        """Close it; tell whether it was open."""
        was_open = self.isVisible()
        self.hide()
        self._items = []
        self._set_hold(Hold.HOVER)
        return was_open

    def _set_hold(self, hold: Hold) -> None:
        self.hold = hold
        self.sheet.hint.setText(tr(f"reading.term.hint_{hold.name.lower()}"))
        self.sheet.close_button.setVisible(hold in _FIRM)
        self.border = "accent" if hold is Hold.ENTERED else "rule"
        self.update()
        self.pinned_changed.emit(hold in _FIRM)

    # ── keys, handed over by who has the focus ──

    def take_key(self, key: int) -> bool:
        """Take a key while pinned; tell whether it was of use here."""
        if not self.pinned:
            return False
        if self.hold is Hold.ENTERED:
            return self._take_list_key(key)
        if key != Qt.Key.Key_Tab:
            return False
        self._set_hold(Hold.ENTERED)
        self.sheet.choose_row(0)
        return True

    def _take_list_key(self, key: int) -> bool:
        sheet = self.sheet
        match key:
            case Qt.Key.Key_Down:
                sheet.choose_row(sheet.row + 1)
            case Qt.Key.Key_Up:
                sheet.choose_row(sheet.row - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                sheet.wish_row()
            case Qt.Key.Key_PageDown:
                sheet.scroll_definition(1)
            case Qt.Key.Key_PageUp:
                sheet.scroll_definition(-1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                at = self._items.index(self._shown) + (1 if key == Qt.Key.Key_Right else -1)
                self._turn_to(self._items[at % len(self._items)])
                sheet.choose_row(0)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._set_hold(Hold.PINNED)
            case _:
                return False
        return True

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.mouse_entered.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse_left.emit()
