"""The reading pane: puts the report on the page and keeps page and session in step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from hkreader.core.errors import HkreaderError
from hkreader.core.report import Report, Span
from hkreader.messages import explain, tr
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.first_paint import FirstPaint
from hkreader.ui.reading.book import beginning_of, open_book
from hkreader.ui.reading.column import LINE_PITCH
from hkreader.ui.reading.copying import Copying
from hkreader.ui.reading.glosses import Glosses
from hkreader.ui.reading.light import Light
from hkreader.ui.reading.marks import figure_marks, mask_marks, task_marks
from hkreader.ui.reading.noting import Noting
from hkreader.ui.reading.page import Page
from hkreader.ui.reading.page_keys import PageKeys
from hkreader.ui.reading.page_menu import open_page_menu
from hkreader.ui.reading.part_turner import PartTurner
from hkreader.ui.theme import Theme

if TYPE_CHECKING:
    from hkreader.core.findings import Findings
    from hkreader.ui.reading.finding import Finding
    from hkreader.ui.reading.overview import Overview
    from hkreader.ui.reading.states import StatePage

_PLACE_INTERVAL = 60
"""Milliseconds between two words to the session about the place."""
_REST_DELAY = 10
"""Milliseconds from the first paint of a beginning to the rest of the text."""
_SKELETON_DELAY = 150
"""Milliseconds before something is said in place of a text that is being read: most come sooner."""


class ReadingPane(QWidget):
    """Shows the session's report, set like a book."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, name: str = "reading.pane"
    ) -> None:
        """Show what `session` has; `name` is the key of what screen readers call the text."""
        super().__init__(parent)
        self._session = session
        self._name = name
        self._noise = session.settings.noise_visible
        self._failed: HkreaderError | None = None
        self._opening = ""
        """The name of the file that is being read."""
        self._hurried = False
        self._is_beginning = False
        """Whether only the beginning of the part is set yet."""
        self.page = Page(self)
        self._light = Light(self.page)
        self.glosses = Glosses(session, self.page, self)
        self.copying = Copying(session, self.page)
        self.noting = Noting(session, self.page)
        self.keys = PageKeys(self, self.page, self.glosses, session.settings)
        self._place_timer = QTimer(self, singleShot=True, interval=_PLACE_INTERVAL)
        self._skeleton_timer = QTimer(self, singleShot=True, interval=_SKELETON_DELAY)
        self._rest_timer = QTimer(self, singleShot=True, interval=_REST_DELAY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedLayout()
        self._column.addLayout(self._stack, 1)
        self._stack.addWidget(self.page)
        self.turner = PartTurner(self._column, self)
        self._connect()
        self._show_marks()
        self._dress()
        if session.report is not None:
            self._on_report_opened(session.report)
        else:
            self._skeleton_timer.start()

    @cached_property
    def states(self) -> StatePage:
        """What stands in the place of a text; most starts need none of it."""
        from hkreader.ui.reading.states import StatePage  # noqa: PLC0415

        states = StatePage(self)
        states.builtin_wished.connect(self._session.open_builtin)
        states.retry_wished.connect(self._on_retry_wished)
        self._stack.addWidget(states)
        if self._opening:
            states.show_opening(self._opening)
        return states

    @cached_property
    def overview(self) -> Overview:
        """The strip beside the scroll bar; there is nothing to show before the figures."""
        from hkreader.ui.reading.overview import Overview  # noqa: PLC0415

        return Overview(self.page)

    @cached_property
    def finding(self) -> Finding:
        """What finds in the text; the first paint needs none of it."""
        from hkreader.ui.reading.finding import Finding  # noqa: PLC0415

        finding = Finding(self._session, self.page, self.turner, self)
        finding.part_wished.connect(self._on_part_wished)
        finding.take(self.page.book)
        return finding

    @property
    def _finds(self) -> bool:
        """Whether anything was ever looked for."""
        return "finding" in self.__dict__

    def _connect(self) -> None:
        session = self._session
        session.report_opening.connect(self._on_report_opening)
        session.report_opened.connect(self._on_report_opened)
        session.findings_ready.connect(self._on_findings_ready)
        session.report_failed.connect(self._on_report_failed)
        session.report_closed.connect(self._on_report_closed)
        session.span_shown.connect(self._on_span_shown)
        session.zoom_changed.connect(self._on_looks_changed)
        session.theme_changed.connect(self._on_looks_changed)
        session.looks_changed.connect(self._on_looks_changed)
        session.marks_changed.connect(self._show_marks)
        session.language_changed.connect(self._dress)
        self.page.scrolled.connect(self._on_page_scrolled)
        self.page.cursorPositionChanged.connect(self._on_caret_moved)
        self.page.menu_wished.connect(self._on_menu_wished)
        self._place_timer.timeout.connect(self._tell_place)
        self._skeleton_timer.timeout.connect(self._show_states)
        self._rest_timer.timeout.connect(self._set_rest)
        self.turner.step_wished.connect(self.show_neighbour)

    def hurry(self) -> None:
        """Paint the beginning of the next report before the rest of it is set."""
        self._hurried = True

    # ── what the window's actions call ──

    def open_find(self) -> None:
        """Open the find bar."""
        self.finding.open_find()

    def look_up_term(self) -> None:
        """Explain the term at the caret."""
        self.glosses.look_up()

    def scroll_page(self, screens: int) -> None:
        """Scroll by screens, leaving two lines of the last one in view."""
        height = self.page.viewport().height() - 2 * self._pitch
        self._scroll_by(screens * max(self._pitch, height))

    def scroll_line(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll_by(lines * self._pitch)

    def show_neighbour(self, by: int) -> bool:
        """Show the next part of a long report or the one before; tell whether there is one."""
        if not self.turner.turn_by(by):
            return False
        self._set_part()
        self.page.scroll_to(0 if by > 0 else self.page.document().characterCount() - 1)
        self._tell_place()
        return True

    def follow(self, offset: int, height: float) -> None:
        """Bring `offset` so many pixels below the top; no jump to come back from."""
        self._set_rest()
        if self.turner.turn_to(offset):
            self._set_part()
        if self.page.book is not None:
            self.page.scroll_below(self.page.book.positions.position_of(offset), height)

    def step_back(self) -> bool:
        """Put one layer away: pop-up, find bar, selection; tell whether there was one."""
        if self.glosses.close_popup() or (self._finds and self.finding.close_find()):
            return True
        had_selection = self.page.drop_selection()
        had_light = self._light.span is not None
        self._light.show(None)
        return had_selection or had_light

    def set_noise_visible(self, visible: bool) -> None:  # noqa: FBT001  from a checkable action
        """Show what is in the file but not of the report, or hide it."""
        if visible != self._noise:
            self._noise = visible
            self._set_anew()

    # ── what the session tells ──

    def _on_report_opening(self, name: str) -> None:
        self._failed = None
        self._opening = name
        if "states" in self.__dict__:
            self.states.show_opening(name)
        if self._stack.currentWidget() is self.page:
            self._skeleton_timer.start()

    def _on_report_opened(self, report: Report) -> None:
        self._light.show(None)
        self._failed = None
        self._opening = ""
        self._skeleton_timer.stop()
        # The bar that comes or goes with the parts would lay out the old text once more.
        self.page.close_book()
        self.turner.take(report)
        self._is_beginning = False
        if self._hurried and not self._session.settings.place_in(report.source.sha256):
            self._is_beginning = True
            self._set(beginning_of(report, self.height()))
            FirstPaint(self.page.viewport()).painted.connect(self._rest_timer.start)
        else:
            self._paint_in_next_turn()
            self._set_part()
        self._hurried = False
        self.page.scroll_to(0)
        if not self.page.book or not self.page.book.paragraphs:
            name = "" if report.source.path is None else report.source.path.name
            self.states.show_failure(tr("reading.state.no_text", name=name), retry=False)
            self._show_states()
            return
        self._show_page()

    def _paint_in_next_turn(self) -> None:
        """Let the window have a turn between setting a text and painting it: both take their time."""
        window = self.window()
        if window.updatesEnabled():
            window.setUpdatesEnabled(False)
            # A timer of 0 ms is no timer to Qt: it would come before all others have their turn.
            QTimer.singleShot(1, lambda: window.setUpdatesEnabled(True))

    def _set_rest(self) -> None:
        """Set what lies below the part in view, where that is not done yet."""
        self._rest_timer.stop()
        if self._is_beginning:
            self._is_beginning = False
            self._set_anew(self.turner.part)

    def _on_findings_ready(self, findings: Findings) -> None:
        book = self.page.book
        if book is not None:
            self.overview.show()
            self.page.set_layer("figures", figure_marks(findings, book))
            self.page.set_layer("tasks", task_marks(findings, book))

    def _on_report_failed(self, error: HkreaderError) -> None:
        self._skeleton_timer.stop()
        self._opening = ""
        if self._session.report is not None:
            self._stack.setCurrentWidget(self.page)
            return
        self._failed = error
        self.states.show_failure(explain(error))
        self._show_states()

    def _on_report_closed(self) -> None:
        self._skeleton_timer.stop()
        self._light.show(None)
        self.glosses.close_all()
        self.page.close_book()
        self.turner.take(None)
        if self._finds:
            self.finding.close_find()
            self.finding.take(None)
        self.states.show_empty()
        self._show_states()

    def _on_span_shown(self, span: Span, take_focus: bool) -> None:  # noqa: FBT001  Qt's signature
        self._set_rest()
        if self.turner.turn_to(span.start):
            self._set_part()
        book = self.page.book
        if book is None:
            return
        start, end = book.positions.stretch_of(span)
        self.page.place_caret(start)
        if len(span):
            is_hit = self._finds and self.finding.covers(span)
            self._light.show(None if is_hit else span)
            self.page.reveal(start, end)
        else:
            self._light.show(None)
            self.page.scroll_to(start)
        if take_focus:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_place()

    def _show_marks(self) -> None:
        """Show the kinds of marks that the user wants to see."""
        self.page.hide_layers(self._session.settings.marks_hidden)

    def _on_looks_changed(self) -> None:
        self._dress()
        self._set_anew()

    # ── what the page tells ──

    def _on_page_scrolled(self) -> None:
        if not self._place_timer.isActive():
            self._place_timer.start()

    def _tell_place(self) -> None:
        self._place_timer.stop()
        book = self.page.book
        if book is not None:
            self._session.set_place(book.positions.offset_of(self.page.first_position()))

    def _on_caret_moved(self) -> None:
        book = self.page.book
        if book is not None:
            position = self.page.textCursor().position()
            self._session.set_caret(book.positions.offset_of(position))
            self.page.draw_caret()
            # The number beside the paragraph with the caret is lit.
            self.page.viewport().update()

    def _on_menu_wished(self, spot: QPoint) -> None:
        if self.page.book is not None:
            open_page_menu(self, self.copying, spot)

    def _on_part_wished(self, index: int) -> None:
        if self.turner.turn_by(index - self.turner.index):
            self._set_part()

    def _on_retry_wished(self) -> None:
        if self._failed is not None:
            self._session.open_path(self._failed.path)

    # ── setting ──

    @property
    def _pitch(self) -> int:
        typography = self.page.typography
        return round(LINE_PITCH * self.page.em if typography is None else typography.pitch)

    def _set(self, report: Report) -> None:
        """Set the report with all that is known of it."""
        # Imported with the first report: the empty window is painted without it.
        from hkreader.ui.reading.typography import Looks, Typography  # noqa: PLC0415

        book = open_book(report, noise=self._noise)
        blocker = QSignalBlocker(self.page)
        settings = self._session.settings
        looks = Looks(settings.line_pitch, settings.column_width, settings.text_font)
        self.page.show_book(book, Typography(settings.zoom, Theme.current(), looks))
        blocker.unblock()
        self.page.set_layer("masks", mask_marks(report, book.positions))
        self.noting.show_notes()
        self.glosses.take_book()
        if self._finds:
            self.finding.take(book)
        findings = self._session.findings
        if findings is not None:
            self._on_findings_ready(findings)
        self._light.show(self._light.span)

    def _set_part(self) -> None:
        """Set the part that the turner is at."""
        part = self.turner.part
        if part is not None:
            self._set(part)

    def _set_anew(self, report: Report | None = None) -> None:
        """Set the same report in other formats, or more of it, the reader staying where he is."""
        old = self.page.book
        if old is None:
            return
        place = old.positions.offset_of(self.page.place())
        at_head = self.page.verticalScrollBar().value() == 0
        has_caret = self.page.cursorWidth() > 0
        caret = old.positions.offset_of(self.page.textCursor().position())
        self._set(report or old.report)
        book = self.page.book
        if book is not None:
            blocker = QSignalBlocker(self.page)
            self.page.place_caret(book.positions.position_of(caret))
            blocker.unblock()
            if has_caret:
                self.page.draw_caret()
            self.page.scroll_to(0 if at_head else book.positions.position_of(place))

    def _scroll_by(self, pixels: int) -> None:
        bar = self.page.verticalScrollBar()
        at_edge = bar.value() == (bar.maximum() if pixels > 0 else 0)
        if not at_edge or not self.show_neighbour(1 if pixels > 0 else -1):
            bar.setValue(bar.value() + pixels)

    def _show_page(self) -> None:
        """Bring the page, and the keys to it where they were in this pane or nowhere."""
        holder = QApplication.focusWidget()
        self._stack.setCurrentWidget(self.page)
        if holder is None or self.isAncestorOf(holder):
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_states(self) -> None:
        self._stack.setCurrentWidget(self.states)

    def _dress(self) -> None:
        self.page.setAccessibleName(tr(self._name))
        if "states" in self.__dict__:
            self.states.dress()
        if self._finds:
            self.finding.dress()
        self.glosses.dress()
        self.turner.dress()
        if "overview" in self.__dict__:
            self.overview.dress()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on; with a focus proxy Tab would stop here and go past what lies between."""
        super().focusInEvent(event)
        self.page.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._finds:
            self.finding.place_bar()
