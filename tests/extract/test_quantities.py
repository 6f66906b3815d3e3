from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkreader.extract.passages import fold
from hkreader.extract.quantities import Family, scan


def found(text):
    text = fold(text)
    return [(text[q.start : q.end], float(q.number * q.scale), q.unit) for q in scan(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成256.94亿元", [("256.94亿元", 25_694_000_000, "元")]),
        ("1，120亿元", [("1,120亿元", 112_000_000_000, "元")]),
        ("１２．５％", [("12.5%", 12.5, "%")]),
        ("1.2万余家", [("1.2万余家", 12_000, "家")]),
        ("5000多万千瓦", [("5000多万千瓦", 50_000_000, "千瓦")]),
        ("3.5吨/平方公里·月", [("3.5吨/平方公里·月", 3.5, "吨/平方公里·月")]),
        ("0.1分/千瓦时", [("0.1分/千瓦时", 0.1, "分/千瓦时")]),
        ("39微克每立方米", [("39微克每立方米", 39, "微克每立方米")]),
        ("6500户、21万平方米", [("6500户", 6500, "户"), ("21万平方米", 210_000, "平方米")]),
        ("3671处23.1万平方米", [("3671处", 3671, "处"), ("23.1万平方米", 231_000, "平方米")]),
        ("全国排名第79位", [("第79位", 79, "位")]),
        ("居全省第一。", [("第一", 1, "位")]),
        ("翻了一番", [("翻了一番", 2, "倍")]),
        ("占近三成,", [("三成", 30, "%")]),
        ("百分之六十", [("百分之六十", 60, "%")]),
        ("五千九百五十三亿元", [("五千九百五十三亿元", 595_300_000_000, "元")]),
        ("年度投资超百亿元。", [("百亿元", 10_000_000_000, "元")]),
        ("创建一条市级林荫道", [("一条", 1, "条")]),
        ("22.3：31.5：46.2", [("22.3:31.5:46.2", 22.3, "")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_figures(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5%-6%", 5, 6, "%"),
        ("10至15家", 10, 15, "家"),
        ("2—3个百分点", 2, 3, "个百分点"),
        ("3亿元至5亿元", 3, 5, "元"),
        ("3000万至1亿元", 3000, 10_000, "元"),
    ],
)
def test_ranges(text, low, high, unit):
    (quantity,) = scan(fold(text))[0]

    assert (quantity.number, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2017年", "left_out.date"),
        ("6月", "left_out.date"),
        ("PM2.5", "left_out.name"),
        ("19号线", "left_out.name"),
        ("220千伏", "left_out.name"),
        ("第3届", "left_out.ordinal"),
        ("“奋战200天”", "left_out.quoted"),
        ("连续5年", "left_out.duration"),
        ("12345", "left_out.no_unit"),
    ],
)
def test_what_is_no_figure(text, reason):
    quantities, left = scan(fold(text))

    assert quantities == []
    assert [item.reason for item in left] == [reason]


@pytest.mark.parametrize(
    "text",
    ["一带一路", "第一个通过验收", "一批项目", "四个意识", "三公经费", "放在第一位", "千方百计"],
)
def test_words_that_hold_numerals(text):
    assert scan(text)[0] == []


def test_unit_is_not_the_head_of_another_word():
    assert found("5处理") == []
    assert [q.family for q in scan("5人次")[0]] == [Family.COUNT]


@pytest.mark.parametrize("text", ["增亿万%", "超万百元", "近亿千亿元,"])
def test_magnitudes_in_no_order_are_no_number(text):
    assert scan(text)[0] == []


@given(st.text(alphabet="12３.,％%亿万元家户第一二三年增长至-、,。“”(): ", max_size=40))
def test_spans_lie_in_order_inside_the_text(text):
    folded = fold(text)
    quantities, left = scan(folded)

    assert len(folded) == len(text)
    assert all(0 <= q.start < q.end <= len(text) for q in quantities)
    assert all(a.end <= b.start for a, b in pairwise(quantities))
    assert all(0 <= item.start < item.end <= len(text) for item in left)
