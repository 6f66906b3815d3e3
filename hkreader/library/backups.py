"""Copies of the store, one a day, and what lies beside it: damaged stores are kept, never deleted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from hkreader.core.errors import StoreUnwritable
from hkreader.library.connecting import READ, WRITE, connect
from hkreader.library.failures import failure, is_sound

KEPT = 7
"""Days with a copy that are kept: the last ones, however long ago."""
_FOLDER = "backups"
_DRAFT = ".part"
_TAILS = ("", "-wal", "-shm")
"""What a store consists of, the last two while it is open."""


def back_up(path: Path, today: date | None = None) -> Path:
    """Copy the store at `path` once a day, while others may use it; give the copy of today."""
    day = today or datetime.now().astimezone().date()
    target = _folder(path) / f"{path.stem}-{day.isoformat()}{path.suffix}"
    if target.exists():
        return target
    with _failures(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        # Two programs may copy at once, each its own.
        draft = target.with_suffix(f".{os.getpid()}{_DRAFT}")
        _copy(path, draft)
        draft.replace(target)
        for old in backups(path)[KEPT:]:
            old.unlink(missing_ok=True)
    return target


def backups(path: Path) -> list[Path]:
    """Give the copies of the store at `path`, the last one first."""
    pattern = f"{path.stem}-????-??-??{path.suffix}"
    return sorted(_folder(path).glob(pattern), reverse=True)


def last_backup(path: Path) -> Path | None:
    """Give the last copy of the store at `path`."""
    return next(iter(backups(path)), None)


def restore(path: Path, backup: Path) -> None:
    """Put a copy in the place of the store, which nobody has open; what was there is set aside."""
    with _failures(path):
        draft = path.with_suffix(f".{os.getpid()}{_DRAFT}")
        _copy(backup, draft)
        if path.exists():
            set_aside(path, "replaced")
        draft.replace(path)


def set_aside(path: Path, why: str) -> Path:
    """Move a closed store beside itself under a name that says why and when."""
    when = f"{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
    aside = path.with_name(f"{path.stem}.{why}-{when}{path.suffix}")
    for tail in _TAILS:
        # Another program may have been faster.
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{tail}").rename(f"{aside}{tail}")
    return aside


def _copy(source: Path, target: Path) -> None:
    """Copy a store into one sound file, or leave nothing behind."""
    try:
        with (
            contextlib.closing(connect(source, READ)) as ours,
            contextlib.closing(connect(target, WRITE)) as copy,
        ):
            ours.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            sound = is_sound(copy)
        if not sound:
            raise StoreUnwritable(source, reason="quick_check")
    except BaseException:
        for tail in (*_TAILS, "-journal"):
            Path(f"{target}{tail}").unlink(missing_ok=True)
        raise


def _folder(path: Path) -> Path:
    return path.parent / _FOLDER


@contextlib.contextmanager
def _failures(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise failure(path, error) from error
