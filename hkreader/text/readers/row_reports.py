"""Sheets of cells: with a report in each row they are a collection, else the tables of one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hkreader.core.errors import HoldsMany
from hkreader.text.readers.base import Draft
from hkreader.text.readers.composer import Composer

_LONG = 800
"""Characters of a cell that holds a text and not a value."""
_MOSTLY = 0.5
_LONGEST_LABEL, _LABELS = 30, 4
_UNFIT = re.compile(r'[\s\\/:*?"<>|\x00-\x1f]+')

Member = tuple[str, bytes]
"""The file name of one report of a collection, and its content."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, as many in each as it had."""

    name: str
    rows: Sequence[Sequence[str]]


def draw_sheets(path: Path, sheets: Sequence[Sheet], form: str, encoding: str) -> Draft:
    """Draw the only text there is, else all cells as tables; raises `HoldsMany` for several texts."""
    columns: dict[str, list[str]] = {}
    for sheet in sheets:
        for name, texts in _text_columns(sheet).items():
            columns.setdefault(name, []).extend(texts.values())
    if columns:
        names = sorted(columns, key=lambda name: _size(columns[name]), reverse=True)
        found = columns[names[0]]
        if len(found) == 1:
            return Draft(found[0], form, encoding)
        raise HoldsMany(path, count=len(found), columns=names)
    composer = Composer()
    for sheet in sheets:
        rows = [row for row in sheet.rows if any(map(str.strip, row))]
        if len(sheets) > 1 and rows:
            composer.line(sheet.name)
        if max(map(len, rows), default=0) > 1:
            composer.table(rows)
        else:
            for row in rows:
                composer.line(row[0])
    return Draft(composer.text, form, encoding, layout=composer.layout)


def row_members(sheets: Sequence[Sheet], column: str) -> Iterator[Member]:
    """Give the texts of `column`, or else of the column that holds most."""
    for sheet in sheets:
        columns = _text_columns(sheet)
        texts = columns.get(column) or max(
            columns.values(), key=lambda cells: _size(cells.values()), default={}
        )
        for number, text in texts.items():
            yield f"{_label(number, sheet.rows[number])}.txt", text.encode()


def _text_columns(sheet: Sheet) -> dict[str, dict[int, str]]:
    """Give the columns whose cells are mostly long, by name, with their texts by row."""
    found: dict[str, dict[int, str]] = {}
    for place in range(max(map(len, sheet.rows), default=0)):
        cells = {n: row[place] for n, row in enumerate(sheet.rows) if place < len(row)}
        texts = {number: cell for number, cell in cells.items() if len(cell) >= _LONG}
        head = cells.get(0, "").strip()
        filled = sum(1 for cell in cells.values() if cell.strip()) - (0 < len(head) < _LONG)
        if texts and len(texts) >= _MOSTLY * filled:
            name = head if 0 < len(head) < _LONG else str(place + 1)
            found[name] = texts
    return found


def _size(texts: Iterable[str]) -> int:
    return sum(map(len, texts))


def _label(number: int, row: Sequence[str]) -> str:
    """Name a row by its place and its first short cells."""
    cells = map(str.strip, row)
    short = [it for it in cells if 0 < len(it) <= _LONGEST_LABEL and len(it.splitlines()) == 1]
    words = _UNFIT.sub(" ", " ".join(dict.fromkeys(short[:_LABELS]))).strip(" .")
    return f"{number + 1:03} {words}".strip()
