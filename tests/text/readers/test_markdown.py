"""Markdown: what a reader of it would see, told by its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from hkreader.core.errors import FileNotText
from hkreader.core.report import Report
from hkreader.text import read_report
from hkreader.text.readers import markdown
from hkreader.text.readers.choice import reader_of
from tests.reports import GOLD_NAMES, gold_report

TEXT = """---
title: 政府工作报告
---
# 2018年某区政府工作报告

——2018年1月10日在区第十六届人民代表大会第三次会议上

## 一、2017年工作回顾

全年**地区生产总值**增长7%，
其中**“三新”经济**增长`9%`，见[附表](https://example.org/a?b=1)。

    缩进四格的一段也是正文。

1. 加快转型升级。
2. 深化改革开放。

- 改善民生<br>保障就业
---

| 指标 | 2017年 |
|:-----|------:|
| 总产值（亿元） | 5**0**0 |

<div><p>网页里的一段。</p></div>
"""


def read(tmp_path: Path, data: bytes, name: str = "报告.md") -> Report:
    path = tmp_path / name
    path.write_bytes(data)
    return read_report(path)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_marks_go_and_numbers_stay(tmp_path: Path, codec: str) -> None:
    report = read(tmp_path, TEXT.encode(codec), "无后缀")
    assert report.source.format == "markdown"
    assert report.text.splitlines()[3:] == [
        "2018年某区政府工作报告",
        "——2018年1月10日在区第十六届人民代表大会第三次会议上",
        "一、2017年工作回顾",
        "全年地区生产总值增长7%，",
        "其中“三新”经济增长9%，见附表。",
        "缩进四格的一段也是正文。",
        "1. 加快转型升级。",
        "2. 深化改革开放。",
        "改善民生",
        "保障就业",
        "指标\t2017年",
        "总产值（亿元）\t500",
        "网页里的一段。",
    ]
    assert [report.quote(noise.span) for noise in report.noise][:3] == [
        "---",
        "title: 政府工作报告",
        "---",
    ]
    (table,) = report.tables
    assert [[report.quote(cell) for cell in row] for row in table.rows] == [
        ["指标", "2017年"],
        ["总产值（亿元）", "500"],
    ]


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_a_report_in_markdown_keeps_outline_and_text(tmp_path: Path, name: str) -> None:
    whole = gold_report(name)
    starts = {section.heading_span.start: section.level for section in whole.sections}
    lines = []
    for paragraph in whole.paragraphs:
        mark = "#" * starts.get(paragraph.span.start, 0)
        lines.append(f"{mark} {whole.quote(paragraph.span)}".strip())
    report = read(tmp_path, "\n\n".join(lines).encode())
    assert report.source.format == "markdown"
    assert [s.heading for s in report.sections] == [s.heading for s in whole.sections]


@pytest.mark.parametrize(
    "text",
    [
        "政府工作报告\n一、工作回顾\n#2机组投产，政企**分开，*推进改革。\n",
        "政府工作报告\n————————\n全年增长5%。\n---\n",
        "各位代表：\n第一段。\n# 注释一处\n",
    ],
)
def test_plain_text_stays_plain(text: str) -> None:
    assert reader_of(text.encode()).FORMAT == "text"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    data = b"# a\n# b\n" + bytes(range(256)) * 40
    with pytest.raises(FileNotText):
        markdown.draw(tmp_path / "x.md", data)
