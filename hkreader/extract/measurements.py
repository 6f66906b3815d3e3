"""From a report to its measurements: scan, lay out, read, place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from hkreader.core.findings import Bound, Kind, Measurement, Status, Unplaced
from hkreader.core.progress import Progress, silent
from hkreader.core.report import Part, Report
from hkreader.extract import names
from hkreader.extract.clauses import lay_out
from hkreader.extract.numerals import magnitude_word
from hkreader.extract.passages import Passage, passages
from hkreader.extract.qualifiers import set_aside
from hkreader.extract.quantities import Family, LeftOut, scan
from hkreader.extract.readings import read_sentence
from hkreader.extract.scopes import Scope, Scopes
from hkreader.extract.sentence_state import Reading
from hkreader.extract.tables import table_measurements

_SURE, _DOUBTFUL = 1.0, 0.4


def find_measurements(
    report: Report, progress: Progress = silent
) -> tuple[tuple[Measurement, ...], tuple[Unplaced, ...]]:
    """Find every measurement, and every number that was left out with the reason."""
    found: list[Measurement] = []
    unplaced: list[Unplaced] = []
    scopes = Scopes(report)
    whole = max(1, len(report.text))
    for passage in passages(report):
        scope = scopes.enter(passage)
        quantities, left = scan(passage.text)
        if report.part_at(passage.places[0]) is Part.GLOSSARY:
            left += [LeftOut(q.start, q.end, "left_out.glossary") for q in quantities]
            quantities = []
        if quantities:
            figures, aside = set_aside(passage.text, quantities)
            readings = read_sentence(passage.text, lay_out(passage.text, figures))
            left += aside
            left += [_left_out(reading) for reading in readings if not counts(reading)]
            found += placed_readings(report, passage, filter(counts, readings), (scopes, scope))
            progress(passage.places[0], whole)
        unplaced += [_unplaced(report, passage, item) for item in left]
    if report.tables:
        found += table_measurements(report)
        found.sort(key=attrgetter("span"))
    unplaced.sort(key=attrgetter("span"))
    return tuple(found), tuple(unplaced)


def counts(reading: Reading) -> bool:
    """Tell whether a number is a figure: it has a name, and nothing speaks against it."""
    return bool(reading.name) and not reading.left_out


def _left_out(reading: Reading) -> LeftOut:
    quantity = reading.figure.quantity
    return LeftOut(quantity.start, quantity.end, reading.left_out or "left_out.no_name")


def placed_readings(
    report: Report, passage: Passage, readings: Iterable[Reading], scoped: tuple[Scopes, Scope]
) -> Iterator[Measurement]:
    """Give each reading its period and status; a growth shares the 预计 of its level."""
    scopes, scope = scoped
    expected: set[str] = set()
    for reading in readings:
        period, status = scopes.place(passage, reading, scope)
        if status is Status.ESTIMATED:
            expected.add(reading.name)
        elif status is Status.ACTUAL and reading.name in expected:
            status = Status.ESTIMATED
        yield _measurement(report, passage, reading, (period, status))


def _unplaced(report: Report, passage: Passage, item: LeftOut) -> Unplaced:
    span = passage.span(item.start, item.end)
    return Unplaced(span, report.quote(span), item.reason)


_UNITS = {
    "个百分点": "百分点",
    "个点": "百分点",
    "个千分点": "千分点",
    "个工作日": "工作日",
    "个小时": "小时",
}


def _measurement(
    report: Report,
    passage: Passage,
    reading: Reading,
    placed: tuple[str | None, Status],
) -> Measurement:
    quantity = reading.figure.quantity
    span = passage.span(quantity.start, quantity.end)
    sign = -1 if reading.negative and quantity.number > 0 else 1
    unit = _UNITS.get(quantity.unit, quantity.unit)
    if quantity.family is Family.BARE:
        unit = names.unit_of_noun(reading.name)
    text = report.quote(span)
    high = None if quantity.high is None else float(quantity.high * quantity.scale) * sign
    return Measurement(
        span=span,
        text=text,
        name=reading.name,
        kind=reading.kind,
        value=float(quantity.number * quantity.scale) * sign,
        unit=unit,
        bound=reading.bound or Bound.EXACT,
        period=placed[0],
        status=placed[1],
        basis=reading.basis if reading.kind in {Kind.GROWTH, Kind.CHANGE} else None,
        value_high=high,
        shown_value=float(quantity.number) * sign,
        shown_unit=magnitude_word(quantity.scale) + unit,
        decimals=quantity.decimals,
        confidence=_DOUBTFUL if reading.doubt else _SURE,
        reason=reading.doubt,
    )
