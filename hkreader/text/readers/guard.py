"""Watches over a process that reads a document: it ends in time and within memory, or it is ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import psutil

from hkreader.core.errors import ReaderStopped
from hkreader.core.progress import Progress

MEMORY = 1 << 30
"""Bytes that a process and its children may take."""
_LOOK_SECONDS = 0.01
_LOOK_LONGEST = 0.1


def run_guarded(path: Path, command: Sequence[str], seconds: float, progress: Progress) -> int:
    """Run `command` to its end, with nothing to see and nobody to ask, and give its exit status.

    Raises `ReaderStopped` about `path` where it takes more than `seconds` or too much memory.
    """
    process = psutil.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    end = monotonic() + seconds
    pause = _LOOK_SECONDS
    try:
        while True:
            with contextlib.suppress(psutil.TimeoutExpired):
                return int(process.wait(pause))
            progress(0, 0)
            if monotonic() > end or _memory(process) > MEMORY:
                raise ReaderStopped(path)
            pause = min(2 * pause, _LOOK_LONGEST)
    finally:
        _end(process)


def _memory(process: psutil.Process) -> int:
    used = 0
    # One that has just ended is not there to be asked.
    with contextlib.suppress(psutil.Error):
        for member in (process, *process.children(recursive=True)):
            used += member.memory_info().rss
    return used


def _end(process: psutil.Popen) -> None:
    """End a process with all that it started; what it left behind shares its session."""
    with contextlib.suppress(psutil.Error):
        for child in process.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                child.kill()
    if sys.platform != "win32":
        import signal  # noqa: PLC0415  the names are POSIX's

        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(psutil.Error):
        process.kill()
        process.wait(5)
