"""Tells when a widget has been painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hkreader.qt.override import override


class FirstPaint(QObject):
    """Listens to one widget until its first paint is over, then falls silent."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # The paint comes after the filter; the timer after everything painted with it.
            QTimer.singleShot(0, self.painted.emit)
        return False
