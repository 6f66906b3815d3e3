"""What is typed fits by characters, by pinyin initials, in any width, the better the closer."""

from __future__ import annotations

import pytest

from hkreader.ui.palette.matching import fit


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("公共预算", "一般公共预算收入"),
        ("ybgg", "一般公共预算收入"),
        ("YBGG", "一般公共预算收入"),
        ("ｙｂ", "一般公共预算收入"),
        ("一般sr", "一般公共预算收入"),
        ("yssr", "一般公共预算收入"),
        ("gdp", "GDP增速"),
        ("zq", "重庆市"),
        ("cq", "重庆市"),
        ("yhyh", "银行银行"),
        ("", "什么都行"),
        ("五个 中心", "“五个中心”"),
    ],
)
def test_fits(query, text):
    assert fit(query, text) is not None


@pytest.mark.parametrize(
    ("query", "text"), [("税收", "财政收入"), ("xyz", "一般公共预算"), ("收税", "税收")]
)
def test_does_not_fit(query, text):
    assert fit(query, text) is None


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("收入", "收入", "财政收入"),
        ("收入", "财政收入", "收到的投入"),
        ("sr", "收入", "生产总值增速和税入"),
        ("收入", "居民收入", "全体居民人均可支配收入水平"),
        ("cz", "财政收入", "支持产业转型"),
    ],
)
def test_the_closer_comes_first(query, better, worse):
    assert fit(query, better) > (fit(query, worse) or float("-inf"))
