"""The menu of the page."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from hkreader.messages import tr
from hkreader.ui.reading.page import Page


class Desk(Protocol):
    """Who carries out what the menu offers."""

    def copy_with_citation(self) -> None:
        """Copy the selection with where it stands."""
        ...

    def look_up_term(self) -> None:
        """Explain the term at the caret."""
        ...

    def open_find(self) -> None:
        """Open the find bar."""
        ...


def open_page_menu(desk: Desk, page: Page, spot: QPoint) -> QMenu:
    """Open the menu at `spot` of the screen."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected = page.textCursor().hasSelection()
    # The keys are the window's: here they are only named.
    copy = menu.addAction(f"{tr('reading.menu.copy')}\tCtrl+C")
    copy.setEnabled(selected)
    copy.triggered.connect(page.copy)
    cite = menu.addAction(f"{tr('reading.menu.cite')}\tCtrl+Shift+C")
    cite.triggered.connect(desk.copy_with_citation)
    menu.addSeparator()
    look_up = menu.addAction(f"{tr('reading.menu.look_up')}\tCtrl+L")
    look_up.triggered.connect(desk.look_up_term)
    words = tr("reading.menu.find" if selected else "reading.menu.find_any")
    find = menu.addAction(f"{words}\tCtrl+F")
    find.triggered.connect(desk.open_find)
    menu.popup(spot)
    return menu
