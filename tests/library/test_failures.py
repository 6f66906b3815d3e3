"""A store that cannot be written or read says so, and nothing is silently unsaved."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hkreader.core.errors import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
    StoreUnwritable,
)
from hkreader.library import database
from hkreader.library.backups import back_up, restore
from hkreader.library.store import Store
from hkreader.messages import Language, explain, set_language
from tests.library.samples import TEXT, confirmed, note

ROOT = Path(__file__).parents[2]
PAGE = 4096

SMALL_DISK = """
import resource, sys
from pathlib import Path
from hkreader.core.errors import StoreUnwritable
from hkreader.library.store import Store
from tests.library.samples import TEXT, confirmed

store = Store(Path(sys.argv[1]))
room = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
stored = 0
try:
    while stored < 5000:
        store.put(TEXT, [confirmed(10 * stored)])
        stored += 1
except StoreUnwritable as error:
    print(stored, len(store.decisions_of(TEXT)), type(error).__name__)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no program's files")
def test_no_more_room_for_files_is_told_and_what_was_stored_stays(path):
    command = [sys.executable, "-c", SMALL_DISK, str(path), str(256 * 1024)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    stored, seen, name = done.stdout.split()
    assert (int(stored) > 0, stored, name) == (True, seen, "StoreUnwritable")
    with Store(path) as store:
        store._database.check()
        assert len(store.decisions_of(TEXT)) == int(stored)


def fill(store, said):
    for number in range(5000):
        store.put(TEXT, [confirmed(10 * number)])
        said.append(confirmed(10 * number))


def test_a_full_disk_is_told_and_what_was_stored_stays(store):
    store._database.rows("PRAGMA max_page_count = 40")
    said = []
    with pytest.raises(StoreFull):
        fill(store, said)

    assert said
    assert store.decisions_of(TEXT) == tuple(said)
    with pytest.raises(StoreFull):
        store.put_note(TEXT, note(text="字" * 100_000))
    store._database.rows("PRAGMA max_page_count = 4000")
    store.put_note(TEXT, note(text="字" * 100_000))
    assert len(store.notes_of(TEXT)) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "data").write_text("no folder")

    with pytest.raises(StoreUnwritable):
        Store(tmp_path / "data" / "reviews.db")


def test_a_store_that_is_a_folder_is_told(path):
    path.mkdir(parents=True)

    with pytest.raises(StoreUnwritable):
        Store(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="modes bind no administrator")
def test_a_folder_that_may_not_be_written_is_told(path):
    with Store(path) as store:
        store.put(TEXT, [confirmed()])
    path.parent.chmod(0o555)
    try:
        with pytest.raises(StoreReadOnly), Store(path) as store:
            store.put(TEXT, [confirmed(30)])
        with Store(path, read_only=True) as store:
            assert store.decisions_of(TEXT) == (confirmed(),)
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("writable", [True, False], ids=["folder", "read-only folder"])
def test_a_store_can_be_read_where_it_cannot_be_written(path, monkeypatch, writable):
    with Store(path) as store:
        store.put(TEXT, [confirmed()])
    monkeypatch.setattr(database, "may_write", lambda folder: writable)

    with Store(path, read_only=True) as store:
        assert store.decisions_of(TEXT) == (confirmed(),)
        for write in (
            lambda: store.put(TEXT, [confirmed(30)]),
            lambda: store.drop(TEXT, [confirmed().span]),
            lambda: store.put_note(TEXT, note()),
            lambda: store.put_alias("甲", "乙"),
        ):
            with pytest.raises(StoreReadOnly):
                write()
        assert store.decisions_of(TEXT) == (confirmed(),)
    assert [item.name for item in path.parent.iterdir()] == [path.name] or writable


def test_a_store_of_a_later_program_is_left_alone(path):
    Store(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    other.close()

    for read_only in (False, True):
        with pytest.raises(StoreTooNew):
            Store(path, read_only=read_only)
    assert path.exists()


def filled(path):
    with Store(path) as store:
        for number in range(400):
            store.put(TEXT, [confirmed(10 * number)])


def spoil_start(path):
    path.write_bytes(b"no database at all " * 500)


def spoil_pages(path):
    content = bytearray(path.read_bytes())
    assert len(content) > 20 * PAGE
    content[3 * PAGE : 18 * PAGE] = bytes(15 * PAGE)
    path.write_bytes(content)


def cut_off(path):
    path.write_bytes(path.read_bytes()[: 10 * PAGE])


def spoil_record(path):
    other = sqlite3.connect(path)
    other.execute("UPDATE decisions SET record = '{' WHERE start = 100")
    other.commit()
    other.close()


def use(path):
    with Store(path) as store:
        store.look_after()
        store.decisions_of(TEXT)


@pytest.mark.parametrize("spoil", [spoil_start, spoil_pages, cut_off, spoil_record])
@pytest.mark.parametrize("saved", [True, False], ids=["backup", "no backup"])
def test_a_damaged_store_is_set_aside_and_the_last_backup_offered(path, spoil, saved, tmp_path):
    filled(path)
    backup = back_up(path) if saved else None
    spoil(path)

    with pytest.raises(StoreDamaged) as caught:
        use(path)

    assert caught.value.aside.exists()
    assert caught.value.aside.parent == path.parent
    assert not path.exists()
    if saved:
        assert caught.value.backup == backup
        restore(path, backup)
    elif spoil is not spoil_record:
        assert caught.value.backup is None
    with Store(path) as store:
        assert len(store.decisions_of(TEXT)) == (400 if saved else 0)
        assert store.is_new is not saved


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "error",
    [
        StoreUnwritable(Path("reviews.db"), reason="SQLITE_IOERR"),
        StoreReadOnly(Path("reviews.db"), reason="SQLITE_READONLY"),
        StoreFull(Path("reviews.db"), reason="SQLITE_FULL"),
        StoreBusy(Path("reviews.db"), reason="SQLITE_BUSY"),
        StoreTooNew(Path("reviews.db")),
        StoreDamaged(Path("reviews.db"), Path("aside.db"), None),
        StoreDamaged(Path("reviews.db"), Path("aside.db"), Path("backup.db")),
    ],
    ids=lambda error: error.key,
)
def test_every_failure_has_its_sentence(error, language):
    set_language(language)

    sentence = explain(error)

    assert "reviews.db" in sentence
    assert ("aside.db" in sentence) is isinstance(error, StoreDamaged)
