"""The menu of a table: the same things by name, and sorting without a mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from hkreader.messages import tr

if TYPE_CHECKING:
    from hkreader.ui.panels.table_page import TablePage


class TableMenu(QMenu):
    """Opens at a row; gone when it closes."""

    def __init__(self, page: TablePage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill()

    def _fill(self) -> None:
        page, folds = self._page, self._page.table.folds
        has_row = page.table.currentIndex().isValid()
        has_rows = bool(page.table.selected_rows())
        self._add("show", "Enter").triggered.connect(self._on_show)
        self._add("go", "Ctrl+Enter").triggered.connect(self._on_go)
        self.addSeparator()
        self._add("copy", "Ctrl+C").triggered.connect(self._on_copy)
        self._add("copy_with_header").triggered.connect(self._on_copy_with_header)
        self.addSeparator()
        for deed, key in page.deeds:
            action = self._add(f"{page.holds}.{deed}", key)
            action.setEnabled(has_rows)
            action.triggered.connect(partial(page.do, deed))
        self.addSeparator()
        self.addMenu(self._sort_menu())
        if page.model.groups and page.model.grouped:
            self._add("fold_all").triggered.connect(folds.fold_all)
            self._add("unfold_all").triggered.connect(folds.unfold_all)
        for action in self.actions()[:2]:
            action.setEnabled(has_row)
        for action in self.actions()[3:5]:
            action.setEnabled(has_rows)

    def _add(self, name: str, key: str = "") -> QAction:
        words = tr(f"panels.menu.{name}")
        # Behind a tab stands the key, which the table handles by itself.
        return self.addAction(f"{words}\t{key}" if key else words)

    def _sort_menu(self) -> QMenu:
        menu = QMenu(tr("panels.menu.sort"), self)
        header = self._page.table.header()
        self._add_order(menu, -1, tr("panels.menu.text_order"))
        menu.addSeparator()
        for column in range(header.count()):
            name = self._page.model.headerData(column, Qt.Orientation.Horizontal)
            self._add_order(menu, column, str(name))
        return menu

    def _add_order(self, menu: QMenu, column: int, name: str) -> None:
        header = self._page.table.header()
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(header.sortIndicatorSection() == column)
        action.triggered.connect(partial(_sort, header, column))

    def _on_show(self) -> None:
        self._page.show_text(take_focus=False)

    def _on_go(self) -> None:
        self._page.show_text(take_focus=True)

    def _on_copy(self) -> None:
        self._page.copy()

    def _on_copy_with_header(self) -> None:
        self._page.copy(with_header=True)


def _sort(header: QHeaderView, column: int) -> None:
    """Sort by `column`, the other way round where it is sorted by it already."""
    order = Qt.SortOrder.AscendingOrder
    if header.sortIndicatorSection() == column and header.sortIndicatorOrder() == order:
        order = Qt.SortOrder.DescendingOrder
    header.setSortIndicator(column, order)
