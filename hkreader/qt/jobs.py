"""Work away from the GUI thread: it tells where it stands, can be called off and is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hkreader.core.errors import Cancelled, HkreaderError
from hkreader.core.progress import Progress
from hkreader.qt.garbage import hold_garbage, release_garbage

TELL_SECONDS = 0.1
TELL_SHARE = 0.02
QUIET_MS = 2000
"""Collecting what a job left behind holds everything up for some 80 ms: not while it ends."""

Work = Callable[[Progress], Any]
Then = Callable[[Any], None]
Fail = Callable[[Exception], None]


class Job:
    """One piece of work with what follows it."""

    def __init__(self, label: str, work: Work, then: Then, fail: Fail) -> None:
        """Take a `label` for people, the work, and what to do with its result or failure."""
        self.label = label
        self.then = then
        self.fail = fail
        self._work = work
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Call the work off; it ends at its next report of progress."""
        self._cancelled.set()

    def wait(self, seconds: float) -> None:
        """Wait so long, or until the work is called off."""
        self._cancelled.wait(seconds)

    def run(self, tell: Callable[[Job, int, int], None]) -> tuple[Any, Exception | None]:
        """Do the work, telling progress not oftener than people can see."""
        last_time, last_done = 0.0, 0

        def progress(done: int, whole: int) -> None:
            nonlocal last_time, last_done
            if self.cancelled:
                raise Cancelled
            now = time.monotonic()
            step = done - last_done
            if now - last_time < TELL_SECONDS or 0 <= step < TELL_SHARE * whole:
                return
            last_time, last_done = now, done
            tell(self, done, whole)

        try:
            return self._work(progress), None
        except Cancelled:
            self.cancel()
            return None, None
        except Exception as error:  # noqa: BLE001  the worker's door: whatever happens is told
            return None, error


class Jobs(QObject):
    """The work that is under way."""

    progressed = Signal(str, int, int)
    finished = Signal()
    """Nothing is under way any more."""
    _told = Signal(object, int, int)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Job, Thread] = {}
        self._held = 0
        """Jobs that have ended and whose garbage still lies there."""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._release)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether somebody waits for a result."""
        return any(not job.cancelled for job in self._running)

    def start(self, job: Job, *, after: float = 0.0) -> Job:
        """Do `job` in a thread of its own, `after` so many seconds.

        Its `then` or `fail` runs in the GUI thread.
        """
        thread = Thread(target=self._run, args=(job, after), name=f"job {job.label}", daemon=True)
        self._running[job] = thread
        self.progressed.emit(job.label, 0, 0)
        hold_garbage()
        thread.start()
        return job

    def cancel(self) -> None:
        """Call off all that is under way."""
        was_busy = self.busy
        for job in self._running:
            job.cancel()
        if was_busy:
            self.finished.emit()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Call everything off and wait for it; tell whether all ended in time."""
        self.cancel()
        end = time.monotonic() + seconds
        for thread in self._running.values():
            thread.join(max(0.0, end - time.monotonic()))
        ended = [job for job, thread in self._running.items() if not thread.is_alive()]
        for job in ended:
            self._forget(job)
        self._release()
        return not self._running

    def _run(self, job: Job, after: float) -> None:
        if after:
            job.wait(after)
        result, error = job.run(self._told.emit)
        self._ended.emit(job, result, error)

    def _forget(self, job: Job) -> None:
        """Drop a job that has ended; what it left behind is collected in a quiet moment."""
        del self._running[job]
        self._held += 1
        self._quiet.start()

    def _release(self) -> None:
        self._quiet.stop()
        while self._held:
            self._held -= 1
            release_garbage()

    def _on_told(self, job: Job, done: int, whole: int) -> None:
        if not job.cancelled:
            self.progressed.emit(job.label, done, whole)

    def _on_ended(self, job: Job, result: Any, error: Exception | None) -> None:  # noqa: ANN401
        if job in self._running:
            self._running[job].join()
            self._forget(job)
        if job.cancelled:
            return
        if not self.busy:
            self.finished.emit()
        if error is None:
            job.then(result)
            return
        if not isinstance(error, HkreaderError):
            import logging  # noqa: PLC0415  not on the way to the first paint

            logging.getLogger(__name__).error("job failed: %s", job.label, exc_info=error)
        job.fail(error)
