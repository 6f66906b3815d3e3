"""The table of indicators: a row for each, its level, growth and change side by side."""

from __future__ import annotations

from hkreader.core.findings import Bound, Indicator, Kind, Measurement
from hkreader.export.checked import Checked
from hkreader.export.places import Place
from hkreader.export.table import Column, Number, Table, Value
from hkreader.messages import catalogue, tr

_AMOUNTS = (Kind.LEVEL, Kind.RATIO, Kind.RANK, Kind.MULTIPLE)

COLUMNS = [
    Column("number", 5, centred=True),
    Column("section", 18, wrap=True),
    Column("indicator", 24, wrap=True),
    Column("value", 10),
    Column("unit", 10, centred=True),
    Column("growth", 8),
    Column("change", 7),
    Column("change_unit", 8, centred=True),
    Column("basis", 9, centred=True),
    Column("bound", 7, centred=True),
    Column("period", 9, centred=True),
    Column("status", 6, centred=True),
    Column("sentence", 48, wrap=True),
    Column("paragraph", 6, centred=True),
    Column("checked", 6, centred=True),
    Column("remark", 14, wrap=True),
]


def fill_indicators(table: Table, place: Place, head: list[Value]) -> None:
    """Add the rows of one report."""
    number = 0
    checked = Checked(place.findings)
    missing = {gap.span: gap.kind for gap in place.findings.gaps}
    for row in place.findings.indicators:
        for line in _lines(row):
            number += 1
            gaps = [tr(f"export.gap.{missing[m.span]}") for m in line if m.span in missing]
            remarks = [*_remarks(line), *gaps, *checked.remarks(line)]
            table.rows.append(
                [*head, number, *_cells(row, line, place), checked.word(line), "；".join(remarks)]
            )


def _lines(row: Indicator) -> list[list[Measurement]]:
    """Spread a row that has several amounts over lines; the rest stands in its first free one."""
    lines: list[list[Measurement]] = [[]]
    for item in row.measurements:
        slot = _slot(item)
        line = next((line for line in lines if all(_slot(other) != slot for other in line)), None)
        if line is None:
            lines.append(line := [])
        line.append(item)
    return lines


def _slot(item: Measurement) -> Kind:
    return Kind.LEVEL if item.kind in _AMOUNTS else item.kind


def _cells(row: Indicator, line: list[Measurement], place: Place) -> list[Value]:
    amount, growth, change = (
        next((item for item in line if _slot(item) is slot), None)
        for slot in (Kind.LEVEL, Kind.GROWTH, Kind.CHANGE)
    )
    start = line[0].span.start
    return [
        place.section(row.section),
        row.name,
        shown(amount),
        "" if amount is None else unit(amount),
        shown(growth),
        shown(change),
        "" if change is None else unit(change),
        next((item.basis for item in (growth, change) if item and item.basis), ""),
        _bounds(amount or change, growth),
        _period(row.period),
        tr(f"export.status.{row.status}"),
        place.sentence(start),
        place.paragraph(start),
    ]


def shown(item: Measurement | None) -> Number | None:
    """Give a measurement's number as the report wrote it."""
    if item is None:
        return None
    return Number(item.shown_value, item.decimals)


def unit(item: Measurement) -> str:
    """Give the unit beside the number as it is shown."""
    return item.shown_unit or item.unit


def _bounds(amount: Measurement | None, growth: Measurement | None) -> str:
    words = [] if amount is None else [tr(f"export.bound.{amount.bound}")]
    if growth is not None and growth.bound is not Bound.EXACT:
        word = tr(f"export.bound.{growth.bound}")
        if amount is None:
            words.append(word)
        elif amount.bound is not growth.bound:
            words.append(tr("export.bound.of_growth", bound=word))
    return "；".join(filter(None, words))


def _period(period: str | None) -> Value:
    if period is None:
        return ""
    return int(period) if period.isdecimal() else period


def _remarks(line: list[Measurement]) -> list[str]:
    words = [
        tr("export.remark.range", value=f"{item.value_high:g}{item.unit}")
        for item in line
        if item.value_high is not None
    ]
    reasons = dict.fromkeys(item.reason for item in line if item.reason)
    return [*words, *(tr("export.remark.doubt", reason=worded(reason)) for reason in reasons)]


def worded(reason: str) -> str:
    """Word the reason of a doubt or of leaving a number out."""
    return tr(reason) if reason in catalogue() else reason
