"""The table of indicators: a line for each pair of amount and change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from hkreader.core.findings import Findings, GapKind, Indicator, Measurement, Status
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.comparison import CHANGES
from hkreader.models.figure_words import (
    Number,
    copied_number,
    figure,
    number,
    percent_points,
    period_words,
    status_letter,
    status_words,
)
from hkreader.models.nodes import Grouper, RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.qt.override import override

STATUS_ORDER = {Status.ACTUAL: 0, Status.ESTIMATED: 1, Status.TARGET: 2}


class IndicatorColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    VALUE = 1
    UNIT = 2
    GROWTH = 3
    PERIOD = 4
    STATUS = 5


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A line of the table; an indicator with several amounts has several lines."""

    indicator: Indicator
    value: Measurement | None
    growth: Measurement | None
    gap: GapKind | None = None
    """What is missing in the whole report beside the figure."""


def lines_of(indicator: Indicator) -> list[IndicatorRow]:
    """Pair each amount with the change told beside it, so that every figure has its cell."""
    lines: list[IndicatorRow] = []
    value: Measurement | None = None
    growth: Measurement | None = None
    for measurement in indicator.measurements:
        is_change = measurement.kind in CHANGES
        if (growth if is_change else value) is not None:
            lines.append(IndicatorRow(indicator, value, growth))
            value = growth = None
        if is_change:
            growth = measurement
        else:
            value = measurement
    lines.append(IndicatorRow(indicator, value, growth))
    return lines


class IndicatorModel(RecordModel[IndicatorRow]):
    """Indicators under the headings they stand beneath."""

    columns = IndicatorColumn
    name = "indicators"
    numeric = frozenset({IndicatorColumn.VALUE, IndicatorColumn.GROWTH})

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterator[RowNode[IndicatorRow]]:
        grouper = Grouper(report)
        gaps = {gap.span: gap.kind for gap in findings.gaps}
        for indicator in findings.indicators:
            groups = grouper.path(indicator.section, indicator.part)
            for line, record in enumerate(lines_of(indicator)):
                figures = self.figures_of(record)
                missing = next((gaps[m.span] for m in figures if m.span in gaps), None)
                row = RowNode(replace(record, gap=missing) if missing else record)
                row.groups = groups
                row.repeated = line > 0
                yield row

    @override
    def figures_of(self, record: IndicatorRow) -> Sequence[Measurement]:
        return tuple(m for m in (record.value, record.growth) if m is not None)

    @override
    def has_gap(self, record: IndicatorRow) -> bool:
        return record.gap is not None

    @override
    def tip(self, record: IndicatorRow, column: int) -> str:
        missing = tr(f"panels.gap.{record.gap}") if record.gap else ""
        return "\n".join(filter(None, (super().tip(record, column), missing)))

    @override
    def count_of(self, rows: Sequence[RowNode[IndicatorRow]]) -> int:
        return len({id(row.record.indicator) for row in rows})

    @override
    def span_of(self, record: IndicatorRow, column: int) -> Span | None:
        figures = (record.value, record.growth)
        if column == IndicatorColumn.GROWTH:
            figures = (record.growth, record.value)
        return next((m.span for m in figures if m is not None), None)

    @override
    def number_of(self, record: IndicatorRow, column: int) -> Number | None:
        if column == IndicatorColumn.VALUE and record.value:
            return number(record.value)
        if column == IndicatorColumn.GROWTH and record.growth:
            return number(record.growth, percent_points(record.growth.shown_unit))
        return None

    @override
    def status_of(self, record: IndicatorRow, column: int) -> Status | None:
        return record.indicator.status if column == IndicatorColumn.STATUS else None

    @override
    def sort_value(self, record: IndicatorRow, column: int) -> object:
        value, growth = record.value, record.growth
        match IndicatorColumn(column):
            case IndicatorColumn.NAME:
                return record.indicator.name
            case IndicatorColumn.VALUE:
                return value.value if value else None
            case IndicatorColumn.UNIT:
                return (value.unit, value.value) if value else None
            case IndicatorColumn.GROWTH:
                return growth.value if growth else None
            case IndicatorColumn.PERIOD:
                return record.indicator.period
            case IndicatorColumn.STATUS:
                return STATUS_ORDER[record.indicator.status]

    @override
    def copied_header(self) -> tuple[str, ...]:
        names = ("name", "bound", "value", "unit", "growth", "growth_unit", "basis", "period")
        return tuple(tr(f"panels.indicators.copied.{name}") for name in (*names, "status"))

    @override
    def copied(self, record: IndicatorRow) -> tuple[CopiedCell, ...]:
        value, growth, indicator = record.value, record.growth, record.indicator
        bounded = value or growth
        return (
            indicator.name,
            tr(f"panels.bound.{bounded.bound}.word") if bounded else None,
            copied_number(value) if value else None,
            value.shown_unit if value else None,
            copied_number(growth) if growth else None,
            growth.shown_unit if growth else None,
            growth.basis if growth else None,
            indicator.period,
            status_words(indicator.status),
        )

    @override
    def _texts(self, record: IndicatorRow) -> tuple[str, ...]:
        value, growth, indicator = record.value, record.growth, record.indicator
        return (
            indicator.name,
            str(number(value)) if value else "",
            value.shown_unit if value else "",
            str(number(growth, percent_points(growth.shown_unit))) if growth else "",
            period_words(indicator.period),
            status_letter(indicator.status),
        )

    @override
    def spoken(self, record: IndicatorRow, column: int) -> str:
        value, growth, indicator = record.value, record.growth, record.indicator
        words = {
            IndicatorColumn.NAME: indicator.name,
            IndicatorColumn.PERIOD: indicator.period or tr("panels.period.unknown"),
            IndicatorColumn.STATUS: status_words(indicator.status),
        }
        if value:
            words[IndicatorColumn.VALUE] = figure(value)
            words[IndicatorColumn.UNIT] = value.shown_unit
        if growth:
            basis = growth.basis or tr(f"panels.kind.{growth.kind}")
            words[IndicatorColumn.GROWTH] = f"{basis} {figure(growth)}"
        return words.get(IndicatorColumn(column), "")

    @override
    def _searchable(self, record: IndicatorRow) -> Iterable[str]:
        indicator = record.indicator
        yield from (indicator.name, indicator.canonical, indicator.period or "")
        yield status_words(indicator.status)
        for measurement in self.figures_of(record):
            yield from (measurement.text, measurement.basis or "", figure(measurement))
