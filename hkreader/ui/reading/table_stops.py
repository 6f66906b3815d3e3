"""Where the cells of a table's rows begin: tab stops, the same for all rows of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from hkreader.core.report import ParagraphKind

if TYPE_CHECKING:
    from hkreader.text.view import DisplayParagraph

_GAP = 1.2
"""Between two cells, in em; so are the others."""
_BELOW = 1.0
_NARROWEST = 2.0
_HALF_WIDTH = 0.55
_WIDE = "WFA"


def set_stops(
    document: QTextDocument, paragraphs: Sequence[DisplayParagraph], em: float, width: float
) -> None:
    """Set the stops of every table in a text of so many pixels a line."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for first, rows in _tables(paragraphs):
        stops = QTextBlockFormat()
        kind = QTextOption.TabType.LeftTab
        stops.setTabPositions([QTextOption.Tab(at, kind) for at in places(rows, em, width)])
        cursor.setPosition(document.findBlockByNumber(first).position())
        last = document.findBlockByNumber(first + len(rows) - 1)
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeBlockFormat(stops)
        stops.setBottomMargin(_BELOW * em)
        cursor.setPosition(last.position())
        cursor.mergeBlockFormat(stops)
    cursor.endEditBlock()


def _tables(paragraphs: Sequence[DisplayParagraph]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of each table with the number of the first."""
    first = 0
    for paragraph, group in groupby(paragraphs, lambda shown: shown.paragraph):
        rows = [shown.text for shown in group]
        if paragraph is not None and paragraph.kind is ParagraphKind.TABLE:
            yield first, rows
        first += len(rows)


def places(rows: Sequence[str], em: float, width: float) -> list[float]:
    """Give where the second and the further cells begin.

    Each column gets what its longest cell needs; where that is too much the widest give way.
    """
    cells = zip_longest(*(row.split("\t") for row in rows), fillvalue="")
    needs = [max(_NARROWEST, *map(_ems, column)) * em for column in cells]
    room = width - _GAP * em * (len(needs) - 1)
    return [
        end + _GAP * em * place for place, end in enumerate(accumulate(_share(needs, room)), 1)
    ][:-1]


def _ems(cell: str) -> float:
    return sum(1.0 if east_asian_width(letter) in _WIDE else _HALF_WIDTH for letter in cell)


def _share(needs: Sequence[float], room: float) -> list[float]:
    """Lower the widest of `needs` to one height so that all of them fit."""
    left, bound = room, room
    for count, need in zip(range(len(needs), 0, -1), sorted(needs), strict=True):
        bound = left / count
        if need > bound:
            break
        left -= need
    else:
        return list(needs)
    return [min(need, bound) for need in needs]
