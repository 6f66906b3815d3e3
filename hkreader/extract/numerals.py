"""Reading Arabic and Chinese numerals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from hkreader.resources import read_toml

_TEN_THOUSAND, _HUNDRED_MILLION = 10_000, 100_000_000
_MAGNITUDE_SIGNS = {
    "万": _TEN_THOUSAND,
    "萬": _TEN_THOUSAND,
    "亿": _HUNDRED_MILLION,
    "億": _HUNDRED_MILLION,
}

_MAGNITUDE_WORDS = {
    1: "",
    10: "十",
    100: "百",
    1000: "千",
    10**4: "万",
    10**6: "百万",
    10**7: "千万",
    10**8: "亿",
    10**9: "十亿",
    10**10: "百亿",
    10**11: "千亿",
    10**12: "万亿",
}


@cache
def _values() -> tuple[dict[str, int], dict[str, int], dict[str, float]]:
    table = read_toml("language", "quantities.toml")
    return table["digits"], table["places"], table["magnitudes"]


def arabic(text: str) -> Decimal:
    """Read `1,120` or `256.94`; separators are dropped."""
    return Decimal(text.replace(",", "").replace("、", ""))


def magnitude(text: str) -> int:
    """Give the factor of `万`, `千万`, `亿` …; 1 for nothing."""
    return int(_values()[2][text]) if text else 1


def magnitude_word(factor: int) -> str:
    """Give the word of a factor, nothing for 1."""
    return _MAGNITUDE_WORDS.get(factor, f"×{factor}")


def magnitude_words() -> Iterable[str]:
    """Give every word that `magnitude_word` may give."""
    return _MAGNITUDE_WORDS.values()


def chinese(text: str) -> Decimal:
    """Read `二十五`, `一百一十亿`, `三点六`, `两千` or `一九五六`."""
    whole, _, fraction = text.replace("點", "点").partition("点")
    value = Decimal(_whole(whole))
    digits, _, _ = _values()
    for place, sign in enumerate(fraction, 1):
        value += Decimal(digits[sign]) / Decimal(10) ** place
    return value


def _whole(text: str) -> int:
    digits, places, _ = _values()
    if len(text) > 1 and all(sign in digits for sign in text):
        return int("".join(str(digits[sign]) for sign in text))
    total = section = digit = 0
    for sign in text:
        if sign in digits:
            digit = digits[sign]
        elif sign in places:
            section += (digit or 1) * places[sign]
            digit = 0
        else:
            factor = _MAGNITUDE_SIGNS[sign]
            below = section + digit
            if factor == _HUNDRED_MILLION:
                total = (total + below or 1) * factor
            else:
                total += (below or 1) * factor
            section = digit = 0
    return total + section + digit
