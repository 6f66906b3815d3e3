"""How far the window has come since the process was started."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from hkreader.core.findings import Findings
from hkreader.core.report import Report
from hkreader.qt.process_clock import milliseconds_since_start
from hkreader.ui.first_paint import FirstPaint
from hkreader.ui.main_window import MainWindow

WINDOW, REPORT, INDICATORS, EXPORTED = (
    "window_painted",
    "report_painted",
    "indicators_shown",
    "exported",
)


LOOK_MS = 5


class Milestones(QObject):
    """Notes when the window, the report and the indicators are painted for the first time."""

    reached = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.times: dict[str, int] = {}
        self._window = window
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        FirstPaint(window).painted.connect(self._on_window_painted)
        window.session.report_opened.connect(self._on_report_opened)
        window.session.findings_ready.connect(self._on_findings_ready)

    def note(self, name: str) -> None:
        """Note the time of `name`, once."""
        if name not in self.times:
            self.times[name] = round(milliseconds_since_start())
            self.reached.emit(name)

    def _on_window_painted(self) -> None:
        self.note(WINDOW)

    def _on_report_opened(self, _report: Report) -> None:
        FirstPaint(_canvas(self._window.reading)).painted.connect(self._on_report_painted)

    def _on_report_painted(self) -> None:
        self.note(REPORT)

    def _on_findings_ready(self, _findings: Findings) -> None:
        self._look.start()

    def _on_look(self) -> None:
        """Wait for the table, which is built in a turn of its own, and then for its paint."""
        tables = self._window.side.findChildren(QAbstractItemView)
        filled = [table for table in tables if table.isVisible() and _rows(table)]
        if filled:
            self._look.stop()
            FirstPaint(filled[0].viewport()).painted.connect(self._on_indicators_painted)
            filled[0].viewport().update()

    def _on_indicators_painted(self) -> None:
        self.note(INDICATORS)


def _rows(table: QAbstractItemView) -> int:
    model: QAbstractItemModel | None = table.model()
    return 0 if model is None else model.rowCount()


def _canvas(panel: QWidget) -> QWidget:
    """Find what a panel really paints on: the largest scrolling view in it, if it has one."""
    views = [view for view in panel.findChildren(QAbstractScrollArea) if view.isVisible()]
    return max(views, key=_area).viewport() if views else panel


def _area(view: QAbstractScrollArea) -> int:
    return view.width() * view.height()
