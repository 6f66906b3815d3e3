"""What happens between programs: one is killed at any moment, two write at once, one is in the way."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hkreader.core.errors import StoreBusy
from hkreader.library import database
from hkreader.library.store import Store
from tests.library.samples import TEXT, confirmed
from tests.library.worker import APART

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("HKREADER_KILLS", "20"))
"""More of them find rarer moments."""
LONGEST_LIFE = 0.15


def start(path, first, count):
    command = [sys.executable, "-m", "tests.library.worker", str(path), str(first), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def numbers_said(out):
    """Give the numbers that were printed whole."""
    return {int(line) for line in out.split(b"\n")[:-1]}


def numbers_stored(store):
    return {decision.span.start // APART for decision in store.decisions_of(TEXT)}


def killed(path, first, life):
    """Let a program store for `life` seconds after its first decision, then kill it."""
    process = start(path, first, 1_000_000)
    said = process.stdout.readline()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(life)
    process.kill()
    out, error = process.communicate()
    assert not error
    return numbers_said(said + out)


def test_a_kill_loses_nothing_that_was_stored(path):
    moments = random.Random()  # noqa: S311  nothing to keep secret
    said = set()
    for _ in range(KILLS):
        first = max(said, default=0) + 10
        said |= killed(path, first, moments.uniform(0, LONGEST_LIFE))
        with Store(path) as store:
            store._database.check()
            assert said <= numbers_stored(store)
    assert len(said) >= KILLS


@pytest.mark.parametrize("life", [0.02, 0.1, 0.15, 0.2, 0.25])
def test_a_kill_while_a_store_is_made_leaves_one_that_opens(path, life):
    process = start(path, 1, 3)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(life)
    process.kill()
    out, _ = process.communicate()

    with Store(path) as store:
        store._database.check()
        assert numbers_said(out) <= numbers_stored(store)


def test_two_programs_make_and_fill_one_store_at_once(path):
    programs = [start(path, first, 60) for first in (1000, 2000, 3000)]
    for program in programs:
        out, error = program.communicate()
        assert (program.returncode, len(numbers_said(out))) == (0, 60), error

    with Store(path) as store:
        store._database.check()
        assert numbers_stored(store) == {
            first + number for first in (1000, 2000, 3000) for number in range(60)
        }


def test_a_program_that_holds_the_store_is_waited_for_but_not_for_ever(path, monkeypatch):
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    with (
        Store(path) as store,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            store.put(TEXT, [confirmed()])
        assert store.decisions_of(TEXT) == ()
        other.execute("ROLLBACK")

        store.put(TEXT, [confirmed()])

        assert store.decisions_of(TEXT) == (confirmed(),)


class Switching:
    """A connection that finds others switching to WAL as well."""

    def __init__(self, refusals):
        self.refusals = refusals

    def execute(self, command):
        if self.refusals:
            self.refusals -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorname = "SQLITE_BUSY"
            raise error
        return self

    def fetchone(self):
        return ("wal",)


def test_others_that_make_the_store_at_once_are_waited_for_but_not_for_ever(monkeypatch):
    """SQLite does not wait here when several switch to WAL: one of some hundred starts was refused."""
    pauses = []
    monkeypatch.setattr(database.time, "sleep", pauses.append)
    database._choose_wal(Switching(refusals=3))
    assert len(pauses) == 3

    monkeypatch.setattr(database, "_PATIENCE", -1)
    with pytest.raises(sqlite3.OperationalError):
        database._choose_wal(Switching(refusals=1))
