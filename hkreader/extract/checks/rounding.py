"""Figures as what they stand for: everything that would be rounded to what the report wrote."""

from __future__ import annotations

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

    def judged(self, computed: Rounded) -> Verdict:
        """Compare what is said with what comes out: a last digit more or less is only doubtful."""
        slack = _EXACT * max(abs(self.high), abs(computed.high))
        apart = max(self.low - computed.high, computed.low - self.high)
        if apart <= slack:
            return Verdict.AGREES
        return Verdict.DOUBTFUL if apart <= self.width + computed.width else Verdict.DIFFERS


def scale_of(item: Measurement) -> float:
    """Give what one of the shown unit is worth: 1e8 for 亿元."""
    if not item.value or not item.shown_value:
        return 1.0
    return abs(item.value / item.shown_value)


def rounded(item: Measurement) -> Rounded:
    """Give what a figure stands for: half of its last digit either way."""
    half = 0.5 * 10.0**-item.decimals * scale_of(item)
    return Rounded(item.value - half, item.value + half)


def digits_of(item: Measurement) -> int:
    """Count the digits that a figure was told in, without leading zeros."""
    return len(str(round(abs(item.shown_value) * 10**item.decimals)))


def written(value: float, decimals: int) -> str:
    """Write a number as a report would: no more decimals than told, none that say nothing."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text.replace("-", "−")


def in_unit(item: Measurement, scale: float) -> str:
    """Write a figure in a unit that is worth `scale`."""
    return written(item.value / scale, _decimals_in(item, scale))


def _decimals_in(item: Measurement, scale: float) -> int:
    shift = Decimal(repr(scale / scale_of(item))).adjusted() if scale else 0
    return max(0, item.decimals + shift)


def is_slip(stated: float, computed: float, unit: float) -> bool:
    """Tell whether one digit, miswritten, explains the difference; `unit` is its last digit.

    Of all wrong values so few are one digit away that such a one is hardly another figure.
    """
    whole, apart = round(abs(stated) / unit), round(abs(stated - computed) / unit)
    digits = str(apart).rstrip("0")
    return len(str(whole)) >= _TELLING and len(digits) == 1 and apart * 2 < whole


_TELLING = 4
