"""What a cell gives beside its words."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CopiedCell = str | Decimal | None
"""What a cell is on the clipboard; a Decimal keeps the digits that the report wrote."""

_FIRST = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """Roles of our own."""

    SORT = _FIRST + 1
    """The native value to sort by; None where there is none."""
    RECORD = _FIRST + 2
    """The row's record, or the heading of a group."""
    SPAN = _FIRST + 3
    """The exact characters that the cell stands for."""
