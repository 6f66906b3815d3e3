"""How far the window has come since the process was started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hkreader.qt.process_clock import milliseconds_since_start
from hkreader.ui.first_paint import FirstPaint

if TYPE_CHECKING:
    from hkreader.app import Program
    from hkreader.core.findings import Findings
    from hkreader.core.report import Report

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

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.times: dict[str, int] = {}
        self._program = program
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        program.window.painted.connect(self._on_window_painted)

    def note(self, name: str) -> None:
        """Note the time of `name`, once."""
        if name not in self.times:
            self.times[name] = round(milliseconds_since_start())
            self.reached.emit(name)

    def _on_window_painted(self) -> None:
        self.note(WINDOW)
        session = self._program.session
        session.report_opened.connect(self._on_report_opened)
        session.findings_ready.connect(self._on_findings_ready)

    def _on_report_opened(self, _report: Report) -> None:
        from hkreader.ui.canvas import canvas  # noqa: PLC0415  not before the first paint

        FirstPaint(canvas(self._program.window.show_text(self._program.session))).painted.connect(
            self._on_report_painted
        )

    def _on_report_painted(self) -> None:
        self.note(REPORT)

    def _on_findings_ready(self, _findings: Findings) -> None:
        self._look.start()

    def _on_look(self) -> None:
        """Wait for the table, which is built in a turn of its own, and then for its paint."""
        from PySide6.QtWidgets import QAbstractItemView  # noqa: PLC0415  not before first paint

        tables = self._program.workspace.side.findChildren(QAbstractItemView)
        filled = [table for table in tables if table.isVisible() and table.model().rowCount()]
        if filled:
            self._look.stop()
            FirstPaint(filled[0].viewport()).painted.connect(self._on_indicators_painted)
            filled[0].viewport().update()

    def _on_indicators_painted(self) -> None:
        self.note(INDICATORS)
