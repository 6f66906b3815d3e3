from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkreader.extract.numerals import arabic, chinese, magnitude


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十五", 25),
        ("两千", 2000),
        ("三点六", Decimal("3.6")),
        ("一九五六", 1956),
        ("一百一十亿", 11_000_000_000),
        ("一亿五千万", 150_000_000),
        ("六百二十九亿三千", 62_900_003_000),
        ("一万亿", 10**12),
    ],
)
def test_chinese(text, value):
    assert chinese(text) == value


@pytest.mark.parametrize(("text", "value"), [("1,120", 1120), ("256.94", Decimal("256.94"))])
def test_arabic(text, value):
    assert arabic(text) == value


@pytest.mark.parametrize(
    ("text", "factor"), [("", 1), ("万", 10**4), ("千万", 10**7), ("万亿", 10**12)]
)
def test_magnitude(text, factor):
    assert magnitude(text) == factor


def spell(number):
    signs = "零一二三四五六七八九"
    places = ["", "十", "百", "千"]
    text = ""
    for place, digit in zip(reversed(range(len(str(number)))), str(number), strict=True):
        text += signs[int(digit)] + places[place] if digit != "0" else "零"
    return text.rstrip("零")


@given(st.integers(1, 9999))
def test_chinese_reads_what_was_spelled(number):
    assert chinese(spell(number)) == number
