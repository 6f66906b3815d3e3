from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from hkreader.core.findings import Status
from hkreader.models.indicator_model import IndicatorColumn, IndicatorModel
from hkreader.models.nodes import RowNode
from hkreader.models.row_proxy import RowFilter, RowProxy
from tests.models.factory import gold, sample

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def proxy():
    return make(sample())


def make(found):
    model = IndicatorModel()
    proxy = RowProxy(model)
    model.setParent(proxy)
    model.set_findings(*found)
    return proxy


def names(proxy):
    return [row.record.indicator.name for row in walk(proxy)]


def walk(proxy, parent=QModelIndex()):
    for number in range(proxy.rowCount(parent)):
        index = proxy.index(number, 0, parent)
        node = proxy.node(index)
        if isinstance(node, RowNode):
            yield node
        else:
            assert proxy.rowCount(index), "a heading without rows is hidden"
            yield from walk(proxy, index)


def test_qt_finds_no_fault(proxy, qtmodeltester):
    qtmodeltester.check(proxy)

    proxy.set_filter(RowFilter(text="收入"))
    proxy.set_order(IndicatorColumn.VALUE, DOWN)
    proxy.set_filter(RowFilter())
    proxy.set_order(-1, UP)


@pytest.mark.parametrize(
    ("row_filter", "expected"),
    [
        (RowFilter(text="收入 2018"), ["一般公共预算收入"]),
        (RowFilter(text="７.６６％"), ["一般公共预算收入"]),
        (RowFilter(text="同口径"), ["一般公共预算收入"]),
        (RowFilter(text="没有这个词"), []),
        (RowFilter(statuses=frozenset({Status.ESTIMATED})), ["商品销售总额"]),
        (RowFilter(doubtful=True), ["细颗粒物浓度"]),
        (RowFilter(section=2), ["空气质量优良率", "细颗粒物浓度"]),
        (RowFilter(section=2, text="优良率"), ["空气质量优良率"]),
    ],
    ids=["two-words", "full-width", "basis", "nothing", "status", "doubt", "section", "both"],
)
def test_filter(proxy, row_filter, expected):
    proxy.set_filter(row_filter)

    assert names(proxy) == expected
    assert [row.record.indicator.name for row in proxy.shown_rows()] == expected


def test_a_filter_of_a_part_shows_all_its_sections(proxy):
    proxy.set_filter(RowFilter(section=3))

    assert len(names(proxy)) == 5


@pytest.mark.parametrize("order", [UP, DOWN], ids=["up", "down"])
def test_values_are_sorted_as_numbers_and_empty_cells_come_last(proxy, order):
    proxy.set_order(IndicatorColumn.VALUE, order)

    values = [row.record.value for row in walk(proxy)]
    told = [m.value for m in values if m is not None]
    assert told == sorted(told, reverse=order == DOWN)
    assert values[len(told) :] == [None] * (len(values) - len(told))
    assert len(told) == 11


def test_names_are_sorted_by_sound(proxy):
    proxy.set_order(IndicatorColumn.NAME, UP)

    order = list(dict.fromkeys(names(proxy)))
    assert order.index("独立核算企业") < order.index("空气质量优良率") < order.index("亿元楼")


def test_text_order_comes_back(proxy):
    before = names(proxy)

    proxy.set_order(IndicatorColumn.VALUE, DOWN)
    assert proxy.rowCount() == len(before)
    proxy.set_order(-1, UP)

    assert names(proxy) == before
    assert proxy.rowCount() == 2


def test_headings_count_the_rows_that_pass(proxy):
    assert [proxy.count_rows(proxy.node(proxy.index(n, 0))) for n in range(2)] == [8, 5]

    proxy.set_filter(RowFilter(text="收入"))

    assert [proxy.count_rows(proxy.node(proxy.index(n, 0))) for n in range(2)] == [1, 1]


def test_a_filter_survives_new_rows(proxy):
    proxy.set_filter(RowFilter(text="财政"))
    assert names(proxy) == []

    proxy.record_model.set_findings(*gold())

    assert names(proxy)
    assert all("财政" in name for name in names(proxy))


_FILTERS = st.builds(
    RowFilter,
    text=st.sampled_from(["", "收入", "家", "2018 家", "%", "亿 增", "x"]),
    section=st.sampled_from([None, 0, 1, 2, 5, 28, 99]),
    statuses=st.frozensets(st.sampled_from(list(Status))),
    doubtful=st.booleans(),
)
_STEPS = st.one_of(
    _FILTERS,
    st.tuples(st.sampled_from([-1, *IndicatorColumn]), st.sampled_from([UP, DOWN])),
    st.sampled_from(["small", "large", "none"]),
)


@given(steps=st.lists(_STEPS, max_size=6))
def test_any_order_of_filtering_sorting_and_filling_shows_what_passes(steps):
    proxy = make(sample())
    model = proxy.record_model
    for step in steps:
        if isinstance(step, RowFilter):
            proxy.set_filter(step)
        elif isinstance(step, tuple):
            proxy.set_order(*step)
        elif step == "none":
            model.clear()
        else:
            model.set_findings(*(sample() if step == "small" else gold()))

        seen = list(walk(proxy))
        assert sorted(row.number for row in seen) == [row.number for row in proxy.shown_rows()]
        assert all(proxy.node(proxy.index_of(row)) is row for row in seen)
        text = replace(proxy.row_filter, section=None, statuses=frozenset(), doubtful=False).text
        assert all(word in model.searched(row) for row in seen for word in text.split())
