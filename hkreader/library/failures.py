"""What SQLite and the system say went wrong, as the errors that people are told."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from hkreader.core.errors import StoreBusy, StoreFull, StoreReadOnly, StoreUnwritable

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_KINDS: tuple[tuple[str, type[StoreUnwritable]], ...] = (
    ("SQLITE_FULL", StoreFull),
    ("SQLITE_READONLY", StoreReadOnly),
    ("SQLITE_PERM", StoreReadOnly),
    ("SQLITE_BUSY", StoreBusy),
    ("SQLITE_LOCKED", StoreBusy),
)
_ERRNOS: dict[int | None, type[StoreUnwritable]] = {
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.EROFS: StoreReadOnly,
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
}


def failure(path: Path, error: sqlite3.Error | OSError) -> StoreUnwritable:
    """Tell a failure to write the store at `path` as ours."""
    if isinstance(error, OSError):
        kind = _ERRNOS.get(error.errno, StoreUnwritable)
        return kind(path, reason=error.strerror or str(error))
    name = name_of(error)
    kind = next((kind for start, kind in _KINDS if name.startswith(start)), StoreUnwritable)
    if name.startswith("SQLITE_CANTOPEN") and not may_write(path.parent):
        kind = StoreReadOnly
    return kind(path, reason=name)


def name_of(error: sqlite3.Error) -> str:
    """Give SQLite's name of an error, or what Python says where it made the error itself."""
    return getattr(error, "sqlite_errorname", None) or str(error)


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error means that the file is broken."""
    return name_of(error).startswith(_DAMAGED)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds nothing wrong in a quick reading."""
    try:
        found: list[tuple[str]] = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        if is_damage(error):
            return False
        raise
    return found == [("ok",)]


def may_write(folder: Path) -> bool:
    """Tell whether files may be made in a folder."""
    return folder.is_dir() and os.access(folder, os.W_OK)
