from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

from hkreader.core.errors import StoreUnwritable
from hkreader.library.backups import KEPT, back_up, backups, last_backup, restore
from hkreader.library.store import Store
from tests.library.samples import TEXT, confirmed

PAGE = 4096
MONDAY = date(2026, 11, 23)


def days(count):
    return [MONDAY + timedelta(days=number) for number in range(count)]


def test_a_copy_is_made_once_a_day_while_the_store_is_in_use(store, path):
    store.put(TEXT, [confirmed(10)])
    first = back_up(path, MONDAY)
    store.put(TEXT, [confirmed(30)])

    assert back_up(path, MONDAY) == first
    second = back_up(path, MONDAY + timedelta(days=1))

    assert backups(path) == [second, first]
    assert sorted(item.name for item in first.parent.iterdir()) == [first.name, second.name]
    assert [count_in(copy) for copy in (first, second)] == [1, 2]


def count_in(path):
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    count = connection.execute("SELECT COUNT(*) FROM decisions").fetchone()[0]
    connection.close()
    return count


def test_the_last_seven_days_with_a_copy_are_kept(store, path):
    for day in (*days(5), *(day + timedelta(days=60) for day in days(5))):
        back_up(path, day)

    kept = backups(path)

    assert len(kept) == KEPT == 7
    assert last_backup(path) == kept[0]
    assert [copy.stem[-10:] for copy in kept[-2:]] == ["2026-11-27", "2026-11-26"]


def test_a_backup_comes_back_and_what_was_there_is_kept(path):
    with Store(path) as store:
        store.put(TEXT, [confirmed(10)])
        copy = back_up(path)
        store.put(TEXT, [confirmed(30)])

    restore(path, copy)

    with Store(path) as store:
        assert store.decisions_of(TEXT) == (confirmed(10),)
    (aside,) = path.parent.glob("*replaced*.db")
    with Store(aside) as store:
        assert store.decisions_of(TEXT) == (confirmed(10), confirmed(30))


def test_a_lost_store_comes_back(path):
    with Store(path) as store:
        store.put(TEXT, [confirmed(10)])
        store.look_after()
    path.unlink()

    restore(path, last_backup(path))

    with Store(path) as store:
        assert store.decisions_of(TEXT) == (confirmed(10),)


def test_a_damaged_store_makes_no_copy_and_a_damaged_copy_no_store(path):
    with Store(path) as store:
        store.put(TEXT, [confirmed(10)])
        copy = back_up(path, MONDAY)
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(StoreUnwritable):
        back_up(path, MONDAY + timedelta(days=1))

    copy.write_bytes(b"no database " * 1000)
    with pytest.raises(StoreUnwritable):
        restore(path, copy)

    assert backups(path) == [copy]
    assert sorted(item.name for item in path.parent.iterdir()) == ["backups", path.name]
    assert [item.name for item in copy.parent.iterdir()] == [copy.name]


def test_a_store_with_spoilt_pages_makes_no_copy(path):
    with Store(path) as store:
        for number in range(200):
            store.put(TEXT, [confirmed(10 * number)])
    content = bytearray(path.read_bytes())
    content[PAGE * 3 : PAGE * 18] = bytes(PAGE * 15)
    path.write_bytes(content)

    with pytest.raises(StoreUnwritable):
        back_up(path)

    assert list((path.parent / "backups").iterdir()) == []


def test_where_no_folder_can_be_made_that_is_told(store, path):
    (path.parent / "backups").write_text("no folder")

    with pytest.raises(StoreUnwritable):
        back_up(path)
