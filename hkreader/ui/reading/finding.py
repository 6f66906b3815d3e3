"""Find in the page: keeps query, hits, bar and page in step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hkreader.core.report import Section, Span
from hkreader.messages import tr
from hkreader.qt.session import Session
from hkreader.ui.focus_order import chain
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.finder import Finder
from hkreader.ui.reading.marks import HitLayer, Mark, MarkKind, MarkLayer
from hkreader.ui.reading.page import Page
from hkreader.ui.reading.part_counter import PartCounter
from hkreader.ui.reading.part_turner import PartTurner

if TYPE_CHECKING:
    from hkreader.ui.reading.find_bar import FindBar

WIDTH = 520
MARGIN = 16
"""Between the bar and the edges of the pane."""
_LONGEST_SELECTION = 80
"""Characters of a selection that is taken for a query."""
_DEEPEST = 2
"""Levels of the sections that a find may be kept to: leads are sentences."""


class Finding(QObject):
    """Owns the find bar over the page."""

    part_wished = Signal(int)
    """The hit to go to is in this part of a long report."""
    modes_changed = Signal(bool, bool)
    """Whether the query is an expression, and whether one section alone is searched."""

    def __init__(self, session: Session, page: Page, turner: PartTurner, pane: QWidget) -> None:
        super().__init__(pane)
        self._turner = turner
        self._entering = 0
        """1 or -1 while a part is entered for its first or its last hit."""
        self._tries = 0
        self._counter = PartCounter(self)
        self._counter.counted.connect(self._on_counted)
        self._session = session
        self._page = page
        self._pane = pane
        self._current = -1
        self._caret_at_hit = -1
        self._origin = 0
        """Where in the display the reader was when the find began."""
        self._has_jumped = False
        self.finder = Finder(self)
        self._searched = self.finder.wish
        self._text: str | None = None
        """The text that is searched: a section of it is none of another's."""
        self.finder.special = self._hits_by_value
        session.findings_ready.connect(self._on_findings_ready)
        self.finder.finished.connect(self._on_finished)
        self._bar: FindBar | None = None

    @property
    def bar(self) -> FindBar:
        """The bar; made when first asked for, long after the first paint."""
        if self._bar is None:
            from hkreader.ui.keymap.keymap import Keymap  # noqa: PLC0415
            from hkreader.ui.reading.find_bar import FindBar  # noqa: PLC0415

            self._bar = bar = FindBar(self.finder, Keymap(self._session.settings), self._pane)
            # Behind the page, not behind everything else in the window.
            chain(self._page, *bar.stops)
            bar.step_wished.connect(self.step)
            bar.hit_wished.connect(self._go_to)
            bar.hit_chosen.connect(self._on_hit_chosen)
            bar.closed.connect(self._on_closed)
            bar.expression_wished.connect(self.set_expression)
            bar.section_wished.connect(self.set_in_section)
            bar.resized.connect(self.place_bar)
        return self._bar

    @property
    def is_open(self) -> bool:
        """Whether the bar is in view."""
        return self._bar is not None and self._bar.isVisible()

    @property
    def modes(self) -> tuple[bool, bool]:
        """Whether the query is an expression, and whether one section alone is searched."""
        return self.finder.expression, self.finder.within is not None

    def open_find(self) -> None:
        """Open the bar with what is selected."""
        self._open(take_focus=True)

    def find_next(self) -> None:
        """Go to the next hit."""
        self.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.step(-1)

    def set_expression(self, expression: bool) -> None:  # noqa: FBT001  from a checkable action
        """Take the query as a regular expression, or as words."""
        self._open_for_modes()
        self.finder.expression = expression
        self._on_modes_changed()

    def set_in_section(self, inside: bool) -> None:  # noqa: FBT001  from a checkable action
        """Keep to the section the reader is in, or search the whole report."""
        self._open_for_modes()
        section = self._section_here() if inside else None
        self.finder.within = None if section is None else section.span
        self._on_modes_changed()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before; opens the bar where it was closed."""
        if not self.is_open:
            self._open(take_focus=not self.finder.query.strip())
            if not self.finder.hits:
                return
        hits = self.finder.hits
        wished = self._wished(by)
        wraps = not 0 <= wished < len(hits)
        if wraps:
            self._tries = 0
            if self._enter_part(by):
                return
        if not hits:
            return
        key = "reading.find.from_start" if by > 0 else "reading.find.from_end"
        self._go_to(wished % len(hits), tr(key) if wraps else "")

    def close_find(self) -> bool:
        """Close the bar; tell whether it was open."""
        if not self.is_open:
            return False
        self.bar.close_bar()
        return True

    def take(self, book: Book | None) -> None:
        """Search another book, or the same one set anew."""
        self._current = -1
        text = None if book is None else book.report.text
        if text is not self._text:
            self._text = text
            self._leave_section()
        self._searched = self.finder.wish
        self.finder.take(book)

    def covers(self, span: Span) -> bool:
        """Tell whether `span` is the hit that is lit already."""
        if not self.is_open or self._current < 0 or self._page.book is None:
            return False
        hit = self.finder.hits[self._current]
        return self._page.book.positions.span_of_display(hit) == span

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        if self._bar is not None:
            self._bar.dress()

    def place_bar(self) -> None:
        """Keep the bar in the upper right corner of the pane."""
        if self._bar is None:
            return
        room = self._pane.width() - self._page.verticalScrollBar().width() - 2 * MARGIN
        self._bar.setFixedWidth(max(0, min(WIDTH, room)))
        self._bar.adjustSize()
        self._bar.move(MARGIN + room - self._bar.width(), MARGIN // 2)

    def _open(self, *, take_focus: bool) -> None:
        book = self._page.book
        if book is None:
            return
        if not self.is_open:
            self._origin = book.positions.display_of_position(self._page.reading_position())
            self._has_jumped = False
        selected = self._page.selected_text()
        query = selected if len(selected) <= _LONGEST_SELECTION and "\n" not in selected else ""
        changes = bool(query) and query != self.bar.edit.text()
        self.bar.open_bar(query, take_focus=take_focus)
        if not changes:
            self._searched = self.finder.wish
            self._on_finished()

    def _open_for_modes(self) -> None:
        if not self.is_open:
            self._open(take_focus=True)

    def _section_here(self) -> Section | None:
        """Give the section, no deeper than headings go, that the reader is in."""
        book = self._page.book
        if book is None:
            return None
        report = book.report
        section = report.section_at(book.positions.offset_of(self._page.reading_position()))
        while section is not None and section.level > _DEEPEST and section.parent is not None:
            section = report.sections[section.parent]
        return section

    def _leave_section(self) -> None:
        if self.finder.within is not None:
            self.finder.within = None
            self.modes_changed.emit(*self.modes)
            self.bar.show_modes(self.finder.expression, "")

    def _on_modes_changed(self) -> None:
        book, within = self._page.book, self.finder.within
        section = None if book is None or within is None else book.report.section_at(within.start)
        heading = "" if section is None else " ".join(section.heading.split())
        self.modes_changed.emit(*self.modes)
        self.bar.show_modes(self.finder.expression, heading)
        self.finder.search(self.finder.query)

    def _wished(self, by: int) -> int:
        """Count from the hit the reader is at, or from the caret where that was moved."""
        book = self._page.book
        caret = self._page.textCursor().position()
        if book is None or (self._current >= 0 and caret == self._caret_at_hit):
            return self._current + by
        place = book.positions.display_of_position(caret)
        hits = self.finder.hits
        if by > 0:
            return bisect_right(hits, place, key=attrgetter("start"))
        return bisect_left(hits, place, key=attrgetter("start")) - 1

    def _asked(self, query: str) -> list[Span] | None:
        """Give the figures of the report that are asked for by value; None for plain words."""
        findings = self._session.findings
        if findings is None:
            return None
        from hkreader.extract.figure_query import parse_figure_query  # noqa: PLC0415  seldom needed

        asked = parse_figure_query(query)
        if asked is None:
            return None
        within = self.finder.within
        return [
            item.span
            for item in findings.measurements
            if asked.fits(item) and (within is None or item.span.start in within)
        ]

    def _hits_by_value(self, query: str) -> list[Span] | None:
        book, figures = self._page.book, self._asked(query)
        if book is None or figures is None:
            return None
        shown = (book.positions.display_of(span) for span in figures if span.start in book.extent)
        return [stretch for stretch in shown if len(stretch)]

    def _on_findings_ready(self) -> None:
        """Ask again for what could not be answered before."""
        if self.is_open and not self.finder.expression and self._asked(self.finder.query):
            self.finder.search(self.finder.query)

    def _count(self) -> None:
        """Count the hits of every part of a long report."""
        parts = self._turner.parts
        figures = None if self.finder.expression else self._asked(self.finder.query)
        if parts is None or figures is None:
            self._counter.count(
                parts,
                self.finder.prepared(),
                index=self._turner.index,
                hits=len(self.finder.hits),
                noise=self._session.settings.noise_visible,
            )
        elif len(parts) > 1:
            holding = Counter(parts.holding(span.start) for span in figures)
            self._counter.know([holding[index] for index in range(len(parts))])
            if not self.finder.hits:
                self._on_counted()

    def _enter_part(self, by: int) -> bool:
        """Go on in the next part, or the one before, that has hits; tell whether there is one."""
        counts, index = self._counter.counts, self._turner.index
        self._tries += 1
        for step in range(1, len(counts)):
            wished = (index + by * step) % len(counts)
            if counts[wished] != 0 and self._tries <= len(counts):
                self._entering = by
                self.part_wished.emit(wished)
                return True
        return False

    def _on_counted(self) -> None:
        self._show_scope()
        if not self.finder.hits and self._counter.total and self.is_open:
            self._tries = 0
            self._enter_part(1)

    def _show_scope(self) -> None:
        """Tell of all parts how many hits there are, or that they are being counted."""
        counts = self._counter.counts
        total = f"{self._counter.total}" + ("…" if self._counter.busy else "")
        many = bool(counts) and (self._counter.busy or self._counter.total > 0)
        self.bar.set_scope(self._counter.before(self._turner.index), total if many else "")

    def _on_finished(self) -> None:
        hits, book = self.finder.hits, self._page.book
        is_new = self.finder.wish != self._searched
        self._searched = self.finder.wish
        self._current = -1
        if book is None or not self.is_open:
            return
        if not self._entering or is_new:
            self._count()
        elif self._counter.counts:
            self._counter.counts[self._turner.index] = len(hits)
        self.bar.take_hits(book)
        self._show_scope()
        self._page.set_layer("hits", HitLayer(hits, book.positions) if hits else None)
        self._page.set_layer("hit_current", None)
        entering, self._entering = self._entering, 0
        if not hits:
            self.bar.show_current(-1)
            if entering:
                self._enter_part(entering)
            return
        if entering:
            self._go_to(0 if entering > 0 else len(hits) - 1)
            return
        first = bisect_left(hits, self._origin, key=attrgetter("start"))
        if is_new:
            self._go_to(first % len(hits))
        else:
            self.bar.show_current(first % len(hits))

    def _go_to(self, index: int, note: str = "") -> None:
        """Show a hit; the first of a find is a jump to come back from, the others are steps."""
        book = self._page.book
        if book is None or not 0 <= index < len(self.finder.hits):
            return
        self._current = index
        hit = self.finder.hits[index]
        start, end = book.positions.stretch_of_display(hit)
        self._page.set_layer("hit_current", MarkLayer([Mark(start, end, MarkKind.HIT_CURRENT)]))
        if self._has_jumped:
            self._page.place_caret(start)
            self._page.reveal(start, end)
        else:
            self._has_jumped = True
            self._session.show_span(book.positions.span_of_display(hit))
        self._caret_at_hit = self._page.textCursor().position()
        self.bar.show_current(index, note)

    def _on_hit_chosen(self, index: int) -> None:
        self._has_jumped = False
        self._go_to(index)

    def _on_closed(self) -> None:
        self._page.set_layer("hits", None)
        self._page.set_layer("hit_current", None)
