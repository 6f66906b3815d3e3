"""A figure in the words of a form, and a figure made of such words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.extract.numerals import arabic, magnitude, magnitude_words
from hkreader.extract.passages import fold
from hkreader.extract.quantities import is_unit

_NUMBER = r"[+-]?\d[\d,]*(?:\.\d+)?"
_NUMBERS = re.compile(rf"(?P<low>{_NUMBER})(?:\s*[-~至到]\s*(?P<high>{_NUMBER}))?")


class NumberError(ValueError):
    """What was given for a number is none."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a form says of a figure."""

    name: str
    value: str
    """`256.94`, `-4.3`, or `5-6`."""
    unit: str
    """With its magnitude: 亿元."""
    kind: Kind
    bound: Bound
    period: str
    """`2017`, `2013-2017`, or nothing."""
    status: Status
    basis: str


def telling_of(figure: Measurement) -> Telling:
    """Word a figure for a form."""
    value = f"{figure.shown_value:.{figure.decimals}f}"
    if figure.value_high is not None:
        scale = figure.value / figure.shown_value if figure.shown_value else 1.0
        value += f"-{round(figure.value_high / scale, 6):.12g}"
    return Telling(
        figure.name,
        value,
        figure.shown_unit,
        figure.kind,
        figure.bound,
        figure.period or "",
        figure.status,
        figure.basis or "",
    )


def retell(figure: Measurement, telling: Telling) -> Measurement:
    """Give `figure` as `telling` has it, with the same characters; raises NumberError."""
    if telling == telling_of(figure):
        return figure
    low, high = _numbers(telling.value)
    scale, unit = _split_unit(telling.unit.strip())
    exponent = low.as_tuple().exponent
    return replace(
        figure,
        name=telling.name.strip(),
        kind=telling.kind,
        value=float(low * scale),
        unit=unit,
        bound=telling.bound,
        period=telling.period.strip() or None,
        status=telling.status,
        basis=telling.basis.strip() or None,
        value_high=None if high is None else float(high * scale),
        shown_value=float(low),
        shown_unit=telling.unit.strip(),
        decimals=max(0, -exponent) if isinstance(exponent, int) else 0,
        confidence=1.0,
        reason="",
    )


def _numbers(text: str) -> tuple[Decimal, Decimal | None]:
    found = _NUMBERS.fullmatch(fold(text).strip())
    if found is None:
        raise NumberError(text)
    high = found["high"]
    return arabic(found["low"]), arabic(high) if high else None


def _split_unit(text: str) -> tuple[int, str]:
    """Part the magnitude from the unit: 亿元 is a hundred million 元, 千米 is 千米."""
    if not is_unit(text):
        for word in sorted(filter(None, magnitude_words()), key=len, reverse=True):
            rest = text.removeprefix(word)
            if rest != text and (not rest or is_unit(rest)):
                return magnitude(word), rest
    return 1, text
