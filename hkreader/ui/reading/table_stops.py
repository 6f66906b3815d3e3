"""Where the cells of a table's rows begin: tab stops, the same for all rows of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from hkreader.core.report import ParagraphKind

if TYPE_CHECKING:
    from hkreader.text.view import DisplayParagraph

_GAP = 1.2
"""Between two cells, in em; so are the others."""
_BELOW = 1.0
_LEAST_FOR_LAST = 8.0
_RUN_ON = 2.0
"""Where cells run on: the raster they begin on, and how far the row's further lines are set in."""


def set_stops(
    document: QTextDocument,
    paragraphs: Sequence[DisplayParagraph],
    metrics: QFontMetricsF,
    width: float,
) -> None:
    """Set the stops of every table in a text of so many pixels a line."""
    em = metrics.horizontalAdvance("一")
    option = document.defaultTextOption()
    option.setTabStopDistance(_RUN_ON * em)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for first, rows in _tables(paragraphs):
        cells = zip_longest(*(row.split("\t") for row in rows), fillvalue="")
        needs = [max(map(metrics.horizontalAdvance, column)) for column in cells]
        stops = places(needs, em, width)
        row = QTextBlockFormat()
        row.setTabPositions([QTextOption.Tab(at, QTextOption.TabType.LeftTab) for at in stops])
        # What does not fit on one line goes on where the last cell begins.
        inset = stops[-1] if stops else _RUN_ON * em
        row.setLeftMargin(inset)
        row.setTextIndent(-inset)
        cursor.setPosition(document.findBlockByNumber(first).position())
        last = document.findBlockByNumber(first + len(rows) - 1)
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeBlockFormat(row)
        row.setBottomMargin(_BELOW * em)
        cursor.setPosition(last.position())
        cursor.mergeBlockFormat(row)
    cursor.endEditBlock()


def _tables(paragraphs: Sequence[DisplayParagraph]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of each table with the number of the first."""
    first = 0
    for paragraph, group in groupby(paragraphs, lambda shown: shown.paragraph):
        rows = [shown.text for shown in group]
        if paragraph is not None and paragraph.kind is ParagraphKind.TABLE:
            yield first, rows
        first += len(rows)


def places(needs: Sequence[float], em: float, width: float) -> list[float]:
    """Give where the second and the further columns begin, by what their widest cells need.

    Only the last may be narrower than it needs: a cell that runs over the next stop would push
    the others under wrong heads. Where they do not fit there are no stops and cells run on.
    """
    starts = [end + _GAP * em * place for place, end in enumerate(accumulate(needs[:-1]), 1)]
    least = min(needs[-1], _LEAST_FOR_LAST * em)
    return starts if not starts or starts[-1] + least <= width else []
