"""Draws the window with a report and its figures into a picture, with or without a screen."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hkreader.app import Program, start_application
from hkreader.core.errors import HkreaderError, TargetUnwritable
from hkreader.messages import explain, tr
from hkreader.qt.settings import Settings
from hkreader.ui.milestones import INDICATORS, Milestones

PATIENCE_MS = 60_000
SIZE = (1440, 900)


class Portrait(QObject):
    """Waits until the indicators are in the panel, then takes the picture."""

    def __init__(self, folder: Path, target: Path) -> None:
        super().__init__()
        self.error: HkreaderError | None = TargetUnwritable(target)
        self._target = target
        self.program = Program(Settings(folder / "settings.ini"), language_chosen=True)
        self.program.window.resize(*SIZE)
        milestones = Milestones(self.program)
        milestones.reached.connect(self._on_reached)
        self.program.session.report_failed.connect(self._on_failed)
        QTimer.singleShot(PATIENCE_MS, QApplication.quit)

    def _on_reached(self, name: str) -> None:
        if name != INDICATORS:
            return
        if self.program.window.grab().save(str(self._target), "PNG"):
            self.error = None
        QApplication.quit()

    def _on_failed(self, error: HkreaderError) -> None:
        self.error = error
        QApplication.quit()


def draw_window(target: Path, files: Sequence[Path]) -> int:
    """Save the picture as `target` and print where; 1 and one line where that fails."""
    application = start_application()
    with tempfile.TemporaryDirectory(prefix="hkreader-") as folder:
        portrait = Portrait(Path(folder), target)
        portrait.program.start([path.absolute() for path in files[:1]])
        application.exec()
        portrait.program.session.shut_down()
    if portrait.error is not None:
        sys.stderr.write(explain(portrait.error) + "\n")
        return 1
    sys.stdout.write(tr("window.picture.done", path=target.absolute()))
    return 0
