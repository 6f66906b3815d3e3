"""Figures as what they stand for: everything that would be rounded to what the report wrote."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hkreader.core.findings import Measurement, Verdict

_EXACT = 1e-9
"""What floating point may add, as a share."""


class Rounded(NamedTuple):
    """An interval of values, both ends belonging to it."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Give the value written."""
        return (self.low + self.high) / 2

    @property
    def width(self) -> float:
        """Give how much rounding may have hidden."""
        return self.high - self.low

    def plus(self, other: Rounded) -> Rounded:
        """Add."""
        return Rounded(self.low + other.low, self.high + other.high)

    def minus(self, other: Rounded) -> Rounded:
        """Subtract."""
        return Rounded(self.low - other.high, self.high - other.low)

    def times(self, factor: float) -> Rounded:
        """Multiply by a number that is exact."""
        low, high = self.low * factor, self.high * factor
        return Rounded(min(low, high), max(low, high))

    def over(self, other: Rounded) -> Rounded:
        """Divide by what is greater than nothing."""
        ends = [a / b for a in self for b in other]
        return Rounded(min(ends), max(ends))

    def meets(self, other: Rounded) -> bool:
        """Whether the two may be the same."""
        slack = _EXACT * max(abs(self.high), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def judged(self, computed: Rounded) -> Verdict:
        """Compare what is said with what comes out: a last digit more or less is only doubtful."""
        if self.meets(computed):
            return Verdict.AGREES
        apart = max(self.low - computed.high, computed.low - self.high)
        return Verdict.DOUBTFUL if apart <= self.width + computed.width else Verdict.DIFFERS


def scale_of(item: Measurement) -> float:
    """Give what one of the shown unit is worth: 1e8 for 亿元."""
    if not item.value or not item.shown_value:
        return 1.0
    return abs(item.value / item.shown_value)


def rounded(item: Measurement) -> Rounded:
    """Give what a figure stands for: half of its last digit either way."""
    half = 0.5 * 10.0 ** -_known_decimals(item) * scale_of(item)
    return Rounded(item.value - half, item.value + half)


def _known_decimals(item: Measurement) -> int:
    """Count the decimals that are meant: 三万 is told in 万, whatever digits would follow."""
    if item.decimals or any(sign.isdigit() and sign.isdecimal() for sign in item.text):
        return item.decimals
    digits = str(round(abs(item.shown_value)))
    return len(digits.rstrip("0")) - len(digits)


def miswritten(item: Measurement) -> Iterator[Rounded]:
    """Give what a figure would stand for with any one of its digits another one."""
    stands, scale = rounded(item), scale_of(item)
    whole = str(round(abs(item.shown_value) * 10**item.decimals))
    for place, digit in enumerate(reversed(whole)):
        step = 10.0 ** (place - item.decimals) * scale
        for other in range(10):
            if other != int(digit):
                move = (other - int(digit)) * step * (-1 if item.value < 0 else 1)
                yield Rounded(stands.low + move, stands.high + move)


def digits_of(item: Measurement) -> int:
    """Count the digits that a figure was told in, without leading zeros."""
    return len(str(round(abs(item.shown_value) * 10**item.decimals)))


def written(value: float, decimals: int, *, trim: bool = True) -> str:
    """Write a number as a report would; `trim` drops the zeros behind the point."""
    text = f"{value:.{decimals}f}"
    if trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def in_unit(item: Measurement, scale: float) -> str:
    """Write a figure in a unit that is worth `scale`."""
    return written(item.value / scale, _decimals_in(item, scale))


def _decimals_in(item: Measurement, scale: float) -> int:
    shift = Decimal(repr(scale / scale_of(item))).adjusted() if scale else 0
    return max(0, item.decimals + shift)


def is_slip(stated: float, computed: float, unit: float) -> bool:
    """Tell whether one digit, miswritten, explains the difference; `unit` is its last digit.

    Of all wrong values so few are one digit away that such a one is hardly another figure; with
    fewer digits it must be near as well.
    """
    whole, apart = round(abs(stated) / unit), round(abs(stated - computed) / unit)
    if len(str(apart).rstrip("0")) != 1:
        return False
    near = 0.5 if len(str(whole)) >= _TELLING else 0.1
    return len(str(whole)) >= _FEWEST and apart < near * whole


_TELLING, _FEWEST = 4, 3
