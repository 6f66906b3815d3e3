"""How long work tells where it stands and learns that it was called off."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, whole); raises `Cancelled` when the user called the work off."""


def silent(done: int, whole: int) -> None:
    """Listen to nothing and never cancel."""
