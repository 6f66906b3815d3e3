"""The window itself: frame, title and size, painted before anything is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.settings import Settings
from hkreader.ui.skeleton import Skeleton

if TYPE_CHECKING:
    from hkreader.qt.session import Session
    from hkreader.ui.workspace import Workspace

SIZE = (1360, 860)
SMALLEST = (480, 360)


class MainWindow(QMainWindow):
    """Shows a skeleton of itself until `fill` has put the workspace in."""

    closing = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._workspace: Workspace | None = None
        self.setCentralWidget(Skeleton(settings, self))
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(tr("window.name"))
        self._restore()

    def fill(self, session: Session) -> Workspace:
        """Give what is in the window, building it the first time."""
        if self._workspace is None:
            from hkreader.ui.workspace import Workspace  # noqa: PLC0415  not before first paint

            self._workspace = Workspace(session, self)
            self.setCentralWidget(self._workspace)
        return self._workspace

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace is not None:
            self._workspace.panes.keep()
        self._settings.write_bytes("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._workspace is None or not self._workspace.mouse_steps.take(event):
            super().mousePressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange and self._workspace is not None:
            self._workspace.tools.setVisible(not self.isFullScreen())
        super().changeEvent(event)

    def _restore(self) -> None:
        geometry = self._settings.read_bytes("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
