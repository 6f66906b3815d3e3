"""What is marked in the text: figures, terms, masked characters, hits; found by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from hkreader.core.report import Report, Span, Term
from hkreader.qt.settings import NOTE_COLOURS
from hkreader.ui.reading.positions import Positions

if TYPE_CHECKING:
    from hkreader.core.findings import Findings
    from hkreader.core.reviews import Note
    from hkreader.ui.reading.book import Book


class MarkKind(StrEnum):
    """How a stretch is marked."""

    DONE = "done"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    TASK = "task"
    TERM = "term"
    MASK = "mask"
    HIT = "hit"
    HIT_CURRENT = "hit_current"
    SHOWN = "shown"
    SENTENCE = "sentence"
    NOTE = "note"
    NOTE_YELLOW = "note_yellow"
    NOTE_GREEN = "note_green"
    NOTE_BLUE = "note_blue"
    NOTE_PINK = "note_pink"
    NOTE_WORDS = "note_words"
    """The end of a passage on which something was written."""
    BOOKMARK = "bookmark"


NOTES = {kind for kind in MarkKind if kind.startswith("note")} | {MarkKind.BOOKMARK}
"""What the user marked."""
_KIND_OF = {"actual": MarkKind.DONE, "estimated": MarkKind.ESTIMATED, "target": MarkKind.PLANNED}
"""By the value of a status: the text is painted before anything of findings is loaded."""
_BOOKMARK = "bookmark"
"""The value of the kind of note that marks a place alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the document, in positions."""

    start: int
    end: int
    kind: MarkKind
    item: int = -1
    """Index of what it stands for in the report or the findings."""


class Layer(Protocol):
    """Anything that knows which marks stand where."""

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """Give the marks that touch the stretch from `start` to `end`."""
        ...

    def places(self) -> Iterable[int]:
        """Give where its marks begin."""
        ...


class MarkLayer:
    """Marks of one sort in text order."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.marks = sorted(marks, key=_order)
        self._starts = [mark.start for mark in self.marks]
        self._reach = list(accumulate((mark.end for mark in self.marks), max))
        """The farthest end so far, so that a long mark is found behind a short one."""

    def places(self) -> Iterable[int]:
        """Give where its marks begin."""
        return self._starts

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """Give the marks that touch the stretch from `start` to `end`."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return self.marks[first:last]

    def at(self, position: int) -> list[Mark]:
        """Give the marks on the character behind `position`, the longest first."""
        found = [mark for mark in self.between(position, position + 1) if mark.end > position]
        return sorted(found, key=_shortness)


def _order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _shortness(mark: Mark) -> int:
    return mark.start - mark.end


def figure_marks(findings: Findings, book: Book) -> MarkLayer:
    """Mark the figures, each as done, expected or promised."""
    extent = book.extent
    return MarkLayer(
        Mark(*book.positions.stretch_of(found.span), _KIND_OF[found.status], item)
        for item, found in enumerate(findings.measurements)
        if found.span.start in extent
    )


def task_marks(findings: Findings, book: Book) -> MarkLayer:
    """Mark where each task begins."""
    extent = book.extent
    return MarkLayer(
        Mark(*book.positions.stretch_of(task.span), MarkKind.TASK, item)
        for item, task in enumerate(findings.tasks)
        if task.span.start in extent
    )


def term_marks(book: Book, terms: Sequence[Term]) -> MarkLayer:
    """Mark where the text uses `terms`."""
    extent = book.extent
    return MarkLayer(
        Mark(*book.positions.stretch_of(span), MarkKind.TERM, item)
        for item, term in enumerate(terms)
        for span in term.occurrences
        if span.start in extent
    )


def note_marks(notes: Sequence[Note], book: Book) -> MarkLayer:
    """Mark what the user marked, each in its colour, and where there are words on it."""
    marks: list[Mark] = []
    for item, note in enumerate(notes):
        span = note.anchor.span
        if span.start not in book.extent:
            continue
        start, end = book.positions.stretch_of(span)
        if note.kind == _BOOKMARK:
            marks.append(Mark(start, max(end, start + 1), MarkKind.BOOKMARK, item))
            continue
        kind = MarkKind(f"note_{note.colour}") if note.colour in NOTE_COLOURS else MarkKind.NOTE
        marks.append(Mark(start, end, kind, item))
        if note.text or note.tags:
            marks.append(Mark(max(start, end - 1), end, MarkKind.NOTE_WORDS, item))
    return MarkLayer(marks)


def mask_marks(report: Report, positions: Positions) -> MarkLayer:
    """Mark the characters that were replaced by asterisks."""
    return MarkLayer(
        Mark(*positions.stretch_of(mask.span), MarkKind.MASK, item)
        for item, mask in enumerate(report.masks)
    )


class HitLayer:
    """The hits of a find, made into marks only where they are looked at: there may be many."""

    def __init__(self, hits: Sequence[Span], positions: Positions) -> None:
        """Take `hits` as stretches of the display, in text order, none overlapping."""
        self._hits = hits
        self._positions = positions

    def places(self) -> Iterable[int]:
        """Give where the hits begin."""
        return (self._positions.position_of_display(hit.start) for hit in self._hits)

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """Give the marks that touch the stretch from `start` to `end`."""
        place = self._positions.display_of_position
        first = bisect_right(self._hits, place(start), key=attrgetter("end"))
        last = bisect_left(self._hits, place(end), key=attrgetter("start"))
        return [
            Mark(*self._positions.stretch_of_display(hit), MarkKind.HIT)
            for hit in self._hits[first:last]
        ]
