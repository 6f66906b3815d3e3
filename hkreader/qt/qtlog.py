"""The log file of the window, into which Qt's own words go as well."""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler

logger = logging.getLogger("hkreader.qt")

LARGEST = 1_000_000
"""Bytes; a longer log is set aside once, so that the file never grows without end."""
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log() -> Path | None:
    """Write what is logged from now on to a file; None where there is no place for one."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    path = Path(QStandardPaths.writableLocation(place)) / "hkreader.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)
    if handler.stream is not None:
        faulthandler.enable(handler.stream)
    return path


def last_lines(path: Path | None, count: int = 40) -> str:
    """Give the end of the log."""
    if path is None or not path.is_file():
        return ""
    return "\n".join(path.read_text("utf-8", errors="replace").splitlines()[-count:])


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
    logger.log(LEVELS.get(kind, logging.INFO), "%s", words)
