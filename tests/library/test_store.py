from __future__ import annotations

import threading

import pytest

from hkreader.core.errors import StoreUnwritable
from hkreader.core.report import Span
from hkreader.core.reviews import Decision, KnownText, Ruling
from hkreader.library.connecting import uri_of
from hkreader.library.matching import Carried, Lost
from hkreader.library.store import Store
from tests.library.samples import OTHER, TEXT, anchor, confirmed, edited, figure, known, note


def test_decisions_are_given_in_the_order_of_the_text(store, path):
    store.put(TEXT, [confirmed(40), confirmed(10)])
    store.put(OTHER, [confirmed(20)])
    store.close()

    with Store(path) as again:
        assert again.decisions_of(TEXT) == (confirmed(10), confirmed(40))
        assert again.decisions_of(OTHER) == (confirmed(20),)
        assert again.decisions_of("c" * 64) == ()


def test_every_ruling_is_kept_as_it_is(store):
    parts = (figure(60, "3户"), figure(63, "4户"))
    rulings = (
        confirmed(10),
        edited(20),
        Decision(anchor(30), Ruling.REJECTED, (), (figure(30),)),
        Decision(anchor(40), Ruling.ADDED, (figure(40),)),
        Decision(anchor(60, 5), Ruling.EDITED, parts, (figure(60),), "拆成两个"),
        Decision(
            anchor(70, 5), Ruling.EDITED, (figure(70),), (figure(70, "3户"), figure(73, "4户"))
        ),
    )

    store.put(TEXT, rulings)

    assert store.decisions_of(TEXT) == rulings


def test_a_word_replaces_what_it_touches_and_undo_brings_that_back(store):
    store.put(TEXT, [confirmed(10), confirmed(15), confirmed(30)])
    merged = Decision(anchor(10, 10), Ruling.EDITED, (figure(10),), (figure(10), figure(15)))

    replaced = store.put(TEXT, [merged])

    assert replaced == (confirmed(10), confirmed(15))
    assert store.decisions_of(TEXT) == (merged, confirmed(30))
    undone = store.change(TEXT, drop=[merged.span], put=replaced)
    assert undone == (merged,)
    assert store.decisions_of(TEXT) == (confirmed(10), confirmed(15), confirmed(30))


def test_what_is_taken_back_is_given(store):
    store.put(TEXT, [confirmed(10), confirmed(30)])

    assert store.drop(TEXT, [Span(10, 15), Span(50, 60)]) == (confirmed(10),)
    assert store.decisions_of(TEXT) == (confirmed(30),)


def test_neighbours_are_left_alone(store):
    store.put(TEXT, [confirmed(10)])

    assert store.put(TEXT, [confirmed(15), confirmed(5)]) == ()
    assert len(store.decisions_of(TEXT)) == 3


def test_notes_are_kept_changed_and_dropped(store):
    store.put_note(TEXT, note(1, 40))
    store.put_note(TEXT, note(2, 10, tags=()))
    store.put_note(TEXT, note(1, 40, text="已核"))

    assert store.notes_of(TEXT) == (note(2, 10, tags=()), note(1, 40, text="已核"))
    store.drop_note(TEXT, "note-1")
    assert store.notes_of(TEXT) == (note(2, 10, tags=()),)


def test_a_note_may_stand_in_two_versions_of_a_text(store):
    store.put_note(TEXT, note(1))
    store.put_note(OTHER, note(1, 30))

    assert (store.notes_of(TEXT), store.notes_of(OTHER)) == ((note(1),), (note(1, 30),))
    assert store.notes() == ((TEXT, note(1)), (OTHER, note(1, 30)))
    store.drop_note(TEXT, "note-1")
    assert store.notes() == ((OTHER, note(1, 30)),)


def test_aliases(store):
    store.put_alias("区级收入", "一般公共预算收入")
    store.put_alias("区级收入", "区级财政收入")
    store.put_alias("产值", "工业总产值")
    store.drop_alias("产值")

    assert store.aliases() == {"区级收入": "区级财政收入"}


def test_texts_are_known_with_the_last_seen_first(store):
    store.note_text(known(TEXT, seen="2026-11-26T10:00:00+08:00"))
    store.note_text(known(OTHER, seen="2026-11-27T10:00:00+08:00", checked=3, total=9))

    assert [text.hash for text in store.texts()] == [OTHER, TEXT]
    assert store.texts()[0].checked == 3


def test_a_text_is_known_by_its_decisions_alone_and_what_is_noted_of_it_stays(store):
    store.put(TEXT, [confirmed()])
    assert store.texts() == (KnownText(TEXT),)

    store.note_text(known(TEXT))
    store.put(TEXT, [confirmed(30)])

    assert store.texts() == (known(TEXT),)


def test_what_was_lost_waits_until_it_is_settled(store):
    kept = Carried((confirmed(10),), (Lost(confirmed(30), None),))
    notes = Carried((note(1),), (Lost(note(2), Span(0, 3)),))

    store.adopt(OTHER, kept, notes)

    assert store.decisions_of(OTHER) == (confirmed(10),)
    assert store.notes_of(OTHER) == (note(1),)
    assert store.lost_decisions_of(OTHER) == (confirmed(30),)
    assert store.lost_notes_of(OTHER) == (note(2),)
    store.settle(OTHER, confirmed(30))
    store.settle(OTHER, note(2))
    assert (store.lost_decisions_of(OTHER), store.lost_notes_of(OTHER)) == ((), ())
    store.adopt(OTHER, kept, notes)
    assert store.lost_decisions_of(OTHER) == (), "what was looked at is not lost once more"
    store.settle(OTHER, note(2), settled=False)
    assert store.lost_notes_of(OTHER) == (note(2),)


def test_together_stores_all_or_nothing(store):
    with pytest.raises(AttributeError), store.together():
        store.change(TEXT, put=[confirmed(), None])
    assert (store.decisions_of(TEXT), store.notes_of(TEXT), store.texts()) == ((), (), ())

    with store.together():
        store.put(TEXT, [confirmed()])
        store.put_note(TEXT, note())
    assert (store.decisions_of(TEXT), store.notes_of(TEXT)) == ((confirmed(),), (note(),))


def test_a_store_tells_whether_it_is_new(path):
    with Store(path) as first:
        assert first.is_new
    with Store(path) as second:
        assert not second.is_new


def test_the_last_to_close_leaves_one_file(store, path):
    store.put(TEXT, [confirmed()])
    store.close()

    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_closed_store_says_so(store):
    store.close()
    store.close()

    with pytest.raises(StoreUnwritable):
        store.put(TEXT, [confirmed()])


def test_power_may_fail_and_two_programs_may_read(store):
    ((mode,),) = store._database.rows("PRAGMA journal_mode")
    ((synchronous,),) = store._database.rows("PRAGMA synchronous")

    assert (mode, synchronous) == ("wal", 2)


def test_threads_share_a_store(store):
    def work(first):
        for number in range(20):
            store.put(TEXT, [confirmed(first + 10 * number)])

    threads = [threading.Thread(target=work, args=(1000 * number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(store.decisions_of(TEXT)) == 80


def test_another_program_sees_what_is_stored_and_can_tell_that_it_was(store, path):
    with Store(path) as other:
        before = other.stamp()
        store.put(TEXT, [confirmed()])

        assert other.decisions_of(TEXT) == (confirmed(),)
        assert other.stamp() != before
        seen = other.stamp()
        other.put_note(TEXT, note())
        assert other.stamp() == seen


@pytest.mark.parametrize("name", ["审核 100%#1?.db", "a&b=c.db"])
def test_a_store_may_have_any_name(tmp_path, name):
    with Store(tmp_path / "数据 %41" / name) as store:
        store.put(TEXT, [confirmed()])
        store.look_after()

    assert (tmp_path / "数据 %41" / name).exists()


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("/home/甲/a b.db", "file:///home/%E7%94%B2/a%20b.db"),
        ("C:/Users/a.db", "file:///C:/Users/a.db"),
        ("//server/share/a.db", "file:////server/share/a.db"),
    ],
)
def test_paths_are_named_as_sqlite_asks(place, uri):
    assert uri_of(place) == uri
