"""What is shown when something nobody foresaw goes wrong: all of it, to be copied, and no end."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkreader import __version__
from hkreader.messages import tr
from hkreader.qt.qtlog import last_lines

logger = logging.getLogger(__name__)


class CrashHook(QObject):
    """Catches what nothing else caught, in whatever thread, and shows it once at a time."""

    _caught = Signal(str)

    def __init__(self, window: QWidget, log: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._log = log
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._show)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def release(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.critical("not foreseen", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value or caught.exc_type()
        self._on_exception(caught.exc_type, error, caught.exc_traceback)

    def _show(self, trace: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return
        self._dialog = CrashDialog(report_text(trace, self._log), self._window)
        self._dialog.show()


class CrashDialog(QDialog):
    """Leaves the window usable: the text is still there, and so is the way out."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.setModal(False)
        self.setWindowTitle(tr("window.crash.title"))
        self.resize(640, 420)
        words = QLabel(tr("window.crash.text"), self)
        words.setWordWrap(True)
        details = QPlainTextEdit(report, self)
        details.setReadOnly(True)
        details.setAccessibleName(tr("window.crash.details"))
        buttons = QDialogButtonBox(self)
        copy = QPushButton(tr("window.crash.copy"), self)
        close = QPushButton(tr("window.bar.close"), self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for widget in (words, details, buttons):
            layout.addWidget(widget)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def report_text(trace: str, log: Path | None) -> str:
    """Put together what helps to find the cause; nothing of it leaves the machine by itself."""
    head = (
        f"hkreader {__version__} · Python {platform.python_version()}"
        f" · PySide6 {PySide6.__version__} · {platform.platform()}"
    )
    return "\n\n".join(filter(None, (head, trace.strip(), last_lines(log))))
