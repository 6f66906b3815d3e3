"""What a panel really paints on."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def canvas(panel: QWidget) -> QWidget:
    """Find what a panel really paints on: the largest scrolling view in it, if it has one."""
    views = [view for view in panel.findChildren(QAbstractScrollArea) if view.isVisible()]
    return max(views, key=_area).viewport() if views else panel


def _area(view: QAbstractScrollArea) -> int:
    return view.width() * view.height()
