"""Strewn noise is found, numbers beside it stay whole, and what it costs stays small."""

from __future__ import annotations

import pytest

from hkreader.extract.measurements import find_measurements
from hkreader.text.holes import find_holes
from tests.reports import GOLD_NAMES, report_of
from tests.watermarks import KINDS, strict

MOST_LOST = 0.02
LONG = "全市上下团结一心，各项工作都取得了新的进展。" * 20


@pytest.mark.parametrize(
    ("text", "hole", "reason"),
    [
        ("全年实F9f现增长", "F9f", "stray letters"),
        ("来自马克数据网", "来自马克数据网", "watermark"),
        ("增长，搜索马 克 数 据 网下降", "搜索马 克 数 据 网", "watermark"),
        (
            "更多报告请访问www.example.com/a.html，增长",
            "更多报告请访问www.example.com/a.html",
            "watermark",
        ),
        ("关注乡村公文网推进", "关注乡村公文网", "watermark"),
        ("全年实\n- 12 -\n现增长", "\n- 12 -\n", "page number"),
        ("全年实 — 3 — 现增长", " — 3 — ", "page number"),
        ("全年实—3—现增长", "—3—", "page number"),
        ("全年实现第3页，共20页增长", "第3页，共20页", "page number"),
        ("发\u00ad展", "\u00ad", "invisible character"),
    ],
)
def test_is_noise(text: str, hole: str, reason: str) -> None:
    found = find_holes(text)
    assert [(text[h.span.start : h.span.end], h.reason) for h in found] == [(hole, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "推广5G、IPv6和eVTOL，C919首飞，H7N9得到控制，PM2.5下降",
        "建设110kV变电站2座，创建AAAA级景区，发展O2O、P2P",
        "实施1-3-5工程，2016—2020年完成",
        "感谢来自各地的朋友，关注民生，访问群众1200人次",
        "序号\n1\n建设学校\n2\n修建道路\n3\n改造老旧小区",
    ],
)
def test_is_no_noise(text: str) -> None:
    assert find_holes(text) == []


def test_bare_numbers_far_apart_count_pages() -> None:
    text = f"{LONG}全年实\n1\n现增长。{LONG}\n2\n　　{LONG}全市新\n3\n增就业"
    holes = [text[hole.span.start : hole.span.end] for hole in find_holes(text)]
    assert holes == ["\n1\n", "2", "\n3\n"]


@pytest.mark.parametrize("strewn", ["F9f", "来自马克数据网", "\u00ad", "\n— 12 —\n"])
def test_numbers_beside_noise_stay_whole(strewn: str) -> None:
    text = f"全年实现生产总值25{strewn}6.94亿元，增长{strewn}6.5%。新增F9f就业，推进F9f改革。"
    report = report_of(text)
    found, _ = find_measurements(report)
    assert [(item.shown_value, item.kind.value) for item in found] == [
        (256.94, "level"),
        (6.5, "growth"),
    ]
    assert report.quote(found[0].span) == f"25{strewn}6.94亿元"


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_noise_costs_little(name: str) -> None:
    assert strict(name, tuple(KINDS), 1) >= strict(name, (), 1) - MOST_LOST
