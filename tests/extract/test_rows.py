"""Measurements of one indicator meet in one row, in the order of the text."""

from itertools import pairwise

import pytest

from hkreader.core.findings import Kind, Status
from hkreader.core.report import Part
from hkreader.extract.rows import build_indicators
from tests.findings_score import annotated
from tests.reports import GOLD_NAMES, gold_report


def rows_of(name):
    return build_indicators(gold_report(name), annotated(name))


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_every_figure_is_in_one_row_and_rows_keep_the_order(name):
    measurements = annotated(name)
    rows = rows_of(name)

    placed = [item for row in rows for item in row.measurements]
    assert sorted(placed, key=lambda item: item.span) == sorted(
        measurements, key=lambda item: item.span
    )
    starts = [row.measurements[0].span.start for row in rows]
    assert all(one <= other for one, other in pairwise(starts))
    for row in rows:
        assert {(item.period, item.status) for item in row.measurements} == {
            (row.period, row.status)
        }


def test_a_level_and_its_growth_share_a_row():
    row = next(row for row in rows_of("hongkou-2018") if row.name == "一般公共预算收入")

    assert [item.text for item in row.measurements] == ["110.11亿元", "7.66%"]
    assert (row.part, row.period, row.status) == (Part.REVIEW, "2017", Status.ACTUAL)
    assert row.first(Kind.GROWTH).basis == "同口径"
    assert gold_report("hongkou-2018").sections[row.section].heading.startswith("(一)")


def test_the_year_before_and_the_plan_stand_apart():
    rows = [row for row in rows_of("hongkou-2018") if "满意指数" in row.name]
    assert [row.period for row in rows] == ["2017", "2016"]

    rows = [row for row in rows_of("hongkou-2018") if row.canonical == "一般公共预算收入"]
    assert [row.status for row in rows] == [Status.ACTUAL, Status.TARGET]


def test_another_wording_keeps_its_name_and_meets_by_the_canonical_one():
    rows = [row for row in rows_of("quzhou-2024") if row.canonical == "生产总值"]

    assert [row.name for row in rows] == ["生产总值", "地区生产总值"]
