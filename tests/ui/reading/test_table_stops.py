from __future__ import annotations

import pytest

from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.page import Page
from hkreader.ui.reading.table_stops import places
from hkreader.ui.reading.typography import Typography
from hkreader.ui.theme import Theme
from tests.extract.test_tables import report_with

EM, WIDE, TIGHT = 10.0, 800.0, 200.0


@pytest.mark.parametrize(
    ("needs", "width", "stops"),
    [
        ([20, 20], WIDE, [32.0]),
        ([60, 20], WIDE, [72.0]),
        ([20, 20, 20], WIDE, [32.0, 64.0]),
        ([20], WIDE, []),
        pytest.param([20, 30, 900], TIGHT, [32.0, 74.0], id="the-last-breaks-into-lines"),
        pytest.param([20, 900, 30], TIGHT, [], id="another-would-push-the-last"),
        pytest.param([50] * 8, TIGHT, [], id="too-many"),
    ],
)
def test_every_column_but_the_last_has_what_it_needs(needs, width, stops) -> None:
    assert places(needs, EM, width) == stops


LONG = "地区生产总值的构成与它的说明" * 3
LAST_IS_LONG = [("指标", "数值", "说明"), ("总产值的全称", "1.2亿元", LONG), ("户数", "3户", "无")]
FIRST_IS_LONG = [("说明", "指标", "数值"), (LONG, "总产值的全称", "1.2亿元"), ("无", "户数", "3户")]


@pytest.fixture(params=[LAST_IS_LONG])
def table_page(qtbot, request):
    report = report_with(request.param)
    page = Page()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show_book(open_book(report, noise=False), Typography(100, Theme("light")))
    page.show()
    return page


def block_of(page, text):
    return page.document().find(text).block()


def stops_of(page, text):
    return [stop.position for stop in block_of(page, text).blockFormat().tabPositions()]


@pytest.mark.parametrize("width", [620, 900])
def test_cells_stand_under_their_heads(table_page, width) -> None:
    table_page.resize(width, 500)
    stops = stops_of(table_page, "户数")
    assert stops == stops_of(table_page, "指标\t")
    assert len(stops) == 2
    begin = table_page.column()[0]
    for cell in ("1.2亿元", "3户"):
        at = table_page.cursorRect(table_page.document().find(cell)).right()
        advance = table_page.typography.table_metrics.horizontalAdvance(cell)
        assert abs(at - advance - begin - stops[0]) < 3
    layout = block_of(table_page, LONG).layout()
    assert layout.lineCount() > 1
    assert layout.lineAt(1).x() == pytest.approx(stops[1], abs=1)


@pytest.mark.parametrize("table_page", [FIRST_IS_LONG], indirect=True)
def test_cells_that_do_not_fit_run_on_without_columns(table_page) -> None:
    table_page.resize(620, 500)
    assert stops_of(table_page, "户数") == []
    assert block_of(table_page, LONG).layout().lineCount() > 1


def test_a_table_is_drawn_with_rules(table_page) -> None:
    row = table_page.document().find("户数")
    box = table_page.cursorRect(row)
    picture = table_page.viewport().grab().toImage()
    rule = Theme("light").colour("muted").rgb()
    x = int(table_page.column()[1]) - 5
    below = range(box.center().y(), box.bottom() + 20)
    assert any(picture.pixel(x, y) == rule for y in below)
