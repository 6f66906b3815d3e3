"""The program's check of itself: open, paint, analyse, export, read back, tell the times."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTemporaryDir, QTimer
from PySide6.QtWidgets import QApplication

from hkreader.app import Program, start_application
from hkreader.core.errors import HkreaderError
from hkreader.messages import explain
from hkreader.qt.settings import Settings
from hkreader.ui.milestones import EXPORTED, INDICATORS, WINDOW, Milestones

PATIENCE_MS = 60_000
# Wide enough for all three panes, however small the screen.
SIZE = (1440, 900)
WORKBOOK = "xl/workbook.xml"


class SelfTest(QObject):
    """Drives the program through its milestones in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.problem = ""
        self._target = folder / "指标.xlsx"
        self.program = Program(Settings(folder / "settings.ini"), language_chosen=True)
        self.program.window.resize(*SIZE)
        self.milestones = Milestones(self.program)
        self.milestones.reached.connect(self._on_reached)
        QTimer.singleShot(PATIENCE_MS, self._on_patience_over)

    def start(self) -> None:
        """Show the window on the built-in report."""
        self.program.start()

    def _on_reached(self, name: str) -> None:
        session = self.program.session
        if name == WINDOW:
            session.exported.connect(self._on_exported)
            session.report_failed.connect(self._on_failed)
        elif name == INDICATORS:
            session.export_to(self._target)

    def _on_exported(self, target: Path) -> None:
        findings = self.program.session.findings
        if findings is None or not findings.measurements:
            self._end("no figures found")
        elif not reads_back(target):
            self._end(f"not a workbook: {target.name}")
        else:
            self.milestones.note(EXPORTED)
            self._end("")

    def _on_failed(self, error: HkreaderError) -> None:
        self._end(explain(error))

    def _on_patience_over(self) -> None:
        self._end("timed out")

    def on_exception(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Fail at once on what nobody foresaw."""
        self._end(f"{kind.__name__}: {error}")

    def _end(self, problem: str) -> None:
        self.problem = problem
        self.program.window.close()
        QApplication.quit()


def reads_back(workbook: Path) -> bool:
    """Tell whether `workbook` is a sound spreadsheet file with sheets that hold rows."""
    import zipfile  # noqa: PLC0415  would weigh on the times told

    try:
        with zipfile.ZipFile(workbook) as parts:
            names = parts.namelist()
            sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
            rows = sum(parts.read(name).count(b"<row") for name in sheets)
            return parts.testzip() is None and WORKBOOK in names and rows > len(sheets)
    except (OSError, zipfile.BadZipFile):
        return False


def run_self_test() -> int:
    """Print one JSON object with the milliseconds of each milestone; 0 when all were reached."""
    application = start_application()
    folder = QTemporaryDir()
    test = SelfTest(Path(folder.path()))
    sys.excepthook = test.on_exception
    test.start()
    application.exec()
    test.program.session.shut_down()
    folder.remove()
    result: dict[str, object] = dict(test.milestones.times)
    if test.problem:
        result["problem"] = test.problem
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return 1 if test.problem else 0
