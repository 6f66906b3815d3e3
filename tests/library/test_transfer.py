from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hkreader.core.errors import Cancelled, NotATransfer, StoreFull, TargetUnwritable
from hkreader.library.store import Store
from hkreader.library.transfer import (
    Alias,
    AliasConflict,
    DecisionConflict,
    Merged,
    NoteConflict,
    collect,
    merge,
    read_transfer,
    take_theirs,
    write_transfer,
)
from hkreader.messages import explain
from tests.library.samples import OTHER, TEXT, anchor, confirmed, edited, figure, known, note


@pytest.fixture
def theirs(tmp_path):
    with Store(tmp_path / "colleague" / "reviews.db") as opened:
        yield opened


@pytest.fixture
def file(tmp_path):
    return tmp_path / "审核记录.json"


def handed_over(theirs, file):
    write_transfer(collect(theirs), file)
    return read_transfer(file)


def fill(store):
    store.note_text(known(TEXT, checked=2, total=9))
    store.put(TEXT, [confirmed(10), edited(30)])
    store.put_note(TEXT, note(1))
    store.put(OTHER, [confirmed(50)])
    store.put_alias("区级收入", "一般公共预算收入")


def content(store):
    return (
        {
            text.hash: (store.decisions_of(text.hash), store.notes_of(text.hash))
            for text in store.texts()
        },
        store.aliases(),
    )


def test_all_goes_into_an_empty_store(store, theirs, file):
    fill(theirs)

    merged = merge(store, handed_over(theirs, file))

    assert merged == Merged(added=5, equal=0, conflicts=())
    assert content(store) == content(theirs)
    (text,) = [text for text in store.texts() if text.hash == TEXT]
    assert (text.title, text.total, text.checked, text.seen) == ("政府工作报告", 9, 0, "")


def test_what_is_equal_is_kept_whoever_decided_it(store, theirs, file):
    fill(theirs)
    fill(store)
    mine = replace(confirmed(10), who="我", when="2020-01-01T00:00:00+08:00")
    store.put(TEXT, [mine])
    before = content(store)

    merged = merge(store, handed_over(theirs, file))

    assert merged == Merged(added=0, equal=5, conflicts=())
    assert content(store) == before
    assert [text.checked for text in store.texts() if text.hash == TEXT] == [2]


def test_what_differs_is_shown_and_only_the_users_choice_changes_it(store, theirs, file):
    fill(theirs)
    fill(store)
    theirs.put_note(TEXT, note(1, text="已核"))
    theirs.put(TEXT, [edited(30, value=7.0)])
    theirs.put_alias("区级收入", "区级财政收入")
    theirs.put(TEXT, [confirmed(70)])
    before = content(store)

    merged = merge(store, handed_over(theirs, file))

    text = known(TEXT, checked=2, total=9)
    conflicts = (
        DecisionConflict(text, (edited(30),), edited(30, value=7.0)),
        NoteConflict(text, note(1), note(1, text="已核")),
        AliasConflict(Alias("区级收入", "一般公共预算收入"), Alias("区级收入", "区级财政收入")),
    )
    assert merged == Merged(added=1, equal=2, conflicts=conflicts)
    store.drop(TEXT, [confirmed(70).span])
    assert content(store) == before
    take_theirs(store, conflicts)
    store.put(TEXT, [confirmed(70)])
    assert content(store) == content(theirs)


def test_a_word_on_several_figures_is_against_each_of_mine(store, theirs, file):
    merged_figure = replace(edited(10), anchor=anchor(10, 10), found=(figure(10), figure(15)))
    theirs.put(TEXT, [merged_figure])
    store.put(TEXT, [confirmed(10), confirmed(15)])

    merged = merge(store, handed_over(theirs, file))

    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ((confirmed(10), confirmed(15)), merged_figure)
    take_theirs(store, merged.conflicts)
    assert store.decisions_of(TEXT) == (merged_figure,)


def test_the_same_figures_with_another_remark_are_shown(store, theirs, file):
    theirs.put(TEXT, [confirmed(10, note="与统计公报不符")])
    store.put(TEXT, [confirmed(10)])

    assert len(merge(store, handed_over(theirs, file)).conflicts) == 1


def test_a_merge_that_was_broken_off_goes_on_the_next_time(store, theirs, file):
    for text in range(5):
        theirs.put(f"{text:064x}", [confirmed(10 * number) for number in range(40)])
    transfer = handed_over(theirs, file)
    ((used,),) = store._database.rows("PRAGMA page_count")
    store._database.rows(f"PRAGMA max_page_count = {used + 20}")

    with pytest.raises(StoreFull):
        merge(store, transfer)
    counts = [len(store.decisions_of(text.hash)) for text in store.texts()]
    assert set(counts) == {40}
    store._database.rows("PRAGMA max_page_count = 4000")

    merged = merge(store, transfer)

    assert (merged.added, merged.equal) == (200 - sum(counts), sum(counts))
    assert content(store) == content(theirs)


def test_a_merge_can_be_called_off(store, theirs, file):
    fill(theirs)

    def call_off(done, whole):
        assert whole == 2
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        merge(store, handed_over(theirs, file), call_off)
    assert len(store.texts()) == 1


def test_texts_without_a_word_are_not_handed_over(theirs):
    theirs.note_text(known(TEXT))

    assert collect(theirs).texts == ()


def test_the_file_can_be_read_by_people(theirs, file):
    fill(theirs)
    write_transfer(collect(theirs), file)

    assert "旧改征收" in file.read_text("utf-8")


def changed(**fields):
    return lambda plain: json.dumps({**plain, **fields})


REFUSED = {
    "nothing": lambda plain: "",
    "no JSON": lambda plain: "政府工作报告",
    "other JSON": lambda plain: '{"version": 1}',
    "a list": lambda plain: "[]",
    "another format": changed(format="something else"),
    "a later version": changed(version=2),
    "no texts": changed(texts=None),
    "more than we know": changed(colours=[]),
    "a broken decision": lambda plain: json.dumps(plain).replace('"ruling"', '"rule"', 1),
}


@pytest.mark.parametrize("spoil", REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_none_of_ours_is_refused(theirs, file, spoil):
    fill(theirs)
    write_transfer(collect(theirs), file)
    plain = json.loads(file.read_text("utf-8"))
    file.write_text(spoil(plain), "utf-8")

    with pytest.raises(NotATransfer) as caught:
        read_transfer(file)
    assert file.name in explain(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 50], ids=["no UTF-8", "zeros"])
def test_a_file_of_bytes_is_refused(file, data):
    file.write_bytes(data)

    with pytest.raises(NotATransfer):
        read_transfer(file)


def test_a_file_that_is_not_there_is_refused(file):
    with pytest.raises(NotATransfer):
        read_transfer(file)


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(theirs, tmp_path):
    fill(theirs)
    for target in (tmp_path / "nowhere" / "a.json", tmp_path):
        with pytest.raises(TargetUnwritable):
            write_transfer(collect(theirs), target)
    assert [item.name for item in tmp_path.iterdir()] == ["colleague"]
