"""Takes files dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override


class DropTarget(QObject):
    """Filters the window's drag events and shows where the files will go."""

    paths_dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._veil: QLabel | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and not isinstance(event, QDragMoveEvent):
            return self._drop(event)
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._lift_veil()
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not local_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        self._draw_veil()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._lift_veil()
        paths = local_files(event.mimeData())
        if not paths:
            return False
        # A copy, whatever was proposed: the source file is never touched.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.paths_dropped.emit(paths)
        return True

    def _draw_veil(self) -> None:
        if self._veil is None:
            self._veil = QLabel(self._window)
            self._veil.setObjectName("dropVeil")
            self._veil.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._veil.setText(tr("window.drop"))
        self._veil.setGeometry(self._window.rect().adjusted(16, 16, -16, -16))
        self._veil.show()
        self._veil.raise_()

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()


def local_files(data: QMimeData) -> list[Path]:
    """Give the files of this machine that are carried."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
