from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from hkreader.models.comparison import TargetColumn
from hkreader.models.roles import Role
from hkreader.models.target_model import TargetModel
from tests.models.factory import sample


@pytest.fixture
def model():
    model = TargetModel()
    model.set_findings(*sample())
    return model


@pytest.fixture
def revenue(model):
    return next(row for row in model.rows if row.record.target.name == "一般公共预算收入")


def test_qt_finds_no_fault(model, qtmodeltester):
    qtmodeltester.check(model)


def test_cells(model, revenue):
    cells = [model.index_of(revenue, column).data() for column in TargetColumn]

    assert cells == ["一般公共预算收入", "110.11亿元", "7.66%", "", "7%", "−0.66点"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (TargetColumn.DONE, "110.11亿元"),
        (TargetColumn.DONE_GROWTH, "7.66%"),
        (TargetColumn.PLANNED, "7%"),
        (TargetColumn.NAME, "7%"),
        (TargetColumn.DIFFERENCE, "7%"),
    ],
    ids=str,
)
def test_each_column_leads_to_its_side_of_the_text(model, revenue, column, expected):
    report, _ = sample()

    assert report.quote(model.index_of(revenue, column).data(Role.SPAN)) == expected


def test_the_tip_says_the_difference_in_words(model, revenue):
    tip = model.index_of(revenue, TargetColumn.DIFFERENCE).data(Qt.ItemDataRole.ToolTipRole)

    assert tip == "目标比上年低 0.66个百分点"


def test_copied_numbers_are_numbers(model, revenue):
    cells = dict(zip(model.copied_header(), model.copied(revenue.record), strict=False))

    assert cells["上年完成"] == Decimal("110.11")
    assert cells["差"] == Decimal("-0.66")
    assert len(model.copied(revenue.record)) == len(model.copied_header())


def test_both_texts_lead_to_the_row(model, revenue):
    for m in (*revenue.record.target.review, *revenue.record.target.plan):
        assert model.row_at(m.span.start) is revenue
