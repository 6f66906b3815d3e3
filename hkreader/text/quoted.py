"""Terms that a report puts in quotation marks and does not explain in its own glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Report, Span, Term
from hkreader.resources import read_toml

_BLANK = re.compile(r"\s+")
_AROUND = 12
"""Characters before and behind the marks that tell a term from a speech or an honour."""


@dataclass(frozen=True, slots=True)
class _Shapes:
    mark: re.Pattern[str]
    closing: dict[str, str]
    foreign: re.Pattern[str]
    letter: re.Pattern[str]
    figure: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    shortest: int
    longest: int


@cache
def _shapes() -> _Shapes:
    table = read_toml("language", "quoted.toml")
    closing = dict(table["marks"])
    mark = re.compile(f"[{''.join(map(re.escape, (*closing, *closing.values())))}]")
    names = ("foreign", "letter", "figure", "before", "behind")
    foreign, letter, figure, before, behind = (re.compile(table[name]) for name in names)
    lengths = table["shortest_term"], table["longest_term"]
    return _Shapes(mark, closing, foreign, letter, figure, before, behind, *lengths)


def quoted_terms(report: Report) -> tuple[Term, ...]:
    """Give the terms in quotation marks that the glossary does not explain, in text order.

    Their definition is empty; `span` is where each stands first, without the marks.
    """
    places: dict[str, list[Span]] = {}
    for span in _quoted(report):
        # A line that was broken in the middle leaves a blank.
        places.setdefault(_BLANK.sub("", report.quote(span)), []).append(span)
    known = "\n".join(term.name for term in report.glossary)
    return tuple(
        Term(name, "", spans[0], tuple(spans))
        for name, spans in places.items()
        if name not in known
    )


def _quoted(report: Report) -> Iterator[Span]:
    """Give what is quoted like a term in the paragraphs outside the glossary."""
    # A glossary stands at the end: what comes behind its beginning explains and does not use.
    end = min((term.span.start for term in report.glossary), default=len(report.text))
    for paragraph in report.paragraphs:
        if paragraph.span.start >= end:
            return
        for span in _pairs(report.text, paragraph.span):
            if _is_term(report.text, span):
                yield span


def _pairs(text: str, paragraph: Span) -> Iterator[Span]:
    """Give what stands between an opening mark and its closing one, nothing marked in between."""
    closing = _shapes().closing
    opened = -1
    wanted = ""
    for found in _shapes().mark.finditer(text, paragraph.start, paragraph.end):
        mark = found.group()
        if mark == wanted:
            yield Span(opened, found.start())
            wanted = ""
        else:
            opened, wanted = found.end(), closing.get(mark, "")


def _is_term(text: str, span: Span) -> bool:
    shapes = _shapes()
    name = text[span.start : span.end]
    return (
        shapes.shortest <= len(name) <= shapes.longest
        and not shapes.foreign.search(name)
        and shapes.letter.search(name) is not None
        and not shapes.figure.fullmatch(name)
        and not shapes.before.search(text[max(0, span.start - 1 - _AROUND) : span.start - 1])
        and not shapes.behind.match(text[span.end + 1 : span.end + 1 + _AROUND])
    )
