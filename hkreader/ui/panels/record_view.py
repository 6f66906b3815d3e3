"""The table itself: headings that fold, rows that lead to the text, everything by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from hkreader.models.group_words import group_title
from hkreader.models.nodes import GroupNode, Node, RowNode
from hkreader.models.roles import Index
from hkreader.models.row_proxy import RowProxy
from hkreader.qt.override import override
from hkreader.ui.panels.column_widths import ColumnLimits, fit_columns
from hkreader.ui.panels.folds import Folds
from hkreader.ui.panels.group_painter import arrow_rect, paint_group, paint_skeleton
from hkreader.ui.panels.row_delegate import RowDelegate
from hkreader.ui.panels.row_painter import RowPainter, RowPlace
from hkreader.ui.panels.table_header import TableHeader
from hkreader.ui.panels.table_keys import ENTER, FILTER_MARKS, is_typed
from hkreader.ui.theme import Theme

FOCUS_BAR = 3
NARROWEST_NAME = 128
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_DECISIONS = {Qt.Key.Key_Space: "confirm", Qt.Key.Key_Delete: "reject"}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class RecordView(QTreeView):
    """Shows a `RowProxy`; wishes go out as signals."""

    jump_requested = Signal(QModelIndex, bool)
    """A cell's text should be shown, and whether the text takes the focus."""
    side_requested = Signal(QModelIndex, int, bool)
    """One of the two texts that a row has, -1 the first, 1 the second; and the focus as above."""
    filter_requested = Signal(str)
    """The filter should take the focus, with what was typed."""
    copy_requested = Signal()
    decision_wished = Signal(str)
    """The figures of the selected rows are right (`confirm`) or none (`reject`)."""
    menu_requested = Signal(QPoint)

    def __init__(self, proxy: RowProxy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names_above = False
        """Whether names may stand on a line of their own, where there is no room beside figures."""
        self.two_sided = False
        """Whether a row has two texts, to be reached by Left, Right and Shift+Enter."""
        self._proxy = proxy
        self._loading = False
        self._pressed = Qt.KeyboardModifier.NoModifier
        self._on_arrow = False
        self._delegate = RowDelegate(self)
        self._painter = RowPainter()
        self._build()
        self.setModel(proxy)
        # Behind the view itself, which forgets what is open when the rows change.
        self.folds = Folds(self, proxy)
        self._connect()

    def set_loading(self, *, loading: bool) -> None:
        """Show grey bars in place of rows that are still to come."""
        if loading != self._loading:
            self._loading = loading
            self.viewport().update()

    def fit_columns(self, limits: ColumnLimits) -> None:
        """Make columns as wide as what stands in them."""
        tails = fit_columns(self.header(), self._proxy.record_model, self.font(), limits)
        self._painter.set_tails(tails, self.font())
        self._choose_lines()

    def current_row(self) -> RowNode[Any] | None:
        """Give the row that the user is at."""
        node = self._proxy.node(self.currentIndex())
        return node if isinstance(node, RowNode) else None

    def selected_rows(self) -> list[RowNode[Any]]:
        """Give the selected rows from top to bottom."""
        chosen = sorted(self.selectionModel().selectedRows(), key=self._height_of)
        nodes = (self._proxy.node(index) for index in chosen)
        return [node for node in nodes if isinstance(node, RowNode)]

    def rows_in_order(self) -> list[RowNode[Any]]:
        """Give the rows in view, those of folded headings among them, from top to bottom."""
        return list(self._rows_below(QModelIndex()))

    def _rows_below(self, parent: QModelIndex) -> Iterator[RowNode[Any]]:
        for at in range(self._proxy.rowCount(parent)):
            index = self._proxy.index(at, 0, parent)
            node = self._proxy.node(index)
            if isinstance(node, RowNode):
                yield node
            else:
                yield from self._rows_below(index)

    def select_node(self, node: Node) -> bool:
        """Select a place and bring it into view; False where the filter hides it."""
        index = self._proxy.index_of(node)
        if not index.isValid():
            return False
        if not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Select the first row, where there is one."""
        index = self._proxy.index(0, 0)
        while isinstance(self._proxy.node(index), GroupNode):
            index = self._proxy.index(0, 0, index)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)

    def _build(self) -> None:
        self.setHeader(TableHeader(self))
        self.header().setStretchLastSection(False)
        # The tree takes both away from any header it is given.
        self.header().setSectionsClickable(True)
        self.header().setSortIndicatorShown(True)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(True)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.header().sortIndicatorChanged.connect(self._on_sort_indicator_changed)

    def _height_of(self, index: QModelIndex) -> int:
        return self.visualRect(index).top()

    def _is_row(self, index: Index) -> bool:
        return isinstance(self._proxy.node(index), RowNode)

    # By mouse.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._pressed = event.modifiers()
        self._on_arrow = self._is_on_arrow(index, place)
        if self._on_arrow and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(
                index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0))
            )
        super().mousePressEvent(event)

    def _is_on_arrow(self, index: QModelIndex, place: QPoint) -> bool:
        node = self._proxy.node(index)
        if not isinstance(node, GroupNode):
            return False
        row = self.visualRect(index.siblingAtColumn(0))
        return arrow_rect(row, node.depth).contains(place)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._pressed == Qt.KeyboardModifier.NoModifier and not self._on_arrow:
            self._jump(index, take_focus=False)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self._is_row(index):
            self._jump(index, take_focus=True)

    def _on_sort_indicator_changed(self, column: int, order: Qt.SortOrder) -> None:
        current = self.current_row()
        self._proxy.set_order(column, order)
        if current is not None:
            self.select_node(current)

    # By keyboard.

    @override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in ENTER and index.isValid():
            self._enter(index, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        elif self.two_sided and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._show_side(index, -1 if event.key() == Qt.Key.Key_Left else 1, take_focus=False)
        elif event.key() in _DECISIONS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.decision_wished.emit(_DECISIONS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.text() in FILTER_MARKS:
            self.filter_requested.emit("")
        elif is_typed(event):
            self.filter_requested.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        if self.two_sided:
            side = -1 if modifiers & _SHIFT else 1
            self._show_side(index, side, take_focus=bool(modifiers & _CONTROL))
        elif modifiers in (Qt.KeyboardModifier.NoModifier, _CONTROL):
            self._jump(index, take_focus=modifiers == _CONTROL)

    def _show_side(self, index: QModelIndex, side: int, *, take_focus: bool) -> None:
        self.side_requested.emit(index, side, take_focus)

    def _jump(self, index: QModelIndex, *, take_focus: bool) -> None:
        self.jump_requested.emit(index, take_focus)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            typed = event.commitString()
            self.filter_requested.emit("" if typed in FILTER_MARKS else typed)

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return self.isEnabled()
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.visualRect(self.currentIndex())
        return super().inputMethodQuery(query)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(place)

    # On screen.

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_lines()

    def _choose_lines(self) -> None:
        """Put names above the figures where their column is too narrow."""
        two_lines = self.names_above and self.columnWidth(0) < NARROWEST_NAME
        if two_lines != self._delegate.two_lines:
            self._delegate.two_lines = two_lines
            self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._loading:
            painter = QPainter(self.viewport())
            paint_skeleton(painter, self.viewport().rect())
            painter.end()

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        row = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        node = self._proxy.node(index)
        if isinstance(node, GroupNode):
            heading = (group_title(node), str(self._proxy.count_rows(node)), node.depth)
            paint_group(painter, row, heading, self._state_of(options, index, row), self.font())
        elif isinstance(node, RowNode):
            state = self._state_of(options, index, row)
            place = RowPlace(row, state, self.font(), self._columns(), self._delegate.two_lines)
            self._painter.paint(painter, place, self._proxy.record_model, node)
        current = self.currentIndex()
        at_current = index.row() == current.row() and index.parent() == current.parent()
        if at_current and current.isValid() and self.hasFocus():
            painter.fillRect(
                0, row.top(), FOCUS_BAR, row.height(), Theme.current().colour("accent")
            )

    def _columns(self) -> tuple[tuple[int, int], ...]:
        header = self.header()
        return tuple(
            (header.sectionViewportPosition(column), header.sectionSize(column))
            for column in range(header.count())
        )

    def _state_of(
        self, options: QStyleOptionViewItem, index: Index, row: QRect
    ) -> QStyle.StateFlag:
        state = options.state & QStyle.StateFlag.State_Open
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.underMouse() and row.contains(self.viewport().mapFromGlobal(QCursor.pos())):
            state |= QStyle.StateFlag.State_MouseOver
        return state

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Headings draw their own arrows."""
