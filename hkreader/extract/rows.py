"""Rows of the indicator table: a level with its growth and change, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hkreader.core.findings import Indicator, Kind, Measurement
from hkreader.core.report import Report
from hkreader.extract.canonical import canonical_name, without_growth

_Key = tuple[str, str | None, str]


@dataclass(slots=True)
class _Row:
    """A row that may still grow."""

    name: str
    canonical: str
    paragraph: int
    items: list[Measurement] = field(default_factory=list)

    def takes(self, item: Measurement, paragraph: int) -> bool:
        """Tell whether `item` speaks of this row: near by, or saying again what it says."""
        if paragraph == self.paragraph:
            return True
        said = {(other.kind, other.value, other.unit) for other in self.items}
        return (item.kind, item.value, item.unit) in said or item.kind not in {
            other.kind for other in self.items
        }


def build_indicators(report: Report, measurements: Sequence[Measurement]) -> tuple[Indicator, ...]:
    """Join measurements that share indicator, period and status."""
    rows: list[_Row] = []
    open_rows: dict[_Key, list[_Row]] = {}
    for item in measurements:
        paragraph = report.paragraph_at(item.span.start)
        number = 0 if paragraph is None else paragraph.number
        canonical = canonical_name(_subject(item))
        candidates = open_rows.setdefault((canonical, item.period, item.status), [])
        row = next((row for row in candidates if row.takes(item, number)), None)
        if row is None:
            row = _Row(item.name, canonical, number)
            candidates.append(row)
            rows.append(row)
        row.items.append(item)
    return tuple(_closed(row, report) for row in rows)


def _subject(item: Measurement) -> str:
    """Give the indicator a figure speaks of: a growth may be named after growing."""
    return without_growth(item.name) if item.kind is Kind.GROWTH else item.name


def _closed(row: _Row, report: Report) -> Indicator:
    first = row.items[0]
    section = report.section_at(first.span.start)
    return Indicator(
        name=row.name,
        canonical=row.canonical,
        section=None if section is None else section.index,
        part=report.part_at(first.span.start),
        period=first.period,
        status=first.status,
        measurements=tuple(row.items),
    )
