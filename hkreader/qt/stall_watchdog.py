"""Finds out when the window does not answer: a clock ticks in its thread, another one listens."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

logger = logging.getLogger(__name__)

TICK_MS = 5


@dataclass(frozen=True, slots=True)
class Stall:
    """A time in which the window did not answer, and what the threads were at."""

    milliseconds: float
    stack: str


class StallWatchdog(QObject):
    """Watches the thread it is made in; for tests and for runs with HKREADER_WATCH set."""

    def __init__(self, limit_ms: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self.longest_ms = 0.0
        self._limit = limit_ms / 1000
        self._ticked = time.monotonic()
        self._stack = ""
        self._watched = threading.get_ident()
        self._stopped = threading.Event()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._listener = threading.Thread(target=self._listen, name="stall watchdog", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._stopped.set()
        self._listener.join()

    def _tick(self) -> None:
        now = time.monotonic()
        gap, self._ticked = now - self._ticked, now
        self.longest_ms = max(self.longest_ms, 1000 * gap)
        if gap > self._limit:
            self.stalls.append(Stall(1000 * gap, self._stack))
            logger.info("the window stood still for %.0f ms\n%s", 1000 * gap, self._stack)
        self._stack = ""

    def _listen(self) -> None:
        while not self._stopped.wait(2 * TICK_MS / 1000):
            late = time.monotonic() - self._ticked > self._limit * 0.6
            if late and not self._stack:
                self._stack = self._stacks()

    def _stacks(self) -> str:
        """Tell where the watched thread is, and the others, which may hold the lock it needs."""
        frames = sys._current_frames()  # noqa: SLF001  the only way
        frames.pop(threading.get_ident(), None)
        watched = frames.pop(self._watched, None)
        stacks = [traceback.format_stack(frame) for frame in (watched, *frames.values()) if frame]
        return "\nbeside\n".join("".join(stack) for stack in stacks)
