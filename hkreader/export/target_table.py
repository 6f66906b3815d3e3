"""The table of promises beside results."""

from __future__ import annotations

from collections.abc import Sequence

from hkreader.core.findings import Gap, GapKind, Kind, Measurement, Target
from hkreader.export.indicator_table import shown, unit
from hkreader.export.places import Place, tidy
from hkreader.export.table import Column, Number, Table, Value
from hkreader.messages import tr

_AMOUNTS = (Kind.LEVEL, Kind.RATIO, Kind.RANK, Kind.MULTIPLE)
_PARTS_OF_HUNDRED = frozenset({"%", "百分点", "个百分点"})

COLUMNS = [
    Column("indicator", 30, wrap=True),
    Column("result", 12),
    Column("unit", 12, centred=True),
    Column("result_growth", 10),
    Column("target", 18, wrap=True),
    Column("target_unit", 12, centred=True),
    Column("target_growth", 10),
    Column("distance", 16),
    Column("review_paragraph", 10, centred=True),
    Column("plan_paragraph", 10, centred=True),
]


def fill_targets(table: Table, place: Place, head: list[Value]) -> None:
    """Add the rows of one report; what is promised without a figure comes last."""
    for target in place.findings.targets:
        table.rows.append([*head, *_cells(target, place)])
    for gap in place.findings.gaps:
        if gap.kind is GapKind.NO_FIGURE:
            table.rows.append([*head, *_promise(gap, place)])


def _promise(gap: Gap, place: Place) -> list[Value]:
    promise = tidy(place.report.quote(gap.span))
    paragraph = place.paragraph(gap.span.start)
    return [gap.name, None, "", None, promise, "", None, None, None, paragraph]


def _cells(target: Target, place: Place) -> list[Value]:
    result, promise = _amounts(target)
    result_growth = _first(target.review, Kind.GROWTH)
    promised_growth = _first(target.plan, Kind.GROWTH)
    return [
        target.name,
        shown(result),
        "" if result is None else unit(result),
        shown(result_growth),
        shown(promise),
        "" if promise is None else unit(promise),
        shown(promised_growth),
        _distance(result, promise) or _distance(result_growth, promised_growth),
        place.paragraph(target.review[0].span.start),
        place.paragraph(target.plan[0].span.start),
    ]


def _amounts(target: Target) -> tuple[Measurement | None, Measurement | None]:
    """Give the amounts that can be compared, or the first of each side."""
    for promise in target.plan:
        for result in target.review:
            if promise.kind in _AMOUNTS and (promise.kind, promise.unit) == (
                result.kind,
                result.unit,
            ):
                return result, promise
    # A rank beside no rank says nothing: 全省第一 is not what 6 % is measured against.
    amounts = [kind for kind in _AMOUNTS if kind is not Kind.RANK]
    return _first(target.review, *amounts), _first(target.plan, *_AMOUNTS, Kind.CHANGE)


def _first(items: Sequence[Measurement], *kinds: Kind) -> Measurement | None:
    return next((item for item in items if item.kind in kinds), None)


def _distance(result: Measurement | None, promise: Measurement | None) -> Number | None:
    """Give by how much the promise is above the result, in the unit of the promise."""
    if result is None or promise is None or result.unit != promise.unit:
        return None
    if result.kind is not promise.kind:
        return None
    scale = promise.value / promise.shown_value if promise.shown_value else 1.0
    decimals = max(result.decimals, promise.decimals)
    if unit(result) != unit(promise):
        decimals = max(decimals, 2)
    difference = round((promise.value - result.value) / scale, decimals)
    shares = promise.unit in _PARTS_OF_HUNDRED
    suffix = tr("export.distance.points") if shares else unit(promise)
    return Number(difference + 0.0, decimals, suffix, signed=True)
