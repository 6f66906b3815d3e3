import pytest
from PySide6.QtCore import QRect, Qt

from hkreader.core.findings import Bound, Kind, Status
from hkreader.core.report import Mask, Span
from hkreader.ui.reading.mark_tip import (
    MarkTip,
    detail_text,
    doubt_text,
    mask_text,
    period_text,
    value_text,
)
from tests.ui.reading.samples import figure

# Off screen there is nothing to raise a floating card above, nor a keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def tip(qtbot, empty_pane):
    tip = MarkTip(empty_pane)
    yield tip
    tip.hide()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({}, "256.94亿元"),
        ({"bound": Bound.APPROX}, "约 256.94亿元"),
        ({"bound": Bound.AT_LEAST}, "至少 256.94亿元"),
        ({"value": -4.3}, "−256.94亿元"),
    ],
    ids=["exact", "about", "at-least", "fall"],
)
def test_the_value_is_the_reports_own_with_bound_and_sign(report, data, text):
    assert value_text(figure(report, "256.94亿元", **data)) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({}, "2017年 · 完成"),
        (
            {"kind": Kind.GROWTH, "basis": "同口径", "status": Status.ESTIMATED},
            "增速 · 同口径 · 2017年 · 预计",
        ),
        ({"period": "2013-2017", "status": Status.TARGET}, "2013—2017年 · 目标"),
        ({"period": None}, "完成"),
    ],
    ids=["plain", "growth", "span", "no-period"],
)
def test_the_detail_names_kind_basis_period_and_status(report, data, text):
    assert detail_text(figure(report, "256.94亿元", **data)) == text


@pytest.mark.parametrize(
    ("period", "text"), [("2017", "2017年"), ("2017-H1", "2017-H1"), (None, "")], ids=str
)
def test_periods_are_worded(period, text):
    assert period_text(period) == text


def test_a_doubt_is_worded_only_where_the_catalogue_knows_it(report):
    assert doubt_text(figure(report, "256.94亿元", reason="error.unknown")) != ""
    assert doubt_text(figure(report, "256.94亿元", reason="no.such.key")) == ""
    assert doubt_text(figure(report, "256.94亿元")) == ""


def test_a_mask_names_what_would_fit():
    assert mask_text(Mask(Span(0, 1), ("深入", "大力"))) == "屏蔽字，疑为：深入、大力"
    assert mask_text(Mask(Span(0, 1), ())) == "屏蔽字，无法推测原文"


def test_the_tip_shows_a_figure_without_taking_the_focus(tip, report, empty_pane):
    tip.show_figure(figure(report, "256.94亿元"), QRect(200, 200, 60, 20))
    assert tip.isVisible()
    assert [label.text() for label in tip._labels()] == [
        "地区生产总值",
        "256.94亿元",
        "2017年 · 完成",
        "",
    ]
    assert tip.windowFlags() & Qt.WindowType.ToolTip == Qt.WindowType.ToolTip
    assert tip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert empty_pane.isActiveWindow()
    tip.show_mask(Mask(Span(0, 1), ("深入",)), QRect(200, 200, 8, 20))
    assert [label.isVisibleTo(tip) for label in tip._labels()] == [True, False, False, False]
