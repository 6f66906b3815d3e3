"""What a find looks for: words however they are set, or a regular expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hkreader.core.report import Span
from hkreader.ui.reading.folding import FoldedText, fold_query, fold_widths, fold_widths_of_pattern

if TYPE_CHECKING:
    from regex import Pattern

    from hkreader.ui.reading.book import Book

_PATIENCE = 0.03
"""Seconds that an expression may spend on one paragraph; good ones need less than one in fifty."""
_PROBLEMS = (
    ("missing )", "open_group"),
    ("unbalanced parenthesis", "closed_group"),
    ("unterminated character set", "open_set"),
    ("bad character range", "bad_range"),
    ("nothing to repeat", "nothing_to_repeat"),
    ("multiple repeat", "repeated_twice"),
    ("bad escape", "bad_escape"),
)
"""Beginnings of what the library says, and what we call it."""
_TOO_SLOW = "too_slow"


class ExpressionError(Exception):
    """An expression that cannot be searched for: `problem` names why, `place` counts from 1."""

    def __init__(self, problem: str, place: int = 0) -> None:
        super().__init__(problem, place)
        self.problem = problem
        self.place = place


@dataclass(frozen=True, slots=True)
class Search:
    """One thing that is looked for; false where there is nothing to look for."""

    words: str = ""
    """Folded."""
    pattern: Pattern[str] | None = None
    within: Span | None = None
    """The stretch of the report that is searched; None for all of it."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.words) or self.pattern is not None

    def through(self, book: Book, copy: FoldedText) -> Iterator[Span | None]:
        """Give the hits in the display of `book`, in text order; None where one may pause.

        `copy` is the book's, and built here where it is still empty. Raises ExpressionError where
        an expression turns out to take for ever.
        """
        area = self.area(book)
        if self.pattern is not None:
            yield from _matches(self.pattern, book, area)
        elif self.words:
            if not copy.text:
                for _ in copy.build(book.text, book.noise):
                    yield None
            yield from (hit for hit in copy.matches(self.words) if hit.start in area)

    def area(self, book: Book) -> Span:
        """Give the stretch of the display that is searched."""
        whole = Span(0, len(book.text) + 1)
        if self.within is None:
            return whole
        first = book.block_at(book.positions.display_of(self.within).start)
        shown = book.positions.display_of(self.within)
        return Span(book.positions.starts[first], shown.end) if len(shown) else Span(0, 0)


def search_for(query: str, *, expression: bool = False, within: Span | None = None) -> Search:
    """Prepare to look for what the user typed; raises ExpressionError."""
    if not expression:
        return Search(words=fold_query(query), within=within)
    if not query:
        return Search(within=within)
    import regex  # noqa: PLC0415  seldom needed

    try:
        pattern = regex.compile(fold_widths_of_pattern(query), regex.IGNORECASE)
    except regex.error as error:
        problem = next((ours for said, ours in _PROBLEMS if error.msg.startswith(said)), "other")
        raise ExpressionError(problem, error.pos + 1) from error
    return Search(pattern=pattern, within=within)


def _matches(pattern: Pattern[str], book: Book, area: Span) -> Iterator[Span | None]:
    """Look through each paragraph by itself: `^` and `$` are its beginning and its end."""
    for start, paragraph in zip(book.positions.starts, book.paragraphs, strict=True):
        if start not in area:
            continue
        try:
            for match in pattern.finditer(fold_widths(paragraph.text), timeout=_PATIENCE):
                if match.end() > match.start():
                    yield Span(start + match.start(), start + match.end())
        except TimeoutError as error:
            raise ExpressionError(_TOO_SLOW) from error
        yield None
