"""Promises without a figure, growth without its level, level without its growth."""

from __future__ import annotations

import pytest

from hkreader.core.findings import GapKind
from hkreader.extract import analyse
from tests.reports import GOLD_NAMES, gold_report, report_of

HEAD = (
    "政府工作报告\n——2018年1月9日在某区第十六届人民代表大会第三次会议上\n各位代表：\n"
    "现在，我代表区人民政府向大会报告工作，请予审议。\n一、2017年工作回顾\n"
)
PLAN = "\n二、2018年工作安排\n"


def gaps_of(text: str) -> list[tuple[str, str, str]]:
    report = report_of(text)
    return [(gap.kind, gap.name, report.quote(gap.span)) for gap in analyse(report).gaps]


@pytest.mark.parametrize(
    ("promise", "names"),
    [
        ("一般公共预算收入完成市政府下达目标", ["一般公共预算收入"]),
        ("居民收入增长与经济增长基本同步", ["居民收入"]),
        ("全体居民人均可支配收入与GDP增长同步", ["全体居民人均可支配收入"]),
        (
            "万元GDP能耗、主要污染物排放总量均控制在省定范围内",
            ["万元GDP能耗", "主要污染物排放总量"],
        ),
        ("固定资产投资增速保持在全国平均水平以上", ["固定资产投资"]),
        ("确保PM2.5浓度优于市下达年度目标值", ["PM2.5浓度"]),
        ("节能减排等约束性指标完成省下达任务", ["节能减排"]),
        ("农村居民收入增速高于全国平均水平、高于城镇居民收入增速", ["农村居民收入"]),
    ],
)
def test_promised_without_a_figure(promise: str, names: list[str]) -> None:
    found = gaps_of(f"{HEAD}各项工作取得进展。{PLAN}主要预期目标是：生产总值增长7%，{promise}。")
    assert [gap for gap in found if gap[0] == "no_figure"] == [
        ("no_figure", name, promise) for name in names
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "城镇登记失业率控制在4.5%以内",
        "深入实施四化同步战略",
        "确保与全国一道同步小康",
        "完成省下达造林绿化任务",
        "积极承接国家重大科技任务",
        "推动地铁9号线同步建设",
        "确保超额完成省定任务",
        "规上工业增加值增速高于全市平均水平5个百分点以上",
    ],
)
def test_is_no_promise_without_a_figure(sentence: str) -> None:
    found = gaps_of(f"{HEAD}各项工作取得进展。{PLAN}今年要办好几件事，{sentence}。")
    assert [gap for gap in found if gap[0] == "no_figure"] == []


def test_the_review_promises_nothing() -> None:
    assert gaps_of(f"{HEAD}居民收入增长与经济增长同步。{PLAN}今年任务繁重。") == []


def test_growth_and_level_that_stand_alone() -> None:
    text = (
        "生产总值增长6.5%。固定资产投资162.3亿元。社会消费品零售总额300亿元，增长8%。"
        "改造老旧小区12个。\n进一步看，进出口总额增长5%。全年进出口总额达到240亿元。"
    )
    assert gaps_of(f"{HEAD}{text}{PLAN}生产总值增长7%，固定资产投资170亿元。") == [
        ("no_level", "生产总值", "6.5%"),
        ("no_growth", "固定资产投资", "162.3亿元"),
    ]


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_gaps_of_whole_reports_are_apart_from_figures(name: str) -> None:
    findings = analyse(gold_report(name))
    starts = [item.span.start for item in findings.measurements]
    for gap in findings.gaps:
        assert gap.name
        inside = any(start in gap.span for start in starts)
        assert inside is (gap.kind is not GapKind.NO_FIGURE)


@pytest.mark.parametrize(
    "sentence",
    [
        "固定资产投资增速排名全省第5，较上年前移2位",
        "民间投资增速快于全市1.5个百分点",
        "地区生产总值增长5.8%、增速全国第3，总量达到60013亿元",
        "预计（下同）实现生产总值450.23亿元，比上年（下同）增长8.9%",
    ],
)
def test_neither_level_nor_growth_is_missing(sentence: str) -> None:
    assert gaps_of(f"{HEAD}{sentence}。{PLAN}各项工作再上台阶。") == []
