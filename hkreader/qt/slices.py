"""Long work of the GUI thread, done a slice at a time so that the window gets its turn between."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_BUDGET = 0.012
"""Seconds of work before the window gets its turn."""


class Slices(QObject):
    """Runs one piece of work, an iterator that yields wherever it may be interrupted."""

    finished = Signal()
    """The work has come to its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work left to do."""
        return self._timer.isActive()

    def run(self, work: Iterator[None], *, whole: bool = False) -> None:
        """Do the first slice of other work at once, or the `whole` of it."""
        self.stop()
        self._work = work
        if whole:
            for _ in work:
                pass
        self._go_on()

    def run_later(self, work: Iterator[None]) -> None:
        """Begin other work when the window has had its turn."""
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Do no more of it."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = time.monotonic() + _BUDGET
        for _ in self._work:
            if time.monotonic() > until:
                self._timer.start()
                return
        self.finished.emit()
