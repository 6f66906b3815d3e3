"""The side buttons of the mouse: back and forward."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hkreader.qt.override import override
from hkreader.qt.session import Session


class MouseSteps(QObject):
    """Takes the side buttons from the window, and from lists, which would keep them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def cover(self, panel: QWidget) -> None:
        """Take the side buttons from the lists in `panel`."""
        for view in panel.findChildren(QAbstractItemView):
            view.viewport().installEventFilter(self)

    def take(self, event: QMouseEvent) -> bool:
        """Go where a side button leads; tell whether it was one."""
        if event.button() == Qt.MouseButton.BackButton:
            self._session.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._session.go_forward()
        else:
            return False
        event.accept()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and self.take(event)
        )
