"""Glyphs to lines: rows by their baselines, parts of a row by the gaps between them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

from hkreader.text.readers.glyphs import Glyph

_APART = 0.8
"""A gap of so many letters' sizes may part a row: a gutter may be there."""
_WORD_GAP = 0.17
_CERTAIN_GAP = 0.6
"""From which on a gap is a blank whatever pdfium thinks of it."""
_MIXED_GAP = 0.6
_WIDE_GAP = 0.9
_SPACED = 0.1
"""The usual gap from which on letters are set apart on purpose."""
_RAISED, _SMALL = 0.15, 0.78
_REACH, _REACH_SMALL = 0.25, 0.62
"""Parts of a row's size by which what belongs to it may be raised or lowered."""
_SUPERSCRIPTS = {"2": "²", "3": "³"}
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[cdkm]?m|[米里])$")
_ITEM = re.compile(r"\d{1,2}[)）.．、](?!\d)")
_CLOSING = frozenset("，。、；：！？）》”’〉」』】〕％,.;:!?)]%")


@dataclass(slots=True)
class Line:
    """A line, or the part of one that lies in one column."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    order: int
    parted: bool = False
    """Whether gaps part it, as the rows of a table without rules."""
    rows: Sequence[Sequence[str]] | None = None
    """The cells of a ruled table, which stands as one line."""
    height: float = 0.0
    """Of a table: how far it reaches above its base."""

    @property
    def top(self) -> float:
        """Give where its letters begin."""
        return self.base - (self.height or 0.85 * self.size)


@cache
def is_wide(char: str) -> bool:
    """Tell the letters and marks of Chinese, which need no blanks between them."""
    return unicodedata.east_asian_width(char[:1]) in "WF" or char[:1] in "“”‘’…—·"


def find_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Set glyphs in lines, from the top downwards."""
    lines = [line for row in _rows(_runs(glyphs)) for part in _parts(row) for line in _line(part)]
    return sorted(lines, key=lambda line: (line.base, line.x0))


def _runs(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group what is drawn in one go."""
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and _goes_on(last, glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        last = glyph
    return runs


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    level = abs(last.base - glyph.base) < 0.05 * size
    return (
        level
        and abs(last.size - glyph.size) < 0.05 * size
        and -0.5 * size < glyph.x0 - last.x1 < size
    )


def _rows(runs: Sequence[list[Glyph]]) -> list[list[list[Glyph]]]:
    """Group runs by their baselines; small ones may be raised."""
    bases: list[float] = []
    rows: list[list[list[Glyph]]] = []
    for run in sorted(runs, key=lambda run: (-round(run[0].size, 1), run[0].base)):
        base, size = run[0].base, run[0].size
        at = bisect_left(bases, base)
        near = [i for i in (at - 1, at) if 0 <= i < len(rows)]
        best = min(near, key=lambda i: abs(bases[i] - base), default=None)
        if best is not None:
            whole = rows[best][0][0].size
            small = size < _SMALL * whole and _beside(run, rows[best])
            if abs(bases[best] - base) <= (_REACH_SMALL if small else _REACH) * whole:
                rows[best].append(run)
                continue
        bases.insert(at, base)
        rows.insert(at, [run])
    return rows


def _beside(run: list[Glyph], row: Sequence[list[Glyph]]) -> bool:
    """Tell whether a run ends or begins where another of the row begins or ends."""
    near = 0.5 * row[0][0].size
    return any(
        -near < run[0].x0 - other[-1].x1 < near or -near < other[0].x0 - run[-1].x1 < near
        for other in row
    )


def _parts(row: list[list[Glyph]]) -> list[list[Glyph]]:
    """Part a row where wide gaps are, and where things lie upon each other."""
    parts: list[list[Glyph]] = []
    middles = sorted((glyph.x0 + glyph.x1) / 2 for run in row for glyph in run)
    pieces = [piece for run in row for piece in _cut(run, middles)]
    for run in sorted(pieces, key=lambda piece: piece[0].x0):
        while run and run[0].char == " ":
            run = run[1:]  # noqa: PLW2901
        if not run:
            continue
        last = parts[-1][-1] if parts else None
        size = max(last.size, run[0].size) if last else 0
        if last is not None and -size < run[0].x0 - last.x1 < _APART * size:
            parts[-1].extend(run)
        else:
            parts.append(list(run))
    return parts


def _cut(run: list[Glyph], middles: Sequence[float]) -> Iterator[list[Glyph]]:
    """Cut a run where others stand in a gap of it: marks of another font are drawn later."""
    first = 0
    for place, (last, glyph) in enumerate(pairwise(run), 1):
        at = bisect_right(middles, last.x1)
        if at < len(middles) and middles[at] < glyph.x0:
            yield run[first:place]
            first = place
    yield run[first:]


def _line(part: list[Glyph]) -> list[Line]:
    shown = [glyph for glyph in part if glyph.char.strip()]
    if not shown:
        return []
    part = part[part.index(shown[0]) : len(part) - part[::-1].index(shown[-1])]
    size = Counter(round(glyph.size, 1) for glyph in shown).most_common(1)[0][0]
    base = median(glyph.base for glyph in shown if round(glyph.size, 1) == size)
    text = _text(part, size, base)
    order = min(glyph.order for glyph in shown)
    return [Line(text, shown[0].x0, max(g.x1 for g in shown), base, size, order)] if text else []


def _text(part: Sequence[Glyph], size: float, base: float) -> str:
    gaps = [b.x0 - a.x1 for a, b in pairwise(part)]
    usual = median(gaps) / size if len(gaps) > 2 else 0.0  # noqa: PLR2004
    spaced = usual if usual > _SPACED else 0.0
    written: list[str] = []
    raised = ""
    last: Glyph | None = None
    for glyph in part:
        high = glyph.size < _SMALL * size and glyph.base < base - _RAISED * size
        if high and glyph.char in "0123456789":
            raised += glyph.char
            continue
        if raised:
            written.append(_superscript(raised, "".join(written[-3:])))
            raised = ""
        elif last is not None and _is_blank(last, glyph, spaced * size):
            written.append(" ")
        written.append(glyph.char)
        last = glyph
    if raised:
        written.append(_superscript(raised, "".join(written[-3:])))
    return "".join(written).strip()


def _superscript(digits: str, before: str) -> str:
    """Write a raised number so that it is no part of the number before it."""
    return (
        _SUPERSCRIPTS[digits] if digits in _SUPERSCRIPTS and _UNIT.search(before) else f"[{digits}]"
    )


def _is_blank(last: Glyph, glyph: Glyph, spaced: float) -> bool:
    """Tell a gap that stands for a blank from one that only fills the line."""
    if " " in {last.char, glyph.char} or "\u3000" in {last.char, glyph.char}:
        return False
    gap = (glyph.x0 - last.x1 - spaced) / max(last.size, glyph.size)
    wide = is_wide(last.char) + is_wide(glyph.char)
    word = _WORD_GAP if glyph.apart or glyph.order != last.order + 1 else _CERTAIN_GAP
    return gap > (word, _MIXED_GAP, _WIDE_GAP)[wide]


def join(before: str, after: str) -> tuple[str, str]:
    """Give the text before a line break without its hyphen, and what stands in the break's place."""
    if before.endswith("\u00ad"):
        return before[:-1], ""
    if before.endswith(("-", "\u2010")) and before[-2:-1].isalpha() and before[-2:-1].islower():
        return (before[:-1], "") if after[:1].islower() else (before, "")
    if is_wide(before[-1:]) or is_wide(after[:1]) or after[:1] in _CLOSING:
        return before, ""
    number = before[-1:].isdigit() or (before[-1:] in ".," and before[-2:-1].isdigit())
    parted = number and after[:1].isdigit() and not _ITEM.match(after)
    return before, "" if parted else " "
