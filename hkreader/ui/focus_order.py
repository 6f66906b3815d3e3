"""The order in which Tab goes through widgets."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(*widgets: QWidget) -> None:
    """Let Tab go from each of `widgets` to the next."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
