"""Which entries of the report's own glossary explain a word of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from hkreader.core.report import Report, Span, Term
from hkreader.ui.reading.marks import MarkLayer

_COLONS = (":", "：")
_MARKS = "0123456789０１２３４５６７８９.．、◆●■*（）() \u3000"
"""What may stand before the name of a term."""


class Hold(Enum):
    """How firmly the pop-up stays."""

    HOVER = auto()
    """Until the mouse leaves."""
    CARET = auto()
    """Until the caret moves."""
    PINNED = auto()
    """Until it is closed."""
    ENTERED = auto()
    """Pinned, and the keys go to its list."""


def terms_at(terms: Sequence[Term], layer: MarkLayer, position: int, offset: int) -> list[int]:
    """Give the terms at a caret, the longest first: on it, just before it, or the entry it is in.

    `position` is the caret's in the document, `offset` the same place in the report.
    """
    found = [mark.item for mark in layer.at(position)]
    if position:
        found += [mark.item for mark in layer.at(position - 1)]
    if not found:
        found = [item for item, term in enumerate(terms) if offset in term.span]
    return with_nested(terms, found)


def with_nested(glossary: Sequence[Term], found: Iterable[int]) -> list[int]:
    """Add to the terms found those whose names lie within theirs; the longest first, each once."""
    items = dict.fromkeys(found)
    for outer in list(items):
        for item, term in enumerate(glossary):
            if term.name and term.name in glossary[outer].name:
                items.setdefault(item)
    return sorted(items, key=lambda item: -len(glossary[item].name))


def places_of(term: Term, report: Report) -> list[Span]:
    """Give where a term stands: in the text, and at last in the glossary itself."""
    if term.source or not term.definition:
        return list(term.occurrences)
    return [*term.occurrences, name_span(term, report)]


def name_span(term: Term, report: Report) -> Span:
    """Give where the entry names its term; where that is written otherwise, all up to the colon."""
    start, end = term.span.start, term.span.end
    at = report.text.find(term.name, start, end)
    if at >= 0:
        return Span(at, at + len(term.name))
    while start < end and report.text[start] in _MARKS:
        start += 1
    colons = [at for colon in _COLONS if (at := report.text.find(colon, start, end)) > start]
    return Span(start, min(colons, default=end))
