"""The table that sets what was done beside what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hkreader.core.findings import Findings, GapKind, Measurement
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.comparison import (
    PLANNED,
    REVIEWED,
    Comparison,
    TargetColumn,
    compare,
    promised,
)
from hkreader.models.figure_words import (
    Number,
    copied_number,
    figure,
    number,
    percent_points,
)
from hkreader.models.nodes import RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.qt.override import override

_COPIED = ("name", "done", "done_unit", "done_growth", "planned", "planned_unit", "planned_growth")


class TargetModel(RecordModel[Comparison]):
    """Results beside targets, in the order of the text; then what is promised without a figure."""

    columns = TargetColumn
    name = "targets"
    numeric = frozenset(TargetColumn) - {TargetColumn.NAME}

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterable[RowNode[Comparison]]:
        rows = [compare(target) for target in findings.targets]
        # One promise may be of several indicators; it is read once.
        missing = {g.span: g for g in findings.gaps if g.kind is GapKind.NO_FIGURE}
        rows += [
            promised(gap, "".join(report.quote(span).split())) for span, gap in missing.items()
        ]
        return map(RowNode, rows)

    @override
    def figures_of(self, record: Comparison) -> Sequence[Measurement]:
        return (*record.target.review, *record.target.plan)

    @override
    def places_of(self, record: Comparison) -> Iterable[Span]:
        return super().places_of(record) if record.gap is None else (record.gap.span,)

    @override
    def has_gap(self, record: Comparison) -> bool:
        return record.gap is not None

    @override
    def span_of(self, record: Comparison, column: int) -> Span | None:
        if record.gap is not None:
            return record.gap.span
        shown = record.figures.get(column)
        if shown is not None:
            return shown.span
        if column in REVIEWED:
            return _first_span(record.target.review)
        return _first_span(record.target.plan)

    @override
    def number_of(self, record: Comparison, column: int) -> Number | None:
        if column == TargetColumn.DIFFERENCE:
            return record.difference.number if record.difference else None
        shown = record.figures.get(column)
        return number(shown, percent_points(shown.shown_unit)) if shown else None

    @override
    def sort_value(self, record: Comparison, column: int) -> object:
        if column == TargetColumn.NAME:
            return record.target.name
        if column == TargetColumn.DIFFERENCE:
            return record.difference.value if record.difference else None
        shown = record.figures.get(column)
        return shown.value if shown else None

    @override
    def copied_header(self) -> tuple[str, ...]:
        return tuple(tr(f"panels.targets.copied.{name}") for name in (*_COPIED, "difference"))

    @override
    def copied(self, record: Comparison) -> tuple[CopiedCell, ...]:
        cells: list[CopiedCell] = [record.target.name]
        for column in (*sorted(REVIEWED), *sorted(PLANNED)):
            shown = record.figures.get(column)
            cells.append(copied_number(shown) if shown else None)
            if column in (TargetColumn.DONE, TargetColumn.PLANNED):
                cells.append(shown.shown_unit if shown else None)
        difference = record.difference
        cells.append(difference.rounded if difference else None)
        cells[_COPIED.index("planned")] = record.promise or cells[_COPIED.index("planned")]
        return tuple(cells)

    @override
    def _texts(self, record: Comparison) -> tuple[str, ...]:
        numbers = (self.number_of(record, column) for column in sorted(self.numeric))
        words = (record.target.name, *("" if n is None else str(n) for n in numbers))
        if record.gap is None:
            return words
        planned = TargetColumn.PLANNED
        none = tr("panels.targets.no_figure")
        return (record.promise, *words[1:planned], none, *words[planned + 1 :])

    @override
    def spoken(self, record: Comparison, column: int) -> str:
        if column == TargetColumn.NAME and record.gap is None:
            return record.target.name
        if record.gap is not None:
            return record.promise
        if column == TargetColumn.DIFFERENCE:
            return record.difference.words if record.difference else tr("panels.targets.apart")
        shown = record.figures.get(column)
        return " ".join(filter(None, (shown.basis, figure(shown)))) if shown else ""

    @override
    def _searchable(self, record: Comparison) -> Iterable[str]:
        yield from (record.target.name, record.promise)
        for measurement in self.figures_of(record):
            yield from (measurement.text, measurement.name)


def _first_span(measurements: Sequence[Measurement]) -> Span | None:
    return measurements[0].span if measurements else None
