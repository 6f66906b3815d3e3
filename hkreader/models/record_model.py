"""The table under the three panels: records under the headings of the report, or in one list."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from hkreader.core.findings import Findings, Measurement
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.figure_words import Number, doubt_words
from hkreader.models.group_words import folded, group_title
from hkreader.models.nodes import GroupNode, Node, RowNode, arrange
from hkreader.models.roles import CopiedCell, Index, Role
from hkreader.models.signs import Sign
from hkreader.qt.override import override

R = TypeVar("R")

_Place = tuple[Span, RowNode[R]]
_STEP = 200
"""Rows that are made in one go."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_NOWHERE = QModelIndex()
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ROW_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren


class RecordModel(QAbstractItemModel, Generic[R]):
    """Shows records; what a record says in which column is a subclass's to know."""

    columns: type[IntEnum]
    name: str
    """Names the table in the catalogue."""
    numeric: frozenset[int] = frozenset()
    """Columns that stand on the decimal point."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node()
        self._nodes: list[Node] = [self._root]
        self._rows: tuple[RowNode[R], ...] = ()
        self._groups: list[GroupNode] = []
        self._grouped = True
        self._width = len(self.columns)
        self._places: list[_Place[R]] = []

    # What a subclass knows.

    @abstractmethod
    def _rows_of(self, report: Report, findings: Findings) -> Iterable[RowNode[R]]:
        """Make the rows of what was found in `report`."""

    @abstractmethod
    def figures_of(self, record: R) -> Sequence[Measurement]:
        """Give the figures that the row stands for."""

    @abstractmethod
    def span_of(self, record: R, column: int) -> Span | None:
        """Give the exact characters that a cell stands for."""

    @abstractmethod
    def sort_value(self, record: R, column: int) -> object:
        """Give the native value that a column is sorted by; None where there is none."""

    @abstractmethod
    def copied(self, record: R) -> tuple[CopiedCell, ...]:
        """Give the cells that go to the clipboard, as `copied_header` names them."""

    @abstractmethod
    def copied_header(self) -> tuple[str, ...]:
        """Name the cells of `copied`."""

    @abstractmethod
    def _texts(self, record: R) -> tuple[str, ...]:
        """Word each column."""

    @abstractmethod
    def _searchable(self, record: R) -> Iterable[str]:
        """Give the words that the filter looks at."""

    def places_of(self, record: R) -> Iterable[Span]:
        """Give the characters that lead from the text to the row."""
        return (m.span for m in self.figures_of(record))

    def count_of(self, rows: Sequence[RowNode[R]]) -> int:
        """Give how many records people would count in `rows`."""
        return len(rows)

    def number_of(self, _record: R, _column: int) -> Number | None:
        """Give the number of a cell that stands on the decimal point."""
        return None

    def status_of(self, _record: R, _column: int) -> Sign | None:
        """Give the status of a cell that shows one."""
        return None

    def statuses_of(self, record: R) -> Sequence[Sign]:
        """Give every status that the row's figures have."""
        return tuple(m.status for m in self.figures_of(record))

    def has_gap(self, _record: R) -> bool:
        """Tell whether something is missing beside the row's figures."""
        return False

    def tip(self, record: R, column: int) -> str:
        """Say more about a cell than fits into it."""
        doubt = doubt_words(self.figures_of(record))
        return "\n".join(filter(None, (self.spoken(record, column), doubt)))

    def spoken(self, _record: R, _column: int) -> str:
        """Give a cell in full words; empty where its text says it all."""
        return ""

    # What views and proxies ask for.

    @property
    def rows(self) -> tuple[RowNode[R], ...]:
        """All rows in text order."""
        return self._rows

    @property
    def groups(self) -> Sequence[GroupNode]:
        """All groups, each after the one above it."""
        return self._groups

    @property
    def grouped(self) -> bool:
        """Whether rows stand under their headings."""
        return self._grouped

    def row_at(self, offset: int) -> RowNode[R] | None:
        """Give the row that stands for the character at `offset`."""
        at = bisect_right(self._places, offset, key=_place_start) - 1
        span, row = self._places[at] if at >= 0 else (None, None)
        return row if span is not None and offset in span else None

    def set_grouped(self, *, grouped: bool) -> None:
        """Show rows under their headings, or in one list in text order."""
        if grouped != self._grouped:
            self.beginResetModel()
            self._grouped = grouped
            self._arrange()
            self.endResetModel()

    def node(self, index: Index) -> Node:
        """Give the place that `index` means; the root for an invalid one."""
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def row_of(self, index: Index) -> RowNode[R] | None:
        """Give the row that `index` means, None for a group."""
        node = self.node(index)
        return node if isinstance(node, RowNode) else None

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """Give the index of a place."""
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.number)

    def searched(self, row: RowNode[R]) -> str:
        """Give what the filter looks at, folded."""
        if row.searched is None:
            row.searched = folded(" ".join(self._searchable(row.record)))
        return row.searched

    def retranslate(self) -> None:
        """Word everything anew in the language in force."""
        self.beginResetModel()
        for row in self._rows:
            row.cells = row.searched = None
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self._show((), [])

    def set_findings(self, report: Report, findings: Findings) -> None:
        """Show what was found in `report`."""
        for _ in self.fill(report, findings):
            pass

    def fill(self, report: Report, findings: Findings) -> Iterator[None]:
        """Do the same in steps between which the window may have its turn."""
        rows: list[RowNode[R]] = []
        places: list[_Place[R]] = []
        for row in self._rows_of(report, findings):
            rows.append(row)
            places.extend((span, row) for span in self.places_of(row.record))
            if not len(rows) % _STEP:
                yield
        places.sort(key=_place_start)
        yield
        self._show(rows, places)

    def _show(self, rows: Iterable[RowNode[R]], places: list[_Place[R]]) -> None:
        """Show these rows instead of the present ones, and know where in the text each stands."""
        self.beginResetModel()
        for node in self._nodes:
            node.leave()
        self._rows = tuple(rows)
        self._places = places
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._groups = arrange(self._root, self._rows)
        self._nodes = [self._root, *self._rows, *self._groups]
        for number, node in enumerate(self._nodes):
            node.number = number
        if not self._grouped:
            self._root.adopt(self._rows)

    # What Qt asks for.

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(parent)
        if 0 <= row < len(children) and 0 <= column < self._width:
            return self.createIndex(row, column, children[row].number)
        return QModelIndex()

    @overload
    def parent(self) -> QObject: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    @override
    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        if child is None:
            return super().parent()
        above = self.node(child).parent
        return QModelIndex() if above is None else self.index_of(above)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._children(parent))

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return self._width

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._nodes[index.internalId()]
        return _ROW_FLAGS if isinstance(node, RowNode) else _GROUP_FLAGS

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        if isinstance(node, GroupNode):
            return _group_data(node, index.column(), role)
        answer = _ANSWERS.get(role)
        return answer(self, node, index.column()) if answer and isinstance(node, RowNode) else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        key = f"panels.{self.name}.column.{self.columns(section).name.lower()}"
        if role == _DISPLAY:
            return tr(key)
        if role == _TIP:
            return tr(f"{key}.tip")
        if role == _ALIGNMENT:
            return _alignment(self, section)
        return None

    def _children(self, parent: Index) -> list[Node]:
        """Give what stands under `parent`; only first columns have anything under them."""
        if not parent.isValid():
            return self._root.children
        return [] if parent.column() else self._nodes[parent.internalId()].children

    def text(self, row: RowNode[R], column: int) -> str:
        """Give the words of a cell."""
        if row.cells is None:
            row.cells = self._texts(row.record)
        return row.cells[column]


_LEFT = Qt.AlignmentFlag.AlignLeft


def _alignment(model: RecordModel[Any], column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in model.numeric else _LEFT
    return side | Qt.AlignmentFlag.AlignVCenter


def _place_start(place: _Place[Any]) -> int:
    return place[0].start


_Answer = Callable[[RecordModel[Any], RowNode[Any], int], object]
_ANSWERS: dict[int, _Answer] = {
    _DISPLAY: lambda model, row, column: model.text(row, column),
    _TIP: lambda model, row, column: model.tip(row.record, column) or None,
    _NAME: lambda model, row, column: model.spoken(row.record, column) or model.text(row, column),
    _ALIGNMENT: lambda model, _row, column: _alignment(model, column),
    Role.SORT: lambda model, row, column: model.sort_value(row.record, column),
    Role.RECORD: lambda _model, row, _column: row.record,
    Role.SPAN: lambda model, row, column: model.span_of(row.record, column),
}


def _group_data(group: GroupNode, column: int, role: int) -> object:
    if column == 0 and role in (_DISPLAY, _TIP, _NAME):
        return group_title(group)
    if role == Role.RECORD:
        return group.section
    return group.span if role == Role.SPAN else None
