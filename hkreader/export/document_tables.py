"""The tables of the documents themselves, as they stand: a row a row, a column a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.export.places import Place, tidy
from hkreader.export.table import Column, Number, Table, Value
from hkreader.messages import tr

_NUMBER = re.compile(
    r"(?P<value>[-+−]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.(?P<decimals>\d{1,9}))?)(?P<suffix>%?)"
)
_HEAD = [Column("table", 7, centred=True), Column("paragraph", 7, centred=True)]
_WIDTH = 22


def columns(places: Sequence[Place]) -> list[Column]:
    """Give as many columns as the widest table has."""
    widest = max(map(len, (row for place in places for row in _rows(place))), default=0)
    numbered = (tr("export.column.nth", number=number) for number in range(1, widest + 1))
    return [*_HEAD, *(Column("nth", _WIDTH, wrap=True, words=words) for words in numbered)]


def fill_document_tables(table: Table, place: Place, head: list[Value]) -> None:
    """Add the tables of one report, numbered, under each other."""
    width = len(table.columns) - len(head)
    for number, found in enumerate(place.report.tables, 1):
        paragraph = place.paragraph(found.span.start)
        for row in found.rows:
            cells = [_value(tidy(place.report.quote(cell))) for cell in row]
            values = [number, paragraph, *cells]
            table.rows.append([*head, *values, *[None] * (width - len(values))])


def _rows(place: Place) -> list[tuple[object, ...]]:
    return [row for table in place.report.tables for row in table.rows]


def _value(words: str) -> Value:
    """Give a number as one, the way it is written; an empty cell as none."""
    found = _NUMBER.fullmatch(words)
    # A number of a list or of a telephone keeps its zeros.
    if found is None or re.match(r"[-+−]?0\d", words):
        return words or None
    plain = found["value"].replace(",", "").replace("，", "").replace("−", "-")
    return Number(float(plain), len(found["decimals"] or ""), found["suffix"])
