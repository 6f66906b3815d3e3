"""Stores of every version there was open as they are now, with all that was in them."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from hkreader.core.report import Span
from hkreader.library.matching import Carried, Lost
from hkreader.library.schema import STEPS, Newer, bring_up
from hkreader.library.store import Store
from tests.library.samples import OTHER, TEXT, confirmed, edited, known, note

STORES = Path(__file__).parents[1] / "data" / "stores"


def fill(store):
    """What is in every one of the kept stores; `python -m tests.library.keep_store` makes one."""
    store.note_text(known(TEXT, words="c" * 64, file="报告.docx", checked=2, total=9))
    store.put(TEXT, [confirmed(10), edited(30)])
    store.put_note(TEXT, note(1))
    store.put_alias("区级收入", "一般公共预算收入")
    store.adopt(
        OTHER, Carried((), (Lost(confirmed(30), None),)), Carried((), (Lost(note(2), None),))
    )


def holds_all(store):
    assert known(TEXT, words="c" * 64, file="报告.docx", checked=2, total=9) in store.texts()
    assert store.decisions_of(TEXT) == (confirmed(10), edited(30))
    assert store.notes_of(TEXT) == (note(1),)
    assert store.aliases() == {"区级收入": "一般公共预算收入"}
    assert store.lost_decisions_of(OTHER) == (confirmed(30),)
    assert store.lost_notes_of(OTHER) == (note(2),)


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_store_of_each_version_opens_with_all_that_is_in_it(version, path):
    path.parent.mkdir()
    earlier = sqlite3.connect(path)
    earlier.executescript((STORES / f"v{version}.sql").read_text("utf-8"))
    assert earlier.execute("PRAGMA user_version").fetchone() == (version,)
    earlier.close()

    with Store(path) as store:
        holds_all(store)
        assert not store.is_new
        assert store.drop(TEXT, [Span(10, 12)]) == (confirmed(10),)
        ((now,),) = store._database.rows("PRAGMA user_version")
    assert now == len(STEPS)


def test_a_new_store_is_of_the_present_version_and_holds_what_is_put_in(store):
    fill(store)

    holds_all(store)
    assert store._database.rows("PRAGMA user_version") == [(len(STEPS),)]


def with_colours(connection):
    connection.execute("ALTER TABLE aliases ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def broken(connection):
    connection.execute("UPDATE aliases SET canonical = 'lost'")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def aliases_of(path):
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM aliases").fetchall()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return rows, version


def brought_up(path, steps):
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        bring_up(connection, steps)
    finally:
        connection.close()


@pytest.mark.parametrize("version", range(len(STEPS) + 1))
def test_later_steps_are_taken_from_every_version(path, version):
    path.parent.mkdir()
    brought_up(path, STEPS[:version])

    brought_up(path, (*STEPS, with_colours))
    brought_up(path, (*STEPS, with_colours))

    assert aliases_of(path) == ([], len(STEPS) + 1)


def test_a_program_that_comes_second_waits_and_finds_all_done(path):
    path.parent.mkdir()
    second = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    begun = threading.Event()
    second.set_trace_callback(lambda command: begun.set() if "BEGIN" in command else None)
    failures = []

    def come():
        try:
            bring_up(second, STEPS)
        except sqlite3.Error as error:
            failures.append(error)

    thread = threading.Thread(target=come)

    def slow(connection):
        thread.start()
        assert begun.wait(10)
        STEPS[0](connection)

    brought_up(path, (slow, *STEPS[1:]))
    thread.join()
    second.close()

    assert failures == []
    assert aliases_of(path) == ([], len(STEPS))


def test_a_step_that_fails_leaves_the_store_as_it_was(store, path):
    store.put_alias("甲", "乙")
    store.close()

    with pytest.raises(sqlite3.OperationalError):
        brought_up(path, (*STEPS, with_colours, broken))

    assert aliases_of(path) == ([("甲", "乙")], len(STEPS))


def test_a_store_of_a_later_version_is_not_touched(path):
    path.parent.mkdir()
    brought_up(path, (*STEPS, with_colours))

    with pytest.raises(Newer):
        brought_up(path, STEPS)

    assert aliases_of(path) == ([], len(STEPS) + 1)
