"""The store's tables, version by version; a store of an earlier program is brought up to now.

A step is never changed once a program with it is in anybody's hands: what changes is a new step,
which also rewrites the records where these have changed, since they are read strictly.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

Step = Callable[[sqlite3.Connection], None]
"""What brings a store from one version to the next."""


class Newer(Exception):  # noqa: N818  named by what the store is
    """The store is of a version that this program does not know."""


_FIRST = """
CREATE TABLE texts (hash TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE decisions (
    text TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    sentence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, start)
);
CREATE INDEX decisions_by_sentence ON decisions (sentence, text);
CREATE TABLE notes (
    text TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL,
    sentence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, id)
);
CREATE INDEX notes_by_sentence ON notes (sentence, text);
CREATE TABLE lost_decisions (
    text TEXT NOT NULL, start INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, start)
);
CREATE TABLE lost_notes (
    text TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, id)
);
CREATE TABLE aliases (name TEXT PRIMARY KEY, canonical TEXT NOT NULL);
"""
"""Records are JSON; beside them stands what they are looked up by."""


def _first(connection: sqlite3.Connection) -> None:
    # Not as one script, which would be stored before the rest of the way is gone.
    for statement in _FIRST.split(";"):
        connection.execute(statement)


def _second(connection: sqlite3.Connection) -> None:
    """Let what was lost and looked at stay known, so that it is not found lost once more."""
    for table in ("lost_decisions", "lost_notes"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN settled INTEGER NOT NULL DEFAULT 0")


STEPS: tuple[Step, ...] = (_first, _second)
"""The first makes version 1, the second brings that to version 2."""


def bring_up(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring a store to the present version, wholly or not at all; raises `Newer`."""
    if is_present(connection, steps):
        return
    # Two programs may come here at once: the second waits, and finds nothing left to do.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not is_present(connection, steps):
            for step in steps[_version(connection) :]:
                step(connection)
            connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_present(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Tell whether the store is of this program's version; raises `Newer`."""
    version = _version(connection)
    if version > len(steps):
        raise Newer
    return version == len(steps)


def is_new(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever stored here."""
    return _version(connection) == 0


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
