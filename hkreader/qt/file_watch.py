"""Notices when the file in view is changed or taken away by somebody else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hkreader.core.report import Report
from hkreader.qt.session import Session

SETTLE_MS = 400
"""Editors save by removing and renaming: look again when the dust has settled."""


class FileWatch(QObject):
    """Watches the file of the report in view, never the built-in one."""

    vanished = Signal(object)
    modified = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watcher = QFileSystemWatcher(self)
        self._path: Path | None = None
        self._seen: tuple[float, int] | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._on_file_changed)
        session.report_opened.connect(self._on_report_opened)
        session.report_closed.connect(self._stop)
        if session.report is not None:
            self._on_report_opened(session.report)

    def _on_report_opened(self, _report: Report) -> None:
        self._stop()
        self._path = self._session.path
        if self._path is not None:
            self._seen = _stamp(self._path)
            self._watcher.addPath(str(self._path))

    def _stop(self) -> None:
        self._settle.stop()
        self._path = None
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())

    def _on_file_changed(self, _path: str) -> None:
        self._settle.start()

    def _look(self) -> None:
        if self._path is None:
            return
        stamp = _stamp(self._path)
        if stamp == self._seen:
            return
        self._seen = stamp
        if stamp is None:
            self.vanished.emit(self._path)
            return
        self._watcher.addPath(str(self._path))
        self.modified.emit(self._path)


def _stamp(path: Path) -> tuple[float, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime, status.st_size
