"""Moving about in the report: jumps, steps, the way back, and where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkreader.core.report import Report, Span
from hkreader.qt import steps
from hkreader.qt.facts import Facts
from hkreader.qt.history import History
from hkreader.qt.position import Position

if TYPE_CHECKING:
    from hkreader.core.findings import Findings

Find = Callable[[Sequence[Span], int], Span | None]


class Navigator(Facts):
    """Knows the report in view, the figures found and the reader's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.report: Report | None = None
        self.findings: Findings | None = None
        self._position = Position()
        self._history = History()
        self._figures: list[Span] = []
        self._section = -1
        self._measurement = -1
        self._stepping = ""

    @property
    def place(self) -> int:
        """The first visible character."""
        return self._position.place

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._position.caret

    @property
    def offset(self) -> int:
        """The character the reader looks at: the last jump or click while near, else the place."""
        return self._position.offset

    @property
    def section(self) -> int:
        """Index of the innermost section the reader is in, -1 for none."""
        return self._section

    @property
    def can_travel(self) -> tuple[bool, bool]:
        """Whether there is a way back, and a way forward."""
        return self._history.can_back, self._history.can_forward

    def show_span(self, span: Span, *, take_focus: bool = False) -> None:
        """Show exactly the characters of `span`, remembering where the reader was."""
        self._jump(span, take_focus=take_focus)

    def go_back(self) -> None:
        """Return to the place before the last jump."""
        self._travel(self._history.back)

    def go_forward(self) -> None:
        """Undo `go_back`."""
        self._travel(self._history.forward)

    def next_section(self) -> None:
        """Show the next heading."""
        self._step("section", steps.following)

    def previous_section(self) -> None:
        """Show the heading above."""
        self._step("section", steps.preceding)

    def next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._step("paragraph", steps.following)

    def previous_paragraph(self) -> None:
        """Go to the head of this paragraph, or to the one above."""
        self._step("paragraph", steps.preceding)

    def next_figure(self) -> None:
        """Show the next figure of the text."""
        self._step("figure", steps.following)

    def previous_figure(self) -> None:
        """Show the figure before."""
        self._step("figure", steps.preceding)

    def next_damage(self) -> None:
        """Show the next place where the text is damaged; behind the last comes the first."""
        self._step("damage", steps.following_around)

    def go_to_paragraph(self, number: int) -> None:
        """Go to paragraph `number`, or to the nearest there is."""
        if self.report is not None and self.report.paragraphs:
            index = min(max(number, 1), len(self.report.paragraphs)) - 1
            start = self.report.paragraphs[index].span.start
            self._jump(Span(start, start), take_focus=True)

    def set_place(self, offset: int) -> None:
        """Take note of the first visible character; the reading pane's to call."""
        changed = offset != self._position.place
        self._position.scroll(offset)
        if changed:
            self.place_changed.emit(offset)
        self._locate()

    def set_caret(self, offset: int) -> None:
        """Take note of the caret; the reading pane's to call."""
        if offset == self._position.caret:
            return
        self._position.click(offset)
        self.caret_changed.emit(offset)
        self._locate()

    def _begin(self, report: Report | None, place: int = 0) -> None:
        """Forget the report before and take up `report` at `place`."""
        self.report = report
        self.findings = None
        self._figures = []
        self._section = self._measurement = -1
        self._stepping = ""
        self._history.clear()
        self._position.reset(place)

    def _take_up(self, findings: Findings) -> None:
        self.findings = findings
        self._figures = steps.figures(findings)

    def _step(self, kind: str, find: Find) -> None:
        if self.report is None:
            return
        span = find(self._places(kind, self.report), self._position.offset)
        if span is not None:
            self._jump(span, take_focus=False, stepping=kind)

    def _places(self, kind: str, report: Report) -> list[Span]:
        match kind:
            case "section":
                return steps.section_starts(report)
            case "figure":
                return self._figures
            case "damage":
                return steps.damaged_places(report)
            case _:
                return steps.paragraph_starts(report)

    def _jump(self, span: Span, *, take_focus: bool, stepping: str = "") -> None:
        """Show `span`; a row of equal steps leaves one entry in the history."""
        if self.report is None:
            return
        in_a_row = stepping and stepping == self._stepping and self._position.pinned
        if not in_a_row and span != self._position.shown:
            self._history.leave(self._position.shown)
        self._stepping = stepping
        self._show(span, take_focus=take_focus)

    def _travel(self, move: Callable[[Span], Span | None]) -> None:
        span = move(self._position.shown)
        self._stepping = ""
        if span is not None:
            self._show(span, take_focus=False)

    def _show(self, span: Span, *, take_focus: bool) -> None:
        self._position.pin(span)
        self.caret_changed.emit(span.start)
        self.span_shown.emit(span, take_focus)
        self.history_changed.emit(*self.can_travel)
        self._locate()

    def _locate(self) -> None:
        """Tell which section and figure the reader is at, where that has changed."""
        if self.report is None:
            return
        section = self.report.section_at(self._position.offset)
        index = -1 if section is None else section.index
        if index != self._section:
            self._section = index
            self.section_changed.emit(index)
        figure = steps.span_index_at(self._figures, self._position.caret)
        if figure != self._measurement:
            self._measurement = figure
            self.measurement_changed.emit(figure)
