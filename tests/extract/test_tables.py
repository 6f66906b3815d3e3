"""Figures in tables get their names from the heads of their row and column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hkreader.core.report import Report, Source, Span, Table
from hkreader.extract.measurements import find_measurements
from hkreader.text import report_from_text
from hkreader.text.readers import Layout

BEFORE = (
    "政府工作报告\n——2024年1月9日在虹口区第十七届人民代表大会第四次会议上\n各位代表：\n"
    "现在，我代表区人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n全年工作取得新的成绩。\n"
)
PLAN = "二、2024年主要目标\n今年的主要预期目标如下。\n"
AFTER = "\n三、加强政府自身建设\n努力建设人民满意的政府。"


def report_with(rows: Sequence[Sequence[str]], before: str = BEFORE) -> Report:
    """Put a table into a report, as a reader would."""
    text, cells = before, []
    for row in rows:
        line = []
        for at, cell in enumerate(row):
            text += "\t" if at else ""
            line.append(Span(len(text), len(text) + len(cell)))
            text += cell
        cells.append(tuple(line))
        text += "\n"
    table = Table(Span(len(before), len(text) - 1), tuple(cells))
    text += AFTER
    source = Source(None, "docx", "utf-8", "", len(text))
    return report_from_text(text, source, Layout(tables=(table,)))


def found(report: Report) -> list[tuple]:
    items, _ = find_measurements(report)
    assert all(report.quote(item.span) == item.text for item in items)
    return [
        (m.name, m.kind.value, m.value, m.unit, m.period, m.status.value, m.bound.value)
        for m in items
    ]


def test_results_beside_targets() -> None:
    rows = [
        ("指标名称", "单位", "2023年完成", "增长（%）", "2024年目标"),
        ("地区生产总值", "亿元", "1,256.94", "5.6", "1330"),
        ("1.城镇登记失业率", "%", "3.1", "", "4.0以内"),
        ("其中：税收收入", "亿元", "98.5", "-2.3", ""),
    ]
    assert found(report_with(rows)) == [
        ("地区生产总值", "level", 125694000000.0, "元", "2023", "actual", "exact"),
        ("地区生产总值", "growth", 5.6, "%", "2023", "actual", "exact"),
        ("地区生产总值", "level", 133000000000.0, "元", "2024", "target", "exact"),
        ("城镇登记失业率", "ratio", 3.1, "%", "2023", "actual", "exact"),
        ("城镇登记失业率", "ratio", 4.0, "%", "2024", "target", "at_most"),
        ("税收收入", "level", 9850000000.0, "元", "2023", "actual", "exact"),
        ("税收收入", "growth", -2.3, "%", "2023", "actual", "exact"),
    ]


def test_units_in_the_heads_and_figures_with_their_own() -> None:
    rows = [
        ("指标", "预期目标"),
        ("地区生产总值增速", "6%左右"),
        ("规模以上工业增加值（亿元）", "300"),
        ("新增城镇就业", "≥1.2万人"),
        ("全省排名", "第3位"),
        ("居民收入增长", "6-6.5%"),
    ]
    assert found(report_with(rows, BEFORE + PLAN)) == [
        ("地区生产总值增速", "growth", 6.0, "%", "2024", "target", "approx"),
        ("规模以上工业增加值", "level", 30000000000.0, "元", "2024", "target", "exact"),
        ("新增城镇就业", "level", 12000.0, "人", "2024", "target", "at_least"),
        ("全省排名", "rank", 3.0, "位", "2024", "target", "exact"),
        ("居民收入增长", "growth", 6.0, "%", "2024", "target", "exact"),
    ]


def test_heads_over_several_columns_and_rows_under_one_head() -> None:
    rows = [
        ("街道", "财政收入（亿元）", ""),
        ("", "2022年", "2023年"),
        ("四川北路街道", "3.2", "3.5"),
        ("提篮桥街道", "2.1", "2.4"),
    ]
    assert [
        (name, value, period) for name, _, value, _, period, *_ in found(report_with(rows))
    ] == [
        ("四川北路街道财政收入", 320000000.0, "2022"),
        ("四川北路街道财政收入", 350000000.0, "2023"),
        ("提篮桥街道财政收入", 210000000.0, "2022"),
        ("提篮桥街道财政收入", 240000000.0, "2023"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("序号", "项目", "牵头单位"),
            ("1", "改造老旧小区", "建管委"),
            ("2", "新建学校", "教育局"),
        ],
        [("联系人", "电话"), ("张三", "65")],
        [("", "")],
    ],
)
def test_no_figures(rows: list[tuple[str, ...]]) -> None:
    assert [row for row in found(report_with(rows)) if row[3]] == []


def test_sentences_in_cells_are_read_as_sentences() -> None:
    rows = [
        ("序号", "实事项目"),
        ("1", "改造老旧小区12个，新增公共停车位500个。"),
    ]
    assert [(name, value) for name, _, value, *_ in found(report_with(rows, BEFORE + PLAN))] == [
        ("改造老旧小区", 12.0),
        ("新增公共停车位", 500.0),
    ]
