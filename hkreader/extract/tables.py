"""Figures in tables: named by the heads of their row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.core.report import Report, Span
from hkreader.extract.grids import Cell, figure_cells, patterns
from hkreader.extract.numerals import arabic, magnitude_word
from hkreader.extract.predicates import names_growth
from hkreader.extract.quantities import Family, scan
from hkreader.extract.scopes import Scope, Scopes

_BARE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_RANGE = re.compile(rf"({_BARE.pattern})[-~至]({_BARE.pattern})")
_YEAR = re.compile(r"((?:19|20)\d{2})年?")
_POINTS = ("百分点", "个百分点")
_KINDS = {
    Family.POINT: Kind.CHANGE,
    Family.RANK: Kind.RANK,
    Family.TIMES: Kind.MULTIPLE,
    Family.STRUCTURE: Kind.RATIO,
}


@dataclass(frozen=True, slots=True)
class _Figure:
    """What a cell says by itself."""

    start: int
    """Of the number with its sign and unit, in the cell's folded text."""
    end: int
    number: Decimal
    high: Decimal | None
    scale: int
    unit: str
    family: Family


def table_measurements(report: Report) -> Iterator[Measurement]:
    """Find the figures of every table, in text order."""
    scopes = Scopes(report)
    for table in report.tables:
        scope = scopes.chapter(report.section_at(table.span.start))
        for cell in figure_cells(report, table):
            item = _measure(report, scope, cell)
            if item is not None:
                yield item


def _measure(report: Report, scope: Scope, cell: Cell) -> Measurement | None:
    figure = _read(cell.text, cell.unit)
    name = cell.row + patterns()["empty"].sub("", cell.column)
    if figure is None or not name:
        return None
    name = patterns()["unit"].sub("", name)
    kind = _kind(cell, name, figure)
    span = _span(report, cell, figure)
    period, status = _when(scope, cell)
    sign = -1 if _falls(cell, kind) and figure.number > 0 else 1
    high = None if figure.high is None else float(figure.high * figure.scale) * sign
    unit = "百分点" if figure.unit in _POINTS else figure.unit
    return Measurement(
        span=span,
        text=report.quote(span),
        name=name,
        kind=kind,
        value=float(figure.number * figure.scale) * sign,
        unit=unit,
        bound=_bound(cell.text),
        period=period,
        status=status,
        value_high=high,
        shown_value=float(figure.number) * sign,
        shown_unit=magnitude_word(figure.scale) + unit,
        decimals=_decimals(figure.number),
    )


def _read(text: str, unit: str) -> _Figure | None:
    """Read the one number of a cell, with its own unit or the one of its heads."""
    quantities, _ = scan(text)
    if len(quantities) == 1:
        found = quantities[0]
        return _Figure(
            found.start, found.end, found.number, found.high, found.scale, found.unit, found.family
        )
    numbers = list(_BARE.finditer(text))
    span = _RANGE.search(text)
    if quantities or not numbers or len(numbers) > (2 if span else 1):
        return None
    told, _ = scan(f"1{unit}") if unit else ([], [])
    scale, family = 1, Family.BARE
    if told:
        scale, family, unit = told[0].scale, told[0].family, told[0].unit
    low, high = numbers[0], numbers[-1] if span else None
    return _Figure(
        low.start(),
        numbers[-1].end(),
        arabic(low.group()),
        None if high is None else arabic(high.group()),
        scale,
        unit,
        family,
    )


def _kind(cell: Cell, name: str, figure: _Figure) -> Kind:
    known = patterns()
    if figure.family in _KINDS:
        return _KINDS[figure.family]
    if known["rank"].search(cell.column) or known["rank"].search(cell.row):
        return Kind.RANK
    if figure.family is not Family.PERCENT:
        return Kind.CHANGE if known["change"].search(cell.column) else Kind.LEVEL
    if known["growth"].search(cell.column) or names_growth(name):
        return Kind.GROWTH
    ratio = known["ratio"].search(cell.row) or known["ratio"].search(cell.column)
    return Kind.RATIO if ratio else Kind.GROWTH


def _falls(cell: Cell, kind: Kind) -> bool:
    """Tell whether a growth or change goes down, by its sign or by its heads."""
    if kind not in {Kind.GROWTH, Kind.CHANGE}:
        return False
    sign = patterns()["sign"].search(cell.text)
    if sign is not None:
        return sign["down"] is not None
    decline = patterns()["decline"]
    return decline.search(cell.row + cell.column) is not None


def _bound(text: str) -> Bound:
    for name, bound in (
        ("at_least", Bound.AT_LEAST),
        ("at_most", Bound.AT_MOST),
        ("approx", Bound.APPROX),
    ):
        if patterns()[name].search(text):
            return bound
    return Bound.EXACT


def _when(scope: Scope, cell: Cell) -> tuple[str | None, Status]:
    """Give period and status by the heads, else by where the table stands."""
    known = patterns()
    period, status = scope.default()
    heads = cell.column + cell.row
    stated = _YEAR.search(heads)
    if stated is not None:
        period = stated[1]
        if scope.review_year is not None:
            done = int(period) <= scope.review_year
            status = Status.ACTUAL if done else Status.TARGET
    elif known["last_year"].search(cell.column):
        period, status = _text(scope.review_year), Status.ACTUAL
    elif known["this_year"].search(cell.column):
        period = _text(scope.year if scope.planned else scope.review_year)
    if known["target"].search(cell.column):
        status = Status.TARGET
        if stated is None and not known["last_year"].search(cell.column):
            period = _text(scope.year)
    elif known["estimated"].search(cell.column):
        status = Status.ESTIMATED
    elif known["actual"].search(cell.column):
        status = Status.ACTUAL
        if stated is None:
            period = _text(scope.review_year)
    return period, status


def _text(year: int | None) -> str | None:
    return None if year is None else str(year)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _span(report: Report, cell: Cell, figure: _Figure) -> Span:
    """Give the figure's place in the report: the cell without blanks is counted off."""
    places = [
        place for place in range(cell.span.start, cell.span.end) if not report.text[place].isspace()
    ]
    return Span(places[figure.start], places[figure.end - 1] + 1)
