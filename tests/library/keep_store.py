"""Keeps a store of the present version for the tests of later ones.

    python -m tests.library.keep_store

Run once for each version of the schema, before it goes out; a kept store is never made anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from hkreader.library.schema import STEPS
from hkreader.library.store import Store
from tests.library.test_schema import STORES, fill


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "reviews.db")
        with Store(path) as store:
            fill(store)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            lines = [*connection.iterdump(), f"PRAGMA user_version = {len(STEPS)};"]
    target = STORES / f"v{len(STEPS)}.sql"
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
