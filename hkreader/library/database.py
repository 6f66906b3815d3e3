"""The door to SQLite: opens a store safely, and tells its failures as ours.

WAL, so that two programs read while one writes; `synchronous=FULL`, so that what was stored is on
the disk even when the power fails a moment later (a kill loses nothing either way).
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import Any

from hkreader.core.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
    StoreTooNew,
    StoreUnwritable,
)
from hkreader.library import schema
from hkreader.library.backups import last_backup, set_aside
from hkreader.library.codec import NotARecord
from hkreader.library.connecting import READ, READ_ALONE, WRITE, connect
from hkreader.library.failures import failure, is_damage, is_sound, may_write, name_of

_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""
_PAUSE = 0.02


class Database:
    """One open store. Threads may share it: each transaction is had by one of them at a time."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or make the store; raises `StoreError`."""
        self.path = path
        self._lock = RLock()
        self._depth = 0
        self.is_new = False
        """Whether it was made just now: then there may be a backup of one that was lost."""
        self._connection: sqlite3.Connection | None = None
        try:
            with self.failures():
                self._connection = _connect(path, read_only=read_only)
                self._begin(read_only=read_only)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the store; the last program to do so leaves a single file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def rows(self, query: str, *values: object) -> list[Any]:
        """Give what a query finds."""
        with self._lock, self.failures():
            return self._open().execute(query, values).fetchall()

    def run(self, command: str, *values: object) -> int:
        """Run a command within `together`; give how many rows it changed."""
        with self._lock, self.failures():
            return self._open().execute(command, values).rowcount

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Let what is written within be stored wholly or not at all."""
        with self._lock, self.failures():
            if self._depth:
                yield
                return
            self._open().execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._open().execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth -= 1

    def stamp(self) -> int:
        """Give a number that changes when another program has stored something."""
        ((number,),) = self.rows("PRAGMA data_version")
        return int(number)

    def check(self) -> None:
        """Read through the store; raises `StoreDamaged` after setting it aside. For a thread."""
        # On a connection of its own, so that others need not wait.
        with self.failures(), contextlib.closing(_connect(self.path, read_only=True)) as own:
            sound = is_sound(own)
        if not sound:
            raise self._set_aside()

    def _begin(self, *, read_only: bool) -> None:
        connection = self._open()
        if read_only:
            if not schema.is_present(connection):
                raise StoreReadOnly(self.path, reason="version")
            return
        self.is_new = schema.is_new(connection)
        _choose_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        schema.bring_up(connection)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise StoreUnwritable(self.path, reason="closed")
        return self._connection

    def _roll_back(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            # A full disk may have rolled back already, a broken one cannot: nothing is stored then.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def failures(self) -> Iterator[None]:
        """Tell SQLite's failures as ours."""
        try:
            yield
        except NotARecord as error:
            raise self._set_aside() from error
        except schema.Newer as error:
            raise StoreTooNew(self.path) from error
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            damaged = is_damage(error)
            raise (self._set_aside() if damaged else failure(self.path, error)) from error
        except OSError as error:
            raise failure(self.path, error) from error

    def _set_aside(self) -> StoreError:
        """Close the damaged store and move it out of the way, as it is."""
        with self._lock:
            self.close()
        try:
            aside = set_aside(self.path, "damaged")
        except OSError:
            # Windows moves nothing that another program has open.
            return StoreBusy(self.path, reason="damaged")
        return StoreDamaged(self.path, aside, last_backup(self.path))


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
        return connect(path, WRITE, _PATIENCE)
    alone = not may_write(path.parent) and not Path(f"{path}-wal").exists()
    return connect(path, READ_ALONE if alone else READ, _PATIENCE)


def _choose_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; SQLite does not wait for others by itself here."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if not name_of(error).startswith("SQLITE_BUSY") or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return
