"""What was strewn into a text: watermarks, stray letters, page numbers and invisible characters.

The rules read the text without its holes, and what they find is carried back to the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from hkreader.core.report import Noise, Report, Span, Table
from hkreader.resources import read_toml
from hkreader.text.readers.base import Layout
from hkreader.text.searching import find_each

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
_UNSEEN = "invisible character"
"""The reason of a hole that is nothing to show or to list."""
_SIGHT = 30
"""How far before a mark what belongs to it may begin."""
_BARE_NUMBER = re.compile(r"^[ \t\u3000]*(\d{1,3})[ \t\u3000]*$", re.MULTILINE)
_MOSTLY = 0.7
"""Share of the bare numbers that must count pages for any of them to do so."""
_PAGE = 300
"""Characters that a page holds at least: numbers that follow closer count something else."""


@dataclass(frozen=True, slots=True)
class _Strewn:
    """One shape of what is strewn; see the table."""

    reason: str
    mark: re.Pattern[str]
    before: re.Pattern[str]
    needed: bool

    def find(self, text: str) -> Iterator[Noise]:
        for found in find_each(self.mark, text):
            start, end = found.span()
            before = self.before.search(text, max(0, start - _SIGHT), start)
            if before is not None:
                start = before.start()
            if before is not None or not self.needed:
                yield Noise(Span(start, end), self.reason)


@dataclass(frozen=True, slots=True)
class _Patterns:
    strewn: tuple[_Strewn, ...]
    bare: _Strewn
    """A number on a line of its own, with the line breaks that it put into a sentence."""
    stray: re.Pattern[str]
    kept: frozenset[str]


@cache
def _patterns() -> _Patterns:
    table = read_toml("language", "noise.toml")
    rows = [
        _strewn(row["reason"], row["mark"], row.get("before", ""), needed=row.get("needed", False))
        for row in table["strewn"]
    ]
    closed, begun = table["broken"]["closed"], table["broken"]["begun"]
    behind = rf"[ \t\u3000]*\n(?!{begun})"
    before = rf"(?<=[^{closed}\s])\s*"
    pages, bare = (
        _strewn("page number", rf"\n[ \t\u3000]*(?:{number}){behind}", before, needed=True)
        for number in ("|".join(table["page"]), r"\d{1,3}")
    )
    kept = frozenset(table["no_stray"])
    return _Patterns((*rows, pages), bare, re.compile(table["stray"]), kept)


def _strewn(reason: str, mark: str, before: str, *, needed: bool) -> _Strewn:
    return _Strewn(reason, re.compile(mark), re.compile(f"(?:{before})$"), needed)


def find_holes(text: str) -> list[Noise]:
    """Find what was strewn into `text`, in text order; none lies in another."""
    found = [noise for shape in _patterns().strewn for noise in shape.find(text)]
    found += [*_stray_letters(text), *_bare_pages(text)]
    found += (Noise(Span(*found.span()), _UNSEEN) for found in find_each(_INVISIBLE, text))
    return list(_merged(found))


def _stray_letters(text: str) -> Iterator[Noise]:
    """Find letters that no name has, and then the same ones beside letters and digits too."""
    known = _patterns()
    stray = {found.group() for found in find_each(known.stray, text)} - known.kept
    if stray:
        anywhere = re.compile("|".join(map(re.escape, sorted(stray, key=len, reverse=True))))
        for found in find_each(anywhere, text):
            yield Noise(Span(*found.span()), "stray letters")


def _bare_pages(text: str) -> Iterator[Noise]:
    """Find numbers alone on their lines that count up, a page apart."""
    bare = list(find_each(_BARE_NUMBER, text))
    pages = _rising(bare)
    if len(pages) > 1 and len(pages) >= _MOSTLY * len(bare) and _distance(pages) >= _PAGE:
        broken = {noise.span.end: noise for noise in _patterns().bare.find(text)}
        for found in pages:
            whole = Noise(Span(*found.span(1)), "page number")
            yield broken.get(found.end() + 1, whole)


def _rising(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Give the longest run of numbers that count upwards, whatever stands between them."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, match in enumerate(found):
        number = int(match.group(1))
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [number], [index]
    run: list[re.Match[str]] = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(found[at])
        at = before[at]
    return run[::-1]


def _distance(found: Sequence[re.Match[str]]) -> float:
    """Give how many characters lie between one and the next, on average."""
    return (found[-1].start() - found[0].start()) / (len(found) - 1)


def _start(noise: Noise) -> tuple[int, int]:
    return noise.span.start, -noise.span.end


def _merged(noise: Iterable[Noise]) -> Iterator[Noise]:
    """Put noise in text order, without what lies in other noise."""
    return _apart(sorted(noise, key=_start))


def _apart(found: Iterable[Noise]) -> Iterator[Noise]:
    end = 0
    for noise in found:
        if noise.span.start >= end:
            yield noise
            end = noise.span.end


class Cut:
    """A text without its holes, and the way back into the whole one."""

    def __init__(self, text: str, holes: Sequence[Span]) -> None:
        """Cut `holes`, apart and in text order, out of `text`."""
        starts = [0, *(hole.end for hole in holes)]
        ends = [*(hole.start for hole in holes), len(text)]
        sizes = [end - start for start, end in zip(starts, ends, strict=True)]
        self.text = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
        self._whole = starts
        self._cut = [0, *accumulate(sizes[:-1])]
        self._sizes = sizes

    def inwards(self, span: Span) -> Span:
        """Give where a stretch of the whole text lies in the cut one."""
        return Span(self._inward(span.start), self._inward(span.end))

    def outwards(self, span: Span) -> Span:
        """Give where a stretch of the cut text lies in the whole one."""
        if not len(span):
            start = self._outward(span.start)
            return Span(start, start)
        return Span(self._outward(span.start), self._outward(span.end - 1) + 1)

    def _inward(self, offset: int) -> int:
        index = bisect_right(self._whole, offset) - 1
        return self._cut[index] + min(offset - self._whole[index], self._sizes[index])

    def _outward(self, offset: int) -> int:
        index = bisect_right(self._cut, offset) - 1
        return self._whole[index] + offset - self._cut[index]


def cut_layout(layout: Layout, cut: Cut) -> Layout:
    """Give `layout` for the cut text."""
    return Layout(
        None if layout.paragraphs is None else tuple(map(cut.inwards, layout.paragraphs)),
        tuple(_move_table(table, cut.inwards) for table in layout.tables),
        tuple(cut.inwards(Span(page, page)).start for page in layout.pages),
        tuple(
            Noise(span, noise.reason)
            for noise in layout.noise
            if len(span := cut.inwards(noise.span))
        ),
    )


def with_holes(report: Report, text: str, cut: Cut, layout: Layout, holes: list[Noise]) -> Report:
    """Carry what was found in the cut text back to the whole `text`."""
    out = cut.outwards
    shown = [hole for hole in holes if hole.reason != _UNSEEN]
    found = [replace(noise, span=out(noise.span)) for noise in report.noise]
    headings = [out(section.heading_span) for section in report.sections]
    return replace(
        report,
        text=text,
        sections=tuple(
            replace(
                section,
                heading=text[heading.start : heading.end],
                heading_span=heading,
                span=out(section.span),
            )
            for section, heading in zip(report.sections, headings, strict=True)
        ),
        paragraphs=tuple(replace(item, span=out(item.span)) for item in report.paragraphs),
        sentences=tuple(replace(item, span=out(item.span)) for item in report.sentences),
        glossary=tuple(
            replace(term, span=out(term.span), occurrences=tuple(map(out, term.occurrences)))
            for term in report.glossary
        ),
        masks=tuple(replace(mask, span=out(mask.span)) for mask in report.masks),
        noise=tuple(_merged([*found, *layout.noise, *shown])),
        tables=layout.tables,
        pages=layout.pages,
    )


def _move_table(table: Table, move: Callable[[Span], Span]) -> Table:
    rows = tuple(tuple(map(move, row)) for row in table.rows)
    return Table(move(table.span), rows)
