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
    NUMBER = _FIRST + 4
    """A `Number`, to be set on the decimal point."""
    STATUS = _FIRST + 5
    """A `Status`, to be shown by letter and colour; Qt hands it on as its plain value."""
    DOUBT = _FIRST + 6
    """Whether the row should be looked at twice."""
    REPEATED = _FIRST + 7
    """Whether the cell says the same as the one above it in the text."""
