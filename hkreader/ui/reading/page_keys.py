"""The keys that work in the page alone: scrolling, find, and those of a pinned pop-up."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from hkreader.ui.reading.glosses import Glosses
from hkreader.ui.reading.page import Page

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


class Desk(Protocol):
    """Who carries out what the keys ask for."""

    def scroll_page(self, screens: int) -> None:
        """Scroll by screens."""
        ...

    def scroll_line(self, lines: int) -> None:
        """Scroll by lines."""
        ...

    def open_find(self) -> None:
        """Open the find bar."""
        ...

    def step_back(self) -> bool:
        """Put one layer away."""
        ...


class PageKeys(QObject):
    """Takes the keys of one page."""

    def __init__(self, desk: Desk, page: Page, glosses: Glosses) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._glosses = glosses
        page.key_wished.connect(self._on_key_wished)

    def _on_key_wished(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if self._is_taken(key, modifiers):
            event.accept()
        elif key in _ARROWS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            # After scrolling, the arrows go on from what is in view, not from where the caret was.
            self._page.bring_caret()

    def _is_taken(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _SHIFT and key == Qt.Key.Key_Space:
            self._desk.scroll_page(-1)
            return True
        if modifiers not in _PLAIN:
            return False
        return self._glosses.take_key(key) or self._take_plain(key)

    def _take_plain(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Space:
                self._desk.scroll_page(1)
            case Qt.Key.Key_J:
                self._desk.scroll_line(1)
            case Qt.Key.Key_K:
                self._desk.scroll_line(-1)
            case Qt.Key.Key_Slash:
                self._desk.open_find()
            case Qt.Key.Key_Escape:
                return self._desk.step_back()
            case _:
                return False
        return True
