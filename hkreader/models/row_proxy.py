"""Filters and sorts the rows of a `RecordModel`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from hkreader.models.figure_words import is_doubtful
from hkreader.models.group_words import folded
from hkreader.models.nodes import GroupNode, Node, RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import Index
from hkreader.models.signs import Sign
from hkreader.qt.override import override


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What the rows in view must have."""

    text: str = ""
    """Every word of it somewhere in the row."""
    section: int | None = None
    """Index of a section that the row stands under."""
    statuses: frozenset[Sign] = frozenset()
    """Any of these; none means all."""
    doubtful: bool = False
    """Only what should be looked at twice."""
    gaps: bool = False
    """Only indicators beside which something is missing."""

    def __bool__(self) -> bool:
        """Tell whether it may hide anything."""
        return self != RowFilter()


class RowProxy(QSortFilterProxyModel):
    """Shows the rows that a `RowFilter` lets pass, sorted by native values."""

    filter_changed = Signal()

    def __init__(self, model: RecordModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = RowFilter()
        self._passing: set[int] | None = None
        self._counts: Counter[int] | None = None
        self._collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._collator.setNumericMode(True)
        model.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(model)

    @property
    def record_model(self) -> RecordModel[Any]:
        """The model behind it."""
        return self._model

    @property
    def row_filter(self) -> RowFilter:
        """The filter in force."""
        return self._filter

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show only what `row_filter` lets pass."""
        if row_filter == self._filter:
            return
        self.beginFilterChange()
        self._filter = row_filter
        self._forget()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        self.filter_changed.emit()

    def refresh(self) -> None:
        """Look anew at which rows pass: their records are others."""
        if self._filter:
            self.beginFilterChange()
            self._forget()
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def shown_rows(self) -> list[RowNode[Any]]:
        """Give the rows that pass, in text order."""
        rows = self._model.rows
        if not self._filter:
            return list(rows)
        passing = self._accepted()
        return [row for row in rows if row.number in passing]

    def set_order(self, column: int, order: Qt.SortOrder) -> None:
        """Sort all rows in one list by a column; column -1 brings headings and text order back."""
        self._model.set_grouped(grouped=column < 0)
        self.sort(column, order)

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """Give the index of a place in this proxy; invalid where the filter hides it."""
        return self.mapFromSource(self._model.index_of(node, column))

    def node(self, index: Index) -> Node:
        """Give the place that `index` of this proxy means."""
        return self._model.node(self.mapToSource(index))

    def count_rows(self, group: GroupNode) -> int:
        """Give how many rows stand under a heading, in view or folded."""
        if self._counts is None:
            self._counts = Counter(
                above.number for row in self.shown_rows() for above in row.groups
            )
        return self._counts[group.number]

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._filter:
            return True
        return self._model.node(source_parent).children[source_row].number in self._accepted()

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = self._value(source_left), self._value(source_right)
        if left is None or right is None:
            # Empty cells come last, whichever way the column runs.
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return left is not right and (right is None) is ascending
        if isinstance(left, str):
            return self._collator.compare(left, right) < 0
        return bool(left < right)

    def _value(self, index: Index) -> Any:  # noqa: ANN401  native values of any column
        row = self._model.row_of(index)
        return None if row is None else self._model.sort_value(row.record, index.column())

    def _forget(self) -> None:
        self._passing = self._counts = None

    def _accepted(self) -> set[int]:
        """Give the numbers of the rows that pass and of the groups above them."""
        if self._passing is None:
            rows = [row for row in self._model.rows if self._passes(row)]
            self._passing = {row.number for row in rows}
            self._passing.update(group.number for row in rows for group in row.groups)
        return self._passing

    def _passes(self, row: RowNode[Any]) -> bool:
        wanted, model = self._filter, self._model
        return (
            (not wanted.statuses or not wanted.statuses.isdisjoint(model.statuses_of(row.record)))
            and (wanted.section is None or _stands_under(row.groups, wanted.section))
            and (not wanted.doubtful or is_doubtful(model.figures_of(row.record)))
            and (not wanted.gaps or model.has_gap(row.record))
            and _holds(model.searched(row), wanted.text)
        )


def _stands_under(groups: Iterable[GroupNode], section: int) -> bool:
    return any(group.section is not None and group.section.index == section for group in groups)


def _holds(searched: str, text: str) -> bool:
    return all(word in searched for word in folded(text).split())
