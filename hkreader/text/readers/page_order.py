"""The order in which the lines of a page are read: zones from the top, columns from the left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hkreader.text.readers.page_lines import Line

_GUTTER = 0.4
"""Parts of a letter's size that columns lie apart at least."""
_FEW = 2
_SHARED = 0.4
"""Part of the lower column's height along which columns stand side by side."""
_FILLED, _WORDY, _ROWS = 0.6, 8, 3
"""Lines of prose fill their column so far, hold so many letters and are so many."""
_EDGE = 0.5
_LEVEL = 0.3
_TABBED = 1.6
"""Letters' sizes from which on a gap in a row is no blank between words."""
_DEEPEST = 6


@dataclass(slots=True)
class Zone:
    """Lines in reading order between common edges."""

    lines: list[Line]
    left: float
    right: float


def find_zones(lines: Sequence[Line], depth: int = 0) -> list[Zone]:
    """Part the lines of a page (from the top downwards) into zones, in reading order."""
    split = _best_split(lines) if depth < _DEEPEST else None
    if split is None:
        return [_zone(lines)] if lines else []
    above, left, right, below = split
    return [zone for part in (above, left, right, below) for zone in find_zones(part, depth + 1)]


_Split = tuple[list[Line], list[Line], list[Line], list[Line]]


def _best_split(lines: Sequence[Line]) -> _Split | None:
    best: _Split | None = None
    most = 0
    for x in _candidates(lines):
        for first, last in _clear_runs(lines, x):
            run = lines[first:last]
            left = [line for line in run if line.x1 <= x]
            right = [line for line in run if line.x0 >= x]
            size = sum(len(line.text) for line in run)
            if size > most and _side_by_side(left, right):
                most = size
                best = list(lines[:first]), left, right, list(lines[last:])
    return best


def _candidates(lines: Sequence[Line]) -> list[float]:
    """Give where several lines begin right of where others end: what may be a column's edge."""
    starts = sorted((line.x0, line.size) for line in lines)
    found: list[float] = []
    begin = 0
    for index, (x, size) in enumerate(starts):
        if x - starts[begin][0] > _EDGE * size:
            begin = index
        if index - begin + 1 == _FEW:
            found.append(starts[begin][0] - 0.05 * size)
    return found


def _clear_runs(lines: Sequence[Line], x: float) -> Iterator[tuple[int, int]]:
    """Give the stretches of lines that `x` does not cross."""
    begin = 0
    for index, line in enumerate(lines):
        if line.x0 < x < line.x1 + _GUTTER * line.size:
            if index > begin:
                yield begin, index
            begin = index + 1
    if len(lines) > begin:
        yield begin, len(lines)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if len(left) < _FEW or len(right) < _FEW:
        return False
    size = median(line.size for line in left)
    gutter = min(line.x0 for line in right) - max(line.x1 for line in left)
    if gutter < _GUTTER * size:
        return False
    tops, bottoms = [], []
    for side in (left, right):
        tops.append(min(line.top for line in side))
        bottoms.append(max(line.base for line in side))
    shared = min(bottoms) - max(tops)
    if shared < _SHARED * min(b - t for b, t in zip(bottoms, tops, strict=True)):
        return False
    drawn_apart = max(line.order for line in left) < min(line.order for line in right)
    return drawn_apart or (_is_prose(left) and _is_prose(right))


def _is_prose(side: Sequence[Line]) -> bool:
    lines = [line for line in side if line.rows is None]
    if len(lines) < _ROWS:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    filled = sum(line.x1 - line.x0 >= _FILLED * width for line in lines)
    return filled * 2 >= len(lines) and median(len(line.text) for line in lines) >= _WORDY


def _zone(lines: Sequence[Line]) -> Zone:
    merged = merge_rows(lines)
    return Zone(merged, *_edges(merged))


def merge_rows(lines: Sequence[Line]) -> list[Line]:
    """Set the parts of a row in one line, gaps as tabs."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        last = rows[-1][0] if rows else None
        near = last is not None and line.base - last.base <= _LEVEL * max(line.size, last.size)
        if last is not None and near and line.rows is None and last.rows is None:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row[0] if len(row) == 1 else _whole(row) for row in rows]


def _whole(row: Sequence[Line]) -> Line:
    row = sorted(row, key=lambda line: line.x0)
    main = max(row, key=lambda line: len(line.text))
    text, right, parted = row[0].text, row[0].x1, False
    for line in row[1:]:
        wide = line.x0 - right > _TABBED * main.size
        text += ("\t" if wide else " ") + line.text
        right = max(right, line.x1)
        parted |= wide
    order = min(line.order for line in row)
    return Line(text, row[0].x0, right, main.base, main.size, order, parted)


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Give the edges that at least two lines share, or else the outermost."""
    text = [line for line in lines if line.rows is None and not line.parted] or list(lines)
    return (
        _shared_edge(sorted((line.x0, line.size) for line in text)),
        -_shared_edge(sorted((-line.x1, line.size) for line in text)),
    )


def _shared_edge(edges: Sequence[tuple[float, float]]) -> float:
    for (x, size), (following, _) in pairwise(edges):
        if following - x <= _EDGE * size:
            return x
    return edges[0][0]
