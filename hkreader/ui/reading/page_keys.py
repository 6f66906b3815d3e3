"""The keys that work in the page alone: scrolling, find, and those of a pinned pop-up."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hkreader.qt.settings import Settings
from hkreader.ui.reading.glosses import Glosses
from hkreader.ui.reading.page import Page

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

    def __init__(self, desk: Desk, page: Page, glosses: Glosses, settings: Settings) -> None:
        super().__init__(page)
        self._settings = settings
        self._desk = desk
        self._page = page
        self._glosses = glosses
        page.key_wished.connect(self._on_key_wished)

    def _on_key_wished(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._is_taken(event):
            event.accept()
        elif event.key() in _ARROWS and not control:
            # After scrolling, the arrows go on from what is in view, not from where the caret was.
            self._page.bring_caret()

    def _is_taken(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if plain and self._glosses.take_key(event.key()):
            return True
        if plain and event.key() == Qt.Key.Key_Escape:
            return self._desk.step_back()
        match self._meaning_of(QKeySequence(modifiers.value | event.key())):
            case "screen_down":
                self._desk.scroll_page(1)
            case "screen_up":
                self._desk.scroll_page(-1)
            case "line_down":
                self._desk.scroll_line(1)
            case "line_up":
                self._desk.scroll_line(-1)
            case "find_here":
                self._desk.open_find()
            case _:
                return False
        return True

    def _meaning_of(self, key: QKeySequence) -> str:
        # Imported with the first key: the text is painted without it.
        from hkreader.ui.keymap.keymap import Keymap  # noqa: PLC0415

        pressed = key.toString(QKeySequence.SequenceFormat.PortableText)
        return Keymap(self._settings).holder_of(pressed) or ""
