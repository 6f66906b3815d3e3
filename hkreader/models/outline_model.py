"""The outline of a report as a tree, with the number of figures in each section."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from hkreader.core.report import Report, Section
from hkreader.messages import tr
from hkreader.models.roles import Index, Role
from hkreader.qt.override import override

if TYPE_CHECKING:
    from hkreader.core.findings import Findings

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NOWHERE = QModelIndex()


class OutlineColumn(IntEnum):
    """What stands beside each other in a row."""

    HEADING = 0
    FIGURES = 1


_COLUMNS = len(OutlineColumn)


class OutlineNode:
    """A section with the sections in it."""

    __slots__ = ("children", "figures", "heading", "parent", "row", "section")

    def __init__(self, section: Section | None, parent: OutlineNode | None) -> None:
        self.section = section
        """None only for the root."""
        self.parent = parent
        self.children: list[OutlineNode] = []
        self.heading = "" if section is None else " ".join(section.heading.split())
        self.figures = 0
        self.row = 0
        if parent is not None:
            self.row = len(parent.children)
            parent.children.append(self)


class OutlineModel(QAbstractItemModel):
    """Sections of one report; indexes carry the section's index."""

    counted = Signal()
    """The numbers of figures are there: one word for all, as thousands would stall the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = OutlineNode(None, None)
        self._nodes: list[OutlineNode] = []
        self._counted = False

    def show_report(self, report: Report | None) -> None:
        """Show the sections of `report`, or nothing."""
        self.beginResetModel()
        for node in self._nodes:
            # Else they hold each other until the collector comes, which holds the window up.
            node.parent = None
        self._root = OutlineNode(None, None)
        self._nodes = []
        self._counted = False
        for section in () if report is None else report.sections:
            above = self._root if section.parent is None else self._nodes[section.parent]
            self._nodes.append(OutlineNode(section, above))
        self.endResetModel()

    def count_figures(self, findings: Findings) -> None:
        """Show how many of the figures each section holds, its inner sections included."""
        starts = [measurement.span.start for measurement in findings.measurements]
        for node in self._nodes:
            if node.section is not None:
                span = node.section.span
                node.figures = bisect_left(starts, span.end) - bisect_left(starts, span.start)
        self._counted = True
        self.counted.emit()

    def index_of_section(self, index: int) -> QModelIndex:
        """Give the row of the section with this index; an invalid one where there is none."""
        if not 0 <= index < len(self._nodes):
            return QModelIndex()
        return self._index_of(self._nodes[index], OutlineColumn.HEADING)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._node(parent).children if parent.column() <= 0 else []
        if 0 <= row < len(children) and 0 <= column < _COLUMNS:
            return self._index_of(children[row], column)
        return QModelIndex()

    @overload
    def parent(self) -> QObject: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    @override
    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        if child is None:
            return super().parent()
        above = self._node(child).parent
        if above is None or above.section is None:
            return QModelIndex()
        return self._index_of(above, OutlineColumn.HEADING)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return _COLUMNS

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        node = self._node(index)
        if node.section is None:
            return None
        if role == Role.RECORD:
            return node.section
        if role == Role.SPAN:
            return node.section.heading_span
        if index.column() == OutlineColumn.HEADING:
            return self._heading_data(node, role)
        return self._figures_data(node, role)

    def _heading_data(self, node: OutlineNode, role: int) -> object:
        if role in (_DISPLAY, Qt.ItemDataRole.ToolTipRole):
            return node.heading
        if role == Qt.ItemDataRole.AccessibleTextRole and self._counted:
            return tr("window.outline.spoken", heading=node.heading, count=node.figures)
        return None

    def _figures_data(self, node: OutlineNode, role: int) -> object:
        if role == _DISPLAY:
            return str(node.figures) if self._counted and node.figures else ""
        if role == Qt.ItemDataRole.ToolTipRole and self._counted:
            return tr("window.outline.figures", count=node.figures)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _node(self, index: Index) -> OutlineNode:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index_of(self, node: OutlineNode, column: int) -> QModelIndex:
        if node.section is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.section.index)


class OutlineFilter(QSortFilterProxyModel):
    """Keeps the sections whose headings hold the words looked for, and those around them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)

    @property
    def active(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self._words)

    def set_text(self, text: str) -> None:
        """Keep the headings that hold every word of `text`."""
        self.beginFilterChange()
        self._words = tuple(_folded(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        heading = _folded(model.data(model.index(source_row, 0, source_parent)) or "")
        return all(word in heading for word in self._words)


def _folded(text: str) -> str:
    """Make full and half width, upper and lower case alike."""
    return unicodedata.normalize("NFKC", text).casefold()
