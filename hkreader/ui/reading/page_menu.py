"""The menu of the page."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from hkreader.messages import tr
from hkreader.ui.reading.copying import Copying


class Desk(Protocol):
    """Who carries out what the menu offers."""

    def look_up_term(self) -> None:
        """Explain the term at the caret."""
        ...

    def open_find(self) -> None:
        """Open the find bar."""
        ...


def open_page_menu(desk: Desk, copying: Copying, spot: QPoint) -> QMenu:
    """Open the menu at `spot` of the screen."""
    # Imported with the first menu: the text is painted without it.
    from hkreader.ui.keymap.keymap import Keymap  # noqa: PLC0415

    page, keys = copying.page, Keymap(copying.settings)
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected = page.textCursor().hasSelection()
    # The keys are the window's: here they are only named.
    copy = menu.addAction(f"{tr('reading.menu.copy')}\tCtrl+C")
    copy.setEnabled(selected)
    copy.triggered.connect(page.copy)
    cite = menu.addAction(f"{tr('reading.menu.cite')}\t{keys.shown('copy_citation')}")
    cite.triggered.connect(copying.copy_with_citation)
    markdown = menu.addAction(f"{tr('reading.menu.markdown')}\t{keys.shown('copy_markdown')}")
    markdown.triggered.connect(copying.copy_markdown)
    menu.addSeparator()
    look_up = menu.addAction(f"{tr('reading.menu.look_up')}\t{keys.shown('look_up')}")
    look_up.triggered.connect(desk.look_up_term)
    words = tr("reading.menu.find" if selected else "reading.menu.find_any")
    find = menu.addAction(f"{words}\t{keys.shown('find')}")
    find.triggered.connect(desk.open_find)
    menu.popup(spot)
    return menu
