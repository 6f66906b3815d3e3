"""Values parted by commas, tabs or semicolons: a report in each row, or a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hkreader.core.errors import FileNotText
from hkreader.text.encoding import decode
from hkreader.text.readers.base import Draft
from hkreader.text.readers.row_reports import Member, Sheet, draw_sheets, row_members

FORMAT = "csv"

_SAMPLE = 1 << 18
_DELIMITERS = (",", "\t", ";")
_LONGEST_HEAD = 20
_SENTENCE = frozenset("。；！？：，")
_ALIKE = 0.9
_FEWEST_ROWS = 2
_LONGEST_CELL = 1 << 30


def accepts(data: bytes) -> bool:
    """Know it by a first row of short names and rows of as many cells."""
    sample = data[:_SAMPLE]
    first = sample.partition(b"\n")[0]
    if not any(mark.encode() in first for mark in _DELIMITERS):
        return False
    decoded = decode(sample)
    return decoded is not None and _delimiter(decoded.text) is not None


def draw(path: Path, data: bytes) -> Draft:
    """Draw the rows as a table; raises `HoldsMany` where they hold reports."""
    sheet, encoding = _sheet(path, data)
    return draw_sheets(path, [sheet], FORMAT, encoding)


def members(path: Path, data: bytes, column: str) -> Iterator[Member]:
    """Give the reports in the rows."""
    return row_members([_sheet(path, data)[0]], column)


def _sheet(path: Path, data: bytes) -> tuple[Sheet, str]:
    decoded = decode(data)
    delimiter = None if decoded is None else _delimiter(decoded.text[:_SAMPLE])
    if decoded is None or delimiter is None:
        raise FileNotText(path)
    return Sheet(path.stem, list(_rows(decoded.text, delimiter))), decoded.encoding


def _delimiter(sample: str) -> str | None:
    """Give the mark that parts the rows of a sample into as many cells as its first row has."""
    for delimiter in _DELIMITERS:
        rows = [row for row in islice(_rows(sample, delimiter), 200) if row]
        if len(rows) < _FEWEST_ROWS or not _is_head(rows[0]):
            continue
        # The last row of the sample may be cut.
        behind = rows[1:-1] or rows[1:]
        alike = sum(len(row) == len(rows[0]) for row in behind)
        if alike >= _ALIKE * len(behind):
            return delimiter
    return None


def _is_head(row: list[str]) -> bool:
    names = [cell.strip() for cell in row]
    return (
        len(names) > 1
        and len(set(names)) == len(names)
        and all(0 < len(name) <= _LONGEST_HEAD and not _SENTENCE & set(name) for name in names)
    )


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text.replace("\0", ""), newline="")
    return csv.reader(lines, delimiter=delimiter)
