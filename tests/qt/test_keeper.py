"""The thread that owns the store: order, failures, nothing lost."""

from __future__ import annotations

import pytest

from hkreader.core.errors import StoreFull
from hkreader.library.store import Store
from hkreader.qt.keeper import Keeper


@pytest.fixture
def keeper(qapp, tmp_path):
    keeper = Keeper(tmp_path / "reviews.db")
    yield keeper
    keeper.shut_down()


def aliases(store):
    return store.aliases()


def alias(name):
    return lambda store: store.put_alias(name, "地区生产总值")


def test_there_is_no_store_before_something_is_written(keeper):
    assert not keeper.knows_anything
    assert not keeper.path.exists()


def test_wishes_are_carried_out_in_their_order(keeper, qtbot):
    answers = []
    for name in ("甲", "乙", "丙"):
        keeper.write(alias(name))
        keeper.read(aliases, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert [sorted(answer) for answer in answers] == [["甲"], ["乙", "甲"], ["丙", "乙", "甲"]]
    assert keeper.knows_anything


def test_what_was_wished_is_stored_before_the_end(keeper):
    for number in range(50):
        keeper.write(alias(str(number)))
    assert keeper.shut_down()
    with Store(keeper.path) as store:
        assert len(store.aliases()) == 50


def test_what_cannot_be_written_is_told_kept_and_written_later_in_order(keeper, qtbot):
    full = True

    def failing(store):
        if full:
            raise StoreFull(keeper.path, reason="SQLITE_FULL")
        store.put_alias("甲", "一")

    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.write(failing)
    assert isinstance(failed.args[0], StoreFull)
    keeper.write(lambda store: store.put_alias("甲", "二"))
    qtbot.waitUntil(lambda: keeper.unsaved == 2)
    full = False
    keeper.try_again()
    qtbot.waitUntil(lambda: keeper.unsaved == 0)
    answers = []
    keeper.read(aliases, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [{"甲": "二"}], "the later wish must win"


def test_the_end_tells_what_could_not_be_stored(keeper, qtbot):
    def failing(store):
        raise StoreFull(keeper.path, reason="SQLITE_FULL")

    with qtbot.waitSignal(keeper.failed):
        keeper.write(failing)
    assert not keeper.shut_down()


def test_reading_goes_another_way_where_the_store_cannot_be_opened(qapp, tmp_path, qtbot):
    (tmp_path / "file").write_text("")
    keeper = Keeper(tmp_path / "file" / "reviews.db")
    ways = []
    with qtbot.waitSignal(keeper.failed):
        keeper.read(aliases, ways.append, lambda: ways.append("otherwise"))
    qtbot.waitUntil(lambda: bool(ways))
    assert ways == ["otherwise"]
    keeper.shut_down()


def test_a_damaged_store_is_set_aside_and_a_new_one_begun(keeper, qtbot):
    keeper.path.write_bytes(b"no store at all" * 500)
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.write(alias("甲"))
    assert failed.args[0].key == "error.store_damaged"
    keeper.try_again()
    qtbot.waitUntil(lambda: keeper.unsaved == 0)
    answers = []
    keeper.read(aliases, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [{"甲": "地区生产总值"}]
    assert list(keeper.path.parent.glob("reviews.damaged-*.db"))
