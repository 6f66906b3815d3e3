"""Which keys of a table mean more than moving about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FILTER_MARKS = frozenset("/、／")
"""Give the keys to the filter; a Chinese input method makes 、 of /."""
_TREE_MARKS = frozenset("+-* ")
"""The tree's own: unfold, fold, unfold all, choose."""
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key writes something that the filter could look for."""
    text = event.text()
    return bool(
        text
        and text.isprintable()
        and text not in _TREE_MARKS
        and not event.modifiers() & _COMMANDS
    )
