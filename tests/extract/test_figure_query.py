"""Figures asked for by value, unit, kind and name."""

from __future__ import annotations

import pytest

from hkreader.extract.figure_query import parse_figure_query
from tests.findings_score import found

NAME = "hongkou-2018"


def fitting(query: str) -> list[str]:
    asked = parse_figure_query(query)
    assert asked is not None
    return [item.text for item in found(NAME).measurements if asked.fits(item)]


@pytest.mark.parametrize(
    ("query", "some", "none"),
    [
        (">100亿元", "256.94亿元", "44.4亿元"),
        ("＞100亿元", "256.94亿元", "44.4亿元"),
        ("<50亿元", "44.4亿元", "256.94亿元"),
        ("≥256.94亿元", "256.94亿元", "162.3亿元"),
        (">=1,000,000万元", "256.94亿元", "44.4亿元"),
        ("增长>18%", "18.09%", "7.66%"),
        ("增速 <= 8 %", "7.66%", "18.09%"),
        ("一般公共预算收入>1亿元", "110.11亿元", "256.94亿元"),
        ("=256.94", "256.94亿元", "44.4亿元"),
        (">1000家", "4452家", "35家"),
    ],
)
def test_what_fits(query, some, none):
    texts = fitting(query)
    assert some in texts
    assert none not in texts


def test_every_figure_above_is_above():
    asked = parse_figure_query(">100亿元")
    values = [item.value for item in found(NAME).measurements if asked.fits(item)]
    assert values
    assert min(values) > 100e8


@pytest.mark.parametrize(
    "text", ["", "增长", "100亿元", ">", "增长>", "a=b", "收入>很多", "x->y", "=亿元"]
)
def test_plain_words_are_no_query(text):
    assert parse_figure_query(text) is None
