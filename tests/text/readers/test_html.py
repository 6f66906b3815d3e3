"""Web pages: what a browser shows is drawn, what belongs to the page is marked, and no byte is trusted blindly."""

from __future__ import annotations

import html
from collections import Counter
from pathlib import Path

import pytest

from hkreader.core.errors import FileEmpty
from hkreader.core.report import Report
from hkreader.extract.measurements import find_measurements
from hkreader.text import read_report
from hkreader.text.readers import html as html_reader
from hkreader.text.readers.html_story import draw_page
from tests.reports import GOLD_NAMES, gold_report

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>政府工作报告_某市政府</title>
<style>p{{text-indent:2em}}</style><script>var a = "<p>脚本里的字</p>";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; 政府工作报告</div>
<div class="article"><h1>{title}</h1><div class="info">发布时间：2024-01-20 来源：市政府办公室 浏览次数：1024</div>
<div class="TRS_Editor">{body}</div><div class="share">分享到：<a>微信</a><a>微博</a></div></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="#">第三季度经济运行情况新闻发布会</a></li></ul></div>
<div class="footer"><p>主办：某市人民政府办公室　版权所有　ICP备12345678号</p></div></body></html>"""


def page_of(report: Report, charset: str) -> str:
    first, *rest = (report.quote(paragraph.span) for paragraph in report.paragraphs)
    body = "".join(f"<p>&nbsp;&nbsp;{html.escape(text)}</p>\n" for text in rest)
    return PAGE.format(charset=charset, title=html.escape(first), body=body)


def figures(report: Report) -> Counter[tuple[str, float]]:
    return Counter((item.name, item.value) for item in find_measurements(report)[0])


@pytest.mark.parametrize(
    ("codec", "declared"), [("utf-8", "utf-8"), ("gb18030", "utf-8"), ("utf-16", "gb2312")]
)
@pytest.mark.parametrize("name", GOLD_NAMES)
def test_a_page_gives_the_figures_of_its_report(
    name: str, codec: str, declared: str, tmp_path: Path
) -> None:
    whole = gold_report(name)
    path = tmp_path / "报告.htm"
    path.write_bytes(page_of(whole, declared).encode(codec))
    report = read_report(path)

    assert report.source.format == "html"
    wanted = figures(whole)
    assert sum((wanted & figures(report)).values()) >= 0.98 * sum(wanted.values())
    assert (report.facts.region, report.facts.year) == (whole.facts.region, whole.facts.year)
    hidden = " ".join(report.quote(noise.span) for noise in report.noise)
    assert all(words in hidden for words in ("首页", "发布时间", "相关链接", "版权所有"))
    assert "脚本里的字" not in report.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一<b>二</b>三</p><p>四</p>", "一二三\n四"),
        ("<div>甲<br>乙</div>丙", "甲\n乙\n丙"),
        ("<p>a&nbsp;b   c\n d &lt;e&gt; &#20803;</p>", "a b c d <e> 元"),
        ('<p>见<span style="display:none">藏</span>得</p><p hidden>藏</p>', "见得"),
        ("<p>一<!-- 注 --><style>x</style><noscript>n</noscript>二</p>", "一二"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
        ("<table><tr><td><p>整页</p><p>都在表里</p></td></tr></table>", "整页\n都在表里"),
        ("<div>" * 3000 + "深" + "</div>" * 3000, "深"),
        ("<p>没有关上<div>的标签", "没有关上\n的标签"),
    ],
)
def test_what_is_shown_is_drawn(markup: str, text: str) -> None:
    assert draw_page(f"<html><body>{markup}</body></html>")[0] == text


def test_tables_keep_their_cells_and_covered_places() -> None:
    markup = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>数值</th></tr><tr><th>2022年</th><th>2023年</th></tr>"
        "<tr><td>生产总值</td><td>1.2</td><td>1.3</td></tr></table>"
    )
    text, layout = draw_page(f"<body><p>前</p>{markup}<p>后</p></body>")
    [table] = layout.tables

    cells = [[text[cell.start : cell.end] for cell in row] for row in table.rows]
    assert cells == [["指标", "数值", ""], ["", "2022年", "2023年"], ["生产总值", "1.2", "1.3"]]
    assert text.startswith("前\n指标\t数值\t\n")
    assert text.endswith("\n后")


@pytest.mark.parametrize(
    ("data", "accepted"),
    [
        (b"<!DOCTYPE html><html></html>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --><HTML>', True),
        ("<html><body>x</body></html>".encode("utf-16"), True),
        (b"<p>a</p><p>b</p>", True),
        ("政府工作报告\n<b>各位代表</b>：".encode(), False),
        (b"<1> first, then <2> second", False),
        (b"plain text", False),
    ],
)
def test_pages_are_told_by_their_markup(data: bytes, accepted: bool) -> None:
    assert html_reader.accepts(data) is accepted


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "空.html"
    path.write_text("<html><body><script>document.write('x')</script></body></html>", "utf-8")
    with pytest.raises(FileEmpty):
        read_report(path)
