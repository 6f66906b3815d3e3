"""Keeps Python's cycle collector out of the way while it would do harm.

The collector runs in whichever thread happens to allocate. Where it finds a forgotten Qt object
in a worker's thread, it destroys that object outside of its own thread, and Qt crashes.
"""

from __future__ import annotations

import gc
from threading import Lock

_lock = Lock()
_holds = 0


def hold_garbage() -> None:
    """Collect nothing until `release_garbage` has been called as often."""
    global _holds  # noqa: PLW0603  there is one collector in a process
    with _lock:
        _holds += 1
        gc.disable()


def release_garbage() -> None:
    """Take one hold back; collecting goes on when none is left."""
    global _holds  # noqa: PLW0603
    with _lock:
        _holds = max(0, _holds - 1)
        if _holds == 0:
            # To walk through all that a report brought would hold the window up for a tenth of a
            # second, in vain: none of it stands in circles, so it goes when nobody needs it.
            gc.freeze()
            gc.enable()
