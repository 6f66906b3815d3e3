"""What the user did, the last thing first, to be undone and done again without end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

Deed = Callable[[], "Deed"]
"""Does something and gives what takes it back."""


class UndoStack(QObject):
    """One for everything that can be undone, so that it goes back in the order it was done."""

    changed = Signal(bool, bool)
    """Whether there is anything to undo, and to do again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo: list[Deed] = []
        self._redo: list[Deed] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again."""
        return bool(self._redo)

    def do(self, deed: Deed) -> None:
        """Do something that can be undone."""
        self._undo.append(deed())
        self._redo.clear()
        self._tell()

    def undo(self) -> None:
        """Undo the last thing."""
        if self._undo:
            self._redo.append(self._undo.pop()())
            self._tell()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._redo:
            self._undo.append(self._redo.pop()())
            self._tell()

    def clear(self) -> None:
        """Forget everything: what it was done to is no longer there."""
        self._undo, self._redo = [], []
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.can_undo, self.can_redo)
