"""Connections to SQLite files, wherever they lie."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

READ = "ro"
READ_ALONE = "ro&immutable=1"
"""Without files of SQLite's own beside it, for folders that cannot be written."""
WRITE = "rwc"


def connect(path: Path, mode: str, patience: float = 5.0) -> sqlite3.Connection:
    """Open a file in a mode; wait up to `patience` seconds for others who write."""
    return sqlite3.connect(
        f"{uri_of(path.absolute().as_posix())}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )


def uri_of(place: str) -> str:
    """Name an absolute path as SQLite asks for it: with no host, even for a Windows share."""
    root = "" if place.startswith("/") else "/"
    return f"file://{root}{quote(place, safe='/:', errors='surrogateescape')}"
