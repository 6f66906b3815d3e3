"""Tables by their ruling lines: what lies in a grid is set in cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hkreader.text.readers.glyphs import Glyph, Rule
from hkreader.text.readers.page_lines import Line, find_lines, join
from hkreader.text.readers.page_order import merge_rows

_TOUCH = 3.0
"""Points within which ruling lines meet."""
_FLAT = 1.0
_SHORTEST = 6.0
_MOST = 4000
"""Rules of a page beyond which they are a drawing."""
_FEWEST = 2
_FULL = 2.0
"""A line that misses so many letters of its cell's width goes on in the next one."""


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    owner: dict[tuple[int, int], tuple[int, int]]
    """Of each field of the grid (row, column): the first field of its cell."""

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the cell that holds a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.owner.get((row, column))


def take_tables(glyphs: list[Glyph], rules: Sequence[Rule]) -> tuple[list[Glyph], list[Line]]:
    """Give the glyphs outside of tables, and the tables, each as one line."""
    tables: list[Line] = []
    for grid in _grids(rules):
        cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        outside: list[Glyph] = []
        for glyph in glyphs:
            middle = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.35 * glyph.size
            cell = grid.cell_at(*middle)
            (outside if cell is None else cells[cell]).append(glyph)
        if sum(any(g.char.strip() for g in cell) for cell in cells.values()) >= _FEWEST:
            glyphs = outside
            tables.append(_table(grid, cells))
    return glyphs, tables


def _table(grid: _Grid, cells: dict[tuple[int, int], list[Glyph]]) -> Line:
    rows: list[list[str]] = []
    for row in range(len(grid.ys) - 1):
        texts = []
        for column in range(len(grid.xs) - 1):
            held = cells.get((row, column), [])
            texts.append(_cell_text(held, grid, (row, column)) if held else "")
        if any(texts):
            rows.append(texts)
    glyphs = [glyph for cell in cells.values() for glyph in cell]
    order = min(glyph.order for glyph in glyphs)
    top, bottom = grid.ys[0], grid.ys[-1]
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    text = "".join(map("".join, rows))
    return Line(text, grid.xs[0], grid.xs[-1], bottom, size, order, rows=rows, height=bottom - top)


def _cell_text(glyphs: list[Glyph], grid: _Grid, cell: tuple[int, int]) -> str:
    columns = [column for (_, column), owner in grid.owner.items() if owner == cell]
    right = grid.xs[max(columns) + 1]
    text = ""
    last: Line | None = None
    for line in merge_rows(find_lines(glyphs)):
        written = line.text.replace("\t", " ")
        if last is None:
            text = written
        else:
            before, between = join(text, written)
            full = right - last.x1 < _FULL * last.size
            text = before + between + written if full else f"{text} {written}"
        last = line
    return text


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    level = [r for r in rules if r[3] - r[1] <= _FLAT and r[2] - r[0] >= _SHORTEST]
    upright = [r for r in rules if r[2] - r[0] <= _FLAT and r[3] - r[1] >= _SHORTEST]
    if not level or not upright or len(level) + len(upright) > _MOST:
        return
    level, upright = _joined(level), [_flip(r) for r in _joined([_flip(r) for r in upright])]
    for across, down in _groups(level, upright):
        xs = _positions([*(r[0] for r in down), *(e for r in across for e in (r[0], r[2]))])
        ys = _positions([*(r[1] for r in across), *(e for r in down for e in (r[1], r[3]))])
        if len(xs) < _FEWEST or len(ys) < _FEWEST:
            continue
        owner = _owners(xs, ys, across, down)
        if len(set(owner.values())) >= _FEWEST:
            yield _Grid(xs, ys, owner)


def _flip(rule: Rule) -> Rule:
    return rule[1], rule[0], rule[3], rule[2]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Join level rules that go on with each other."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r[1]), r[0])):
        last = joined[-1] if joined else None
        if last and abs(rule[1] - last[1]) <= 1 and rule[0] <= last[2] + _TOUCH:
            joined[-1] = (last[0], last[1], max(last[2], rule[2]), last[3])
        else:
            joined.append(rule)
    return joined


def _groups(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Group the rules that meet, directly or by others."""
    parents = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for i, a in enumerate(level):
        for j, b in enumerate(upright, len(level)):
            if a[0] - _TOUCH <= b[0] <= a[2] + _TOUCH and b[1] - _TOUCH <= a[1] <= b[3] + _TOUCH:
                parents[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index in range(len(parents)):
        below = index < len(level)
        rule = level[index] if below else upright[index - len(level)]
        groups[root(index)][0 if below else 1].append(rule)
    yield from sorted(groups.values(), key=lambda group: min(r[1] for r in group[0] + group[1]))


def _positions(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found


def _owners(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Give every field of the grid the first field of its cell: fields without a rule between."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    width, height = len(xs) - 1, len(ys) - 1
    for row in range(height):
        for column in range(width):
            if (row, column) in owner:
                continue
            waiting = [(row, column)]
            while waiting:
                r, c = waiting.pop()
                if (r, c) in owner:
                    continue
                owner[r, c] = (row, column)
                x, y = (xs[c] + xs[c + 1]) / 2, (ys[r] + ys[r + 1]) / 2
                if c + 1 < width and not _wall(down, 0, xs[c + 1], y):
                    waiting.append((r, c + 1))
                if c and not _wall(down, 0, xs[c], y):
                    waiting.append((r, c - 1))
                if r + 1 < height and not _wall(across, 1, ys[r + 1], x):
                    waiting.append((r + 1, c))
                if r and not _wall(across, 1, ys[r], x):
                    waiting.append((r - 1, c))
    return owner


def _wall(rules: Sequence[Rule], axis: int, at: float, along: float) -> bool:
    other = 1 - axis
    return any(
        abs(rule[axis] - at) <= _TOUCH and rule[other] <= along <= rule[other + 2] for rule in rules
    )
