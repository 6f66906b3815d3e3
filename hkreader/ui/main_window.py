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
    from hkreader.ui.reading.pane import ReadingPane
    from hkreader.ui.workspace import Workspace

SIZE = (1360, 860)
SMALLEST = (480, 360)


class MainWindow(QMainWindow):
    """Shows a skeleton of itself until `fill` has put the workspace in."""

    painted = Signal()
    """The frame is painted; nothing is in it yet."""
    closing = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._reading: ReadingPane | None = None
        self._workspace: Workspace | None = None
        self._skeleton = Skeleton(settings, self)
        self._skeleton.painted.connect(self.painted)
        self.setCentralWidget(self._skeleton)
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(tr("window.name"))
        self._restore()

    def show_text(self, session: Session) -> ReadingPane:
        """Give the reading pane, which comes first into the window."""
        if self._reading is None:
            from hkreader.ui.reading.pane import ReadingPane  # noqa: PLC0415  not before paint

            self._reading = ReadingPane(session, self._skeleton)
            self._reading.hurry()
            self._skeleton.host(self._reading)
        return self._reading

    def fill(self, session: Session) -> Workspace:
        """Give all that is in the window, building it around the text the first time."""
        if self._workspace is None:
            from hkreader.ui.workspace import Workspace  # noqa: PLC0415  not before the text

            self._workspace = Workspace(session, self.show_text(session), self)
            self.setCentralWidget(self._workspace)
            self._workspace.panes.focus_text()
        return self._workspace

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace is not None:
            if not self._workspace.review_files.may_close():
                event.ignore()
                return
            self._workspace.panes.keep()
            self._workspace.beside.keep()
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
