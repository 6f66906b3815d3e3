"""The table of figures to be checked, one after the other as the text has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from hkreader.core.findings import Findings, Measurement
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.figure_words import (
    Number,
    copied_number,
    figure,
    is_doubtful,
    number,
    percent_points,
    period_words,
    status_letter,
    status_words,
)
from hkreader.models.indicator_model import STATUS_ORDER
from hkreader.models.nodes import Grouper, RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.models.signs import ReviewState, Sign, letter_of, name_of, state_of
from hkreader.qt.override import override
from hkreader.qt.review import Review, ReviewItem


class ReviewColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    VALUE = 1
    UNIT = 2
    PERIOD = 3
    STATUS = 4
    STATE = 5


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One figure with what was decided on it; of a split one each part has its row."""

    item: ReviewItem
    figure: Measurement

    @property
    def state(self) -> ReviewState:
        """How far it has been checked."""
        return state_of(self.item)


class ReviewModel(RecordModel[ReviewRow]):
    """Every figure under its heading, those rejected among them."""

    columns = ReviewColumn
    name = "review"
    numeric = frozenset({ReviewColumn.VALUE})

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterator[RowNode[ReviewRow]]:
        grouper = Grouper(report)
        for item in self._review.items():
            for measurement in item.figures:
                row = RowNode(ReviewRow(item, measurement))
                section = report.section_at(measurement.span.start)
                index = None if section is None else section.index
                row.groups = grouper.path(index, report.part_at(measurement.span.start))
                yield row

    def refresh(self) -> bool:
        """Show what was decided meanwhile; False where the figures themselves are others."""
        records = [ReviewRow(item, it) for item in self._review.items() for it in item.figures]
        if [it.figure.span for it in records] != [row.record.figure.span for row in self.rows]:
            return False
        for row, record in zip(self.rows, records, strict=True):
            if row.record != record:
                row.record = record
                row.cells = row.searched = None
                last = self.index_of(row, len(self.columns) - 1)
                self.dataChanged.emit(self.index_of(row), last)
        return True

    @override
    def figures_of(self, record: ReviewRow) -> Sequence[Measurement]:
        return (record.figure,)

    @override
    def statuses_of(self, record: ReviewRow) -> Sequence[Sign]:
        return (record.state,)

    @override
    def span_of(self, record: ReviewRow, column: int) -> Span | None:
        return record.figure.span

    @override
    def number_of(self, record: ReviewRow, column: int) -> Number | None:
        if column != ReviewColumn.VALUE:
            return None
        return number(record.figure)

    @override
    def status_of(self, record: ReviewRow, column: int) -> Sign | None:
        if column == ReviewColumn.STATUS:
            return record.figure.status
        return record.state if column == ReviewColumn.STATE else None

    @override
    def sort_value(self, record: ReviewRow, column: int) -> object:
        it = record.figure
        match ReviewColumn(column):
            case ReviewColumn.NAME:
                return it.name
            case ReviewColumn.VALUE:
                return it.value
            case ReviewColumn.UNIT:
                return it.unit, it.value
            case ReviewColumn.PERIOD:
                return it.period
            case ReviewColumn.STATUS:
                return STATUS_ORDER[it.status]
            case ReviewColumn.STATE:
                return self._urgency(record)

    def _urgency(self, record: ReviewRow) -> int:
        """Order what is to be looked at first: what differs, what is doubtful, the rest."""
        order = 2 * list(ReviewState).index(record.state)
        return order - (record.state is ReviewState.OPEN and is_doubtful((record.figure,)))

    @override
    def copied_header(self) -> tuple[str, ...]:
        names = ("name", "bound", "value", "unit", "kind", "period", "status", "state", "note")
        return tuple(tr(f"panels.review.copied.{name}") for name in names)

    @override
    def copied(self, record: ReviewRow) -> tuple[CopiedCell, ...]:
        it, decision = record.figure, record.item.decision
        return (
            it.name,
            tr(f"panels.bound.{it.bound}.word"),
            copied_number(it),
            it.shown_unit,
            tr(f"panels.kind.{it.kind}"),
            it.period,
            status_words(it.status),
            name_of(record.state),
            decision.note if decision is not None else None,
        )

    @override
    def _texts(self, record: ReviewRow) -> tuple[str, ...]:
        it = record.figure
        return (
            it.name,
            str(number(it)),
            percent_points(it.shown_unit),
            period_words(it.period),
            status_letter(it.status),
            letter_of(record.state),
        )

    @override
    def spoken(self, record: ReviewRow, column: int) -> str:
        it = record.figure
        return {
            ReviewColumn.NAME: it.name,
            ReviewColumn.VALUE: figure(it),
            ReviewColumn.UNIT: it.shown_unit,
            ReviewColumn.PERIOD: it.period or tr("panels.period.unknown"),
            ReviewColumn.STATUS: status_words(it.status),
            ReviewColumn.STATE: name_of(record.state),
        }[ReviewColumn(column)]

    @override
    def _searchable(self, record: ReviewRow) -> Iterable[str]:
        it, decision = record.figure, record.item.decision
        yield from (it.name, it.text, it.period or "", it.basis or "", figure(it))
        yield from (status_words(it.status), name_of(record.state))
        if decision is not None:
            yield decision.note
