"""From a report to its measurements: scan, lay out, read, place."""

from __future__ import annotations

from hkreader.core.findings import Bound, Kind, Measurement, Status, Unplaced
from hkreader.core.progress import Progress, silent
from hkreader.core.report import Part, Report
from hkreader.extract import names
from hkreader.extract.clauses import lay_out
from hkreader.extract.passages import Passage, passages
from hkreader.extract.quantities import Family, scan
from hkreader.extract.qualifiers import set_aside
from hkreader.extract.readings import Reading, read_sentence
from hkreader.extract.scopes import Scopes

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
        for item in left:
            unplaced.append(_unplaced(report, passage, item.start, item.end, item.reason))
        if not quantities:
            continue
        if report.part_at(passage.places[0]) is Part.GLOSSARY:
            unplaced += [_unplaced(report, passage, q.start, q.end, "left_out.glossary") for q in quantities]
            continue
        figures, aside = set_aside(passage.text, quantities)
        unplaced += [_unplaced(report, passage, q.start, q.end, q.reason) for q in aside]
        expected: set[str] = set()
        for reading in read_sentence(passage.text, lay_out(passage.text, figures)):
            quantity = reading.figure.quantity
            if not reading.left_out and not reading.name:
                reading.left_out = "left_out.no_name"
            if reading.left_out:
                unplaced.append(
                    _unplaced(report, passage, quantity.start, quantity.end, reading.left_out)
                )
                continue
            period, status = scopes.place(passage, reading, scope)
            if status is Status.ESTIMATED:
                expected.add(reading.name)
            elif status is Status.ACTUAL and reading.name in expected:
                status = Status.ESTIMATED
            found.append(_measurement(report, passage, reading, (period, status)))
        progress(passage.places[0], whole)
    unplaced.sort(key=lambda item: item.span)
    return tuple(found), tuple(unplaced)


def _unplaced(report: Report, passage: Passage, start: int, end: int, reason: str) -> Unplaced:
    span = passage.span(start, end)
    return Unplaced(span, report.quote(span), reason)


_UNITS = {"个百分点": "百分点", "个点": "百分点", "个千分点": "千分点", "个工作日": "工作日", "个小时": "小时", "方": "方"}


def _measurement(report: Report, passage: Passage, reading: Reading, placed: tuple) -> Measurement:
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
        shown_unit=_magnitude(quantity.scale) + unit,
        decimals=quantity.decimals,
        confidence=_DOUBTFUL if reading.doubt else _SURE,
        reason=reading.doubt,
    )


_SCALES = {1: "", 10: "十", 100: "百", 1000: "千", 10_000: "万", 10**6: "百万", 10**7: "千万", 10**8: "亿", 10**9: "十亿", 10**10: "百亿", 10**11: "千亿", 10**12: "万亿"}


def _magnitude(scale: int) -> str:
    return _SCALES.get(scale, f"×{scale}")
