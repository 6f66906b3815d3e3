"""The table of checks: what agrees, what does not, with its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hkreader.core.findings import Check, Findings, Measurement, Verdict
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.figure_words import MINUS, Number, percent_points
from hkreader.models.nodes import RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.models.signs import name_of
from hkreader.qt.override import override

VERDICT_ORDER = {Verdict.DIFFERS: 0, Verdict.DOUBTFUL: 1, Verdict.AGREES: 2}
"""What has to be looked at comes first."""


class CheckColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    EXPRESSION = 1
    DIFFERENCE = 2
    VERDICT = 3


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check with the figures that its spans stand for."""

    check: Check
    figures: tuple[Measurement, ...]


class CheckModel(RecordModel[CheckRow]):
    """Checks, the contradictions first."""

    columns = CheckColumn
    name = "checks"
    numeric = frozenset({CheckColumn.DIFFERENCE})

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterable[RowNode[CheckRow]]:
        told = {item.span: item for item in findings.measurements}
        rows = [
            CheckRow(check, tuple(told[span] for span in check.spans if span in told))
            for check in findings.checks
        ]
        rows.sort(key=_verdict_order)
        return map(RowNode, rows)

    @override
    def figures_of(self, record: CheckRow) -> Sequence[Measurement]:
        return record.figures

    @override
    def places_of(self, record: CheckRow) -> Iterable[Span]:
        return record.check.spans

    @override
    def span_of(self, record: CheckRow, column: int) -> Span | None:
        return record.check.spans[-1]

    @override
    def number_of(self, record: CheckRow, column: int) -> Number | None:
        check = record.check
        if column != CheckColumn.DIFFERENCE or not check.difference:
            return None
        whole, point, fraction = f"{abs(check.difference):.12g}".partition(".")
        sign = "+" if check.difference > 0 else MINUS
        return Number("", sign + whole, point + fraction, percent_points(check.unit))

    @override
    def status_of(self, record: CheckRow, column: int) -> Verdict | None:
        return record.check.verdict if column == CheckColumn.VERDICT else None

    @override
    def statuses_of(self, record: CheckRow) -> Sequence[Verdict]:
        return (record.check.verdict,)

    @override
    def sort_value(self, record: CheckRow, column: int) -> object:
        check = record.check
        match CheckColumn(column):
            case CheckColumn.NAME:
                return check.name
            case CheckColumn.EXPRESSION:
                return check.expression
            case CheckColumn.DIFFERENCE:
                return abs(check.difference) or None
            case CheckColumn.VERDICT:
                return VERDICT_ORDER[check.verdict]

    @override
    def copied_header(self) -> tuple[str, ...]:
        names = ("kind", "name", "expression", "difference", "verdict")
        return tuple(tr(f"panels.checks.column.{name}") for name in names)

    @override
    def copied(self, record: CheckRow) -> tuple[CopiedCell, ...]:
        check = record.check
        difference = difference_words(check)
        verdict = name_of(check.verdict)
        return (kind_words(check), check.name, check.expression, difference, verdict)

    @override
    def _texts(self, record: CheckRow) -> tuple[str, ...]:
        check = record.check
        return (
            check.name,
            check.expression,
            str(self.number_of(record, CheckColumn.DIFFERENCE) or ""),
            name_of(check.verdict),
        )

    @override
    def _searchable(self, record: CheckRow) -> Iterable[str]:
        yield from (*self._texts(record), kind_words(record.check))
        yield from (figure.text for figure in record.figures)


def _verdict_order(row: CheckRow) -> int:
    return VERDICT_ORDER[row.check.verdict]


def kind_words(check: Check) -> str:
    """Word the relation."""
    return tr(f"panels.checks.kind.{check.kind}")


def difference_words(check: Check) -> str:
    """Give what the report says above what comes out; nothing where they agree."""
    if not check.difference:
        return ""
    sign = "+" if check.difference > 0 else MINUS
    return f"{sign}{abs(check.difference):.12g}{check.unit}"
