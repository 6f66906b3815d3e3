from __future__ import annotations

from itertools import pairwise

import pytest

from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.page import Page
from hkreader.ui.reading.table_stops import places
from hkreader.ui.reading.typography import Typography
from hkreader.ui.theme import Theme
from tests.extract.test_tables import report_with

EM, WIDE, TIGHT = 10.0, 800.0, 200.0


@pytest.mark.parametrize(
    ("rows", "stops"),
    [
        (["指标\t数值"], [32.0]),
        (["指标\t数值", "地区生产总值\t1.2"], [72.0]),
        (["甲\t乙\t丙"], [32.0, 64.0]),
        (["指标", "甲\t乙\t丙"], [32.0, 64.0]),
        (["全文"], []),
    ],
)
def test_a_column_is_as_wide_as_its_longest_cell(rows: list[str], stops: list[float]) -> None:
    assert places(rows, EM, WIDE) == stops


def test_the_widest_cells_give_way_where_the_text_is_narrow() -> None:
    rows = ["指标\t" + "很长的说明" * 9 + "\t数值"]
    first, second = places(rows, EM, TIGHT)
    assert first == 32.0
    assert second + 2 * EM == TIGHT


def test_many_columns_share_what_there_is() -> None:
    rows = ["\t".join(["一二三四五"] * 8)]
    stops = places(rows, EM, TIGHT)
    steps = {round(b - a, 6) for a, b in pairwise(stops)}
    assert len(steps) == 1
    assert stops[-1] < TIGHT


ROWS = [("指标", "数值"), ("地区生产总值的构成与它的说明" * 3, "1.2亿元"), ("户数", "3户")]


@pytest.fixture
def table_page(qtbot):
    report = report_with(ROWS)
    page = Page()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show_book(open_book(report, noise=False), Typography(100, Theme("light")))
    page.show()
    return page


def stop_of(page, text):
    block = page.document().find(text).block()
    [stop] = block.blockFormat().tabPositions()
    return stop.position


def test_all_rows_of_a_table_have_one_stop_that_follows_the_width(table_page) -> None:
    wide = stop_of(table_page, "户数")
    assert stop_of(table_page, "指标\t") == wide
    table_page.resize(500, 500)
    assert stop_of(table_page, "户数") < wide


def test_a_table_is_drawn_with_rules(table_page) -> None:
    row = table_page.document().find("户数")
    box = table_page.cursorRect(row)
    picture = table_page.viewport().grab().toImage()
    rule = Theme("light").colour("muted").rgb()
    x = int(table_page.column()[1]) - 5
    below = range(box.center().y(), box.bottom() + 20)
    assert any(picture.pixel(x, y) == rule for y in below)
