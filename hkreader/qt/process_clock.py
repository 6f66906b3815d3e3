"""How long this process has been running, as the one who started it sees it."""

from __future__ import annotations

import os
import time
from pathlib import Path

_IMPORTED = time.monotonic()
_STAT = Path("/proc/self/stat")
_START_FIELD = 19
"""Of the fields behind the name of the program: clock ticks from boot to start."""


def milliseconds_since_start() -> float:
    """Give the age of the process; where the system does not tell, that of this module."""
    try:
        fields = _STAT.read_text("utf-8").rpartition(")")[2].split()
        started = int(fields[_START_FIELD]) / os.sysconf("SC_CLK_TCK")
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, ValueError, IndexError, AttributeError):
        age = time.monotonic() - _IMPORTED
    return 1000 * age
