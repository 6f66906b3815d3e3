"""The tree of the outline: lights the place of the reader, usable with the keys alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from hkreader.models.outline_model import OutlineColumn
from hkreader.models.roles import Role
from hkreader.qt.override import override
from hkreader.ui.outline_delegate import OutlineDelegate

COUNT_WIDTH = 36
"""Room for three digits."""
INDENT = 14
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineTree(QTreeView):
    """Headings on the left, numbers of figures on the right."""

    chosen = Signal(QModelIndex)
    """Enter: show this one, the keys stay here."""
    followed = Signal(QModelIndex)
    """Ctrl+Enter: show this one, the keys go to the text."""
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = OutlineDelegate(self)
        self._lit = -1
        self._lit_row = QPersistentModelIndex()
        self._shown = QPersistentModelIndex()
        self._build()
        self.expanded.connect(self._relight)
        self.collapsed.connect(self._relight)

    def light(self, section: int, row: QModelIndex, *, opens: bool = False) -> None:
        """Light the section being read; where its branch is closed, the heading above it."""
        self._lit = section
        self._lit_row = QPersistentModelIndex(row)
        if opens and row.isValid():
            parent = row.parent()
            while parent.isValid():
                self.expand(parent)
                parent = parent.parent()
        shown = self._relight()
        if not self.hasFocus() and shown.isValid():
            self.setCurrentIndex(shown)
        if shown.isValid():
            self.scrollTo(shown)

    def open_to(self, level: int) -> None:
        """Open the branches above `level`, close those below."""
        if level > 1:
            self.expandToDepth(level - 2)
        else:
            self.collapseAll()
        shown = self._relight()
        # Scrolling to a row opens what it lies in: only to one that is in view already.
        if shown.isValid():
            self.setCurrentIndex(shown)
            self.scrollTo(shown)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(COUNT_WIDTH)
        header.setSectionResizeMode(OutlineColumn.HEADING, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(OutlineColumn.FIGURES, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(OutlineColumn.FIGURES, COUNT_WIDTH)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex()
        if event.key() in ENTER_KEYS and row.isValid():
            follows = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.followed if follows else self.chosen).emit(row.siblingAtColumn(0))
        elif event.key() == Qt.Key.Key_Up and not self.indexAbove(row).isValid():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _relight(self) -> QModelIndex:
        """Find the row to light; give it."""
        row = self._lit_row.sibling(self._lit_row.row(), OutlineColumn.HEADING)
        shown = row
        while row.isValid():
            row = row.parent()
            if row.isValid() and not self.isExpanded(row):
                shown = row
        section = shown.data(Role.RECORD) if shown.isValid() else None
        lit = self._lit if section is None else section.index
        if lit != self._delegate.lit:
            self._delegate.lit = lit
            self._repaint_row(self._shown.sibling(self._shown.row(), OutlineColumn.HEADING))
            self._repaint_row(shown)
        self._shown = QPersistentModelIndex(shown)
        return shown

    def _repaint_row(self, row: QModelIndex) -> None:
        """Paint one row anew: the whole tree would cost more than a page of the text."""
        if row.isValid():
            box = self.visualRect(row)
            self.viewport().update(0, box.top(), self.viewport().width(), box.height())
