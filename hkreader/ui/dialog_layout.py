"""How the dialogs of the house are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_EDGE, _GAP = 16, 8


def lay_out_list(
    dialog: QDialog, words: QLabel, view: QWidget, buttons: Sequence[QPushButton]
) -> None:
    """Put a list under what is said of it, and below it the buttons, the last one at the edge."""
    words.setWordWrap(True)
    row = QHBoxLayout()
    for button in buttons:
        # Enter belongs to the list.
        button.setAutoDefault(False)
        if button is buttons[-1]:
            row.addStretch(1)
        row.addWidget(button)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
    column.setSpacing(_GAP)
    column.addWidget(words)
    column.addWidget(view, 1)
    column.addLayout(row)
